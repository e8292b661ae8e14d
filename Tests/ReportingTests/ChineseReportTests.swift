import Bilingual
@testable import Reporting
import Testing

@Suite("Chinese reports are in Chinese")
struct ChineseReportTests {
    /// What may stand in Latin letters: codes, symbols of Annex 3A as printed, identifiers, and what the user wrote.
    static let allowed: Set<String> = [
        "CTSH", "RVC40", "SHA", "rcep", "annex", "unit", "Motorcycle",
        // The rule as printed.
        "except", "from", "headings", "wheels", "others",
        // Descriptions and references of the sample.
        "engine", "frame", "shock", "absorbers", "control", "fork", "tube", "carton", "crate", "lubricant",
        // JSON pointers, and where the decisions are explained.
        "materials", "evidence", "docs", "interpretation",
    ]

    @Test(arguments: [ReportFormat.text, .markdown, .html])
    func noEnglishWords(_ format: ReportFormat) throws {
        let report = format.render(try Sample.everything(), in: DeterminationReportTests.context(.chinese))
        #expect(Self.latinWords(in: Self.visibleText(report, format)).subtracting(Self.allowed).isEmpty)
    }

    @Test(arguments: [ReportFormat.text, .markdown, .html])
    func theCheckSeesEnglish(_ format: ReportFormat) throws {
        let report = format.render(try Sample.everything(), in: DeterminationReportTests.context(.english))
        #expect(Self.latinWords(in: Self.visibleText(report, format)).subtracting(Self.allowed).count > 50)
    }

    /// Words of four or more ASCII letters; hexadecimal digests are not words.
    private static func latinWords(in text: String) -> Set<String> {
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        return Set(words.filter { word in
            word.filter { $0.isLetter }.count >= 4 && word.utf8.count < 40
        })
    }

    /// Without tags, attributes and the style sheet of a page.
    private static func visibleText(_ report: String, _ format: ReportFormat) -> String {
        guard format == .html, let body = report.split(separator: "<body>").last else { return report }
        return body.split(separator: "<").compactMap { $0.split(separator: ">", maxSplits: 1).dropFirst().first }
            .joined(separator: " ")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
