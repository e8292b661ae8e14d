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

    /// Lines without indent, none wider than `width` unless the fixed columns alone are.
    func lines(width: Int, color: Bool) -> [String] {
        let widths = columnWidths(in: width)
        let header = columns.enumerated().map { index, column in cell(column.title, index, widths) }
        let underline = widths.map { String(repeating: "─", count: $0) }
        var lines = [
            TerminalStyle.bold.applied(to: Self.join(header), color: color), Self.join(underline),
        ]
        for row in rows {
            let cells = row.cells.enumerated().map { index, text in cell(text, index, widths) }
            lines.append(row.style.applied(to: Self.join(cells), color: color))
            let indent = String(repeating: " ", count: (widths.first ?? 0) + Self.gap.count)
            for remark in row.remarks {
                let broken = remark.printable.wrapped(toWidth: width - indent.count - 2)
                lines += broken.enumerated().map { index, text in
                    TerminalStyle.faint.applied(to: indent + (index == 0 ? "– " : "  ") + text, color: color)
                }
            }
        }
        return lines
    }

    private func columnWidths(in width: Int) -> [Int] {
        var widths = columns.enumerated().map { index, column in
            rows.map { $0.cells[index].printable.displayWidth }.reduce(column.title.displayWidth, max)
        }
        guard let flexible = columns.firstIndex(where: \.isFlexible) else { return widths }
        let others = widths.enumerated().filter { $0.offset != flexible }.map(\.element).reduce(0, +)
        let left = width - others - Self.gap.count * (columns.count - 1)
        widths[flexible] = min(widths[flexible], max(left, 10))
        return widths
    }

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
