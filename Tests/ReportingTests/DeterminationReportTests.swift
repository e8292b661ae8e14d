import Bilingual
import Reporting
import Testing

@Suite("Reports of a determination with every section")
struct DeterminationReportTests {
    static func context(_ language: Language) -> ReportContext {
        ReportContext(
            language: language, inputDigest: String(repeating: "9f8e7d6c", count: 8), programVersion: "1.0.0",
            partyName: {
                switch $0.description {
                case "CN": BilingualText(en: "China", zh: "中国")
                case "VN": BilingualText(en: "Viet Nam", zh: "越南")
                default: nil
                }
            }, explain: true)
    }

    @Test(arguments: ReportFormat.allCases, Language.allCases)
    func snapshot(_ format: ReportFormat, _ language: Language) throws {
        let report = format.render(try Sample.everything(), in: Self.context(language))
        try expectSnapshot(report, "everything.\(language.rawValue).\(format.fileExtension)")
    }
}

extension ReportFormat {
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .json: "json"
        case .html: "html"
        case .markdown: "md"
        }
    }
}
