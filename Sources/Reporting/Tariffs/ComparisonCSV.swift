import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Tariffs

/// A comparison as CSV: a row for each line of each schedule of each Party, and one for a Party without lines.
public struct ComparisonCSV: Sendable {
    public static let columns = [
        "importing_party", "status", "origin", "date", "code", "line", "schedule", "relied_on", "edition",
        "agreement_year", "mfn", "base", "rcep", "due_kind", "due", "due_basis", "saving_points", "path", "path_end_year",
        "path_end_rate", "rule", "caveats",
    ]

    private let comparison: TariffComparison
    private let rule: ProductSpecificRule?

    /// - Parameter rule: of the code; nil where several rules lie below it.
    public init(_ comparison: TariffComparison, rule: ProductSpecificRule?) {
        self.comparison = comparison
        self.rule = rule
    }

    /// The whole table.
    public func text() -> String {
        var csv = CSVWriter(header: Self.columns)
        for row in comparison.rows {
            if row.groups.isEmpty { write(row, &csv) }
            for (index, group) in row.groups.enumerated() {
                for line in group.lines { write(line, group, row, isReliedOn: index == 0, &csv) }
            }
        }
        return csv.take()
    }

    /// Columns up to `code`.
    private func begin(_ row: TariffComparison.Row, _ csv: inout CSVWriter) {
        let query = comparison.query
        csv.field(row.party.code.description)
        csv.field(row.standing.rawValue)
        csv.field(query.origin.description)
        csv.field(query.date.description)
        csv.field(query.code.printed)
    }

    private func write(_ row: TariffComparison.Row, _ csv: inout CSVWriter) {
        begin(row, &csv)
        for _ in 0..<15 { csv.field("") }
        csv.words(rule?.text ?? "")
        csv.field("")
        csv.endRow()
    }

    private func write(
        _ line: LineDuty, _ group: TariffAnswer.Group, _ row: TariffComparison.Row, isReliedOn: Bool,
        _ csv: inout CSVWriter
    ) {
        begin(row, &csv)
        csv.field(line.line.printed)
        csv.words(group.schedule.id)
        csv.field(isReliedOn ? "true" : "false")
        csv.field(group.schedule.edition.rawValue)
        csv.field(line.agreementYear.map { "\($0)" })
        let due = DueFields(line.duty.due)
        csv.field(line.duty.mfn?.cell)
        csv.field(line.duty.base?.cell)
        csv.field(line.duty.preference?.cell)
        csv.field(due.kind)
        csv.field(due.rate)
        csv.field(due.basis)
        csv.field(line.duty.saving?.description)
        csv.field(line.path.map { path in
            path.years.enumerated().map { "y\($0.offset + 1)=\($0.element.cell)" }.joined(separator: ";")
        })
        csv.field(line.path.map { "\($0.years.count)" })
        csv.field(line.path?.years.last?.cell)
        csv.words(rule?.text ?? "")
        csv.field(line.duty.caveats.codes.joined(separator: ";"))
        csv.endRow()
    }
}
