extension String {
    /// The text as Markdown that shows exactly these characters: nothing in it becomes a tag, a link, emphasis or a
    /// cell of a table.
    var markdownEscaped: String {
        var result = ""
        for character in printable {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#", "$", "@", "!":
                result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result.withoutAutomaticLinks.withoutLeadingListMark
    }

    /// Some readers make a link of a bare address; a zero-width entity in it prevents that and shows nothing.
    private var withoutAutomaticLinks: String {
        replacing("://", with: ":&#8203;//").replacing("www.", with: "www&#8203;.")
    }

    /// `- a`, `+ a`, `1. a` and `---` at the beginning would start a list or be a rule; white space, a code block.
    private var withoutLeadingListMark: String {
        let text = drop { $0 == " " }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard let mark = rest.first, (digits.isEmpty ? "-+=" : ".)").contains(mark),
            rest.dropFirst().first.map({ $0 == " " || $0 == mark }) ?? true
        else { return String(text) }
        return digits + "\\" + rest
    }
}

/// Collects the blocks of a Markdown document; every text given to it is escaped.
struct MarkdownPage {
    private(set) var text = ""

    mutating func heading(_ title: String, level: Int) {
        block(String(repeating: "#", count: level) + " " + title.markdownEscaped)
    }

    mutating func paragraph(_ text: String, isStrong: Bool = false) {
        let escaped = text.markdownEscaped
        block(isStrong ? "**\(escaped)**" : escaped)
    }

    /// A list item at a depth from 0; items stand together.
    mutating func item(_ text: String, depth: Int = 0) {
        self.text += String(repeating: "  ", count: depth) + "- " + text.markdownEscaped + "\n"
    }

    /// Ends a list.
    mutating func endList() {
        text += "\n"
    }

    /// - Parameter rightAligned: positions of columns with numbers.
    mutating func table(_ columns: [String], _ rows: [[String]], rightAligned: Set<Int> = []) {
        let rule = columns.indices.map { rightAligned.contains($0) ? "---:" : "---" }
        let lines = [row(columns), "| " + rule.joined(separator: " | ") + " |"] + rows.map(row)
        block(lines.joined(separator: "\n"))
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.map(\.markdownEscaped).joined(separator: " | ") + " |"
    }

    private mutating func block(_ block: String) {
        text += block + "\n\n"
    }
}
