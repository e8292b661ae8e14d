import Bilingual
import OriginRules

/// Annex 3A, headnotes 4 and 8: one alternative is enough, and the exporter chooses which to state.
enum ChoiceOfAlternative {
    /// The verdict stands only if every reading of the rule gives it.
    static func shared(_ one: Outcome, _ other: Outcome) -> Outcome {
        one == other ? one : .undetermined
    }

    /// A criterion that may be stated, with what must stand beside it.
    struct Choice: Sendable, Hashable {
        let criterion: Criterion
        let beside: SupplementSet

        var supplements: [Supplement] { beside.supplements }
    }

    private static let order: [Criterion] = [.changeInTariffClassification, .chemicalReaction, .regionalValueContent]

    /// Criteria that are met, in every reading of the rule where it is asked: fewest supplements first, then CTC, CR, RVC.
    static func choices(_ evaluation: UnitEvaluation, _ facts: CompactCase, _ stance: Stance) -> [Choice] {
        guard let first = best(evaluation, facts, stance) else { return [] }
        guard evaluation[stance].way == .productSpecificRule else { return [first] }
        let met = order.compactMap { criterion in
            supplements(criterion, evaluation, facts, stance).map { Choice(criterion: criterion, beside: $0) }
        }
        // The sort must keep the order of equals, which `sorted` does not promise.
        return met.enumerated()
            .sorted { ($0.element.beside.count, $0.offset) < ($1.element.beside.count, $1.offset) }
            .map(\.element)
    }

    /// The first of `choices`; nil unless the good originates.
    static func best(_ evaluation: UnitEvaluation, _ facts: CompactCase, _ stance: Stance) -> Choice? {
        let figures = evaluation[stance]
        guard figures.outcome == .met else { return nil }
        switch figures.way {
        case .nothingStated:
            return nil
        case .whollyObtained:
            let isAlone = !facts.usesOtherParties
                || evaluation[stance.union(.withoutOtherParties)].way == .whollyObtained
            return Choice(criterion: .whollyObtained, beside: isAlone ? .none : .cumulation)
        case .producedExclusively:
            let cumulates = facts.usesOtherParties && Cumulation.isUsed(facts, in: facts.units[0].lines, stance)
            return Choice(criterion: .producedExclusively, beside: cumulates ? .cumulation : .none)
        case .productSpecificRule:
            return bestOfRule(evaluation, facts, stance)
        }
    }

    private static func bestOfRule(
        _ evaluation: UnitEvaluation, _ facts: CompactCase, _ stance: Stance
    ) -> Choice? {
        var best: Choice?
        for criterion in order {
            guard let found = supplements(criterion, evaluation, facts, stance) else { continue }
            if best.map({ found.count < $0.beside.count }) ?? true { best = Choice(criterion: criterion, beside: found) }
        }
        return best
    }

    /// What must stand beside a criterion: what each reading asks with its best alternative; nil where a reading does
    /// not meet it.
    private static func supplements(
        _ criterion: Criterion, _ evaluation: UnitEvaluation, _ facts: CompactCase, _ stance: Stance
    ) -> SupplementSet? {
        var union = SupplementSet.none
        var first = 0
        for end in evaluation.readingEnds {
            var best: SupplementSet?
            for place in first..<end where evaluation.criteria[place] == criterion {
                guard let found = evaluation.supplements(place, facts, stance) else { continue }
                if best.map({ found.count < $0.count }) ?? true { best = found }
            }
            guard let best else { return nil }
            union.formUnion(best)
            first = end
        }
        return union
    }
}

extension Explainer {
    /// Which criterion heads the answer, and which others may be stated instead (D12).
    func choice(_ chosen: ChoiceOfAlternative.Choice) -> Explanation {
        let others = findings.claimed.choices.filter { $0 != chosen }.map(\.label)
        let inputs =
            others.isEmpty
            ? [] : [Explanation.Input(BilingualText(en: "also met", zh: "同样满足"), others.listed("; "))]
        return Explanation(
            article: "3A.4, 3A.8; D12",
            statement: BilingualText(
                in: languages,
                en: "The criterion stated is \(chosen.label).", zh: "所填原产地标准为\(chosen.label)。"),
            result: .information, inputs: inputs)
    }
}

extension ChoiceOfAlternative.Choice {
    /// `CTC ACU`
    var label: String { ([criterion.rawValue] + supplements.map(\.rawValue)).listed(" ") }
}
