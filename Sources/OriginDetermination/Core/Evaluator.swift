import OriginModel
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

/// Applies Chapter 3 to the good or to an intermediate: the one evaluator behind every command. Pure; linear in the number
/// of lines, each of which is looked at once, whatever the number of stances.
///
/// May be used again for another good, with the room it has taken.
struct UnitEvaluation: Sendable {
    /// What a stance comes to.
    struct Figures: Sendable {
        var way = Way.nothingStated
        var outcome = Outcome.undetermined
        var values = ValueTally()
        var onlyMinimalOperations = false
    }

    struct Intermediate: Sendable {
        /// Index into the lines.
        let line: Int
        let evaluation: UnitEvaluation
    }

    private(set) var unit = 0
    private(set) var lines: [ClassedLine] = []
    private var classes: [LineClass] = []
    /// By stance.
    private var figures = [Figures](repeating: Figures(), count: Stance.count)
    /// Of the rule's readings one after the other, each alternative once for every stance.
    private var alternatives: [AlternativeAssessment] = []
    /// By class, of the alternative that is being looked at.
    private var tallies: [ChangeTally] = []
    private(set) var intermediates: [Intermediate] = []

    subscript(_ stance: Stance) -> Figures { figures[stance.index] }

    /// - Parameter alternative: of all readings, one after the other.
    func alternative(_ alternative: Int, _ stance: Stance) -> AlternativeAssessment {
        alternatives[alternative * Stance.count + stance.index]
    }

    /// A unit is judged after its intermediates, so that each is judged once (3.12).
    mutating func evaluate(_ facts: CompactCase, unit: Int, under stances: StanceSet, _ limits: DeMinimis.Limits) {
        self.unit = unit
        lines.removeAll(keepingCapacity: true)
        classes.removeAll(keepingCapacity: true)
        alternatives.removeAll(keepingCapacity: true)
        intermediates.removeAll(keepingCapacity: true)
        let range = facts.units[unit].lines
        facts.lines.withUnsafeBufferPointer { buffer in
            lines.reserveCapacity(range.count)
            var position = range.lowerBound
            while position < range.upperBound {
                if buffer[position].unit < 0 {
                    count(buffer[position], position)
                } else {
                    countIntermediate(facts, line: position, under: stances, limits)
                }
                position = buffer[position].end
            }
        }
        for stance in 0..<Stance.count { sumUp(Stance(rawValue: UInt8(stance)), facts.units[unit]) }
        judge(facts, facts.units[unit], under: stances, limits)
    }

    // MARK: Each line once

    @inline(__always)
    private mutating func count(_ line: CompactLine, _ index: Int) {
        count(line, index, line.role, .all, line.nonOriginatingStances)
    }

    @inline(__always)
    private mutating func count(
        _ line: CompactLine, _ index: Int, _ role: Material.Role, _ counts: StanceSet, _ nonOriginating: StanceSet
    ) {
        let place = place(counts, nonOriginating)
        classes[place].add(line, role)
        lines.append(ClassedLine(
            index: Int32(truncatingIfNeeded: index), role: role, place: UInt8(truncatingIfNeeded: place), counts: counts,
            nonOriginating: nonOriginating))
    }

    /// There are few classes, in a good without intermediates at most five.
    @inline(__always)
    private mutating func place(_ counts: StanceSet, _ nonOriginating: StanceSet) -> Int {
        for place in classes.indices
        where classes[place].nonOriginating == nonOriginating && classes[place].counts == counts {
            return place
        }
        classes.append(LineClass(counts: counts, nonOriginating: nonOriginating))
        return classes.count - 1
    }

    private mutating func countIntermediate(
        _ facts: CompactCase, line index: Int, under stances: StanceSet, _ limits: DeMinimis.Limits
    ) {
        let line = facts.lines[index]
        var evaluation = UnitEvaluation()
        evaluation.evaluate(facts, unit: line.unit, under: stances, limits)
        for counted in MaterialsUsedInProduction.counted(evaluation, ofLine: index, role: line.role) {
            count(
                facts.lines[counted.index], counted.index, counted.role, counted.counts, counted.nonOriginating)
        }
        intermediates.append(Intermediate(line: index, evaluation: evaluation))
    }

    // MARK: Stance by stance

    private mutating func sumUp(_ stance: Stance, _ unit: CompactUnit) {
        var values = ValueTally()
        var (originating, nonOriginating) = (0, 0)
        for lines in classes where lines.counts.contains(stance) {
            if lines.nonOriginating.contains(stance) {
                nonOriginating += lines.parts
                values.nonOriginating += lines.value - lines.deductions
                values.deductions += lines.deductions
            } else {
                originating += lines.parts
                values.originating += lines.value
            }
        }
        figures[stance.index] = Figures(
            way: OriginatingGoods.way(
                originating: originating, nonOriginating: nonOriginating, whollyObtainedNamed: unit.whollyObtained),
            values: values)
    }

    private mutating func judge(
        _ facts: CompactCase, _ unit: CompactUnit, under stances: StanceSet, _ limits: DeMinimis.Limits
    ) {
        var asked = StanceSet.none
        for index in 0..<Stance.count where stances.bits >> UInt8(index) & 1 == 1 {
            switch figures[index].way {
            case .whollyObtained, .producedExclusively: figures[index].outcome = .met
            case .nothingStated: figures[index].outcome = .undetermined
            case .productSpecificRule: asked.insert(Stance(rawValue: UInt8(index)))
            }
        }
        guard !asked.isEmpty else { return }
        let onlyMinimal = MinimalOperations.preventOrigin(unit.operations)
        var first = 0
        for reading in unit.readings {
            for alternative in reading.alternatives { assess(alternative, of: reading, facts, unit, asked, limits) }
            let end = first + reading.alternatives.count
            conclude(first..<end, isFirst: first == 0, asked)
            first = end
        }
        for index in 0..<Stance.count where asked.bits >> UInt8(index) & 1 == 1 {
            figures[index].onlyMinimalOperations = onlyMinimal
            if onlyMinimal { figures[index].outcome = .notMet }
        }
    }

