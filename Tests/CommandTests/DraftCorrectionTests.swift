import Foundation
import Testing

/// `--supersedes`: a draft that takes the place of another, in the step that gives it its number.
@Suite("a correction")
struct DraftCorrectionTests {
    private typealias Case = DraftCommandTests.Case

    private static let first = "yubei-motor-2026-000001"
    private static let second = "yubei-motor-2026-000002"

    private func withDraft(
        of given: Case = DraftCommandTests.motorcycles, _ body: (_ draft: ([String]) throws -> Run, _ register: ([String]) throws -> Run) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let options = ["--register", "\(folder)/register.sqlite"]
            func draft(_ more: [String]) throws -> Run { try rcep(given.arguments + options + ["--by", "test"] + more) }
            func register(_ arguments: [String]) throws -> Run { try rcep(["register"] + arguments + options) }
            let run = try draft([])
            try #require(run.status == 0, "\(run.errors)")
            try body(draft, register)
        }
    }

    private static func states(_ list: Run) -> [String] {
        list.output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[1].description }
    }

    @Test("the old proof stays and is superseded; one entry of the log is in the history of both")
    func supersedes() throws {
        try withDraft { draft, register throws in
            let run = try draft(["--supersedes", Self.first, "--why", "wrong weight"])
            #expect(run.status == 0)
            #expect(run.errors == "\(Self.second) takes the place of \(Self.first)\n")
            #expect(Self.states(try register(["list", "--format", "csv"])) == ["superseded", "draft"])
            let (old, new) = (try register(["show", Self.first, "--format", "json"]), try register(["show", Self.second, "--format", "json"]))
            #expect(old.output.contains("\"supersededBy\": \"\(Self.second)\""))
            #expect(new.output.contains("\"supersedes\": \"\(Self.first)\""))
            #expect(old.output.contains("wrong weight") && new.output.contains("wrong weight"))
            #expect(try register(["verify", "--format", "json"]).output.contains("\"entries\": 3,"))
        }
    }

    @Test("a signed and a sent proof is corrected too", arguments: [["sign"], ["sign", "send"]])
    func later(steps: [String]) throws {
        try withDraft { draft, register throws in
            for step in steps {
                #expect(try register([step, Self.first, "--by", "Li Wei", "--date", "2026-11-03"]).status == 0)
            }
            #expect(try draft(["--supersedes", Self.first, "--why", "w"]).status == 0)
            #expect(Self.states(try register(["list", "--format", "csv"])) == ["superseded", "draft"])
        }
    }

    @Test("a certificate is corrected likewise")
    func certificate() throws {
        let given = try #require(DraftCommandTests.cases.first { $0.command == "certificate" })
        try withDraft(of: given) { draft, register throws in
            #expect(try draft(["--supersedes", given.number, "--why", "w", "--lang", "zh"]).errors.contains("取代\(given.number)\n"))
            #expect(Set(Self.states(try register(["list", "--format", "csv"]))) == ["superseded", "draft"])
        }
    }

    /// What is done to the proof before, what is given, and what the problem says.
    static let refused: [(before: [[String]], arguments: [String], english: String, chinese: String)] = [
        ([["withdraw", first, "--why", "w", "--by", "test", "--date", "2026-11-03"]], ["--supersedes", first],
         "is withdrawn and cannot become superseded", "不能变为“已被取代”"),
        ([], ["--supersedes", "yubei-motor-2026-000009"], "no proof of this number", "没有该编号"),
        ([["sign", first, "--by", "Li Wei", "--date", "2026-11-04"]], ["--supersedes", first],
         "cannot be changed for a day before its last change", "不得早于"),
        ([], ["--supersedes", "", "--dry-run"], "no proof of this number", "没有该编号"),
    ]

    @Test("what cannot be superseded is told before anything is drafted, and uses no number", arguments: refused)
    func isRefused(before: [[String]], arguments: [String], english: String, chinese: String) throws {
        try withDraft { draft, register throws in
            for step in before { #expect(try register(step).status == 0) }
            let entries = try register(["verify", "--format", "json"]).output
            for (language, words) in [("en", english), ("zh", chinese)] {
                let run = try draft(arguments + ["--why", "w", "--lang", language])
                #expect(run.status == 65 && run.output.isEmpty)
                #expect(run.errors.contains(words), "\(run.errors)")
            }
            #expect(try register(["verify", "--format", "json"]).output == entries)
        }
    }

    @Test("a proof that was superseded is not superseded again")
    func onlyOnce() throws {
        try withDraft { draft, register throws in
            #expect(try draft(["--supersedes", Self.first, "--why", "w"]).status == 0)
            let again = try draft(["--supersedes", Self.first, "--why", "w"])
            #expect(again.status == 65 && again.errors.contains("is superseded and cannot become superseded"))
            #expect(try draft(["--supersedes", Self.second, "--why", "w"]).status == 0)
            #expect(Self.states(try register(["list", "--format", "csv"])) == ["superseded", "superseded", "draft"])
        }
    }

    @Test("a proof of another exporter gives way to its own alone, by either command")
    func otherExporter() throws {
        try withTemporaryFolder { folder in
            let options = ["--register", "\(folder)/register.sqlite"]
            let others = try #require(DraftCommandTests.cases.first { $0.command == "certificate" })
            #expect(try rcep(others.arguments + options + ["--by", "test"]).status == 0)
            let drafting = DraftCommandTests.motorcycles.arguments + options + ["--by", "test"]
            let run = try rcep(drafting + ["--supersedes", others.number, "--why", "w"])
            #expect(run.status == 65)
            #expect(run.errors.contains("\(others.number) is of another exporter") && run.errors.contains("expected  sanxia-foods"))
            #expect(try rcep(drafting).status == 0)
            let supersede = try rcep(["register", "supersede", others.number, "--with", Self.first, "--why", "w", "--by", "test"] + options)
            #expect(supersede.status == 65 && supersede.errors.contains("is of another exporter"))
        }
    }

    @Test("a refused draft and a look leave the old proof as it is")
    func nothingIsSuperseded() throws {
        try withDraft { draft, register throws in
            #expect(try draft(["--supersedes", Self.first, "--why", "w", "--dry-run"]).status == 0)
            // The authorisation is over then.
            #expect(try draft(["--supersedes", Self.first, "--why", "w", "--date", "2028-03-01"]).status == 1)
            #expect(Self.states(try register(["list", "--format", "csv"])) == ["draft"])
        }
    }

    /// 400 of the 2,000 are drawn by others and 800 by each draft, so that no third has its place beside two.
    @Test("what the old proof drew on an original proof is free for the new one")
    func originalProof() throws {
        let given = DraftCommandTests.backToBack
        try withDraft(of: given) { draft, register throws in
            #expect(try draft([]).status == 0)
            #expect(try draft([]).status == 1)
            #expect(try draft(["--supersedes", given.number, "--why", "w"]).status == 0)
            #expect(try draft([]).status == 1)
            #expect(try register(["verify"]).status == 0)
        }
    }

    @Test("--supersedes and --why go together", arguments: [["--supersedes", first], ["--why", "w"], ["--supersedes", first, "--why", " "]])
    func usage(arguments: [String]) throws {
        try withDraft { draft, register throws in
            #expect(try draft(arguments).status == 64)
        }
    }
}
