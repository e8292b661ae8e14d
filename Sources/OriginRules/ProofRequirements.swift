import OriginModel

/// Periods and amounts that the law lays down for proofs of origin (Chapter 3, Section B), as they stand on a day.
public struct ProofRequirements: Sendable, Hashable {
    /// A period in whole years with the article it stands in.
    public struct Period: Sendable, Hashable {
        public let years: Int
        public let article: String

        public init(years: Int, article: String) {
            self.years = years
            self.article = article
        }

        /// The last day of the period that begins with an event on a day: the same day of a later year, or 28 February
        /// where that year has no 29th.
        public func lastDay(from day: CalendarDate) -> CalendarDate {
            CalendarDate(year: day.year + years, month: day.month, day: day.day)
                ?? CalendarDate(year: day.year + years, month: day.month, day: 28) ?? day
        }
    }

    /// Of a proof, from its issue or completion (3.16).
    public let validity: Period
    /// Within which a certificate may be issued after shipment (3.17).
    public let retroactiveIssue: Period
    /// Within which a certified true copy may be issued after the original (3.17).
    public let certifiedTrueCopy: Period
    /// Of exporters and producers, from the issue of the proof (3.27).
    public let exporterRecords: Period
    /// Of importers, from the importation (3.27).
    public let importerRecords: Period
    /// Customs value up to which no proof is asked for (3.22).
    public let waiver: Money
    /// Declarations completed by any exporter or producer, without approval (3.16.1(c), 3.18.1(b)). They need both Parties.
    public let declarationByExporterOrProducer: ProofAcceptance
    /// Declarations completed by the importer (3.16). They need the importing Party.
    public let declarationByImporter: ProofAcceptance

    public init(
        validity: Period, retroactiveIssue: Period, certifiedTrueCopy: Period, exporterRecords: Period,
        importerRecords: Period, waiver: Money, declarationByExporterOrProducer: ProofAcceptance,
        declarationByImporter: ProofAcceptance
    ) {
        self.validity = validity
        self.retroactiveIssue = retroactiveIssue
        self.certifiedTrueCopy = certifiedTrueCopy
        self.exporterRecords = exporterRecords
        self.importerRecords = importerRecords
        self.waiver = waiver
        self.declarationByExporterOrProducer = declarationByExporterOrProducer
        self.declarationByImporter = declarationByImporter
    }
}
