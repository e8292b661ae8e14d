import Bilingual
import OriginModel
import Testing

@testable import ProofRegister

@Suite("Issuing")
struct IssuingTests {
    @Test("numbers follow one another for each exporter, and the draft knows its own")
    func numbers() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/deep/register.sqlite")
            #expect(try register.issueOne().number == "ACME-2026-000001")
            #expect(try register.issueOne().number == "ACME-2026-000002")
            #expect(try register.issueOne("Beta").number == "Beta-2026-000001")
            let proof = try register.proof("ACME-2026-000002")
            #expect(proof.state == .draft)
            #expect(proof.goods == (try newProof()).goods)
            let kept = try #require(proof.attachments.last)
            #expect(try register.bytes(of: kept) == Array("ACME-2026-000002".utf8))
            #expect(try register.verify().fault == nil)
        }
    }

    @Test("an attempt that fails keeps nothing and uses no number")
    func failure() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            #expect(throws: InputProblems.self) {
                try register.issue(try newProof()) { _ throws(InputProblems) in
                    throw InputProblems([InputProblem(place: .wholeFile, code: "x", message: BilingualText(same: "x"))])
                }
            }
            #expect(try register.verify().entries == 0)
            #expect(try register.issueOne().number == "ACME-2026-000001")
        }
    }

    @Test("schemes", arguments: [
        ("{exporter}-{year}-{seq:6}", "ACME-2026-000007"), ("RCEP/{year}/{seq:3}", "RCEP/2026/007"), ("{seq}", "7"),
        ("{seq:1}{exporter}", "7ACME"),
    ])
    func schemes(_ text: String, _ number: String) throws {
        let scheme = try #require(NumberScheme(text))
        #expect(scheme.number(7, exporter: "ACME", date: try day("2026-05-04")) == number)
        #expect(NumberScheme(scheme.description) == scheme)
    }

    @Test("texts that are no scheme", arguments: [
        "", "{exporter}", "{seq}{seq}", "{seq:0}", "{seq:13}", "{seq", "{who}-{seq}", "no spaces {seq}", "编号{seq}", "}{seq}",
    ])
    func noSchemes(_ text: String) {
        #expect(NumberScheme(text) == nil)
    }

    @Test("a scheme of its own, changed within the year, never gives a number twice")
    func changedScheme() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            try register.setNumbering(try #require(NumberScheme("D{seq:2}")), exporter: "*", by: "Li Na")
            #expect(try register.issueOne().number == "D01")
            #expect(try register.issueOne("Beta").number == "D02")
            try register.setNumbering(try #require(NumberScheme("B{seq:2}")), exporter: "Beta", by: "Li Na")
            #expect(try register.issueOne("Beta").number == "B01")
            #expect(try register.issueOne().number == "D03")
            #expect(try register.verify().fault == nil)
        }
    }

    @Test("an exporter whose short name no number may hold")
    func badName() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            #expect(code { try register.issueOne("重庆") } == "register.number")
            #expect(code { try register.issueOne("a b") } == "register.number")
        }
    }

    @Test("quantities drawn on an original proof never exceed it", arguments: [
        (["60", "40"], nil), (["60", "40.000000000001"], "register.originalExceeded"), (["101"], "register.originalExceeded"),
        (["100", "0.01"], "register.originalExceeded"), (["100"], nil),
    ] as [([String], String?)])
    func original(_ drawn: [String], _ problem: String?) throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            for amount in drawn.dropLast() { try draw(amount, register) }
            let last = try #require(drawn.last)
            #expect(code { try draw(last, register) } == problem)
            let uses = try register.usesOfOriginalProof(number: "TH-1")
            #expect(uses.count == (problem == nil ? drawn.count : drawn.count - 1))
        }
    }

    @Test("what was withdrawn before it was sent, or superseded, no longer counts; what was sent counts on")
    func released() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let date = try day("2026-05-04")
            let (first, second) = (try draw("50", register), try draw("50", register))
            try register.withdraw(first, by: "Li Na", date: date, why: "wrong consignee")
            #expect(try register.usesOfOriginalProof(number: "TH-1").map(\.proof) == [second])
            try register.sign(second, by: "Zhang Wei", date: date, validUntil: try day("2026-12-31"), keepUntil: date)
            try register.send(second, by: "Li Na", date: date)
            try register.withdraw(second, by: "Li Na", date: date, why: "goods returned")
            #expect(try register.usesOfOriginalProof(number: "TH-1").map(\.proof) == [second])
            #expect(code { try draw("50.5", register) } == "register.originalExceeded")
        }
    }

    @Test("no proof outlives its original proof")
    func originalValidity() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            #expect(code { try draw("1", register, validUntil: "2027-01-01") } == "register.validBeyondOriginal")
            let number = try draw("1", register)
            let date = try day("2026-05-05")
            #expect(code {
                try register.sign(number, by: "Z", date: date, validUntil: try day("2027-01-01"), keepUntil: date)
            } == "register.validBeyondOriginal")
        }
    }

    @discardableResult
    private func draw(_ amount: String, _ register: ProofRegister, validUntil: String = "2026-12-31") throws -> String {
        var proof = try newProof(original: OriginalProofDrawing(
            number: "TH-1", validUntil: try day("2026-12-31"),
            items: [.init(item: "1", quantity: try pieces(amount), available: try pieces("100"))]))
        proof.validUntil = try day(validUntil)
        return try register.issue(proof) { attachments($0) }.number
    }
}

/// The code of the first problem a body ends with; nil where it succeeds.
func code<Value>(_ body: () throws -> Value) -> String? {
    do {
        _ = try body()
        return nil
    } catch let problems as InputProblems {
        return problems.problems.first?.code
    } catch let problem as InputProblem {
        return problem.code
    } catch {
        return "\(error)"
    }
}

