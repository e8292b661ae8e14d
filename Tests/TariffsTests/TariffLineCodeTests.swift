import HarmonizedSystem
import Testing

@testable import Tariffs

@Suite struct TariffLineCodeTests {
    static let codes: [(text: String, digits: String, printed: String, subheading: String)] = [
        ("850980", "850980", "8509.80", "850980"), ("85098010", "85098010", "8509.80.10", "850980"),
        ("8509.80.10", "85098010", "8509.80.10", "850980"), ("620342200", "620342200", "6203.42.200", "620342"),
        ("0101210000", "0101210000", "0101.21.00.00", "010121"),
        ("17019990100", "17019990100", "1701.99.90.100", "170199"),
        ("010121000000", "010121000000", "0101.21.00.00.00", "010121"),
    ]

    @Test(arguments: codes)
    func `a line keeps its digits`(text: String, digits: String, printed: String, subheading: String) throws {
        let line = try #require(TariffLineCode(text))
        #expect(line.digits == digits)
        #expect(line.printed == printed)
        #expect(line.subheading.digits == subheading)
        #expect(line.digitCount == digits.count)
        for level in HSCode.Level.allCases { #expect(line.isUnder(line.subheading.prefix(level))) }
        #expect(!line.isUnder(HSCode(number: 999_999, level: .subheading)))
    }

    @Test(arguments: ["", "8509", "85098", "8509801000000", "8509A0", "8509-80", " 850980"])
    func `anything else is no line`(text: String) {
        #expect(TariffLineCode(text) == nil)
    }

    @Test func `lines order by their digits`() throws {
        let texts = ["010121", "01012100", "0101210000", "010121001", "01012110", "0102", "85098010", "850980100"]
        let lines = texts.compactMap { TariffLineCode($0) }
        #expect(lines.count == 7)
        #expect(lines.shuffled().sorted() == lines)
    }

    @Test func `zeros at the end make another line with the same beginning`() throws {
        let short = try #require(TariffLineCode("85098010"))
        let long = try #require(TariffLineCode("8509801000"))
        #expect(short != long)
        #expect(short.filled == long.filled)
    }
}
