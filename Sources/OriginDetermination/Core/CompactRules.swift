import HarmonizedSystem
import OriginRules

/// Rules as plain numbers in flat tables: millions of goods are held against them without following, or counting, a
/// reference. In words the same stands in `RuleReadingCase`.
package struct CompactRules: Sendable {
    /// One way to read which rule applies.
    struct Reading: Sendable {
        /// Of the good.
        let chapter: UInt32
        let branch: Int?
        /// Into `alternatives`.
        let alternatives: Range<Int>
    }

    struct Alternative: Sendable {
        let criterion: Criterion
        /// RVC: the threshold. CTC: for 38.08, the share of active ingredients that must be originating.
        let share: Percentage?
        /// CTC: subheadings that lie in the same chapter, heading or subheading as the good.
        let unchanged: ClosedRange<UInt32>
        /// CTC: into the `exceptions` of the table.
        let exceptions: Range<Int>
    }

    private(set) var readings: [Reading] = []
    private(set) var alternatives: [Alternative] = []
    private(set) var exceptions: [CodeRange] = []

    package init() {}

    /// The reading of a branch, of some readings of a rule; nil where none has it.
    package func reading(ofBranch branch: Int, among places: Range<Int>) -> Int? {
        places.first { readings[$0].branch == branch }
    }

    /// Appends readings; returns where they stand.
    mutating func add(_ cases: some Sequence<RuleReadingCase>) -> Range<Int> {
        let first = readings.count
        for reading in cases { add(reading) }
        return first..<readings.count
    }

    private mutating func add(_ reading: RuleReadingCase) {
        let first = alternatives.count
        for alternative in reading.alternatives { add(alternative, of: reading.code) }
        readings.append(Reading(
            chapter: reading.code.prefix(.chapter).number, branch: reading.branch,
            alternatives: first..<alternatives.count))
    }

    private mutating func add(_ alternative: RuleAlternative, of good: HSCode) {
        var share: Percentage?
        var unchanged = good.subheadings
        let first = exceptions.count
        switch alternative {
        case .whollyObtained, .chemicalReaction: break
        case .regionalValueContent(let threshold): share = threshold
        case .changeInTariffClassification(let change):
            share = change.activeIngredientShare
            unchanged = good.prefix(change.level).subheadings
            exceptions += change.exceptions
        }
        alternatives.append(Alternative(
            criterion: alternative.criterion, share: share, unchanged: unchanged, exceptions: first..<exceptions.count))
    }
}
