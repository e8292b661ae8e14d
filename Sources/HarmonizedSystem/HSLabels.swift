/// Short names of chapters and headings in English and Chinese.
///
/// The text is kept as it was read and a label is made when it is asked for: a determination needs only a handful.
public struct HSLabels: Sendable {
    public struct Label: Sendable, Hashable {
        public let english: String
        public let chinese: String
    }

    /// A code and where the two fields of its line stand in `bytes`.
    private struct Entry: Sendable {
        let code: HSCode
        let english: Range<Int>
        let chinese: Range<Int>
    }

    private let bytes: [UInt8]
    /// In the order of the nomenclature.
    private var entries: [Entry] = []

    /// Reads lines of three fields with tabs between them: code, English, Chinese; `#` starts a comment. Codes stand in
    /// the order of the nomenclature, a chapter before its headings.
    public init(tabSeparated text: String) throws(HSNomenclature.FormatError) {
        bytes = Array(text.utf8)
        entries.reserveCapacity(1500)
        var lines = CompactLines(text)
        while let line = lines.next() {
            guard let entry = Self.entry(line.bytes), entries.last.map({ $0.code.rank < entry.code.rank }) ?? true else {
                throw line.error
            }
            entries.append(entry)
        }
    }

    /// nil unless the line has three fields, none empty, the first a code.
    private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
        let tab = UInt8(ascii: "\t")
        guard let first = line.firstIndex(of: tab), let second = line[(first + 1)...].firstIndex(of: tab),
            first + 1 < second, second + 1 < line.endIndex, !line[(second + 1)...].contains(tab),
            let code = HSCode(digits: line[..<first])
        else { return nil }
        return Entry(code: code, english: first + 1..<second, chinese: second + 1..<line.endIndex)
    }

    /// The label of the code itself, else of its heading, else of its chapter.
    public func label(for code: HSCode) -> Label? {
        self[code] ?? self[code.prefix(min(.heading, code.level))] ?? self[code.prefix(.chapter)]
    }

    /// All labelled codes in the order of the nomenclature.
    public var codes: [HSCode] { entries.map(\.code) }

    /// Label of exactly this code. Logarithmic in the number of labels.
    public subscript(code: HSCode) -> Label? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].code.rank < code.rank { low = middle + 1 } else { high = middle }
        }
        guard low < entries.count, entries[low].code == code else { return nil }
        return Label(
            english: String(decoding: bytes[entries[low].english], as: UTF8.self),
            chinese: String(decoding: bytes[entries[low].chinese], as: UTF8.self))
    }
}
