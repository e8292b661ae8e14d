import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// Every reason against a proof, each made by one change to what may be drafted.
struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// All that is refused, in order.
        let codes: [String]
        let start: @Sendable () throws -> Drafting
        let change: @Sendable (inout Drafting) throws -> Void

        var testDescription: String { name }
    }

    private static func declaration(
        _ name: String, _ codes: String..., change: @escaping @Sendable (inout Drafting) throws -> Void
    ) -> Case {
        Case(name: name, codes: codes, start: Drafting.declaration, change: change)
    }

    private static func certificate(
        _ name: String, _ codes: String..., change: @escaping @Sendable (inout Drafting) throws -> Void
    ) -> Case {
        Case(name: name, codes: codes, start: Drafting.certificate, change: change)
    }

    private static func backToBack(
        _ name: String, _ codes: String..., change: @escaping @Sendable (inout Drafting) throws -> Void
    ) -> Case {
        Case(name: name, codes: codes, start: Drafting.backToBack, change: change)
    }

    // MARK: Annex 3B and 3.16

    static let minimum: [Case] = [
        declaration("nothing", change: { _ in }),
        declaration("no goods", "items.none") { $0.request.shipment.items = [] },
        declaration("no consignee", "consignee.missing") { $0.request.shipment.consignee = nil },
        declaration("exporter in Chinese", "language.notEnglish") { $0.request.profile.exporter.name = "嘉陵摩托有限公司" },
        declaration("address in Chinese", "language.notEnglish") { $0.request.shipment.consignee?.address = "胡志明市" },
        declaration("producer in Chinese", "language.notEnglish") { drafting in
            var producer = drafting.request.profile.exporter
            producer.name = "嘉陵"
            drafting.request.shipment.items[0].producer = .named(producer)
        },
        declaration("invoicing company in Chinese", "language.notEnglish") {
            $0.request.shipment.invoicingCompany = .init(name: "香港贸易", country: try Drafting.party("HK"))
        },
        declaration("description in Chinese", "language.notEnglish") { $0.request.shipment.items[0].description = "摩托车" },
        declaration("unit in Chinese", "language.notEnglish") { $0.dossiers[0].good.quantity?.unit = "辆" },
        declaration("packages in Chinese", "language.notEnglish") { $0.request.shipment.items[0].packages = "1 箱" },
        declaration("port in Chinese", "language.notEnglish") { $0.request.shipment.transport.portOfLoading = "钦州" },
        declaration("remark in Chinese", "language.notEnglish") { $0.request.shipment.remarks = ["备注"] },
        declaration("exporter elsewhere", "exporter.elsewhere") {
            $0.request.profile.exporter.country = try Drafting.party("SG")
        },
        certificate("to itself", "importingParty.same", "importingParty.differs") {
            $0.request.shipment.importingParty = try Drafting.party("CN")
        },
        certificate("to another Party", "importingParty.differs") {
            $0.request.shipment.importingParty = try Drafting.party("JP")
        },
        certificate("of two Parties", "exportingParty.differs") { drafting in
            var other = drafting.dossiers[0]
            other.good.id = "B"
            other.exportingParty = try Drafting.party("TH")
            other.importingParty = try Drafting.party("VN")
            drafting.dossiers.append(other)
            drafting.request.shipment.items.append(.init(good: "B"))
        },
        certificate("dossier without a Party", "importingParty.missing") { $0.dossiers[0].importingParty = nil },
        certificate("to no Party", "importingParty.differs", "party.unknown") {
            $0.request.shipment.importingParty = try Drafting.party("US")
        },
        backToBack("before it is in force", "party.notInForce", "authorisation.notYetValid", "good.notOnFile", "original.inFuture") {
            $0.request.shipment.importingParty = try Drafting.party("PH")
            $0.request.date = try Drafting.date("2023-06-01")
        },
        declaration("good without a dossier", "dossier.missing") { $0.request.shipment.items[0].good = "B" },
    ]

    // MARK: 3.18 and 3.21

    static let authority: [Case] = [
        declaration("no approved exporter", "authorisation.none") { $0.request.profile.authorisation = nil },
        declaration("not yet valid", "authorisation.notYetValid") {
            $0.request.profile.authorisation?.issued = try Drafting.date("2026-11-02")
        },
        declaration("expired", "authorisation.expired") {
            $0.request.profile.authorisation?.validUntil = try Drafting.date("2026-10-31")
        },
        declaration("last day", change: { $0.request.profile.authorisation?.validUntil = try Drafting.date(Drafting.day) }),
        declaration("first day", change: { $0.request.profile.authorisation?.issued = try Drafting.date(Drafting.day) }),
        declaration("nobody to sign", "signatory.missing") { $0.request.signatory = nil },
        declaration("unknown signatory", "signatory.unknown") { $0.request.signatory = "Li Wei Jr" },
        declaration("signatory no longer", "signatory.noLonger") { $0.request.signatory = "Zhou Lan" },
        declaration("signatory's last day", change: {
            $0.request.signatory = "Zhou Lan"
            $0.request.profile.authorisation?.signatories[1].until = try Drafting.date(Drafting.day)
        }),
        declaration("code not on file", "good.notOnFile") {
            $0.request.profile.authorisation?.goods[0].hsCode = try #require(HSCode("8711.30"))
        },
        declaration("not on file for the Party", "good.notOnFile") {
            $0.request.profile.authorisation?.goods[0].parties = [try Drafting.party("JP")]
        },
    ]

    // MARK: 3.17

    static let certificates: [Case] = [
        certificate("nothing", change: { _ in }),
        certificate("no invoice", "invoice.missing") { $0.request.shipment.invoices = [] },
        certificate("late without departure", "departure.missing") {
            $0.request.shipment.transport.departure = nil
            $0.request.shipment.lateBecause = "strike at the port"
        },
        certificate("late without a cause", "retroactive.noCause") {
            $0.request.shipment.transport.departure = try Drafting.date("2026-10-31")
        },
        certificate("a year late", change: {
            $0.request.shipment.transport.departure = try Drafting.date("2025-11-01")
            $0.request.shipment.lateBecause = "strike at the port"
        }),
        certificate("a year and a day late", "retroactive.tooLate") {
            $0.request.shipment.transport.departure = try Drafting.date("2025-10-31")
            $0.request.shipment.lateBecause = "strike at the port"
        },
        declaration("copy of a declaration", "trueCopy.declaration") {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-10-01"))
        },
        certificate("copy before the original", "trueCopy.beforeOriginal") {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-11-02"))
        },
        certificate("copy on the last day", change: {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2025-11-01"))
        }),
        certificate("copy a day too late", "trueCopy.tooLate") {
            $0.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2025-10-31"))
        },
    ]

    // MARK: The determination

    static let determinations: [Case] = [
        certificate("evidence expired", "verdict.notOnEvidence", "fact.missing", "fact.missing", "fact.missing") { drafting in
            let laptop = try Drafting.dossier("laptop-evidence-expired")
            drafting.dossiers = [laptop]
            drafting.request.date = try #require(laptop.date)
            drafting.request.shipment.importingParty = try #require(laptop.importingParty)
            drafting.request.shipment.transport.departure = nil
            drafting.request.shipment.items = [.init(good: laptop.good.id)]
        },
        certificate("does not originate", "verdict.notOnEvidence") { drafting in
            let dossier = try Drafting.dossier("fails-just-below-40")
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        },
        certificate("undetermined", "verdict.notOnEvidence", "fact.missing") { drafting in
            let dossier = try Drafting.dossier("insect-sausage-undetermined")
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        },
        declaration("operations not stated", "assumption.outstanding") { $0.dossiers[0].production.operations = [] },
        declaration("determined on another day", "determination.otherDay") {
            $0.determined = try Drafting.date("2026-10-31")
        },
        declaration("route kept", change: {
            $0.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: true)]
        }),
        declaration("route broken", "verdict.notOnEvidence", "route.broken") {
            $0.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: false)]
        },
        declaration("route open", "verdict.notOnEvidence", "fact.missing", "route.open") {
            $0.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: nil)]
        },
        declaration("Annex 3A of another edition", "hsCode.otherEdition") { drafting in
            let law = drafting.request.law
            let older = try RuleSet(
                id: "annex-3a-hs2012", edition: .hs2012, effectiveFrom: try Drafting.date("2022-01-01"),
                source: BilingualText(same: "test"), digest: "", rules: [])
            // What was determined under the law in force meets a request that looks at the older annex.
            drafting.annexOfRequest = LawInForce(
                agreement: law.agreement, ruleSet: older, nomenclatures: law.nomenclatures, correlations: law.correlations)
        },
        certificate("several codes", "hsCode.open") {
            $0.dossiers[0].good.hsCode = StatedHSCode(
                text: "8517.70", subheading: try #require(HSCode("8517.70")), edition: .hs2017)
        },
        declaration("no quantity", "quantity.missing") { $0.dossiers[0].good.quantity = nil },
        certificate("criterion open", "criterion.open", "fact.missing") { drafting in
            // By one branch of 2404.19 the change is met, by the other only the value.
            var dossier = try Drafting.dossier("insect-sausage-undetermined")
            dossier.good.hsCode = StatedHSCode(text: "2404.19", subheading: try #require(HSCode("2404.19")))
            dossier.materials[0].hsCode = StatedHSCode(text: "3824.99", subheading: try #require(HSCode("3824.99")))
            drafting.dossiers = [dossier]
            drafting.request.shipment.importingParty = try #require(dossier.importingParty)
            drafting.request.shipment.items = [.init(good: dossier.good.id)]
        },
    ]

    // MARK: FOB

    static let values: [Case] = [
        declaration("another quantity without FOB", "fob.missing") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "unit")
        },
        declaration("another quantity, same unit value", change: {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "unit")
            $0.request.shipment.items[0].fob = try Drafting.usd("32800.00")
        }),
        declaration("a cent less", "fob.lower") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "unit")
            $0.request.shipment.items[0].fob = try Drafting.usd("32799.99")
        },
        declaration("same quantity, a cent less", "fob.lower") { $0.request.shipment.items[0].fob = try Drafting.usd("819.99") },
        declaration("same quantity, more", change: { $0.request.shipment.items[0].fob = try Drafting.usd("820.01") }),
        declaration("another unit", "fob.notComparable") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("40", "crates")
            $0.request.shipment.items[0].fob = try Drafting.usd("32800.00")
        },
        declaration("another currency", "fob.notComparable") {
            $0.request.shipment.items[0].fob = Money(try Drafting.decimal("6000"), try #require(CurrencyCode("CNY")))
        },
        backToBack("RVC of the original without FOB", "fob.missing") {
            $0.request.shipment.originalProof?.items[0].criterion = .regionalValueContent
        },
    ]

    // MARK: 2.6

    static let origins: [Case] = [
        certificate("no list to look in", "countryOfOrigin.undecided") { try $0.makeOfJapaneseMaterials() },
        certificate("claim for a Party that gave nothing", "countryOfOrigin.noContributor") {
            $0.request.shipment.items[0].claim = .highestOfContributors(try Drafting.party("NZ"))
        },
        certificate("claim for the importing Party", "countryOfOrigin.importingParty") {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("VN"))
        },
        certificate("claim resting on claims", "countryOfOrigin.notEvidenced") {
            $0.dossiers[0].materials[0].evidence = nil
            $0.request.shipment.items[0].claim = .highestOfContributors(try Drafting.party("JP"))
        },
        certificate("claim for no Party", "party.unknown") {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("US"))
        },
    ]

    // MARK: 3.19

    static let originals: [Case] = [
        backToBack("nothing", change: { _ in }),
        backToBack("in the future", "original.inFuture") {
            $0.request.shipment.originalProof?.issued = try Drafting.date("2026-11-02")
        },
        backToBack("expired", "original.expired") {
            $0.request.shipment.originalProof?.validUntil = try Drafting.date("2026-10-31")
        },
        backToBack("its last day", change: { $0.request.shipment.originalProof?.validUntil = try Drafting.date(Drafting.day) }),
        backToBack("a year after its issue", change: {
            $0.request.shipment.originalProof?.issued = try Drafting.date("2025-11-01")
        }),
        backToBack("a year and a day", "original.expired") {
            $0.request.shipment.originalProof?.issued = try Drafting.date("2025-10-31")
        },
        backToBack("of the same Party", "original.sameParty") {
            $0.request.shipment.originalProof?.exportingParty = try Drafting.party("CN")
        },
        backToBack("processed", "original.operations") { $0.request.shipment.originalProof?.operations.append(.other) },
        backToBack("declaration without code", "original.authorisationCode") {
            $0.request.shipment.originalProof?.kind = .declarationOfOrigin
        },
        backToBack("one above the original", "original.quantity") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("800.000000000001", "pcs")
        },
        backToBack("two items together above", "original.quantity") {
            $0.request.shipment.items.append(.init(good: "T1", quantity: try Drafting.quantity("0.5", "pcs")))
        },
        backToBack("thousandths that fill it exactly", change: {
            $0.request.shipment.originalProof?.uses = [
                .init(proof: "D-1", item: "T1", quantity: try Drafting.quantity("1199.999", "pcs")),
                .init(proof: "D-2", item: "T1", quantity: try Drafting.quantity("0.001", "pcs")),
            ]
        }),
        backToBack("uses of another item do not count", change: {
            $0.request.shipment.originalProof?.uses.append(
                .init(proof: "D-2", item: "T2", quantity: try Drafting.quantity("2000", "pcs")))
        }),
        backToBack("another unit", "original.otherUnit") {
            $0.request.shipment.items[0].quantity = try Drafting.quantity("8", "boxes")
        },
        backToBack("earlier use in another unit", "original.otherUnit") {
            $0.request.shipment.originalProof?.uses[0].quantity.unit = "boxes"
        },
        backToBack("no such item", "original.noSuchItem") { $0.request.shipment.items[0].good = "T9" },
        backToBack("no quantity", "quantity.missing") { $0.request.shipment.items[0].quantity = nil },
        backToBack("a claim of its own", "original.claim") {
            $0.request.shipment.items[0].claim = .highestOfAll(try Drafting.party("TH"))
        },
        backToBack("code of no edition", "good.notOnFile", "hsCode.notInAnnex") {
            $0.request.shipment.originalProof?.items[0].hsCode = try #require(HSCode("4011.41"))
        },
        backToBack("first Party is none", "party.unknown") {
            $0.request.shipment.originalProof?.exportingParty = try Drafting.party("IN")
        },
    ]

    static let cases = minimum + authority + certificates + determinations + values + origins + originals

    @Test(arguments: cases)
    func isRefusedForThis(given: Case) throws {
        var drafting = try given.start()
        try given.change(&drafting)
        let codes = try drafting.codes()
        #expect(codes == given.codes)
    }

    /// Every reason says in both languages what is wrong and what would cure it, and by which article.
    @Test(arguments: cases.filter { !$0.codes.isEmpty })
    func saysWhyAndWhatCuresIt(given: Case) throws {
        var drafting = try given.start()
        try given.change(&drafting)
        guard case .failure(let refusals) = try drafting.attempt() else {
            Issue.record("nothing refused")
            return
        }
        for refusal in refusals.reasons {
            for text in [refusal.reason, refusal.cure] {
                #expect(text.english.hasSuffix(".") && text.chinese.contains { !$0.isASCII })
            }
            #expect(refusal.article.hasPrefix("Annex 3B") || refusal.article.first?.isNumber == true)
        }
    }

    /// No code in the sources without a row here, and none here that is gone.
    @Test func everyCodeHasACase() throws {
        let folder = URL(fileURLWithPath: ReceivedProofs.rules).deletingLastPathComponent()
            .appendingPathComponent("Sources/ProofsOfOrigin/Articles")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        var written: Set<String> = []
        let call = try Regex(#"Refusal\(\s*"([A-Za-z]+\.[A-Za-z]+)",\s*article:"#)
        for name in names {
            let source = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            written.formUnion(source.matches(of: call).compactMap { $0.output[1].substring.map(String.init) })
        }
        #expect(written.count > 40)
        #expect(written.subtracting(Self.cases.flatMap(\.codes)).sorted() == [])
        #expect(Set(Self.cases.flatMap(\.codes)).subtracting(written).sorted() == [])
    }
}
