/// A place in a text, both numbers from 1; the column counts Unicode characters, not bytes.
public struct TextPosition: Sendable, Hashable {
    public let line: Int
    public let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Turns byte offsets into lines and columns; asked in ascending order, it passes over the text once.
package struct PositionFinder {
    private let bytes: [UInt8]
    private let start: Int
    private let firstLine: Int
    private var offset: Int
    private var line: Int
    private var column = 1

    /// - Parameters:
    ///   - start: where the text begins, after a byte order mark.
    ///   - firstLine: number of the first line, for a text that is itself a line of a file.
    init(_ bytes: [UInt8], start: Int, firstLine: Int) {
        self.bytes = bytes
        self.start = start
        self.firstLine = firstLine
        offset = start
        line = firstLine
    }

    package mutating func position(ofByte target: Int) -> TextPosition {
        if target < offset { rewind() }
        while offset < min(target, bytes.count) {
            advance(over: bytes[offset])
            offset += 1
        }
        return TextPosition(line: line, column: column)
    }

    private mutating func rewind() {
        offset = start
        line = firstLine
        column = 1
    }

    private mutating func advance(over byte: UInt8) {
        if endsLine(byte) {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            // Continuation bytes belong to the character already counted.
            column += 1
        }
    }

    /// A line ends with LF, CR LF (at the LF), or a CR of its own.
    private func endsLine(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}
