import Glibc

/// The id of a good with the comma behind it, as its rows of materials begin. It is held against the beginning of every
/// row, so that its first and its last eight bytes are kept as numbers. In memory of its own, so that no reference is
/// counted when it is looked at.
struct GoodID: ~Copyable {
    /// With the comma.
    private var beginning: UnsafeMutablePointer<UInt8>
    private var capacity = 64
    private(set) var count = 0
    private var first: UInt64 = 0
    private var last: UInt64 = 0
    /// Which bytes of `first` mean something.
    private var mask: UInt64 = 0
    private static let comma: UInt8 = 0x2C

    init() {
        beginning = .allocate(capacity: capacity)
        beginning[0] = Self.comma
    }

    deinit { beginning.deallocate() }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: beginning, count: count) }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// - Parameter isQuoted: whether it comes from a row with quotation marks.
    mutating func set(_ id: UnsafeBufferPointer<UInt8>, isQuoted: Bool) {
        makeRoom(id.count + 1)
        count = id.count
        if let from = id.baseAddress { beginning.update(from: from, count: count) }
        beginning[count] = Self.comma
        // What has a comma or a line break in it begins no row without quotation marks.
        if isQuoted, id.contains(where: { $0 == Self.comma || $0 == 0x0A }) { return (mask, first) = (0, 1) }
        noteEnds(UnsafeRawPointer(beginning), count + 1)
    }

    private mutating func noteEnds(_ bytes: UnsafeRawPointer, _ length: Int) {
        guard length >= 8 else {
            mask = (1 << UInt64(8 * length)) &- 1
            first = (0..<length).reduce(0) { $0 | UInt64(beginning[$1]) << UInt64(8 * $1) }
            return
        }
        mask = .max
        first = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        last = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self))
    }

    private mutating func makeRoom(_ length: Int) {
        guard length > capacity else { return }
        beginning.deallocate()
        capacity = 2 * length
        beginning = .allocate(capacity: capacity)
    }

    /// Whether a row without quotation marks begins with the id. Eight bytes must be readable.
    @inline(always)
    func begins(_ row: UnsafePointer<UInt8>, available: Int) -> Bool {
        let raw = UnsafeRawPointer(row)
        let length = count &+ 1
        guard available >= length, UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & mask == first else {
            return false
        }
        if length <= 8 { return true }
        guard UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)) == last else {
            return false
        }
        return length <= 16 || memcmp(row, beginning, length) == 0
    }

    func equals(_ slot: Fields.Slot) -> Bool { slot.count == count && memcmp(slot.start, beginning, count) == 0 }

    /// Ascending by length, then by bytes.
    func isAfter(_ other: borrowing GoodID) -> Bool {
        count != other.count ? count > other.count : memcmp(beginning, other.beginning, count) > 0
    }

    /// Never 0. Two ids of a portfolio have the same by chance once in some hundred million portfolios.
    var fingerprint: UInt64 {
        var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        while offset < count {
            var word: UInt64 = 0
            if offset + 8 <= count {
                word = UnsafeRawPointer(beginning).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            } else {
                for place in offset..<count { word = word << 8 | UInt64(beginning[place]) }
            }
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            offset += 8
        }
        hash = (hash ^ hash >> 29) &* 0xC4CE_B9FE_1A85_EC53
        hash ^= hash >> 32
        return hash == 0 ? 1 : hash
    }
}
