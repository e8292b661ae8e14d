import HarmonizedSystem
import Testing

@Suite struct HSCorrelationTests {
    private static let text = """
        # 2022, then 2017
        851771 851770
        851779 851770
        852491 901380 852990
        852990 852990
        880730 880330

        901380 901380
        """

    /// A code of the one edition and what it is in the other.
    struct Question: Sendable {
        let code: UInt32
        let target: HSEdition
    }

    static let questions: [Row<Question, [UInt32]>] = [
        Row("split into two", Question(code: 851770, target: .hs2022), [851771, 851779]),
        Row("moved in part, ascending", Question(code: 852990, target: .hs2022), [852491, 852990]),
        Row("renamed", Question(code: 880330, target: .hs2022), [880730]),
        Row("not listed, so unchanged", Question(code: 871120, target: .hs2022), [871120]),
        Row("back, one of two", Question(code: 851779, target: .hs2017), [851770]),
        Row("back, made of two, ascending", Question(code: 852491, target: .hs2017), [852990, 901380]),
        Row("back, one that kept a part", Question(code: 901380, target: .hs2017), [901380]),
        Row("back, renamed", Question(code: 880730, target: .hs2017), [880330]),
        Row("back, not listed", Question(code: 010221, target: .hs2017), [010221]),
        Row("an old code is not looked up as a new one", Question(code: 851770, target: .hs2017), [851770]),
        Row("a new code is not looked up as an old one", Question(code: 880730, target: .hs2022), [880730]),
    ]

    @Test(arguments: questions) func candidates(_ row: Row<Question, [UInt32]>) throws {
        let correlation = try HSCorrelation(newer: .hs2022, older: .hs2017, compact: Self.text)
        #expect(correlation.candidates(for: row.given.code, in: row.given.target) == row.expected)
    }

    @Test func editionsAreKept() throws {
        let correlation = try HSCorrelation(newer: .hs2022, older: .hs2012, compact: "")
        #expect(correlation.newer == .hs2022)
        #expect(correlation.older == .hs2012)
    }

    static let faults: [Row<String, Int>] = [
        Row("one code", "851771", 1), Row("five digits", "851771 85177", 1), Row("seven digits", "8517711 851770", 1),
        Row("a dot", "8517.71 851770", 1), Row("a word", "# fine\n\n851771 851770\n851779 gone", 4),
        Row("spaces alone", " ", 1), Row("a letter in the first code", "85177l 851770", 1),
    ]

    @Test(arguments: faults) func formatFault(_ row: Row<String, Int>) {
        let line = row.given.split(separator: "\n", omittingEmptySubsequences: false)[row.expected - 1]
        let fault = FormatFault.met { () throws(HSNomenclature.FormatError) in
            try HSCorrelation(newer: .hs2022, older: .hs2017, compact: row.given)
        }
        #expect(fault == FormatFault(line: row.expected, found: String(line)))
    }
}
