/// Short names of chapters and headings in English and Chinese.
public struct HSLabels: Sendable {
    public struct Label: Sendable, Hashable {
        public let english: String
        public let chinese: String
    }

    private var labels: [HSCode: Label] = [:]

    /// Reads lines of three fields with tabs between them: code, English, Chinese; `#` starts a comment.
    public init(tabSeparated text: String) throws(HSNomenclature.FormatError) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != "#" else { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3, let code = HSCode(fields[0]), labels[code] == nil,
                !fields[1].isEmpty, !fields[2].isEmpty
            else { throw HSNomenclature.FormatError(line: index + 1, found: String(line)) }
            labels[code] = Label(english: String(fields[1]), chinese: String(fields[2]))
        }
    }

    /// The label of the code itself, else of its heading, else of its chapter.
    public func label(for code: HSCode) -> Label? {
        labels[code] ?? labels[code.prefix(min(.heading, code.level))] ?? labels[code.prefix(.chapter)]
    }

    /// All labelled codes in the order of the nomenclature.
    public var codes: [HSCode] { labels.keys.sorted() }

    /// Label of exactly this code.
    public subscript(code: HSCode) -> Label? { labels[code] }
}
