import Glibc
import OriginModel

/// Reads fields of the usual form straight from their bytes; nil means only that the long way has to be gone.
extension Fields.Slot {
    /// Six digits and nothing else.
    @inline(__always)
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
    /// 10^`decimals`. Eight bytes must be readable.
    @inline(__always)
    func amount(decimals: Int) -> Int64? {
        count <= 8 ? shortAmount(decimals: decimals) : longAmount(decimals: decimals)
    }

    /// Up to eight characters at once: digits that are of different lengths from row to row are what a processor cannot
    /// foresee.
    @inline(__always)
    private func shortAmount(decimals: Int) -> Int64? {
        guard count > 0 else { return nil }
        let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        // The last character highest, zeros in front of the first.
        let unused = UInt64(64 - 8 * count)
        let zeros: UInt64 = 0x3030_3030_3030_3030
        var digits = (word << unused) | (zeros & ((1 << unused) &- 1))
        var fraction = 0
        if let point = Self.place(ofPointIn: digits) {
            fraction = 7 - point
            // What stands before the point moves up by one over it.
            let before = digits & ((1 << UInt64(8 * point)) &- 1)
            let after = point == 7 ? 0 : digits & ~((1 << UInt64(8 * (point + 1))) &- 1)
            digits = (before << 8) | after | 0x30
            guard fraction > 0, fraction <= decimals, point > 8 - count else { return nil }
        }
        guard let number = Self.number(digits) else { return nil }
        return number &* Self.powerOfTen(decimals - fraction)
    }

    @inline(__always)
    private static func place(ofPointIn word: UInt64) -> Int? {
        let differing = word ^ 0x2E2E_2E2E_2E2E_2E2E
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let found = ~(((differing & low) &+ low) | differing | low)
        return found == 0 ? nil : found.trailingZeroBitCount >> 3
    }

    /// Eight digits, the first lowest; nil where one is none.
    @inline(__always)
    private static func number(_ digits: UInt64) -> Int64? {
        let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
        let values = digits ^ 0x3030_3030_3030_3030
        // A byte above 9 has a high half, or gets one by adding 6.
        guard (values | (values &+ 0x0606_0606_0606_0606)) & high == 0 else { return nil }
        let pairs = ((values &* 10) &+ (values >> 8)) & 0x00FF_00FF_00FF_00FF
        let fours = ((pairs &* 100) &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
        let all = ((fours &* 10_000) &+ (fours >> 32)) & 0xFFFF_FFFF
        return Int64(all)
    }

    /// Up to 10^6.
    @inline(__always)
    private static func powerOfTen(_ exponent: Int) -> Int64 {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1000
        case 4: 10_000
        case 5: 100_000
        default: 1_000_000
        }
    }

    private func longAmount(decimals: Int) -> Int64? {
        guard count <= 20 else { return nil }
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
    @inline(__always)
    func isPlainID(slashAllowed: Bool) -> Bool {
        guard count > 0, count <= 4000, start[0] != 0x20 else { return false }
        for index in 0..<count {
            let byte = start[index]
            if byte < 0x20 || byte >= 0x7F || byte == 0x2F && !slashAllowed { return false }
        }
        return true
    }

    @inline(__always)
    func equals(_ word: StaticString) -> Bool {
        // The length of the word, not `count`: a constant lets the compiler compare without a call.
        count == word.utf8CodeUnitCount && memcmp(start, word.utf8Start, word.utf8CodeUnitCount) == 0
    }

    /// Eight bytes must be readable.
    @inline(__always)
    var status: Material.Status? {
        guard count >= 11, count <= 14 else { return nil }
        let raw = UnsafeRawPointer(start)
        let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        // Each word is told by its first and its last eight letters; without a branch for each, as rows differ.
        let isOriginating = count == 11 && first == Self.letters("originat") && last == Self.letters("ginating")
        let isNot = count == 14 && first == Self.letters("nonOrigi") && last == Self.letters("ginating")
        let isOpen = count == 12 && first == Self.letters("undeterm") && last == Self.letters("termined")
        guard isOriginating || isNot || isOpen else { return nil }
        return isOriginating ? .originating : isNot ? .nonOriginating : .undetermined
    }

    @inline(__always)
    private static func letters(_ word: StaticString) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(word.utf8Start).loadUnaligned(as: UInt64.self))
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

    /// Ascending by length, then by bytes. Eight bytes of both must be readable.
    @inline(__always)
    func isAfter(_ other: Fields.Slot) -> Bool {
        if count != other.count { return count > other.count }
        return count <= 8 && count > 0 ? firstBytes > other.firstBytes : memcmp(start, other.start, count) > 0
    }

    /// Up to eight bytes as a number that orders as they do.
    @inline(__always)
    private var firstBytes: UInt64 {
        UInt64(bigEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)) >> UInt64(64 - 8 * count)
    }

    var fingerprint: UInt64 {
        var hash: UInt64 = UInt64(count) &+ 0x9E37_79B9_7F4A_7C15
        for index in 0..<count { hash = (hash ^ UInt64(start[index])) &* 0xFF51_AFD7_ED55_8CCD; hash ^= hash >> 29 }
        return hash
    }
}
