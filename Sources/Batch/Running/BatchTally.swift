import OriginDetermination
import OriginRules

/// Counts for the summary.
package struct BatchTally: Sendable, Equatable {
    /// Verdicts of the goods of a chapter.
    package struct Chapter: Sendable, Equatable {
        package var originating = 0
        package var notOriginating = 0
        package var undetermined = 0
        package var errors = 0

        package init() {}
    }

    package var goods = 0
    package var lines = 0
    package var originating = 0
    package var notOriginating = 0
    package var undetermined = 0
    package var errors = 0
    /// Originating goods whose verdict on evidence is another.
    package var withoutEvidence = 0
    package var problems = 0
    /// Rows of materials that belong to no good of the batch.
    package var strays = 0
    /// By the place of the criterion in `Criterion.allCases`.
    package var criteria = [Int](repeating: 0, count: Criterion.allCases.count)
    /// Originating, but no criterion is met whichever branch of the rule applies.
    package var withoutCriterion = 0
    /// By number of the chapter; 0 where the code cannot be read.
    package var chapters = [Chapter](repeating: Chapter(), count: 100)
    /// Why goods do not originate or are not determined, by the place in `CompactAnswer.Failure.allCases`.
    package var reasons = [Int](repeating: 0, count: CompactAnswer.Failure.allCases.count)

    package init() {}

    package mutating func add(_ other: BatchTally) {
        goods += other.goods
        lines += other.lines
        originating += other.originating
        notOriginating += other.notOriginating
        undetermined += other.undetermined
        errors += other.errors
        withoutEvidence += other.withoutEvidence
        problems += other.problems
        strays += other.strays
        withoutCriterion += other.withoutCriterion
        for index in criteria.indices { criteria[index] += other.criteria[index] }
        for index in reasons.indices { reasons[index] += other.reasons[index] }
        for index in chapters.indices {
            chapters[index].originating += other.chapters[index].originating
            chapters[index].notOriginating += other.chapters[index].notOriginating
            chapters[index].undetermined += other.chapters[index].undetermined
            chapters[index].errors += other.chapters[index].errors
        }
    }

    mutating func count(_ answer: CompactAnswer, chapter: Int) {
        goods += 1
        switch answer.verdict {
        case .originating:
            originating += 1
            chapters[chapter].originating += 1
            if answer.verdictOnEvidence != .originating { withoutEvidence += 1 }
            if let criterion = answer.criterion {
                criteria[criterion.place] += 1
            } else {
                withoutCriterion += 1
            }
        case .notOriginating:
            notOriginating += 1
            chapters[chapter].notOriginating += 1
        case .undetermined:
            undetermined += 1
            chapters[chapter].undetermined += 1
        }
        guard answer.failures != 0 else { return }
        var left = answer.failures
        while left != 0 {
            reasons[left.trailingZeroBitCount] += 1
            left &= left - 1
        }
    }

    mutating func countError(chapter: Int) {
        goods += 1
        errors += 1
        chapters[chapter].errors += 1
    }
}

extension Criterion {
    /// In `allCases`.
    fileprivate var place: Int {
        switch self {
        case .whollyObtained: 0
        case .producedExclusively: 1
        case .changeInTariffClassification: 2
        case .regionalValueContent: 3
        case .chemicalReaction: 4
        }
    }
}
