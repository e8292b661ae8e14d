import Bilingual
import OriginRules

/// Annex 3A, headnotes 4 and 8: one alternative is enough, and the exporter chooses which to state.
enum ChoiceOfAlternative {
    /// The verdict stands only if every reading of the rule gives it.
    static func shared(_ readings: [ReadingAssessment]) -> Outcome {
        guard let first = readings.first?.outcome else { return .undetermined }
        return readings.allSatisfy { $0.outcome == first } ? first : .undetermined
    }

    /// A criterion that may be stated, with what must stand beside it.
    struct Choice: Sendable, Hashable {
        let criterion: Criterion
        let supplements: [Supplement]
    }

    /// Criteria met in every reading of the rule: fewest supplements first, then CTC, CR, RVC.
    /// - Parameter supplements: of an alternative, by reading and position.
    static func choices(
        _ readings: [ReadingAssessment], _ cases: [RuleReadingCase], supplements: (Int, Int) -> [Supplement]
    ) -> [Choice] {
        let order: [Criterion] = [.changeInTariffClassification, .chemicalReaction, .regionalValueContent]
        let met = order.compactMap { criterion -> Choice? in
            var union: [Supplement] = []
            for (index, reading) in readings.enumerated() {
                let candidates = reading.alternatives.indices.filter {
                    cases[index].alternatives[$0].criterion == criterion && reading.alternatives[$0].outcome == .met
                }
                guard let best = candidates.map({ supplements(index, $0) }).min(by: { $0.count < $1.count }) else {
                    return nil
                }
                union += best
            }
            return Choice(criterion: criterion, supplements: Supplement.allCases.filter(union.contains))
        }
        // The sort must keep the order of equals, which `sorted` does not promise.
        return met.enumerated()
            .sorted { ($0.element.supplements.count, $0.offset) < ($1.element.supplements.count, $1.offset) }
            .map(\.element)
    }
}

extension Explainer {
    /// Which criterion heads the answer, and which others may be stated instead (D12).
    var choice: [Explanation] {
        guard let chosen = findings.chosen else { return [] }
        let others = findings.claimed.choices.filter { $0 != chosen }.map(\.label)
        let inputs =
            others.isEmpty
            ? [] : [Explanation.Input(BilingualText(en: "also met", zh: "同样满足"), others.joined(separator: "; "))]
        return [Explanation(
            article: "3A.4, 3A.8; D12",
            statement: BilingualText(
                en: "The criterion stated is \(chosen.label).", zh: "所填原产地标准为\(chosen.label)。"),
            result: .information, inputs: inputs)]
    }
}

extension ChoiceOfAlternative.Choice {
    /// `CTC ACU`
    var label: String { ([criterion.rawValue] + supplements.map(\.rawValue)).joined(separator: " ") }
}
