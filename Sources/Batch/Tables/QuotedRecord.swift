/// Where a record with quotation marks ends (RFC 4180): only a field that begins with one goes on over a line break.
///
/// A mark that stands elsewhere, or is never closed, must not take the rows of other goods with it: then the record is its
/// first line, which is reported.
struct QuotedRecord {
    /// Bytes before the first line break; nil where there is none.
    private(set) var firstLine: Int?
    private var fields = 1
    private var end = End.unknown
    /// Most commas between the marks of a field that goes on over a line break.
    private var mostCommas = 0

    private enum End {
        /// More bytes are needed.
        case unknown
        case line(Int)
        /// Something stands beside a field in quotation marks.
        case malformed
    }

    /// - Parameter endsThere: whether nothing follows the bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>, endsThere: Bool) {
        var index = 0
        while true {
            if index < bytes.count, bytes[index] == 0x22 {
                guard let next = passQuoted(bytes, from: index + 1, endsThere) else { return }
                index = next
                if index < bytes.count, bytes[index] == 0x0D { index += 1 }
            } else {
                while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A { index += 1 }
            }
            guard index < bytes.count else {
                if endsThere { end = .line(bytes.count) }
                return
            }
            switch bytes[index] {
            case 0x2C:
                fields += 1
                index += 1
            case 0x0A:
                if firstLine == nil { firstLine = index }
                end = .line(index)
                return
            default:
                end = .malformed
                noteFirstLine(bytes, from: index)
                return
            }
        }
    }

    /// Bytes before the line break the record ends with; nil where more bytes are needed to tell.
    /// - Parameter wanted: fields a record has; one of several lines that has not as many, or that many within one field,
    ///   is no record: there two marks meant as inches would hide a row between them.
    func length(of wanted: Int?) -> Int? {
        switch end {
        case .unknown: nil
        case .malformed: firstLine
        case .line(let length):
            if let firstLine, firstLine < length, let wanted, fields != wanted || mostCommas + 1 >= wanted { firstLine } else { length }
        }
    }

    /// Behind the mark that closes a field; nil where it is not there.
    private mutating func passQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, _ endsThere: Bool) -> Int? {
        var index = from
        var (commas, hasLineBreak) = (0, false)
        defer { if hasLineBreak { mostCommas = max(mostCommas, commas) } }
        while index < bytes.count {
            if bytes[index] == 0x2C { commas += 1 }
            if bytes[index] == 0x0A { hasLineBreak = true }
            if bytes[index] == 0x22 {
                if index + 1 == bytes.count { return endsThere ? index + 1 : nil }
                guard bytes[index + 1] == 0x22 else { return index + 1 }
                index += 1
            } else if bytes[index] == 0x0A, firstLine == nil {
                firstLine = index
            }
            index += 1
        }
        return nil
    }

    private mutating func noteFirstLine(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) {
        guard firstLine == nil else { return }
        firstLine = bytes[from...].firstIndex(of: 0x0A)
    }
}
