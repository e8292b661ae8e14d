import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import Testing

@testable import ProofsOfOrigin

/// Proofs with nothing against them, to be spoilt by the tests, and the law they are checked against.
enum ReceivedProofs {
    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules").path

    private struct Law: Sendable {
        let law: LawInForce
        let requirements: ProofRequirements
    }

    private static let law = Result<Law, any Error> {
        let directory = try #require(
            RuleDirectory.locate(explicit: rules, environment: [:], executable: "/nowhere"))
        return Law(
            law: try directory.law(on: day("2026-06-01"), editions: Set(HSEdition.allCases)),
            requirements: try directory.proofRequirements(on: day("2026-06-01")))
    }

    static func lawInForce() throws -> LawInForce { try law.get().law }
    static func requirements() throws -> ProofRequirements { try law.get().requirements }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func amount(_ text: String, _ unit: String) throws -> ReceivedProof.Amount {
        .init(amount: try ExactDecimal(parsing: text), unit: unit)
    }

    static func check(
        _ proof: ReceivedProof, on date: String = "2026-06-01", original: ReceivedProof? = nil,
        others: [ReceivedProof] = [], list: AppendixList? = nil
    ) throws -> ProofCheck {
        let known = try law.get()
        var law = known.law
        if let list { law.appendixLists[list.party] = list }
        return ProofChecking(ProofCheckRequest(
            proof: proof, law: law, requirements: known.requirements, date: try day(date), original: original,
            others: others)).check()
    }

    // MARK: Good proofs

    /// Motorcycles (RVC40) and wiring harnesses (CTH or RVC40) from China to Viet Nam.
    static func certificate() throws -> ReceivedProof {
        var proof = ReceivedProof()
        proof.kind = .certificateOfOrigin
        proof.number = "CN26-1"
        proof.issued = try day("2026-03-02")
        proof.validUntil = try day("2027-03-02")
        proof.exporter = .init(name: "Jialing Motor Co., Ltd.", address: "18 Jinkai Avenue, Chongqing", country: "CN")
        proof.producer = .words("NOT AVAILABLE")
        proof.signature = .init(name: "Li Wei", date: try day("2026-03-01"))
        proof.certification = .init(body: "Chongqing Customs", date: try day("2026-03-02"), isSealed: true)
        proof.consignee = .init(name: "Song Hong JSC", address: "25 Le Thanh Ton, Ho Chi Minh City", country: "VN")
        proof.exportingParty = "CN"
        proof.importingParty = "VN"
        proof.transport = .init(
            departure: try day("2026-03-02"), vesselOrFlight: "HAI FENG 216", portOfDischarge: "Hai Phong")
        proof.invoices = [.init(number: "JL-118", date: try day("2026-02-26"))]
        proof.items = [
            try item(1, "Motorcycles", "8711.20", "RVC", fob: amount("98400.00", "USD")),
            try item(2, "Wiring harnesses", "854430", "CTC"),
        ]
        return proof
    }

    static func declaration() throws -> ReceivedProof {
        var proof = try certificate()
        proof.kind = .declarationOfOrigin
        proof.certification = nil
        proof.authorisationCode = "AE5000012345"
        proof.signatory = "Li Wei"
        proof.signature = .init(name: "Li Wei", date: try day("2026-03-02"))
        return proof
    }

    /// Tyres of Thailand, sent to China.
    static func original() throws -> ReceivedProof {
        var proof = try certificate()
        proof.number = "TH26-9"
        proof.issued = try day("2026-01-20")
        proof.validUntil = try day("2027-01-20")
        proof.exporter?.country = "TH"
        proof.consignee?.country = "CN"
        proof.exportingParty = "TH"
        proof.importingParty = "CN"
        proof.certification?.date = try day("2026-01-20")
        var tyres = try item(1, "Pneumatic tyres", "4011.40", "CTC")
        tyres.good = "T1"
        tyres.countryOfOrigin = .init(party: "TH")
        tyres.quantity = try amount("5000", "pcs")
        proof.items = [tyres]
        return proof
    }

    /// Part of the tyres, sent on to Viet Nam.
    static func backToBack() throws -> ReceivedProof {
        var proof = try certificate()
        let original = try original()
        proof.items = original.items
        proof.items[0].quantity = try amount("2000", "pcs")
        proof.validUntil = original.validUntil
        var carried = ReceivedProof.Original()
        carried.kind = .certificateOfOrigin
        carried.number = original.number
        carried.issued = original.issued
        carried.exportingParty = "TH"
        carried.countryOfOrigin = "TH"
        proof.originalProof = carried
        proof.ticks = ["backToBack"]
        proof.remarks = ["Back-to-back: original proof TH26-9 of 2026-01-20"]
        return proof
    }

    static func item(
        _ number: Int, _ description: String, _ code: String, _ criterion: String, fob: ReceivedProof.Amount? = nil
    ) throws -> ReceivedProof.Item {
        var item = ReceivedProof.Item()
        item.number = number
        item.description = description
        item.hsCode = code
        item.hsEdition = "2022"
        item.criterion = criterion
        item.countryOfOrigin = .init(party: "CN")
        item.quantity = try amount("120", "pcs")
        item.fob = fob
        return item
    }
}

/// A good proof, what is done to it, and everything that is then found.
struct ReceivedProofCase: Sendable, CustomTestStringConvertible {
    let name: String
    var date = "2026-06-01"
    /// `code grade`, in any order; empty: nothing may be found.
    let findings: [String]
    let proof: @Sendable () throws -> ReceivedProof

    var testDescription: String { name }

    init(
        _ name: String, on date: String = "2026-06-01", _ findings: [String],
        _ base: @escaping @Sendable () throws -> ReceivedProof = ReceivedProofs.certificate,
        spoil: @escaping @Sendable (inout ReceivedProof) throws -> Void
    ) {
        self.name = name
        self.date = date
        self.findings = findings
        proof = {
            var proof = try base()
            try spoil(&proof)
            return proof
        }
    }

    func verify(original: ReceivedProof? = nil, others: [ReceivedProof] = []) throws {
        let check = try ReceivedProofs.check(try proof(), on: date, original: original, others: others)
        #expect(check.findings.map { "\($0.code) \($0.grade.rawValue)" }.sorted() == findings.sorted())
        #expect(check.findings.map(\.grade) == check.findings.map(\.grade).sorted(by: >))
        for finding in check.findings {
            #expect(finding.message.english.hasSuffix(".") && finding.message.chinese.hasSuffix("。"), "\(finding)")
            #expect(finding.found != nil || finding.expected != nil || finding.code.hasSuffix("declaration"), "\(finding)")
            #expect(finding.place.hasPrefix("/"))
        }
    }
}
