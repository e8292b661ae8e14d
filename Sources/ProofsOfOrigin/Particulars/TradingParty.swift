import OriginModel

/// A firm that a proof of origin names: exporter, producer, importer or consignee (Annex 3B).
public struct TradingParty: Sendable, Hashable {
    /// In English, the language of a proof (Article 3.16.4).
    public var name: String
    public var chineseName: String?
    /// In English.
    public var address: String
    public var country: CountryCode
    /// Number in a register of firms, such as the unified social credit code in China.
    public var registration: String?

    public init(
        name: String, chineseName: String? = nil, address: String, country: CountryCode, registration: String? = nil
    ) {
        self.name = name
        self.chineseName = chineseName
        self.address = address
        self.country = country
        self.registration = registration
    }
}

/// A producer's written declaration that a good it made originates (Article 3.21).
public struct ProducerDeclaration: Sendable, Hashable {
    public var reference: String
    public var date: CalendarDate

    public init(reference: String, date: CalendarDate) {
        self.reference = reference
        self.date = date
    }
}

/// What is said of who made a good (box 3, overleaf note 3).
public enum ProducerStatement: Sendable, Hashable {
    case named(TradingParty)
    /// The exporter keeps the producer's name back; the authorities may ask for it.
    case confidential
    case notAvailable
}
