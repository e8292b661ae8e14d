import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Every alternative that was looked at, with its outcome and why.
extension Findings {
    var alternatives: [AlternativeFinding] {
        switch assessment.way {
        case .nothingStated: []
        case .whollyObtained: [decidedWithoutRule(.whollyObtained, rule: "WO", OriginatingGoods.isWhollyObtained)]
        case .producedExclusively: [decidedWithoutRule(.producedExclusively, rule: "PE", OriginatingGoods.isProducedExclusively)]
        case .productSpecificRule: ruleAlternatives
        }
    }

    private func decidedWithoutRule(_ criterion: Criterion, rule: String, _ reason: BilingualText) -> AlternativeFinding {
        AlternativeFinding(
            criterion: criterion, rule: rule, branch: nil, code: nil, outcome: .met,
            supplements: claimed.possible.first?.supplements ?? [], failingMaterials: [], missing: [], reason: reason)
    }

    private var ruleAlternatives: [AlternativeFinding] {
        prepared.readings(of: prepared.unit).enumerated().flatMap { place, reading in
            reading.alternatives.enumerated().map { position, alternative in
                finding(alternative, of: reading, place, position)
            }
        }
    }

    private func finding(
        _ alternative: RuleAlternative, of reading: RuleReadingCase, _ place: Int, _ position: Int
    ) -> AlternativeFinding {
        let found = assessment.readings[place].alternatives[position]
        let failing = prepared.failingLines(
            prepared.alternative(position, ofReading: place, prepared.unit), assessment.counted)
        let paths = failing.map { prepared.lines[$0].path }
        return AlternativeFinding(
            criterion: alternative.criterion, rule: alternative.symbols, branch: reading.branch,
            code: prepared.goodCodes.count > 1 ? reading.code : nil, outcome: found.outcome,
            supplements: claimed.supplements(reading: place, alternative: position),
            failingMaterials: paths, missing: missing(alternative, found, reading, failing),
            reason: reason(alternative, found, reading, failing: paths))
    }

    private func missing(
        _ alternative: RuleAlternative, _ found: AlternativeAssessment, _ reading: RuleReadingCase, _ failing: [Int]
    ) -> [Note] {
        guard found.outcome == .undetermined else { return [] }
        switch alternative {
        case .whollyObtained, .regionalValueContent:
            return []
        case .chemicalReaction:
            return [ChemicalReactionRule.notStated]
        case .changeInTariffClassification:
            return missing(found.change ?? ChangeAssessment(), reading, failing)
        }
    }

    private func missing(_ found: ChangeAssessment, _ reading: RuleReadingCase, _ failing: [Int]) -> [Note] {
        var notes: [Note] = []
        if found.change == .undetermined {
            notes += failing.filter { prepared.compact.lines[$0].candidates >= 0 }
                .map { ChangeInTariffClassification.ambiguous(prepared.lines[$0], law.ruleSet.edition) }
            let deMinimis = DeMinimis(prepared.consulted.deMinimis, unit: prepared.unit, code: reading.code)
            if deMinimis.hasWeightTest, !deMinimis.valueTest(found.possible) {
                if prepared.unit.weight < 0 { notes.append(DeMinimis.goodWeightMissing) }
                notes += failing.filter { prepared.compact.lines[$0].weight < 0 }
                    .map { DeMinimis.weightMissing(prepared.lines[$0]) }
            }
        }
        if found.proviso == .undetermined { notes += missingActiveIngredients }
        return notes
    }

    private var missingActiveIngredients: [Note] {
        let marked = assessment.counted.filter { ActiveIngredients.isActive($0, prepared.compact.lines) }
        guard !marked.isEmpty else { return [ActiveIngredients.noneMarked] }
        return marked.filter { prepared.compact.lines[$0.index].weight <= 0 }
            .map { ActiveIngredients.weightMissing(prepared.lines[$0.index]) }
    }

    private func reason(
        _ alternative: RuleAlternative, _ found: AlternativeAssessment, _ reading: RuleReadingCase, failing: [String]
    ) -> BilingualText {
        switch alternative {
        case .whollyObtained:
            return OriginatingGoods.notWhollyObtained
        case .chemicalReaction:
            return ChemicalReactionRule.reason(prepared.unit.reaction)
        case .regionalValueContent(let threshold):
            return RegionalValueContent.reason(
                threshold, assessment.values, prepared.unit, isMet: found.outcome == .met, in: prepared.languages)
        case .changeInTariffClassification(let change):
            let deMinimis = DeMinimis(prepared.consulted.deMinimis, unit: prepared.unit, code: reading.code)
            return ChangeInTariffClassification.reason(
                change, found.change ?? ChangeAssessment(), failing: failing, deMinimis, prepared)
        }
    }

