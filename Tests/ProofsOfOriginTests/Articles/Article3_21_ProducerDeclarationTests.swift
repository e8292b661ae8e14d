import OriginModel
import Testing

@testable import ProofsOfOrigin

/// Article 3.21: who declares what another firm made.
extension RefusalTests {
    /// A firm that is not the exporter.
    private static func maker(_ name: String = "Bishan Engine Works", _ country: String = "CN") throws -> ProducerStatement {
        .named(TradingParty(name: name, address: "2 Bicheng Road, Chongqing", country: try Drafting.party(country)))
    }

    private static func declared(_ date: String) throws -> ProducerDeclaration {
        ProducerDeclaration(reference: "BS-2026-44", date: try Drafting.date(date))
    }

    static let producers: [RefusalCase] = [
        .declaration("made by another firm", "producer.noDeclaration") {
            $0.request.shipment.items[0].producer = try maker()
        },
        .declaration("producer kept back", "producer.noDeclaration") {
            $0.request.shipment.items[0].producer = .confidential
        },
        .declaration("producer not known", "producer.noDeclaration") {
            $0.request.shipment.items[0].producer = .notAvailable
        },
        .declaration("a firm of the same name elsewhere", "producer.noDeclaration") {
            $0.request.shipment.items[0].producer = try maker($0.request.profile.exporter.name, "VN")
        },
        .declaration("made by the exporter, in so many words", change: {
            $0.request.shipment.items[0].producer = try maker($0.request.profile.exporter.name)
        }),
        .declaration("declared on the day", change: {
            $0.request.shipment.items[0].producer = try maker()
            $0.request.shipment.items[0].producerDeclaration = try declared("2026-11-01")
        }),
        .declaration("kept back, and declared", change: {
            $0.request.shipment.items[0].producer = .confidential
            $0.request.shipment.items[0].producerDeclaration = try declared("2026-10-01")
        }),
        .declaration("declared a day later", "producer.declaredLater") {
            $0.request.shipment.items[0].producer = try maker()
            $0.request.shipment.items[0].producerDeclaration = try declared("2026-11-02")
        },
        .declaration("declared of one good, not of the other", "producer.noDeclaration") { drafting in
            drafting.request.shipment.items[0].producer = try maker()
            drafting.request.shipment.items.append(drafting.request.shipment.items[0])
            drafting.request.shipment.items[1].producerDeclaration = try declared("2026-11-01")
        },
        .certificate("certificates are for issuing bodies to ask", change: {
            $0.request.shipment.items[0].producer = try maker()
        }),
        .backToBack("an original proof stands in its place", change: {
            $0.request.shipment.items[0].producer = .notAvailable
        }),
    ]
}
