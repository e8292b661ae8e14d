/// Fills one page after the other from top to bottom.
public struct PageFlow {
    public let typesetter: Typesetter
    /// Where text may stand on a page, by its index.
    private let area: (Int) -> PageArea
    private let watermark: String?
    public internal(set) var pages: [Page]
    /// Where the next thing stands, in points from the top of the page.
    public internal(set) var y: Double

    /// - Parameter area: where text may stand on a page, by its index from 0.
    public init(typesetter: Typesetter, watermark: String? = nil, area: @escaping (Int) -> PageArea) {
        self.typesetter = typesetter
        self.watermark = watermark
        self.area = area
        pages = [Page(watermark: watermark)]
        y = area(0).y
    }

    /// Of the page that is being filled.
    public var body: PageArea { area(pages.count - 1) }
    public var remaining: Double { body.bottom - y }
    /// Whether nothing stands on this page yet.
    public var isAtTop: Bool { y <= body.y }

    public mutating func breakPage() {
        pages.append(Page(watermark: watermark))
        y = body.y
    }

    /// Space between things; none at the top of a page.
    public mutating func space(_ points: Double) {
        if !isAtTop { y += points }
    }

    /// Goes to the next page unless `height` points remain.
    public mutating func need(_ height: Double) {
        if remaining < height, !isAtTop { breakPage() }
    }

    /// Draws on the page being filled, in an area as wide as the body that starts here and takes `height`.
    public mutating func draw(height: Double, _ drawing: (inout Page, PageArea) -> Void) {
        need(height)
        drawing(&pages[pages.count - 1], PageArea(x: body.x, y: y, width: body.width, height: height))
        y += height
    }

    /// A paragraph that goes on over as many pages as it needs.
    public mutating func paragraph(_ paragraph: Paragraph) {
        let text = typesetter.shape(paragraph, width: body.width)
        // A line of a short paragraph does not stand alone.
        if text.lines.count <= 3 { need(text.height) }
        var rest = text.lines.indices
        while !rest.isEmpty {
            let fitting = text.lines.fitting(rest, in: remaining)
            if fitting.isEmpty, !isAtTop { breakPage(); continue }
            // One line always goes on an empty page, however low that is.
            let taken = fitting.isEmpty ? rest.lowerBound..<rest.lowerBound + 1 : fitting
            pages[pages.count - 1].lines(taken, of: text, x: body.x + paragraph.indent, y: y)
            y += text.lines[taken.upperBound - 1].bottom - text.lines[taken.lowerBound].top
            rest = taken.upperBound..<rest.upperBound
        }
    }
}

extension [ShapedText.Line] {
    /// How many of the lines of a range fit into a height, from its first.
    func fitting(_ range: Range<Int>, in height: Double) -> Range<Int> {
        guard let first = range.first else { return range }
        let end = range.first { self[$0].bottom - self[first].top > height + 0.01 } ?? range.upperBound
        return first..<end
    }
}
