import Bilingual
import HarmonizedSystem
import OriginModel
import Tariffs

/// Rates of one or more lines in few words, for a cell of a table.
enum RateSpan {
    /// `free`, `4%`, `free to 9.1%`, `5.7%; unbound`: percentages from the least to the most, then all that is none.
    static func words(_ rates: [DutyRate?]) -> BilingualText {
        let percents = rates.compactMap { $0?.adValorem }
        var parts: [BilingualText] = []
        if let least = percents.min(), let most = percents.max() {
            parts.append(span(DutyRate(percent: least), DutyRate(percent: most)))
        }
        for rate in rates {
            let words: BilingualText
            switch rate {
            case .free, .percent: continue
            case nil: words = .rateNotLoaded
            case let rate?: words = rate.words
            }
            if !parts.contains(words) { parts.append(words) }
        }
        return joined(parts)
    }

    /// What is due; `at most` where the other rate is not known.
    static func words(_ amounts: [DutyDue.Amount]) -> BilingualText {
        var exact: [DutyRate?] = []
        var most: [ExactDecimal] = []
        var isUnknown = false
        for amount in amounts {
            switch amount {
            case .exactly(let rate, _): exact.append(rate)
            case .atMost(let percent, _): most.append(percent)
            case .unknown: isUnknown = true
            }
        }
        var parts = exact.isEmpty ? [] : [words(exact)]
        if let low = most.min(), let high = most.max() {
            let bound = span(DutyRate(percent: low), DutyRate(percent: high))
            parts.append(BilingualText(en: "at most \(bound.english)", zh: "至多\(bound.chinese)"))
        }
        if isUnknown { parts.append(.rateNotKnown) }
        return joined(parts)
    }

    /// Percentage points: `3.4`, `none`, `none to 9`, `not known`.
    static func words(savings: [ExactDecimal?]) -> BilingualText {
        let known = savings.compactMap { $0 }
        var parts: [BilingualText] = []
        if let least = known.min(), let most = known.max() {
            let (low, high) = (points(least), points(most))
            parts.append(
                least == most ? low : BilingualText(
                    en: "\(low.english) to \(high.english)", zh: "\(low.chinese)至\(high.chinese)"))
        }
        if known.count < savings.count { parts.append(.rateNotKnown) }
        return joined(parts)
    }

    private static func points(_ value: ExactDecimal) -> BilingualText {
        value.isZero ? .noSaving : BilingualText(same: "\(value)")
    }

    private static func span(_ least: DutyRate, _ most: DutyRate) -> BilingualText {
        guard least != most else { return least.words }
        return BilingualText(
            en: "\(least.words.english) to \(most.words.english)", zh: "\(least.words.chinese)至\(most.words.chinese)")
    }

    private static func joined(_ parts: [BilingualText]) -> BilingualText {
        BilingualText(
            en: parts.map(\.english).joined(separator: "; "), zh: parts.map(\.chinese).joined(separator: "；"))
    }
}

extension TariffSchedule.Header {
    /// What the figures are: `rates of 2026-04-01 to 2027-03-31`.
    var kindWords: BilingualText {
        switch kind {
        case .applied:
            BilingualText(
                en: "rates applied \(period.first) to \(period.last?.description ?? "…")",
                zh: "\(period.first)至\(period.last?.description ?? "……")实施的税率")
        case .path: BilingualText(en: "schedule of Annex I", zh: "附件一关税承诺表")
        case .dutyFree: BilingualText(en: "all originating goods free of duty", zh: "原产货物全部零关税")
        }
    }
}

extension BilingualText {
    static let rateNotLoaded = BilingualText(en: "not loaded", zh: "未载入")
    static let rateNotKnown = BilingualText(en: "not known", zh: "不详")
    static let noSaving = BilingualText(en: "none", zh: "无")
    static let partyColumn = BilingualText(en: "Importing Party", zh: "进口缔约方")
    static let lineColumn = BilingualText(en: "Line", zh: "税目")
    static let linesColumn = BilingualText(en: "Lines", zh: "税目数")
    static let mfnColumn = BilingualText(en: "MFN", zh: "最惠国税率")
    static let baseColumn = BilingualText(en: "Base rate", zh: "基准税率")
    static let preferenceColumn = BilingualText(en: "RCEP", zh: "RCEP税率")
    static let dueColumn = BilingualText(en: "Due", zh: "适用税率")
    static let savingColumn = BilingualText(en: "Saving", zh: "优惠幅度")

    static func lowerIsDue(_ article: BilingualText) -> BilingualText {
        BilingualText(
            en: "The lower of the MFN and the RCEP rate is due (\(article.english)). Savings are in percentage points of "
                + "the customs value.",
            zh: "应缴税率为最惠国税率与RCEP税率中较低者（\(article.chinese)）。优惠幅度以完税价格的百分点计。")
    }

    /// `year 6 of Annex I`
    static func agreementYear(_ year: Int) -> BilingualText {
        BilingualText(en: "year \(year) of Annex I", zh: "附件一第\(year)年")
    }
}
