import OriginModel
import Reporting
import Typesetting

/// Rates of duty over the years on paper, a panel for each Party.
struct StepChartFigures {
    private let chart: StepChart
    private let width: Double
    private let style: PrintStyle
    private let typesetter: Typesetter
    private let top: Int

    init(_ chart: StepChart, width: Double, style: PrintStyle, typesetter: Typesetter) {
        self.chart = chart
        self.width = width
        self.style = style
        self.typesetter = typesetter
        top = max(1, chart.top)
    }

    func figures() -> [ChartFigure] { chart.panels.map(figure) }

    private func figure(_ panel: StepChart.Panel) -> ChartFigure {
        let title = TextBlock([Paragraph(panel.title, style.strong)], width: width, padding: 0, typesetter)
        let plot = panel.isDrawn ? ChartPlot.height : 0
        let legend = TextBlock(legend(panel), width: width, padding: 0, typesetter)
        return ChartFigure(height: title.height + plot + legend.height + 4) { page, corner in
            title.draw(on: &page, x: corner.x, y: corner.y)
            let below = corner.y + title.height
            if panel.isDrawn { draw(panel, at: PagePoint(x: corner.x, y: below), on: &page) }
            legend.draw(on: &page, x: corner.x, y: below + plot)
        }
    }

    private func legend(_ panel: StepChart.Panel) -> [Paragraph] {
        var legend: [String] = []
        if panel.lines.count > 1 {
            legend = panel.lines.enumerated().map { "\(StepChart.mark(of: $0))  \($1.label)" }
        }
        if !panel.note.isEmpty { legend.append(panel.note) }
        return legend.map { Paragraph($0, style.caption) }
    }

    // MARK: Drawing

    private func draw(_ panel: StepChart.Panel, at corner: PagePoint, on page: inout Page) {
        let plot = ChartPlot(at: corner, width: width, left: 28, style: style, typesetter: typesetter)
        let years = chart.yearTicks
        plot.axes(
            values: chart.rateTicks.map { (Double($0) / Double(top), "\($0)%") },
            names: years.enumerated().map { index, year in
                (share((year - chart.firstYear) * 12), "\(year)", index == years.count - 1 ? .end : .start)
            }, on: &page)
        drawLevel(panel, plot, on: &page)
        drawNow(plot, on: &page)
        for (index, line) in panel.lines.enumerated() { draw(line, index, isMarked: panel.lines.count > 1, plot, on: &page) }
    }

    private func drawLevel(_ panel: StepChart.Panel, _ plot: ChartPlot, on page: inout Page) {
        guard let level = panel.level else { return }
        let y = plot.y(share(level.rate))
        page.path(
            [PagePoint(x: plot.area.x, y: y), PagePoint(x: plot.area.right, y: y)], width: 0.9, dashes: [0.9, 2.4])
        plot.text(level.label, x: plot.area.right, middle: y - 5, .end, on: &page)
    }

    /// The day asked about.
    private func drawNow(_ plot: ChartPlot, on page: inout Page) {
        guard (0..<chart.months).contains(chart.now) else { return }
        let x = plot.x(share(chart.now))
        page.path(
            [PagePoint(x: x, y: plot.area.y), PagePoint(x: x, y: plot.area.bottom)], width: 0.6, dashes: [3, 2],
            ink: PrintStyle.soft)
        let anchor: ChartPlot.Anchor = x > plot.area.right - 50 ? .end : .start
        plot.text(chart.nowLabel, x: x, middle: plot.area.y - 7, anchor, on: &page)
    }

    /// Each unbroken run of steps is one path: up or down, then along.
    private func draw(_ line: StepChart.Line, _ index: Int, isMarked: Bool, _ plot: ChartPlot, on page: inout Page) {
        var run: [PagePoint] = []
        func finish() {
            page.path(run, width: 1.7, dashes: StepChart.dashes(of: index).map { Double($0) * 0.8 })
            run = []
        }
        for (place, step) in line.steps.enumerated() {
            let end = place + 1 < line.steps.count ? line.steps[place + 1].month : chart.months
            guard let rate = step.rate else { finish(); continue }
            let y = plot.y(share(rate))
            run += [PagePoint(x: plot.x(share(step.month)), y: y), PagePoint(x: plot.x(share(end)), y: y)]
        }
        finish()
        guard isMarked, let first = line.steps.first(where: { $0.rate != nil }), let rate = first.rate else { return }
        // Lines that begin at the same rate have their marks side by side.
        let x = plot.x(share(first.month)) + 3 + 8 * Double(index)
        let y = plot.y(share(rate)) - 6
        // Readable where another line runs through it.
        page.fill(PageArea(x: x - 0.8, y: y - 3.6, width: 6.4, height: 7.2), .gray(1))
        plot.text(StepChart.mark(of: index), x: x, middle: y, .start, on: &page)
    }

    // MARK: Scales

    private func share(_ month: StepChart.Month) -> Double { Double(month) / Double(chart.months) }

    /// For the drawing alone, which is no finer than a printer's dot.
    private func share(_ rate: ExactDecimal) -> Double {
        Double(rate.significand) / Double(ExactDecimal.powerOfTen(rate.scale)) / Double(top)
    }
}
