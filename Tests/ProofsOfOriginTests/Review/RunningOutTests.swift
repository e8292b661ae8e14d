import OriginModel
import Testing

@testable import ProofsOfOrigin

struct RunningOutTests {
    private static let day = "2026-11-24"

    private func runningOut(within: Int = 30) throws -> RunningOut {
        RunningOut(on: try ReviewSamples.date(Self.day), within: within)
    }

    @Test("the last day still counts, and so does the last of the days ahead", arguments: [
        ("2026-11-23", 30, ReviewFinding.Grade.ranOut), ("2026-11-24", 30, .runsOut), ("2026-12-24", 30, .runsOut),
        ("2026-12-25", 30, nil), ("2026-11-24", 0, .runsOut), ("2026-11-25", 0, nil), ("2026-11-23", 0, .ranOut),
        ("2025-01-01", 30, .ranOut), ("2027-11-24", 365, .runsOut), ("2027-11-25", 365, nil),
    ] as [(String, Int, ReviewFinding.Grade?)])
    func grades(_ lastDay: String, _ within: Int, _ grade: ReviewFinding.Grade?) throws {
        #expect(try runningOut(within: within).grade(of: ReviewSamples.date(lastDay)) == grade)
    }

    private func codes(_ findings: [ReviewFinding]) -> [String] { findings.map { "\($0.grade.rawValue) \($0.code)" } }

    @Test("the validity of a proof, by its stage", arguments: [
        (ReviewedProof.Stage.signed, "2026-11-23", ["ranOut proof.validity"]), (.signed, "2026-12-24", ["runsOut proof.validity"]),
        (.signed, "2026-12-25", []), (.sent, "2026-11-24", ["runsOut proof.validity"]), (.sent, "2026-11-23", []),
        // It begins when a draft is signed.
        (.draft, "2026-11-23", []), (.draft, "2026-11-24", []),
    ] as [(ReviewedProof.Stage, String, [String])])
    func validity(_ stage: ReviewedProof.Stage, _ lastDay: String, _ expected: [String]) throws {
        let found = try runningOut().findings(of: ReviewSamples.proof(stage, validUntil: lastDay))
        #expect(codes(found) == expected)
        #expect(found.allSatisfy { $0.article == "3.16" && "\($0.lastDay?.description ?? "")" == lastDay })
    }

    @Test("a draft ends with its original proof", arguments: [
        (ReviewedProof.Stage.draft, "2026-11-23", ["ranOut original.validity"]),
        (.draft, "2026-12-24", ["runsOut original.validity"]), (.draft, "2026-12-25", []), (.sent, "2026-11-23", []),
    ] as [(ReviewedProof.Stage, String, [String])])
    func original(_ stage: ReviewedProof.Stage, _ lastDay: String, _ expected: [String]) throws {
        #expect(codes(try runningOut().findings(of: ReviewSamples.proof(stage, originalUntil: lastDay))) == expected)
    }

    @Test("records: only that keeping ends soon", arguments: [
        ("2026-11-23", []), ("2026-11-24", ["runsOut records.keeping"]), ("2026-12-24", ["runsOut records.keeping"]), ("2026-12-25", []),
    ] as [(String, [String])])
    func records(_ lastDay: String, _ expected: [String]) throws {
        #expect(codes(try runningOut().findings(of: ReviewSamples.proof(.sent, validUntil: "2026-01-01", keepUntil: lastDay))) == expected)
    }

    // MARK: Exporters

    private func profile(validUntil: String = "2028-02-29", signs until: String? = nil) throws -> ExporterProfile {
        var profile = try Drafting.declaration().request.profile
        profile.authorisation?.validUntil = try ReviewSamples.date(validUntil)
        profile.authorisation?.signatories = [.init(name: "Li Wei", until: try until.map { try ReviewSamples.date($0) })]
        return profile
    }

