import Foundation
import Testing

/// `rcep declare` and `rcep certificate` as their users run them.
struct DraftCommandTests {
    private static let folder = "Fixtures/proofs"
    private static let dossiers = "Fixtures/dossiers"

    struct Case: Sendable, CustomTestStringConvertible {
        let command: String
        let dossiers: [String]
        let profile: String
        let shipment: String
        let date: String
        var signatory: String?
        let number: String

        var testDescription: String { shipment }

        var arguments: [String] {
            [command] + dossiers.map { "\(DraftCommandTests.dossiers)/\($0).json" }
                + ["--exporter", "\(folder)/\(profile).json", "--shipment", "\(folder)/\(shipment).json", "--date", date]
                + (signatory.map { ["--signatory", $0] } ?? [])
        }
    }

    static let motorcycles = Case(
        command: "declare", dossiers: ["motorcycle-to-viet-nam"], profile: "exporter-motorcycles",
        shipment: "shipment-motorcycles", date: "2026-11-03", signatory: "Li Wei", number: "yubei-motor-2026-000001")
    static let backToBack = Case(
        command: "declare", dossiers: [], profile: "exporter-logistics", shipment: "shipment-tyres-back-to-back",
        date: "2026-06-02", signatory: "Wang Fang", number: "guoyuan-2026-000001")
    static let cases = [
        motorcycles, backToBack,
        Case(
            command: "certificate", dossiers: ["citrus-to-singapore", "hot-pot-seasoning-to-singapore"],
            profile: "exporter-foods", shipment: "shipment-foods", date: "2026-04-09", number: "sanxia-foods-2026-000001"),
        Case(
            command: "certificate", dossiers: ["lcd-panel-to-korea"], profile: "exporter-displays",
            shipment: "shipment-displays-late", date: "2026-07-09", number: "liangjiang-display-2026-000001"),
    ]

    private static func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: Drafted

