import HarmonizedSystem
import OriginModel

/// What is sent, to whom and how: everything a proof of origin says that no dossier knows.
public struct Shipment: Sendable, Hashable {
    public var importingParty: CountryCode
    /// The importer or consignee (box 2).
    public var consignee: TradingParty?
    public var transport: Transport
    public var invoices: [Invoice]
    /// A company that invoices though it is not the exporter; in whatever country (overleaf note 10).
    public var invoicingCompany: InvoicingCompany?
    public var items: [Item]
    /// nil unless the goods came here under a proof of another Party (Article 3.19).
    public var originalProof: OriginalProof?
    /// Why the proof was not issued at the time of shipment; nil where it is (overleaf note 12).
    public var lateBecause: String?
    /// The certificate this one is a true copy of (overleaf note 13).
    public var trueCopyOf: OriginalCertificate?
    public var remarks: [String]

    public init(
        importingParty: CountryCode, consignee: TradingParty? = nil, transport: Transport = Transport(),
        invoices: [Invoice] = [], invoicingCompany: InvoicingCompany? = nil, items: [Item],
        originalProof: OriginalProof? = nil, lateBecause: String? = nil, trueCopyOf: OriginalCertificate? = nil,
        remarks: [String] = []
    ) {
        self.importingParty = importingParty
        self.consignee = consignee
        self.transport = transport
        self.invoices = invoices
        self.invoicingCompany = invoicingCompany
        self.items = items
        self.originalProof = originalProof
        self.lateBecause = lateBecause
        self.trueCopyOf = trueCopyOf
        self.remarks = remarks
    }

    /// Box 4, as far as known.
    public struct Transport: Sendable, Hashable {
        public var departure: CalendarDate?
        public var vesselOrFlight: String?
        public var portOfLoading: String?
        public var portOfDischarge: String?

        public init(
            departure: CalendarDate? = nil, vesselOrFlight: String? = nil, portOfLoading: String? = nil,
            portOfDischarge: String? = nil
        ) {
            self.departure = departure
            self.vesselOrFlight = vesselOrFlight
            self.portOfLoading = portOfLoading
            self.portOfDischarge = portOfDischarge
        }
    }

    /// Box 13.
    public struct Invoice: Sendable, Hashable {
        public var number: String
        public var date: CalendarDate

        public init(number: String, date: CalendarDate) {
            self.number = number
            self.date = date
        }
    }

    public struct InvoicingCompany: Sendable, Hashable {
        public var name: String
        public var country: CountryCode

        public init(name: String, country: CountryCode) {
            self.name = name
            self.country = country
        }
    }

    public struct OriginalCertificate: Sendable, Hashable {
        public var number: String
        public var issued: CalendarDate

        public init(number: String, issued: CalendarDate) {
            self.number = number
            self.issued = issued
        }
    }

    /// One good of the proof, which qualifies in its own right (overleaf note 7).
    public struct Item: Sendable, Hashable {
        /// Of the good of a dossier; of an item of the original proof where there is one.
        public var good: String
        public var marks: String?
        /// Number and kind of packages: `40 cartons`.
        public var packages: String?
        /// In English, instead of the dossier's.
        public var description: String?
        public var quantity: Quantity?
        public var grossWeightKg: ExactDecimal?
        /// FOB of what is sent, where it is not the quantity of the dossier.
        public var fob: Money?
        /// nil: the statement of a firm that makes its goods itself.
        public var producer: ProducerStatement?
        /// What the producer gave the exporter in writing about the origin of the good (Article 3.21); asked of an
        /// approved exporter that does not make the good itself.
        public var producerDeclaration: ProducerDeclaration?
        public var claim: OriginClaim

        public init(
            good: String, marks: String? = nil, packages: String? = nil, description: String? = nil,
            quantity: Quantity? = nil, grossWeightKg: ExactDecimal? = nil, fob: Money? = nil,
            producer: ProducerStatement? = nil, producerDeclaration: ProducerDeclaration? = nil,
            claim: OriginClaim = .countryOfOrigin
        ) {
            self.good = good
            self.marks = marks
            self.packages = packages
            self.description = description
            self.quantity = quantity
            self.grossWeightKg = grossWeightKg
            self.fob = fob
            self.producer = producer
            self.producerDeclaration = producerDeclaration
            self.claim = claim
        }
    }
}

/// What is claimed of the RCEP country of origin (Articles 2.6.1 and 2.6.6).
public enum OriginClaim: Sendable, Hashable {
    /// The country of origin as determined.
    case countryOfOrigin
    /// `*`: the highest rate among the Parties that contributed originating materials, which is this Party's.
    case highestOfContributors(CountryCode)
    /// `**`: the highest rate among all Parties, which is this Party's.
    case highestOfAll(CountryCode)
}
