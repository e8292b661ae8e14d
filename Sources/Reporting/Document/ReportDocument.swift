/// A simple report of titled blocks in the reader's language, for everything that is not a determination: look-ups,
/// comparisons, lists. Layouts escape what they must; texts are given as they are to be read.
public struct ReportDocument: Sendable, Hashable {
    public enum Layout: String, Sendable, Hashable, CaseIterable {
        case text, html, markdown
    }

    public struct Field: Sendable, Hashable {
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public struct Table: Sendable, Hashable {
        public struct Column: Sendable, Hashable {
            public let title: String
            /// A column of numbers.
            public let alignsRight: Bool
            /// Gives way on a narrow terminal; at most one column does.
            public let isFlexible: Bool
            /// Its values are short and stay on one line of a page: days, numbers of documents.
            public let isWhole: Bool

            public init(_ title: String, alignsRight: Bool = false, isFlexible: Bool = false, isWhole: Bool = false) {
                self.title = title
                self.isWhole = isWhole
                self.alignsRight = alignsRight
                self.isFlexible = isFlexible
            }
        }

        public let columns: [Column]
        /// Each as long as `columns`.
        public let rows: [[String]]
        /// Whether a reader may sort and search the rows on a page; other layouts show them as they stand.
        public let isSortable: Bool

        public init(columns: [Column], rows: [[String]], isSortable: Bool = false) {
            self.columns = columns
            self.rows = rows
            self.isSortable = isSortable
        }
    }

    public enum Block: Sendable, Hashable {
        case heading(String)
        case paragraph(String)
        case fields([Field])
        case list([String])
        case table(Table)
        /// Drawn on pages alone.
        case chart(StepChart)
        case bars(BarChart)
        case columns(ColumnChart)
    }

    public var title: String
    /// Below the title; empty for none.
    public var subtitle: String
    public var blocks: [Block]

    public init(title: String, subtitle: String = "", blocks: [Block] = []) {
        self.title = title
        self.subtitle = subtitle
        self.blocks = blocks
    }

    /// The whole document, ending in a line break.
    public func render(as layout: Layout, in context: ReportContext) -> String {
        switch layout {
        case .text: text(context)
        case .html: html(context)
        case .markdown: markdown()
        }
    }
}

extension ReportFormat {
    /// The layout of the same name; nil for JSON, which each kind of report defines for itself.
    public var layout: ReportDocument.Layout? {
        switch self {
        case .text: .text
        case .html: .html
        case .markdown: .markdown
        case .json: nil
        }
    }
}

extension ReportDocument {
    private func text(_ context: ReportContext) -> String {
        var page = TextPage(width: context.width, color: context.color)
        page.paragraph(title, style: .bold)
        if !subtitle.isEmpty { page.paragraph(subtitle, style: .faint) }
        for (index, block) in blocks.enumerated() {
            if case .paragraph = block, index > 0 { page.blank() }
            write(block, &page)
        }
        return page.text
    }

    private func write(_ block: Block, _ page: inout TextPage) {
        switch block {
        case .heading(let title): page.heading(title)
        case .paragraph(let text): page.paragraph(text)
        case .fields(let fields): page.fields(fields.map { ($0.name, $0.value) })
        case .list(let items): items.forEach { page.paragraph($0, lead: "• ") }
        case .table(let table):
            page.table(TextTable(
                columns: table.columns.map {
                    .init(title: $0.title, alignsRight: $0.alignsRight, isFlexible: $0.isFlexible)
                },
                rows: table.rows.map { TextTable.Row(cells: $0) }))
        case .chart: break
        case .bars(let chart): write(.table(chart.table), &page)
        case .columns(let chart): write(.table(chart.table), &page)
        }
    }

    private func markdown() -> String {
        var page = MarkdownPage()
        page.heading(title, level: 1)
        if !subtitle.isEmpty { page.paragraph(subtitle) }
        for block in blocks { write(block, &page) }
        return page.text.trimmingFinalBreaks + "\n"
    }

    private func write(_ block: Block, _ page: inout MarkdownPage) {
        switch block {
        case .heading(let title): page.heading(title, level: 2)
        case .paragraph(let text): page.paragraph(text)
        case .fields(let fields): page.table(["", ""], fields.map { [$0.name, $0.value] })
        case .list(let items):
            items.forEach { page.item($0) }
            page.endList()
        case .table(let table):
            page.table(table.columns.map(\.title), table.rows, rightAligned: table.numberColumns)
        case .chart: break
        case .bars(let chart): write(.table(chart.table), &page)
        case .columns(let chart): write(.table(chart.table), &page)
        }
    }

    private func html(_ context: ReportContext) -> String {
        HTML.document(
            language: context.language.htmlTag, title: title, style: HTMLStyle.sheet,
            script: hasSortableTable ? SortableTable.script : nil,
            body: [
                .element("header", [
                    .element("div.kicker", ReportWords(context)(.agreementName)), .element("h1", title),
                    subtitle.isEmpty ? .none : .element("p.subject", subtitle),
                ]),
            ] + blocks.enumerated().map { html($1, ReportWords(context), number: $0) })
    }

    /// A longer value is broken after all, so that it does not push the others off the page.
    private static let mostOnOneLine = 26

    private var hasSortableTable: Bool {
        blocks.contains { block in
            if case .table(let table) = block { table.isSortable } else { false }
        }
    }

    private func html(_ block: Block, _ words: ReportWords, number: Int) -> HTML {
        switch block {
        case .heading(let title): .element("h2", title)
        case .paragraph(let text): .element("p", text)
        case .fields(let fields):
            .element("dl.one", fields.flatMap { [HTML.element("dt", $0.name), .element("dd", $0.value)] })
        case .list(let items): .element("ul", items.map { .element("li", $0) })
        case .table(let table) where table.isSortable: SortableTable(table, words).html()
        case .table(let table):
            .table(table.columns.map(\.title), numbers: table.numberColumns, table.rows.map { row in
                HTML.Row(cells: zip(table.columns, row).map { column, text in
                    column.isWhole && !text.isEmpty && text.count <= Self.mostOnOneLine
                        ? HTML.Cell([.element("span.nowrap", text)])
                        : HTML.Cell(text, column.alignsRight ? .number : column.isFlexible ? .wide : .plain)
                })
            })
        case .chart(let chart): StepChartHTML(chart).html()
        case .bars(let chart): chart.html()
        case .columns(let chart): ColumnChartHTML(chart, number: number).html()
        }
    }
}

extension ReportDocument.Table {
    fileprivate var numberColumns: Set<Int> {
        Set(columns.indices.filter { columns[$0].alignsRight })
    }
}
