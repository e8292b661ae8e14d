import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel

/// The claims for preference an importer may make for an originating good, and what each would cost: its RCEP country
/// of origin (Article 2.6.1), or the highest rate of several Parties (2.6.6).
public struct ClaimsForPreference: Sendable, Hashable {
    /// What a claim rests on.
    public enum Basis: String, Sendable, Hashable {
        /// The rate for goods of the RCEP country of origin.
        case countryOfOrigin = "2.6.1"
        /// The highest rate among the Parties that contributed originating materials: `*` on the proof.
        case highestOfContributors = "2.6.6(a)"
        /// The highest rate among all Parties: `**` on the proof.
        case highestOfAll = "2.6.6(b)"

        /// What stands behind the name of the Party on the proof of origin.
        public var mark: String {
            switch self {
            case .countryOfOrigin: ""
            case .highestOfContributors: "*"
            case .highestOfAll: "**"
            }
        }
    }

    /// What would have to be so for a country of origin that is not decided.
    public enum Condition: Sendable, Hashable {
        case listed, notListed
        /// It shares the highest contribution with another Party, which the text does not settle.
        case tie
    }

    /// What one line of the importing Party's tariff costs under a claim.
    public struct Duty: Sendable, Hashable {
        public let line: TariffLineCode
        public let mfn: DutyRate?
        /// The preferential rate; nil where several Parties' rates are compared, or none is loaded.
        public let preference: DutyRate?
        public let due: DutyDue.Amount
        /// In percentage points against MFN; nil where it is not known.
        public let saving: ExactDecimal?
        /// The Parties whose rate this is.
        public let parties: [CountryCode]
        /// Parties that would have to be compared, but whose rate is not known.
        public let unknown: [CountryCode]
        public let caveats: DutyCaveats
        /// On the customs value; nil where the rate is not known.
        public let amount: Money?
        public let saved: Money?
    }

    public struct Claim: Sendable, Hashable {
        public let basis: Basis
        /// The Parties whose rates are compared, in alphabetical order; one for a country of origin.
        public let parties: [CountryCode]
        /// Empty where the claim may be made as things stand.
        public let conditions: [Condition]
        /// By line; empty where no tariff of the importing Party is loaded.
        public let duties: [Duty]
        /// The Party that box 11 names, before the mark; nil where it is not known whose rate is the highest.
        public let named: CountryCode?
        /// What the importer needs, one sentence each.
        public let proof: [BilingualText]

        public var isOpen: Bool { conditions.isEmpty }
        /// `CN`, `VN **`; nil where the Party is not known.
        public var stated: String? {
            named.map { basis == .countryOfOrigin ? "\($0)" : "\($0) \(basis.mark)" }
        }
    }

    /// Which of the claims that may be made as things stand costs least.
    public enum Best: Sendable, Hashable {
        /// Index of the claim; of claims that cost the same, the one that is easiest to prove.
        case claim(Int)
        /// The MFN rate is as low as any: no claim is needed.
        case noneSaves
        /// One claim costs least on some national lines, another on others.
        case dependsOnLine
        /// A rate that decides is not known.
        case unknown
    }

    public let importingParty: CountryCode
    public let customsValue: Money
    /// Whether the customs value is only the FOB value, because none was given.
    public let standsOnFOB: Bool
    public let claims: [Claim]
    public let best: Best
}

extension TariffBook {
    /// The claims for a determined good; nil unless it originates and an importing Party is named.
    ///
    /// - Parameters:
    ///   - customsValue: that the importing Party would take duty on; nil: the FOB value stands for it.
    ///   - line: of the importing Party's tariff, where the dossier states it.
    public func claims(
        for determination: Determination, customsValue: Money? = nil, line: TariffLineCode? = nil
    ) -> ClaimsForPreference? {
        guard let importing = determination.importingParty, let origin = determination.countryOfOrigin else { return nil }
        let value = customsValue ?? determination.good.fob
        let claims = claims(
            origin, from: determination.exportingParty, to: importing, codes: determination.codesInRuleEdition,
            edition: determination.ruleSet.edition, line: line, on: determination.date, customsValue: value)
        return ClaimsForPreference(
            importingParty: importing, customsValue: value, standsOnFOB: customsValue == nil, claims: claims,
            best: .among(claims))
    }

