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

    /// The three one after the other.
    mutating func append(_ first: UInt8, _ middle: StaticString, _ last: StaticString) {
        reserve(1 + middle.utf8CodeUnitCount + last.utf8CodeUnitCount)
        append(first)
        append(middle)
        append(last)
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
