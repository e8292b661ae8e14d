import Glibc

/// The fields of one record, found without copying; only what stands in quotation marks is unescaped.
///
/// One is made for each worker and used for every record.
struct Fields: ~Copyable {
    /// Bytes of a field, without quotation marks.
    struct Slot {
        var start: UnsafePointer<UInt8>
        var count: Int

        var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
        var isEmpty: Bool { count == 0 }
        var text: String { String(decoding: bytes, as: UTF8.self) }

        func equals(_ other: Slot) -> Bool { count == other.count && memcmp(start, other.start, count) == 0 }
    }

    enum Fault: Error {
        case fieldCount(Int, expected: Int)
        /// Something beside a quoted field, or a quotation mark never closed.
        case quotes(field: Int)
    }

    /// By column.
    private let slots: UnsafeMutablePointer<Slot>
    private let columns: [Int]
    /// The same for the hot path.
    private let places: UnsafeMutablePointer<Int>
    /// Of the fields of a record.
    let columnCount: Int
    private var scratch: UnsafeMutablePointer<UInt8>
    private var scratchCapacity: Int

    init(_ header: TableHeader) {
        columns = header.columns
        columnCount = columns.count
        places = .allocate(capacity: max(columnCount, 1))
        let unknown = header.fields.count
        for (field, column) in columns.enumerated() { (places + field).initialize(to: column < 0 ? unknown : column) }
        slots = .allocate(capacity: header.fields.count + 1)
        // An empty field needs an address, though nothing is ever read there.
        let nowhere = UnsafeRawPointer(slots).assumingMemoryBound(to: UInt8.self)
        slots.initialize(repeating: Slot(start: nowhere, count: 0), count: header.fields.count + 1)
        scratchCapacity = 1 << 12
        scratch = .allocate(capacity: scratchCapacity)
    }

    deinit {
        slots.deallocate()
        places.deallocate()
        scratch.deallocate()
    }

    /// The field of a column; empty where the column is not there.
    subscript(column: Int) -> Slot { slots[column] }

    /// Finds the fields of a record; they are good until the next is read or the record's bytes go.
    ///
    /// - Parameter start: `Chunk.padding` bytes after the record must be readable.
    mutating func read(
        _ start: UnsafePointer<UInt8>, _ count: Int, isQuoted: Bool
    ) throws(Fault) {
        if isQuoted { return try readQuoted(start, count) }
        let found = readPlain(start, count)
        guard found == columnCount else { throw .fieldCount(found, expected: columnCount) }
    }

    /// Finds the commas of 64 bytes at once, so that the processor can foresee how many there will be.
    /// - Returns: how many fields there are.
    @inline(__always)
    mutating func readPlain(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var field = 0
        var from = start
        var block = 0
        while block < count {
            var commas = CommaMask.of(start + block, min(count - block, 64))
            while commas != 0 {
                let comma = start + (block + commas.trailingZeroBitCount)
                put(field, from, from.distance(to: comma))
                field += 1
                from = comma + 1
                commas &= commas - 1
            }
            block += 64
        }
        put(field, from, from.distance(to: start + count))
        return field + 1
    }

    @inline(__always)
    private func put(_ field: Int, _ start: UnsafePointer<UInt8>, _ count: Int) {
        guard field < columnCount else { return }
        // Columns that are not known go to a slot that nobody looks at.
        slots[places[field]] = Slot(start: start, count: count)
    }

    private mutating func readQuoted(_ start: UnsafePointer<UInt8>, _ count: Int) throws(Fault) {
        if count > scratchCapacity {
            scratch.deallocate()
            scratchCapacity = count
            scratch = .allocate(capacity: count)
        }
        var written = 0
        var field = 0
        var index = 0
        while true {
            let slot: Slot
            if index < count, start[index] == 0x22 {
                let from = written
                guard let next = Self.unquote(start, count, from: index, into: scratch, &written) else {
                    throw .quotes(field: field)
                }
                slot = Slot(start: UnsafePointer(scratch + from), count: written - from)
                index = next
            } else {
                let from = index
                while index < count, start[index] != 0x2C {
                    if start[index] == 0x22 { throw .quotes(field: field) }
                    index += 1
                }
                slot = Slot(start: start + from, count: index - from)
            }
            if field < columns.count, columns[field] >= 0 { slots[columns[field]] = slot }
            field += 1
            if index == count { break }
            index += 1
        }
        guard field == columns.count else { throw .fieldCount(field, expected: columns.count) }
    }

