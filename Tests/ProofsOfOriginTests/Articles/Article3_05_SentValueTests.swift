import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Article 3.5 and overleaf note 9: the FOB value of what is sent.
extension RefusalTests {
    static let values: [RefusalCase] = [
        .declaration("another quantity without FOB", "fob.missing") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "unit")
        },
        .declaration("another quantity, same unit value", change: {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "unit")
            $0.request.shipment.items[0].fob = try Drafting.usd("32800.00")
        }),
        .declaration("a cent less", "fob.lower") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "unit")
            $0.request.shipment.items[0].fob = try Drafting.usd("32799.99")
        },
        .declaration("same quantity, a cent less", "fob.lower") { $0.request.shipment.items[0].fob = try Drafting.usd("819.99") },
        .declaration("same quantity, more", change: { $0.request.shipment.items[0].fob = try Drafting.usd("820.01") }),
        .declaration("another unit", "fob.notComparable") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "crates")
            $0.request.shipment.items[0].fob = try Drafting.usd("32800.00")
        },
        .declaration("another currency", "fob.notComparable") {
            $0.request.shipment.items[0].fob = Money(try Drafting.decimal("6000"), try #require(CurrencyCode("CNY")))
        },
        .backToBack("RVC of the original without FOB", "fob.missing") {
            $0.request.shipment.originalProof?.items[0].criterion = .regionalValueContent
        },
        .backToBack("RVC of the original, all of it sent", change: {
            $0.request.shipment.originalProof?.items[0].criterion = .regionalValueContent
            $0.request.shipment.originalProof?.items[0].fob = try Drafting.usd("9000")
            $0.request.shipment.originalProof?.uses = []
            $0.request.shipment.items[0].quantity = try Drafting.quantity("2000.0", "pcs")
        }),
        .certificate("domestic value addition that may be asked for, cheaper", "fob.lower") { drafting in
            try drafting.send("aluminium-bars-to-thailand")
            drafting.request.shipment.items[0].fob = try Drafting.usd("60999.99")
        },
        .certificate("domestic value addition, at the same value a unit", change: { drafting in
            try drafting.send("aluminium-bars-to-thailand")
            drafting.request.shipment.items[0].quantity = try Drafting.quantity("5000", "kg")
            drafting.request.shipment.items[0].fob = try Drafting.usd("15250")
        }),
        .certificate("wholly obtained, cheaper", change: { drafting in
            try drafting.send("citrus-to-singapore")
            drafting.request.shipment.items[0].fob = try Drafting.usd("1")
        }),
    ]
}
