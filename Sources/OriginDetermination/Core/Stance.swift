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

    @inline(always)
    func contains(_ stance: Stance) -> Bool { bits >> stance.rawValue & 1 == 1 }

    func union(_ other: StanceSet) -> StanceSet { StanceSet(bits: bits | other.bits) }
    func subtracting(_ other: StanceSet) -> StanceSet { StanceSet(bits: bits & ~other.bits) }
    mutating func insert(_ stance: Stance) { bits |= 1 << stance.rawValue }
}

extension StanceSet: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate var left: UInt8

        @inline(always)
        mutating func next() -> Stance? {
            guard left != 0 else { return nil }
            defer { left &= left - 1 }
            return Stance(rawValue: UInt8(truncatingIfNeeded: left.trailingZeroBitCount))
        }
    }

    @inline(always)
    func makeIterator() -> Iterator { Iterator(left: bits) }
}

extension StanceSet {
    /// Where bought lines may count as non-originating.
    static let usual: [StanceSet] = [
        .none, .onEvidence, .withoutOtherParties, .onEvidence.union(.withoutOtherParties), .all,
    ]

    /// Place in `usual` of a set that stands there.
    @inline(always)
    var usualPlace: Int {
        // Four bits of this number for each set: 1 at 0b1010, 2 at 0b1100, 3 at 0b1110, 4 at 0b1111. Which it is changes
        // from line to line, so that looking it up is faster than asking.
        let places: UInt64 = 0x4302_0100_0000_0000
        return Int(truncatingIfNeeded: (places >> UInt64(bits * 4)) & 0xF)
    }
}

extension CompactLine {
    /// Where the line counts as non-originating; undetermined ones do everywhere (3.5.4). Not for self-produced
    /// intermediates.
    @inline(always)
    var nonOriginatingStances: StanceSet {
        // Without branches, as lines differ one from the next.
        let open: UInt8 = status == .originating ? 0 : StanceSet.all.bits
        let unproven: UInt8 = evidenced ? 0 : StanceSet.onEvidence.bits
        let foreign: UInt8 = otherParty ? StanceSet.withoutOtherParties.bits : 0
        return StanceSet(bits: role == .indirect ? 0 : open | unproven | foreign)
    }

    func isNonOriginating(_ stance: Stance) -> Bool { nonOriginatingStances.contains(stance) }
}