    /// Every format is written under the number, and the register keeps the draft.
    @Test(arguments: cases)
    func isDrafted(given: Case) throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite"]
            let formats = ["json", "xml", "html", "pdf", "text"].flatMap { ["--format", $0] }
            let run = try rcep(given.arguments + register + ["--by", "test", "--output", "\(folder)/out"] + formats)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.isEmpty)
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/out").sorted()
            #expect(names == ["html", "json", "pdf", "txt", "xml"].map { "\(given.number).\($0)" })
            let proof = try Self.json(try String(contentsOfFile: "\(folder)/out/\(given.number).json", encoding: .utf8))
            #expect(proof["number"] as? String == given.number)
            #expect(proof["state"] as? String == "draft")
            let page = try String(contentsOfFile: "\(folder)/out/\(given.number).html", encoding: .utf8)
            #expect(page.contains("DRAFT") && page.contains(given.number))
            let list = try rcep(["register", "list"] + register)
            #expect(list.output.contains(given.number))
            #expect(try rcep(["register", "verify"] + register).status == 0)
        }
    }

    /// The text of the PDF is as it was recorded (`RECORD_SNAPSHOTS=1` records it anew, and such a run fails).
    @Test(arguments: cases)
    func printsTheDraft(given: Case) throws {
        try withTemporaryFolder { folder in
            let run = try rcep(given.arguments + ["--dry-run", "--format", "pdf", "--output", folder])
            #expect(run.status == 0, "\(run.errors)")
            let name = given.command == "declare" ? "declaration-draft" : "certificate-draft"
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["pdftotext", "-layout", "\(folder)/\(name).pdf", "\(folder)/text"]
            try process.run()
            process.waitUntilExit()
            let text = try String(contentsOfFile: "\(folder)/text", encoding: .utf8)
            let path = Project.root.appendingPathComponent("\(Self.folder)/drafts/\(given.shipment).txt").path
            if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
                try text.write(toFile: path)
                Issue.record("recorded \(given.shipment): look at it and run again")
            } else {
                let recorded = try String(contentsOfFile: path, encoding: .utf8)
                // Widths of gaps are the layout's affair.
                func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
                #expect(words(text) == words(recorded))
            }
        }
    }

    @Test func aDryRunGivesNoNumberAndBeginsNoRegister() throws {
        try withTemporaryFolder { folder in
            let register = "\(folder)/r.sqlite"
            let run = try rcep(Self.motorcycles.arguments + ["--dry-run", "--register", register, "--format", "json"])
            #expect(run.status == 0)
            #expect(try Self.json(run.output)["number"] is NSNull)
            #expect(!FileManager.default.fileExists(atPath: register))
        }
    }

    /// 2,000 tyres: 400 went before on paper; two drafts of 800 fit, a third does not.
    @Test func usesInTheRegisterAreAddedUp() throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite", "--by", "test"]
            let statuses = try (1...3).map { _ in try rcep(Self.backToBack.arguments + register).status }
            #expect(statuses == [0, 0, 1])
            let preview = try rcep(Self.backToBack.arguments + register + ["--dry-run", "--format", "json"])
            #expect(preview.status == 1)
            let reasons = try #require(try Self.json(preview.output)["reasons"] as? [[String: Any]])
            #expect(reasons.map { $0["code"] as? String } == ["original.quantity"])
        }
    }

    /// After the first draft the register knows the profile by its short name.
    @Test func theProfileIsKept() throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite", "--by", "test"]
            let unknown = try rcep([
                "declare", "--exporter", "guoyuan", "--shipment", "\(Self.folder)/shipment-tyres-back-to-back.json",
            ] + register)
            #expect(unknown.status == 65)
            #expect(unknown.output.isEmpty && unknown.errors.contains("guoyuan"))
            let added = try rcep(["register", "profile", "add", "\(Self.folder)/exporter-logistics.json"] + register)
            #expect(added.status == 0 && added.output.contains("guoyuan"))
            let run = try rcep([
                "declare", "--exporter", "guoyuan", "--shipment", "\(Self.folder)/shipment-tyres-back-to-back.json",
                "--signatory", "Wang Fang", "--date", "2026-06-02",
            ] + register)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    // MARK: Refused

    @Test func aRefusalWritesNothingAndIsLogged() throws {
        try withTemporaryFolder { folder in
            var given = Self.motorcycles.arguments
            given[given.firstIndex(of: "Li Wei") ?? 0] = "Nobody"
            let register = ["--register", "\(folder)/r.sqlite"]
            let run = try rcep(given + register + ["--by", "test", "--output", "\(folder)/out", "--format", "pdf"])
            #expect(run.status == 1)
            #expect(run.output.contains("signatory.unknown") && run.output.contains("Article 3.18.2"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
            let report = try rcep(["register", "utilisation", "--format", "json"] + register)
            #expect(report.output.contains("signatory.unknown"))
            #expect(try !rcep(["register", "list"] + register).output.contains("yubei-motor-2026"))
        }
    }

    @Test(arguments: [
        ("bad/exporter-shape", "shipment-motorcycles"), ("exporter-motorcycles", "bad/shipment-shape"),
        ("bad/exporter-not-json", "shipment-motorcycles"), ("no-such-file.json", "shipment-motorcycles"),
    ])
    func badFiles(profile: String, shipment: String) throws {
        let run = try rcep([
            "declare", "--dry-run", "--exporter", "\(Self.folder)/\(profile).json", "--shipment",
            "\(Self.folder)/\(shipment).json", "--date", "2026-11-03",
        ])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        let bad = profile.hasPrefix("exporter") ? shipment : profile
        #expect(run.errors.hasPrefix("\(Self.folder)/\(bad).json:"))
    }

    /// The log names who drafted: as told, else the user, else the account the program runs under.
    @Test(arguments: [(["--by", "Zhang Wei"], "Zhang Wei"), ([], "exports"), ([], NSUserName())])
    func somebodyIsNamed(options: [String], name: String) throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite"]
            let environment = name == "exports" ? ["USER": name] : [:]
            let run = try rcep(Self.motorcycles.arguments + options + register, environment: environment)
            #expect(run.status == 0)
            let shown = try rcep(["register", "show", Self.motorcycles.number, "--format", "json"] + register)
            #expect(shown.output.contains("\"\(name)\""))
        }
    }

    @Test func aGoodThatIsNotSent() throws {
        let run = try rcep(Self.motorcycles.arguments + ["\(Self.dossiers)/citrus-to-singapore.json", "--dry-run"])
        #expect(run.status == 65)
        #expect(run.errors.contains("FJ-NAVEL-26"))
    }

    @Test(arguments: [["--format", "json", "--format", "xml"], ["--format", "pdf"], ["--format", "docx"]])
    func wrongUsage(options: [String]) throws {
        #expect(try rcep(Self.motorcycles.arguments + options).status == 64)
    }
}
