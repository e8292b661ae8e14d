@testable import Reporting
import Testing

@Suite("Columns a text takes on a terminal")
struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("区域价值成分", 12), ("（CN）", 6), ("a区b", 4), ("e\u{301}", 1), ("é", 1), ("한국", 4), ("ﾊﾝ", 2),
        ("ＦＯＢ", 6), ("🏍️", 2), ("👩‍🔧", 2), ("✓", 1), ("…", 1), ("\u{200D}", 0), ("ไทย", 3), ("đồng", 4), ("、", 2),
    ])
    func width(_ text: String, _ columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(arguments: [
        ("shock absorbers", 20, "shock absorbers"), ("shock absorbers", 15, "shock absorbers"),
        ("shock absorbers", 10, "shock abs…"), ("shock absorbers", 7, "shock…"), ("减震器总成", 10, "减震器总成"),
        ("减震器总成", 9, "减震器总…"), ("减震器总成", 8, "减震器…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func truncation(_ text: String, _ width: Int, _ expected: String) {
        #expect(text.truncated(toWidth: width) == expected)
        #expect(text.truncated(toWidth: width).displayWidth <= width)
    }

    @Test(arguments: [("a", 3, "a  ", "  a"), ("税号", 6, "税号  ", "  税号"), ("税号", 2, "税号", "税号")])
    func padding(_ text: String, _ width: Int, _ left: String, _ right: String) {
        #expect(text.padded(toWidth: width) == left)
        #expect(text.padded(toWidth: width, onLeft: true) == right)
    }

    @Test(arguments: [
        ("one two three", 8, ["one two", "three"]),
        ("one two", 8, ["one two"]),
        ("abcdefghijkl", 8, ["abcdefgh", "ijkl"]),
        ("区域价值成分", 8, ["区域价值", "成分"]),
        // A closing mark never opens a line, an opening one never ends it.
        ("区域价值，成分", 8, ["区域价", "值，成分"]),
        ("区域价（值）成", 8, ["区域价", "（值）成"]),
        ("不少于40%的", 8, ["不少于", "40%的"]),
    ])
    func wrapping(_ text: String, _ width: Int, _ lines: [String]) {
        #expect(text.wrapped(toWidth: width) == lines)
    }

    @Test func tableColumnsStandBelowEachOther() {
        let table = TextTable(
            columns: [
                .init(title: "税号"), .init(title: "Description", isFlexible: true),
                .init(title: "价值", alignsRight: true), .init(title: "End"),
            ],
            rows: [
                .init(cells: ["8711.20", "发动机点火装置总成 with a long English tail that must give way", "1.00", "x"]),
                .init(cells: ["税", "short", "31,820.00", "x"]),
            ])
        let lines = table.lines(width: 60, color: false)
        let ends = lines.filter { $0.hasSuffix("x") }.map(\.displayWidth)
        #expect(ends.count == 2)
        #expect(Set(ends).count == 1)
        #expect(lines.allSatisfy { $0.displayWidth <= 60 })
    }
}
