import Bilingual
import OriginModel
import Tariffs

/// The path of a line of Annex I in steps: where its rate changes, and on which day.
struct DutyPath: Hashable {
    struct Step: Hashable {
        /// Year of Annex I, from 1.
        let year: Int
        /// First day of the year; nil for a Party the calendar does not know.
        let day: CalendarDate?
        let rate: DutyRate
    }

    let base: DutyRate
    /// Year 1, and each later year whose rate differs from the year before.
    let steps: [Step]
    /// The last year that is laid down; its rate stays.
    let lastYear: Int
    let lastDay: CalendarDate?

    init(_ path: TariffSchedule.Path, importingParty: CountryCode, calendar: TariffCalendar) {
        base = path.base
        lastYear = path.years.count
        lastDay = calendar.firstDay(ofYear: lastYear, importingParty: importingParty)
        var steps: [Step] = []
        for (index, rate) in path.years.enumerated() where index == 0 || rate != path.years[index - 1] {
            let day = calendar.firstDay(ofYear: index + 1, importingParty: importingParty)
            steps.append(Step(year: index + 1, day: day, rate: rate))
        }
        self.steps = steps
    }

    /// The rate that stays, and the step that brought it.
    var end: Step? { steps.last }

    /// `base 30% → 2022 27% → 2023 24% → 2031 free`; days that are not 1 January with their month.
    var words: BilingualText {
        let first = BilingualText(en: "base \(base.words.english)", zh: "基准税率\(base.words.chinese)")
        let isConstant = steps.count == 1 && steps[0].rate == base
        if isConstant {
            return BilingualText(
                en: "\(base.words.english) throughout, to year \(lastYear)\(Self.since(lastDay).english)",
                zh: "直至第\(lastYear)年\(Self.since(lastDay).chinese)始终为\(base.words.chinese)")
        }
        return BilingualText(
            en: ([first.english] + steps.map { "\($0.label) \($0.rate.words.english)" }).joined(separator: " → "),
            zh: ([first.chinese] + steps.map { "\($0.label) \($0.rate.words.chinese)" }).joined(separator: " → "))
    }

    /// `free · 2031`, or that nothing changes.
    var endWords: BilingualText {
        guard let end else { return BilingualText(en: "not stated", zh: "未列明") }
        if steps.count == 1, end.rate == base {
            return BilingualText(en: "stays \(end.rate.words.english)", zh: "始终为\(end.rate.words.chinese)")
        }
        return BilingualText(
            en: "\(end.rate.words.english) · \(end.label)", zh: "\(end.rate.words.chinese) · \(end.label)")
    }

    private static func since(_ day: CalendarDate?) -> BilingualText {
        guard let day else { return BilingualText(same: "") }
        return BilingualText(en: " (\(day.year))", zh: "（\(day.year)）")
    }
}

extension DutyPath.Step {
    /// `2031`, `2031-04` where years do not begin in January, `y10` where the day is not known.
    var label: String {
        guard let day else { return "y\(year)" }
        return day.month == 1 ? "\(day.year)" : String("\(day)".dropLast(3))
    }
}
