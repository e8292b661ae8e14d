import OriginModel

/// Rates of duty over the years, a small panel for each Party, all on the same scales. Only pages draw it, on
/// screen or paper: whatever it shows stands in words beside it.
public struct StepChart: Sendable, Hashable {
    /// Months from January of the first year of the chart.
    public typealias Month = Int

    public struct Step: Sendable, Hashable {
        public let month: Month
        /// In percent; nil where the rate is no percentage, and the line is broken.
        public let rate: ExactDecimal?

        public init(month: Month, rate: ExactDecimal?) {
            self.month = month
            self.rate = rate
        }
    }

    /// A line of steps, told from others by its mark and its dashes.
    public struct Line: Sendable, Hashable {
        public let label: String
        /// By month, ascending; each rate holds until the next.
        public let steps: [Step]

        public init(label: String, steps: [Step]) {
            self.label = label
            self.steps = steps
        }
    }

    public struct Panel: Sendable, Hashable {
        public let title: String
        /// The same in words, for those who cannot see it.
        public let description: String
        public let lines: [Line]
        /// A rate that does not move, such as MFN.
        public let level: Level?
        /// What cannot be drawn.
        public let note: String

        public init(title: String, description: String, lines: [Line], level: Level? = nil, note: String = "") {
            self.title = title
            self.description = description
            self.lines = lines
            self.level = level
            self.note = note
        }

        package var isDrawn: Bool { !lines.isEmpty || level != nil }
    }

    public struct Level: Sendable, Hashable {
        public let label: String
        public let rate: ExactDecimal

        public init(label: String, rate: ExactDecimal) {
            self.label = label
            self.rate = rate
        }
    }

    public let firstYear: Int
    /// The chart ends with this year.
    public let lastYear: Int
    /// The day asked about.
    public let now: Month
    public let nowLabel: String
    public let panels: [Panel]

    public init(firstYear: Int, lastYear: Int, now: Month, nowLabel: String, panels: [Panel]) {
        self.firstYear = firstYear
        self.lastYear = max(firstYear, lastYear)
        self.now = now
        self.nowLabel = nowLabel
        self.panels = panels
    }

    package var months: Int { (lastYear - firstYear + 1) * 12 }

    /// The top of the scale of rates, a round number above every rate drawn.
    package var top: Int {
        let rates = panels.flatMap { panel in
            panel.lines.flatMap { $0.steps.compactMap(\.rate) } + (panel.level.map { [$0.rate] } ?? [])
        }
        let most = rates.max() ?? .zero
        let whole = Int(clamping: most.significand / ExactDecimal.powerOfTen(most.scale))
        let step = whole < 10 ? 2 : whole < 50 ? 10 : whole < 200 ? 50 : 500
        return (whole / step + 1) * step
    }

    /// Rates that have a line across every panel.
    package var rateTicks: [Int] { [0, top / 2, top] }

    /// Years named below every panel.
    package var yearTicks: [Int] { Set([firstYear, firstYear + (lastYear - firstYear) / 2, lastYear]).sorted() }

    /// Further lines of one panel are told apart by these lengths of dashes and gaps.
    package static func dashes(of line: Int) -> [Int] {
        let all = [[], [7, 3], [2, 3], [10, 3, 2, 3]]
        return all[line % all.count]
    }

    /// What stands beside a line of a panel that has several.
    package static func mark(of line: Int) -> String {
        let all = ["A", "B", "C", "D", "E", "F", "G", "H"]
        return all[line % all.count]
    }
}
