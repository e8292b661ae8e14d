import Bilingual
import Glibc

/// Bytes written one after the other: no reference is counted and nothing is checked for a byte, as an array would.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    /// Holds a usual determination without growing.
    private static let usualCapacity = 1 << 15

    init() {
        capacity = Self.usualCapacity
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

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

    /// The bytes between two others, if `isPlain` says so of all of them, which it is shown eight at a time; false, and
    /// nothing is appended, as soon as it does not.
    @inline(always)
    mutating func append(
        _ bytes: UnsafeBufferPointer<UInt8>, between mark: UInt8, where isPlain: (UInt64) -> Bool
    ) -> Bool {
        reserve(bytes.count &+ 2)
        let end = start + count
        end[0] = mark
        if let from = bytes.baseAddress, !Self.copy(from, bytes.count, to: end + 1, where: isPlain) { return false }
        end[bytes.count &+ 1] = mark
        count &+= bytes.count &+ 2
        return true
    }

    /// Eight at a time, the last eight over some of those before; fewer than eight are shown with the first of them in
    /// the place of those that are missing.
    @inline(always)
    private static func copy(
        _ from: UnsafePointer<UInt8>, _ count: Int, to end: UnsafeMutablePointer<UInt8>, where isPlain: (UInt64) -> Bool
    ) -> Bool {
        let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(end))
        guard count >= 8 else { return copyFew(source, count, to: target, where: isPlain) }
        var index = 0
        while index &+ 8 <= count {
            let eight = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard isPlain(eight) else { return false }
            target.storeBytes(of: eight, toByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        let eight = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        target.storeBytes(of: eight, toByteOffset: count &- 8, as: UInt64.self)
        return isPlain(eight)
    }

    @inline(always)
    private static func copyFew(
        _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer, where isPlain: (UInt64) -> Bool
    ) -> Bool {
        if count >= 4 {
            let first = source.loadUnaligned(as: UInt32.self)
            let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            target.storeBytes(of: first, as: UInt32.self)
            target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
            return isPlain(UInt64(first) | UInt64(last) << 32)
        }
        guard count > 0 else { return true }
        let first = source.load(as: UInt8.self)
        let middle = source.load(fromByteOffset: count / 2, as: UInt8.self)
        let last = source.load(fromByteOffset: count &- 1, as: UInt8.self)
        target.storeBytes(of: first, as: UInt8.self)
        target.storeBytes(of: middle, toByteOffset: count / 2, as: UInt8.self)
        target.storeBytes(of: last, toByteOffset: count &- 1, as: UInt8.self)
        let shown = UInt64(first) | UInt64(middle) << 8 | UInt64(last) << 16
        return isPlain(shown | UInt64(first) &* 0x0101_0101_0100_0000)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
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
        start.deallocate()
        start = larger
    }
}
