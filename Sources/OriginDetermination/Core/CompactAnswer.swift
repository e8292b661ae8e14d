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
    package var supplements: [Supplement]
    /// Indirect formula; nil where nothing is known of what the good is made of.
    package var rvcIndirect: CutPercent?
    /// Direct formula; nil without costs.
    package var rvcDirect: CutPercent?
    /// Article 3.7 for the first change in tariff classification; nil where none is asked.
    package var deMinimisValue: CutPercent?
    package var deMinimisWeight: CutPercent?
    /// Lines that fail the first change in tariff classification, or prevent WO where there is none.
    package var failing: [Int]
    /// Bits of `Failure`; none for a good that originates.
    package var failures: UInt8
    /// nil unless the good originates and an importing Party is named.
    package var countryOfOrigin: CountryOfOriginFinding?

    init(_ facts: CompactCase, claimed: Conclusion, onEvidence: Conclusion, agreement: Agreement) {
        let unit = facts.units[0]
        let assessment = claimed.assessment
        verdict = claimed.verdict
        verdictOnEvidence = onEvidence.verdict
        let chosen = claimed.choices.first
        criterion = chosen?.criterion
        supplements = chosen?.supplements ?? []
        // 100 % of a good of which nothing is known would mean nothing.
        let isKnown = verdict != .undetermined || facts.lines.contains { $0.role == .material || $0.role == .accessory }
        if isKnown {
            rvcIndirect = RegionalValueContent.indirectPercent(assessment.values, unit)
            rvcDirect = RegionalValueContent.directPercent(assessment.values, unit)
        }
        failures = Self.failures(assessment, unit, verdict)
        failing = []
        if let first = assessment.firstChange(unit.readings) {
            let reading = unit.readings[first.reading]
            if let change = assessment.readings[first.reading].alternatives[first.alternative].change {
                let test = DeMinimis(agreement: agreement, unit: unit, code: reading.code)
                deMinimisValue = test.valuePercent(change.possible)
                deMinimisWeight = test.weightPercent(change.possible)
                if change.possible.count > 0 {
                    failing = facts.failingLines(
                        reading.alternatives[first.alternative], of: reading, assessment.counted)
                }
            }
        } else if let reading = unit.readings.first(where: { $0.alternatives.contains(.whollyObtained) }),
            assessment.way == .productSpecificRule
        {
            failing = facts.failingLines(.whollyObtained, of: reading, assessment.counted)
        }
    }
}

extension CompactAnswer {
    private static func failures(_ assessment: UnitAssessment, _ unit: CompactUnit, _ verdict: Verdict) -> UInt8 {
        guard verdict != .originating else { return 0 }
        var bits = verdict == .undetermined ? Failure.missingFact.bit : 0
        if assessment.way == .nothingStated { bits |= Failure.nothingStated.bit }
        if assessment.onlyMinimalOperations { return bits | Failure.minimalOperations.bit }
        for (reading, found) in assessment.readings.enumerated() {
            for (position, alternative) in found.alternatives.enumerated() where alternative.outcome != .met {
                bits |= Failure(unit.readings[reading].alternatives[position]).bit
            }
        }
        return bits
    }
}

extension CompactAnswer.Failure {
    fileprivate init(_ alternative: RuleAlternative) {
        self =
            switch alternative {
            case .whollyObtained: .whollyObtained
            case .changeInTariffClassification: .tariffChange
            case .regionalValueContent: .regionalValue
            case .chemicalReaction: .chemicalReaction
            }
    }
}

extension UnitAssessment {
    /// The first tariff-change alternative of all readings that were judged, whose figures are shown.
    func firstChange(_ cases: [RuleReadingCase]) -> (reading: Int, alternative: Int)? {
        for reading in readings.indices {
            for (position, alternative) in cases[reading].alternatives.enumerated() {
                if case .changeInTariffClassification = alternative { return (reading, position) }
            }
        }
        return nil
    }
}
