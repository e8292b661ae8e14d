import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import Reporting
import Testing

@testable import ProofFiles
@testable import ProofsOfOrigin

/// What is written of a draft whose every text is hostile.
struct DraftWritingTests {
    private static let hostile = "<script>alert(\"1\")</script> & 'x' \u{FFFE}"

    private static func draft(
        _ kind: ProofDraft.Kind = .declarationOfOrigin, criterion: Criterion = .regionalValueContent,
        mark: StatedCountryOfOrigin.Mark = .highestOfAll, number: String? = "A-1"
    ) throws -> ProofDraft {
        let china = try #require(CountryCode("CN"))
        let day = try #require(CalendarDate("2026-06-01"))
        let firm = TradingParty(name: hostile, chineseName: "重庆", address: hostile, country: china, registration: hostile)
        let amount = try ExactDecimal(parsing: "1234567890.000000000001")
        let quantity = Quantity(amount: amount, unit: hostile)
        let item = ProofItem(
            number: 1, good: hostile, marks: hostile, packages: hostile, description: hostile,
            hsCode: try #require(HSCode("871120")), edition: .hs2022, criterion: criterion, supplements: [.cumulation],
            countryOfOrigin: StatedCountryOfOrigin(party: china, mark: mark), quantity: quantity, grossWeightKg: amount,
            fob: criterion == .regionalValueContent ? Money(amount, try #require(CurrencyCode("USD"))) : nil,
            producer: .confidential)
        let shipment = Shipment(
            importingParty: try #require(CountryCode("VN")), consignee: firm,
            transport: .init(departure: day, vesselOrFlight: hostile, portOfLoading: hostile, portOfDischarge: hostile),
            invoices: [.init(number: hostile, date: day)], invoicingCompany: .init(name: hostile, country: china), items: [],
            trueCopyOf: .init(number: hostile, issued: day), remarks: [hostile])
        return ProofDraft(
            kind: kind, number: number, drafted: day, validUntil: day, keepUntil: day, exporter: firm,
            authorisationCode: hostile, signatory: .init(name: hostile, position: hostile), exportingParty: china,
            shipment: shipment, items: [item], remarks: [hostile], ticks: [.thirdPartyInvoicing],
            notes: [BilingualText(en: "a note", zh: "提示")])
    }

    private static func json(_ draft: ProofDraft, _ language: Language = .english) throws -> [String: Any] {
        let text = ProofJSON(draft, language: language).text()
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func jsonKeepsEveryTextAndDigit() throws {
        let proof = try Self.json(try Self.draft())
        #expect(proof["format"] as? String == "rcep-proof/1" && proof["state"] as? String == "draft")
        #expect((proof["exporter"] as? [String: Any])?["name"] as? String == Self.hostile)
        let item = try #require((proof["items"] as? [[String: Any]])?.first)
        #expect((item["quantity"] as? [String: Any])?["amount"] as? String == "1234567890.000000000001")
        #expect((item["countryOfOrigin"] as? [String: Any])?["mark"] as? String == "**")
        #expect(proof["producer"] as? String == "CONFIDENTIAL")
        #expect(proof["ticks"] as? [String] == ["thirdPartyInvoicing"])
    }

    @Test(arguments: [(Language.english, "a note"), (.chinese, "提示")])
    func notesAreInTheReadersLanguage(language: Language, note: String) throws {
        let draft = try Self.draft()
        #expect(try Self.json(draft, language)["notes"] as? [String] == [note])
        #expect(ProofXML(draft, language: language).text().contains(">\(note)</note>"))
    }

    @Test func absentThingsAreLeftOut() throws {
        let proof = try Self.json(try Self.draft(criterion: .chemicalReaction, mark: .none, number: nil))
        #expect(proof["number"] is NSNull)
        let item = try #require((proof["items"] as? [[String: Any]])?.first)
        #expect(item["fob"] == nil)
        #expect((item["countryOfOrigin"] as? [String: Any])?["mark"] == nil)
        #expect(!ProofXML(try Self.draft(number: nil)).text().contains(" number=\"A-1\""))
    }

    @Test(arguments: ProofDraft.Kind.allCases)
    func markupIsEscaped(kind: ProofDraft.Kind) throws {
        let draft = try Self.draft(kind)
        for text in [ProofXML(draft).text(), ProofHTML(draft).text()] {
            #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
            #expect(!text.contains("& '"))
        }
        #expect(!ProofXML(draft).text().unicodeScalars.contains("\u{FFFE}"))
    }

    /// A page says that it is a draft, and leaves the place of the signature empty.
    @Test(arguments: [
        (ProofDraft.Kind.declarationOfOrigin, "Signature (empty in a draft)</h3></section>"),
        (.certificateOfOrigin, "5. For official use</h3></section>"),
    ])
    func pages(kind: ProofDraft.Kind, empty: String) throws {
        let page = ProofHTML(try Self.draft(kind)) { $0.description == "VN" ? "Viet Nam" : nil }.text()
        #expect(page.contains("DRAFT: not a proof of origin"))
        #expect(page.contains(empty))
        #expect(page.contains("Viet Nam"))
    }

    @Test(arguments: [(Language.english, "Cure"), (.chinese, "补救办法")])
    func refusals(language: Language, word: String) throws {
        let reason = Refusal(
            "good.notOnFile", article: "3.21", item: "A", reason: BilingualText(en: "why", zh: "原因"),
            cure: BilingualText(en: "do this", zh: "办法"))
        let context = ReportContext(language: language)
        let report = RefusalReport(.declarationOfOrigin, Refusals([reason]), context)
        let text = report.document().render(as: .text, in: context)
        #expect(text.contains(word) && text.contains("good.notOnFile"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(report.json().utf8)) as? [String: Any])
        let reasons = try #require(json["reasons"] as? [[String: Any]])
        #expect(reasons.first?["article"] as? String == "3.21" && reasons.first?["good"] as? String == "A")
    }
}
