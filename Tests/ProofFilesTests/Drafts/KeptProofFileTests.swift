import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import ProofsOfOrigin
import Testing

@testable import ProofFiles

/// A draft that is read back out of its `rcep-proof/1`.
struct KeptProofFileTests {
    private static func draft(
        _ kind: ProofDraft.Kind = .declarationOfOrigin, mark: StatedCountryOfOrigin.Mark = .none,
        producer: ProducerStatement = .notAvailable, fob: Bool = true
    ) throws -> ProofDraft {
        let china = try #require(CountryCode("CN"))
        let day = try #require(CalendarDate("2026-06-01"))
        let firm = TradingParty(name: "Firm & \"Co\"", chineseName: "重庆", address: "1 <Road>", country: china)
        let amount = try ExactDecimal(parsing: "820.00")
        let item = ProofItem(
            number: 1, good: "G-1", marks: nil, packages: "40 cartons", description: "Good", hsCode: try #require(HSCode("871120")),
            edition: .hs2022, criterion: .regionalValueContent, supplements: [.cumulation, .deMinimis],
            countryOfOrigin: .init(party: china, mark: mark), quantity: Quantity(amount: amount, unit: "pcs"),
            grossWeightKg: amount, fob: fob ? Money(amount, try #require(CurrencyCode("USD"))) : nil, producer: producer)
        let shipment = Shipment(
            importingParty: try #require(CountryCode("VN")), consignee: firm, transport: .init(departure: day),
            invoices: [.init(number: "INV", date: day)], invoicingCompany: .init(name: "Third", country: china), items: [],
            trueCopyOf: .init(number: "OLD", issued: day))
        return ProofDraft(
            kind: kind, number: "A-1", drafted: day, validUntil: day, keepUntil: day, exporter: firm, authorisationCode: "AE1",
            signatory: .init(name: "Li Wei", position: "Manager"), exportingParty: china, shipment: shipment, items: [item],
            remarks: ["A remark"], ticks: [.thirdPartyInvoicing, .backToBack], notes: [BilingualText(en: "a note", zh: "提示")])
    }

    private static func bytes(_ draft: ProofDraft, _ language: Language = .english) -> [UInt8] {
        Array(ProofJSON(draft, language: language).text().utf8)
    }

    static let producers: [ProducerStatement] = [.notAvailable, .confidential]

    @Test(arguments: ProofDraft.Kind.allCases, StatedCountryOfOrigin.Mark.allCases)
    func isReadBack(kind: ProofDraft.Kind, mark: StatedCountryOfOrigin.Mark) throws {
        for producer in Self.producers + [.named(try Self.draft().exporter)] {
            for language in [Language.english, .chinese] {
                let draft = try Self.draft(kind, mark: mark, producer: producer, fob: mark == .none)
                let kept = Self.bytes(draft, language)
                let read = try KeptProofFile.read(kept, file: "p", shipment: draft.shipment)
                #expect(read.items == draft.items && read.ticks == draft.ticks && read.exporter == draft.exporter)
                #expect(read.kind == kind && read.number == "A-1" && read.signatory == draft.signatory)
                #expect(Self.bytes(read) == kept)
            }
        }
    }

    @Test("another shipment than the one kept would make another document")
    func otherShipment() throws {
        let draft = try Self.draft()
        var other = draft.shipment
        other.invoices = []
        let problems = try Self.problems(Self.bytes(draft), other)
        #expect(problems.map(\.code) == ["keptProof.differs"] && problems.first?.file == "p")
    }

    @Test("what is no proof is refused, and where", arguments: [
        ("ACME-2026-000001", "json."), ("[]", "keptProof."), (#"{"format": "rcep-proof/1"}"#, "keptProof."),
        (#"{"format": "rcep-proof/2"}"#, "keptProof."),
    ])
    func noProof(_ text: String, _ family: String) throws {
        let problems = try Self.problems(Array(text.utf8), try Self.draft().shipment)
        #expect(!problems.isEmpty && problems.allSatisfy { $0.code.hasPrefix(family) && $0.file == "p" })
    }

    @Test("a value that was changed by hand is never laid out in silence", arguments: [
        ("\"RVC\"", "\"RVX\""), ("\"CN\"", "\"China\""), ("2026-06-01", "2026-06-31"), ("\"backToBack\"", "\"backtoback\""),
        ("8711.20", "8711.2"), ("\"state\": \"draft\"", "\"state\": \"issued\""),
    ])
    func changed(_ from: String, _ to: String) throws {
        let draft = try Self.draft()
        let text = String(decoding: Self.bytes(draft), as: UTF8.self)
        let changed = text.replacing(from, with: to)
        #expect(changed != text)
        #expect(try !Self.problems(Array(changed.utf8), draft.shipment).isEmpty)
    }

    private static func problems(_ bytes: [UInt8], _ shipment: Shipment) throws -> [InputProblem] {
        do throws(InputProblems) {
            _ = try KeptProofFile.read(bytes, file: "p", shipment: shipment)
            return []
        } catch {
            return error.problems
        }
    }
}
