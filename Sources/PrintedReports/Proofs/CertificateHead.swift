import ProofsOfOrigin
import Typesetting

/// Boxes 1 to 5 and the title of Form RCEP.
struct CertificateHead {
    private let layout: CertificateLayout
    /// Boxes 1 to 4, below each other.
    private let left: [TextBlock]
    private let title: TextBlock
    private let officialUse: TextBlock
    private let heights: [Double]
    private let columnWidth: Double

    private static let leastHeights: [Double] = [62, 58, 50, 70]

    init(_ layout: CertificateLayout) {
        self.layout = layout
        columnWidth = layout.sheet.width / 2
        left = Self.boxes(layout).map { layout.block($0, width: layout.sheet.width / 2) }
        title = layout.block(Self.title(layout), width: layout.sheet.width / 2)
        officialUse = layout.block(Self.officialUse(layout), width: layout.sheet.width / 2)
        heights = Self.heights(left, title: title, officialUse: officialUse)
    }

    /// The title stands beside boxes 1 and 2, box 5 beside 3 and 4; the lower box of each pair gives what they lack.
    private static func heights(_ left: [TextBlock], title: TextBlock, officialUse: TextBlock) -> [Double] {
        var heights = zip(left, leastHeights).map { max($0.height, $1) }
        heights[1] = max(heights[1], title.height - heights[0])
        heights[3] = max(heights[3], officialUse.height - heights[2])
        return heights
    }

    var height: Double { heights.reduce(0, +) }

    private static func boxes(_ layout: CertificateLayout) -> [[Paragraph]] {
        let words = layout.words
        let draft = layout.draft
        let producer: [String] =
            if case .named(let producer) = draft.producerBox { words.lines(producer) } else { [draft.producerBox.words ?? ""] }
        return [
            layout.box("1. Goods consigned from (exporter's name, address and country)", words.lines(draft.exporter)),
            layout.box(
                "2. Goods consigned to (importer's or consignee's name, address and country)",
                draft.shipment.consignee.map(words.lines) ?? []),
            layout.box("3. Producer's name, address and country (if known)", producer),
            layout.box(
                "4. Means of transport and route (if known)", words.transport.map { "\($0.name): \($0.value)" }),
        ]
    }

    private static func title(_ layout: CertificateLayout) -> [Paragraph] {
        let style = layout.style
        return [
            Paragraph([TextSpan("Certificate No. ", style.text), TextSpan(layout.words.number, style.strong)]),
            Paragraph("Form RCEP", style.heading, alignment: .right),
            Paragraph("REGIONAL COMPREHENSIVE ECONOMIC PARTNERSHIP AGREEMENT", style.strong, alignment: .center, spaceBefore: 5),
            Paragraph("CERTIFICATE OF ORIGIN", style.heading, alignment: .center, spaceBefore: 3),
            Paragraph("Issued in \(layout.words.country(layout.draft.exportingParty))", style.text, alignment: .center, spaceBefore: 5),
            Paragraph("(country)", style.caption, alignment: .center),
        ]
    }

    private static func officialUse(_ layout: CertificateLayout) -> [Paragraph] {
        let style = layout.style
        return [
            Paragraph("5. For official use", style.caption),
            Paragraph("Preferential treatment:", style.text, spaceBefore: 3),
            Paragraph("Given", style.text, indent: 14, spaceBefore: 3),
            Paragraph("Not given (please state reason or reasons)", style.text, indent: 14, spaceBefore: 3),
            Paragraph(" ", style.text), Paragraph(" ", style.text),
            Paragraph("Signature of authorised signatory of the customs authority of the importing country", style.caption, spaceBefore: 12),
        ]
    }

    func draw(on page: inout Page) {
        let sheet = layout.sheet
        var y = sheet.y
        for (block, height) in zip(left, heights) {
            page.frame(PageArea(x: sheet.x, y: y, width: columnWidth, height: height))
            block.draw(on: &page, x: sheet.x, y: y)
            y += height
        }
        let middle = sheet.x + columnWidth
        let split = sheet.y + heights[0] + heights[1]
        page.frame(PageArea(x: middle, y: sheet.y, width: columnWidth, height: split - sheet.y))
        title.draw(on: &page, x: middle, y: sheet.y)
        page.frame(PageArea(x: middle, y: split, width: columnWidth, height: y - split))
        officialUse.draw(on: &page, x: middle, y: split)
        let size = layout.style.size
        for index in [2, 3] {
            page.tickBox(x: middle + 5, y: split + officialUse.top(of: index) + size * 0.3, size: size * 0.9, isTicked: false)
        }
    }
}

/// What stands above boxes 6 to 13 of a continuation sheet.
struct ContinuationHead {
    static let height = 54.0

    private let layout: CertificateLayout

    init(_ layout: CertificateLayout) {
        self.layout = layout
    }

    func draw(on page: inout Page) {
        let sheet = layout.sheet
        let style = layout.style
        page.frame(PageArea(x: sheet.x, y: sheet.y, width: sheet.width, height: Self.height))
        layout.block([
            Paragraph("REGIONAL COMPREHENSIVE ECONOMIC PARTNERSHIP AGREEMENT", style.text, alignment: .center),
            Paragraph("CERTIFICATE OF ORIGIN · CONTINUATION SHEET", style.strong, alignment: .center),
        ], width: sheet.width).draw(on: &page, x: sheet.x, y: sheet.y)
        layout.block([
            Paragraph([TextSpan("Certificate No. ", style.text), TextSpan(layout.words.number, style.strong)]),
        ], width: sheet.width * 0.75).draw(on: &page, x: sheet.x, y: sheet.y + 32)
        layout.block([Paragraph("Form RCEP", style.strong, alignment: .right)], width: sheet.width)
            .draw(on: &page, x: sheet.x, y: sheet.y + 32)
    }
}
