import CByteMasks
import Glibc

/// The fields of a record, or of several that stand one after the other, found without copying; only what stands in
/// quotation marks is unescaped.
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

    /// The fields of a column, by row.
    struct Column {
        fileprivate let base: UnsafePointer<UInt8>
        fileprivate let begins: UnsafeMutablePointer<Int32>
        fileprivate let stride: Int

        @inline(always)
        subscript(row: Int) -> Slot {
            let place = begins + row &* stride
            return Slot(start: base + Int(place[0]), count: Int(place[1] &- place[0] &- 1))
        }
    }

    /// Of the first record that was read last, or of its unescaped copy.
    private var base: UnsafePointer<UInt8>
    /// For each field of each row where it begins; it ends one byte before the next. Two more places follow those of the
    /// fields of a row: between them lies the empty field of a column that is not there. Behind the last row is room for
    /// as many fields as 64 bytes can hold, should it have too many.
    private var begins: UnsafeMutablePointer<Int32>
    private var rowCapacity = 0
    /// By column: the field it stands in.
    private let fields: UnsafeMutablePointer<Int>
    /// Of the fields of a record.
    private let fieldCount: Int
    private var scratch: UnsafeMutablePointer<UInt8>
    private var scratchCapacity: Int

    init(_ header: TableHeader) {
        fieldCount = header.columns.count
        fields = .allocate(capacity: header.fields.count)
        for (column, field) in header.fields.enumerated() {
            (fields + column).initialize(to: field < 0 ? fieldCount : field)
        }
        scratchCapacity = 1 << 12
        scratch = .allocate(capacity: scratchCapacity)
        base = UnsafePointer(scratch)
        begins = .allocate(capacity: 0)
        makeRoom(64)
    }

    deinit {
        begins.deallocate()
        fields.deallocate()
        scratch.deallocate()
    }

    private var stride: Int { fieldCount &+ 2 }

    private mutating func makeRoom(_ rows: Int) {
        guard rows > rowCapacity else { return }
        rowCapacity = rows * 2
        begins.deallocate()
        begins = .allocate(capacity: rowCapacity * stride + 64)
        // As of empty records: every field is empty.
        for place in 0..<rowCapacity * stride + 64 { (begins + place).initialize(to: Int32(place)) }
    }

    /// The field of a column in the first row; empty where the column is not there.
    @inline(always)
    subscript(column: Int) -> Slot { self.column(column)[0] }

    /// Empty in every row where the column is not there.
    @inline(always)
    func column(_ column: Int) -> Column { Column(base: base, begins: begins + fields[column], stride: stride) }

    /// Finds the fields of a record; they are good until the next is read or the record's bytes go.
    ///
    /// - Parameter start: a line break must follow the record, and `Chunk.padding` bytes after it must be readable.
    mutating func read(
        _ start: UnsafePointer<UInt8>, _ count: Int, isQuoted: Bool
    ) throws(Fault) {
        if isQuoted { return try readQuoted(start, count) }
        guard readLine(start) != nil else {
            let commas = (0..<count).reduce(0) { $0 + (start[$1] == 0x2C ? 1 : 0) }
            throw .fieldCount(commas + 1, expected: fieldCount)
        }
    }

    /// Finds the fields of a record without quotation marks up to the line break behind it.
    ///
    /// - Returns: how many bytes stand before the line break; nil unless there are as many fields as the header names.
    mutating func readLine(_ start: UnsafePointer<UInt8>) -> Int? {
        base = start
        return cut(0, into: begins)
    }

    /// The same for several that stand one after the other, each with its line break.
    /// - Returns: whether all have as many fields as the header names.
    mutating func readLines(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
        makeRoom(count)
        base = start
        var offset = 0
        for row in 0..<count {
            guard let length = cut(offset, into: begins + row &* stride) else { return false }
            offset &+= length &+ 1
        }
        return true
    }

    /// The commas of 64 bytes are found at once, so that the processor can foresee how many there will be.
    @inline(always)
    private func cut(_ offset: Int, into begins: UnsafeMutablePointer<Int32>) -> Int? {
        let (start, fieldCount) = (base + offset, self.fieldCount)
        begins[0] = Int32(truncatingIfNeeded: offset)
        var field = 1
        var block = 0
        while true {
            let lineBreaks = rcep_places_of(0x0A, start + block)
            // Those before the line break; all where there is none.
            var commas = rcep_places_of(0x2C, start + block) & ((lineBreaks & (0 &- lineBreaks)) &- 1)
            while commas != 0 {
                begins[field] = Int32(truncatingIfNeeded: offset &+ block &+ commas.trailingZeroBitCount &+ 1)
                field &+= 1
                commas &= commas - 1
            }
            guard field <= fieldCount else { return nil }
            if lineBreaks != 0 {
                let length = block &+ lineBreaks.trailingZeroBitCount
                close(offset &+ (length > 0 && start[length - 1] == 0x0D ? length - 1 : length), begins)
                return field == fieldCount ? length : nil
            }
            block += 64
        }
    }

    /// Notes where the last field ends.
    @inline(always)
    private func close(_ end: Int, _ begins: UnsafeMutablePointer<Int32>) {
        begins[fieldCount] = Int32(truncatingIfNeeded: end &+ 1)
        begins[fieldCount &+ 1] = Int32(truncatingIfNeeded: end &+ 2)
    }

    /// Copies the record without its quotation marks; one byte is left between two fields.
    private mutating func readQuoted(_ start: UnsafePointer<UInt8>, _ count: Int) throws(Fault) {
        if count + Chunk.padding > scratchCapacity {
            scratch.deallocate()
            scratchCapacity = count + Chunk.padding
            scratch = .allocate(capacity: scratchCapacity)
        }
        base = UnsafePointer(scratch)
        begins[0] = 0
        var written = 0
        var field = 0
        var index = 0
        while true {
            if index < count, start[index] == 0x22 {
                guard let next = Self.unquote(start, count, from: index, into: scratch, &written) else {
                    throw .quotes(field: field)
                }
                index = next
            } else {
                while index < count, start[index] != 0x2C {
                    if start[index] == 0x22 { throw .quotes(field: field) }
                    scratch[written] = start[index]
                    written += 1
                    index += 1
                }
            }
            field += 1
            if index == count { break }
            index += 1
            written += 1
            if field < fieldCount { begins[field] = Int32(truncatingIfNeeded: written) }
        }
        guard field == fieldCount else { throw .fieldCount(field, expected: fieldCount) }
        close(written, begins)
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
