import Typesetting

/// A drawing of a known height that stands whole on one page.
struct ChartFigure {
    let height: Double
    /// With its upper left corner at a point of the page.
    let draw: (inout Page, PagePoint) -> Void
}

extension ReportPages {
    private static let gutter = 18.0

    /// Of a figure, where two stand side by side.
    var figureWidth: Double { (flow.body.width - Self.gutter) / 2 }

    /// Figures two by two; those side by side stand on the same page.
    mutating func figures(_ figures: [ChartFigure]) {
        let width = figureWidth
        for start in stride(from: 0, to: figures.count, by: 2) {
            let pair = figures[start..<min(start + 2, figures.count)]
            flow.space(6)
            flow.draw(height: pair.map(\.height).max() ?? 0) { page, area in
                for (index, figure) in pair.enumerated() {
                    figure.draw(&page, PagePoint(x: area.x + Double(index) * (width + Self.gutter), y: area.y))
                }
            }
        }
        flow.space(4)
    }
}
