/// Rows of goods that were read ahead to find the one a row of materials names.
struct GoodsQueue {
    struct Row {
        let bytes: [UInt8]
        let id: [UInt8]
        let line: Int
        let isQuoted: Bool
        let isCut: Bool

        var text: String { String(decoding: id, as: UTF8.self) }
    }

    private var rows: [Row] = []
    private var first = 0
    /// How many rows there are of each id.
    private var ids: [[UInt8]: Int] = [:]

    var count: Int { rows.count - first }

    func contains(_ id: [UInt8]) -> Bool { ids[id] != nil }

    mutating func append(_ row: Row) {
        rows.append(row)
        ids[row.id, default: 0] += 1
    }

    mutating func take() -> Row? {
        guard first < rows.count else { return nil }
        let row = rows[first]
        first += 1
        if let left = ids[row.id] { ids[row.id] = left > 1 ? left - 1 : nil }
        if first == rows.count {
            rows.removeAll(keepingCapacity: true)
            first = 0
        } else if first > 4096, first * 2 > rows.count {
            rows.removeFirst(first)
            first = 0
        }
        return row
    }
}

/// The goods that have been met, by a fingerprint of their ids, for finding an id that stands twice.
///
/// It remembers the first two million goods; a portfolio of more is still judged, and a repetition then found only where
/// the rows of materials show it.
struct SeenGoods {
    static let most = 1 << 21
    private var fingerprints = [UInt64](repeating: 0, count: 1 << 12)
    private var lines = [UInt32](repeating: 0, count: 1 << 12)
    private var count = 0

    var isFull: Bool { count >= Self.most }

    /// Notes an id; the line it stood in before where it did.
    mutating func insert(_ id: [UInt8], line: Int) -> Int? {
        let mark = Self.fingerprint(id)
        var index = place(mark)
        if fingerprints[index] == mark { return Int(lines[index]) }
        guard count < Self.most else { return nil }
        if count * 2 >= fingerprints.count {
            grow()
            index = place(mark)
        }
        fingerprints[index] = mark
        lines[index] = UInt32(clamping: line)
        count += 1
        return nil
    }

    func line(of id: [UInt8]) -> Int? {
        let mark = Self.fingerprint(id)
        let index = place(mark)
        return fingerprints[index] == mark ? Int(lines[index]) : nil
    }

    private func place(_ mark: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: mark) & (fingerprints.count - 1)
        while fingerprints[index] != 0, fingerprints[index] != mark { index = (index + 1) & (fingerprints.count - 1) }
        return index
    }

    private mutating func grow() {
        let (oldMarks, oldLines) = (fingerprints, lines)
        fingerprints = [UInt64](repeating: 0, count: oldMarks.count * 2)
        lines = [UInt32](repeating: 0, count: oldMarks.count * 2)
        for (mark, line) in zip(oldMarks, oldLines) where mark != 0 {
            let index = place(mark)
            fingerprints[index] = mark
            lines[index] = line
        }
    }

    /// Never 0. Two ids of a portfolio have the same by chance once in some hundred million portfolios.
    private static func fingerprint(_ id: [UInt8]) -> UInt64 {
        var hash = UInt64(id.count) &* 0x9E37_79B9_7F4A_7C15
        id.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                var word: UInt64 = 0
                if offset + 8 <= bytes.count {
                    word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                } else {
                    for byte in bytes[offset...] { word = word << 8 | UInt64(byte) }
                }
                hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
                hash ^= hash >> 32
                offset += 8
            }
        }
        hash = (hash ^ hash >> 29) &* 0xC4CE_B9FE_1A85_EC53
        hash ^= hash >> 32
        return hash == 0 ? 1 : hash
    }
}
