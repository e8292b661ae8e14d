/// Short names of chapters and headings in English and Chinese.
///
/// The text is kept as it was read and a label is made when it is asked for: a determination needs only a handful.
public struct HSLabels: Sendable {
    public struct Label: Sendable, Hashable {
        public let english: String
        public let chinese: String
    }

    /// Where the two fields of a line stand in `bytes`.
    private struct Fields: Sendable {
        let english: Range<Int>
        let chinese: Range<Int>
    }

    private let bytes: [UInt8]
    private var fields: [HSCode: Fields] = [:]

    /// Reads lines of three fields with tabs between them: code, English, Chinese; `#` starts a comment.
    public init(tabSeparated text: String) throws(HSNomenclature.FormatError) {
        bytes = Array(text.utf8)
        fields.reserveCapacity(1500)
        var line = 0
        var start = 0
        while start < bytes.count {
            line += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if end > start, bytes[start] != UInt8(ascii: "#") {
                guard add(start..<end) else {
                    throw HSNomenclature.FormatError(line: line, found: String(decoding: bytes[start..<end], as: UTF8.self))
                }
            }
            start = end + 1
        }
    }

    /// False unless the line has three fields, none empty, and a code that has not come before.
    private mutating func add(_ line: Range<Int>) -> Bool {
        let tab = UInt8(ascii: "\t")
        guard let first = bytes[line].firstIndex(of: tab),
            let second = bytes[(first + 1)..<line.upperBound].firstIndex(of: tab),
            first + 1 < second, second + 1 < line.upperBound,
            !bytes[(second + 1)..<line.upperBound].contains(tab),
            let code = HSCode(digits: bytes[line.lowerBound..<first])
        else { return false }
        return fields.updateValue(
            Fields(english: first + 1..<second, chinese: second + 1..<line.upperBound), forKey: code) == nil
    }

    /// The label of the code itself, else of its heading, else of its chapter.
    public func label(for code: HSCode) -> Label? {
        self[code] ?? self[code.prefix(min(.heading, code.level))] ?? self[code.prefix(.chapter)]
    }

    /// All labelled codes in the order of the nomenclature.
    public var codes: [HSCode] { fields.keys.sorted() }

    /// Label of exactly this code.
    public subscript(code: HSCode) -> Label? {
        fields[code].map { fields in
            Label(
                english: String(decoding: bytes[fields.english], as: UTF8.self),
                chinese: String(decoding: bytes[fields.chinese], as: UTF8.self))
        }
    }
}
