import Typesetting

/// How wide the columns of a table have to be.
enum ColumnWidths {
    /// Every column gets what its widest cell asks; where that is too much together, the widest columns give way, and
    /// where it is too little, they take the rest.
    static func fitting(_ rows: [PageTable.Row], in total: Double, padding: Double, _ typesetter: Typesetter) -> [Double] {
        let count = rows.map(\.cells.count).max() ?? 0
        var natural = [Double](repeating: 0, count: count)
        for row in rows {
            for (index, cell) in row.cells.enumerated() {
                for paragraph in cell {
                    // Half a point more, lest rounding break the line after all.
                    let width = typesetter.shape(paragraph, width: total).width + paragraph.indent + 2 * padding + 0.5
                    natural[index] = max(natural[index], min(width, total))
                }
            }
        }
        let sum = natural.reduce(0, +)
        guard sum > total else { return stretched(natural, by: total - sum) }
        let limit = limit(natural, total)
        return natural.map { min($0, limit) }
    }

    /// The width no column may exceed, so that together they are as wide as `total`.
    private static func limit(_ natural: [Double], _ total: Double) -> Double {
        var rest = total
        for (index, width) in natural.sorted().enumerated() {
            let share = rest / Double(natural.count - index)
            if width > share { return share }
            rest -= width
        }
        return total
    }

    /// The space that is left goes to the columns in proportion to their width.
    private static func stretched(_ widths: [Double], by space: Double) -> [Double] {
        let sum = widths.reduce(0, +)
        return sum > 0 ? widths.map { $0 + space * $0 / sum } : widths
    }
}