    /// Assumptions that only the assessment can raise: operations, and which unmarked materials the proviso of 38.08
    /// passes over (D26).
    var assumptions: [Note] {
        operationsAssumed + activeIngredientsAssumed
    }

    /// Nothing rests on the operations of a wholly obtained good (D5).
    private var operationsAssumed: [Note] {
        guard dossier.production.operations.isEmpty, assessment.way != .whollyObtained else { return [] }
        return [.operationsNotStated(place: "/production/operations")]
    }

    private var activeIngredientsAssumed: [Note] {
        let hasProviso = assessment.readings.contains { reading in
            reading.alternatives.contains { $0.change?.proviso != nil }
        }
        guard hasProviso, assessment.counted.contains(where: { ActiveIngredients.isActive($0, prepared.compact.lines) })
        else { return [] }
        let unmarked = assessment.counted.map { ($0, prepared.lines[$0.index]) }
            .filter { $0.0.role == .material && $0.1.material.activeIngredient == nil }
        return unmarked.isEmpty ? [] : [ActiveIngredients.notMarked(unmarked.map(\.1.path))]
    }

    /// Warnings that only the assessment can raise.
    var warnings: [Note] {
        var notes: [Note] = []
        if dossier.production.whollyObtained != nil, assessment.way == .productSpecificRule {
            notes.append(OriginatingGoods.whollyObtainedContradicted)
        }
        if chosen?.criterion == .whollyObtained, chosen?.supplements.contains(.cumulation) ?? false {
            notes.append(OriginatingGoods.whollyObtainedWithOtherParties)
        }
        notes += RegionalValueContent.contradictions(assessment.values, prepared.unit)
        notes += intermediateWarnings(assessment.intermediates)
        if isHeavierThanGood { notes.append(DeMinimis.heavierThanGood) }
        if let preferring, chosen?.criterion != preferring {
            notes.append(.criterionNotMet(preferring))
        }
        return notes
    }

    /// Materials that did not change weigh more than the good.
    private var isHeavierThanGood: Bool {
        prepared.unit.weight > 0 && assessment.readings.contains { reading in
            reading.alternatives.contains { ($0.change?.possible.weight ?? 0) > prepared.unit.weight }
        }
    }

    private func intermediateWarnings(_ intermediates: [IntermediateAssessment]) -> [Note] {
        intermediates.flatMap { intermediate -> [Note] in
            guard !intermediate.standsWhole else { return [] }
            let line = prepared.lines[intermediate.line]
            let unit = prepared.compact.units[prepared.compact.lines[intermediate.line].unit]
            var notes: [Note] = []
            if intermediate.assessment.outcome == .undetermined {
                notes.append(MaterialsUsedInProduction.undecided(line))
            }
            if prepared.unit.operations == .allMinimal, unit.operations == .moreThanMinimal {
                notes.append(MaterialsUsedInProduction.operationsNotCounted(line))
            }
            return notes + intermediateWarnings(intermediate.assessment.intermediates)
        }
    }
}

extension PreparedCase {
    /// Lines that did not, or may not have undergone the change; those that prevent WO.
    func failingLines(_ alternative: CompactRules.Alternative, _ counted: [CountedLine]) -> [Int] {
        counted.filter { $0.nonOriginating && fails(alternative, $0) }.map(\.index)
    }

    /// Whether a non-originating line stands against an alternative.
    private func fails(_ alternative: CompactRules.Alternative, _ line: CountedLine) -> Bool {
        switch alternative.criterion {
        case .whollyObtained, .producedExclusively: line.isPartOfGood
        case .changeInTariffClassification:
            line.role == .material
                && ChangeInTariffClassification.outcome(alternative, of: compact.lines[line.index], compact) != .met
        case .regionalValueContent, .chemicalReaction: false
        }
    }
}

extension UnitEvaluation {
    /// Lines that, as claimed, prevent WO.
    var linesAgainstWhollyObtained: [Int32] {
        lines.filter { $0.nonOriginating.contains(.claimed) && $0.role.isPartOfGood }.map(\.index)
    }
}

extension Note {
    static func criterionNotMet(_ criterion: Criterion) -> Note {
        Note(
            code: "criterion.notMet",
            message: BilingualText(
                en: "The criterion asked for, \(criterion.rawValue), cannot be stated for this good.",
                zh: "该货物不能填写所选的原产地标准\(criterion.rawValue)。"))
    }
}
