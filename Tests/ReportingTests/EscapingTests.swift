import Bilingual
@testable import Reporting
import Testing

@Suite("What a user wrote stays text")
struct EscapingTests {
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><b>x</b>",
        "a & b &lt;i&gt;", "| cell | cell |", "[link](javascript:alert(1))", "`code` *em* __strong__ ~~gone~~",
        "\u{1B}[31mred\u{1B}[0m\u{7}", "line one\nline two\r\n# heading",
        "\u{202E}txt.exe\u{2066}", "- item", "1. item",
        "\u{0}nul", "http://example.org/ www.example.org", "![img](http://example.org/x.png)",
    ]

    @Test(arguments: attacks, Language.allCases)
    func html(_ attack: String, _ language: Language) throws {
        let page = ReportFormat.html.render(
            try Sample.everything(description: attack), in: DeterminationReportTests.context(language))
        let calm = ReportFormat.html.render(
            try Sample.everything(description: "calm"), in: DeterminationReportTests.context(language))
        // The same tags in the same order, whatever the description says.
        #expect(Self.tags(page) == Self.tags(calm))
        #expect(Self.controls(page).isEmpty)
    }

    @Test(arguments: attacks)
    func text(_ attack: String) throws {
        let report = ReportFormat.text.render(
            try Sample.everything(description: attack), in: DeterminationReportTests.context(.english))
        let calm = ReportFormat.text.render(
            try Sample.everything(description: "calm"), in: DeterminationReportTests.context(.english))
        #expect(Self.controls(report).isEmpty)
        #expect(report.split(separator: "\n").count == calm.split(separator: "\n").count)
    }

    @Test(arguments: attacks)
    func markdown(_ attack: String) throws {
        let report = ReportFormat.markdown.render(
            try Sample.everything(description: attack), in: DeterminationReportTests.context(.english))
        let calm = ReportFormat.markdown.render(
            try Sample.everything(description: "calm"), in: DeterminationReportTests.context(.english))
        #expect(Self.controls(report).isEmpty)
        #expect(!report.contains("<"))
        #expect(report.split(separator: "\n").count == calm.split(separator: "\n").count)
    }

    @Test(arguments: [
        ("a|b", "a\\|b"), ("<b>", "&lt;b&gt;"), ("*x*", "\\*x\\*"), ("_x_", "\\_x\\_"), ("[a](b)", "\\[a\\](b)"),
        ("- a", "\\- a"), ("-12.50", "-12.50"), ("1. a", "1\\. a"), ("64.00", "64.00"), ("    code", "code"),
        ("---", "\\---"), ("# a", "\\# a"), ("a&amp;b", "a&amp;amp;b"), ("http://x", "http:&#8203;//x"),
        ("8711.20", "8711.20"),
    ])
    func markdownEscapes(_ text: String, _ escaped: String) {
        #expect(text.markdownEscaped == escaped)
    }

    @Test(arguments: [
        ("a\nb", "a b"), ("a\u{1B}b", "a\u{FFFD}b"), ("a\u{202E}b", "a\u{FFFD}b"), ("税\u{0}号", "税\u{FFFD}号"),
        ("税号", "税号"), ("a\u{85}b", "a b"),
    ])
    func printable(_ text: String, _ expected: String) {
        #expect(text.printable == expected)
    }

    @Test func attributesAreEscaped() {
        let html = HTML.element("p", [("title", "\"><script>")], "x")
        #expect(html.source == "<p title=\"&quot;&gt;&lt;script&gt;\">x</p>")
    }

    private static func tags(_ page: String) -> [String] {
        page.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" && $0 != " " }) }
    }

    private static func controls(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            scalar != "\n" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
        }
    }
}
