import Bilingual
import OriginDetermination
import OriginRules

/// The answer as every report opens with it: verdict, what box 10 would hold, what the evidence says, and why.
package struct VerdictContent {
    package let verdict: Verdict
    /// The verdict as it stands on the claims is the verdict on the evidence too.
    package let isEvidenced: Bool
    package let mark: String
    package let title: String
    /// `CTC ACU DMI`; nil unless originating.
    package let box10: String?
    package let box10Label: String
    /// `China (CN), Article 2.6.2`, as box 11 names it; nil where it is not asked.
    package let countryOfOrigin: String?
    /// Whether the evidence at hand bears exactly this.
    package let isBox10Evidenced: Bool
    /// The abbreviations in full.
    package let criteria: [String]
    /// What the evidence at hand says, always beside the verdict; nil where it adds nothing.
    package let evidence: String?
    /// What would settle an undetermined verdict.
    package let missing: [String]
    package let why: [String]

    init(_ determination: Determination, _ words: ReportWords) {
        verdict = determination.verdict
        isEvidenced = determination.verdict == determination.verdictOnEvidence
        let overreaches = determination.verdict == .originating && !isEvidenced
        mark = overreaches ? "!" : Self.mark(determination.verdict)
        title = words(overreaches ? .originatingAsClaimed : determination.verdict.label)
        box10 = determination.criterion.map { words.box10($0, determination.supplements) }
        isBox10Evidenced = isEvidenced && determination.criterion == determination.criterionOnEvidence
            && determination.supplements == determination.supplementsOnEvidence
        box10Label = words(box10 == nil || isBox10Evidenced ? .box10 : .box10Later)
        criteria = determination.criterion.map { words.fullNames($0, determination.supplements) } ?? []
        evidence = Self.evidence(determination, words)
        missing = determination.verdict == .undetermined ? Self.missing(determination).map { words.sentence($0) } : []
        countryOfOrigin = determination.countryOfOrigin.map { Self.countryOfOrigin($0, words) }
        let said = Set(missing)
        why = Self.unique(Self.why(determination)).map { words.sentence($0) }.filter { !said.contains($0) }
    }

    private static func countryOfOrigin(_ finding: CountryOfOriginFinding, _ words: ReportWords) -> String {
        guard let party = finding.party else {
            return words(.notDecided(finding.candidates.map(words.country)))
        }
        return words.clauses([words.country(party), words.article(finding.basis.rawValue)])
    }

    private static func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .originating: Outcome.met.mark
        case .notOriginating: Outcome.notMet.mark
        case .undetermined: Outcome.undetermined.mark
        }
    }

    private static func evidence(_ determination: Determination, _ words: ReportWords) -> String? {
        let lacking = determination.materials.filter(\.lacksEvidence).map(\.path)
        guard determination.verdict == determination.verdictOnEvidence else {
            let verdict = words(.onEvidence(determination.verdictOnEvidence))
            guard !lacking.isEmpty else { return verdict }
            return words.sentences([verdict, words(.lackingEvidence(lacking))])
        }
        guard determination.verdict == .originating, let claimed = determination.criterion,
            let evidenced = determination.criterionOnEvidence
        else { return nil }
        let claim = words.box10(claimed, determination.supplements)
        let held = words.box10(evidenced, determination.supplementsOnEvidence)
        return words(claim == held ? .evidenceSupports : .evidenceSupportsOther(held: held, claimed: claim))
    }

    /// Every fact that is missing, those of single alternatives included, each once.
    private static func missing(_ determination: Determination) -> [BilingualText] {
        var seen: Set<BilingualText> = []
        let notes = determination.missing + determination.alternatives.flatMap(\.missing)
        return notes.map(\.message).filter { seen.insert($0).inserted }
    }

    private static func why(_ determination: Determination) -> [BilingualText] {
        switch determination.verdict {
        case .originating: whyOriginating(determination)
        case .notOriginating: whyNotOriginating(determination) + whyRoute(determination, .notMet)
        case .undetermined: whyUndetermined(determination) + whyRoute(determination, .undetermined)
        }
    }

    private static func whyOriginating(_ determination: Determination) -> [BilingualText] {
        guard let criterion = determination.criterion else {
            return [.everyReadingOriginates(ReadingOutcome.all(determination.alternatives))]
        }
        return determination.alternatives.filter { $0.outcome == .met && $0.criterion == criterion }.map(\.reason)
    }

    /// Minimal operations overrule whatever the alternatives say.
    private static func whyNotOriginating(_ determination: Determination) -> [BilingualText] {
        if let minimal = determination.minimalOperations { return [minimal] }
        let alternatives = determination.alternatives
        return alternatives.contains { $0.outcome == .met } ? [] : alternatives.map(\.reason)
    }

    /// The branches that differ, and what is open in those that are.
    private static func whyUndetermined(_ determination: Determination) -> [BilingualText] {
        let readings = ReadingOutcome.all(determination.alternatives)
        let differ = readings.contains { $0.outcome != readings[0].outcome }
        let open = readings.filter { $0.outcome == .undetermined }.flatMap(\.alternatives)
            .filter { $0.outcome == .undetermined }
        return (differ ? [.readingsDiffer(readings)] : []) + open.map(\.reason)
    }

    /// Article 3.15, where it carries the verdict.
    private static func whyRoute(_ determination: Determination, _ outcome: Outcome) -> [BilingualText] {
        guard determination.directConsignment == outcome else { return [] }
        return determination.explanation.children.filter { $0.article == "3.15" }.map(\.statement)
    }

    private static func unique(_ texts: [BilingualText]) -> [BilingualText] {
        var seen: Set<BilingualText> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

extension Determination {
    /// What the reasoning says of the good's own operations where they prevent origin (3.6).
    fileprivate var minimalOperations: BilingualText? {
        let rule = explanation.children.first { $0.article == Criterion.changeInTariffClassification.article }
        return rule?.children.first { $0.article == "3.6" && $0.result == .notMet }?.statement
    }
}

extension BilingualText {
    fileprivate static let originatingAsClaimed = BilingualText(
        en: "Originating on the claims made, not on the evidence at hand", zh: "按申报情况具备原产资格，但证明文件不足以证明")

    fileprivate static func notDecided(_ parties: [String]) -> BilingualText {
        guard !parties.isEmpty else { return BilingualText(en: "not decided", zh: "未确定") }
        return BilingualText(
            en: "not decided: " + parties.joined(separator: " or "), zh: "未确定：" + parties.joined(separator: "或"))
    }

    fileprivate static func onEvidence(_ verdict: Verdict) -> BilingualText {
        switch verdict {
        case .originating: BilingualText(en: "On the evidence at hand the good originates.", zh: "依据现有证明文件，货物具备原产资格。")
        case .notOriginating:
            BilingualText(
                en: "On the evidence at hand the good does not originate; no proof of origin may be issued on it.",
                zh: "依据现有证明文件，货物不具备原产资格，不得据此出具原产地证明。")
        case .undetermined:
            BilingualText(
                en: "On the evidence at hand its origin is undetermined; no proof of origin may be issued on it.",
                zh: "依据现有证明文件，货物的原产资格无法确定，不得据此出具原产地证明。")
        }
    }

    fileprivate static func lackingEvidence(_ lines: [String]) -> BilingualText {
        BilingualText(
            en: "Valid evidence of origin is missing for \(lines.count > 1 ? "lines" : "line") "
                + lines.joined(separator: ", ") + ".",
            zh: "第\(lines.joined(separator: "、"))行缺少有效的原产地证明文件。")
    }

    fileprivate static let evidenceSupports = BilingualText(
        en: "The evidence at hand supports this.", zh: "现有证明文件支持这一结论。")

    fileprivate static func evidenceSupportsOther(held: String, claimed: String) -> BilingualText {
        BilingualText(
            en: "The evidence at hand supports \(held), not \(claimed): state \(held) until the evidence is complete.",
            zh: "现有证明文件支持\(held)，而不支持\(claimed)：证明文件齐备之前应填报\(held)。")
    }
}