    func claims(
        _ origin: CountryOfOriginFinding, from exportingParty: CountryCode, to importingParty: CountryCode,
        codes: [HSCode], edition: HSEdition = .hs2022, line: TariffLineCode? = nil, on date: CalendarDate,
        customsValue: Money
    ) -> [ClaimsForPreference.Claim] {
        let rates = RatesByOrigin(
            book: self, importingParty: importingParty, codes: codes, edition: edition, line: line, date: date)
        var maker = ClaimsMaker(
            origin: origin, exportingParty: exportingParty, rates: rates, customsValue: customsValue)
        return maker.claims()
    }
}

/// What the schedules say of the good for each origin, looked up once.
private struct RatesByOrigin {
    let book: TariffBook
    let importingParty: CountryCode
    let codes: [HSCode]
    let edition: HSEdition
    let line: TariffLineCode?
    let date: CalendarDate
    private var known: [CountryCode: [UInt64: LineDuty]] = [:]

    init(
        book: TariffBook, importingParty: CountryCode, codes: [HSCode], edition: HSEdition, line: TariffLineCode?,
        date: CalendarDate
    ) {
        self.book = book
        self.importingParty = importingParty
        self.codes = codes
        self.edition = edition
        self.line = line
        self.date = date
    }

    /// By the digits of the line. Lines of an edition in which the code means other goods are left out: they cannot be
    /// set beside those of another origin.
    mutating func duties(of origin: CountryCode) -> [UInt64: LineDuty] {
        if let duties = known[origin] { return duties }
        var duties: [UInt64: LineDuty] = [:]
        for code in codes {
            let answer = line.flatMap { $0.subheading == code ? $0 : nil }.map {
                book.answer(to: importingParty, from: origin, line: $0, edition: edition, on: date)
            } ?? book.answer(to: importingParty, from: origin, code: code, edition: edition, on: date)
            guard let group = answer.groups.first, group.mapping?.isUnchanged ?? true || answer.groups.count == 1 else {
                continue
            }
            for line in group.lines where duties[line.line.filled] == nil { duties[line.line.filled] = line }
        }
        known[origin] = duties
        return duties
    }
}

private struct ClaimsMaker {
    typealias Claim = ClaimsForPreference.Claim
    typealias Duty = ClaimsForPreference.Duty

    let origin: CountryOfOriginFinding
    let exportingParty: CountryCode
    var rates: RatesByOrigin
    let customsValue: Money

    private var importingParty: CountryCode { rates.importingParty }

    mutating func claims() -> [Claim] {
        var claims = countriesOfOrigin().map { countryOfOrigin($0.party, $0.basis, $0.conditions) }
        guard origin.listing != .noDifferentials else { return claims }
        let contributors = origin.contributions.map(\.party).filter { $0 != importingParty }.sorted()
        if !contributors.isEmpty { claims.append(highest(.highestOfContributors, among: contributors)) }
        claims.append(highest(.highestOfAll, among: OriginGroup.everyParty.subtracting([importingParty]).sorted()))
        return claims
    }

    // MARK: 2.6.1

    private typealias Candidate = (
        party: CountryCode, basis: CountryOfOriginFinding.Basis, conditions: [ClaimsForPreference.Condition]
    )

    /// The country of origin, or each that it may be with what would have to be so.
    private func countriesOfOrigin() -> [Candidate] {
        if let party = origin.party { return [(party, origin.basis, [])] }
        var candidates: [Candidate] = []
        func add(_ answer: CountryOfOriginFinding.Answer?, _ reading: ClaimsForPreference.Condition?) {
            guard let answer else { return }
            let tie: [ClaimsForPreference.Condition] = answer.parties.count > 1 ? [.tie] : []
            for party in answer.parties {
                candidates.append((party, answer.basis, (reading.map { [$0] } ?? []) + tie))
            }
        }
        switch origin.listing.isListed {
        case true?: add(origin.ifListed, nil)
        case false?: add(origin.ifNotListed, nil)
        case nil:
            add(origin.ifNotListed, .notListed)
            add(origin.ifListed, .listed)
        }
        return candidates.filter { $0.party != importingParty }
    }

    private mutating func countryOfOrigin(
        _ party: CountryCode, _ basis: CountryOfOriginFinding.Basis, _ conditions: [ClaimsForPreference.Condition]
    ) -> Claim {
        let duties = rates.duties(of: party).values.sorted { $0.line < $1.line }.map { line in
            duty(
                line, preference: line.duty.preference, due: line.duty.due, saving: line.duty.saving, parties: [party],
                unknown: [], line.duty.caveats)
        }
        return Claim(
            basis: .countryOfOrigin, parties: [party], conditions: conditions, duties: duties, named: party,
            proof: [.proofStating("\(party)")] + [BilingualText.records(for: basis, of: origin)].compactMap { $0 })
    }

