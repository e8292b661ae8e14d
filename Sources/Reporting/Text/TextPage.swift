/// Collects the lines of a report for a terminal.
struct TextPage {
    let width: Int
    let color: Bool
    private(set) var lines: [String] = []

    /// Narrower pages could not hold a table.
    static let leastWidth = 40

    init(width: Int, color: Bool) {
        self.width = max(width, Self.leastWidth)
        self.color = color
    }

    /// All lines, each ending in a line break.
    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func blank() {
        lines.append("")
    }

    /// A line as it is, however long.
    mutating func line(_ text: String) {
        lines.append(text)
    }

    /// A section title with a rule up to the right margin, set apart by an empty line.
    mutating func heading(_ title: String) {
        blank()
        let rule = String(repeating: "─", count: max(0, width - title.displayWidth - 4))
        lines.append(TerminalStyle.bold.applied(to: "── \(title) \(rule)", color: color))
    }

    /// A paragraph behind a first word, its further lines below the text: a bullet, a mark, a label.
    mutating func paragraph(
        _ text: String, lead: String = "", indent: Int = 0, style: TerminalStyle = .plain
    ) {
        let margin = String(repeating: " ", count: indent)
        let hanging = String(repeating: " ", count: lead.displayWidth)
        for (index, line) in text.printable.wrapped(toWidth: width - indent - hanging.count).enumerated() {
            lines.append(margin + (index == 0 ? lead : hanging) + style.applied(to: line, color: color))
        }
    }

    mutating func table(_ table: TextTable) {
        lines += table.lines(width: width, color: color)
    }

    /// Names in one column, values in another.
    mutating func fields(_ fields: [(name: String, value: String)]) {
        let column = min((fields.map(\.name.displayWidth).max() ?? 0) + 2, width / 2)
        for field in fields {
            paragraph(field.value, lead: field.name.padded(toWidth: column))
        }
    }
}
