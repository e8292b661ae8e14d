/// ISO 4217 alphabetic code of a currency.
public struct CurrencyCode: Sendable, Hashable, CustomStringConvertible {
    /// Three ASCII letters, the first highest: amounts are copied everywhere, and a number costs nothing to copy.
    private let packed: UInt32

    /// Reads three upper-case letters; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
            return nil
        }
        packed = text.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 3) { text in
            for index in 0..<3 { text[index] = UInt8(truncatingIfNeeded: packed >> (16 - 8 * UInt32(index))) }
            return 3
        }
    }
}

/// An amount in a currency, exact.
public struct Money: Sendable, Hashable, CustomStringConvertible {
    public let amount: ExactDecimal
    public let currency: CurrencyCode

    public init(_ amount: ExactDecimal, _ currency: CurrencyCode) {
        self.amount = amount
        self.currency = currency
    }

    /// `USD 820.00`
    public var description: String { "\(currency) \(amount.fixed(decimals: 2))" }
}

/// 1 unit of `from` is `rate` units of `to` (Article 3.5.2 leaves the conversion to the valuation agreement).
public struct ExchangeRate: Sendable, Hashable {
    public let from: CurrencyCode
    public let to: CurrencyCode
    /// More than zero.
    public let rate: ExactDecimal
    public let date: CalendarDate
    public let source: String

    public init(from: CurrencyCode, to: CurrencyCode, rate: ExactDecimal, date: CalendarDate, source: String) {
        self.from = from
        self.to = to
        self.rate = rate
        self.date = date
        self.source = source
    }
}