    @Test("the authorisation", arguments: [
        ("2026-11-23", ["ranOut authorisation.validity"]), ("2026-12-24", ["runsOut authorisation.validity"]), ("2026-12-25", []),
    ] as [(String, [String])])
    func authorisation(_ lastDay: String, _ expected: [String]) throws {
        let found = try runningOut().findings(of: profile(validUntil: lastDay), pending: [])
        #expect(codes(found) == expected)
        #expect(found.allSatisfy { $0.proofs.isEmpty && $0.exporter == "jialing" && $0.article == "3.21" })
        var firm = try profile(validUntil: lastDay)
        firm.authorisation = nil
        #expect(try runningOut().findings(of: firm, pending: []).isEmpty)
    }

    @Test("somebody who no longer signs matters only to drafts that name them", arguments: [
        ("2026-11-23", false, []), ("2026-11-23", true, ["ranOut signatory.period"]),
        ("2026-11-24", false, ["runsOut signatory.period"]), ("2026-12-25", true, []), (nil, true, []),
    ] as [(String?, Bool, [String])])
    func signatory(_ until: String?, _ isNamed: Bool, _ expected: [String]) throws {
        let pending = isNamed ? [try ReviewSamples.proof(.draft)] : []
        let found = try runningOut().findings(of: profile(signs: until), pending: pending)
        #expect(codes(found) == expected)
        #expect(found.allSatisfy { $0.proofs == pending.map(\.number) })
    }

    // MARK: Evidence

    private func dossier(evidenceUntil last: String?, inIntermediate: Bool = false, status: Material.Status = .originating) throws -> Dossier {
        var dossier = try Drafting.dossier("motorcycle-to-viet-nam")
        for index in dossier.materials.indices {
            dossier.materials[index].evidence = nil
            dossier.materials[index].selfProduced = nil
        }
        var material = dossier.materials[0]
        material.id = "M1"
        material.status = status
        material.evidence = Evidence(
            kind: .supplierDeclaration, reference: "SD-7", date: try ReviewSamples.date("2026-01-01"),
            validUntil: try last.map { try ReviewSamples.date($0) })
        if inIntermediate {
            dossier.materials[0].id = "I1"
            dossier.materials[0].selfProduced = SelfProduced(materials: [material])
        } else {
            dossier.materials[0] = material
        }
        return dossier
    }

    @Test("evidence that states a last day", arguments: [
        ("2026-11-23", ["ranOut evidence.validity"]), ("2026-12-24", ["runsOut evidence.validity"]), ("2026-12-25", []), (nil, []),
    ] as [(String?, [String])])
    func evidence(_ last: String?, _ expected: [String]) throws {
        let proof = try ReviewSamples.proof()
        #expect(codes(try runningOut().findings(of: [(proof, dossier(evidenceUntil: last))])) == expected)
        let inner = try runningOut().findings(of: [(proof, dossier(evidenceUntil: last, inIntermediate: true))])
        #expect(codes(inner) == expected)
        #expect(inner.allSatisfy { $0.why.english.contains("I1/M1") && $0.why.chinese.contains("I1/M1") })
    }

    @Test("evidence of what does not originate bears nothing")
    func idleEvidence() throws {
        let idle = try dossier(evidenceUntil: "2026-11-23", status: .nonOriginating)
        #expect(try runningOut().findings(of: [(ReviewSamples.proof(), idle)]).isEmpty)
    }

    @Test("the same paper of several proofs is told once, with all of them")
    func once() throws {
        var second = try ReviewSamples.proof()
        second.number = "D-2"
        let same = try dossier(evidenceUntil: "2026-11-23")
        let renewed = try dossier(evidenceUntil: "2026-12-24")
        let first = try ReviewSamples.proof()
        let found = try runningOut().findings(of: [(first, same), (second, same), (second, same), (second, renewed)])
        #expect(codes(found) == ["ranOut evidence.validity", "runsOut evidence.validity"])
        #expect(found.map(\.proofs) == [["D-1", "D-2"], ["D-2"]])
    }
}
