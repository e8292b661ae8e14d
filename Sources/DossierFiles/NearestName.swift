/// Finds the name somebody meant.
package enum NearestName {
    /// The candidate closest to what was written: the same but for case, `_`, `-` and spaces, or a few slips away.
    package static func nearest(to written: String, among candidates: [String]) -> String? {
        let wanted = simplified(written)
        // A longer text is no slip of a name, and comparing it would cost its length many times over.
        guard !wanted.isEmpty, wanted.count <= 40 else { return nil }
        let ranked = candidates.map { (name: $0, slips: distance(wanted, simplified($0))) }
        guard let best = ranked.min(by: { $0.slips < $1.slips }), best.slips <= max(1, wanted.count / 3),
            best.slips < wanted.count
        else { return nil }
        return best.name
    }

    private static func simplified(_ name: String) -> [UInt8] {
        name.utf8.prefix(160).filter { ![UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " ")].contains($0) }
            .map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var current = [i + 1]
            for (j, b) in right.enumerated() {
                var best = min(last[j + 1] + 1, current[j] + 1, last[j] + (a == b ? 0 : 1))
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, beforeLast[j - 1] + 1) }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
