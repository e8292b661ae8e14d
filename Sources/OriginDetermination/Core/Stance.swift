/// Under which supposition originating materials are looked at.
struct Stance: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// Every material as it is claimed.
    static let claimed: Stance = []
    /// Originating materials without valid evidence are undetermined.
    static let onEvidence = Stance(rawValue: 1)
    /// Originating materials of other Parties are non-originating: the question behind ACU.
    static let withoutOtherParties = Stance(rawValue: 2)
}

extension CompactLine {
    /// Whether the line counts as non-originating; undetermined ones do (3.5.4). Not for self-produced intermediates.
    func isNonOriginating(_ stance: Stance) -> Bool {
        if role == .indirect { return false }
        if status != .originating { return true }
        if stance.contains(.onEvidence), !evidenced { return true }
        return stance.contains(.withoutOtherParties) && otherParty
    }
}
