import Typesetting

/// The plot of a small panel: its place on the page, its axes and the texts beside them, all of them text.
struct ChartPlot {
    enum Anchor {
        case start, middle, end
    }

    static let height = 122.0

    /// Between the axes.
    let area: PageArea
    let style: PrintStyle
    let typesetter: Typesetter

    /// - Parameters:
    ///   - corner: upper left one of the panel's plot.
    ///   - left: what the labels of the upright axis take, in points.
    init(at corner: PagePoint, width: Double, left: Double, style: PrintStyle, typesetter: Typesetter) {
        area = PageArea(x: corner.x + left, y: corner.y + 14, width: width - left - 6, height: Self.height - 30)
        self.style = style
        self.typesetter = typesetter
    }

    /// Both axes, with a line across the plot for each value that is named.
    /// - Parameters:
    ///   - values: where on the height from 0 to 1, and the name.
    ///   - names: where on the width from 0 to 1, and the name.
    func axes(values: [(share: Double, name: String)], names: [(share: Double, name: String, Anchor)], on page: inout Page) {
        for (share, name) in values {
            let y = y(share)
            page.horizontal(y: y, from: area.x, to: area.right, width: 0.4, ink: PrintStyle.hairline)
            text(name, x: area.x - 3, middle: y, .end, on: &page)
        }
        page.path(
            [PagePoint(x: area.x, y: area.y), PagePoint(x: area.x, y: area.bottom), PagePoint(x: area.right, y: area.bottom)],
            width: 0.7)
        for (share, name, anchor) in names {
            page.vertical(x: x(share), from: area.bottom, to: area.bottom + 3, width: 0.7)
            text(name, x: x(share), middle: area.bottom + 9, anchor, on: &page)
        }
    }

    /// - Parameter middle: where the middle of its height is.
    func text(_ text: String, x: Double, middle: Double, _ anchor: Anchor, on page: inout Page) {
        let shaped = typesetter.shape(text, style.caption)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - shaped.width / 2
            case .end: x - shaped.width
            }
        page.text(shaped, x: left, y: middle - shaped.height / 2)
    }

    func width(of text: String) -> Double { typesetter.shape(text, style.caption).width }

    func x(_ share: Double) -> Double { area.x + area.width * min(max(share, 0), 1) }
    func y(_ share: Double) -> Double { area.bottom - area.height * min(max(share, 0), 1) }
}
