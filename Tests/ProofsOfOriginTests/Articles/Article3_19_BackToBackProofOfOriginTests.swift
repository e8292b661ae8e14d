import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Article 3.19: proofs made on the proof of another Party.
extension RefusalTests {
    static let originals: [RefusalCase] = [
        .backToBack("nothing", change: { _ in }),
        .backToBack("in the future", "original.inFuture") {
            $0.request.shipment.originalProof?.issued = try Drafting.date("2026-11-02")
        },
        .backToBack("expired", "original.expired") {
            $0.request.shipment.originalProof?.validUntil = try Drafting.date("2026-10-31")
        },
        .backToBack("its last day", change: { $0.request.shipment.originalProof?.validUntil = try Drafting.date(Drafting.day) }),
        .backToBack("a year after its issue", change: {
            $0.request.shipment.originalProof?.issued = try Drafting.date("2025-11-01")
        }),
        .backToBack("a year and a day", "original.expired") {
            $0.request.shipment.originalProof?.issued = try Drafting.date("2025-10-31")
        },
        .backToBack("of the same Party", "original.sameParty") {
            $0.request.shipment.originalProof?.exportingParty = try Drafting.party("CN")
        },
        .backToBack("processed", "original.operations") { $0.request.shipment.originalProof?.operations.append(.other) },
        .backToBack("declaration without code", "original.authorisationCode") {
            $0.request.shipment.originalProof?.kind = .declarationOfOrigin
        },
        .backToBack("one above the original", "original.quantity") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("800.000000000001", "pcs")
        },
        .backToBack("two items together above", "original.quantity") {
            $0.request.shipment.items.append(.init(good: "T1", quantity: try Drafting.quantity("0.5", "pcs")))
        },
        .backToBack("thousandths that fill it exactly", change: {
            $0.request.shipment.originalProof?.uses = [
                .init(proof: "D-1", item: "T1", quantity: try Drafting.quantity("1199.999", "pcs")),
                .init(proof: "D-2", item: "T1", quantity: try Drafting.quantity("0.001", "pcs")),
            ]
        }),
        .backToBack("uses of another item do not count", change: {
            var other = try #require($0.request.shipment.originalProof?.items[0])
            other.id = "T2"
            $0.request.shipment.originalProof?.items.append(other)
            $0.request.shipment.originalProof?.uses.append(
                .init(proof: "D-2", item: "T2", quantity: try Drafting.quantity("2000", "pcs")))
        }),
        .backToBack("another unit", "original.otherUnit") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("8", "boxes")
        },
        .backToBack("earlier use in another unit", "original.otherUnit") {
            $0.request.shipment.originalProof?.uses[0].quantity.unit = "boxes"
        },
        .backToBack("no such item", "original.noSuchItem") { $0.request.shipment.items[0].good = "T9" },
        .backToBack("no quantity", "quantity.missing") { $0.request.shipment.items[0].quantity = nil },
        .backToBack("a claim of its own", "original.claim") {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("TH"))
        },
        .backToBack("code of no edition", "good.notOnFile", "hsCode.notInAnnex") {
            $0.request.shipment.originalProof?.items[0].hsCode = try #require(HSCode("4011.41"))
        },
        .backToBack("first Party is none", "party.unknown") {
            $0.request.shipment.originalProof?.exportingParty = try Drafting.party("IN")
        },
        .backToBack("a use of an item the original has not", "original.useOfNoSuchItem") {
            $0.request.shipment.originalProof?.uses[0].item = "T-1"
        },
        .backToBack("the day of the original", change: {
            $0.request.shipment.originalProof?.issued = try Drafting.date(Drafting.day)
        }),
        .backToBack("declaration with its code", change: {
            $0.request.shipment.originalProof?.kind = .declarationOfOrigin
            $0.request.shipment.originalProof?.authorisationCode = "TH-88"
        }),
        .backToBack("every operation that may be", change: {
            $0.request.shipment.originalProof?.operations = [.repacking, .logistics, .splitting, .labelling, .preservation]
        }),
        .backToBack("a billionth above, in many parts of other scales", "original.quantity") {
            $0.request.shipment.originalProof?.uses = [
                .init(proof: "D-1", item: "T1", quantity: try Drafting.quantity("1199.5", "pcs")),
                .init(proof: "D-2", item: "T1", quantity: try Drafting.quantity("0.25", "pcs")),
                .init(proof: "D-3", item: "T1", quantity: try Drafting.quantity("0.250000001", "pcs")),
            ]
        },
        .backToBack("numbers too large to add", "original.quantity") {
            $0.request.shipment.originalProof?.uses[0].quantity = try Drafting.quantity("999999999999999999", "pcs")
        },
    ]
}
