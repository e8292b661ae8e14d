import OriginRules

/// What follows from the assessments under one supposition about evidence: the compact answer, without its reasons.
struct Conclusion: Sendable {
    let assessment: UnitAssessment
    /// The same with other Parties' materials as non-originating; what ACU is decided by.
    let alone: UnitAssessment
    let outcome: Outcome
    /// Criteria that are met, whatever becomes of the good on its way; the one that heads the answer first.
    let possible: [ChoiceOfAlternative.Choice]
    /// Criteria that may be stated: none unless the good originates.
    var choices: [ChoiceOfAlternative.Choice] { outcome == .met ? possible : [] }

    var verdict: Verdict { Verdict(outcome) }

    init(_ evaluator: Evaluator, _ stance: Stance, route: Outcome?) {
        let facts = evaluator.facts
        let assessment = evaluator.assess(stance)
        let alone = facts.usesOtherParties ? evaluator.assess(stance.union(.withoutOtherParties)) : assessment
        self.assessment = assessment
        self.alone = alone
        outcome = assessment.outcome.and(route ?? .met)
        switch (assessment.outcome, assessment.way) {
        case (.met, .whollyObtained):
            possible = [.init(
                criterion: .whollyObtained, supplements: alone.way == .whollyObtained ? [] : [.cumulation])]
        case (.met, .producedExclusively):
            let cumulates = facts.usesOtherParties && Cumulation.isUsed(facts, in: facts.units[0].lines, stance)
            possible = [.init(criterion: .producedExclusively, supplements: cumulates ? [.cumulation] : [])]
        case (.met, .productSpecificRule):
            possible = ChoiceOfAlternative.choices(assessment.readings, facts.units[0].readings) {
                Self.supplements(assessment, alone, reading: $0, alternative: $1)
            }
        default:
            possible = []
        }
    }

    /// What would stand beside an alternative that is met.
    func supplements(reading: Int, alternative: Int) -> [Supplement] {
        Self.supplements(assessment, alone, reading: reading, alternative: alternative)
    }

    private static func supplements(
        _ assessment: UnitAssessment, _ alone: UnitAssessment, reading: Int, alternative: Int
    ) -> [Supplement] {
        let found = assessment.readings[reading].alternatives[alternative]
        guard found.outcome == .met else { return [] }
        var supplements: [Supplement] = []
        if alone.readings[reading].alternatives[alternative].outcome != .met { supplements.append(.cumulation) }
        if found.change?.needsDeMinimis ?? false { supplements.append(.deMinimis) }
        return supplements
    }
}
