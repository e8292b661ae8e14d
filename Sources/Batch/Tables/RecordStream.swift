import Bilingual
import CByteMasks
import Glibc
import LocalFiles

/// Cuts a CSV file into its records (RFC 4180) without taking it into memory: any size, any kind of file.
///
/// A record that is too long is passed over to its end and reported, so that a broken export costs no memory.
final class RecordStream {
    /// Bytes a record may have.
    static let longestRecord = 1 << 20
    /// Read at once: little, so that whoever cuts a chunk mostly has near its core what it has just read itself, and not
    /// what another thread read.
    private static let blockBytes = 128 << 10
    /// Bytes before the buffer, for the beginning of a record that was passed over.
    private static let headroom = 4096

    /// A record in the buffer, without its line break.
    struct Record {
        /// Into `bytes`; good until the next record is asked for.
        var start: Int
        var count: Int
        /// From 1, of its first line.
        var line: Int
        /// Whether a quotation mark stands in it.
        var isQuoted: Bool
        /// Longer than a record may be: only its beginning is here.
        var isCut = false
    }

    let name: String
    private let descriptor: Int32
    @exclusivity(unchecked) private(set) var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    @exclusivity(unchecked) private var position = 0
    @exclusivity(unchecked) private var end = 0
    private var isAtEnd = false
    @exclusivity(unchecked) private var line = 1
    /// How many fields a record has, once that is known.
    var fieldCount: Int?
    /// Whether any quotation mark stands between `position` and `end`.
    @exclusivity(unchecked) private var mayHaveQuotes = false
    /// Bytes that have been passed, for the progress.
    private(set) var bytesRead = 0
    /// Size of the file where it has one.
    let size: Int?

