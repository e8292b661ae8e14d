import Bilingual
import OriginDetermination
import OriginRules

/// The answer as every report opens with it: verdict, what box 10 would hold, what the evidence says, and why.
struct VerdictContent {
    let verdict: Verdict
    /// The verdict as it stands on the claims is the verdict on the evidence too.
    let isEvidenced: Bool
    let mark: String
    let title: String
    /// `CTC ACU DMI`; nil unless originating.
    let box10: String?
    let box10Label: String
    /// Whether the evidence at hand bears exactly this.
    let isBox10Evidenced: Bool
    /// The abbreviations in full.
    let criteria: [String]
    /// What the evidence at hand says, always beside the verdict; nil where it adds nothing.
    let evidence: String?
    /// What would settle an undetermined verdict.
    let missing: [String]
    let why: [String]

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
        missing = determination.verdict == .undetermined ? Self.missing(determination).map { words($0) } : []
        why = Self.why(determination).map { words($0) }
    }

    private static func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .originating: Outcome.met.mark
        case .notOriginating: Outcome.notMet.mark
        case .undetermined: Outcome.undetermined.mark
        }
    }

    private static func evidence(_ determination: Determination, _ words: ReportWords) -> String? {
        let lacking = EvidenceContent.lackingPaths(determination)
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

    /// The alternatives that carry the verdict say why; where something beside them decides, the reasoning does.
    private static func why(_ determination: Determination) -> [BilingualText] {
        let deciding = decidingAlternatives(determination)
        return unique(deciding.isEmpty ? decidingSteps(determination) : deciding.map(\.reason))
    }

    private static func decidingAlternatives(_ determination: Determination) -> [AlternativeFinding] {
        let alternatives = determination.alternatives
        let isMet = alternatives.contains { $0.outcome == .met }
        switch determination.verdict {
        case .originating:
            return alternatives.filter { $0.outcome == .met && $0.criterion == determination.criterion }
        case .notOriginating:
            return isMet ? [] : alternatives.filter { $0.outcome == .notMet }
        case .undetermined:
            return isMet ? [] : alternatives.filter { $0.outcome == .undetermined }
        }
    }

    /// Steps of the reasoning with the outcome of the whole: minimal operations, direct consignment, a split rule. The
    /// alternatives have their own place, PE needs no saying beside another way, and evidence is spoken of apart.
    private static func decidingSteps(_ determination: Determination) -> [BilingualText] {
        let result = Explanation.Result(determination.verdict)
        let ways = determination.explanation.children.filter {
            $0.result == result && $0.article != Criterion.producedExclusively.article && !$0.article.hasPrefix("3.21")
        }
        let statements = ways.flatMap { way -> [BilingualText] in
            let inner = way.children.filter { $0.result == result && $0.article.hasPrefix("3.6") }
            return inner.isEmpty ? [way.statement] : inner.map(\.statement)
        }
        return statements.isEmpty ? [determination.explanation.statement] : statements
    }

    private static func unique(_ texts: [BilingualText]) -> [BilingualText] {
        var seen: Set<BilingualText> = []
        return texts.filter { seen.insert($0).inserted }
    }
}

extension Explanation.Result {
    fileprivate init(_ verdict: Verdict) {
        switch verdict {
        case .originating: self = .met
        case .notOriginating: self = .notMet
        case .undetermined: self = .undetermined
        }
    }
}

extension BilingualText {
    fileprivate static let originatingAsClaimed = BilingualText(
        en: "Originating on the claims made, not on the evidence at hand", zh: "按声明具备原产资格，但证明文件不足以证明")

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
