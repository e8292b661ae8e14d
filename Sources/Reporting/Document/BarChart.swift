/// Counts as horizontal bars. In text and Markdown a table with bars of characters; on pages drawn, each with its
/// number beside it.
public struct BarChart: Sendable, Hashable {
    public struct Bar: Sendable, Hashable {
        public let name: String
        /// Not below 0.
        public let value: Int
        /// The value as it is written beside the bar.
        public let label: String

        /// - Parameter label: nil: the number itself.
        public init(name: String, value: Int, label: String? = nil) {
            self.name = name
            self.value = max(0, value)
            self.label = label ?? "\(self.value)"
        }
    }

    public let nameTitle: String
    public let valueTitle: String
    public let bars: [Bar]

    public init(nameTitle: String, valueTitle: String, bars: [Bar]) {
        self.nameTitle = nameTitle
        self.valueTitle = valueTitle
        self.bars = bars
    }

    /// Length of a bar where the longest has this many units; at least 1 for anything above 0.
    package func length(of bar: Bar, longest: Int) -> Int {
        guard let most = bars.map(\.value).max(), most > 0, bar.value > 0 else { return 0 }
        return max(1, Int(Int128(bar.value) * Int128(longest) / Int128(most)))
    }

    /// The chart as a table with bars of characters.
    var table: ReportDocument.Table {
        .init(
            columns: [.init(nameTitle), .init(valueTitle, alignsRight: true), .init("")],
            rows: bars.map { [$0.name, $0.label, String(repeating: "█", count: length(of: $0, longest: 40))] })
    }

    /// A table whose last column is drawn; the numbers say the same for those who cannot see it.
    func html() -> HTML {
        .table([nameTitle, valueTitle, ""], numbers: [1], bars.map { bar in
            HTML.Row(cells: [HTML.Cell(bar.name), HTML.Cell(bar.label, .number), HTML.Cell([drawing(bar)], .wide)])
        })
    }

    private func drawing(_ bar: Bar) -> HTML {
        .element("svg", [("viewBox", "0 0 400 12"), ("width", "400"), ("height", "12"), ("aria-hidden", "true")], [
            .element("path", [("d", "M0 0H\(length(of: bar, longest: 400))V12H0Z"), ("fill", "currentColor")], [HTML.none]),
        ])
    }
}