    /// - Parameter path: a file, a pipe, or `-` for standard input.
    init(_ path: String) throws(InputProblem) {
        name = path
        descriptor = try FileSystem.openToRead(path)
        size = FileSystem.size(of: descriptor)
        capacity = Self.blockBytes + Self.longestRecord
        bytes = UnsafeMutablePointer<UInt8>.allocate(
            capacity: Self.headroom + capacity + Chunk.padding) + Self.headroom
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        try fill()
        // A byte order mark says only that this is UTF-8.
        if end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    deinit {
        (bytes - Self.headroom).deallocate()
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next record that is not blank; nil at the end.
    func next() throws(InputProblem) -> Record? {
        while let record = try cut() {
            if record.count > 0, bytes[record.start] > 0x2C || record.isCut || !isBlank(record) { return record }
        }
        return nil
    }

    /// Whether nothing stands in any field, as in the rows that spreadsheets put behind a table.
    private func isBlank(_ record: Record) -> Bool {
        for index in record.start..<record.start + record.count
        where bytes[index] != 0x2C && bytes[index] != 0x20 && bytes[index] != 0x09 { return false }
        return true
    }

    /// Takes the records that begin with a field, as many as stand whole and without quotation marks in the buffer.
    func takeRun(of good: borrowing GoodID, most: Int) -> Run {
        let (first, end, bytes) = (position, self.end, UnsafePointer(self.bytes))
        var at = first
        var count = 0
        while count < most, good.begins(bytes + at, available: end - at),
            let length = Self.lengthOfLine(bytes + at, available: end - at)
        {
            at += length + 1
            count += 1
        }
        if mayHaveQuotes, memchr(bytes + first, 0x22, at - first) != nil { (at, count) = (first, 0) }
        let run = Run(bytes: UnsafeBufferPointer(start: bytes + first, count: at - first), count: count, line: line)
        position = at
        line += count
        return run
    }

    /// Records that stand one after the other in the buffer, line breaks included.
    struct Run {
        let bytes: UnsafeBufferPointer<UInt8>
        let count: Int
        /// Of the first.
        let line: Int
    }

    /// Bytes before the next line break; nil where none is to be found, or where the line is too long: that is for the
    /// careful way to report.
    @inline(always)
    private static func lengthOfLine(_ start: UnsafePointer<UInt8>, available: Int) -> Int? {
        var block = 0
        while block < available, block <= longestRecord {
            let lineBreaks = rcep_places_of(0x0A, start + block)
            if lineBreaks != 0 {
                let length = block + lineBreaks.trailingZeroBitCount
                return length < available && length <= longestRecord ? length : nil
            }
            block += 64
        }
        return nil
    }

    /// Whether the next record is known to begin with a field.
    func nextBegins(with good: borrowing GoodID) -> Bool {
        good.begins(UnsafePointer(bytes + position), available: end - position)
    }

    private func cut() throws(InputProblem) -> Record? {
        var searched = 0
        while true {
            if let length = lengthOfRecord(searchedFrom: searched) { return take(length) }
            searched = mayHaveQuotes ? 0 : end - position
            if isAtEnd {
                guard end > position else { return nil }
                return takeRest()
            }
            if end - position > Self.longestRecord { return try passOver() }
            try fill()
        }
    }

    /// Bytes up to the line break that ends the record; nil if it is not in the buffer.
    private func lengthOfRecord(searchedFrom searched: Int) -> Int? {
        let start = bytes + position
        let available = end - position
        guard available > searched, let found = memchr(start + searched, 0x0A, available - searched) else { return nil }
        let length = start.distance(to: found.assumingMemoryBound(to: UInt8.self))
        guard mayHaveQuotes, memchr(start, 0x22, length) != nil else { return length }
        return quotedRecord(start, available).length(of: fieldCount)
    }

    private func quotedRecord(_ start: UnsafeMutablePointer<UInt8>, _ available: Int) -> QuotedRecord {
        QuotedRecord(UnsafeBufferPointer(start: start, count: available), endsThere: isAtEnd)
    }

    private func take(_ length: Int) -> Record {
        let start = bytes + position
        let isQuoted = mayHaveQuotes && memchr(start, 0x22, length) != nil
        var record = Record(start: position, count: length, line: line, isQuoted: isQuoted)
        line += 1 + (isQuoted ? lineBreaks(in: start, length) : 0)
        position += length + 1
        if length > 0, start[length - 1] == 0x0D { record.count -= 1 }
        return record
    }

    /// The last record, which no line break need follow.
    private func takeRest() -> Record {
        var length = end - position
        if mayHaveQuotes {
            let record = quotedRecord(bytes + position, length)
            // A quotation mark that is never closed must not swallow the rest of the file.
            length = record.length(of: fieldCount) ?? record.firstLine ?? length
        }
        let record = take(length)
        position = min(position, end)
        return record
    }

    private func lineBreaks(in start: UnsafeMutablePointer<UInt8>, _ length: Int) -> Int {
        var count = 0
        for index in 0..<length where start[index] == 0x0A { count += 1 }
        return count
    }

    /// Leaves a record that is too long, or whose quotation mark is never closed, at the end of its first line.
    private func passOver() throws(InputProblem) -> Record {
        var record = Record(start: position, count: min(end - position, Self.headroom), line: line, isQuoted: false, isCut: true)
        let kept = (0..<record.count).map { bytes[position + $0] }
        while true {
            if let found = memchr(bytes + position, 0x0A, end - position) {
                position += (bytes + position).distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
                break
            }
            position = end
            guard !isAtEnd else { break }
            try fill()
        }
        line += 1
        // The beginning, for the report, into the room before what comes next; there is always enough.
        record.start = position - kept.count
        for (index, byte) in kept.enumerated() { bytes[record.start + index] = byte }
        return record
    }

    /// Moves what is not yet cut to the front and reads as much as there is room for.
    private func fill() throws(InputProblem) {
        if position > 0 {
            memmove(bytes, bytes + position, end - position)
            end -= position
            position = 0
        }
        // A pipe gives what it has; a file gives all that is asked for.
        let step = try FileSystem.read(descriptor, named: name, into: bytes + end, most: min(capacity - end, Self.blockBytes))
        isAtEnd = step == 0
        end += step
        bytesRead += step
        mayHaveQuotes = memchr(bytes, 0x22, end) != nil
    }
}
