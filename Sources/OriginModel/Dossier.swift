import HarmonizedSystem

/// A good and what it is made of: the facts a determination rests on (`rcep-dossier/1`).
public struct Dossier: Sendable, Hashable {
    public var good: Good
    /// Where the good is produced and from where it is exported.
    public var exportingParty: CountryCode
    public var importingParty: CountryCode?
    /// Digits of the good's line in the importing Party's tariff; its Appendix list names such lines (Article 2.6.3).
    public var importingTariffLine: String?
    /// Date of the determination; nil leaves it to the caller.
    public var date: CalendarDate?
    public var production: Production
    public var materials: [Material]
    public var costs: Costs?
    public var exchangeRates: [ExchangeRate]
    /// Places between the exporting and the importing Party, in order (Article 3.15).
    public var route: [RouteStop]
    public var inventoryMethod: InventoryMethod?

    public init(
        good: Good, exportingParty: CountryCode, importingParty: CountryCode? = nil, date: CalendarDate? = nil,
        production: Production = Production(), materials: [Material] = [], costs: Costs? = nil,
        exchangeRates: [ExchangeRate] = [], route: [RouteStop] = [], inventoryMethod: InventoryMethod? = nil,
        importingTariffLine: String? = nil
    ) {
        self.good = good
        self.exportingParty = exportingParty
        self.importingParty = importingParty
        self.date = date
        self.production = production
        self.materials = materials
        self.costs = costs
        self.exchangeRates = exchangeRates
        self.route = route
        self.inventoryMethod = inventoryMethod
        self.importingTariffLine = importingTariffLine
    }
}

/// A classification as somebody stated it: digits beyond the sixth are national and have been dropped.
public struct StatedHSCode: Sendable, Hashable {
    /// As written.
    public var text: String
    /// Six digits.
    public var subheading: HSCode
    public var edition: HSEdition

    public init(text: String, subheading: HSCode, edition: HSEdition = .hs2022) {
        self.text = text
        self.subheading = subheading
        self.edition = edition
    }
}

public struct Quantity: Sendable, Hashable {
    public var amount: ExactDecimal
    public var unit: String

    public init(amount: ExactDecimal, unit: String) {
        self.amount = amount
        self.unit = unit
    }
}

/// The good whose origin is asked: the unit of qualification of Article 3.13.
public struct Good: Sendable, Hashable {
    public var id: String
    public var description: String
    public var hsCode: StatedHSCode
    /// Free on board, more than zero.
    public var fob: Money
    /// What the importing Party would take duty on, where it is known; it has no part in the determination.
    public var customsValue: Money?
    public var quantity: Quantity?
    /// Total net weight of the good in kilograms, for the weight test of Article 3.7.1(b).
    public var netWeightKg: ExactDecimal?
    /// Which branch of a split rule of Annex 3A the good belongs to, from 1.
    public var ruleBranch: Int?

    public init(
        id: String, description: String, hsCode: StatedHSCode, fob: Money, quantity: Quantity? = nil,
        netWeightKg: ExactDecimal? = nil, ruleBranch: Int? = nil, customsValue: Money? = nil
    ) {
        self.id = id
        self.description = description
        self.hsCode = hsCode
        self.fob = fob
        self.customsValue = customsValue
        self.quantity = quantity
        self.netWeightKg = netWeightKg
        self.ruleBranch = ruleBranch
    }
}
