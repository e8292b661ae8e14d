import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Article 3.16: a good that originates on evidence, with nothing assumed and nothing missing.
extension RefusalTests {
    static let determinations: [RefusalCase] = [
        .certificate("evidence expired", "verdict.notOnEvidence", "fact.missing", "fact.missing", "fact.missing") { drafting in
            let laptop = try Drafting.dossier("laptop-evidence-expired")
            drafting.dossiers = [laptop]
            drafting.request.date = try #require(laptop.date)
            drafting.request.shipment.importingParty = try #require(laptop.importingParty)
            drafting.request.shipment.transport.departure = nil
            drafting.request.shipment.items = [.init(good: laptop.good.id)]
        },
        .certificate("does not originate", "verdict.notOriginating") { drafting in
            let dossier = try Drafting.dossier("fails-just-below-40")
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        },
        .certificate("undetermined", "verdict.undetermined", "fact.missing") { drafting in
            let dossier = try Drafting.dossier("insect-sausage-undetermined")
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        },
        .declaration("operations not stated", "assumption.outstanding") { $0.dossiers[0].production.operations = [] },
        .declaration("determined on another day", "determination.otherDay") {
            $0.determined = try Drafting.date("2026-10-31")
        },
        .declaration("route kept", change: {
            $0.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: true)]
        }),
        .declaration("route broken", "verdict.notOriginating", "route.broken") {
            $0.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: false)]
        },
        .declaration("route open", "verdict.undetermined", "fact.missing", "route.open") {
            $0.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: nil)]
        },
        .declaration("Annex 3A of another edition", "hsCode.otherEdition") { drafting in
            let law = drafting.request.law
            let older = try RuleSet(
                id: "annex-3a-hs2012", edition: .hs2012, effectiveFrom: try Drafting.date("2022-01-01"),
                source: BilingualText(same: "test"), digest: "", rules: [])
            // What was determined under the law in force meets a request that looks at the older annex.
            drafting.annexOfRequest = LawInForce(
                agreement: law.agreement, ruleSet: older, nomenclatures: law.nomenclatures, correlations: law.correlations)
        },
        .certificate("several codes", "hsCode.open") {
            $0.dossiers[0].good.hsCode = StatedHSCode(
                text: "8517.70", subheading: try #require(HSCode("8517.70")), edition: .hs2017)
        },
        .declaration("no quantity", "quantity.missing") { $0.dossiers[0].good.quantity = nil },
        .certificate("criterion open", "criterion.open", "fact.missing") { drafting in
            // By one branch of 2404.19 the change is met, by the other only the value.
            var dossier = try Drafting.dossier("insect-sausage-undetermined")
            dossier.good.hsCode = StatedHSCode(text: "2404.19", subheading: try #require(HSCode("2404.19")))
            dossier.materials[0].hsCode = StatedHSCode(text: "3824.99", subheading: try #require(HSCode("3824.99")))
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        },
        .certificate("evidence on its last day", change: { drafting in
            try drafting.send("laptop-evidence-expired") { laptop in
                for index in laptop.materials.indices where laptop.materials[index].status == .originating {
                    laptop.materials[index].evidence = Evidence(
                        kind: .supplierDeclaration, reference: "S-1", date: try Drafting.date("2025-01-01"),
                        validUntil: laptop.date)
                }
            }
        }),
        .certificate("a code of another edition that became one", change: {
            $0.dossiers[0].good.hsCode.edition = .hs2017
        }),
        .certificate("quantity of the shipment where the dossier has none", change: { drafting in
            try drafting.send("citrus-to-singapore") { $0.good.quantity = nil }
            drafting.request.shipment.items[0].quantity = try Drafting.quantity("21600", "kg")
        }),
        .certificate("the branch that settles the criterion", change: { drafting in
            var dossier = try Drafting.dossier("insect-sausage-undetermined")
            dossier.good.hsCode = StatedHSCode(text: "2404.19", subheading: try #require(HSCode("2404.19")))
            dossier.good.ruleBranch = 1
            dossier.materials[0].hsCode = StatedHSCode(text: "3824.99", subheading: try #require(HSCode("3824.99")))
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        }),
        .certificate("the material without a country of its own is assumed to be China's", "assumption.outstanding") {
            $0.dossiers[0].materials[0].country = nil
        },
    ]
}
