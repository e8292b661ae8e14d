import Typesetting

/// The pages of a report: sections, paragraphs, lists, fields and tables in the hand of our reports.
struct ReportPages {
    static let sheet = PageArea.a4.inset(x: 44, y: 38)
    private static let headHeight = 20.0
    private static let footHeight = 20.0

    let style = PrintStyle(size: 8.8)
    let typesetter: Typesetter
    var flow: PageFlow

    init(_ typesetter: Typesetter) {
        self.typesetter = typesetter
        flow = PageFlow(typesetter: typesetter) { index in
            let sheet = Self.sheet
            let head = index == 0 ? 0 : Self.headHeight
            return PageArea(
                x: sheet.x, y: sheet.y + head, width: sheet.width, height: sheet.height - head - Self.footHeight)
        }
    }

    /// A heading, which never ends a page.
    mutating func heading(_ text: String) {
        flow.space(13)
        flow.need(70)
        flow.paragraph(Paragraph(text, style.heading))
        let width = flow.body.width
        flow.draw(height: 5) { page, area in
            page.horizontal(y: area.y + 1, from: area.x, to: area.x + width, width: 0.6, ink: .gray(0.2))
        }
    }

    mutating func subheading(_ text: String) {
        flow.space(6)
        flow.need(40)
        flow.paragraph(Paragraph(text, style.strong))
    }

    mutating func paragraph(_ text: String) { paragraph(text, style.text) }

    mutating func paragraph(_ text: String, _ style: TextStyle, indent: Double = 0) {
        flow.space(3)
        flow.paragraph(Paragraph(text, style, indent: indent))
    }

    mutating func list(_ items: [String]) {
        for text in items { item(Paragraph("•", style.text), [Paragraph(text, style.text)], width: 11) }
    }

    /// A mark with text beside it.
    /// - Parameter width: what the mark gets of the line, in points.
    mutating func item(_ mark: Paragraph, _ text: [Paragraph], width: Double) {
        table([[mark], text], firstWidth: width)
    }

    /// Names and values side by side.
    mutating func fields(_ fields: [(name: String, value: Paragraph)], share: Double = 0.23) {
        let width = flow.body.width
        for field in fields {
            table([[Paragraph(field.name, style.note)], [field.value]], firstWidth: width * share, padding: 1.5)
        }
    }

    /// A row of two columns without rules.
    private mutating func table(_ cells: [[Paragraph]], firstWidth: Double, padding: Double = 1) {
        var table = PageTable(
            columns: [.init(width: firstWidth), .init(width: flow.body.width - firstWidth)], rows: [.init(cells)])
        table.padding = padding
        table.rule = nil
        flow.table(table)
    }

    /// A table as wide as the page, its columns as wide as their text asks.
    mutating func table(_ heads: [String], numbers: Set<Int> = [], _ rows: [PageTable.Row]) {
        let head = PageTable.Row(heads.enumerated().map { index, text in
            [Paragraph(text, style.columnHead, alignment: numbers.contains(index) ? .right : .left)]
        }, fill: PrintStyle.shade)
        let widths = ColumnWidths.fitting([head] + rows, in: flow.body.width, padding: 3, typesetter)
        flow.space(4)
        flow.table(PageTable(columns: widths.map { .init(width: $0) }, head: head, rows: rows))
        flow.space(3)
    }

    /// All pages, with running heads and numbers.
    func finished(runningHead: String, foot: String, pageOf: (Int, Int) -> String) -> [Page] {
        var pages = flow.pages
        pages.addRunningHeads(runningHead, style: style.note, in: Self.sheet, typesetter: typesetter)
        pages.addFooters(foot, style: style.note, in: Self.sheet, typesetter: typesetter, pageOf: pageOf)
        return pages
    }
}
