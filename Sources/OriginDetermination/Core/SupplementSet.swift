import OriginRules

/// Supplements that stand beside a criterion, as bits: there are two.
package struct SupplementSet: Sendable, Hashable {
    private(set) var bits: UInt8 = 0

    static let none = SupplementSet()
    static let cumulation = SupplementSet(bits: 1)

    var count: Int { bits.nonzeroBitCount }

    package func contains(_ supplement: Supplement) -> Bool { bits & Self.bit(supplement) != 0 }

    mutating func insert(_ supplement: Supplement) {
        bits |= Self.bit(supplement)
    }

    mutating func formUnion(_ other: SupplementSet) { bits |= other.bits }

    private static func bit(_ supplement: Supplement) -> UInt8 { supplement == .cumulation ? 1 : 2 }

    /// In the order they are stated.
    var supplements: [Supplement] { Self.lists[Int(bits)] }

    private static let lists: [[Supplement]] = [[], [.cumulation], [.deMinimis], [.cumulation, .deMinimis]]
}
