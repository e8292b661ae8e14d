/// The goods that have been met, by a fingerprint of their ids, for finding an id that stands twice.
///
/// It remembers the first two million goods; a portfolio of more is still judged, and a repetition then found only where
/// the rows of materials show it.
struct SeenGoods: ~Copyable {
    static let most = 1 << 21
    /// As long as each id comes after the one before, no id stands twice, and nothing has to be searched: the goods stand
    /// here in their order. Afterwards by place in a table, 0 where there is none.
    private var fingerprints: [UInt64] = []
    private var lines: [UInt32] = []
    private var count = 0
    private var greatest = GoodID()
    private var isAscending = true

    var isFull: Bool { count >= Self.most }

    /// Notes an id; the line it stood in before where it did.
    mutating func insert(_ id: borrowing GoodID, line: Int) -> Int? {
        if isAscending {
            if count == 0 || id.isAfter(greatest) {
                greatest.set(id.bytes, isQuoted: false)
                append(id.fingerprint, line)
                return nil
            }
            makeTable()
        }
        let mark = id.fingerprint
        let index = place(mark)
        if fingerprints[index] == mark { return Int(lines[index]) }
        guard count < Self.most else { return nil }
        put(mark, UInt32(clamping: line), at: index)
        count += 1
        if count * 2 >= fingerprints.count { rehash(to: fingerprints.count * 2) }
        return nil
    }

    /// The line an id stood in.
    mutating func line(of id: borrowing GoodID) -> Int? {
        if isAscending { makeTable() }
        let mark = id.fingerprint
        let index = place(mark)
        return fingerprints[index] == mark ? Int(lines[index]) : nil
    }

    private mutating func append(_ mark: UInt64, _ line: Int) {
        guard count < Self.most else { return }
        fingerprints.append(mark)
        lines.append(UInt32(clamping: line))
        count += 1
    }

    private mutating func makeTable() {
        isAscending = false
        var size = 1 << 12
        while size < count * 4 { size *= 2 }
        rehash(to: size)
    }

    private mutating func rehash(to size: Int) {
        let (oldMarks, oldLines) = (fingerprints, lines)
        fingerprints = [UInt64](repeating: 0, count: size)
        lines = [UInt32](repeating: 0, count: size)
        for (mark, line) in zip(oldMarks, oldLines) where mark != 0 { put(mark, line, at: place(mark)) }
    }

    private mutating func put(_ mark: UInt64, _ line: UInt32, at index: Int) {
        fingerprints[index] = mark
        lines[index] = line
    }

    private func place(_ mark: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: mark) & (fingerprints.count - 1)
        while fingerprints[index] != 0, fingerprints[index] != mark { index = (index + 1) & (fingerprints.count - 1) }
        return index
    }
}
