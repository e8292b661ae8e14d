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
        var lines = CompactLines(text)
        while let line = lines.next() {
            var fields = line.fields
            guard let new = fields.next(digits: 6), !fields.isAtEnd else { throw line.error }
            while !fields.isAtEnd {
                guard let old = fields.next(digits: 6) else { throw line.error }
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
