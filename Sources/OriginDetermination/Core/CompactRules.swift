import HarmonizedSystem
import OriginRules

/// Rules as plain numbers in flat tables: millions of goods are held against them without following, or counting, a
/// reference. In words the same stands in `RuleReadingCase`.
///
/// Numbers are no wider than they need be: the rules of the whole annex then stay near the core.
package struct CompactRules: Sendable {
    /// One way to read which rule applies.
    struct Reading: Sendable {
        /// Of the good.
        let chapter: UInt32
        let branch: Int32?
        fileprivate let first: Int32
        fileprivate let end: Int32

        /// Into `alternatives`.
        var alternatives: Range<Int> { Int(first)..<Int(end) }
    }

    struct Alternative: Sendable {
        let criterion: Criterion
        /// Whether `share` says something.
        fileprivate let hasShare: Bool
        fileprivate let share: UInt16
        /// CTC: the first and the last subheading of the same chapter, heading or subheading as the good.
        fileprivate let (firstUnchanged, lastUnchanged): (UInt32, UInt32)
        fileprivate let firstException: UInt32
        fileprivate let endOfExceptions: UInt32
    }

    private(set) var readings: [Reading] = []
    private(set) var alternatives: [Alternative] = []
    /// Of all alternatives, one after the other.
    private var exceptions: [ClosedRange<UInt32>] = []
    /// Those that occur, each once.
    private var shares: [Percentage] = []

    package init() {}
}

extension CompactRules {
    /// RVC: the threshold. CTC: for 38.08, the share of active ingredients that must be originating.
    @inline(always)
    func share(_ alternative: Alternative) -> Percentage? {
        alternative.hasShare ? shares[Int(alternative.share)] : nil
    }

    /// CTC: whether a material of this code lies in the same chapter, heading or subheading as the good.
    @inline(always)
    func isUnchanged(_ material: UInt32, _ alternative: Alternative) -> Bool {
        material >= alternative.firstUnchanged && material <= alternative.lastUnchanged
    }

    /// CTC: whether a material of this code is excepted.
    @inline(always)
    func isExcepted(_ material: UInt32, _ alternative: Alternative) -> Bool {
        for place in alternative.firstException..<alternative.endOfExceptions
        where exceptions[Int(place)].contains(material) {
            return true
        }
        return false
    }

    /// The reading of a branch, of some readings of a rule; nil where none has it.
    package func reading(ofBranch branch: Int, among places: Range<Int>) -> Int? {
        places.first { readings[$0].branch.map(Int.init) == branch }
    }
}

// MARK: - Adding rules

extension CompactRules {
    /// Appends readings; returns where they stand.
    mutating func add(_ cases: some Sequence<RuleReadingCase>) -> Range<Int> {
        let first = readings.count
        for reading in cases { add(reading) }
        return first..<readings.count
    }

    private mutating func add(_ reading: RuleReadingCase) {
        let first = Int32(alternatives.count)
        for alternative in reading.alternatives { add(alternative, of: reading.code) }
        readings.append(Reading(
            chapter: reading.code.prefix(.chapter).number, branch: reading.branch.map(Int32.init), first: first,
            end: Int32(alternatives.count)))
    }

    private mutating func add(_ alternative: RuleAlternative, of good: HSCode) {
        var share: Percentage?
        var unchanged = good.subheadings
        let first = UInt32(exceptions.count)
        switch alternative {
        case .whollyObtained, .chemicalReaction: break
        case .regionalValueContent(let threshold): share = threshold
        case .changeInTariffClassification(let change):
            share = change.activeIngredientShare
            unchanged = good.prefix(change.level).subheadings
            for range in change.exceptions { exceptions.append(range.subheadings) }
        }
        alternatives.append(Alternative(
            criterion: alternative.criterion, hasShare: share != nil, share: share.map { place(of: $0) } ?? 0,
            firstUnchanged: unchanged.lowerBound, lastUnchanged: unchanged.upperBound, firstException: first,
            endOfExceptions: UInt32(exceptions.count)))
    }

    private mutating func place(of share: Percentage) -> UInt16 {
        if let place = shares.firstIndex(of: share) { return UInt16(place) }
        shares.append(share)
        return UInt16(shares.count - 1)
    }
}
