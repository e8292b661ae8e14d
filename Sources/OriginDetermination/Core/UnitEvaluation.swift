import OriginModel
import OriginRules

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
    /// Of the rule's readings one after the other, each alternative once for every stance; those that were not asked
    /// mean nothing.
    private var alternatives: [AlternativeAssessment] = []
    /// Of the same, what each confers.
    private(set) var criteria: [Criterion] = []
    /// Where among them each reading ends.
    private(set) var readingEnds: [Int] = []
    /// By class, of the alternative that is being looked at.
    private var tallies: [ChangeTally] = []
    private(set) var intermediates: [Intermediate] = []
    /// Lines that, as claimed, fail the first change in tariff classification of all readings; means nothing where none
    /// is asked.
    private(set) var failingFirstChange: [Int32] = []
    private var isFirstChange = true

    subscript(_ stance: Stance) -> Figures { figures[stance.index] }

    /// - Parameter alternative: of all readings, one after the other.
    func alternative(_ alternative: Int, _ stance: Stance) -> AlternativeAssessment {
        alternatives[alternative * Stance.count + stance.index]
    }

    /// A unit is judged after its intermediates, so that each is judged once (3.12).
    mutating func evaluate(_ facts: CompactCase, unit: Int, under stances: StanceSet, _ limits: DeMinimis.Limits) {
        self.unit = unit
        let subject = facts.units[unit]
        lines.removeAll(keepingCapacity: true)
        startClasses()
        intermediates.removeAll(keepingCapacity: true)
        facts.lines.withUnsafeBufferPointer { buffer in
            var position = subject.lines.lowerBound
            while position < subject.lines.upperBound {
                position = countBought(buffer, from: position, to: subject.lines.upperBound)
                guard position < subject.lines.upperBound else { break }
                countIntermediate(facts, line: position, under: stances, limits)
                position = buffer[position].end
            }
        }
        sumUp(under: stances, whollyObtainedNamed: subject.whollyObtained)
        judge(facts, subject, under: stances, limits)
    }

    // MARK: Each line once

    /// Counts bought lines until an intermediate stands in the way.
    private mutating func countBought(
        _ buffer: UnsafeBufferPointer<CompactLine>, from first: Int, to end: Int
    ) -> Int {
        var position = first
        classes.withUnsafeMutableBufferPointer { classes in
            lines.append(addingCapacity: end - first) { lines in
                while position < end, buffer[position].unit < 0 {
                    let nonOriginating = buffer[position].nonOriginatingStances
                    let place = nonOriginating.usualPlace
                    classes[place].add(buffer[position], buffer[position].role)
                    lines.append(ClassedLine(
                        index: Int32(truncatingIfNeeded: position), role: buffer[position].role,
                        place: UInt8(truncatingIfNeeded: place), counts: .all, nonOriginating: nonOriginating))
                    // What a line is made of is passed over with it, where that decides nothing (3.8, 3.10).
                    position = buffer[position].end
                }
            }
        }
        return position
    }

    /// The classes of bought lines, which count under every stance, at their usual places.
    private mutating func startClasses() {
        if classes.count != StanceSet.usual.count { classes = StanceSet.usual.map(LineClass.empty) }
        for place in classes.indices { classes[place] = .empty(StanceSet.usual[place]) }
    }

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
            let place = place(counted.counts, counted.nonOriginating)
            classes[place].add(facts.lines[counted.index], counted.role)
            lines.append(ClassedLine(
                index: Int32(truncatingIfNeeded: counted.index), role: counted.role,
                place: UInt8(truncatingIfNeeded: place), counts: counted.counts, nonOriginating: counted.nonOriginating))
        }
        intermediates.append(Intermediate(line: index, evaluation: evaluation))
    }

    // MARK: Stance by stance

    private mutating func sumUp(under stances: StanceSet, whollyObtainedNamed: Bool) {
        for stance in stances {
            var values = ValueTally()
            var (originating, nonOriginating) = (0, 0)
            for place in classes.indices where classes[place].counts.contains(stance) {
                if classes[place].nonOriginating.contains(stance) {
                    nonOriginating += classes[place].parts
                    values.nonOriginating += classes[place].value - classes[place].deductions
                    values.deductions += classes[place].deductions
                } else {
                    originating += classes[place].parts
                    values.originating += classes[place].value
                }
            }
            let way = OriginatingGoods.way(
                originating: originating, nonOriginating: nonOriginating, whollyObtainedNamed: whollyObtainedNamed)
            figures[stance.index] = Figures(way: way, values: values)
        }
    }

    private mutating func judge(
        _ facts: CompactCase, _ unit: CompactUnit, under stances: StanceSet, _ limits: DeMinimis.Limits
    ) {
        var asked = StanceSet.none
        for stance in stances {
            switch figures[stance.index].way {
            case .whollyObtained, .producedExclusively: figures[stance.index].outcome = .met
            case .nothingStated: figures[stance.index].outcome = .undetermined
            case .productSpecificRule: asked.insert(stance)
            }
        }
        guard !asked.isEmpty else { return }
        var first = 0
        criteria.removeAll(keepingCapacity: true)
        readingEnds.removeAll(keepingCapacity: true)
        failingFirstChange.removeAll(keepingCapacity: true)
        isFirstChange = true
        for place in unit.readings {
            let reading = facts.rules.readings[place]
            let end = first + reading.alternatives.count
            makeRoom(forAlternatives: end)
            for (offset, alternative) in reading.alternatives.enumerated() {
                criteria.append(facts.rules.alternatives[alternative].criterion)
                assess(
                    facts.rules.alternatives[alternative], at: first + offset, chapter: reading.chapter, facts, unit,
                    asked, limits)
            }
            conclude(first..<end, isFirst: readingEnds.isEmpty, asked)
            readingEnds.append(end)
            first = end
        }
        guard MinimalOperations.preventOrigin(unit.operations) else { return }
        for stance in asked {
            figures[stance.index].onlyMinimalOperations = true
            figures[stance.index].outcome = .notMet
        }
    }

    private mutating func makeRoom(forAlternatives count: Int) {
        let missing = count * Stance.count - alternatives.count
        guard missing > 0 else { return }
        alternatives.append(contentsOf: repeatElement(AlternativeAssessment(outcome: .undetermined), count: missing))
    }

    /// The outcome of a reading joined to that of those before it.
    private mutating func conclude(_ reading: Range<Int>, isFirst: Bool, _ asked: StanceSet) {
        for stance in asked {
            var outcome = Outcome.notMet
            for alternative in reading { outcome = outcome.or(self.alternative(alternative, stance).outcome) }
            figures[stance.index].outcome =
                isFirst ? outcome : ChoiceOfAlternative.shared(figures[stance.index].outcome, outcome)
        }
    }

    // MARK: Alternative by alternative

    private mutating func assess(
        _ alternative: CompactRules.Alternative, at place: Int, chapter: UInt32, _ facts: CompactCase,
        _ unit: CompactUnit, _ asked: StanceSet, _ limits: DeMinimis.Limits
    ) {
        switch alternative.criterion {
        case .whollyObtained, .producedExclusively:
            // Reached only with non-originating materials, which neither WO nor PE allows.
            for stance in asked { put(.notMet, place, stance) }
        case .changeInTariffClassification:
            tallyFailing(alternative, facts)
            let test = DeMinimis.Test(limits, unit, chapter: chapter)
            let share = facts.rules.share(alternative)
            for stance in asked { assessChange(share: share, at: place, stance, test) }
        case .regionalValueContent:
            guard let threshold = facts.rules.share(alternative) else {
                preconditionFailure("a rule on regional value content states its threshold")
            }
            for stance in asked {
                let isReached = RegionalValueContent.isReached(
                    threshold, figures[stance.index].values, fob: unit.fob, costs: unit.costs)
                put(Outcome(isReached), place, stance)
            }
        case .chemicalReaction:
            for stance in asked { put(ChemicalReactionRule.outcome(unit.reaction), place, stance) }
        }
    }

    @inline(always)
    private mutating func put(_ outcome: Outcome, _ place: Int, _ stance: Stance) {
        alternatives[place * Stance.count + stance.index].outcome = outcome
        alternatives[place * Stance.count + stance.index].change = nil
    }

    private mutating func assessChange(share: Percentage?, at place: Int, _ stance: Stance, _ test: DeMinimis.Test) {
        var result = ChangeAssessment()
        for place in classes.indices
        where tallies[place].possible.count > 0 && classes[place].nonOriginating.contains(stance) {
            result.failing += tallies[place]
        }
        let atBest = test.outcome(result.certain)
        let atWorst = test.outcome(result.possible)
        result.change = atBest == atWorst ? atBest : .undetermined
        if let share { result.proviso = proviso(share, stance) }
        put(result.change.and(result.proviso ?? .met), place, stance)
        alternatives[place * Stance.count + stance.index].change = result
    }

    /// What did not undergo the change, class by class.
    private mutating func tallyFailing(_ change: CompactRules.Alternative, _ facts: CompactCase) {
        if tallies.count < classes.count {
            tallies.append(contentsOf: repeatElement(ChangeTally(), count: classes.count - tallies.count))
        }
        tallies.withUnsafeMutableBufferPointer { tallies in
            tallies.update(repeating: ChangeTally())
            facts.lines.withUnsafeBufferPointer { buffer in
                for line in lines where line.role == .material && !line.nonOriginating.isEmpty {
                    let index = Int(line.index)
                    switch ChangeInTariffClassification.outcome(change, of: buffer[index], facts) {
                    case .met: continue
                    case .undetermined: break
                    case .notMet: tallies[Int(line.place)].certain.add(buffer[index])
                    }
                    tallies[Int(line.place)].possible.add(buffer[index])
                    if isFirstChange, line.nonOriginating.contains(.claimed) { failingFirstChange.append(line.index) }
                }
            }
        }
        isFirstChange = false
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
    /// Of lines that count under every stance.
    fileprivate static func empty(_ nonOriginating: StanceSet) -> LineClass {
        LineClass(counts: .all, nonOriginating: nonOriginating)
    }

    /// What each article counts of a line.
    @inline(always)
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
    func countedLines(_ stance: Stance) -> [CountedLine] {
        var counted: [CountedLine] = []
        counted.reserveCapacity(lines.count)
        for line in lines {
            if let line = line.line(stance) { counted.append(line) }
        }
        return counted
    }

    func assessment(_ stance: Stance) -> UnitAssessment {
        let figures = self[stance]
        var readings: [ReadingAssessment] = []
        if figures.way == .productSpecificRule {
            var first = 0
            for end in readingEnds {
                readings.append(ReadingAssessment((first..<end).map { alternative($0, stance) }))
                first = end
            }
        }
        return UnitAssessment(
            way: figures.way, outcome: figures.outcome, counted: countedLines(stance),
            values: figures.values, readings: readings,
            intermediates: intermediates.map {
                IntermediateAssessment(line: $0.line, assessment: $0.evaluation.assessment(stance))
            },
            onlyMinimalOperations: figures.onlyMinimalOperations)
    }
}
