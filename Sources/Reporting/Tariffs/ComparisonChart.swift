import Bilingual
import OriginModel
import Tariffs

/// The panels of a comparison: the path of Annex I, the rate of today where no path is loaded, and MFN.
struct ComparisonChart {
    private let comparison: TariffComparison
    private let words: ReportWords

    /// More paths than these in one panel cannot be told apart; the tables hold them all.
    private static let mostLines = 4

    init(_ comparison: TariffComparison, _ words: ReportWords) {
        self.comparison = comparison
        self.words = words
    }

    private var firstYear: Int { comparison.calendar.firstDay.year }

    func chart() -> StepChart {
        let date = comparison.query.date
        // The last rate stays: a few years of it are enough.
        let last = comparison.rows.flatMap { paths($0).compactMap { $0.path.end?.day?.year } }.max() ?? 0
        return StepChart(
            firstYear: firstYear, lastYear: max(last + 3, date.year, firstYear + 12), now: month(date),
            nowLabel: "\(date)", panels: comparison.rows.map(panel))
    }

    private func panel(_ row: TariffComparison.Row) -> StepChart.Panel {
        let groups = paths(row)
        let drawn = drawnAlike(groups)
        let shown = drawn.prefix(Self.mostLines)
        var note = ""
        if groups.isEmpty {
            note = row.lines.isEmpty ? statement(row) : words(row.withoutPath)
            if row.lines.contains(where: \.duty.isOfOtherDays) { note += words.bracketed(words(.ratesOfOtherDays)) }
        } else if shown.count < drawn.count {
            note = words(.morePaths(drawn.count - shown.count))
        }
        return StepChart.Panel(
            title: words.country(row.party.code), description: description(row, groups),
            lines: groups.isEmpty ? now(row) : Array(shown), level: level(row), note: note)
    }

    /// Paths that differ in their base rates alone are one line.
    private func drawnAlike(_ groups: [PathGroup]) -> [StepChart.Line] {
        var drawn: [(steps: [StepChart.Step], lines: [TariffLineCode])] = []
        for group in groups {
            let steps = steps(group.path)
            if let index = drawn.firstIndex(where: { $0.steps == steps }) {
                drawn[index].lines += group.lines
            } else {
                drawn.append((steps, group.lines))
            }
        }
        return drawn.map { StepChart.Line(label: label($0.lines), steps: $0.steps) }
    }

    private func label(_ lines: [TariffLineCode]) -> String {
        let names = words.list(lines.prefix(Self.mostNames).map(\.printed))
        return lines.count > Self.mostNames ? names + " …" + words.bracketed("\(lines.count)") : names
    }

    private static let mostNames = 6

    /// Lines with the same path stand together.
    private func paths(_ row: TariffComparison.Row) -> [PathGroup] {
        PathGroup.groups(row, calendar: comparison.calendar)
    }

    private func statement(_ row: TariffComparison.Row) -> String {
        StandingWords(comparison, words).statement(row)
    }

    private func description(_ row: TariffComparison.Row, _ groups: [PathGroup]) -> String {
        guard !row.lines.isEmpty else { return statement(row) }
        let rates = words.pair(words(.preferenceColumn), words(RateSpan.words(row.lines.map(\.duty.preference))))
        let mfn = words.pair(words(.mfnColumn), words(RateSpan.words(row.lines.map(\.duty.mfn))))
        let paths = groups.map { words.pair(words.list($0.lines.map(\.printed)), words($0.path.words)) }
        let separator = words.language == .chinese ? "；" : "; "
        return ([mfn, rates] + (paths.isEmpty ? [words(row.withoutPath)] : paths)).joined(separator: separator)
    }

    private func steps(_ path: DutyPath) -> [StepChart.Step] {
        path.steps.compactMap { step in
            step.day.map { StepChart.Step(month: month($0), rate: step.rate.adValorem) }
        }
    }

    /// Where no path is loaded, the rates of one year from the date; freedom from duty has no end.
    private func now(_ row: TariffComparison.Row) -> [StepChart.Line] {
        var groups: [(rate: ExactDecimal, lines: [TariffLineCode])] = []
        for line in row.lines {
            guard let rate = line.duty.preference?.adValorem else { continue }
            if let index = groups.firstIndex(where: { $0.rate == rate }) {
                groups[index].lines.append(line.line)
            } else {
                groups.append((rate, [line.line]))
            }
        }
        let isForEver = row.groups.first?.schedule.kind == .dutyFree
        let start = isForEver ? 0 : month(comparison.query.date)
        return groups.prefix(Self.mostLines).map { group in
            let end = isForEver ? [] : [StepChart.Step(month: start + 12, rate: nil)]
            return StepChart.Line(label: label(group.lines), steps: [.init(month: start, rate: group.rate)] + end)
        }
    }

    /// MFN, where all lines have the same.
    private func level(_ row: TariffComparison.Row) -> StepChart.Level? {
        let rates = Set(row.lines.map(\.duty.mfn))
        guard rates.count == 1, let rate = rates.first??.adValorem else { return nil }
        let label = words.language == .chinese ? words(.mfnColumn) + "\(rate)%" : "\(words(.mfnColumn)) \(rate)%"
        return StepChart.Level(label: label, rate: rate)
    }

    private func month(_ day: CalendarDate) -> Int { (day.year - firstYear) * 12 + day.month - 1 }
}

/// Lines of Annex I that share one path.
struct PathGroup {
    let path: DutyPath
    private(set) var lines: [TariffLineCode]

    static func groups(_ row: TariffComparison.Row, calendar: TariffCalendar) -> [PathGroup] {
        guard let group = row.groups.first(where: { $0.schedule.kind == .path }) else { return [] }
        return groups(group, importingParty: row.party.code, calendar: calendar)
    }

    static func groups(
        _ group: TariffAnswer.Group, importingParty: CountryCode, calendar: TariffCalendar
    ) -> [PathGroup] {
        var groups: [PathGroup] = []
        for line in group.lines {
            guard let stated = line.path else { continue }
            let path = DutyPath(stated, importingParty: importingParty, calendar: calendar)
            if let index = groups.firstIndex(where: { $0.path == path }) {
                groups[index].lines.append(line.line)
            } else {
                groups.append(PathGroup(path: path, lines: [line.line]))
            }
        }
        return groups
    }
}

extension BilingualText {
    static let pathNotLoaded = BilingualText(en: "path not loaded", zh: "降税路径未载入")

    fileprivate static let ratesOfOtherDays = BilingualText(en: "rates of other days, †", zh: "税率属其他日期，†")

    fileprivate static func morePaths(_ count: Int) -> BilingualText {
        BilingualText(en: "and \(count) more paths, in the tables", zh: "另有\(count)种路径，见下表")
    }
}
