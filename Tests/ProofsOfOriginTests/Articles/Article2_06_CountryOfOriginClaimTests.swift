import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Article 2.6: what box 11 states.
extension RefusalTests {
    static let origins: [RefusalCase] = [
        .certificate("no list to look in", "countryOfOrigin.undecided") { try $0.makeOfJapaneseMaterials() },
        .certificate("claim for a Party that gave nothing", "countryOfOrigin.noContributor") {
            $0.request.shipment.items[0].claim = .highestOfContributors(try Drafting.party("NZ"))
        },
        .certificate("claim for the importing Party", "countryOfOrigin.importingParty") {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("VN"))
        },
        .certificate("claim resting on claims", "countryOfOrigin.notEvidenced") {
            $0.dossiers[0].materials[0].evidence = nil
            $0.request.shipment.items[0].claim = .highestOfContributors(try Drafting.party("JP"))
        },
        .certificate("claim for no Party", "party.unknown") {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("US"))
        },
        .certificate("a list that has not got the good", change: {
            try $0.makeOfJapaneseMaterials()
            try $0.loadList("0101210000")
        }),
        .certificate("a list that has the good: the highest contributor", change: {
            try $0.makeOfJapaneseMaterials()
            try $0.loadList("8711201000")
            $0.dossiers[0].importingTariffLine = "8711201000"
        }),
        .certificate("a tie", "countryOfOrigin.undecided") {
            try $0.makeOfJapaneseMaterials()
            try $0.loadList("8711201000")
            $0.dossiers[0].importingTariffLine = "8711201000"
            $0.dossiers[0].materials.removeLast($0.dossiers[0].materials.count - 2)
            $0.dossiers[0].materials[0].value = try Drafting.usd("400")
            $0.dossiers[0].materials[1].value = try Drafting.usd("400")
            $0.dossiers[0].materials[1].country = try Drafting.party("KR")
        },
        .certificate("claim for a contributor, evidenced", change: {
            try $0.evidenceEverything()
            $0.request.shipment.items[0].claim = .highestOfContributors(try Drafting.party("JP"))
        }),
        .certificate("claim for a Party that gave nothing, of all Parties", change: {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("NZ"))
        }),
        // 20 % is added in China on the claims; on the evidence it is 33 %, then 17 %, which the list would make Japan's.
        .certificate("less is added on the evidence, but enough", change: {
            $0.dossiers[0].materials[0].evidence = nil
            $0.dossiers[0].costs = nil
        }),
        .certificate("not enough is added on the evidence", "countryOfOrigin.notEvidenced") {
            $0.dossiers[0].materials[0].evidence = nil
            $0.dossiers[0].materials[1].value = try Drafting.usd("200")
            $0.dossiers[0].costs = nil
        },
        .certificate("not enough is added on the evidence, but no list asks for it", change: {
            $0.dossiers[0].materials[0].evidence = nil
            $0.dossiers[0].materials[1].value = try Drafting.usd("200")
            $0.dossiers[0].costs = nil
            try $0.loadList("0101210000")
        }),
    ]
}
