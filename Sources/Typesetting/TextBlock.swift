/// Paragraphs below each other in a box of a given width, whole on one page.
public struct TextBlock {
    private let texts: [(text: ShapedText, x: Double, y: Double)]
    /// Padding included, in points.
    public let height: Double

    public init(_ paragraphs: [Paragraph], width: Double, padding: Double, _ typesetter: Typesetter) {
        var texts: [(ShapedText, Double, Double)] = []
        var y = padding
        for paragraph in paragraphs {
            if !texts.isEmpty { y += paragraph.spaceBefore }
            let text = typesetter.shape(paragraph, width: width - 2 * padding)
            texts.append((text, padding + paragraph.indent, y))
            y += text.height
        }
        self.texts = texts
        height = y + padding
    }

    /// Where a paragraph begins, by its index, in points below the top.
    public func top(of paragraph: Int) -> Double { texts[paragraph].y }

    /// With its upper left corner at a point of the page.
    public func draw(on page: inout Page, x: Double, y: Double) {
        for text in texts { page.text(text.text, x: x + text.x, y: y + text.y) }
    }
}
