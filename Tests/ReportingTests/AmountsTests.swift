import OriginModel
@testable import Reporting
import Testing

@Suite("Amounts and percentages as reports write them")
struct AmountsTests {
    @Test(arguments: [
        ("31820", "31,820.00"), ("820.5", "820.50"), ("1234567.125", "1,234,567.125"), ("33.333333", "33.333333"),
        ("-1234.5", "-1,234.50"), ("-123", "-123.00"), ("0", "0.00"), ("0.000001", "0.000001"),
    ])
    func grouped(_ amount: String, _ shown: String) throws {
        let decimal = try ExactDecimal(parsing: amount)
        #expect(decimal.grouped == shown)
    }

    @Test(arguments: [("33.333333", true), ("33.33", false), ("33.1234567", false), ("33", false)])
    func cutAtSixDecimals(_ amount: String, _ mayBeCut: Bool) throws {
        let decimal = try ExactDecimal(parsing: amount)
        #expect(decimal.mayBeCut == mayBeCut)
    }

    @Test(arguments: [
        ("(USD 31820.00 − USD 268.80) / USD 31820.00 × 100", "(USD 31,820.00 − USD 268.80) / USD 31,820.00 × 100"),
        ("其价值USD 31820.00，占离岸价格的9.50%", "其价值USD 31,820.00，占离岸价格的9.50%"),
        ("item ABC 12345 of 2026", "item ABC 12345 of 2026"), ("HS 2022", "HS 2022"), ("XUSD 1234.00", "XUSD 1234.00"),
        ("a  b ", "a  b "), ("", ""),
    ])
    func sentences(_ text: String, _ shown: String) {
        #expect(text.groupingAmounts == shown)
    }

    @Test(arguments: [("40 %", "40%"), ("76.64 %, 5 %", "76.64%, 5%"), ("% 40", "% 40"), ("a %", "a %"), ("40  %", "40  %")])
    func chinesePercents(_ text: String, _ shown: String) {
        #expect(text.closingPercents == shown)
    }
}