    /// Takes the quotation marks off a field; nil unless a comma or the end follows it.
    private static func unquote(
        _ start: UnsafePointer<UInt8>, _ count: Int, from: Int, into scratch: UnsafeMutablePointer<UInt8>,
        _ written: inout Int
    ) -> Int? {
        var index = from + 1
        while index < count {
            if start[index] == 0x22 {
                guard index + 1 < count, start[index + 1] == 0x22 else {
                    let next = index + 1
                    return next == count || start[next] == 0x2C ? next : nil
                }
                index += 1
            }
            scratch[written] = start[index]
            written += 1
            index += 1
        }
        return nil
    }

    /// The field at a place of a record that has not been read yet; nil where the record has fewer or is malformed.
    static func field(
        _ wanted: Int, of start: UnsafePointer<UInt8>, _ count: Int, isQuoted: Bool,
        scratch: UnsafeMutablePointer<UInt8>
    ) -> Slot? {
        var field = 0
        var index = 0
        if !isQuoted {
            while field < wanted {
                guard let comma = memchr(start + index, 0x2C, count - index) else { return nil }
                index = start.distance(to: comma.assumingMemoryBound(to: UInt8.self)) + 1
                field += 1
            }
            var end = index
            while end < count, start[end] != 0x2C { end += 1 }
            return Slot(start: start + index, count: end - index)
        }
        while true {
            var written = 0
            let slot: Slot
            if index < count, start[index] == 0x22 {
                guard let next = unquote(start, count, from: index, into: scratch, &written) else { return nil }
                slot = Slot(start: UnsafePointer(scratch), count: written)
                index = next
            } else {
                let from = index
                while index < count, start[index] != 0x2C { index += 1 }
                slot = Slot(start: start + from, count: index - from)
            }
            if field == wanted { return slot }
            if index == count { return nil }
            index += 1
            field += 1
        }
    }

    /// All fields of a record as text.
    static func texts(_ start: UnsafePointer<UInt8>, _ count: Int) -> [String] {
        let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 1))
        defer { scratch.deallocate() }
        let isQuoted = memchr(start, 0x22, count) != nil
        var texts: [String] = []
        while let slot = field(texts.count, of: start, count, isQuoted: isQuoted, scratch: scratch) {
            texts.append(slot.text)
        }
        return texts
    }

    /// Where a field begins in its record, as line breaks before it and characters after the last of them, from 1.
    static func place(ofField wanted: Int, in record: [UInt8]) -> (lines: Int, column: Int) {
        var (field, inQuotes, lines, column) = (0, false, 0, 1)
        for byte in record {
            if field == wanted { break }
            if byte == 0x22 { inQuotes.toggle() }
            if byte == 0x2C, !inQuotes { field += 1 }
            if byte == 0x0A {
                lines += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (lines, column)
    }
}

/// Where commas are among 64 bytes.
enum CommaMask {
    /// One bit for each byte, the first lowest. 64 bytes must be readable, of which the first `count` are looked at.
    @inline(__always)
    static func of(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let raw = UnsafeRawPointer(start)
        var mask: UInt64 = 0
        for word in 0..<8 {
            let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
            mask |= gathered(highBits(bytes)) << UInt64(word * 8)
        }
        return count >= 64 ? mask : mask & ((1 << UInt64(count)) &- 1)
    }

    /// The highest bit of each byte that is a comma.
    @inline(__always)
    private static func highBits(_ word: UInt64) -> UInt64 {
        let differing = word ^ 0x2C2C_2C2C_2C2C_2C2C
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((differing & low) &+ low) | differing | low)
    }

    /// The highest bits of eight bytes as the eight lowest bits.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 {
        ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56
    }
}
