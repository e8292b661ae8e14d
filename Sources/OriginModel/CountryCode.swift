/// ISO 3166-1 alpha-2 code of a country or customs territory; whether it is a Party is for the rules to say.
public struct CountryCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Two ASCII letters, the first in the high byte.
    public let packed: UInt16

    /// Reads two upper-case letters; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2, bytes.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
            return nil
        }
        packed = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
    }

    public var description: String {
        String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self)
    }

    public static func < (left: CountryCode, right: CountryCode) -> Bool {
        left.packed < right.packed
    }
}
