import HarmonizedSystem
import OriginModel
import OriginRules

/// The proof of the first exporting Party on which a back-to-back proof rests (Article 3.19), and what was drawn on it
/// before.
public struct OriginalProof: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case certificateOfOrigin, declarationOfOrigin
    }

    public var kind: Kind
    public var number: String
    public var issued: CalendarDate
    /// The last day; nil: one year from its issue (Article 3.16).
    public var validUntil: CalendarDate?
    /// The first exporting Party.
    public var exportingParty: CountryCode
    /// Of the approved exporter who completed it.
    public var authorisationCode: String?
    public var items: [Item]
    /// Proofs that were issued on it before.
    public var uses: [Use]
    /// What was done with the goods in the intermediate Party.
    public var operations: [Operation]

    public init(
        kind: Kind, number: String, issued: CalendarDate, validUntil: CalendarDate? = nil,
        exportingParty: CountryCode, authorisationCode: String? = nil, items: [Item], uses: [Use] = [],
        operations: [Operation] = []
    ) {
        self.kind = kind
        self.number = number
        self.issued = issued
        self.validUntil = validUntil
        self.exportingParty = exportingParty
        self.authorisationCode = authorisationCode
        self.items = items
        self.uses = uses
        self.operations = operations
    }

    public struct Item: Sendable, Hashable {
        /// As items of the shipment refer to it.
        public var id: String
        public var description: String
        public var hsCode: HSCode
        public var criterion: Criterion
        public var supplements: [Supplement]
        public var countryOfOrigin: CountryCode
        public var quantity: Quantity
        public var fob: Money?

        public init(
            id: String, description: String, hsCode: HSCode, criterion: Criterion, supplements: [Supplement] = [],
            countryOfOrigin: CountryCode, quantity: Quantity, fob: Money? = nil
        ) {
            self.id = id
            self.description = description
            self.hsCode = hsCode
            self.criterion = criterion
            self.supplements = supplements
            self.countryOfOrigin = countryOfOrigin
            self.quantity = quantity
            self.fob = fob
        }
    }

    /// A quantity already sent on under another proof.
    public struct Use: Sendable, Hashable {
        public var proof: String
        public var item: String
        public var quantity: Quantity

        public init(proof: String, item: String, quantity: Quantity) {
            self.proof = proof
            self.item = item
            self.quantity = quantity
        }
    }

    /// What 3.19 lets be done with the goods on their way, and anything else.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        case repacking, logistics, splitting, labelling, preservation
        /// Anything further: no back-to-back proof may be issued.
        case other
    }
}
