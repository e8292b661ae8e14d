/// Which subheadings of one edition correspond to which of another.
public struct HSCorrelation: Sendable {
    public let newer: HSEdition
    public let older: HSEdition
    private var toOlder: [UInt32: [UInt32]] = [:]
    private var toNewer: [UInt32: [UInt32]] = [:]

    /// Reads the compact form: a code of the newer edition, then its codes of the older one; `#` starts a comment.
    /// A code in neither column is the same in both editions.
    public init(newer: HSEdition, older: HSEdition, compact text: String) throws(HSNomenclature.FormatError) {
        self.newer = newer
        self.older = older
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let codes = line.split(separator: UInt8(ascii: " ")).map { number($0, digits: 6) }
            guard codes.count >= 2, let new = codes[0], !codes.contains(nil) else {
                throw HSNomenclature.FormatError(line: index + 1, found: String(decoding: line, as: UTF8.self))
            }
            for old in codes.dropFirst().compactMap({ $0 }) {
                toOlder[new, default: []].append(old)
                toNewer[old, default: []].append(new)
            }
        }
    }

    /// The subheadings of `target` that the code may have become or come from, ascending; itself where nothing changed.
    /// - Parameters:
    ///   - subheading: six digits, of the other edition.
    ///   - target: `newer` or `older`.
    public func candidates(for subheading: UInt32, in target: HSEdition) -> [UInt32] {
        let listed = target == newer ? toNewer[subheading] : toOlder[subheading]
        return listed?.sorted() ?? [subheading]
    }
}
