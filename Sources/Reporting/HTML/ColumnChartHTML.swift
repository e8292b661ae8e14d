/// Draws columns by month as inline SVG: no script, and words for who cannot see it.
struct ColumnChartHTML {
    private let chart: ColumnChart
    private let months: ClosedRange<Int>
    private let top: Int

    /// Of the chart within its page.
    private let number: Int

    init(_ chart: ColumnChart, number: Int) {
        self.chart = chart
        self.number = number
        months = chart.months
        top = chart.top
    }

    /// The plot within a panel, in units of its view box.
    private enum Frame {
        static let width = 280
        static let height = 158
        static let left = 44
        static let right = 270
        static let upper = 26
        static let lower = 132
        /// What a character of a label takes.
        static let character = 6
    }

    /// One figure a panel.
    func html() -> HTML {
        .element("div.charts", chart.panels.enumerated().map { index, panel in
            .element("figure.panel", [
                .element("figcaption", panel.title), drawing(panel, id: "months-\(number)-\(index)"),
            ])
        })
    }

    private func drawing(_ panel: ColumnChart.Panel, id: String) -> HTML {
        let names: [(StaticString, String)] = [
            ("viewBox", "0 0 \(Frame.width) \(Frame.height)"), ("role", "img"),
            ("aria-labelledby", "\(id)-title \(id)-desc"),
        ]
        let description = panel.columns.map { "\($0.month): \($0.label)" }.joined(separator: "; ")
        return .element("svg", names, [
            .element("title", [("id", "\(id)-title")], "\(panel.title), \(chart.valueTitle)"),
            .element("desc", [("id", "\(id)-desc")], description),
        ] + axes() + panel.columns.flatMap(column))
    }

    private func axes() -> [HTML] {
        let values = chart.valueTicks.flatMap { value -> [HTML] in
            let y = y(value)
            return [
                path("M\(Frame.left) \(y)H\(Frame.right)", "grid"),
                text("\(value)", x: Frame.left - 4, y: y + 3, anchor: "end"),
            ]
        }
        let ticks = chart.monthTicks.map { month in
            text("\(month)", x: middle(month.index), y: Frame.lower + 15, anchor: "middle")
        }
        return [text(chart.valueTitle, x: 0, y: 10, anchor: "start")] + values + ticks
            + [path("M\(Frame.left) \(Frame.upper)V\(Frame.lower)H\(Frame.right)", "axis")]
    }

    private func column(_ column: ColumnChart.Column) -> [HTML] {
        let (left, right) = (x(column.month.index), x(column.month.index + 1))
        let middle = middle(column.month.index)
        let gap = (right - left) / 6
        let y = y(column.value ?? 0)
        var parts: [HTML] = []
        if let value = column.value, value > 0 {
            let outline = "M\(left + gap) \(Frame.lower)V\(min(y, Frame.lower - 1))H\(max(left + gap + 1, right - gap))V\(Frame.lower)Z"
            parts.append(path(outline, "column", [.element("title", "\(column.month): \(column.label)")]))
        }
        // A label wider than its month would stand on its neighbour's; the table has every value.
        let isNarrow = column.label.count * Frame.character <= right - left
        if column.value == nil || isNarrow { parts.append(text(column.label, x: middle, y: y - 3, anchor: "middle")) }
        return parts
    }

    private func path(_ drawn: String, _ kind: String, _ content: [HTML] = []) -> HTML {
        let attributes: [(StaticString, String)] = [("d", drawn), ("class", kind)]
        return .element("path", attributes, content)
    }

    private func text(_ text: String, x: Int, y: Int, anchor: String) -> HTML {
        let place: [(StaticString, String)] = [("x", "\(x)"), ("y", "\(y)"), ("text-anchor", anchor)]
        return .element("text", place, text)
    }

    // MARK: Scales

    /// Where a month begins.
    private func x(_ month: Int) -> Int {
        Frame.left + (Frame.right - Frame.left) * (month - months.lowerBound) / months.count
    }

    private func middle(_ month: Int) -> Int { (x(month) + x(month + 1)) / 2 }

    private func y(_ value: Int) -> Int {
        Frame.lower - Int(Int128(Frame.lower - Frame.upper) * Int128(value) / Int128(max(1, top)))
    }
}
