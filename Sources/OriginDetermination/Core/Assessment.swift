import OriginModel
import OriginRules

/// A line as it is counted for the good: bought, or an intermediate that stands whole, or an input in the place of one
/// that does not.
struct CountedLine: Sendable {
    let index: Int
    let nonOriginating: Bool
    let role: Material.Role

    /// Part of the good itself: what WO and PE look at (3.8 and 3.10 leave packaging and indirect materials out).
    var isPartOfGood: Bool { role == .material || role == .accessory }
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
    var way: Way
    var outcome: Outcome
    var counted: [CountedLine]
    var values: ValueTally
    /// Empty unless the product-specific rule was reached.
    var readings: [ReadingAssessment]
    var intermediates: [IntermediateAssessment]

    /// Stated operations are all minimal and non-originating materials are used (3.6).
    var onlyMinimalOperations: Bool
}

struct IntermediateAssessment: Sendable {
    /// Index into the lines.
    let line: Int
    let assessment: UnitAssessment

    /// Counts whole, as an originating material (3.12).
    var standsWhole: Bool { assessment.outcome == .met }
}

struct ReadingAssessment: Sendable {
    var outcome: Outcome
    var alternatives: [AlternativeAssessment]
}

struct AlternativeAssessment: Sendable {
    var outcome: Outcome
    /// Set for a change in tariff classification.
    var change: ChangeAssessment?
}

/// The sums behind a change in tariff classification.
struct ChangeAssessment: Sendable {
    /// Materials that did not undergo the change for certain, and those of which it is uncertain as well.
    var certain = FailingTally()
    var possible = FailingTally()
    /// The change without the proviso of 38.08.
    var change: Outcome = .met
    /// Outcome of that proviso; nil where the rule has none.
    var proviso: Outcome?

    /// The change would not hold without Article 3.7.
    var needsDeMinimis: Bool { possible.count > 0 }
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
}
