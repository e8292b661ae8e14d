import OriginModel

/// Draws a chart of steps as inline SVG: no script, no colour that says anything, words for who cannot see it.
struct StepChartHTML {
    private let chart: StepChart
    private let top: Int

    init(_ chart: StepChart) {
        self.chart = chart
        top = chart.top
    }

    /// The plot within a panel, in units of its view box.
    private enum Frame {
        static let width = 280
        static let height = 158
        static let left = 34
        static let right = 270
        static let upper = 14
        static let lower = 132
    }

    /// One figure a panel.
    func html() -> HTML {
        .element("div.charts", chart.panels.enumerated().map { figure($1, number: $0) })
    }

    private func figure(_ panel: StepChart.Panel, number: Int) -> HTML {
        var parts: [HTML] = [.element("figcaption", panel.title)]
        if panel.isDrawn { parts.append(drawing(panel, id: "chart-\(number)")) }
        if panel.lines.count > 1 {
            parts += panel.lines.enumerated().map { index, line in
                .element("p.legend", "\(StepChart.mark(of: index))  \(line.label)")
            }
        }
        if !panel.note.isEmpty { parts.append(.element("p.legend", panel.note)) }
        return .element("figure.panel", parts)
    }

    private func drawing(_ panel: StepChart.Panel, id: String) -> HTML {
        let names: [(StaticString, String)] = [
            ("viewBox", "0 0 \(Frame.width) \(Frame.height)"), ("role", "img"),
            ("aria-labelledby", "\(id)-title \(id)-desc"),
        ]
        return .element("svg", names, [
            .element("title", [("id", "\(id)-title")], panel.title),
            .element("desc", [("id", "\(id)-desc")], panel.description),
        ] + axes() + level(panel) + now() + panel.lines.enumerated().flatMap { index, line in
            self.line(line, index, isMarked: panel.lines.count > 1)
        })
    }

    // MARK: Axes

    private func axes() -> [HTML] {
        let rates = chart.rateTicks.flatMap { rate -> [HTML] in
            let y = self.y(ExactDecimal(significand: Int128(rate), scale: 0))
            return [
                path("M\(Frame.left) \(y)H\(Frame.right)", "grid"),
                text("\(rate)%", x: Frame.left - 4, y: y + 3, anchor: "end"),
            ]
        }
        let years = chart.yearTicks
        let ticks = years.enumerated().flatMap { index, year -> [HTML] in
            let x = self.x((year - chart.firstYear) * 12)
            return [
                path("M\(x) \(Frame.lower)v4", "axis"),
                text("\(year)", x: x, y: Frame.lower + 15, anchor: index == years.count - 1 ? "end" : "start"),
            ]
        }
        return rates + ticks + [path("M\(Frame.left) \(Frame.upper)V\(Frame.lower)H\(Frame.right)", "axis")]
    }

    private func level(_ panel: StepChart.Panel) -> [HTML] {
        guard let level = panel.level else { return [] }
        let y = self.y(level.rate)
        return [
            path("M\(Frame.left) \(y)H\(Frame.right)", "level"),
            text(level.label, x: Frame.right, y: y - 3, anchor: "end"),
        ]
    }

    private func now() -> [HTML] {
        guard (0..<chart.months).contains(chart.now) else { return [] }
        let x = self.x(chart.now)
        return [
            path("M\(x) \(Frame.upper)V\(Frame.lower)", "now"),
            text(chart.nowLabel, x: x, y: Frame.upper - 4, anchor: x > Frame.right - 60 ? "end" : "start"),
        ]
    }

    // MARK: Lines

    private func line(_ line: StepChart.Line, _ index: Int, isMarked: Bool) -> [HTML] {
        var drawn = ""
        var isOpen = false
        for (place, step) in line.steps.enumerated() {
            let end = x(place + 1 < line.steps.count ? line.steps[place + 1].month : chart.months)
            if let rate = step.rate {
                drawn += isOpen ? "V\(y(rate))H\(end)" : "M\(x(step.month)) \(y(rate))H\(end)"
            }
            isOpen = step.rate != nil
        }
        guard !drawn.isEmpty else { return [] }
        let dashes = StepChart.dashes(of: index).map(String.init).joined(separator: " ")
        var parts: [HTML] = [
            shape([("d", drawn), ("class", "steps"), ("stroke-dasharray", dashes)]),
        ]
        if isMarked, let first = line.steps.first(where: { $0.rate != nil }), let rate = first.rate {
            // Lines that begin at the same rate have their marks side by side.
            let x = self.x(first.month) + 3 + 9 * index
            parts.append(text(StepChart.mark(of: index), x: x, y: y(rate) - 3, anchor: "start"))
        }
        return parts
    }

    private func path(_ drawn: String, _ kind: String) -> HTML {
        shape([("d", drawn), ("class", kind)])
    }

    private func shape(_ attributes: [(StaticString, String)]) -> HTML {
        .element("path", attributes, [HTML.none])
    }

    private func text(_ text: String, x: Int, y: Int, anchor: String) -> HTML {
        let place: [(StaticString, String)] = [("x", "\(x)"), ("y", "\(y)"), ("text-anchor", anchor)]
        return .element("text", place, text)
    }

    // MARK: Scales

    private func x(_ month: StepChart.Month) -> Int {
        Frame.left + (Frame.right - Frame.left) * min(max(0, month), chart.months) / chart.months
    }

    private func y(_ rate: ExactDecimal) -> Int {
        let height = Int128(Frame.lower - Frame.upper)
        let share = rate.significand * height / (ExactDecimal.powerOfTen(rate.scale) * Int128(max(1, top)))
        return Frame.lower - Int(clamping: share)
    }
}
