import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Article 2.6: where an importing Party treats Parties differently, the rate is that of the good's RCEP country of origin.
struct TariffDifferentials {
    /// An originating material, or what stands for one.
    struct Contributor {
        let party: CountryCode
        /// In the unit of the case.
        let value: Int128
    }

    let unit: CompactUnit
    /// Which way of 3.2 decides for the good as claimed.
    let way: Way
    /// With other Parties' materials as non-originating.
    let alone: ValueTally
    let contributors: [Contributor]
    let listing: CountryOfOriginFinding.Listing
    let exportingParty: CountryCode
    let importingParty: Party
    /// For domestic value addition.
    let threshold: Percentage
    let money: (Int128) -> Money

    func finding() -> CountryOfOriginFinding {
        let contributions = self.contributions
        let addition = domesticValueAddition
        let highest = Self.highestContributor(contributions)
        let ifListed: CountryOfOriginFinding.Answer? =
            importingParty.schedule == .byOrigin
            ? (addition.isMet ? .init(basis: .additionalRequirement, parties: [exportingParty]) : highest) : nil
        return CountryOfOriginFinding(
            listing: listing, ifListed: ifListed,
            ifNotListed: conferredInExportingParty ? .init(basis: .exportingParty, parties: [exportingParty]) : highest,
            domesticValueAddition: addition, contributions: contributions)
    }

    // MARK: 2.6.2 and 2.6.5

    /// WO, or PE with more than a minimal operation, or the product-specific rule satisfied. Operations not stated are
    /// assumed to be more than minimal, as everywhere (D5).
    private var conferredInExportingParty: Bool {
        way != .producedExclusively || !MinimalOperations.preventOrigin(unit.operations)
    }

    // MARK: 2.6.3

    /// - Parameters:
    ///   - codes: what the good may be in the edition of the rule set.
    ///   - line: digits of its line in the importing Party's tariff, where stated.
    static func listing(
        of codes: [HSCode], line: String?, in law: LawInForce, for party: Party
    ) -> CountryOfOriginFinding.Listing {
        guard party.schedule == .byOrigin else { return .noDifferentials }
        guard let list = law.appendixLists[party.code] else { return .notLoaded }
        let edition = law.ruleSet.edition
        let candidates = codes.flatMap { code in
            law.candidates(for: StatedHSCode(text: code.printed, subheading: code, edition: edition), in: list.edition)
        }
        return candidates.isEmpty ? .notLoaded : .by(list.membership(of: candidates, line: line))
    }

    /// Computed like RVC, either formula being enough, with other Parties' materials as non-originating.
    private var domesticValueAddition: CountryOfOriginFinding.DomesticValueAddition {
        .init(
            indirect: RegionalValueContent.indirectPercent(alone, unit),
            direct: RegionalValueContent.directPercent(alone, unit), threshold: threshold,
            isMet: RegionalValueContent.isReached(threshold, alone, fob: unit.fob, costs: unit.costs))
    }

    // MARK: 2.6.4

    /// Whether a line that counts as originating contributes: indirect materials, which originate nowhere in particular,
    /// and packing for shipment are left out.
    static func contributes(_ role: Material.Role) -> Bool { role != .indirect && role != .shippingPackaging }

