import Bilingual

/// ISO 3166-1 alpha-2 code of a country or customs territory; whether it is a Party is for the rules to say.
public struct CountryCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Two ASCII letters, the first in the high byte.
    public let packed: UInt16

    /// Reads two upper-case letters; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        var text = String(text)
        let packed = text.withUTF8 { bytes in
            bytes.count == 2 && bytes.allSatisfy(letters.contains) ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : nil
        }
        guard let packed else { return nil }
        self.packed = packed
    }

    /// - Parameter packed: two upper-case ASCII letters, the first in the high byte.
    package init(packed: UInt16) { self.packed = packed }

    public var description: String { asciiText }

    public static func < (left: CountryCode, right: CountryCode) -> Bool {
        left.packed < right.packed
    }
}

extension CountryCode: ASCIIValue {
    package var asciiCount: Int { 2 }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        place[0] = UInt8(truncatingIfNeeded: packed >> 8)
        place[1] = UInt8(truncatingIfNeeded: packed)
    }
}
