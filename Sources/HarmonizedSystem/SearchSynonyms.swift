/// Words people use for goods that the labels name otherwise: `tires` for tyres. Only for finding.
public struct SearchSynonyms: Sendable {
    /// One line: what may be asked, and what is then looked for too.
    public struct Entry: Sendable, Hashable {
        /// From 1.
        public let line: Int
        public let asked: String
        public let meant: [String]
    }

    public let entries: [Entry]
    /// By the first word of what may be asked, in normal form.
    let byFirstWord: [String: [(words: [String], meant: [String])]]

    /// No synonyms at all.
    public init() {
        entries = []
        byFirstWord = [:]
    }

    /// Reads lines of two fields with a tab between them: what may be asked, and what is meant, several with `; `
    /// between them; `#` starts a comment.
    public init(tabSeparated text: String) throws(HSNomenclature.FormatError) {
        var entries: [Entry] = []
        var byFirstWord: [String: [(words: [String], meant: [String])]] = [:]
        var lines = CompactLines(text)
        while let line = lines.next() {
            let fields = line.bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 2 else { throw line.error }
            let words = SearchWords.all(in: fields[0]).map(\.normal)
            let meant = Self.meanings(fields[1])
            guard let first = words.first, !meant.isEmpty else { throw line.error }
            entries.append(Entry(line: line.number, asked: fields[0], meant: meant))
            byFirstWord[first, default: []].append((words, meant))
        }
        self.entries = entries
        // The longest first, so that `sun glasses` is not taken for `sun`.
        self.byFirstWord = byFirstWord.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// What stands between semicolons, spaces around it dropped.
    private static func meanings(_ text: String) -> [String] {
        text.split(separator: ";").compactMap { part in
            let trimmed = part.drop { $0 == " " }
            return trimmed.isEmpty ? nil : String(trimmed)
        }
    }
}
