import Bilingual

/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year in the high half, then the month, then the day: dates are kept in every piece of evidence.
    private let packed: UInt32

    public var year: Int { Int(packed >> 16) }
    public var month: Int { Int(packed >> 8 & 0xFF) }
    public var day: Int { Int(packed & 0xFF) }

    /// nil unless the day exists and the year has four digits.
    public init?(year: Int, month: Int, day: Int) {
        guard (1000...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        packed = UInt32(year) << 16 | UInt32(month) << 8 | UInt32(day)
    }

    /// Reads `YYYY-MM-DD`.
    public init?(_ text: some StringProtocol) {
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard fields.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = fields.map { field in
            field.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ? Int(String(decoding: field, as: UTF8.self)) : nil
        }
        guard let year = numbers[0], let month = numbers[1], let day = numbers[2] else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-01-31`
    public var description: String { asciiText }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.packed < right.packed
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: ASCIIValue {
    package var asciiCount: Int { 10 }

    package func writeASCII(to place: UnsafeMutablePointer<UInt8>) {
        ASCIINumber(UInt64(year), digits: 4).writeASCII(to: place)
        place[4] = UInt8(ascii: "-")
        ASCIINumber(UInt64(month), digits: 2).writeASCII(to: place + 5)
        place[7] = UInt8(ascii: "-")
        ASCIINumber(UInt64(day), digits: 2).writeASCII(to: place + 8)
    }
}
