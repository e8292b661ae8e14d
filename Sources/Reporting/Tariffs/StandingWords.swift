import Bilingual
import OriginModel
import OriginRules

/// What is to be said of a Party before any rate.
struct StandingWords {
    private let comparison: TariffComparison
    private let words: ReportWords

    init(_ comparison: TariffComparison, _ words: ReportWords) {
        self.comparison = comparison
        self.words = words
    }

    /// For a cell of a table; nil where rates say it.
    func short(_ row: TariffComparison.Row) -> String? {
        switch row.standing {
        case .answered, .preferenceNotLoaded: nil
        case .noLine: words(.noLineHere)
        case .notLoaded: words(.rateNotLoaded)
        case .sameParty: words(.originItself)
        case .notInForce: words(.notInForceYet)
        }
    }

    /// In one sentence without a full stop.
    func statement(_ row: TariffComparison.Row) -> String {
        switch row.standing {
        case .answered: words(.lowerRateBelow)
        case .preferenceNotLoaded: words(.onlyMFNIsLoaded(words.country(comparison.query.origin)))
        case .noLine: words(.noLineHere)
        case .notLoaded: words(.nothingLoaded)
        case .sameParty: words(.originItselfInFull)
        case .notInForce: notInForce(row.party)
        }
    }

    private func notInForce(_ party: Party) -> String {
        let date = comparison.query.date
        let late = party.inForce > date ? party : comparison.originParty
        guard let late else { return words(.originIsNoParty) }
        return words(.notInForce(words.country(late.code), late.inForce, date))
    }
}

extension BilingualText {
    fileprivate static let originItself = BilingualText(en: "origin itself", zh: "原产国本身")
    fileprivate static let originItselfInFull = BilingualText(
        en: "the origin itself: the good is not imported from another Party", zh: "原产国本身，不涉及自其他缔约方进口")
    fileprivate static let notInForceYet = BilingualText(en: "not in force", zh: "未生效")
    fileprivate static let noLineHere = BilingualText(
        en: "no line under this code in the schedule that is loaded", zh: "已载入的税率表中该编码下没有税目")
    fileprivate static let nothingLoaded = BilingualText(
        en: "not loaded: no schedule of this Party that is loaded has this code; this says nothing of its rates",
        zh: "未载入：该缔约方已载入的税率表不含此编码，不说明其税率高低")
    fileprivate static let lowerRateBelow = BilingualText(en: "the lower rate is due", zh: "适用较低税率")
    fileprivate static let originIsNoParty = BilingualText(
        en: "the origin is not a Party", zh: "原产国不是缔约方")

    fileprivate static func onlyMFNIsLoaded(_ origin: String) -> BilingualText {
        BilingualText(
            en: "the RCEP rates for goods of \(origin) are not loaded; the MFN rates are",
            zh: "未载入适用于\(origin)原产货物的RCEP税率，仅载入最惠国税率")
    }

    static func notInForce(_ party: String, _ since: CalendarDate, _ date: CalendarDate) -> BilingualText {
        BilingualText(
            en: "the Agreement enters into force for \(party) on \(since), after \(date): no RCEP rate, MFN is due",
            zh: "协定自\(since)起对\(party)生效，晚于\(date)：不适用RCEP税率，适用最惠国税率")
    }
}
