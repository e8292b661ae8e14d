import Bilingual
import OriginModel
import Tariffs

/// What may be claimed at import, what it costs and what proves it, in the reader's language.
package struct ClaimsContent {
    /// Which claim costs least, and on what value the amounts stand.
    package let summary: [String]
    package let columns: [String]
    /// By claim and group of lines with the same figures, each as long as `columns`.
    package let rows: [Row]
    /// What each claim needs, claim by claim.
    package let proofs: [String]
    /// What is unknown or assumed behind the rates.
    package let remarks: [String]

    package struct Row {
        package let cells: [String]
        /// Of the claim that costs least.
        package let isBest: Bool
    }

    /// The columns that hold numbers.
    package static let numberColumns: Set<Int> = [2, 3, 4, 5, 6]

    /// nil where nothing can be claimed.
    init?(_ claims: ClaimsForPreference?, _ words: ReportWords) {
        guard let claims, !claims.claims.isEmpty else { return nil }
        summary = [Self.best(claims, words), Self.value(claims, words)]
        columns = [
            words(.claimColumn), words(.nationalLine), words(.mfnRate), words(.rcepRate), words(.dutyDue),
            words(.dutyAmount), words(.savedAmount),
        ]
        rows = claims.claims.enumerated().flatMap { index, claim in
            Self.rows(claim, isBest: claims.best == .claim(index), words)
        }
        proofs = claims.claims.map { claim in
            words.introducing(Self.name(claim, words)) + words.sentences(claim.proof.map { words($0) })
        }
        remarks = Self.remarks(claims, words)
    }

    // MARK: Summary

    private static func best(_ claims: ClaimsForPreference, _ words: ReportWords) -> String {
        switch claims.best {
        case .claim(let index):
            let claim = claims.claims[index]
            let range = savedRange(claim.duties)
            return words(.bestClaim(name(claim, words), words.article(claim.basis.rawValue), saved: range))
        case .noneSaves: return words(.noClaimSaves)
        case .dependsOnLine: return words(.bestDependsOnLine)
        case .unknown: return words(.bestUnknown)
        }
    }

    /// `USD 35.36`, or from the least to the most by line; nil where it is not known.
    private static func savedRange(_ duties: [ClaimsForPreference.Duty]) -> BilingualText? {
        let saved = duties.compactMap(\.saved).sorted { $0.amount < $1.amount }
        guard let least = saved.first, let most = saved.last, saved.count == duties.count else { return nil }
        guard least != most else { return BilingualText(same: least.cents) }
        return BilingualText(
            en: "\(least.cents) to \(most.cents), depending on the national line",
            zh: "\(least.cents)至\(most.cents)（视国别税目而定）")
    }

    private static func value(_ claims: ClaimsForPreference, _ words: ReportWords) -> String {
        words(.amountsStandOn(claims.customsValue.grouped, isFOB: claims.standsOnFOB))
    }

    // MARK: Rows

    private struct Figures: Hashable {
        let mfn: DutyRate?
        let preference: DutyRate?
        let due: DutyDue.Amount
        let saving: ExactDecimal?
        let unknown: [CountryCode]
    }

    private static func rows(_ claim: ClaimsForPreference.Claim, isBest: Bool, _ words: ReportWords) -> [Row] {
        let label = name(claim, words)
        guard !claim.duties.isEmpty else {
            return [Row(cells: [label, "–", "–", "–", words(.notLoaded), "–", "–"], isBest: false)]
        }
        var groups: [(figures: Figures, duties: [ClaimsForPreference.Duty])] = []
        for duty in claim.duties {
            let figures = Figures(
                mfn: duty.mfn, preference: duty.preference, due: duty.due, saving: duty.saving, unknown: duty.unknown)
            if let index = groups.firstIndex(where: { $0.figures == figures }) {
                groups[index].duties.append(duty)
            } else {
                groups.append((figures, [duty]))
            }
        }
        return groups.map { group in
            Row(cells: [label, lines(group.duties, words)] + cells(group.duties[0], words), isBest: isBest)
        }
    }

    private static func cells(_ duty: ClaimsForPreference.Duty, _ words: ReportWords) -> [String] {
        [
            duty.mfn.map { words($0.words) } ?? words(.notLoaded), preference(duty, words), words(duty.due.words),
            duty.amount?.cents ?? words(.amountNotKnown), duty.saved?.cents ?? words(.amountNotKnown),
        ]
    }

    /// `excluded` and the like say why nothing is saved.
    private static func preference(_ duty: ClaimsForPreference.Duty, _ words: ReportWords) -> String {
        if let rate = duty.preference { return words(rate.words) }
        return duty.caveats.contains(.preferenceNotLoaded) && duty.parties.count == 1 ? words(.notLoaded) : "–"
    }

    /// More codes than these are counted.
    private static let mostLines = 2

    private static func lines(_ duties: [ClaimsForPreference.Duty], _ words: ReportWords) -> String {
        guard duties.count > mostLines, let first = duties.first else {
            return words.list(duties.map(\.line.printed))
        }
        return words(.linesInAll(first.line.printed, duties.count))
    }

    /// `CN`, `VN **`, with what would have to be so.
    private static func name(_ claim: ClaimsForPreference.Claim, _ words: ReportWords) -> String {
        let stated = claim.stated ?? words(.highestRateOf(claim.parties.count, claim.basis.mark))
        guard !claim.conditions.isEmpty else { return stated }
        return stated + words.bracketed(words.clauses(claim.conditions.map { words($0.words) }))
    }

    private static func remarks(_ claims: ClaimsForPreference, _ words: ReportWords) -> [String] {
        let duties = claims.claims.flatMap(\.duties)
        var caveats = duties.reduce(into: DutyCaveats()) { $0.formUnion($1.caveats) }
        let unknown = Set(duties.flatMap(\.unknown)).sorted()
        if !unknown.isEmpty { caveats.remove(.preferenceNotLoaded) }
        return caveats.words.map { words($0) }
            + (unknown.isEmpty ? [] : [words(.ratesNotKnown(unknown.map { "\($0)" }))])
    }
}

