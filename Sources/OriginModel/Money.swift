import Bilingual

/// ISO 4217 alphabetic code of a currency.
public struct CurrencyCode: Sendable, Hashable, CustomStringConvertible {
    /// Three ASCII letters, the first highest: amounts are copied everywhere, and a number costs nothing to copy.
    private let packed: UInt32

    /// Reads three upper-case letters; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let packed = text.withUTF8 { bytes -> UInt32? in
            guard bytes.count == 3, bytes.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
                return nil
            }
            return bytes.reduce(0) { $0 << 8 | UInt32($1) }
        }
        guard let packed else { return nil }
        self.packed = packed
    }

    public var description: String { asciiText }
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
    public var description: String { asciiText }
}

extension CurrencyCode: ASCIIValue {
    package var asciiCount: Int { 3 }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        place[0] = UInt8(truncatingIfNeeded: packed >> 16)
        place[1] = UInt8(truncatingIfNeeded: packed >> 8)
        place[2] = UInt8(truncatingIfNeeded: packed)
    }
}

extension Money: ASCIIValue {
    package var asciiCount: Int { currency.asciiCount + 1 + fixedAmount.asciiCount }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        currency.writeASCII(to: place)
        place[3] = UInt8(ascii: " ")
        fixedAmount.writeASCII(to: place + 4)
    }

    /// At least two digits after the point.
    package var fixedAmount: ExactDecimal.Fixed { ExactDecimal.Fixed(amount, decimals: 2) }
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
