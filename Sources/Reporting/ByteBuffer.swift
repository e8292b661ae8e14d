import Bilingual
import CByteMasks
import Glibc

/// Bytes written one after the other: no reference is counted and nothing is checked for a byte, as an array would.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    /// Whether it is not, or no longer, in the memory it was given.
    private(set) var ownsMemory = true
    /// Holds a usual determination without growing.
    private static let usualCapacity = 1 << 15

    init() {
        capacity = Self.usualCapacity
        start = .allocate(capacity: capacity)
    }

    /// Moves to memory of its own only when it has to grow.
    init(startingIn room: UnsafeMutableBufferPointer<UInt8>) {
        ownsMemory = room.baseAddress == nil
        capacity = ownsMemory ? Self.usualCapacity : room.count
        start = room.baseAddress ?? .allocate(capacity: capacity)
    }

    deinit {
        if ownsMemory { start.deallocate() }
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    @inline(always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    mutating func append(repeating byte: UInt8, count times: Int) {
        reserve(times)
        memset(start + count, Int32(byte), times)
        count += times
    }

    @inline(always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let from = bytes.baseAddress else { return }
        reserve(bytes.count)
        memcpy(start + count, from, bytes.count)
        count += bytes.count
    }

    @inline(always)
    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// `"name":`, after a comma where something stands before it.
    @inline(always)
    mutating func append(name: StaticString, isContinued: Bool) {
        let length = name.utf8CodeUnitCount
        reserve(length &+ 4)
        let comma = start + count
        // Written over where there is to be none.
        comma[0] = UInt8(ascii: ",")
        let end = comma + (isContinued ? 1 : 0)
        end[0] = UInt8(ascii: "\"")
        memcpy(end + 1, name.utf8Start, length)
        end[length &+ 1] = UInt8(ascii: "\"")
        end[length &+ 2] = UInt8(ascii: ":")
        count &+= length &+ 3 &+ (isContinued ? 1 : 0)
    }

    @inline(always)
    mutating func append(_ value: some ASCIIValue, between mark: UInt8) {
        let length = value.asciiCount
        reserve(length &+ 2)
        let end = start + count
        end[0] = mark
        value.writeASCII(to: end + 1)
        end[length &+ 1] = mark
        count &+= length &+ 2
    }

    /// The bytes as a JSON string, unless one of them needs an escape: then nothing is appended.
    @inline(always)
    mutating func appendPlainString(_ bytes: UnsafeBufferPointer<UInt8>, isKnownPlain: Bool = false) -> Bool {
        reserve(bytes.count &+ 2)
        let end = start + count
        end[0] = UInt8(ascii: "\"")
        if let from = bytes.baseAddress, !Self.copyPlain(from, bytes.count, to: end + 1), !isKnownPlain { return false }
        end[bytes.count &+ 1] = UInt8(ascii: "\"")
        count &+= bytes.count &+ 2
        return true
    }

    /// The bytes as a JSON string; none of them needs an escape.
    @inline(always)
    mutating func appendWord(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Whether one does is not worked out where nobody asks.
        _ = appendPlainString(bytes, isKnownPlain: true)
    }

    /// Sixteen at a time, the last sixteen over some of those before; fewer as eight and eight, or four and four, that
    /// may lie over one another.
    @inline(always)
    private static func copyPlain(
        _ from: UnsafePointer<UInt8>, _ count: Int, to end: UnsafeMutablePointer<UInt8>
    ) -> Bool {
        let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(end))
        switch count {
        case 0: return true
        case 1..<4: return copyPlainFew(source, count, to: target)
        case 4..<8: return copyPlain(source, 0, count &- 4, to: target, as: UInt32.self)
        case 8..<16: return copyPlain(source, 0, count &- 8, to: target, as: UInt64.self)
        default: break
        }
        var index = 0
        while index &+ 16 <= count {
            guard copyPlain(source, index, index &+ 8, to: target, as: UInt64.self) else { return false }
            index &+= 16
        }
        return copyPlain(source, count &- 16, count &- 8, to: target, as: UInt64.self)
    }

    /// Those from two places on.
    @inline(always)
    private static func copyPlain<Word: FixedWidthInteger & BitwiseCopyable>(
        _ source: UnsafeRawPointer, _ first: Int, _ second: Int, to target: UnsafeMutableRawPointer, as type: Word.Type
    ) -> Bool {
        let some = source.loadUnaligned(fromByteOffset: first, as: Word.self)
        let others = source.loadUnaligned(fromByteOffset: second, as: Word.self)
        target.storeBytes(of: some, toByteOffset: first, as: Word.self)
        target.storeBytes(of: others, toByteOffset: second, as: Word.self)
        if Word.bitWidth == 64 {
            return !rcep_need_escape(UInt64(truncatingIfNeeded: some), UInt64(truncatingIfNeeded: others))
        }
        let both = UInt64(truncatingIfNeeded: some) | UInt64(truncatingIfNeeded: others) << 32
        return !rcep_need_escape(both, both)
    }

    @inline(always)
    private static func copyPlainFew(
        _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
    ) -> Bool {
        let first = source.load(as: UInt8.self)
        let middle = source.load(fromByteOffset: count / 2, as: UInt8.self)
        let last = source.load(fromByteOffset: count &- 1, as: UInt8.self)
        target.storeBytes(of: first, as: UInt8.self)
        target.storeBytes(of: middle, toByteOffset: count / 2, as: UInt8.self)
        target.storeBytes(of: last, toByteOffset: count &- 1, as: UInt8.self)
        let shown = UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16 | UInt64(first) &* 0x0101_0101_0100_0000
        return !rcep_need_escape(shown, shown)
    }

    mutating func append(_ text: String) {
        text.withBytes { append($0) }
    }

    @inline(always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(to: count + more) }
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        capacity = max(needed, 2 * capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        memcpy(larger, start, count)
        if ownsMemory { start.deallocate() }
        start = larger
        ownsMemory = true
    }
}
