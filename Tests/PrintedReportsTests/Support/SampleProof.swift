import HarmonizedSystem
import OriginModel
import OriginRules
@testable import ProofsOfOrigin
import Testing

/// Drafts of proofs as an exporter of Chongqing would make them.
enum SampleProof {
    static let date = CalendarDate(year: 2026, month: 6, day: 1)

    static let exporter = TradingParty(
        name: "Chongqing Jialing Motorcycle Parts Co., Ltd.", chineseName: "重庆嘉陵摩托车配件有限公司",
        address: "No. 88 Jianshe Road, Jiulongpo District, Chongqing 400050", country: party("CN"),
        registration: "91500107MA5U6XK83T")
    static let consignee = TradingParty(
        name: "Saigon Two-Wheeler Trading Company Limited", address: "12 Nguyen Hue Street, District 1, Ho Chi Minh City",
        country: party("VN"))
    static let producer = TradingParty(
        name: "Bishan Precision Castings Co., Ltd.", chineseName: "璧山精密铸造有限公司",
        address: "3 Industrial Avenue, Bishan, Chongqing", country: party("CN"))

    static func party(_ code: String) -> CountryCode {
        guard let code = CountryCode(code) else { preconditionFailure("no code: \(code)") }
        return code
    }

    static func names(_ code: CountryCode) -> String? {
        ["CN": "China", "VN": "Viet Nam", "TH": "Thailand"][code.description]
    }

    static func draft(
        _ kind: ProofDraft.Kind, items: [ProofItem], exporter: TradingParty = exporter, number: String? = "DO-2026-000017",
        ticks: Set<ProofDraft.Tick> = [], remarks: [String] = [], _ change: (inout Shipment) -> Void = { _ in }
    ) throws -> ProofDraft {
        var shipment = Shipment(
            importingParty: party("VN"), consignee: consignee,
            transport: Shipment.Transport(
                departure: CalendarDate(year: 2026, month: 6, day: 5), vesselOrFlight: "COSCO HARMONY V.026S",
                portOfLoading: "Qinzhou", portOfDischarge: "Ho Chi Minh City (Cat Lai)"),
            invoices: [Shipment.Invoice(number: "JL-2026-0611", date: try #require(CalendarDate(year: 2026, month: 5, day: 29)))],
            items: [])
        change(&shipment)
        let isDeclaration = kind == .declarationOfOrigin
        return ProofDraft(
            kind: kind, number: number, drafted: try #require(date),
            validUntil: try #require(CalendarDate(year: 2027, month: 5, day: 31)),
            keepUntil: try #require(CalendarDate(year: 2029, month: 6, day: 1)), exporter: exporter,
            authorisationCode: isDeclaration ? "CN5001AE2026000031" : nil,
            signatory: isDeclaration ? .init(name: "Li Na", position: "Compliance Manager") : nil,
            exportingParty: party("CN"), shipment: shipment, items: items, remarks: remarks, ticks: ticks, notes: [])
    }

    static func item(
        _ number: Int, description: String = "Motorcycles with reciprocating piston engine of 125 cc", fob: Money? = nil,
        marks: String? = "JL/VN N/M 1-40", packages: String? = "40 wooden crates",
        producer: ProducerStatement? = .named(exporter)
    ) throws -> ProofItem {
        ProofItem(
            number: number, good: "G\(number)", marks: marks, packages: packages, description: description,
            hsCode: try #require(HSCode("871120")), edition: .hs2012,
            criterion: fob == nil ? .changeInTariffClassification : .regionalValueContent, supplements: [.cumulation],
            countryOfOrigin: StatedCountryOfOrigin(party: party("CN"), mark: number == 2 ? .highestOfAll : .none),
            quantity: Quantity(amount: try ExactDecimal(parsing: "40"), unit: "pieces"),
            grossWeightKg: try ExactDecimal(parsing: "4880.5"), fob: fob, producer: producer)
    }

    static func money(_ amount: String) throws -> Money {
        Money(try ExactDecimal(parsing: amount), try #require(CurrencyCode("USD")))
    }
}
