import DossierFiles

/// A form cut into lines, each with what it is and where it stands.
struct ProofFormLines: Sequence, IteratorProtocol {
    enum Content {
        /// `key: value`; the value begins at `column`, or would.
        case entry(key: String, value: String, column: Int)
        /// `[good]`.
        case heading(String)
        /// Neither, and neither blank nor a comment.
        case other(String)
    }

    struct Line {
        let number: Int
        /// Of the first character that is no space.
        let column: Int
        let content: Content
    }

    private let bytes: [UInt8]
    private var offset: Int
    private var number = 0

    /// - Parameter bytes: UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = TextEncoding.start(of: bytes)
    }

    /// The next line that says anything.
    mutating func next() -> Line? {
        while offset < bytes.count {
            let line = nextLine()
            number += 1
            if let line = Self.line(line, number) { return line }
        }
        return nil
    }

    /// A line ends with LF, CR LF, or a CR of its own.
    private mutating func nextLine() -> Substring.UnicodeScalarView {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") { offset += 1 }
        let line = String(decoding: bytes[start..<offset], as: UTF8.self)
        if offset < bytes.count {
            let isPair = bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
            offset += isPair ? 2 : 1
        }
        return Substring(line).unicodeScalars
    }

    private static func line(_ whole: Substring.UnicodeScalarView, _ number: Int) -> Line? {
        let text = whole.trimmed
        guard let first = text.first, first != "#", first != "＃" else { return nil }
        let column = whole.distance(from: whole.startIndex, to: text.startIndex) + 1
        func line(_ content: Content) -> Line { Line(number: number, column: column, content: content) }
        if let last = text.last, let close = brackets[first], last == close {
            return line(.heading(String(text.dropFirst().dropLast().trimmed)))
        }
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > text.startIndex else {
            return line(.other(String(text)))
        }
        let value = whole[whole.index(after: colon)...].trimmed
        return line(.entry(
            key: String(text[..<colon].trimmed), value: String(value),
            column: whole.distance(from: whole.startIndex, to: value.startIndex) + 1))
    }

    /// The closing bracket of each that may open a heading: those of either keyboard.
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "［": "］", "【": "】"]
}

extension Substring.UnicodeScalarView {
    /// Without the spaces around it; of nothing but spaces, what is empty stands at the end.
    var trimmed: Substring.UnicodeScalarView {
        guard let first = firstIndex(where: { !$0.properties.isWhitespace }) else { return self[endIndex...] }
        guard let last = lastIndex(where: { !$0.properties.isWhitespace }) else { return self[endIndex...] }
        return self[first...last]
    }
}
