import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import Testing

@testable import ProofsOfOrigin

/// What stands on a draft that nothing stands against.
struct DraftTests {
    @Test func aDeclaration() throws {
        let draft = try Drafting.declaration().draft()
        #expect(draft.kind == .declarationOfOrigin)
        #expect(draft.number == nil)
        #expect(draft.authorisationCode == "AE5000012345")
        #expect(draft.signatory?.name == "Li Wei")
        #expect("\(draft.validUntil)" == "2027-11-01")
        #expect("\(draft.keepUntil)" == "2029-11-01")
        #expect("\(draft.exportingParty)" == "CN" && "\(draft.importingParty)" == "VN")
        #expect(draft.ticks.isEmpty && draft.remarks.isEmpty)
        let item = try #require(draft.items.first)
        #expect(item.number == 1 && item.hsCode.printed == "8711.20" && item.edition == .hs2022)
        #expect(item.criterionCode == "RVC")
        #expect(item.fob == (try Drafting.usd("820.00")))
        #expect(item.countryOfOrigin.description == "CN")
        #expect(item.producer == .named(draft.exporter))
    }

    @Test func aCertificateNamesNoApprovedExporter() throws {
        var drafting = try Drafting.certificate()
        drafting.request.profile.authorisation = try Drafting.declaration().request.profile.authorisation
        let draft = try drafting.draft()
        #expect(draft.authorisationCode == nil && draft.signatory == nil)
    }

    /// 29 February has no day of the same name a year later.
    @Test(arguments: [("2028-02-29", "2029-02-28"), ("2027-02-28", "2028-02-28"), ("2026-12-31", "2027-12-31")])
    func aYearFrom(day: String, last: String) throws {
        let validity = try ReceivedProofs.requirements().validity
        #expect("\(validity.lastDay(from: try Drafting.date(day)))" == last)
    }

    // MARK: Criterion and FOB

    /// Dossier, what box 10 states, whether FOB is stated.
    @Test(arguments: [
        ("motorcycle-to-viet-nam", "RVC", true), ("garments-to-japan", "CTC DMI", false),
        ("lcd-panel-to-korea", "RVC ACU", true), ("citrus-to-singapore", "WO", false),
        ("hot-pot-seasoning-to-singapore", "RVC", true), ("chemical-by-reaction", "CR", false),
        ("aluminium-bars-to-thailand", "CTC", false),
    ])
    func criterion(name: String, code: String, statesFOB: Bool) throws {
        var drafting = try Drafting.certificate()
        let dossier = try Drafting.dossier(name)
        drafting.dossiers = [dossier]
        drafting.request.date = try #require(dossier.date)
        drafting.request.shipment.importingParty = try #require(dossier.importingParty)
        drafting.request.shipment.transport.departure = dossier.date
        drafting.request.shipment.items = [.init(good: dossier.good.id, description: "Good in English")]
        let item = try #require(try drafting.draft().items.first)
        #expect(item.criterionCode == code)
        #expect((item.fob != nil) == statesFOB)
    }

    /// The dossier claims PE with cumulation; its bean paste has no evidence, and with it the draft states PE.
    @Test func evidenceDecidesTheCriterion() throws {
        var drafting = try Drafting.certificate()
        var dossier = try Drafting.dossier("hot-pot-seasoning-to-singapore")
        let paste = try #require(dossier.materials.firstIndex { $0.id == "40" })
        dossier.materials[paste].evidence = Evidence(
            kind: .supplierDeclaration, reference: "SD-1", date: try Drafting.date("2026-03-01"))
        drafting.dossiers = [dossier]
        drafting.request.date = try #require(dossier.date)
        drafting.request.shipment.importingParty = try #require(dossier.importingParty)
        drafting.request.shipment.transport.departure = dossier.date
        drafting.request.shipment.items = [.init(good: dossier.good.id, description: "Hot pot seasoning")]
        let item = try #require(try drafting.draft().items.first)
        #expect(item.criterionCode == "PE ACU" && item.fob == nil)
    }

