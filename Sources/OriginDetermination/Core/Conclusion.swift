import OriginRules

/// What follows from the assessments under one supposition about evidence.
struct Conclusion: Sendable {
    let assessment: UnitAssessment
    /// Values with other Parties' materials as non-originating; what domestic value addition is reckoned by.
    let alone: ValueTally
    let outcome: Outcome
    /// Criteria that are met, whatever becomes of the good on its way; the one that heads the answer first.
    let possible: [ChoiceOfAlternative.Choice]
    /// What stands beside each alternative, by reading; nil where it is not met.
    private let besideAlternatives: [[SupplementSet?]]

    /// Criteria that may be stated: none unless the good originates.
    var choices: [ChoiceOfAlternative.Choice] { outcome == .met ? possible : [] }

    var verdict: Verdict { Verdict(outcome) }

    /// What is stated: the criterion that is preferred where it is met, else the best; nil unless the good originates.
    func choice(_ preferred: Criterion?) -> ChoiceOfAlternative.Choice? {
        guard outcome == .met else { return nil }
        return possible.first { $0.criterion == preferred } ?? possible.first
    }

    /// - Parameter evaluation: borrowed, since an initialiser is otherwise given a copy.
    init(_ evaluation: borrowing UnitEvaluation, _ prepared: PreparedCase, _ stance: Stance, route: Outcome?) {
        let assessment = evaluation.assessment(stance)
        self.assessment = assessment
        alone = evaluation[prepared.compact.usesOtherParties ? stance.union(.withoutOtherParties) : stance].values
        outcome = assessment.outcome.and(route ?? .met)
        possible = ChoiceOfAlternative.choices(evaluation, prepared.compact, stance)
        var first = 0
        besideAlternatives = assessment.readings.map { reading in
            defer { first += reading.alternatives.count }
            return reading.alternatives.indices.map { evaluation.supplements(first + $0, prepared.compact, stance) }
        }
    }

    /// What would stand beside an alternative that is met.
    func supplements(reading: Int, alternative: Int) -> [Supplement] {
        besideAlternatives[reading][alternative]?.supplements ?? []
    }
}

extension UnitEvaluation {
    /// What must stand beside an alternative of the rule; nil unless it is met.
    func supplements(_ alternative: Int, _ facts: CompactCase, _ stance: Stance) -> SupplementSet? {
        let found = self.alternative(alternative, stance)
        guard found.outcome == .met else { return nil }
        var supplements = SupplementSet.none
        if facts.usesOtherParties, !isMetAlone(alternative, stance) { supplements.insert(.cumulation) }
        if found.change?.needsDeMinimis ?? false { supplements.insert(.deMinimis) }
        return supplements
    }

    /// Without other Parties the good has at least as many non-originating materials, so that its rule is asked too.
    private func isMetAlone(_ alternative: Int, _ stance: Stance) -> Bool {
        self.alternative(alternative, stance.union(.withoutOtherParties)).outcome == .met
    }
}
