/// Counts or amounts by month, a small panel for each Party, all on the same scales. Drawn on pages, on screen or paper;
/// in text and Markdown a table with bars of characters.
public struct ColumnChart: Sendable, Hashable {
    /// A month of the calendar.
    public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// From January of the year 0.
        package let index: Int

        /// - Parameter text: `2026-05`
        public init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let year = parts[0], let month = parts[1], (1...12).contains(month), (0...9999).contains(year)
            else { return nil }
            index = year * 12 + month - 1
        }

        package init(index: Int) {
            self.index = index
        }

        public var description: String {
            let (year, month) = (index / 12, index % 12 + 1)
            return String(repeating: "0", count: 4 - "\(year)".count) + "\(year)-\(month < 10 ? "0" : "")\(month)"
        }

        public static func < (one: Month, other: Month) -> Bool { one.index < other.index }
    }

    public struct Column: Sendable, Hashable {
        public let month: Month
        /// Not below 0; nil where it is not known, which is no column of nothing.
        public let value: Int?
        /// The value as it is written.
        public let label: String

        /// - Parameter label: nil: the number itself, or a question mark.
        public init(month: Month, value: Int?, label: String? = nil) {
            self.month = month
            self.value = value.map { max(0, $0) }
            self.label = label ?? value.map { "\(max(0, $0))" } ?? ColumnChart.unknown
        }
    }

    public struct Panel: Sendable, Hashable {
        public let title: String
        /// By month, each month once; those left out have nothing.
        public let columns: [Column]

        public init(title: String, columns: [Column]) {
            self.title = title
            self.columns = columns
        }
    }

    package static let unknown = "?"

    public let monthTitle: String
    public let panelTitle: String
    /// What is counted, with its unit; stands at the axis.
    public let valueTitle: String
    public let panels: [Panel]

    public init(monthTitle: String, panelTitle: String, valueTitle: String, panels: [Panel]) {
        self.monthTitle = monthTitle
        self.panelTitle = panelTitle
        self.valueTitle = valueTitle
        self.panels = panels
    }

    // MARK: Scales

    /// Every month from the first to the last of any panel, those with nothing too.
    package var months: ClosedRange<Int> {
        let all = panels.flatMap { $0.columns.map(\.month.index) }
        guard let first = all.min(), let last = all.max() else { return 0...0 }
        return first...last
    }

    /// Months named below every panel.
    package var monthTicks: [Month] {
        let months = months
        let all = months.count <= Self.mostNames ? Array(months) : [months.lowerBound, months.lowerBound + months.count / 2, months.upperBound]
        return all.map(Month.init(index:))
    }

    /// More names of months do not fit below a panel.
    private static let mostNames = 4

    /// The top of the scale: the least 1, 2 or 5 with noughts that no column exceeds.
    package var top: Int {
        let most = panels.flatMap { $0.columns.compactMap(\.value) }.max() ?? 0
        var unit = 1
        while true {
            for step in [1, 2, 5] where unit * step >= most { return unit * step }
            guard unit < Int.max / 100 else { return Int.max }
            unit *= 10
        }
    }

    /// Values that have a line across every panel.
    package var valueTicks: [Int] { top % 2 == 0 ? [0, top / 2, top] : [0, top] }

    // MARK: Without drawing

    /// The chart as a table with bars of characters, panel after panel.
    var table: ReportDocument.Table {
        let most = max(1, panels.flatMap { $0.columns.compactMap(\.value) }.max() ?? 0)
        let rows = panels.flatMap { panel in
            panel.columns.map { column in
                let value = column.value ?? 0
                let length = value == 0 ? 0 : max(1, Int(Int128(value) * 40 / Int128(most)))
                return [panel.title, "\(column.month)", column.label, String(repeating: "█", count: length)]
            }
        }
        return .init(
            columns: [.init(panelTitle), .init(monthTitle), .init(valueTitle, alignsRight: true), .init("")], rows: rows)
    }
}
