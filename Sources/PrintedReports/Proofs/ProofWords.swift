import OriginModel
import ProofsOfOrigin
import Reporting
import Typesetting

/// What stands in the fields of a proof, before any layout.
struct ProofWords {
    let draft: ProofDraft
    private let countryNames: [CountryCode: String]

    init(_ draft: ProofDraft, countryName: (CountryCode) -> String?) {
        self.draft = draft
        var countries = [draft.exporter.country, draft.exportingParty, draft.importingParty]
        countries += draft.items.map(\.countryOfOrigin.party)
        countries += draft.items.compactMap { $0.producer?.party?.country }
        countries += [draft.shipment.consignee?.country, draft.shipment.originalProof?.exportingParty].compactMap { $0 }
        countries += draft.shipment.originalProof?.items.map(\.countryOfOrigin) ?? []
        countryNames = Dictionary(
            countries.compactMap { code in countryName(code).map { (code, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    static let agreement = "Regional Comprehensive Economic Partnership Agreement"
    static let notAProof = "DRAFT: not a proof of origin until it has been completed, signed and dated."

    var number: String { draft.number ?? "not yet assigned" }

    func country(_ code: CountryCode) -> String { countryNames[code] ?? code.description }

    /// Name, Chinese name, address, country and registration, a line each.
    func lines(_ party: TradingParty) -> [String] {
        [party.name, party.chineseName, party.address, country(party.country), party.registration.map { "Reg. No. \($0)" }]
            .compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// The same in one line.
    func line(_ party: TradingParty) -> String {
        [party.name, party.chineseName, party.address, country(party.country)]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The producer as it stands with an item; nil where one box says it for all.
    func producer(_ item: ProofItem) -> String? {
        guard draft.producerBox == .seeBox8 else { return nil }
        return switch item.producer ?? .notAvailable {
        case .named(let producer): "Producer: \(line(producer))"
        case .confidential: "Producer: CONFIDENTIAL"
        case .notAvailable: "Producer: NOT AVAILABLE"
        }
    }

    func countryOfOrigin(_ item: ProofItem) -> String {
        let name = country(item.countryOfOrigin.party)
        return item.countryOfOrigin.mark == .none ? name : "\(name) \(item.countryOfOrigin.mark.rawValue)"
    }

    func quantity(_ item: ProofItem) -> String { "\(item.quantity.amount) \(item.quantity.unit)" }

    func grossWeight(_ item: ProofItem) -> String? { item.grossWeightKg.map { "Gross weight: \($0) kg" } }

    func fob(_ item: ProofItem) -> String? { item.fob.map(\.grouped) }

    /// What is known of the way of the goods, a line each.
    var transport: [(name: String, value: String)] {
        let transport = draft.shipment.transport
        return [
            ("Departure date", transport.departure?.description ?? ""),
            ("Vessel's name, flight or vehicle number", transport.vesselOrFlight ?? ""),
            ("Port of loading", transport.portOfLoading ?? ""), ("Port of discharge", transport.portOfDischarge ?? ""),
        ]
    }

    var invoices: [String] { draft.shipment.invoices.map { "\($0.number)\n\($0.date)" } }

    func description(created: CalendarDate) -> PDFDocument.Description {
        let kind = draft.kind == .certificateOfOrigin ? "Certificate of Origin, Form RCEP" : "Declaration of Origin, RCEP"
        return PDFDocument.Description(
            title: "\(kind) (draft)" + (draft.number.map { " \($0)" } ?? ""), author: draft.exporter.name,
            subject: "Draft of a proof of origin; not a proof of origin until signed",
            keywords: "RCEP, proof of origin, draft, language en", language: "en", created: created.description)
    }
}

extension ProducerStatement {
    fileprivate var party: TradingParty? {
        guard case .named(let party) = self else { return nil }
        return party
    }
}
