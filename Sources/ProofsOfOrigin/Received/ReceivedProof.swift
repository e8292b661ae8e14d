import OriginModel

/// What a proof of origin that somebody received says, as far as it says anything: every element may be absent, and
/// codes stand as they were written, for whether they are right is what is to be checked.
public struct ReceivedProof: Sendable, Hashable {
    /// The kinds of Article 3.16.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Issued by an issuing body (3.17).
        case certificateOfOrigin
        /// Completed by an approved exporter (3.18.1(a)).
        case declarationOfOrigin
        /// Completed by an exporter or producer without approval (3.18.1(b)).
        case declarationByExporterOrProducer
        /// Completed by the importer.
        case declarationByImporter
    }

    public var kind: Kind?
    /// Whether the form itself says that it is a draft.
    public var isDraft = false
    public var number: String?
    public var issued: CalendarDate?
    /// The last day, as the proof states it.
    public var validUntil: CalendarDate?
    public var exporter: Firm?
    /// Of the approved exporter.
    public var authorisationCode: String?
    /// Who is to sign.
    public var signatory: String?
    public var signature: Signature?
    public var certification: Certification?
    public var consignee: Firm?
    public var producer: Producer?
    public var exportingParty: String?
    public var importingParty: String?
    public var transport = Transport()
    public var invoices: [Document] = []
    public var invoicingCompany: Firm?
    public var items: [Item] = []
    public var originalProof: Original?
    /// Box 17, as written.
    public var ticks: [String] = []
    /// Box 14.
    public var remarks: [String] = []
    public var trueCopyOf: Document?

    public init() {}

    /// The exporter, a producer, the consignee or whoever invoices.
    public struct Firm: Sendable, Hashable {
        public var name: String?
        public var address: String?
        public var country: String?

        public init(name: String? = nil, address: String? = nil, country: String? = nil) {
            self.name = name
            self.address = address
            self.country = country
        }
    }

    /// Box 3, or what is said of the maker of one item.
    public enum Producer: Sendable, Hashable {
        case named(Firm)
        /// `SEE BOX 8`, `CONFIDENTIAL`, `NOT AVAILABLE`, or anything else that stands there.
        case words(String)
    }

    public struct Signature: Sendable, Hashable {
        public var name: String?
        public var date: CalendarDate?

        public init(name: String? = nil, date: CalendarDate? = nil) {
            self.name = name
            self.date = date
        }
    }

    /// Box 16.
    public struct Certification: Sendable, Hashable {
        public var body: String?
        public var date: CalendarDate?
        /// nil where nothing is said of a seal.
        public var isSealed: Bool?

        public init(body: String? = nil, date: CalendarDate? = nil, isSealed: Bool? = nil) {
            self.body = body
            self.date = date
            self.isSealed = isSealed
        }
    }

    /// Box 4.
    public struct Transport: Sendable, Hashable {
        public var departure: CalendarDate?
        public var vesselOrFlight: String?
        public var portOfDischarge: String?

        public init(departure: CalendarDate? = nil, vesselOrFlight: String? = nil, portOfDischarge: String? = nil) {
            self.departure = departure
            self.vesselOrFlight = vesselOrFlight
            self.portOfDischarge = portOfDischarge
        }
    }

    /// An invoice (box 13), or the certificate a true copy is of.
    public struct Document: Sendable, Hashable {
        public var number: String?
        public var date: CalendarDate?

        public init(number: String? = nil, date: CalendarDate? = nil) {
            self.number = number
            self.date = date
        }
    }
}
