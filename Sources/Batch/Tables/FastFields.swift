import Glibc
import OriginModel

/// Reads fields of the usual form straight from their bytes; nil means only that the long way has to be gone.
extension Fields.Slot {
    /// Six digits and nothing else. Eight bytes must be readable.
    @inline(always)
    var sixDigits: UInt32? {
        guard count == 6 else { return nil }
        // Two zeros come in front.
        return Self.number((word ^ Self.zeros) << 16).map { UInt32(truncatingIfNeeded: $0) }
    }

    /// Two capital letters, the first in the high byte.
    var twoLetters: UInt16? {
        guard count == 2, start[0] &- 0x41 < 26, start[1] &- 0x41 < 26 else { return nil }
        return UInt16(start[0]) << 8 | UInt16(start[1])
    }

    /// Two bytes, whatever they are, the first in the high byte; 0 where there are not two.
    @inline(always)
    var twoBytes: UInt16 {
        let bytes = UInt16(bigEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt16.self))
        return count == 2 ? bytes : 0
    }

    /// Eight bytes from the first on, which is the lowest; what stands behind the field among them.
    @inline(always)
    private var word: UInt64 { UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)) }

    private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

    /// A number without sign or exponent, at most twelve digits before the point, as a whole number of the unit of the
    /// scale. Eight bytes must be readable.
    @inline(always)
    func amount(_ scale: AmountScale) -> Int64? {
        count <= 8 ? shortAmount(scale) : longAmount(decimals: scale.decimals)
    }

    /// Up to eight characters at once: digits that are of different lengths from row to row are what a processor cannot
    /// foresee.
    @inline(always)
    private func shortAmount(_ scale: AmountScale) -> Int64? {
        let word = self.word
        // Digits have this bit, a point and whatever ends a field have not.
        let others = ~word & 0x1010_1010_1010_1010
        // Eight digits without a point are left to the long way.
        guard count > 0, others != 0 else { return longAmount(decimals: scale.decimals) }
        let used = count &* 8
        let point = min(others.trailingZeroBitCount & ~7, used)
        // What stands behind the point moves down over it; then the last digit up to the highest byte.
        let before: UInt64 = (1 &<< UInt64(truncatingIfNeeded: point)) &- 1
        let values = word ^ Self.zeros
        let joined = (values & before) | ((values >> 8) & ~before)
        let unused = point < used ? 72 &- used : 64 &- used
        let otherPoint = (word &>> UInt64(truncatingIfNeeded: point)) & (point < used ? 0xFF : 0) ^ (point < used ? 0x2E : 0)
        let factor = scale.factors[count &- point >> 3]
        guard factor != 0, point != 0, otherPoint == 0,
            let number = Self.number(joined &<< UInt64(truncatingIfNeeded: unused))
        else { return nil }
        return number &* factor
    }

    /// Eight digits as the numbers they are, the first lowest; nil where one is none.
    @inline(always)
    private static func number(_ values: UInt64) -> Int64? {
        // A byte above 9 has a high half, or gets one by adding 6.
        guard (values | (values &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
        // Each step adds to a place ten, a hundred, ten thousand times the one before it.
        let pairs = ((values &* (10 << 8 | 1)) >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = ((pairs &* (100 << 16 | 1)) >> 16) & 0x0000_FFFF_0000_FFFF
        return Int64(truncatingIfNeeded: (fours &* (10_000 << 32 | 1)) >> 32)
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
    func isPlainID(slashAllowed: Bool) -> Bool {
        guard count > 0, count <= 4000, start[0] != 0x20 else { return false }
        for index in 0..<count {
            let byte = start[index]
            if byte < 0x20 || byte >= 0x7F || byte == 0x2F && !slashAllowed { return false }
        }
        return true
    }

    /// The same of up to eight bytes without a slash, as a number: the greater the later in order, by length and then by
    /// bytes. 0 where it is none. Eight bytes must be readable.
    @inline(always)
    var shortPlainID: UInt64 {
        guard count > 0, count <= 8, start[0] != 0x20 else { return 0 }
        let unused = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        let word = self.word.byteSwapped &>> unused
        let high: UInt64 = 0x8080_8080_8080_8080
        // What is not used is taken for a letter.
        let bytes = word | ~(UInt64.max &>> unused) & 0x6161_6161_6161_6161
        // Bytes from 0x20 on keep the bit that is lent to them; 0x7F gets it by adding one; a slash alone does not.
        let belowSpace = ~((bytes | high) &- 0x2020_2020_2020_2020)
        let aboveTilde = bytes | (bytes &+ 0x0101_0101_0101_0101)
        let slashes = ~((bytes ^ 0x2F2F_2F2F_2F2F_2F2F) &+ 0x7F7F_7F7F_7F7F_7F7F)
        return (belowSpace | aboveTilde | slashes) & high == 0 ? word : 0
    }

    @inline(always)
    func equals(_ word: StaticString) -> Bool {
        // The length of the word, not `count`: a constant lets the compiler compare without a call.
        count == word.utf8CodeUnitCount && memcmp(start, word.utf8Start, word.utf8CodeUnitCount) == 0
    }

    /// Eight bytes must be readable.
    @inline(always)
    func status(_ words: StatusWords) -> Material.Status? {
        guard StatusWords.lengths.contains(count) else { return nil }
        let last = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        let entry = words[length: count]
        return word == entry.first && last == entry.last ? entry.status : nil
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

    var fingerprint: UInt64 {
        var hash: UInt64 = UInt64(count) &+ 0x9E37_79B9_7F4A_7C15
        for index in 0..<count { hash = (hash ^ UInt64(start[index])) &* 0xFF51_AFD7_ED55_8CCD; hash ^= hash >> 29 }
        return hash
    }
}

/// The words for a status by their length, each told by its first and its last eight letters. In memory, so that the
/// processor need not foresee which of them a row has.
struct StatusWords {
    struct Entry {
        let first: UInt64
        let last: UInt64
        let status: Material.Status
    }

    static let lengths = 11...14
    private let entries: UnsafePointer<Entry>
    /// Stays as long as the process.
    nonisolated(unsafe) static let all = StatusWords()

    private init() {
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: Self.lengths.count)
        // No word has two different letters in one place: nothing is equal to this.
        entries.initialize(repeating: Entry(first: .max, last: 0, status: .undetermined), count: Self.lengths.count)
        for status in Material.Status.allCases {
            let letters = Array(status.rawValue.utf8)
            entries[letters.count - Self.lengths.lowerBound] = Entry(
                first: Self.word(letters.prefix(8)), last: Self.word(letters.suffix(8)), status: status)
        }
        self.entries = UnsafePointer(entries)
    }

    private static func word(_ letters: ArraySlice<UInt8>) -> UInt64 {
        letters.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// - Parameter length: one of `lengths`.
    @inline(always)
    subscript(length length: Int) -> Entry { entries[length &- 11] }
}

/// How many decimals amounts are read with. The factors lie in memory, so that the processor need not foresee how many
/// digits a row has.
struct AmountScale {
    let decimals: Int
    /// By the digits behind the point: the first where there is no point, the second where nothing stands behind it. 0
    /// where an amount may not have so many.
    fileprivate let factors: UnsafePointer<Int64>

    /// Stay as long as the process: whole numbers of 10^-4 of a currency and of 10^-6 kg.
    nonisolated(unsafe) static let money = AmountScale(decimals: 4)
    nonisolated(unsafe) static let weight = AmountScale(decimals: 6)

    private init(decimals: Int) {
        self.decimals = decimals
        let factors = UnsafeMutablePointer<Int64>.allocate(capacity: 10)
        factors.initialize(repeating: 0, count: 10)
        var power: Int64 = 1
        for digits in (0...decimals).reversed() {
            factors[digits == 0 ? 0 : digits + 1] = power
            power *= 10
        }
        self.factors = UnsafePointer(factors)
    }
}
