import Glibc
import OriginModel

/// Reads fields of the usual form straight from their bytes; nil means only that the long way has to be gone.
extension Fields.Slot {
    /// Six digits and nothing else.
    var sixDigits: UInt32? {
        guard count == 6 else { return nil }
        var number: UInt32 = 0
        for index in 0..<6 {
            let digit = start[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number &* 10 &+ UInt32(digit)
        }
        return number
    }

    /// Two capital letters, the first in the high byte.
    var twoLetters: UInt16? {
        guard count == 2, start[0] &- 0x41 < 26, start[1] &- 0x41 < 26 else { return nil }
        return UInt16(start[0]) << 8 | UInt16(start[1])
    }

    /// A number without sign or exponent, at most twelve digits before the point and `decimals` after it, times
    /// 10^`decimals`.
    func amount(decimals: Int) -> Int64? {
        guard count > 0, count <= 20 else { return nil }
        var number: Int64 = 0
        var index = 0
        while index < count {
            let digit = start[index] &- 0x30
            if digit >= 10 { break }
            number = number &* 10 &+ Int64(digit)
            index += 1
        }
        guard index > 0, index <= 12 else { return nil }
        var left = decimals
        if index < count {
            guard start[index] == 0x2E, count - index > 1 else { return nil }
            index += 1
            while index < count {
                let digit = start[index] &- 0x30
                guard digit < 10, left > 0 else { return nil }
                number = number &* 10 &+ Int64(digit)
                left -= 1
                index += 1
            }
        }
        while left > 0 {
            number = number &* 10
            left -= 1
        }
        return number
    }

    /// Printable ASCII that does not begin with a space, of a length an id may have.
    func isPlainID(slashAllowed: Bool) -> Bool {
        guard count > 0, count <= 4000, start[0] != 0x20 else { return false }
        for index in 0..<count {
            let byte = start[index]
            if byte < 0x20 || byte >= 0x7F || byte == 0x2F && !slashAllowed { return false }
        }
        return true
    }

    func equals(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && memcmp(start, word.utf8Start, count) == 0
    }

    var status: Material.Status? {
        switch count {
        case 11: equals("originating") ? .originating : nil
        case 14: equals("nonOriginating") ? .nonOriginating : nil
        case 12: equals("undetermined") ? .undetermined : nil
        default: nil
        }
    }

    /// A material where nothing is stated.
    var role: Material.Role? {
        switch count {
        case 0: .material
        case 8: equals("material") ? .material : equals("indirect") ? .indirect : nil
        case 9: equals("accessory") ? .accessory : nil
        case 15: equals("retailPackaging") ? .retailPackaging : nil
        case 17: equals("shippingPackaging") ? .shippingPackaging : nil
        default: nil
        }
    }

    /// A day up to 2100.
    var date: CalendarDate? {
        guard count == 10, start[4] == 0x2D, start[7] == 0x2D, let year = digits(0, 4), let month = digits(5, 7),
            let day = digits(8, 10), year <= 2100
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private func digits(_ from: Int, _ to: Int) -> Int? {
        var number = 0
        for index in from..<to {
            let digit = start[index] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// Ascending by length, then by bytes.
    func isAfter(_ other: Fields.Slot) -> Bool {
        count != other.count ? count > other.count : memcmp(start, other.start, count) > 0
    }

    var fingerprint: UInt64 {
        var hash: UInt64 = UInt64(count) &+ 0x9E37_79B9_7F4A_7C15
        for index in 0..<count { hash = (hash ^ UInt64(start[index])) &* 0xFF51_AFD7_ED55_8CCD; hash ^= hash >> 29 }
        return hash
    }
}
