import Bilingual

/// A chapter, heading or subheading of the Harmonized System, kept as an integer.
public struct HSCode: Sendable, Hashable {
    public enum Level: UInt8, Sendable, Hashable, Comparable, CaseIterable {
        case chapter = 2
        case heading = 4
        case subheading = 6

        public static func < (left: Level, right: Level) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The digits as a number: 871120 for 8711.20, 1 for chapter 01.
    public let number: UInt32
    public let level: Level

    /// - Parameter number: must have no more digits than the level.
    public init(number: UInt32, level: Level) {
        self.number = number
        self.level = level
    }

    /// Reads exactly 2, 4 or 6 digits, with or without the dots of `8711.20`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard let digits = Digits(text), let level = Level(rawValue: UInt8(clamping: digits.count)) else { return nil }
        self.init(number: digits.firstSix, level: level)
    }

    /// Reads a subheading out of a code of six digits, or of eight to twelve: national digits after the sixth are dropped.
    ///
    /// No Party's tariff has lines of seven digits. They are what is left of eight where a spreadsheet took the code for a
    /// number and dropped the zero it began with: 0901.11.00 would be read as 9011.10.
    public init?(firstSixOf text: some StringProtocol) {
        guard let digits = Digits(text) else { return nil }
        switch (digits.count, digits.division) {
        case (6, _), (8...12, .none), (8...12, .inFirstSix): break
        default: return nil
        }
        self.init(number: digits.firstSix, level: .subheading)
    }

    /// Reads the subheading a code has if a spreadsheet dropped the zero it began with; nil where that cannot be.
    ///
    /// Nine digits may be a line of a tariff or ten without their zero, eleven or twelve one more. Eight are not asked for:
    /// most lines have as many.
    public init?(restoringZeroOf text: some StringProtocol) {
        guard let digits = Digits(text), digits.division == .none, [9, 11, 12].contains(digits.count) else { return nil }
        // What was the sixth digit is the seventh.
        self.init(number: digits.firstSix / 10, level: .subheading)
    }

    /// Reads the subheading of a line of a national tariff: six digits or eight to twelve, divided or not.
    public init?(firstSixOfTariffLine text: some StringProtocol) {
        guard let digits = Digits(text), digits.count == 6 || (8...12).contains(digits.count) else { return nil }
        self.init(number: digits.firstSix, level: .subheading)
    }

    /// Reads exactly 2, 4 or 6 ASCII digits and nothing else: for files of our own, where speed matters.
    init?(digits: ArraySlice<UInt8>) {
        guard let level = Level(rawValue: UInt8(clamping: digits.count)) else { return nil }
        var number: UInt32 = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + UInt32(byte - UInt8(ascii: "0"))
        }
        self.init(number: number, level: level)
    }

    /// The code of the chapter or heading this one stands in; itself at its own level.
    public func prefix(_ level: Level) -> HSCode {
        HSCode(number: HSCode.prefix(of: number, at: self.level, to: level), level: level)
    }

    /// `871120`
    public var digits: String { plainDigits.asciiText }

    /// `8711.20`, `87.11`, `87`: the way Annex 3A prints codes.
    public var printed: String { asciiText }

    /// Number of the enclosing code, on bare integers, for the evaluator.
    @inlinable
    public static func prefix(of number: UInt32, at own: Level, to level: Level) -> UInt32 {
        var number = number
        var digits = own.rawValue
        while digits > level.rawValue {
            number /= 100
            digits -= 2
        }
        return number
    }

    /// The first and the last six digits a subheading of this code could have.
    public var subheadings: ClosedRange<UInt32> {
        var (size, digits) = (1 as UInt32, level.rawValue)
        while digits < Level.subheading.rawValue {
            size *= 100
            digits += 2
        }
        return number * size...number * size + (size - 1)
    }
}

/// The digits of a code as somebody wrote it, with dots, spaces and hyphens between them.
private struct Digits {
    private(set) var firstSix: UInt32 = 0
    private(set) var count = 0
    private(set) var division = Division.none

    /// Where something stands between the digits for the first time.
    enum Division {
        case none
        /// Between two pairs of the first six, or behind these.
        case inFirstSix
        /// As in `87112010.0`, which may be a number as well.
        case later
    }

    /// nil if anything else stands there, or a pair of the first six is divided: `90111.0` is a number, and no code.
    init?(_ text: some StringProtocol) {
        var text = String(text)
        let isCode = text.withUTF8 { read($0) }
        guard isCode else { return nil }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAfterDivider = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if isAfterDivider, count > 0, !divide() { return false }
                isAfterDivider = false
                if count < 6 { firstSix = firstSix * 10 + UInt32(byte - UInt8(ascii: "0")) }
                count += 1
            case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "-"): isAfterDivider = true
            default: return false
            }
        }
        return true
    }

    /// Whether a code may be divided behind as many digits as have been read.
    private mutating func divide() -> Bool {
        if division == .none { division = count <= 6 ? .inFirstSix : .later }
        return count > 6 || count % 2 == 0
    }
}

extension HSCode: Comparable {
    /// The order of the nomenclature: a chapter before its headings, a heading before its subheadings.
    public static func < (left: HSCode, right: HSCode) -> Bool {
        left.rank < right.rank
    }

    /// A number that orders codes as the nomenclature does.
    public var rank: UInt64 {
        // Filled up to six digits, then the level, so that a chapter stands just before its first heading.
        var filled = UInt64(number)
        var digits = level.rawValue
        while digits < Level.subheading.rawValue {
            filled *= 100
            digits += 2
        }
        return filled * 10 + UInt64(level.rawValue)
    }
}

extension HSCode: CustomStringConvertible {
    public var description: String { printed }
}

extension HSCode: ASCIIValue {
    package var asciiCount: Int { Int(level.rawValue) + (level == .chapter ? 0 : 1) }

    /// As printed: a point stands before the last two digits.
    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        guard level != .chapter else { return plainDigits.writeASCII(to: place) }
        let (before, last) = number.quotientAndRemainder(dividingBy: 100)
        let count = Int(level.rawValue) &- 2
        ASCIINumber(UInt64(before), digits: count).writeASCII(to: place)
        place[count] = UInt8(ascii: ".")
        ASCIINumber(UInt64(last), digits: 2).writeASCII(to: place + count + 1)
    }

    /// Its digits alone.
    package var plainDigits: ASCIINumber { ASCIINumber(UInt64(number), digits: Int(level.rawValue)) }
}
