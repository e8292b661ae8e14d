/// A rectangle of a page, in points from its upper left corner.
public struct PageArea: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var right: Double { x + width }
    public var bottom: Double { y + height }

    /// A4, upright.
    public static let a4 = PageArea(x: 0, y: 0, width: 595.276, height: 841.89)

    /// Without a margin on every side.
    public func inset(x horizontal: Double, y vertical: Double) -> PageArea {
        PageArea(x: x + horizontal, y: y + vertical, width: width - 2 * horizontal, height: height - 2 * vertical)
    }
}

/// A point of a page, in points from its upper left corner.
public struct PagePoint: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// What stands on one page. Marks are drawn in their order; a watermark is below all of them.
public struct Page {
    enum Mark {
        case text(ShapedText, Range<Int>, x: Double, y: Double)
        case fill(PageArea, Ink)
        case frame(PageArea, width: Double, Ink)
        case line(x1: Double, y1: Double, x2: Double, y2: Double, width: Double, Ink)
        case path([PagePoint], width: Double, dashes: [Double], Ink)
    }

    private(set) var marks: [Mark] = []
    /// A word across the page that is drawn, not written: it is in nobody's way who copies text.
    public var watermark: String?

    public init(watermark: String? = nil) {
        self.watermark = watermark
    }

    public mutating func text(_ text: ShapedText, x: Double, y: Double) {
        marks.append(.text(text, text.lines.indices, x: x, y: y))
    }

    /// Some lines of a text, the first of them at `y`.
    mutating func lines(_ lines: Range<Int>, of text: ShapedText, x: Double, y: Double) {
        marks.append(.text(text, lines, x: x, y: y))
    }

    public mutating func fill(_ area: PageArea, _ ink: Ink) {
        marks.append(.fill(area, ink))
    }

    public mutating func frame(_ area: PageArea, width: Double = 0.6, ink: Ink = .black) {
        marks.append(.frame(area, width: width, ink))
    }

    public mutating func horizontal(y: Double, from x1: Double, to x2: Double, width: Double = 0.6, ink: Ink = .black) {
        marks.append(.line(x1: x1, y1: y, x2: x2, y2: y, width: width, ink))
    }

    public mutating func vertical(x: Double, from y1: Double, to y2: Double, width: Double = 0.6, ink: Ink = .black) {
        marks.append(.line(x1: x, y1: y1, x2: x, y2: y2, width: width, ink))
    }

    /// A line through points; the lengths of dashes and gaps by turns, none for a whole line.
    public mutating func path(_ points: [PagePoint], width: Double = 0.6, dashes: [Double] = [], ink: Ink = .black) {
        guard points.count > 1 else { return }
        marks.append(.path(points, width: width, dashes: dashes, ink))
    }

    /// A box to be ticked, of `size` points.
    public mutating func tickBox(x: Double, y: Double, size: Double, isTicked: Bool) {
        frame(PageArea(x: x, y: y, width: size, height: size), width: 0.7)
        guard isTicked else { return }
        let inset = size * 0.18
        marks.append(.line(
            x1: x + inset, y1: y + size * 0.55, x2: x + size * 0.42, y2: y + size - inset, width: 1.2, .black))
        marks.append(.line(
            x1: x + size * 0.42, y1: y + size - inset, x2: x + size - inset, y2: y + inset, width: 1.2, .black))
    }
}
