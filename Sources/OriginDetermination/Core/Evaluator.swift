import OriginRules

/// A compact case with what was found of it under every stance.
struct Evaluator: Sendable {
    let facts: CompactCase
    let evaluation: UnitEvaluation

    init(facts: CompactCase, _ limits: DeMinimis.Limits) {
        self.facts = facts
        var evaluation = UnitEvaluation()
        evaluation.evaluate(facts, unit: 0, under: .all, limits)
        self.evaluation = evaluation
    }

    /// The good under a stance.
    func assess(_ stance: Stance) -> UnitAssessment {
        evaluation.assessment(stance, facts)
    }
}
