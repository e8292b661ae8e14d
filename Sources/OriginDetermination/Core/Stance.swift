/// Under which supposition originating materials are looked at.
struct Stance: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// Every material as it is claimed.
    static let claimed: Stance = []
    /// Originating materials without valid evidence are undetermined.
    static let onEvidence = Stance(rawValue: 1)
    /// Originating materials of other Parties are non-originating: the question behind ACU.
    static let withoutOtherParties = Stance(rawValue: 2)
    /// How many there are, both suppositions together being one too.
    static let count = 4

    var index: Int { Int(rawValue) }
}

/// Some of the stances, one bit for each: what holds of a line under which of them.
struct StanceSet: Sendable, Hashable {
    var bits: UInt8

    static let none = StanceSet(bits: 0)
    static let all = StanceSet(bits: 0b1111)
    /// Those that ask for evidence.
    static let onEvidence = StanceSet(bits: 0b1010)
    /// Those that leave other Parties out.
    static let withoutOtherParties = StanceSet(bits: 0b1100)

    var isEmpty: Bool { bits == 0 }

    @inline(__always)
    func contains(_ stance: Stance) -> Bool { bits >> stance.rawValue & 1 == 1 }

    func intersection(_ other: StanceSet) -> StanceSet { StanceSet(bits: bits & other.bits) }
    func union(_ other: StanceSet) -> StanceSet { StanceSet(bits: bits | other.bits) }
    func subtracting(_ other: StanceSet) -> StanceSet { StanceSet(bits: bits & ~other.bits) }
    mutating func insert(_ stance: Stance) { bits |= 1 << stance.rawValue }
}

extension CompactLine {
    /// Where the line counts as non-originating; undetermined ones do everywhere (3.5.4). Not for self-produced
    /// intermediates.
    @inline(__always)
    var nonOriginatingStances: StanceSet {
        if role == .indirect { return .none }
        if status != .originating { return .all }
        return (evidenced ? .none : StanceSet.onEvidence).union(otherParty ? .withoutOtherParties : .none)
    }

    func isNonOriginating(_ stance: Stance) -> Bool { nonOriginatingStances.contains(stance) }
}
