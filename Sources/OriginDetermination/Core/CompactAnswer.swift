import HarmonizedSystem
import OriginModel
import OriginRules

/// What a determination says without its reasons: one row of a batch.
package struct CompactAnswer: Sendable {
    /// Why a good does not originate, or is not determined.
    package enum Failure: UInt8, Sendable, CaseIterable {
        case minimalOperations, tariffChange, regionalValue, chemicalReaction, whollyObtained
        case nothingStated, missingFact

        package var bit: UInt8 { 1 << rawValue }
    }

    package var verdict: Verdict
    package var verdictOnEvidence: Verdict
    /// What heads the answer; nil unless originating.
    package var criterion: Criterion?
    /// Beside it.
    package let supplements: SupplementSet
    /// Indirect formula; nil where nothing is known of what the good is made of.
    package var rvcIndirect: CutPercent?
    /// Direct formula; nil without costs.
    package var rvcDirect: CutPercent?
    /// Article 3.7 for the first change in tariff classification; nil where none is asked.
    package var deMinimisValue: CutPercent?
    package var deMinimisWeight: CutPercent?
    /// Lines that fail the first change in tariff classification, or prevent WO where there is none.
    package var failing: [Int32]
    /// Bits of `Failure`; none for a good that originates.
    package var failures: UInt8
    /// nil unless the good originates and an importing Party is named.
    package var countryOfOrigin: CountryOfOrigin?

    /// What of a `CountryOfOriginFinding` a row shows.
    package struct CountryOfOrigin: Sendable {
        /// All it may be.
        package let candidates: [CountryCode]
        package let isDecided: Bool

        init(_ finding: CountryOfOriginFinding) {
            candidates = finding.candidates
            isDecided = finding.party != nil
        }
    }

    /// - Parameter route: what is known of direct consignment; nil where nothing is stated.
    static func of(
        _ facts: borrowing CompactCase, _ evaluation: borrowing UnitEvaluation, _ limits: DeMinimis.Limits,
        route: Outcome?
    ) -> CompactAnswer {
        let unit = facts.units[0]
        let figures = evaluation[.claimed]
        let onEvidence = facts.restsOnClaims ? evaluation[.onEvidence].outcome : figures.outcome
        let verdict = Verdict(figures.outcome.and(route ?? .met))
        let chosen = verdict == .originating ? ChoiceOfAlternative.best(evaluation, facts, .claimed) : nil
        // 100 % of a good of which nothing is known would mean nothing.
        let isKnown = verdict != .undetermined || facts.lines[unit.lines].contains(where: { $0.role.isPartOfGood })
        let shown = figures.way == .productSpecificRule ? firstChange(facts, unit, evaluation, limits) : FirstChange()
        return CompactAnswer(
            verdict: verdict, verdictOnEvidence: Verdict(onEvidence.and(route ?? .met)), criterion: chosen?.criterion,
            supplements: chosen?.beside ?? .none,
            rvcIndirect: isKnown ? RegionalValueContent.indirectPercent(figures.values, unit) : nil,
            rvcDirect: isKnown ? RegionalValueContent.directPercent(figures.values, unit) : nil,
            deMinimisValue: shown.deMinimisValue, deMinimisWeight: shown.deMinimisWeight, failing: shown.failing,
            failures: failures(evaluation, verdict), countryOfOrigin: nil)
    }

    private struct FirstChange {
        var deMinimisValue: CutPercent?
        var deMinimisWeight: CutPercent?
        var failing: [Int32] = []
    }

    /// The figures that are shown: of the first tariff change of all readings.
    private static func firstChange(
        _ facts: CompactCase, _ unit: CompactUnit, _ evaluation: UnitEvaluation, _ limits: DeMinimis.Limits
    ) -> FirstChange {
        var shown = FirstChange()
        var place = 0
        for reading in unit.readings {
            for _ in facts.rules.readings[reading].alternatives {
                if let found = evaluation.alternative(place, .claimed).change {
                    let test = DeMinimis.Test(limits, unit, chapter: facts.rules.readings[reading].chapter)
                    shown.deMinimisValue = test.valuePercent(found.possible)
                    shown.deMinimisWeight = test.weightPercent(found.possible)
                    if found.needsDeMinimis { shown.failing = evaluation.failingFirstChange }
                    return shown
                }
                place += 1
            }
        }
        if evaluation.criteria.contains(.whollyObtained) { shown.failing = evaluation.linesAgainstWhollyObtained }
        return shown
    }

    private static func failures(_ evaluation: UnitEvaluation, _ verdict: Verdict) -> UInt8 {
        guard verdict != .originating else { return 0 }
        let figures = evaluation[.claimed]
        var bits = verdict == .undetermined ? Failure.missingFact.bit : 0
        if figures.way == .nothingStated { bits |= Failure.nothingStated.bit }
        if figures.onlyMinimalOperations { return bits | Failure.minimalOperations.bit }
        guard figures.way == .productSpecificRule else { return bits }
        for (place, criterion) in evaluation.criteria.enumerated()
        where evaluation.alternative(place, .claimed).outcome != .met {
            bits |= Failure(criterion).bit
        }
        return bits
    }
}

extension CompactAnswer.Failure {
    /// Of an alternative of a rule; PE stands in none.
    fileprivate init(_ criterion: Criterion) {
        self =
            switch criterion {
            case .whollyObtained, .producedExclusively: .whollyObtained
            case .changeInTariffClassification: .tariffChange
            case .regionalValueContent: .regionalValue
            case .chemicalReaction: .chemicalReaction
            }
    }
}
