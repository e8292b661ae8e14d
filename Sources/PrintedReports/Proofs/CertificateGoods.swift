import ProofsOfOrigin
import Typesetting

/// Boxes 6 to 13 of Form RCEP, on the first page and on continuation sheets.
struct CertificateGoods {
    private static let columns: [(share: Double, head: String)] = [
        (0.06, "6. Item number"), (0.125, "7. Marks and numbers on packages"),
        (0.265, "8. Number and kind of packages; and description of goods"),
        (0.09, "9. HS code of the goods (6-digit level)"), (0.095, "10. Origin conferring criterion"),
        (0.1, "11. RCEP country of origin"),
        (0.145, "12. Quantity (gross weight or other measurement), and value (FOB) where RVC is applied"),
        (0.12, "13. Invoice number(s) and date of invoice(s)"),
    ]

    private let layout: CertificateLayout
    private let widths: [Double]
    private let heads: [TextBlock]

    init(_ layout: CertificateLayout) {
        self.layout = layout
        widths = Self.columns.map { $0.share * layout.sheet.width }
        heads = zip(Self.columns, widths).map { column, width in
            layout.block([Paragraph(column.head, layout.style.caption)], width: width)
        }
    }

    private var headHeight: Double { heads.map(\.height).max() ?? 0 }

    /// As many pages as the goods need.
    /// - Parameter area: of boxes 6 to 13 on a page, by its index.
    func pages(area: @escaping (Int) -> PageArea) -> [Page] {
        let headHeight = headHeight
        var flow = PageFlow(typesetter: layout.typesetter, watermark: "DRAFT") { index in
            var body = area(index)
            body.y += headHeight
            body.height -= headHeight
            return body
        }
        var table = PageTable(
            columns: widths.map { PageTable.Column(width: $0) }, rows: layout.draft.items.enumerated().map(row) + [end])
        table.padding = 3.5
        table.rule = PrintStyle.hairline
        flow.table(table)
        var pages = flow.pages
        for index in pages.indices { drawGrid(on: &pages[index], area(index)) }
        return pages
    }

    /// So that nothing can be added behind the last item.
    private var end: PageTable.Row {
        let count = layout.draft.items.count
        let words = "*** End of goods: \(count) \(count == 1 ? "item" : "items") ***"
        return PageTable.Row(Self.columns.indices.map { index in
            index == 2 ? [Paragraph(words, layout.style.note, alignment: .center)] : []
        })
    }

    private func drawGrid(on page: inout Page, _ area: PageArea) {
        var x = area.x
        for (block, width) in zip(heads, widths) {
            page.frame(PageArea(x: x, y: area.y, width: width, height: headHeight))
            block.draw(on: &page, x: x, y: area.y)
            page.frame(PageArea(x: x, y: area.y, width: width, height: area.height))
            x += width
        }
    }

    private func row(_ index: Int, _ item: ProofItem) -> PageTable.Row {
        let words = layout.words
        let style = layout.style
        let description = [item.packages, item.description, words.producer(item)].compactMap { $0 }.filter { !$0.isEmpty }
        let quantity = [words.quantity(item), words.grossWeight(item), words.fob(item).map { "FOB \($0)" }].compactMap { $0 }
        let cells: [[String]] = [
            ["\(item.number)"], [item.marks ?? ""], description, [item.hsCode.printed], [item.criterionCode],
            [words.countryOfOrigin(item)], quantity, invoices(index),
        ]
        return PageTable.Row(cells.map { lines in lines.map { Paragraph($0, style.text, spaceBefore: 1) } })
    }

    /// Invoices are of the whole shipment: a single one stands with every item, several with the first.
    private func invoices(_ index: Int) -> [String] {
        let invoices = layout.words.invoices
        if index > 0, invoices.count > 1 { return ["see item \(layout.draft.items.first?.number ?? 1)"] }
        return invoices
    }
}