    // MARK: 2.6.6

    private mutating func highest(_ basis: ClaimsForPreference.Basis, among parties: [CountryCode]) -> Claim {
        var byParty: [(party: CountryCode, duties: [UInt64: LineDuty])] = []
        for party in parties { byParty.append((party, rates.duties(of: party))) }
        let lines = Set(byParty.flatMap(\.duties.keys)).sorted()
        let duties = lines.map { key in highest(byParty.map { ($0.party, $0.duties[key]) }) }
        let named = parties.count == 1 ? parties[0] : self.named(duties)
        let statement = named.map { "\($0) \(basis.mark)" }
        let proof: [BilingualText] =
            [statement.map { .proofStating($0) } ?? .proofStatingHighest(basis.mark)]
            + [basis == .highestOfContributors ? .proofOfContributions(parties) : .nothingMoreToProve]
        return Claim(
            basis: basis, parties: parties, conditions: [], duties: duties, named: named, proof: proof)
    }

    /// The highest of what is due for each Party on one line.
    private func highest(_ answers: [(party: CountryCode, duty: LineDuty?)]) -> Duty {
        var best: (percent: ExactDecimal, basis: DutyDue.Basis, parties: [CountryCode])?
        var unknown: [CountryCode] = []
        var caveats: DutyCaveats = []
        for (party, answer) in answers {
            if let answer { caveats.formUnion(answer.duty.caveats) }
            guard case .exactly(let rate, let basis)? = answer?.duty.due, let percent = rate.adValorem else {
                unknown.append(party)
                continue
            }
            if let known = best, percent < known.percent { continue }
            let equals = best.map { $0.percent == percent ? $0.parties : [] } ?? []
            best = (percent, basis, equals + [party])
        }
        let lines = answers.compactMap(\.duty)
        let mfn = lines.compactMap(\.duty.mfn).first
        let due = Self.highest(best.map { ($0.percent, $0.basis) }, isWhole: unknown.isEmpty, mfn: mfn)
        let saving: ExactDecimal? = if case .exactly(let rate, _) = due { Self.saving(mfn, rate) } else { nil }
        // Nothing higher than MFN is ever due, so other Parties no longer matter.
        let isSettled = if case .exactly = due { true } else { false }
        return duty(
            lines[0], preference: nil, due: due, saving: saving, parties: best?.parties ?? [], unknown: isSettled ? [] : unknown, caveats)
    }

    private static func highest(
        _ known: (percent: ExactDecimal, basis: DutyDue.Basis)?, isWhole: Bool, mfn: DutyRate?
    ) -> DutyDue.Amount {
        if let known, isWhole || known.percent == mfn?.adValorem {
            return .exactly(DutyRate(percent: known.percent), known.basis)
        }
        return mfn?.adValorem.map { .atMost($0, .mfn) } ?? .unknown
    }

    private static func saving(_ mfn: DutyRate?, _ rate: DutyRate) -> ExactDecimal? {
        guard let ordinary = mfn?.adValorem, let percent = rate.adValorem else { return nil }
        return percent < ordinary ? ordinary.minus(percent) : .zero
    }

    /// The Party that has the highest rate on every line; the exporting Party where several have.
    private func named(_ duties: [Duty]) -> CountryCode? {
        guard let first = duties.first, duties.allSatisfy({ $0.unknown.isEmpty && !$0.parties.isEmpty }) else { return nil }
        let shared = duties.reduce(Set(first.parties)) { $0.intersection($1.parties) }
        return shared.contains(exportingParty) ? exportingParty : shared.min()
    }

    // MARK: Amounts

    private func duty(
        _ line: LineDuty, preference: DutyRate?, due: DutyDue.Amount, saving: ExactDecimal?, parties: [CountryCode],
        unknown: [CountryCode], _ caveats: DutyCaveats
    ) -> Duty {
        let percent: ExactDecimal? = if case .exactly(let rate, _) = due { rate.adValorem } else { nil }
        func amount(_ percent: ExactDecimal?) -> Money? {
            percent.flatMap { customsValue.amount.percent($0) }.map { Money($0, customsValue.currency) }
        }
        return Duty(
            line: line.line, mfn: line.duty.mfn, preference: preference, due: due, saving: saving, parties: parties, unknown: unknown,
            caveats: caveats, amount: amount(percent), saved: amount(saving))
    }
}

