import Bilingual
import Reporting
import Testing

@Suite("Problems of input")
struct ProblemReportTests {
    private static let message = Sample.text("the code does not exist in HS 2022", "协调制度2022年版没有该税号")

    private func problem(
        _ place: InputProblem.Place, file: String = "dossier.json", found: String? = "8714.99"
    ) -> InputProblem {
        InputProblem(
            file: file, place: place, code: "hs.unknownCode", message: Self.message, found: found,
            expected: Sample.text("a code near it: 8714.96", "相近税号：8714.96"))
    }

    @Test(arguments: [
        (InputProblem.Place.pointer("/materials/2/hsCode", line: 12, column: 9), "dossier.json", "dossier.json:12:9: "),
        (.pointer("/materials/2/hsCode", line: nil, column: nil), "dossier.json", "dossier.json: "),
        (.line(7, column: 3), "goods.csv", "goods.csv:7:3: "), (.line(7, column: 0), "goods.csv", "goods.csv:7: "),
        (.wholeFile, "-", "-: "), (.wholeFile, "", ""), (.line(7, column: 3), "", "7:3: "),
        (.cell(sheet: "BOM", reference: "C7"), "bom.xlsx", "bom.xlsx: BOM!C7: "),
    ])
    func place(_ place: InputProblem.Place, _ file: String, _ expected: String) throws {
        let first = try #require(
            ProblemReport(language: .english).render([problem(place, file: file)]).split(separator: "\n").first)
        #expect(first == expected + Self.message.english)
    }

    @Test func detailsStandBelow() {
        let report = ProblemReport(language: .english)
            .render([problem(.pointer("/materials/2/hsCode", line: 12, column: 9))])
        #expect(report == """
            dossier.json:12:9: the code does not exist in HS 2022
              at        /materials/2/hsCode
              found     8714.99
              expected  a code near it: 8714.96

            """)
    }

    @Test func chinese() {
        let report = ProblemReport(language: .chinese).render([problem(.line(3, column: 1), found: nil)])
        #expect(report == """
            dossier.json:3:1: 协调制度2022年版没有该税号
              应为  相近税号：8714.96

            """)
    }

    @Test(arguments: [(Language.english, "at        (root)"), (.chinese, "位置  （根）")])
    func theWholeDocumentHasAName(_ language: Language, _ line: String) {
        let report = ProblemReport(language: language).render([problem(.pointer("", line: 1, column: 1))])
        #expect(report.contains(line))
    }

    @Test func whatWasFoundCannotSteerTheTerminal() {
        let report = ProblemReport(language: .english)
            .render([problem(.wholeFile, file: "a\u{1B}[2J.json", found: "\u{1B}]0;x\u{7}")])
        #expect(!report.contains("\u{1B}"))
        #expect(!report.contains("\u{7}"))
    }

    @Test func severalInOrder() {
        let report = ProblemReport(language: .english)
            .render([problem(.line(9, column: 1)), problem(.line(2, column: 1))])
        #expect(report.split(separator: "\n").filter { $0.hasPrefix("dossier.json:") }.map { $0.prefix(14) }
            == ["dossier.json:9", "dossier.json:2"])
    }
}
