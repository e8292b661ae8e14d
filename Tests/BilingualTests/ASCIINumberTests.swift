import Testing

@testable import Bilingual

struct ASCIINumberTests {
    @Test(arguments: [0, 1, 9, 10, 99, 100, 999_999, 1_000_000, 9_999_999_999_999_999_999, .max] as [UInt64])
    func `is written as a string would be`(number: UInt64) {
        #expect(ASCIINumber(number).asciiText == String(number))
        #expect(ASCIINumber(number).asciiCount == String(number).utf8.count)
    }

    @Test(arguments: [(0, 2, "00"), (1, 2, "01"), (12, 2, "12"), (7, 6, "000007"), (871120, 6, "871120")])
    func `zeros fill it up`(number: Int, digits: Int, expected: String) {
        #expect(ASCIINumber(UInt64(number), digits: digits).asciiText == expected)
    }
}
