/// How the good was made.
public struct Production: Sendable, Hashable {
    /// Category of Article 3.3 the good is claimed under.
    public var whollyObtained: WhollyObtainedCategory?
    /// Empty when not stated.
    public var operations: [Operation]
    public var chemicalReaction: ChemicalReaction?

    public init(
        whollyObtained: WhollyObtainedCategory? = nil, operations: [Operation] = [],
        chemicalReaction: ChemicalReaction? = nil
    ) {
        self.whollyObtained = whollyObtained
        self.operations = operations
        self.chemicalReaction = chemicalReaction
    }
}

/// The ten categories of Article 3.3.
public enum WhollyObtainedCategory: String, Sendable, Hashable, CaseIterable {
    case a, b, c, d, e, f, g, h, i, j
}

/// The ten kinds of Article 3.6, (a) to (j).
public enum MinimalOperationKind: String, Sendable, Hashable, CaseIterable {
    case a, b, c, d, e, f, g, h, i, j
}

public struct Operation: Sendable, Hashable {
    public var description: String
    /// nil: more than minimal.
    public var minimal: MinimalOperationKind?

    public init(description: String, minimal: MinimalOperationKind? = nil) {
        self.description = description
        self.minimal = minimal
    }
}

/// What is stated of a chemical reaction (headnote 7 of Annex 3A, CR); nothing stated is nil where this is optional.
public enum ChemicalReaction: Sendable, Hashable {
    /// It is stated that there was none.
    case absent
    case stated(party: CountryCode, description: String)
}
