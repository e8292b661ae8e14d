import Bilingual
import Glibc

/// Finds lines and columns in bytes, only once a problem has to be reported.
package enum TextPlace {
    /// Line and column, from 1, of the byte at an offset; columns count Unicode characters.
    package static func place(ofByte offset: Int, in bytes: [UInt8]) -> InputProblem.Place {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // Continuation bytes belong to the character already counted.
        let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
        return .line(line, column: column)
    }

    /// Offset of the first byte that makes the text no UTF-8, or is the character NUL; nil for good text.
    package static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        let hasZero = bytes.withUnsafeBytes { buffer in
            buffer.baseAddress.map { memchr($0, 0, buffer.count) != nil } ?? false
        }
        guard hasZero || !isASCII(bytes) else { return nil }
        guard hasZero || String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator), scalar != "\0" {
            offset += UTF8.width(scalar)
        }
        return offset
    }

    /// Most rule files are, and then need no closer look.
    private static func isASCII(_ bytes: [UInt8]) -> Bool {
        bytes.reduce(0, |) < 0x80
    }
}
