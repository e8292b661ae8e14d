import OriginModel
import OriginRules

/// Applies Chapter 3 to a compact case: the one evaluator behind every command. Pure; linear in the number of lines.
struct Evaluator: Sendable {
    let facts: CompactCase
    let agreement: Agreement

    /// The good under a stance.
    func assess(_ stance: Stance) -> UnitAssessment {
        assess(unit: 0, stance)
    }

    /// A unit is judged after its intermediates, so that each is judged once (3.12).
    private func assess(unit index: Int, _ stance: Stance) -> UnitAssessment {
        let unit = facts.units[index]
        var counted: [CountedLine] = []
        counted.reserveCapacity(unit.lines.count)
        var intermediates: [IntermediateAssessment] = []
        var position = unit.lines.lowerBound
        while position < unit.lines.upperBound {
            let line = facts.lines[position]
            if line.unit < 0 {
                counted.append(CountedLine(
                    index: position, nonOriginating: line.isNonOriginating(stance), role: line.role))
            } else {
                let assessment = assess(unit: line.unit, stance)
                MaterialsUsedInProduction.count(assessment, ofLine: position, role: line.role, into: &counted)
                intermediates.append(IntermediateAssessment(line: position, assessment: assessment))
            }
            position = line.end
        }
        return judge(unit, counted, intermediates)
    }

    private func judge(
        _ unit: CompactUnit, _ counted: [CountedLine], _ intermediates: [IntermediateAssessment]
    ) -> UnitAssessment {
        let way = OriginatingGoods.way(counted, whollyObtainedNamed: unit.whollyObtained)
        let values = RegionalValueContent.tally(counted, facts.lines)
        var result = UnitAssessment(
            way: way, outcome: .met, counted: counted, values: values, readings: [], intermediates: intermediates,
            onlyMinimalOperations: false)
        switch way {
        case .whollyObtained, .producedExclusively:
            break
        case .nothingStated:
            result.outcome = .undetermined
        case .productSpecificRule:
            result.onlyMinimalOperations = MinimalOperations.preventOrigin(unit.operations)
            result.readings = unit.readings.map { assess($0, unit, counted, values) }
            result.outcome = result.onlyMinimalOperations ? .notMet : ChoiceOfAlternative.shared(result.readings)
        }
        return result
    }

    private func assess(
        _ reading: RuleReadingCase, _ unit: CompactUnit, _ counted: [CountedLine], _ values: ValueTally
    ) -> ReadingAssessment {
        let alternatives = reading.alternatives.map { alternative in
            switch alternative {
            case .whollyObtained:
                // Reached only with non-originating materials, which neither WO nor PE allows.
                AlternativeAssessment(outcome: .notMet)
            case .changeInTariffClassification(let change):
                assess(change, of: reading, unit, counted)
            case .regionalValueContent(let threshold):
                AlternativeAssessment(
                    outcome: Outcome(RegionalValueContent.isReached(threshold, values, fob: unit.fob, costs: unit.costs)))
            case .chemicalReaction:
                AlternativeAssessment(outcome: ChemicalReactionRule.outcome(unit.reaction))
            }
        }
        return ReadingAssessment(
            outcome: alternatives.reduce(.notMet) { $0.or($1.outcome) }, alternatives: alternatives)
    }

    private func assess(
        _ change: TariffChange, of reading: RuleReadingCase, _ unit: CompactUnit, _ counted: [CountedLine]
    ) -> AlternativeAssessment {
        var result = ChangeAssessment()
        for line in counted where line.nonOriginating && line.role == .material {
            let facts = self.facts.lines[line.index]
            switch ChangeInTariffClassification.outcome(change, of: facts, to: reading.code.number, self.facts) {
            case .met: continue
            case .undetermined: break
            case .notMet: result.certain.add(facts)
            }
            result.possible.add(facts)
        }
        let deMinimis = DeMinimis(agreement: agreement, unit: unit, code: reading.code)
        let atBest = deMinimis.outcome(result.certain)
        let atWorst = deMinimis.outcome(result.possible)
        result.change = atBest == atWorst ? atBest : .undetermined
        result.proviso = change.activeIngredientShare.map { ActiveIngredients.outcome(counted, facts.lines, share: $0) }
        return AlternativeAssessment(outcome: result.change.and(result.proviso ?? .met), change: result)
    }
}
