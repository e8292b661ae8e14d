import Bilingual
import OriginModel

/// What a line costs a good of one origin on one day: the lower of the MFN and the preferential rate (Article 2.4.2).
///
/// Everything has three answers: a rate that is not known never becomes a zero, nor an equal.
public struct DutyDue: Sendable, Hashable {
    /// Which rate is due.
    public enum Basis: String, Sendable, Hashable {
        case preference, mfn
        /// Both are the same, so no claim is needed.
        case either
    }

    public enum Amount: Sendable, Hashable {
        case exactly(DutyRate, Basis)
        /// In percent: the other rate is not known and may be lower.
        case atMost(ExactDecimal, Basis)
        case unknown
    }

    /// nil where no MFN rate is loaded.
    public let mfn: DutyRate?
    /// nil where no schedule that is loaded speaks of this origin.
    public let preference: DutyRate?
    /// The rate from which the path of Annex I starts; nil where the rate comes from no path.
    public let base: DutyRate?
    public let due: Amount
    /// What the preference saves against MFN in percentage points: zero where it is known to save nothing, nil where it
    /// is not known what it saves.
    public let saving: ExactDecimal?
    public let caveats: DutyCaveats

    /// - Parameter caveats: what is already known to be uncertain; what follows from the rates is added.
    public init(mfn: DutyRate?, preference: DutyRate?, base: DutyRate? = nil, caveats: DutyCaveats = []) {
        self.mfn = mfn
        self.preference = preference
        self.base = base
        self.caveats = caveats.union(Self.caveats(mfn: mfn, preference: preference))
        let answer = Self.compare(mfn: mfn, preference: preference)
        due = answer.due
        saving = answer.saving
    }

    // MARK: Questions

    /// Whether less is due than MFN; nil where that is not known.
    public var dutyFalls: Bool? { saving.map { !$0.isZero } }

    /// Whether MFN is more than zero and nothing is due under the preference; nil where that is not known.
    public var fallsToZero: Bool? {
        if let falls = dutyFalls { return falls && preference == .free }
        if let rate = preference?.adValorem, !rate.isZero { return false }
        return nil
    }

    /// How far the preferential rate lies below the base rate of Annex I, in percentage points; nil unless both are
    /// known. The base rate is not the MFN rate of today.
    public var fallFromBase: ExactDecimal? {
        guard let base = base?.adValorem, let rate = preference?.adValorem else { return nil }
        return rate < base ? base.minus(rate) : .zero
    }

    /// What is due in percent where it is exactly known and ad valorem.
    public var duePercent: ExactDecimal? {
        guard case .exactly(let rate, _) = due else { return nil }
        return rate.adValorem
    }

    /// What the preference saves on a customs value, exactly, in the currency of the value; nil where it is not known
    /// or too large a number to keep.
    public func saving(on customsValue: ExactDecimal) -> ExactDecimal? {
        saving.flatMap { customsValue.percent($0) }
    }

    /// What the preference saves on a customs value, exactly; nil where it is not known.
    public func saving(on customsValue: Money) -> Money? {
        saving(on: customsValue.amount).map { Money($0, customsValue.currency) }
    }

    /// What is due on a customs value, exactly; nil unless the rate due is known and ad valorem.
    public func duty(on customsValue: Money) -> Money? {
        duePercent.flatMap { customsValue.amount.percent($0) }.map { Money($0, customsValue.currency) }
    }

    // MARK: Article 2.4.2

    /// What a cell of the preferential column comes to.
    private enum Preference {
        case rate(ExactDecimal)
        /// It is known that no preference is given: MFN is due.
        case none
        case unknown

        init(_ rate: DutyRate?) {
            switch rate {
            case .free: self = .rate(.zero)
            case .percent(let value): self = .rate(value)
            case .unbound, .excluded, .mfnOnly, .statedNotApplied: self = .none
            case .complex, .unconfirmed, .notStated, nil: self = .unknown
            }
        }
    }

    private static func compare(
        mfn: DutyRate?, preference: DutyRate?
    ) -> (due: Amount, saving: ExactDecimal?) {
        switch (Preference(preference), mfn?.adValorem) {
        case (.rate(let rate), let ordinary?):
            if rate < ordinary { return (.exactly(DutyRate(percent: rate), .preference), ordinary.minus(rate)) }
            return (.exactly(DutyRate(percent: ordinary), rate == ordinary ? .either : .mfn), .zero)
        case (.rate(let rate), nil):
            // Nothing is lower than zero, whatever MFN may be.
            return (rate.isZero ? .exactly(.free, .preference) : .atMost(rate, .preference), nil)
        case (.none, let ordinary?):
            return (.exactly(DutyRate(percent: ordinary), .mfn), .zero)
        case (.none, nil):
            return (mfn == .complex ? .exactly(.complex, .mfn) : .unknown, .zero)
        case (.unknown, let ordinary?):
            return ordinary.isZero ? (.exactly(.free, .mfn), .zero) : (.atMost(ordinary, .mfn), nil)
        case (.unknown, nil):
            return (.unknown, nil)
        }
    }

