import Reporting
import Typesetting

/// Columns by month on paper, a panel for each Party.
struct ColumnChartFigures {
    private let chart: ColumnChart
    private let width: Double
    private let style: PrintStyle
    private let typesetter: Typesetter
    private let months: ClosedRange<Int>
    private let top: Int

    init(_ chart: ColumnChart, width: Double, style: PrintStyle, typesetter: Typesetter) {
        self.chart = chart
        self.width = width
        self.style = style
        self.typesetter = typesetter
        months = chart.months
        top = chart.top
    }

    func figures() -> [ChartFigure] { chart.panels.map(figure) }

    private func figure(_ panel: ColumnChart.Panel) -> ChartFigure {
        let title = TextBlock(
            [Paragraph([TextSpan(panel.title, style.strong), TextSpan("  \(chart.valueTitle)", style.caption)])], width: width,
            padding: 0, typesetter)
        return ChartFigure(height: title.height + ChartPlot.height) { page, corner in
            title.draw(on: &page, x: corner.x, y: corner.y)
            draw(panel, at: PagePoint(x: corner.x, y: corner.y + title.height), on: &page)
        }
    }

    private func draw(_ panel: ColumnChart.Panel, at corner: PagePoint, on page: inout Page) {
        let left = (chart.valueTicks.map { typesetter.shape("\($0)", style.caption).width }.max() ?? 0) + 6
        let plot = ChartPlot(at: corner, width: width, left: left, style: style, typesetter: typesetter)
        plot.axes(
            values: chart.valueTicks.map { (share($0), "\($0)") },
            names: chart.monthTicks.map { (share(month: $0.index, 0.5), "\($0)", .middle) }, on: &page)
        for column in panel.columns { draw(column, plot, on: &page) }
    }

    private func draw(_ column: ColumnChart.Column, _ plot: ChartPlot, on page: inout Page) {
        let (left, right) = (plot.x(share(month: column.month.index, 0.15)), plot.x(share(month: column.month.index, 0.85)))
        let y = plot.y(share(column.value ?? 0))
        if let value = column.value, value > 0 {
            // Something is never drawn as nothing.
            let upper = min(y, plot.area.bottom - 0.8)
            page.fill(PageArea(x: left, y: upper, width: right - left, height: plot.area.bottom - upper), .gray(0.25))
        }
        // A label wider than its month would stand on its neighbour's; the table has every value.
        if column.value == nil || plot.width(of: column.label) <= plot.area.width / Double(months.count) {
            plot.text(column.label, x: (left + right) / 2, middle: y - 5, .middle, on: &page)
        }
    }

    // MARK: Scales

    private func share(_ value: Int) -> Double { Double(value) / Double(top) }

    /// - Parameter part: of the month, from 0 to 1.
    private func share(month: Int, _ part: Double) -> Double {
        (Double(month - months.lowerBound) + part) / Double(months.count)
    }
}