    /// The outcome of a reading joined to that of those before it.
    private mutating func conclude(_ reading: Range<Int>, isFirst: Bool, _ asked: StanceSet) {
        for index in 0..<Stance.count where asked.bits >> UInt8(index) & 1 == 1 {
            var outcome = Outcome.notMet
            for alternative in reading { outcome = outcome.or(alternatives[alternative * Stance.count + index].outcome) }
            figures[index].outcome = isFirst ? outcome : ChoiceOfAlternative.shared(figures[index].outcome, outcome)
        }
    }

    // MARK: Alternative by alternative

    private mutating func assess(
        _ alternative: RuleAlternative, of reading: RuleReadingCase, _ facts: CompactCase, _ unit: CompactUnit,
        _ asked: StanceSet, _ limits: DeMinimis.Limits
    ) {
        switch alternative {
        case .whollyObtained:
            // Reached only with non-originating materials, which neither WO nor PE allows.
            append(.notMet)
        case .changeInTariffClassification(let change):
            assess(change, of: reading, facts, unit, asked, limits)
        case .regionalValueContent(let threshold):
            for figures in figures {
                alternatives.append(AlternativeAssessment(outcome: Outcome(RegionalValueContent.isReached(
                    threshold, figures.values, fob: unit.fob, costs: unit.costs))))
            }
        case .chemicalReaction:
            append(ChemicalReactionRule.outcome(unit.reaction))
        }
    }

    /// The same under every stance.
    private mutating func append(_ outcome: Outcome) {
        for _ in 0..<Stance.count { alternatives.append(AlternativeAssessment(outcome: outcome)) }
    }

    private mutating func assess(
        _ change: TariffChange, of reading: RuleReadingCase, _ facts: CompactCase, _ unit: CompactUnit,
        _ asked: StanceSet, _ limits: DeMinimis.Limits
    ) {
        tallyFailing(change, of: reading, facts)
        let test = DeMinimis.Test(limits, unit, chapter: reading.code.prefix(.chapter).number)
        for index in 0..<Stance.count {
            let stance = Stance(rawValue: UInt8(index))
            guard asked.contains(stance) else {
                alternatives.append(AlternativeAssessment(outcome: .undetermined))
                continue
            }
            var result = ChangeAssessment()
            for (place, lines) in classes.enumerated() where lines.nonOriginating.contains(stance) {
                result.failing += tallies[place]
            }
            let atBest = test.outcome(result.certain)
            let atWorst = test.outcome(result.possible)
            result.change = atBest == atWorst ? atBest : .undetermined
            if let share = change.activeIngredientShare { result.proviso = proviso(share, stance) }
            alternatives.append(AlternativeAssessment(
                outcome: result.change.and(result.proviso ?? .met), change: result))
        }
    }

    /// What did not undergo the change, class by class.
    private mutating func tallyFailing(_ change: TariffChange, of reading: RuleReadingCase, _ facts: CompactCase) {
        tallies.removeAll(keepingCapacity: true)
        for _ in classes { tallies.append(ChangeTally()) }
        let good = reading.code.number
        facts.lines.withUnsafeBufferPointer { buffer in
            for line in lines where line.role == .material && !line.nonOriginating.isEmpty {
                let index = Int(line.index)
                switch ChangeInTariffClassification.outcome(change, of: buffer[index], to: good, facts) {
                case .met: continue
                case .undetermined: break
                case .notMet: tallies[Int(line.place)].certain.add(buffer[index])
                }
                tallies[Int(line.place)].possible.add(buffer[index])
            }
        }
    }

    private func proviso(_ share: Percentage, _ stance: Stance) -> Outcome {
        var tally = ActiveIngredientTally()
        for lines in classes where lines.counts.contains(stance) {
            tally.add(lines.activeIngredients, areOriginating: !lines.nonOriginating.contains(stance))
        }
        return ActiveIngredients.outcome(tally, share: share)
    }
}

extension LineClass {
    /// What each article counts of a line.
    @inline(__always)
    fileprivate mutating func add(_ line: CompactLine, _ role: Material.Role) {
        if role.isPartOfGood { parts += 1 }
        if RegionalValueContent.counts(role) {
            value += line.value
            deductions += line.deductions
        }
        if line.activeIngredient, role == .material { activeIngredients.add(line) }
    }
}

// MARK: - One stance, for explaining it

extension UnitEvaluation {
    func countedLines(_ stance: Stance) -> [CountedLine] { lines.compactMap { $0.line(stance) } }

    func assessment(_ stance: Stance, _ facts: CompactCase) -> UnitAssessment {
        let figures = self[stance]
        var readings: [ReadingAssessment] = []
        if figures.way == .productSpecificRule {
            var first = 0
            for reading in facts.units[unit].readings {
                let places = first..<first + reading.alternatives.count
                readings.append(ReadingAssessment(places.map { alternative($0, stance) }))
                first = places.upperBound
            }
        }
        return UnitAssessment(
            way: figures.way, outcome: figures.outcome, counted: countedLines(stance),
            values: figures.values, readings: readings,
            intermediates: intermediates.map {
                IntermediateAssessment(line: $0.line, assessment: $0.evaluation.assessment(stance, facts))
            },
            onlyMinimalOperations: figures.onlyMinimalOperations)
    }
}