    private static func caveats(mfn: DutyRate?, preference: DutyRate?) -> DutyCaveats {
        var caveats: DutyCaveats = []
        switch preference {
        case nil: caveats.insert(.preferenceNotLoaded)
        case .notStated: caveats.insert(.preferenceNotStated)
        case .unconfirmed: caveats.insert(.preferenceUnconfirmed)
        case .complex: caveats.insert(.preferenceComplex)
        case .statedNotApplied: caveats.insert(.statedNotApplied)
        case .free, .percent, .unbound, .excluded, .mfnOnly: break
        }
        switch mfn {
        case nil: caveats.insert(.mfnNotLoaded)
        case .complex: caveats.insert(.mfnComplex)
        case .unconfirmed: caveats.insert(.mfnUnconfirmed)
        case .free, .percent: break
        case .notStated, .unbound, .excluded, .mfnOnly, .statedNotApplied: caveats.insert(.mfnNotStated)
        }
        return caveats
    }

    // MARK: Words

    /// Which rate is due and why, in one sentence.
    public var explanation: BilingualText {
        switch due {
        case .exactly(let rate, .preference): .preferenceIsLower(rate, than: mfn)
        case .exactly(let rate, .either): .bothAreEqual(rate)
        case .exactly(let rate, .mfn): .mfnIsDue(rate, preference)
        case .atMost(let percent, .preference): .mfnUnknown(percent)
        case .atMost(let percent, _): .preferenceUnknown(percent)
        case .unknown where saving != nil: .noPreference(preference ?? .notStated)
        case .unknown: .nothingKnown
        }
    }
}

extension BilingualText {
    fileprivate static func preferenceIsLower(_ rate: DutyRate, than mfn: DutyRate?) -> BilingualText {
        guard let mfn, mfn.adValorem != nil else {
            return BilingualText(
                en: "the RCEP rate is zero, so nothing is due whatever the MFN rate is",
                zh: "RCEP税率为零，无论最惠国税率如何均无需缴纳关税")
        }
        return BilingualText(
            en: "the RCEP rate (\(rate.words.english)) is lower than the MFN rate (\(mfn.words.english)) and is due",
            zh: "RCEP税率（\(rate.words.chinese)）低于最惠国税率（\(mfn.words.chinese)），适用RCEP税率")
    }

    fileprivate static func bothAreEqual(_ rate: DutyRate) -> BilingualText {
        BilingualText(
            en: "the RCEP rate and the MFN rate are the same (\(rate.words.english)), so nothing is saved",
            zh: "RCEP税率与最惠国税率相同（\(rate.words.chinese)），无优惠幅度")
    }

    fileprivate static func mfnIsDue(_ rate: DutyRate, _ preference: DutyRate?) -> BilingualText {
        switch preference {
        case .free, .percent:
            return BilingualText(
                en: "the MFN rate (\(rate.words.english)) is lower than the RCEP rate "
                    + "(\(preference?.words.english ?? "")) and is due",
                zh: "最惠国税率（\(rate.words.chinese)）低于RCEP税率（\(preference?.words.chinese ?? "")），适用最惠国税率")
        case .unbound, .excluded, .mfnOnly, .statedNotApplied:
            return BilingualText(
                en: "\(preference?.meaning.english ?? ""), so the MFN rate (\(rate.words.english)) is due",
                zh: "\(preference?.meaning.chinese ?? "")，适用最惠国税率（\(rate.words.chinese)）")
        case .complex, .unconfirmed, .notStated, nil:
            return BilingualText(
                en: "the MFN rate is zero, so nothing is due whatever the RCEP rate is",
                zh: "最惠国税率为零，无论RCEP税率如何均无需缴纳关税")
        }
    }

    fileprivate static func mfnUnknown(_ percent: ExactDecimal) -> BilingualText {
        BilingualText(
            en: "at most the RCEP rate of \(percent)% is due; the MFN rate cannot be compared and may be lower",
            zh: "至多适用RCEP税率\(percent)%；最惠国税率无法比较，可能更低")
    }

    fileprivate static func preferenceUnknown(_ percent: ExactDecimal) -> BilingualText {
        BilingualText(
            en: "at most the MFN rate of \(percent)% is due; the RCEP rate is not known here",
            zh: "至多适用最惠国税率\(percent)%；此处未掌握RCEP税率")
    }

    fileprivate static func noPreference(_ preference: DutyRate) -> BilingualText {
        BilingualText(
            en: "\(preference.meaning.english), so the MFN rate is due, which is not known here",
            zh: "\(preference.meaning.chinese)，适用最惠国税率，但此处未掌握该税率")
    }

    fileprivate static let nothingKnown = BilingualText(
        en: "neither the MFN rate nor the RCEP rate is known here as a percentage", zh: "此处均未掌握以百分比表示的最惠国税率和RCEP税率")
}

extension ExactDecimal {
    /// Exact for rates, which have few digits.
    func minus(_ other: ExactDecimal) -> ExactDecimal {
        let common = max(scale, other.scale)
        let left = significand * Self.powerOfTen(common - scale)
        let right = other.significand * Self.powerOfTen(common - other.scale)
        return ExactDecimal(significand: left - right, scale: common)
    }

    /// This many percent of the number, exactly; nil where the result would be too large a number to keep.
    func percent(_ rate: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = significand.multipliedReportingOverflow(by: rate.significand)
        guard !overflow else { return nil }
        return ExactDecimal(significand: product, scale: scale + rate.scale + 2)
    }
}
