import OriginRules

/// A compact case with what was found of it under every stance.
struct Evaluator: Sendable {
    let facts: CompactCase
    let agreement: Agreement
    let evaluation: UnitEvaluation

    init(facts: CompactCase, agreement: Agreement) {
        self.facts = facts
        self.agreement = agreement
        var evaluation = UnitEvaluation()
        evaluation.evaluate(facts, unit: 0, under: .all, DeMinimis.Limits(agreement))
        self.evaluation = evaluation
    }

    /// The good under a stance.
    func assess(_ stance: Stance) -> UnitAssessment {
        evaluation.assessment(stance, facts)
    }
}
