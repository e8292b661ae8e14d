import Bilingual
import Reporting
import Typesetting

/// The blocks of a report one below the other.
struct DocumentPages {
    private let document: ReportDocument
    private let words: ReportWords
    private let typesetter: Typesetter

    init(_ document: ReportDocument, _ words: ReportWords, _ typesetter: Typesetter) {
        self.document = document
        self.words = words
        self.typesetter = typesetter
    }

    func pages() -> [Page] {
        var pages = ReportPages(typesetter)
        title(&pages)
        for (index, block) in document.blocks.enumerated() {
            if case .heading = block, document.blocks.dropFirst(index + 1).first?.isDrawn == true {
                // A heading stays with the first figures below it.
                pages.flow.need(Self.headingAndFigure)
            }
            add(block, &pages)
        }
        return pages.finished(runningHead: document.title, foot: words(.agreementName)) { words(.page($0, of: $1)) }
    }

    private static let headingAndFigure = 220.0

    private func title(_ pages: inout ReportPages) {
        let style = pages.style
        pages.flow.paragraph(Paragraph(words(.agreementName), style.note))
        pages.flow.space(2)
        pages.flow.paragraph(Paragraph(document.title, style.title))
        if !document.subtitle.isEmpty { pages.flow.paragraph(Paragraph(document.subtitle, style.note)) }
    }

    private func add(_ block: ReportDocument.Block, _ pages: inout ReportPages) {
        let style = pages.style
        switch block {
        case .heading(let text): pages.heading(text)
        case .paragraph(let text): pages.paragraph(text)
        case .fields(let fields): pages.fields(fields.map { (name: $0.name, value: Paragraph($0.value, style.text)) })
        case .list(let items): pages.list(items)
        case .table(let table): add(table, &pages)
        case .chart(let chart):
            pages.figures(StepChartFigures(chart, width: pages.figureWidth, style: style, typesetter: typesetter).figures())
        case .columns(let chart):
            pages.figures(ColumnChartFigures(chart, width: pages.figureWidth, style: style, typesetter: typesetter).figures())
        case .bars(let chart): pages.bars(chart)
        }
    }

    private func add(_ table: ReportDocument.Table, _ pages: inout ReportPages) {
        let style = pages.style
        let numbers = Set(table.columns.indices.filter { table.columns[$0].alignsRight })
        pages.table(table.columns.map(\.title), numbers: numbers, table.rows.map { row in
            PageTable.Row(row.enumerated().map { index, text in
                text.isEmpty ? [] : [Paragraph(text, style.small, alignment: numbers.contains(index) ? .right : .left)]
            })
        })
    }
}

extension ReportDocument.Block {
    /// Whether it consists of figures that do not break over pages.
    fileprivate var isDrawn: Bool {
        switch self {
        case .chart, .columns: true
        case .heading, .paragraph, .fields, .list, .table, .bars: false
        }
    }
}
