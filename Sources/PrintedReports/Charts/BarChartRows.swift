import Reporting
import Typesetting

extension ReportPages {
    /// Horizontal bars, each with its name before and its number beside it; the heads of the columns stand again on every
    /// page the bars go on to.
    mutating func bars(_ chart: BarChart) {
        let rows = BarChartRows(chart, width: flow.body.width, style: style, typesetter: typesetter)
        flow.space(4)
        flow.need(rows.headHeight + (rows.heights.first ?? 0))
        draw(rows, row: nil)
        for row in rows.heights.indices {
            if flow.remaining < rows.heights[row], !flow.isAtTop {
                flow.breakPage()
                draw(rows, row: nil)
            }
            draw(rows, row: row)
        }
        flow.space(3)
    }

    private mutating func draw(_ rows: BarChartRows, row: Int?) {
        flow.draw(height: row.map { rows.heights[$0] } ?? rows.headHeight) { page, area in
            rows.draw(row, on: &page, in: area)
        }
    }
}

/// The rows of a bar chart, measured before any is drawn.
private struct BarChartRows {
    private let chart: BarChart
    private let names: [TextBlock]
    private let values: [ShapedText]
    private let head: (name: TextBlock, value: ShapedText)
    private let nameWidth: Double
    private let valueWidth: Double
    private let width: Double

    /// Of each bar with its texts.
    let heights: [Double]
    let headHeight: Double

    private static let padding = 2.5
    /// A bar is drawn in steps of a thousandth.
    private static let longest = 1000

    init(_ chart: BarChart, width: Double, style: PrintStyle, typesetter: Typesetter) {
        self.chart = chart
        self.width = width
        let natural = ([(chart.nameTitle, style.columnHead)] + chart.bars.map { ($0.name, style.small) })
            .map { typesetter.shape($0.0, $0.1).width }.max() ?? 0
        nameWidth = min(natural + 2 * Self.padding + 1, width * 0.42)
        let nameWidth = nameWidth
        names = chart.bars.map { bar in
            TextBlock([Paragraph(bar.name, style.small)], width: nameWidth, padding: Self.padding, typesetter)
        }
        values = chart.bars.map { typesetter.shape($0.label, style.small) }
        head = (
            TextBlock([Paragraph(chart.nameTitle, style.columnHead)], width: nameWidth, padding: Self.padding, typesetter),
            typesetter.shape(chart.valueTitle, style.columnHead)
        )
        valueWidth = ([head.value] + values).map(\.width).max() ?? 0
        heights = names.map(\.height)
        headHeight = head.name.height
    }

    /// - Parameter row: nil for the heads of the columns.
    func draw(_ row: Int?, on page: inout Page, in area: PageArea) {
        let axis = area.x + nameWidth + valueWidth + 12
        guard let row else {
            page.fill(PageArea(x: area.x, y: area.y, width: width, height: area.height), PrintStyle.shade)
            head.name.draw(on: &page, x: area.x, y: area.y)
            put(head.value, on: &page, in: area)
            return
        }
        names[row].draw(on: &page, x: area.x, y: area.y)
        put(values[row], on: &page, in: area)
        let length = (area.x + width - axis) * Double(chart.length(of: chart.bars[row], longest: Self.longest)) / Double(Self.longest)
        let thickness = min(area.height - 5, 8)
        page.fill(
            PageArea(x: axis, y: area.y + (area.height - thickness) / 2, width: length, height: thickness), .gray(0.25))
        page.vertical(x: axis, from: area.y, to: area.bottom, width: 0.7)
    }

    private func put(_ value: ShapedText, on page: inout Page, in area: PageArea) {
        page.text(value, x: area.x + nameWidth + 6 + valueWidth - value.width, y: area.y + (area.height - value.height) / 2)
    }
}
