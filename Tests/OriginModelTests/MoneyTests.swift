import OriginModel
import Testing

@Suite struct MoneyTests {
    static let amounts: [Row<String, String>] = [
        Row("whole", "820", "USD 820.00"), Row("one decimal", "820.5", "USD 820.50"),
        Row("two decimals", "820.55", "USD 820.55"),
        Row("more, never cut", "820.555", "USD 820.555"), Row("zero", "0", "USD 0.00"),
        Row("below one", "0.05", "USD 0.05"),
        Row("negative", "-12.3", "USD -12.30"),
    ]

    @Test(arguments: amounts) func printing(_ row: Row<String, String>) throws {
        let dollars = try #require(CurrencyCode("USD"))
        #expect(Money(try ExactDecimal(parsing: row.given), dollars).description == row.expected)
    }

    @Test func sameAmountSameCurrency() throws {
        let dollars = try #require(CurrencyCode("USD"))
        let yuan = try #require(CurrencyCode("CNY"))
        let five = try ExactDecimal(parsing: "5")
        #expect(Money(five, dollars) == Money(try ExactDecimal(parsing: "5.00"), dollars))
        #expect(Money(five, dollars) != Money(five, yuan))
    }
}
