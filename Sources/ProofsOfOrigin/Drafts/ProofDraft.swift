import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// A proof of origin fit to sign, but not signed: no draft is a proof.
public struct ProofDraft: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Form RCEP, for an issuing body to issue (Article 3.17).
        case certificateOfOrigin
        /// Completed by an approved exporter (Articles 3.18.1(a) and 3.21).
        case declarationOfOrigin
    }

    public let kind: Kind
    /// The unique reference number; nil until one is given.
    public var number: String?
    /// Day it was drafted, from which its validity is shown; the day of signing counts (3.16).
    public let drafted: CalendarDate
    /// Last day it would be valid if it were completed on `drafted`; never beyond that of an original proof.
    public let validUntil: CalendarDate
    /// Until when the exporter has to keep its records if it were completed on `drafted` (3.27).
    public let keepUntil: CalendarDate
    public let exporter: TradingParty
    /// Of the approved exporter; nil for a certificate.
    public let authorisationCode: String?
    public let signatory: ApprovedExporterAuthorisation.Signatory?
    public let exportingParty: CountryCode
    public let shipment: Shipment
    public let items: [ProofItem]
    /// What stands in the remarks (box 14), one line each.
    public let remarks: [String]
    public let ticks: Set<Tick>
    /// What somebody should know who is about to sign: nothing here prevents it.
    public let notes: [BilingualText]

    public init(
        kind: Kind, number: String?, drafted: CalendarDate, validUntil: CalendarDate, keepUntil: CalendarDate,
        exporter: TradingParty, authorisationCode: String?, signatory: ApprovedExporterAuthorisation.Signatory?,
        exportingParty: CountryCode, shipment: Shipment, items: [ProofItem], remarks: [String], ticks: Set<Tick>,
        notes: [BilingualText]
    ) {
        self.kind = kind
        self.number = number
        self.drafted = drafted
        self.validUntil = validUntil
        self.keepUntil = keepUntil
        self.exporter = exporter
        self.authorisationCode = authorisationCode
        self.signatory = signatory
        self.exportingParty = exportingParty
        self.shipment = shipment
        self.items = items
        self.remarks = remarks
        self.ticks = ticks
        self.notes = notes
    }

    /// The boxes to be ticked in box 17.
    public enum Tick: String, Sendable, Hashable, CaseIterable {
        case backToBack, thirdPartyInvoicing, issuedRetroactively
    }

    public var importingParty: CountryCode { shipment.importingParty }

    /// What box 3 says: one firm for all items, or one of the words of overleaf note 3.
    public var producerBox: ProducerBox {
        let statements = items.map { $0.producer ?? .notAvailable }
        guard let first = statements.first, statements.contains(where: { $0 != first }) else {
            switch statements.first {
            case .named(let producer)?: return .named(producer)
            case .confidential?: return .confidential
            case .notAvailable?, nil: return .notAvailable
            }
        }
        return .seeBox8
    }

    public enum ProducerBox: Sendable, Hashable {
        case named(TradingParty)
        case seeBox8, confidential, notAvailable

        /// What stands in the box where no firm is named.
        public var words: String? {
            switch self {
            case .named: nil
            case .seeBox8: "SEE BOX 8"
            case .confidential: "CONFIDENTIAL"
            case .notAvailable: "NOT AVAILABLE"
            }
        }
    }
}

extension ProducerStatement {
    /// As it stands with an item in box 8.
    public var words: String {
        switch self {
        case .named(let producer): "\(producer.name), \(producer.address), \(producer.country)"
        case .confidential: "CONFIDENTIAL"
        case .notAvailable: "NOT AVAILABLE"
        }
    }
}
