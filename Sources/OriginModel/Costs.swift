/// What the direct formula of Article 3.5.1(b) adds to originating materials; a member that is nil counts as zero.
public struct Costs: Sendable, Hashable {
    public var directLabour: Money?
    public var directOverhead: Money?
    public var profit: Money?
    public var other: Money?

    public init(
        directLabour: Money? = nil, directOverhead: Money? = nil, profit: Money? = nil, other: Money? = nil
    ) {
        self.directLabour = directLabour
        self.directOverhead = directOverhead
        self.profit = profit
        self.other = other
    }
}

/// How commingled fungible goods or materials are told apart (Article 3.11).
public enum InventoryMethod: String, Sendable, Hashable, CaseIterable {
    case segregation, FIFO, LIFO, average
}
