import Bilingual
import Reporting
import Testing

@Suite("Reports of real dossiers")
struct RealCaseTests {
    /// One for each kind of answer: a plain yes, a wholly obtained good, a yes that evidence does not bear, two kinds
    /// of open question, two kinds of no, an intermediate.
    static let cases = [
        "motorcycle-to-viet-nam", "citrus-to-singapore", "laptop-evidence-expired", "insect-sausage-undetermined",
        "missing-weight-undetermined", "fails-just-below-40", "fails-repacked-tea", "self-produced-intermediate",
    ]

    /// The digest of the rules changes with every row of them and says nothing about the layout.
    private func render(
        _ name: String, _ format: ReportFormat, _ change: (inout ReportContext) -> Void
    ) throws -> String {
        var (determination, context) = try RealCase.determination(name)
        change(&context)
        return format.render(determination, in: context)
            .replacing(determination.ruleSet.digest, with: String(repeating: "0", count: 64))
    }

    @Test(arguments: cases, Language.allCases)
    func text(_ name: String, _ language: Language) throws {
        let report = try render(name, .text) { $0.language = language }
        try expectSnapshot(report, "\(name).\(language.rawValue).txt")
    }

    @Test(arguments: ReportFormat.allCases, Language.allCases)
    func motorcycle(_ format: ReportFormat, _ language: Language) throws {
        let report = try render("motorcycle-to-viet-nam", format) {
            $0.language = language
            $0.explain = true
        }
        try expectSnapshot(report, "motorcycle-explained.\(language.rawValue).\(format.fileExtension)")
    }
}
