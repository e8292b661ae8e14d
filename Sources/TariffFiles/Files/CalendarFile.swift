import Bilingual
import OriginModel
import RuleFiles
import Tariffs

/// `calendar.xml`: when year 1 began, on which day of the year each Party cuts its rates, and whether by origin.
struct CalendarFile {
    let calendar: TariffCalendar

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("tariff-calendar") else {
            throw InputProblems([.wrongRoot(tree, expected: "tariff-calendar")])
        }
        var log = ProblemLog()
        root.allow(["firstDay"], &log)
        root.allow(children: ["source", "party"], &log)
        let firstDay = root.date("firstDay", &log)
        let source = root.source(&log)
        var practices: [CountryCode: TariffCalendar.Practice] = [:]
        for element in root.children where element.isNamed("party") {
            element.allow(["code", "cuts", "differentials"], &log)
            let hasDifferentials = element.flag("differentials", absent: false, &log)
            guard let code = element.party("code", &log), let cuts = Self.cuts(element, &log) else { continue }
            if practices[code] != nil {
                let found = code.description
                log.add(.badValue(element, "code", code: "tariff.repeatedParty", found: found, expected: .once))
            }
            practices[code] = .init(cuts: cuts, hasDifferentials: hasDifferentials)
        }
        let missing = OriginGroup.everyParty.subtracting(practices.keys)
        if !missing.isEmpty { log.add(.missingParties(root, missing)) }
        try log.check()
        guard let firstDay, let source else { throw InputProblems(log.problems) }
        calendar = TariffCalendar(firstDay: firstDay, practices: practices, source: source)
    }

    private static func cuts(_ element: XMLElement, _ log: inout ProblemLog) -> TariffCalendar.CutDay? {
        guard let text = element.string("cuts", &log) else { return nil }
        guard let cuts = TariffCalendar.CutDay(text) else {
            log.add(.badValue(element, "cuts", code: "rules.badDate", found: text, expected: .dayOfYear))
            return nil
        }
        return cuts
    }
}

extension BilingualText {
    fileprivate static let dayOfYear = BilingualText(
        en: "a day that every year has, as MM-DD", zh: "每年均有的日期，格式 MM-DD")
    fileprivate static let once = BilingualText(en: "each Party once", zh: "每个缔约方一次")
}

extension InputProblem {
    fileprivate static func missingParties(_ root: XMLElement, _ missing: Set<CountryCode>) -> InputProblem {
        InputProblem(
            root, code: "tariff.missingParties",
            message: BilingualText(en: "the calendar lacks Parties", zh: "日历缺少缔约方"),
            expected: BilingualText(same: missing.sorted().map(\.description).joined(separator: " ")))
    }
}
