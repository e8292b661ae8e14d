import HarmonizedSystem

/// The code of a line of a national tariff: a subheading of the Harmonized System and national digits after it.
///
/// Codes order by their digits from the left, a shorter one before the longer ones that begin with it.
public struct TariffLineCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How many digits a line may have.
    public static let digitCounts = 6...12

    /// The digits filled with zeros up to twelve, then four bits for how many there are.
    package let key: UInt64

    package init(key: UInt64) {
        self.key = key
    }

    /// - Parameter number: the digits as a number, `count` of them.
    package init(number: UInt64, count: Int) {
        var filled = number
        for _ in count..<12 { filled *= 10 }
        key = filled << 4 | UInt64(count)
    }

    /// Reads six to twelve digits, with or without the dots of `8509.80.10`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var number: UInt64 = 0
        var count = 0
        for byte in text.utf8 where byte != UInt8(ascii: ".") {
            guard UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9"), count < 12 else { return nil }
            number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
            count += 1
        }
        guard Self.digitCounts.contains(count) else { return nil }
        self.init(number: number, count: count)
    }

    public init(_ subheading: HSCode) {
        var number = UInt64(subheading.number)
        for _ in subheading.level.rawValue..<6 { number *= 10 }
        self.init(number: number, count: 6)
    }

    public var digitCount: Int { Int(key & 15) }

    /// The digits filled with zeros up to twelve: equal for codes that differ only in zeros at the end.
    package var filled: UInt64 { key >> 4 }

    /// The first six digits as a number.
    public var subheadingNumber: UInt32 { UInt32(filled / 1_000_000) }

    public var subheading: HSCode { HSCode(number: subheadingNumber, level: .subheading) }

    /// `85098010`
    public var digits: String {
        let text = String(filled)
        let all = String(repeating: "0", count: 12 - text.utf8.count) + text
        return String(all.prefix(digitCount))
    }

    /// `8509.80.10`, `6203.42.200`, `8509.80.10.00`
    public var printed: String {
        var rest = digits[...]
        var text = String(rest.prefix(4))
        rest = rest.dropFirst(4)
        while !rest.isEmpty {
            let size = rest.count == 3 ? 3 : 2
            text += "." + rest.prefix(size)
            rest = rest.dropFirst(size)
        }
        return text
    }

    public var description: String { printed }

    /// Whether the line stands under a chapter, heading or subheading.
    public func isUnder(_ code: HSCode) -> Bool {
        HSCode.prefix(of: subheadingNumber, at: .subheading, to: code.level) == code.number
    }

    public static func < (left: TariffLineCode, right: TariffLineCode) -> Bool {
        left.key < right.key
    }

    /// The keys of all lines under a code.
    static func keys(under code: HSCode) -> Range<UInt64> {
        var size: UInt64 = 1_000_000 << 4
        for _ in code.level.rawValue..<6 { size *= 10 }
        return UInt64(code.number) * size..<(UInt64(code.number) + 1) * size
    }
}
