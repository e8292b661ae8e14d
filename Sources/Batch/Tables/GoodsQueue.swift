/// Rows of goods that were read ahead to find the one a row of materials names.
struct GoodsQueue {
    struct Row {
        let bytes: [UInt8]
        let id: [UInt8]
        let line: Int
        let isQuoted: Bool
        let isCut: Bool
    }

    private var rows: [Row] = []
    private var first = 0
    /// How many rows there are of each id.
    private var ids: [[UInt8]: Int] = [:]

    var count: Int { rows.count - first }

    /// The row that is taken next.
    var next: Row? { count > 0 ? rows[first] : nil }

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