    /// What each Party contributed in originating materials.
    private var contributions: [CountryOfOriginFinding.Contribution] {
        var values: [CountryCode: Int128] = [:]
        for contributor in contributors { values[contributor.party, default: 0] += contributor.value }
        let total = values.values.reduce(0, +)
        guard total > 0 else { return [] }
        return values.filter { $0.value > 0 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { .init(party: $0.key, value: money($0.value), share: CutPercent($0.value, of: total), units: $0.value) }
    }

    /// A tie is not settled by the text.
    private static func highestContributor(
        _ contributions: [CountryOfOriginFinding.Contribution]
    ) -> CountryOfOriginFinding.Answer {
        let highest = contributions.first?.units
        return .init(
            basis: .highestContributor, parties: contributions.filter { $0.units == highest }.map(\.party))
    }
}

extension TariffDifferentials {
    /// Of a dossier. An intermediate that stands whole is the exporting Party's.
    init(_ prepared: PreparedCase, _ assessment: UnitAssessment, alone: ValueTally, importingParty: Party) {
        let exporter = prepared.dossier.exportingParty
        self.init(
            unit: prepared.unit, way: assessment.way, alone: alone,
            contributors: assessment.counted.filter { !$0.nonOriginating && Self.contributes($0.role) }.map { counted in
                let line = prepared.compact.lines[counted.index]
                let country = line.unit >= 0 ? nil : prepared.lines[counted.index].material.country
                return Contributor(party: country ?? exporter, value: line.value)
            },
            listing: Self.listing(
                of: prepared.goodCodes, line: prepared.dossier.importingTariffLine, in: prepared.law, for: importingParty),
            exportingParty: exporter, importingParty: importingParty,
            threshold: prepared.law.agreement.domesticValueAddition.percent, money: prepared.money)
    }
}

extension Explainer {
    /// The RCEP country of origin with each reading of the list that is open.
    func countryOfOrigin(_ finding: CountryOfOriginFinding, importing party: CountryCode) -> Explanation {
        var children = [listing(finding.listing, of: party)]
        if finding.ifListed != nil { children.append(domesticValueAddition(finding.domesticValueAddition)) }
        if finding.listing.isListed != true {
            children.append(answer(finding.ifNotListed, .notListedReading))
        }
        if let listed = finding.ifListed, finding.listing.isListed != false {
            children.append(answer(listed, .listedReading))
        }
        children.append(contributions(finding.contributions))
        let result: Outcome = finding.party == nil ? .undetermined : .met
        return Explanation(
            article: finding.party == nil ? "2.6" : finding.basis.rawValue,
            statement: finding.statement, outcome: result, children: children)
    }

    private func listing(_ listing: CountryOfOriginFinding.Listing, of party: CountryCode) -> Explanation {
        Explanation(article: "2.6.3", statement: listing.statement(party), result: .information)
    }

    private func domesticValueAddition(_ addition: CountryOfOriginFinding.DomesticValueAddition) -> Explanation {
        let direct = addition.direct.map { BilingualText(en: ", direct formula \($0) %", zh: "，直接公式\($0)%") }
        return Explanation(
            article: "2.6.3",
            statement: BilingualText(
                en: "Domestic value addition, other Parties' materials counting as non-originating: indirect formula \(addition.indirect) %\(direct?.english ?? ""); at least \(addition.threshold) % is asked of listed goods.",
                zh: "国内增值（其他缔约方的材料按非原产计算）：间接公式\(addition.indirect)%\(direct?.chinese ?? "")；列入清单的货物须不少于\(addition.threshold)%。"),
            outcome: Outcome(addition.isMet))
    }

    private func answer(
        _ answer: CountryOfOriginFinding.Answer, _ lead: BilingualText
    ) -> Explanation {
        let reason = answer.reason(findings.assessment.way)
        return Explanation(
            article: answer.basis.rawValue,
            statement: BilingualText(
                en: "\(lead.english) \(reason.english)", zh: "\(lead.chinese)\(reason.chinese)"),
            outcome: answer.parties.count == 1 ? .met : .undetermined)
    }

