import Bilingual
@testable import Reporting
import Testing

@Suite("Text for a terminal")
struct TextReportTests {
    private func render(_ change: (inout ReportContext) -> Void) throws -> String {
        var context = DeterminationReportTests.context(.english)
        change(&context)
        return TextReport(context).render(try Sample.everything())
    }

    @Test func colourOnlyWhenAsked() throws {
        #expect(!(try render { $0.color = false }).contains("\u{1B}"))
        #expect((try render { $0.color = true }).contains("\u{1B}["))
    }

    @Test func colourAddsNothingButColour() throws {
        let plain = try render { $0.color = false }
        var colored = try render { $0.color = true }
        for style in ["1", "2", "1;32", "1;31", "1;33", "0"] {
            colored = colored.replacing("\u{1B}[\(style)m", with: "")
        }
        #expect(colored == plain)
    }

    @Test func reasoningOnlyWhenAsked() throws {
        #expect(!(try render { $0.explain = false }).contains("Reasoning, step by step"))
        #expect((try render { $0.explain = true }).contains("Reasoning, step by step"))
    }

    @Test(arguments: [40, 60, 72, 80, 100, 140], Language.allCases)
    func linesKeepTheWidth(_ width: Int, _ language: Language) throws {
        let report = try render {
            $0.width = width
            $0.language = language
        }
        for line in report.split(separator: "\n") { #expect(line.displayWidth <= width, "\(line)") }
    }
}