extension ClaimsForPreference.Best {
    /// The cheapest on every line, of the claims open as things stand.
    static func among(_ claims: [ClaimsForPreference.Claim]) -> Self {
        let open = claims.indices.filter { claims[$0].isOpen }
        let known = open.filter { claims[$0].isKnown }
        guard !known.isEmpty else { return .unknown }
        let winner = known.first { index in known.allSatisfy { claims[index].costsNoMore(than: claims[$0]) } }
        guard let winner else { return .dependsOnLine }
        let duties = claims[winner].duties
        // Nothing undercuts a rate of zero; a claim whose rate is not known may undercut any other.
        guard known == open || duties.allSatisfy({ $0.duePercent?.isZero ?? false }) else { return .unknown }
        return duties.allSatisfy { $0.saving?.isZero ?? false } ? .noneSaves : .claim(winner)
    }
}

extension ClaimsForPreference.Claim {
    /// Whether what is due is exactly known on every line.
    fileprivate var isKnown: Bool { !duties.isEmpty && duties.allSatisfy { $0.duePercent != nil } }

    /// Lines that only the other claim has are dearer here, since nothing is known of them.
    fileprivate func costsNoMore(than other: Self) -> Bool {
        let own = duties.reduce(into: [UInt64: ExactDecimal]()) { $0[$1.line.filled] = $1.duePercent }
        return other.duties.allSatisfy { duty in
            guard let percent = own[duty.line.filled], let theirs = duty.duePercent else { return false }
            return percent <= theirs
        }
    }
}

extension ClaimsForPreference.Duty {
    /// nil unless it is exactly known and ad valorem.
    fileprivate var duePercent: ExactDecimal? {
        guard case .exactly(let rate, _) = due else { return nil }
        return rate.adValorem
    }
}

extension BilingualText {
    fileprivate static func proofStating(_ stated: String) -> BilingualText {
        BilingualText(
            en: "A Certificate of Origin (Article 3.17) or a Declaration of Origin (3.18) that states \(stated) as RCEP "
                + "country of origin.",
            zh: "注明RCEP原产国为\(stated)的原产地证书（第三章第十七条）或原产地声明（第十八条）。")
    }

    fileprivate static func proofStatingHighest(_ mark: String) -> BilingualText {
        BilingualText(
            en: "A Certificate of Origin (Article 3.17) or a Declaration of Origin (3.18) that names the Party with the "
                + "highest rate, followed by \(mark); which Party that is cannot be told from the rates loaded here.",
            zh: "注明适用最高税率的缔约方并加\(mark)的原产地证书（第三章第十七条）或原产地声明（第十八条）；依现已载入的税率无法确定是哪一缔约方。")
    }

    fileprivate static func proofOfContributions(_ parties: [CountryCode]) -> BilingualText {
        let names = parties.map { "\($0)" }
        return BilingualText(
            en: "Proof that no other Parties than \(names.joined(separator: ", ")) contributed originating materials: the "
                + "proofs of origin and records of these materials.",
            zh: "能够证明提供原产材料的缔约方仅为\(names.joined(separator: "、"))：即上述材料的原产地证明及记录。")
    }

    fileprivate static let nothingMoreToProve = BilingualText(
        en: "Nothing need be proved about where the originating materials come from.", zh: "无须证明原产材料来自哪些缔约方。")

    /// What has to be on file for the paragraph that decides the country of origin; nil for the ordinary case.
    fileprivate static func records(
        for basis: CountryOfOriginFinding.Basis, of finding: CountryOfOriginFinding
    ) -> BilingualText? {
        let threshold = finding.domesticValueAddition.threshold
        switch basis {
        case .exportingParty, .undetermined: return nil
        case .additionalRequirement:
            return BilingualText(
                en: "Records showing that at least \(threshold) % of the value was added in the exporting Party (2.6.3).",
                zh: "证明在出口缔约方的国内增值不少于\(threshold)%的记录（第二章第六条第三款）。")
        case .highestContributor:
            return BilingualText(
                en: "Records of the value of the originating materials of each Party (2.6.4).",
                zh: "各缔约方原产材料价值的记录（第二章第六条第四款）。")
        }
    }
}