    private func contributions(_ contributions: [CountryOfOriginFinding.Contribution]) -> Explanation {
        let english = contributions.map { "\($0.party) \($0.value) (\($0.share) %)" }.joined(separator: ", ")
        let chinese = contributions.map { "\($0.party) \($0.value)（\($0.share)%）" }.joined(separator: "、")
        return Explanation(
            article: "2.6.4",
            statement: contributions.isEmpty
                ? BilingualText(
                    en: "No Party contributed originating materials.", zh: "没有缔约方提供原产材料。")
                : BilingualText(
                    en: "Originating materials by Party: \(english).", zh: "各缔约方提供的原产材料：\(chinese)。"),
            result: .information)
    }
}

extension CountryOfOriginFinding {
    /// The answer in one sentence.
    public var statement: BilingualText {
        if let party {
            return BilingualText(en: "The RCEP country of origin is \(party).", zh: "RCEP原产国为\(party)。")
        }
        let parties = candidates.map { "\($0)" }
        return parties.isEmpty
            ? BilingualText(
                en: "The RCEP country of origin cannot be decided: no Party contributed originating materials.",
                zh: "无法确定RCEP原产国：没有缔约方提供原产材料。")
            : BilingualText(
                en: "The RCEP country of origin is not decided; it may be \(parties.joined(separator: " or ")).",
                zh: "RCEP原产国尚未确定；可能为\(parties.joined(separator: "或"))。")
    }
}

extension CountryOfOriginFinding.Answer {
    /// Why, within a sentence that has said which reading it is.
    func reason(_ way: Way) -> BilingualText {
        let names = parties.map { "\($0)" }
        switch basis {
        case .exportingParty:
            let how =
                switch way {
                case .whollyObtained: BilingualText(en: "the good is wholly obtained there", zh: "货物在该方完全获得")
                case .producedExclusively:
                    BilingualText(
                        en: "the good is produced there from originating materials by more than minimal operations",
                        zh: "货物在该方以原产材料经超出微小加工的工序生产")
                case .productSpecificRule, .nothingStated:
                    BilingualText(en: "the product-specific rule is satisfied there", zh: "货物在该方满足产品特定原产地规则")
                }
            return BilingualText(
                en: "\(names.joined()), the exporting Party: \(how.english).", zh: "出口缔约方\(names.joined())：\(how.chinese)。")
        case .additionalRequirement:
            return BilingualText(
                en: "\(names.joined()), the exporting Party: the additional requirement is met.",
                zh: "出口缔约方\(names.joined())：满足附加要求。")
        case .highestContributor, .undetermined:
            return highestContributorReason(names)
        }
    }

    private func highestContributorReason(_ names: [String]) -> BilingualText {
        switch names.count {
        case 0:
            BilingualText(
                en: "the text gives no answer, as no Party contributed originating materials.",
                zh: "因没有缔约方提供原产材料，条文未给出答案。")
        case 1:
            BilingualText(
                en: "\(names[0]), which contributed the highest value of originating materials.",
                zh: "提供原产材料价值最高的缔约方\(names[0])。")
        default:
            BilingualText(
                en: "a tie between \(names.joined(separator: " and ")), which the text does not settle.",
                zh: "\(names.joined(separator: "与"))并列最高，条文未作规定。")
        }
    }
}

extension CountryOfOriginFinding.Listing {
    /// What is known of the importing Party's Appendix list.
    public func statement(_ party: CountryCode) -> BilingualText {
        switch self {
        case .noDifferentials:
            BilingualText(
                en: "\(party) treats all Parties alike: it has no Appendix list.", zh: "\(party)对各缔约方税率相同：没有附录清单。")
        case .notLoaded:
            BilingualText(
                en: "The Appendix list of \(party) is not loaded: both answers are given.",
                zh: "\(party)的附录清单未载入：同时给出两种结论。")
        case .by(.listed):
            BilingualText(en: "The good is on the Appendix list of \(party).", zh: "货物列入\(party)的附录清单。")
        case .by(.notListed):
            BilingualText(en: "The good is not on the Appendix list of \(party).", zh: "货物未列入\(party)的附录清单。")
        case .by(.someLines(let lines)):
            BilingualText(
                en: "The Appendix list of \(party) names some lines of this subheading (\(lines.joined(separator: ", "))): both answers are given; importingTariffLine would tell.",
                zh: "\(party)的附录清单列有该子目下的部分税目（\(lines.joined(separator: "、"))）：同时给出两种结论；填写importingTariffLine即可确定。")
        case .by(.unknown):
            BilingualText(
                en: "The good is not on the part of the Appendix list of \(party) that is loaded, which is not the whole: both answers are given.",
                zh: "\(party)的附录清单仅部分载入，其中没有该货物：同时给出两种结论。")
        }
    }
}

extension BilingualText {
    fileprivate static let notListedReading = BilingualText(
        en: "If the good is not on the list:", zh: "若货物未列入清单：")
    fileprivate static let listedReading = BilingualText(en: "If the good is on the list:", zh: "若货物列入清单：")
}
