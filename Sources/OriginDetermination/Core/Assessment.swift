import OriginModel
import OriginRules

/// A line as it is counted for the good under one stance: bought, or an intermediate that stands whole, or an input in
/// the place of one that does not.
struct CountedLine: Sendable {
    let index: Int
    let nonOriginating: Bool
    let role: Material.Role

    /// Part of the good itself: what WO and PE look at (3.8 and 3.10 leave packaging and indirect materials out).
    var isPartOfGood: Bool { role.isPartOfGood }
}

extension Material.Role {
    /// 3.8 and 3.10 leave packaging and indirect materials out.
    var isPartOfGood: Bool { self == .material || self == .accessory }
}

/// Sums for Article 3.5.
struct ValueTally: Sendable {
    /// Value of non-originating materials after deductions.
    var nonOriginating: Int128 = 0
    /// What 3.5.5 took off it.
    var deductions: Int128 = 0
    /// Value of originating materials.
    var originating: Int128 = 0
}

/// Which of the three ways of Article 3.2 decides.
enum Way: Sendable {
    case whollyObtained
    case producedExclusively
    case productSpecificRule
    /// No material and no category of 3.3: nothing can be said.
    case nothingStated
}

/// What the evaluator found of the good or of an intermediate, under one stance.
struct UnitAssessment: Sendable {
    let way: Way
    let outcome: Outcome
    let counted: [CountedLine]
    let values: ValueTally
    /// Empty unless the product-specific rule was reached.
    let readings: [ReadingAssessment]
    let intermediates: [IntermediateAssessment]

    /// Stated operations are all minimal and non-originating materials are used (3.6).
    let onlyMinimalOperations: Bool
}

struct IntermediateAssessment: Sendable {
    /// Index into the lines.
    let line: Int
    let assessment: UnitAssessment

    /// Counts whole, as an originating material (3.12).
    var standsWhole: Bool { assessment.outcome == .met }
}

struct ReadingAssessment: Sendable {
    let outcome: Outcome
    let alternatives: [AlternativeAssessment]

    init(_ alternatives: [AlternativeAssessment]) {
        outcome = alternatives.reduce(.notMet) { $0.or($1.outcome) }
        self.alternatives = alternatives
    }
}

struct AlternativeAssessment: Sendable {
    var outcome: Outcome
    /// Set for a change in tariff classification.
    var change: ChangeAssessment?
}

/// The sums behind a change in tariff classification.
struct ChangeAssessment: Sendable {
    /// What did not undergo the change.
    var failing = ChangeTally()
    /// The change without the proviso of 38.08.
    var change: Outcome = .met
    /// Outcome of that proviso; nil where the rule has none.
    var proviso: Outcome?

    var certain: FailingTally { failing.certain }
    var possible: FailingTally { failing.possible }

    /// The change would not hold without Article 3.7.
    var needsDeMinimis: Bool { possible.count > 0 }
}

/// Materials that did not undergo a change for certain, and those of which it is uncertain as well.
struct ChangeTally: Sendable {
    var certain = FailingTally()
    var possible = FailingTally()

    static func += (left: inout ChangeTally, right: ChangeTally) {
        left.certain += right.certain
        left.possible += right.possible
    }
}

struct FailingTally: Sendable {
    var count = 0
    /// Value of Article 3.5.3, no deductions.
    var value: Int128 = 0
    var weight: Int128 = 0
    var weightsMissing = 0

    mutating func add(_ line: CompactLine) {
        count += 1
        value += line.value
        if line.weight < 0 { weightsMissing += 1 } else { weight += line.weight }
    }

    static func += (left: inout FailingTally, right: FailingTally) {
        left.count += right.count
        left.value += right.value
        left.weight += right.weight
        left.weightsMissing += right.weightsMissing
    }
}
