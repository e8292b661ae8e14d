import Foundation
import Testing

/// `rcep register sign` on declarations that `rcep declare` drafted: who may sign on which day.
@Suite("rcep register sign")
struct RegisterSignTests {
    private static let number = "yubei-motor-2026-000001"

    /// A register with a declaration for Li Wei of 2026-11-03; the authorisation is valid from 2025-03-01 to 2028-02-29.
    private func withDraft(_ body: ([String]) throws -> Void, change: [[String]] = []) throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/register.sqlite"]
            let draft = try rcep(DraftCommandTests.motorcycles.arguments + register + ["--by", "test"])
            try #require(draft.status == 0, "\(draft.errors)")
            for arguments in change {
                let run = try rcep(["register", "profile"] + arguments + register + ["--by", "test"])
                try #require(run.status == 0, "\(run.errors)")
            }
            try body(register)
        }
    }

    private static func authorisation(_ arguments: String...) -> [String] { ["authorisation", "yubei-motor"] + arguments }

    /// What the newest profile says after the draft, the day of signing, and how the problem begins; nil where it is signed.
    static let days: [(change: [[String]], day: String, problem: String?)] = [
        ([], "2026-11-03", nil), ([], "2028-02-29", nil),
        ([], "2028-03-01",
         "--date: the authorisation AE5000012345 expired on 2028-02-29, before the day of signing 2028-03-01 (Article 3.21)"),
        ([authorisation("--valid-until", "2028-03-01")], "2028-03-01", nil),
        ([authorisation("--valid-until", "2026-11-09")], "2026-11-09", nil),
        ([authorisation("--valid-until", "2026-11-09")], "2026-11-10",
         "--date: the authorisation AE5000012345 expired on 2026-11-09, before the day of signing 2026-11-10 (Article 3.21)"),
        ([authorisation("--issued", "2026-11-10")], "2026-11-10", nil),
        ([authorisation("--issued", "2026-11-10")], "2026-11-09",
         "--date: the authorisation AE5000012345 is valid from 2026-11-10, after the day of signing 2026-11-09 (Article 3.21)"),
        ([authorisation("--signatory", "name=Li Wei; until=2026-11-30")], "2026-11-30", nil),
        ([authorisation("--signatory", "name=Li Wei; until=2026-11-30")], "2026-12-01",
         "--by: Li Wei was authorised to sign until 2026-11-30, before the day of signing 2026-12-01 (Article 3.18.2)"),
        ([authorisation("--remove-signatory", "Li Wei")], "2026-11-03",
         "--by: Li Wei is not among the authorised signatories on file (Article 3.18.2)"),
        // Of another authorisation the newest profile says nothing about the one the declaration states.
        ([authorisation("--code", "AE9", "--issued", "2028-03-01", "--valid-until", "2031-02-28")], "2028-02-29", nil),
        ([authorisation("--code", "AE9", "--issued", "2028-03-01", "--valid-until", "2031-02-28")], "2028-03-01",
         "--date: the authorisation AE5000012345 expired on 2028-02-29"),
        ([authorisation("--remove")], "2026-11-03", nil),
    ]

    @Test("the day of signing is within the authorisation and the signatory's period, to the day", arguments: days)
    func day(change: [[String]], day: String, problem: String?) throws {
        try withDraft({ register throws in
            let sign = ["register", "sign", Self.number, "--by", "Li Wei", "--date", day] + register
            let run = try rcep(sign)
            let list = try rcep(["register", "list", "--format", "csv"] + register).output.split(separator: "\r\n")
            let state = try #require(list.last).split(separator: ",")[1]
            if let problem {
                #expect(run.status == 65 && run.output.isEmpty)
                #expect(run.errors.hasPrefix(problem), "\(run.errors)")
                #expect(state == "draft")
                let chinese = try rcep(sign + ["--lang", "zh"]).errors
                #expect(chinese.contains("第三章第") && chinese.contains(problem.hasPrefix("--by: Li Wei is") ? "Li Wei" : day))
            } else {
                #expect(run.status == 0, "\(run.errors)")
                #expect(state == "signed")
            }
        }, change: change)
    }

    @Test("everything that stands against it is told at once")
    func both() throws {
        try withDraft({ register throws in
            let run = try rcep(["register", "sign", Self.number, "--by", "Li Wei", "--date", "2028-03-01"] + register)
            #expect(run.errors.contains("--date: the authorisation") && run.errors.contains("--by: Li Wei was authorised"))
        }, change: [Self.authorisation("--signatory", "name=Li Wei; until=2027-01-01")])
    }

    @Test("a signature of an earlier day is recorded with --date, though the authorisation has ended since")
    func earlierDay() throws {
        try withDraft({ register throws in
            let run = try rcep(["register", "sign", Self.number, "--by", "Li Wei", "--date", "2026-11-04"] + register)
            #expect(run.output == "\(Self.number): signed; valid until 2027-11-04, records kept until 2029-11-04\n")
            #expect(try rcep(["register", "sign", Self.number, "--by", "Li Wei", "--date", "2026-11-02"] + register).status == 65)
        }, change: [Self.authorisation("--valid-until", "2026-11-04")])
    }

    @Test("no signature comes before the draft")
    func beforeTheDraft() throws {
        try withDraft { register throws in
            let run = try rcep(["register", "sign", Self.number, "--by", "Li Wei", "--date", "2026-11-02"] + register)
            #expect(run.status == 65 && run.errors.contains("2026-11-03 or later"))
        }
    }

    @Test("a certificate is signed without an authorisation")
    func certificate() throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/register.sqlite"]
            let given = try #require(DraftCommandTests.cases.first { $0.command == "certificate" })
            #expect(try rcep(given.arguments + register + ["--by", "test"]).status == 0)
            #expect(try rcep(["register", "sign", given.number, "--by", "Anybody", "--date", "2030-01-01"] + register).status == 0)
        }
    }
}
