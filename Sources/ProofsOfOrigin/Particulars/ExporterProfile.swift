import HarmonizedSystem
import OriginModel

/// What is on file about an exporter: who it is, what it may declare, who may sign for it.
public struct ExporterProfile: Sendable, Hashable {
    /// Short name the commands know it by.
    public var id: String
    public var exporter: TradingParty
    /// nil for a firm that is no approved exporter and applies for certificates.
    public var authorisation: ApprovedExporterAuthorisation?
    /// By the short names shipments use.
    public var producers: [String: TradingParty]
    public var consignees: [String: TradingParty]

    public init(
        id: String, exporter: TradingParty, authorisation: ApprovedExporterAuthorisation? = nil,
        producers: [String: TradingParty] = [:], consignees: [String: TradingParty] = [:]
    ) {
        self.id = id
        self.exporter = exporter
        self.authorisation = authorisation
        self.producers = producers
        self.consignees = consignees
    }
}

/// The authorisation of an approved exporter (Article 3.21).
public struct ApprovedExporterAuthorisation: Sendable, Hashable {
    public var code: String
    public var issued: CalendarDate
    /// The last day.
    public var validUntil: CalendarDate
    public var goods: [FiledGood]
    public var signatories: [Signatory]

    public init(
        code: String, issued: CalendarDate, validUntil: CalendarDate, goods: [FiledGood], signatories: [Signatory]
    ) {
        self.code = code
        self.issued = issued
        self.validUntil = validUntil
        self.goods = goods
        self.signatories = signatories
    }

    /// A good that was filed with customs before anything was declared of it.
    public struct FiledGood: Sendable, Hashable {
        public var name: String
        public var chineseName: String
        public var hsCode: HSCode
        /// Importing Parties it was filed for.
        public var parties: Set<CountryCode>

        public init(name: String, chineseName: String, hsCode: HSCode, parties: Set<CountryCode>) {
            self.name = name
            self.chineseName = chineseName
            self.hsCode = hsCode
            self.parties = parties
        }
    }

    /// A person who may sign declarations for the exporter.
    public struct Signatory: Sendable, Hashable {
        public var name: String
        public var position: String?
        /// The last day on which the person may sign; nil while there is none.
        public var until: CalendarDate?

        public init(name: String, position: String? = nil, until: CalendarDate? = nil) {
            self.name = name
            self.position = position
            self.until = until
        }
    }
}
