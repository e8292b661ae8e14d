import OriginModel
import Testing

@testable import ProofRegister

/// Sums and counts over what a register has.
struct UtilisationTests {
    private func proof(
        _ party: String, on date: String, saved: [String?], currency: String = "USD", criterion: String = "RVC"
    ) throws -> NewProof {
        var proof = try newProof()
        proof.importingParty = try ProofRegisterTests.party(party)
        proof.drafted = try day(date)
        let first = proof.goods[0]
        proof.goods = try saved.enumerated().map { index, amount in
            var good = first
            good.item = index + 1
            good.criterion = criterion
            good.dutySaved = try amount.map { Money(try ExactDecimal(parsing: $0), try #require(CurrencyCode(currency))) }
            return good
        }
        return proof
    }

    private func utilisation(
        _ proofs: [NewProof], withdrawing: Set<Int> = [], refusals: [RefusedDraft] = []
    ) throws -> Utilisation {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            for (index, proof) in proofs.enumerated() {
                let number = try register.issue(proof) { attachments($0) }.number
                if withdrawing.contains(index) {
                    try register.withdraw(number, by: "Li Na", date: proof.drafted, why: "not sent")
                }
            }
            for refusal in refusals { try register.recordRefusal(refusal) }
            return Utilisation(proofs: try register.proofs(), refusals: try register.refusals())
        }
    }

    private func refusal(_ reasons: [(String, String, String?)]) throws -> RefusedDraft {
        RefusedDraft(
            kind: .declarationOfOrigin, exporter: "ACME", importingParty: try ProofRegisterTests.party("VN"),
            date: try day("2026-05-04"), by: "Li Na", goods: ["a", "b"],
            reasons: reasons.map { .init(code: $0.0, article: $0.1, good: $0.2) })
    }

    @Test("nothing at all")
    func nothing() throws {
        let none = try utilisation([])
        #expect(none.claims.isEmpty && none.parties.isEmpty && none.reasons.isEmpty && none.subjects.isEmpty)
    }

    @Test("by month and Party; months end with their last day")
    func months() throws {
        let found = try utilisation([
            proof("VN", on: "2026-05-31", saved: ["1.10"]), proof("VN", on: "2026-06-01", saved: ["2"]),
            proof("JP", on: "2026-05-01", saved: ["0.005", "3"]),
        ])
        #expect(found.claims.map { "\($0.month) \($0.party) \($0.proofs) \($0.goods)" } == [
            "2026-05 JP 1 2", "2026-05 VN 1 1", "2026-06 VN 1 1",
        ])
        #expect(found.claims.map { $0.saved.map { $0.money.amount.fixed(decimals: 3) } } == [["3.005"], ["1.100"], ["2.000"]])
        #expect(found.parties.map { "\($0.party) \($0.goods)" } == ["JP 2", "VN 2"])
    }

    @Test("what is not known is counted as that, and is in no sum")
    func unknown() throws {
        let found = try utilisation([
            proof("VN", on: "2026-05-04", saved: [nil, "0", nil]), proof("JP", on: "2026-05-04", saved: [nil]),
        ])
        #expect(found.claims.map(\.goodsWithoutSaving) == [1, 2])
        #expect(found.claims.map { $0.saved.count } == [0, 1])
        #expect(found.parties.map { "\($0.party) \($0.goodsWithoutSaving) \($0.saved.count)" } == ["VN 2 1", "JP 1 0"])
    }

    @Test("currencies are never added to one another")
    func currencies() throws {
        let found = try utilisation([
            proof("VN", on: "2026-05-04", saved: ["1"]), proof("VN", on: "2026-05-05", saved: ["2", "3"], currency: "CNY"),
        ])
        #expect(found.parties.map { $0.saved.map { "\($0.money)" } } == [["CNY 5.00", "USD 1.00"]])
    }

    @Test("a withdrawn proof is no claim")
    func withdrawn() throws {
        let found = try utilisation([
            proof("VN", on: "2026-05-04", saved: ["1"]), proof("JP", on: "2026-05-04", saved: ["1"], criterion: "CTC"),
        ], withdrawing: [0])
        #expect(found.parties.map(\.party) == ["JP"] && found.criteria.map(\.name) == ["CTC"])
    }

    @Test("a reason counts once a draft, with every good it was about; so does what it is about")
    func reasons() throws {
        let found = try utilisation([], refusals: [
            refusal([
                ("verdict.notOnEvidence", "3.2", "b"), ("verdict.notOnEvidence", "3.2", "a"), ("fob.missing", "Annex 3B", "a"),
            ]),
            refusal([("verdict.notOnEvidence", "3.2", "a"), ("fob.lower", "3.5", nil)]),
            refusal([("verdict.undetermined", "3.2", "c")]), refusal([("verdict.notOriginating", "3.2", "d")]),
        ])
        #expect(found.reasons.map { "\($0.code) \($0.drafts) \($0.goods.joined(separator: ","))" } == [
            "verdict.notOnEvidence 2 a,b", "fob.lower 1 ", "fob.missing 1 a", "verdict.notOriginating 1 d",
            "verdict.undetermined 1 c",
        ])
        #expect(found.reasons.map(\.article) == ["3.2", "3.5", "Annex 3B", "3.2", "3.2"])
        #expect(found.subjects.map { "\($0.name) \($0.count)" } == [
            "fob 2", "verdict.notOnEvidence 2", "verdict.notOriginating 1", "verdict.undetermined 1",
        ])
        #expect(found.refusedDrafts == 4)
    }
}
