import Bilingual
import OriginModel
import OriginRules
import Tariffs

/// What goods of one code pay, as `rcep lookup` shows it under the rule: in every importing Party for one origin, or in
/// one importing Party for every origin.
public struct RatesSection: Sendable {
    private let comparisons: [TariffComparison]
    private let ruleSet: RuleSet
    private let context: ReportContext

    /// - Parameter comparisons: one for each origin that is asked about, with the same importing Parties.
    public init(_ comparisons: [TariffComparison], ruleSet: RuleSet, _ context: ReportContext) {
        self.comparisons = comparisons
        self.ruleSet = ruleSet
        self.context = context
    }

    private var words: ReportWords { ReportWords(context) }

    public func blocks() -> [ReportDocument.Block] {
        guard let first = comparisons.first else { return [] }
        let report = ComparisonReport(first, ruleSet: ruleSet, context)
        if comparisons.count > 1 { return byOrigin() }
        let title = words(.ratesOf(words.country(first.query.origin), first.query.date))
        let table: [ReportDocument.Block] = [.heading(title), .table(report.overview()), .list(report.notes())]
        // Of one Party there is room for everything.
        return first.rows.count == 1 ? table + first.rows.flatMap { report.details($0) } : table
    }

    // MARK: One importing Party

    private func byOrigin() -> [ReportDocument.Block] {
        guard let first = comparisons.first, let row = first.rows.first else { return [] }
        let importing = words.country(row.party.code)
        let table = ReportDocument.Table(
            columns: [
                .init(words(.countryOfOrigin), isFlexible: true), .init(words(.lineColumn)), .init(words(.mfnColumn)),
                .init(words(.preferenceColumn)), .init(words(.dueColumn)), .init(words(.savingColumn)),
            ],
            rows: originRows())
        return [
            .heading(words(.ratesInto(importing, first.query.date))), .table(table),
            .list(ComparisonReport(first, ruleSet: ruleSet, context).notes()),
        ]
    }

    /// Origins whose goods pay the same stand together.
    private func originRows() -> [[String]] {
        var groups: [(origins: [String], rows: [[String]])] = []
        for comparison in comparisons {
            guard let row = comparison.rows.first else { continue }
            let figures = ComparisonReport(comparison, ruleSet: ruleSet, context).overviewRows(row).map { Array($0.dropFirst()) }
            let origin = "\(comparison.query.origin)"
            if let index = groups.firstIndex(where: { $0.rows == figures }) {
                groups[index].origins.append(origin)
            } else {
                groups.append(([origin], figures))
            }
        }
        return Self.largestLast(groups).flatMap { group in
            group.rows.enumerated().map { index, cells in [index == 0 ? name(group.origins, groups.count) : ""] + cells }
        }
    }

    /// More codes than these would not fit beside the rates.
    private static let mostNamed = 6

    private func name(_ origins: [String], _ groups: Int) -> String {
        guard origins.count > Self.mostNamed else { return words.list(origins) }
        return words(groups == 1 ? .everyParty(origins.count) : .theOthers(origins.count))
    }

    /// So that a group of many can be called the others.
    private static func largestLast<Group>(_ groups: [(origins: [String], rows: Group)]) -> [(origins: [String], rows: Group)] {
        guard let largest = groups.indices.max(by: { groups[$0].origins.count < groups[$1].origins.count }) else {
            return groups
        }
        return groups[..<largest] + groups[(largest + 1)...] + [groups[largest]]
    }
}

extension BilingualText {
    fileprivate static func everyParty(_ count: Int) -> BilingualText {
        BilingualText(en: "all \(count) other Parties", zh: "其他全部\(count)个缔约方")
    }

    fileprivate static func theOthers(_ count: Int) -> BilingualText {
        BilingualText(en: "the remaining \(count) Parties", zh: "其余\(count)个缔约方")
    }

    fileprivate static func ratesOf(_ origin: String, _ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "Rates of duty for goods of \(origin) on \(date)", zh: "\(origin)原产货物在\(date)的税率")
    }

    fileprivate static func ratesInto(_ importing: String, _ date: CalendarDate) -> BilingualText {
        BilingualText(en: "Rates of duty of \(importing) on \(date)", zh: "\(importing)在\(date)的税率")
    }
}
