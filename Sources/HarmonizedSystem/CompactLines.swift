/// The lines of a compact file that are neither empty nor a comment, one pass over its bytes.
struct CompactLines {
    struct Line {
        /// From 1.
        let number: Int
        let bytes: ArraySlice<UInt8>

        var fields: Fields { Fields(rest: bytes) }

        var error: HSNomenclature.FormatError {
            HSNomenclature.FormatError(line: number, found: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Numbers with single spaces between them.
    struct Fields {
        fileprivate var rest: ArraySlice<UInt8>

        var isAtEnd: Bool { rest.isEmpty }

        /// Exactly `digits` ASCII digits, then a space or the end of the line; nil for anything else.
        mutating func next(digits: Int) -> UInt32? {
            let end = rest.startIndex + digits
            guard end <= rest.endIndex else { return nil }
            var value: UInt32 = 0
            for byte in rest[rest.startIndex..<end] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + UInt32(byte - UInt8(ascii: "0"))
            }
            guard end < rest.endIndex else {
                rest = []
                return value
            }
            // A space must be followed by another field.
            guard rest[end] == UInt8(ascii: " "), end + 1 < rest.endIndex else { return nil }
            rest = rest[(end + 1)...]
            return value
        }
    }

    private let bytes: [UInt8]
    private var position = 0
    private var number = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func next() -> Line? {
        while position < bytes.count {
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            let line = Line(number: number + 1, bytes: bytes[start..<position])
            position += 1
            number += 1
            if let first = line.bytes.first, first != UInt8(ascii: "#") { return line }
        }
        return nil
    }
}
