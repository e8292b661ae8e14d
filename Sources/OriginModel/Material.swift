import HarmonizedSystem

/// A good used in the production of another good.
public struct Material: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case originating, nonOriginating, undetermined
    }

    public enum Role: String, Sendable, Hashable, CaseIterable {
        case material, retailPackaging, shippingPackaging, accessory, indirect
    }

    public var id: String
    public var description: String
    public var hsCode: StatedHSCode
    /// Value of Article 3.5.3: CIF if imported, the price paid or payable if obtained in a Party.
    public var value: Money
    public var status: Status
    /// The Party where it originates, or the country it comes from.
    public var country: CountryCode?
    public var evidence: Evidence?
    public var role: Role
    /// Kept apart, since few materials have any and materials are moved often.
    @usableFromInline var statedDeductions: KeptApart<Deductions>?
    public var deductions: Deductions? {
        get { statedDeductions?.value }
        set { statedDeductions = newValue.map(KeptApart.stated) }
    }
    @inlinable package var hasDeductions: Bool { statedDeductions != nil }
    public var netWeightKg: ExactDecimal?
    /// For heading 38.08; nil when not stated.
    public var activeIngredient: Bool?
    public var accessory: AccessoryTerms?
    public var selfProduced: SelfProduced?
    @inlinable package var isSelfProduced: Bool {
        if case .none = selfProduced { false } else { true }
    }
}

extension Material {
    // Outside the type, so that Swift still makes the initialiser that this one calls: written out inside, it would
    // copy the whole material once it is made.
    public init(
        id: String, description: String, hsCode: StatedHSCode, value: Money, status: Status,
        country: CountryCode? = nil, evidence: Evidence? = nil, role: Role = .material,
        deductions: Deductions? = nil, netWeightKg: ExactDecimal? = nil, activeIngredient: Bool? = nil,
        accessory: AccessoryTerms? = nil, selfProduced: SelfProduced? = nil
    ) {
        self.init(
            id: id, description: description, hsCode: hsCode, value: value, status: status, country: country,
            evidence: evidence, role: role, statedDeductions: deductions.map(KeptApart.stated),
            netWeightKg: netWeightKg, activeIngredient: activeIngredient, accessory: accessory,
            selfProduced: selfProduced)
    }
}

/// A value that lies elsewhere in memory than what it belongs to.
@usableFromInline
indirect enum KeptApart<Value: Sendable & Hashable>: Sendable, Hashable {
    case stated(Value)

    var value: Value {
        switch self {
        case .stated(let value): value
        }
    }
}

/// A paper that shows the origin of a material.
public struct Evidence: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case certificateOfOrigin, declarationOfOrigin, supplierDeclaration, producerRecords
    }

    public var kind: Kind
    public var reference: String
    public var date: CalendarDate
    public var validUntil: CalendarDate?

    public init(kind: Kind, reference: String, date: CalendarDate, validUntil: CalendarDate? = nil) {
        self.kind = kind
        self.reference = reference
        self.date = date
        self.validUntil = validUntil
    }
}

/// What Article 3.5.5 lets be taken off the value of a non-originating material, where evidence is named.
public struct Deductions: Sendable, Hashable {
    public struct Item: Sendable, Hashable {
        public var value: Money
        /// Reference of the evidence; empty: no deduction.
        public var evidence: String

        public init(value: Money, evidence: String) {
            self.value = value
            self.evidence = evidence
        }
    }

    /// 3.5.5(a): freight, insurance, packing and other transport costs.
    public var transport: Item?
    /// 3.5.5(b): duties, taxes and brokerage.
    public var duties: Item?
    /// 3.5.5(c): waste and spillage, less scrap.
    public var waste: Item?

    public init(transport: Item? = nil, duties: Item? = nil, waste: Item? = nil) {
        self.transport = transport
        self.duties = duties
        self.waste = waste
    }
}

/// The terms that make an accessory part of the good (Article 3.9).
public struct AccessoryTerms: Sendable, Hashable {
    public var invoicedSeparately: Bool
    /// Quantity and value are customary.
    public var customary: Bool

    public init(invoicedSeparately: Bool, customary: Bool) {
        self.invoicedSeparately = invoicedSeparately
        self.customary = customary
    }
}

/// An intermediate made by the producer of the good, judged by its own rule (Article 3.12).
public struct SelfProduced: Sendable, Hashable {
    public var operations: [Operation]
    public var chemicalReaction: ChemicalReaction?
    /// At least one that is a material or an accessory.
    public var materials: [Material]

    public init(operations: [Operation] = [], chemicalReaction: ChemicalReaction? = nil, materials: [Material]) {
        self.operations = operations
        self.chemicalReaction = chemicalReaction
        self.materials = materials
    }
}
