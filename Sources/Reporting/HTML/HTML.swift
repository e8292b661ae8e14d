/// A piece of HTML. Text gets into it only through `text`, which escapes, so nothing a user wrote can become a tag.
package struct HTML {
    package let source: String

    private init(source: String) {
        self.source = source
    }

    package static let none = HTML(source: "")

    /// Characters as they are to be read.
    package static func text(_ text: String) -> HTML {
        HTML(source: escaped(text))
    }

    /// One after the other.
    package static func group(_ parts: [HTML]) -> HTML {
        HTML(source: parts.map(\.source).joined())
    }

    /// - Parameters:
    ///   - name: of the element, optionally with a class behind a dot: `p.note`.
    ///   - attributes: names are ours; values are escaped.
    package static func element(_ name: StaticString, _ attributes: [(StaticString, String)], _ content: [HTML]) -> HTML {
        let parts = "\(name)".split(separator: ".", maxSplits: 1)
        let tag = parts.first.map(String.init) ?? "div"
        var opening = tag
        if parts.count > 1 { opening += " class=\"\(parts[1].replacing(".", with: " "))\"" }
        for (name, value) in attributes where !value.isEmpty { opening += " \(name)=\"\(escaped(value))\"" }
        return HTML(source: "<\(opening)>\(group(content).source)</\(tag)>")
    }

    package static func element(_ name: StaticString, _ attributes: [(StaticString, String)], _ text: String) -> HTML {
        element(name, attributes, [.text(text)])
    }

    /// A whole document with its style sheet and script, which must be ours.
    package static func document(
        language: String, title: String, style: StaticString, script: StaticString? = nil, body: [HTML]
    ) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(escaped(language))">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        \(body.map(\.source).joined(separator: "\n"))\(script.map { "\n<script>\n\($0)\n</script>" } ?? "")
        </body>
        </html>

        """
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension HTML {
    /// A table whose cells carry the title of their column, so that a phone can show each row as a card.
    package struct Cell {
        package enum Kind: String {
            case plain = ""
            /// Aligned to the right.
            case number
            /// Takes the whole width of a card.
            case wide
        }

        let content: [HTML]
        let kind: Kind

        package init(_ text: String, _ kind: Kind = .plain) {
            content = text.isEmpty ? [] : [.text(text)]
            self.kind = kind
        }

        package init(_ content: [HTML], _ kind: Kind = .plain) {
            self.content = content
            self.kind = kind
        }
    }

    package struct Row {
        let cells: [Cell]
        /// Class of the row; empty for none.
        var kind = ""
    }

    package static func table(_ columns: [String], numbers: Set<Int> = [], _ rows: [Row]) -> HTML {
        let head = columns.enumerated().map { index, title in
            element("th", [("scope", "col"), ("class", numbers.contains(index) ? "number" : "")], title)
        }
        let body = rows.map { row in
            element("tr", [("class", row.kind)], zip(columns, row.cells).map { title, cell in
                element("td", [("data-title", title), ("class", cell.kind.rawValue)], cell.content)
            })
        }
        return element("table.cards", [
            element("thead", [element("tr", head)]), element("tbody", body),
        ])
    }

    package static func element(_ name: StaticString, _ content: [HTML]) -> HTML {
        element(name, [], content)
    }

    package static func element(_ name: StaticString, _ text: String) -> HTML {
        element(name, [], [.text(text)])
    }
}
