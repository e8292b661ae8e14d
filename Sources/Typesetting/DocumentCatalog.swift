/// The catalog of a PDF, to which Cairo has no key for the language of the text.
///
/// The file is not rewritten: a new catalog is appended as an incremental update (ISO 32000-1, 7.5.6), and what Cairo wrote
/// stands before it byte for byte.
struct DocumentCatalog {
    private let bytes: [UInt8]
    /// Object number of the catalog.
    private let number: String
    /// Between `<<` and `>>`.
    private let entries: String
    private let trailer: String
    private let tableOffset: String

    /// - Returns: nil where the end of the file is not a table and a trailer as Cairo writes them up to PDF 1.4.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        let end = String(decoding: bytes.suffix(1024), as: UTF8.self)
        guard let trailer = end.between("trailer\n<<", ">>"), let table = end.between("startxref\n", "\n%%EOF"),
            let root = trailer.between("/Root ", " 0 R"), root.allSatisfy(\.isASCIIDigit), table.allSatisfy(\.isASCIIDigit),
            let object = Self.object(root, in: bytes), let entries = object.between("<<", ">>\nendobj"),
            entries.contains("/Catalog"), !entries.contains("/Lang")
        else { return nil }
        number = root
        self.entries = entries
        self.trailer = trailer
        tableOffset = table
    }

    /// The text of an object near the end of the file, where Cairo writes the catalog.
    private static func object(_ number: String, in bytes: [UInt8]) -> String? {
        let head = Array("\n\(number) 0 obj\n".utf8)
        guard let start = bytes.lastRange(of: head) else { return nil }
        return String(decoding: bytes[start..<min(start + 2048, bytes.count)], as: UTF8.self)
    }

    /// - Parameter language: a tag such as `zh-CN`, of letters, digits and hyphens.
    func bytes(language: String) -> [UInt8] {
        let tag = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        // The title stands in the window instead of the name of the file.
        let object = "\(number) 0 obj\n<<\(entries)   /Lang (\(tag))\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n"
        let offset = String(bytes.count)
        let place = String(repeating: "0", count: max(0, 10 - offset.count)) + offset
        let table = bytes.count + object.utf8.count
        let end = "xref\n\(number) 1\n\(place) 00000 n \ntrailer\n<<\(trailer)   /Prev \(tableOffset)\n>>\nstartxref\n\(table)\n%%EOF\n"
        return bytes + Array(object.utf8) + Array(end.utf8)
    }
}

extension String {
    /// What stands between two texts, the first of each.
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound else {
            return nil
        }
        return String(self[from..<to])
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension [UInt8] {
    /// Where the last occurrence begins.
    fileprivate func lastRange(of pattern: [UInt8]) -> Int? {
        guard count >= pattern.count else { return nil }
        return (0...(count - pattern.count)).reversed().first { self[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
