/// A table with aligned columns for a terminal; one column gives way when the page is narrow.
struct TextTable {
    struct Column {
        let title: String
        var alignsRight = false
        /// Takes what width the others leave, its texts cut with an ellipsis.
        var isFlexible = false
    }

    struct Row {
        let cells: [String]
        var style = TerminalStyle.plain
        /// Printed below the row, indented to its second column.
        var remarks: [String] = []
    }

    let columns: [Column]
    var rows: [Row]

    private static let gap = "  "

    /// Lines without indent and none wider than `width`: a page too narrow for the columns gets one paragraph a row.
    func lines(width: Int, color: Bool) -> [String] {
        let natural = naturalWidths
        guard let widths = fitted(natural, to: width) else {
            return rows.flatMap { stacked($0, width: width, color: color) }
        }
        let header = columns.enumerated().map { index, column in cell(column.title, index, widths) }
        let underline = widths.map { String(repeating: "─", count: $0) }
        var lines = [TerminalStyle.bold.applied(to: Self.join(header), color: color), Self.join(underline)]
        for row in rows {
            let cells = row.cells.enumerated().map { index, text in cell(text, index, widths) }
            lines.append(row.style.applied(to: Self.join(cells), color: color))
            lines += remarks(row, indent: (widths.first ?? 0) + Self.gap.count, width: width, color: color)
        }
        return lines
    }

    /// The first and the flexible cell, and below them the others, each behind the title of its column.
    private func stacked(_ row: Row, width: Int, color: Bool) -> [String] {
        let heads = columns.indices.filter { $0 == 0 || columns[$0].isFlexible }
        let others = columns.indices.filter { !heads.contains($0) && !row.cells[$0].isEmpty && row.cells[$0] != "–" }
        let head = heads.map { row.cells[$0].printable }.joined(separator: Self.gap).wrapped(toWidth: width)
        let facts = others.map { "\(columns[$0].title) \(row.cells[$0].printable)" }.joined(separator: " · ")
        let indent = 4
        return head.map { row.style.applied(to: $0, color: color) }
            + facts.wrapped(toWidth: width - indent).map { String(repeating: " ", count: indent) + $0 }
            + remarks(row, indent: indent, width: width, color: color)
    }

    private func remarks(_ row: Row, indent: Int, width: Int, color: Bool) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return row.remarks.flatMap { remark in
            remark.printable.wrapped(toWidth: width - indent - 2).enumerated().map { index, text in
                TerminalStyle.faint.applied(to: margin + (index == 0 ? "– " : "  ") + text, color: color)
            }
        }
    }

    /// What each column would like to take.
    private var naturalWidths: [Int] {
        columns.enumerated().map { index, column in
            rows.map { $0.cells[index].printable.displayWidth }.reduce(column.title.displayWidth, max)
        }
    }

    /// With the flexible column giving way; nil when it cannot give enough.
    private func fitted(_ natural: [Int], to width: Int) -> [Int]? {
        let excess = natural.reduce(0, +) + Self.gap.count * (columns.count - 1) - width
        guard excess > 0 else { return natural }
        guard let flexible = columns.firstIndex(where: \.isFlexible) else { return nil }
        var widths = natural
        widths[flexible] -= excess
        return widths[flexible] >= max(Self.leastFlexible, columns[flexible].title.displayWidth) ? widths : nil
    }

    private static let leastFlexible = 10

    private func cell(_ text: String, _ index: Int, _ widths: [Int]) -> String {
        text.printable.truncated(toWidth: widths[index])
            .padded(toWidth: widths[index], onLeft: columns[index].alignsRight)
    }

    private static func join(_ cells: [String]) -> String {
        var line = cells.joined(separator: gap)
        while line.last == " " { line.removeLast() }
        return line
    }
}