extension DutyDue.Amount {
    /// For a table.
    public var words: BilingualText {
        switch self {
        case .exactly(let rate, _): rate.words
        case .atMost(let percent, _): BilingualText(en: "at most \(percent)%", zh: "至多\(percent)%")
        case .unknown: .amountNotKnown
        }
    }
}

extension ClaimsForPreference.Condition {
    fileprivate var words: BilingualText {
        switch self {
        case .listed: BilingualText(en: "if on the Appendix list", zh: "若列入附录清单")
        case .notListed: BilingualText(en: "if not on the Appendix list", zh: "若未列入附录清单")
        case .tie: BilingualText(en: "one of several with the same contribution", zh: "贡献价值并列者之一")
        }
    }
}

extension Money {
    /// Cut to two decimals, thousands set apart: `USD 1,234.50`.
    fileprivate var cents: String {
        guard amount.scale > 2 else { return grouped }
        let cut = ExactDecimal(
            significand: amount.significand / ExactDecimal.powerOfTen(amount.scale - 2), scale: 2)
        return Money(cut, currency).grouped
    }
}

extension BilingualText {
    package static let claimsForPreference = BilingualText(
        en: "What may be claimed at import", zh: "进口时可主张的优惠待遇")
    fileprivate static let claimColumn = BilingualText(en: "Claim (box 11)", zh: "主张（第11栏）")
    static let nationalLine = BilingualText(en: "National line", zh: "国别税目")
    static let mfnRate = BilingualText(en: "MFN", zh: "最惠国税率")
    static let rcepRate = BilingualText(en: "RCEP", zh: "RCEP税率")
    static let dutyDue = BilingualText(en: "Due", zh: "适用税率")
    fileprivate static let dutyAmount = BilingualText(en: "Duty", zh: "关税")
    fileprivate static let savedAmount = BilingualText(en: "Saved", zh: "节省")
    static let notLoaded = BilingualText(en: "not loaded", zh: "未载入")
    static let amountNotKnown = BilingualText(en: "not known", zh: "不详")
    package static let proofNeeded = BilingualText(en: "Proof that each claim needs", zh: "各项主张所需的证明")

    fileprivate static func bestClaim(_ name: String, _ article: String, saved: BilingualText?) -> BilingualText {
        let amount = saved.map {
            BilingualText(en: "It saves \($0.english).", zh: "可节省\($0.chinese)。")
        } ?? BilingualText(en: "What it saves is not known.", zh: "节省金额不详。")
        return BilingualText(
            en: "Best claim: \(name), \(article). \(amount.english)", zh: "最优主张：\(name)，\(article)。\(amount.chinese)")
    }

    fileprivate static let noClaimSaves = BilingualText(
        en: "No claim saves anything: the MFN rate is as low.", zh: "任何主张均无节省：最惠国税率同样低。")
    fileprivate static let bestDependsOnLine = BilingualText(
        en: "Which claim costs least depends on the national line.", zh: "哪项主张税负最低，视国别税目而定。")
    fileprivate static let bestUnknown = BilingualText(
        en: "Which claim costs least cannot be told: a rate that decides is not known here.",
        zh: "无法判断哪项主张税负最低：尚未掌握起决定作用的税率。")

    fileprivate static func amountsStandOn(_ value: String, isFOB: Bool) -> BilingualText {
        isFOB
            ? BilingualText(
                en: "Amounts stand on \(value), the FOB value, since no customs value is stated; they are cut to two decimals.",
                zh: "金额按离岸价格\(value)计算（未填完税价格），截取至两位小数。")
            : BilingualText(
                en: "Amounts stand on a customs value of \(value); they are cut to two decimals.",
                zh: "金额按完税价格\(value)计算，截取至两位小数。")
    }

    fileprivate static func linesInAll(_ shown: String, _ count: Int) -> BilingualText {
        BilingualText(en: "\(shown) ... (\(count) lines)", zh: "\(shown)……（共\(count)个税目）")
    }

    fileprivate static func highestRateOf(_ count: Int, _ mark: String) -> BilingualText {
        BilingualText(en: "highest rate of \(count) Parties \(mark)", zh: "\(count)个缔约方中最高税率\(mark)")
    }

    fileprivate static func ratesNotKnown(_ parties: [String]) -> BilingualText {
        BilingualText(
            en: "the rates for goods of \(parties.joined(separator: ", ")) are not known here",
            zh: "此处未掌握\(parties.joined(separator: "、"))原产货物的税率")
    }
}