    /// The good that was determined with one quantity is sent in another; only under RVC has its value to be stated.
    @Test func anotherQuantityWithoutRVCNeedsNoFOB() throws {
        var drafting = try Drafting.certificate()
        let dossier = try Drafting.dossier("aluminium-bars-to-thailand")
        drafting.dossiers = [dossier]
        drafting.request.date = try #require(dossier.date)
        drafting.request.shipment.importingParty = try #require(dossier.importingParty)
        drafting.request.shipment.transport.departure = dossier.date
        drafting.request.shipment.items = [
            .init(good: dossier.good.id, quantity: try Drafting.quantity("5000", "kg")),
        ]
        let item = try #require(try drafting.draft().items.first)
        #expect(item.fob == nil)
        #expect(item.quantity == (try Drafting.quantity("5000", "kg")))
    }

    // MARK: Country of origin

    @Test(arguments: [("*", "JP *"), ("**", "NZ **"), ("", "CN")])
    func mark(mark: String, stated: String) throws {
        var drafting = try Drafting.certificate()
        // The Japanese material needs evidence for the claim that rests on it.
        let evidence = Evidence(kind: .certificateOfOrigin, reference: "JP-1", date: try Drafting.date("2026-10-01"))
        for index in drafting.dossiers[0].materials.indices
        where drafting.dossiers[0].materials[index].status == .originating {
            drafting.dossiers[0].materials[index].evidence = evidence
        }
        drafting.request.shipment.items[0].claim =
            switch mark {
            case "*": .highestOfContributors(try Drafting.party("JP"))
            case "**": .highestOfAll(try Drafting.party("NZ"))
            default: .countryOfOrigin
            }
        let draft = try drafting.draft()
        #expect(draft.items.first?.countryOfOrigin.description == stated)
        #expect(draft.notes.contains { $0.english.contains("highest rate") } == !mark.isEmpty)
    }

    // MARK: Boxes

    @Test(arguments: [
        (["CONFIDENTIAL", "CONFIDENTIAL"], "CONFIDENTIAL"), (["NOT AVAILABLE", "NOT AVAILABLE"], "NOT AVAILABLE"),
        (["CONFIDENTIAL", "NOT AVAILABLE"], "SEE BOX 8"), (["", "CONFIDENTIAL"], "SEE BOX 8"),
    ])
    func producerBox(statements: [String], words: String) throws {
        var drafting = try Drafting.certificate()
        drafting.request.shipment.items = statements.enumerated().map { index, statement in
            let producer: ProducerStatement? =
                switch statement {
                case "CONFIDENTIAL": .confidential
                case "NOT AVAILABLE": .notAvailable
                default: nil
                }
            return Shipment.Item(good: "CQ-150", marks: "\(index)", producer: producer)
        }
        let draft = try drafting.draft()
        #expect(draft.producerBox.words == words)
        #expect(draft.items.map(\.number) == [1, 2])
    }

    @Test func oneProducerStandsInTheBox() throws {
        let draft = try Drafting.certificate().draft()
        #expect(draft.producerBox == .named(draft.exporter))
        #expect(draft.producerBox.words == nil)
    }

    @Test func issuedRetroactively() throws {
        var drafting = try Drafting.certificate()
        drafting.request.shipment.transport.departure = try Drafting.date("2026-10-31")
        drafting.request.shipment.lateBecause = "strike at the port"
        let draft = try drafting.draft()
        #expect(draft.ticks == [.issuedRetroactively])
        #expect(draft.remarks == ["ISSUED RETROACTIVELY"])
    }

    /// A declaration is completed by the exporter at any time; the words are of certificates.
    @Test func aDeclarationIsNeverIssuedRetroactively() throws {
        var drafting = try Drafting.declaration()
        drafting.request.shipment.transport.departure = try Drafting.date("2026-10-31")
        #expect(try drafting.draft().ticks.isEmpty)
    }

    /// A copy made after shipment is not issued retroactively by that, and is valid no longer than the original.
    @Test func certifiedTrueCopy() throws {
        var drafting = try Drafting.certificate()
        drafting.request.shipment.transport.departure = try Drafting.date("2026-03-05")
        drafting.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-03-01"))
        let draft = try drafting.draft()
        #expect(draft.remarks == ["CERTIFIED TRUE COPY of C-1, issued on 2026-03-01"])
        #expect(draft.ticks.isEmpty)
        #expect("\(draft.validUntil)" == "2027-03-01")
    }

