import OriginModel
import Testing

@testable import ProofRegister

@Suite("Changes of state")
struct ChangesTests {
    /// Every state and every wish: the table of what is allowed, written out.
    static let allowed: [ProofState: Set<ProofState>] = [
        .draft: [.signed, .withdrawn, .superseded], .signed: [.sent, .withdrawn, .superseded],
        .sent: [.withdrawn, .superseded], .withdrawn: [], .superseded: [],
    ]

    @Test("from each state to each", arguments: ProofState.allCases, ProofState.allCases)
    func transitions(_ state: ProofState, _ wanted: ProofState) throws {
        guard wanted != .draft else { return }
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let (number, other) = (try register.issueOne().number, try register.issueOne().number)
            let way: [ProofState] = switch state {
            case .draft: []
            case .signed: [.signed]
            case .sent: [.signed, .sent]
            case .withdrawn: [.withdrawn]
            case .superseded: [.superseded]
            }
            for step in way { try change(number, to: step, other, register) }
            let isAllowed = try #require(Self.allowed[state]).contains(wanted)
            #expect(code { try change(number, to: wanted, other, register) } == (isAllowed ? nil : "register.transition"))
            let proof = try register.proof(number)
            #expect(proof.state == (isAllowed ? wanted : state))
            #expect(proof.history.map(\.state) == [.draft] + way + (isAllowed ? [wanted] : []))
            #expect(try register.verify().fault == nil)
        }
    }

    @Test("a correction is a new draft that takes the place of the old one in one step")
    func correction() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let old = try register.issueOne().number
            let new = try register.issue(try newProof(supersedes: .init(number: old, why: "wrong quantity"))) {
                attachments($0)
            }.number
            let (first, second) = (try register.proof(old), try register.proof(new))
            #expect(first.state == .superseded && first.supersededBy == new)
            #expect(second.state == .draft && second.supersedes == old)
            #expect(first.history.last?.why == "wrong quantity")
            #expect(code { try register.issue(try newProof(supersedes: .init(number: old, why: "again"))) { attachments($0) } }
                == "register.transition")
            #expect(try register.verify().fault == nil)
        }
    }

    @Test("what cannot be: an unknown number, a day before the last change, its own place, a dead replacement")
    func refused() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let (number, dead) = (try register.issueOne().number, try register.issueOne().number)
            let date = try day("2026-05-04")
            try register.withdraw(dead, by: "Li Na", date: date, why: "never shipped")
            #expect(code { try register.send("none", by: "L", date: date) } == "register.unknownNumber")
            #expect(code { try register.withdraw(number, by: "L", date: try day("2026-05-03"), why: "w") }
                == "register.dateOrder")
            #expect(code { try register.supersede(number, with: number, by: "L", date: date, why: "w") }
                == "register.selfSuperseding")
            #expect(code { try register.supersede(number, with: dead, by: "L", date: date, why: "w") }
                == "register.deadReplacement")
        }
    }

    @Test("a proof gives way to one of its own exporter alone")
    func otherExporter() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let (acme, beta) = (try register.issueOne().number, try register.issueOne("BETA").number)
            let date = try day("2026-05-04")
            #expect(code { try register.supersede(acme, with: beta, by: "L", date: date, why: "w") } == "register.otherExporter")
            #expect(code { try register.checkCorrection(of: acme, exporter: "BETA", on: date) } == "register.otherExporter")
            #expect(code {
                var entry = try newProof(exporter: "BETA")
                entry.supersedes = .init(number: acme, why: "w")
                _ = try register.issue(entry) { attachments($0) }
            } == "register.otherExporter")
            try register.checkCorrection(of: acme, exporter: "ACME", on: date)
            #expect(try register.verify().entries == 2)
        }
    }

    @Test("a profile changed on top of a version that is no longer the last is refused")
    func profileChangedMeanwhile() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            func add(_ text: String, changing base: Int) throws -> Int {
                try register.addProfile(named: "acme", title: "Acme", bytes: Array(text.utf8), by: "Li Na", changing: base)
            }
            #expect(try add("a", changing: 0) == 1)
            #expect(code { _ = try add("b", changing: 0) } == "register.profileChanged")
            #expect(try add("b", changing: 1) == 2)
            #expect(code { _ = try add("c", changing: 1) } == "register.profileChanged")
            #expect(try register.profile(named: "acme").version == 2)
        }
    }

    @Test("profiles are kept in versions; the same bytes add none")
    func profiles() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            func add(_ text: String) throws -> Int {
                try register.addProfile(named: "acme", title: "Acme", bytes: Array(text.utf8), by: "Li Na")
            }
            #expect(try [add("a"), add("a"), add("b"), add("a")] == [1, 1, 2, 3])
            #expect(try register.profile(named: "acme").version == 3)
            #expect(try register.profile(named: "acme", version: 2).bytes == Array("b".utf8))
            #expect(code { try register.profile(named: "beta") } == "register.unknownProfile")
            #expect(try register.verify().fault == nil)
        }
    }

    @Test("a refusal is kept with its reasons")
    func refusals() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let refusal = RefusedDraft(
                kind: .declarationOfOrigin, exporter: "acme", importingParty: try party("JP"),
                date: try day("2026-05-04"), by: "Li Na", goods: ["a", "b\nc\\"],
                reasons: [.init(code: "authorisation.expired", article: "3.21"),
                          .init(code: "verdict", article: "3.2", good: "b\nc\\")])
            try register.recordRefusal(refusal)
            #expect(try register.refusals() == [refusal])
            #expect(try register.refusals(from: try day("2026-05-05")) == [])
            #expect(try register.verify().fault == nil)
        }
    }

    private func change(_ number: String, to state: ProofState, _ other: String, _ register: ProofRegister) throws {
        let date = try day("2026-05-04")
        switch state {
        case .draft: break
        case .signed:
            try register.sign(
                number, by: "Zhang Wei", date: date, validUntil: try day("2027-05-04"), keepUntil: try day("2029-05-04"))
        case .sent: try register.send(number, by: "Li Na", date: date)
        case .withdrawn: try register.withdraw(number, by: "Li Na", date: date, why: "not shipped")
        case .superseded: try register.supersede(number, with: other, by: "Li Na", date: date, why: "corrected")
        }
    }
}
