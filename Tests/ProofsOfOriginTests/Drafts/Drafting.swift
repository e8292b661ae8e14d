import Bilingual
import DossierFiles
import Foundation
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import RuleFiles
import Testing

@testable import ProofsOfOrigin

/// A declaration of a motorcycle (RVC) from China to Viet Nam that may be drafted, to be spoilt by the tests.
struct Drafting {
    var dossiers: [Dossier]
    var request: ProofRequest
    /// Day of the determinations; nil: the day of the proof.
    var determined: CalendarDate?
    /// Law the request is looked at under, where it is not that of the determinations.
    var annexOfRequest: LawInForce?

    static let day = "2026-11-01"

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    static func party(_ text: String) throws -> CountryCode { try #require(CountryCode(text)) }
    static func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }
    static func usd(_ text: String) throws -> Money { Money(try decimal(text), try #require(CurrencyCode("USD"))) }
    static func quantity(_ text: String, _ unit: String) throws -> Quantity {
        Quantity(amount: try decimal(text), unit: unit)
    }

    static func dossier(_ name: String) throws -> Dossier {
        let path = URL(fileURLWithPath: ReceivedProofs.rules).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/dossiers/\(name).json")
        return try DossierFile.read(Array(try Data(contentsOf: path)), file: name).dossier
    }

    // MARK: What may be drafted

    static func declaration() throws -> Drafting {
        Drafting(dossiers: [try dossier("motorcycle-to-viet-nam")], request: ProofRequest(
            kind: .declarationOfOrigin, profile: try profile(), shipment: try shipment(), signatory: "Li Wei",
            date: try date(day), requirements: try ReceivedProofs.requirements(), law: try ReceivedProofs.lawInForce()))
    }

    static func certificate() throws -> Drafting {
        var drafting = try declaration()
        drafting.request.kind = .certificateOfOrigin
        drafting.request.profile.authorisation = nil
        drafting.request.signatory = nil
        return drafting
    }

    /// 2,000 tyres of Thailand, of which 1,200 went on to Japan before and 800 go now.
    static func backToBack() throws -> Drafting {
        var drafting = try declaration()
        drafting.dossiers = []
        drafting.request.profile.authorisation?.goods = [
            .init(name: "Tyres", chineseName: "轮胎", hsCode: try #require(HSCode("4011.40")), parties: [try party("JP")]),
        ]
        let item = OriginalProof.Item(
            id: "T1", description: "Pneumatic tyres for motorcycles", hsCode: try #require(HSCode("4011.40")),
            criterion: .changeInTariffClassification, supplements: [.cumulation], countryOfOrigin: try party("TH"),
            quantity: try quantity("2000", "pcs"))
        drafting.request.shipment.importingParty = try party("JP")
        drafting.request.shipment.items = [.init(good: "T1", quantity: try quantity("800", "pcs"))]
        drafting.request.shipment.originalProof = OriginalProof(
            kind: .certificateOfOrigin, number: "TH26-RCEP-900311", issued: try date("2026-01-20"),
            exportingParty: try party("TH"), items: [item],
            uses: [.init(proof: "D-1", item: "T1", quantity: try quantity("1200", "pcs"))],
            operations: [.splitting, .logistics])
        return drafting
    }

    private static func profile() throws -> ExporterProfile {
        let exporter = TradingParty(
            name: "Jialing Motor Co., Ltd.", chineseName: "嘉陵摩托有限公司", address: "18 Jinkai Avenue, Chongqing",
            country: try party("CN"))
        return ExporterProfile(id: "jialing", exporter: exporter, authorisation: ApprovedExporterAuthorisation(
            code: "AE5000012345", issued: try date("2025-03-01"), validUntil: try date("2028-02-29"),
            goods: [.init(
                name: "Motorcycle", chineseName: "摩托车", hsCode: try #require(HSCode("8711.20")),
                parties: [try party("VN")])],
            signatories: [
                .init(name: "Li Wei", position: "Export manager"),
                .init(name: "Zhou Lan", until: try date("2026-10-31")),
            ]))
    }

    private static func shipment() throws -> Shipment {
        Shipment(
            importingParty: try party("VN"),
            consignee: TradingParty(
                name: "Song Hong JSC", address: "25 Le Thanh Ton, Ho Chi Minh City", country: try party("VN")),
            transport: .init(
                departure: try date("2026-11-01"), vesselOrFlight: "HAI FENG 216", portOfLoading: "Qinzhou",
                portOfDischarge: "Hai Phong"),
            invoices: [.init(number: "JL-118", date: try date("2026-10-28"))], items: [.init(good: "CQ-150")])
    }

    /// Nothing but evidenced materials of Japan and little added to them, so that the country of origin depends on the
    /// list of Viet Nam, which is not loaded.
    mutating func makeOfJapaneseMaterials() throws {
        let evidence = Evidence(kind: .certificateOfOrigin, reference: "JP-1", date: try Self.date("2026-10-01"))
        for index in dossiers[0].materials.indices {
            dossiers[0].materials[index].status = .originating
            dossiers[0].materials[index].country = try Self.party("JP")
            dossiers[0].materials[index].evidence = evidence
        }
        dossiers[0].materials[0].value = try Self.usd("450.00")
        // The direct formula counts what was added in China.
        dossiers[0].costs = nil
    }

    /// Sends the good of another dossier instead, on its own day.
    mutating func send(_ name: String, change: (inout Dossier) throws -> Void = { _ in }) throws {
        var dossier = try Self.dossier(name)
        let date = try #require(dossier.date)
        try change(&dossier)
        dossiers = [dossier]
        request.date = date
        request.shipment.importingParty = try #require(dossier.importingParty)
        request.shipment.transport.departure = date
        request.shipment.items = [.init(good: dossier.good.id, description: "Good in English")]
    }

    /// Gives every material that is claimed to originate evidence that does not run out.
    mutating func evidenceEverything() throws {
        let evidence = Evidence(kind: .certificateOfOrigin, reference: "E-1", date: try Self.date("2026-10-01"))
        for index in dossiers[0].materials.indices where dossiers[0].materials[index].status == .originating {
            dossiers[0].materials[index].evidence = evidence
        }
    }

    /// Loads a list of Viet Nam that is whole.
    mutating func loadList(_ lines: String...) throws {
        let party = try Self.party("VN")
        request.law.appendixLists[party] = AppendixList(
            party: party, edition: .hs2022, isComplete: true, lines: lines, source: BilingualText(same: "test"))
    }

    // MARK: Drafting

    func determinations() throws -> [String: Determination] {
        let determiner = Determiner(law: request.law)
        return Dictionary(try dossiers.map { dossier in
            (dossier.good.id, try determiner.determine(dossier, on: determined ?? request.date))
        }, uniquingKeysWith: { first, _ in first })
    }

    func attempt() throws -> Result<ProofDraft, Refusals> {
        var request = request
        request.determinations = try determinations()
        if let annexOfRequest { request.law = annexOfRequest }
        do throws(Refusals) {
            return .success(try ProofDrafting(request).draft())
        } catch {
            return .failure(error)
        }
    }

    func draft() throws -> ProofDraft { try attempt().get() }

    /// Codes of the reasons against a draft; empty where there is none.
    func codes() throws -> [String] {
        switch try attempt() {
        case .success: []
        case .failure(let refusals): refusals.reasons.map(\.code)
        }
    }
}