    /// What the original says the copy says, too.
    @Test func certifiedTrueCopyOfALateCertificate() throws {
        var drafting = try Drafting.certificate()
        drafting.request.shipment.transport.departure = try Drafting.date("2026-02-28")
        drafting.request.shipment.lateBecause = "strike at the port"
        drafting.request.shipment.trueCopyOf = .init(number: "C-1", issued: try Drafting.date("2026-03-01"))
        let draft = try drafting.draft()
        #expect(draft.remarks == ["ISSUED RETROACTIVELY", "CERTIFIED TRUE COPY of C-1, issued on 2026-03-01"])
        #expect(draft.ticks == [.issuedRetroactively])
    }

    @Test func thirdPartyInvoice() throws {
        var drafting = try Drafting.declaration()
        drafting.request.shipment.invoicingCompany = .init(name: "Lion City Trading", country: try Drafting.party("SG"))
        let draft = try drafting.draft()
        #expect(draft.ticks == [.thirdPartyInvoicing])
        #expect(draft.remarks == ["Third-party invoicing: Lion City Trading, SG"])
    }

    @Test func backToBack() throws {
        let draft = try Drafting.backToBack().draft()
        #expect(draft.ticks == [.backToBack])
        #expect(draft.remarks == [
            "Back-to-back: original proof TH26-RCEP-900311 of 2026-01-20, first exporting Party TH, RCEP country of origin TH",
        ])
        #expect("\(draft.validUntil)" == "2027-01-20")
        let item = try #require(draft.items.first)
        #expect(item.criterionCode == "CTC ACU" && item.countryOfOrigin.description == "TH")
        #expect(draft.producerBox == .notAvailable)
    }

    /// Only of what is sent on, with the code of the approved exporter; and the own year where it ends first.
    @Test func backToBackOfADeclaration() throws {
        var drafting = try Drafting.backToBack()
        var other = try #require(drafting.request.shipment.originalProof?.items[0])
        other.id = "T2"
        other.countryOfOrigin = try Drafting.party("VN")
        drafting.request.shipment.originalProof?.items.append(other)
        drafting.request.shipment.originalProof?.kind = .declarationOfOrigin
        drafting.request.shipment.originalProof?.authorisationCode = "TH-88"
        drafting.request.shipment.originalProof?.validUntil = try Drafting.date("2029-01-01")
        let draft = try drafting.draft()
        #expect(draft.remarks == [
            "Back-to-back: original proof TH26-RCEP-900311 of 2026-01-20, first exporting Party TH, RCEP country of origin TH"
                + ", approved exporter TH-88",
        ])
        #expect("\(draft.validUntil)" == "2027-11-01")
    }

    // MARK: Notes

    @Test func withoutARouteDirectTransportIsSupposed() throws {
        var drafting = try Drafting.certificate()
        #expect(try drafting.draft().notes.contains { $0.english.hasPrefix("No route is stated for item 1") })
        drafting.dossiers[0].route = [RouteStop(country: try Drafting.party("SG"), customsControl: true)]
        #expect(try !drafting.draft().notes.contains { $0.english.hasPrefix("No route") })
    }

    @Test(arguments: [("200.00", true), ("200.01", false)])
    func waiver(fob: String, isNoted: Bool) throws {
        var drafting = try Drafting.certificate()
        let dossier = try Drafting.dossier("citrus-to-singapore")
        drafting.dossiers = [dossier]
        drafting.request.date = try #require(dossier.date)
        drafting.request.shipment.importingParty = try #require(dossier.importingParty)
        drafting.request.shipment.transport.departure = dossier.date
        drafting.request.shipment.items = [.init(good: dossier.good.id, fob: try Drafting.usd(fob))]
        #expect(try drafting.draft().notes.contains { $0.english.contains("3.22") } == isNoted)
    }
}
