/// The codes of one edition.
public struct HSNomenclature: Sendable {
    public let edition: HSEdition
    /// Six-digit numbers, ascending.
    public let subheadings: [UInt32]
    /// One bit for each number of six digits: whether it is there.
    @usableFromInline let bits: [UInt64]

    /// Why a text is not a nomenclature file.
    public struct FormatError: Error, Equatable {
        /// From 1.
        public let line: Int
        public let found: String
    }

    /// Reads the compact form: a heading, then the last two digits of each of its subheadings; `#` starts a comment.
    /// Codes ascend through the whole text.
    public init(edition: HSEdition, compact text: String) throws(FormatError) {
        self.edition = edition
        var codes: [UInt32] = []
        codes.reserveCapacity(6000)
        var lines = CompactLines(text)
        while let line = lines.next() {
            var fields = line.fields
            guard let heading = fields.next(digits: 4) else { throw line.error }
            while !fields.isAtEnd {
                guard let last = fields.next(digits: 2), codes.last.map({ $0 < heading * 100 + last }) ?? true else {
                    throw line.error
                }
                codes.append(heading * 100 + last)
            }
        }
        subheadings = codes
        bits = codes.reduce(into: [UInt64](repeating: 0, count: 1_000_000 / 64)) { bits, code in
            bits[Int(code / 64)] |= 1 << UInt64(code % 64)
        }
    }

    /// Whether the code exists at its level. For a subheading one look-up, else logarithmic in the number of codes.
    @inlinable @inline(__always)
    public func contains(_ code: HSCode) -> Bool {
        // Inlined, since it is asked of every line, and threads that count references to one table wait for each other.
        code.level == .subheading
            ? bits[Int(code.number / 64)] >> UInt64(code.number % 64) & 1 == 1 : containsAny(of: code)
    }

    /// Whether any subheading of a chapter or heading exists.
    @usableFromInline
    func containsAny(of code: HSCode) -> Bool {
        let span = Self.span(of: code)
        let index = firstIndex(notBelow: span.lowerBound)
        return index < subheadings.count && span.contains(subheadings[index])
    }

    /// The subheadings of a chapter or heading, or the subheading itself.
    public func subheadings(of code: HSCode) -> ArraySlice<UInt32> {
        let span = Self.span(of: code)
        let start = firstIndex(notBelow: span.lowerBound)
        var end = start
        while end < subheadings.count, span.contains(subheadings[end]) { end += 1 }
        return subheadings[start..<end]
    }

    /// Up to `count` existing subheadings a person may have meant: those of the same heading, else of the same
    /// chapter, nearest first.
    public func near(_ code: HSCode, count: Int = 4) -> [HSCode] {
        for level in [HSCode.Level.heading, .chapter] where level <= code.level {
            let siblings = subheadings(of: code.prefix(level))
            guard !siblings.isEmpty else { continue }
            let wanted = Self.span(of: code).lowerBound
            let nearest = siblings.sorted { distance($0, wanted) < distance($1, wanted) }.prefix(count)
            return nearest.sorted().map { HSCode(number: $0, level: .subheading) }
        }
        return []
    }

    private func distance(_ left: UInt32, _ right: UInt32) -> UInt32 {
        left > right ? left - right : right - left
    }

    private func firstIndex(notBelow number: UInt32) -> Int {
        var low = 0
        var high = subheadings.count
        while low < high {
            let middle = (low + high) / 2
            if subheadings[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The six-digit numbers a code covers.
    private static func span(of code: HSCode) -> Range<UInt32> {
        switch code.level {
        case .chapter: code.number * 10000..<(code.number + 1) * 10000
        case .heading: code.number * 100..<(code.number + 1) * 100
        case .subheading: code.number..<code.number + 1
        }
    }
}
