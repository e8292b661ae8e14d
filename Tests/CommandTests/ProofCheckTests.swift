import Foundation
import Testing

/// `rcep proof check` as its users run it.
struct ProofCheckTests {
    private static let folder = "Fixtures/proofs-received"

    /// File, whether the original is given, exit status, standing.
    static let standings: [(file: String, withOriginal: Bool, status: Int32, standing: String)] = [
        ("certificate-clean", false, 0, "nothingFound"), ("declaration-clean", false, 0, "nothingFound"),
        ("original-of-thailand", false, 0, "nothingFound"), ("back-to-back-clean", false, 0, "nothingFound"),
        ("back-to-back-clean", true, 0, "nothingFound"), ("minor-discrepancies", false, 0, "minorDiscrepancy"),
        ("doubts", false, 2, "doubt"), ("back-to-back-beyond-the-original", true, 2, "doubt"),
        ("draft-sent-by-mistake", false, 1, "invalid"),
    ]

    private static func check(_ arguments: String...) throws -> Run {
        try rcep(["proof", "check", "--date", "2026-06-01"] + arguments)
    }

    @Test(arguments: standings)
    func status(file: String, withOriginal: Bool, status: Int32, standing: String) throws {
        let path = "\(Self.folder)/\(file).json"
        let run = withOriginal
            ? try Self.check("--format", "json", path, "--original", "\(Self.folder)/original-of-thailand.json")
            : try Self.check("--format", "json", path)
        #expect(run.status == status)
        #expect(run.errors.isEmpty)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["format"] as? String == "rcep-proof-check/1")
        #expect(document["standing"] as? String == standing)
        #expect((document["findings"] as? [Any])?.isEmpty == (standing == "nothingFound"))
    }

    /// The two back-to-back proofs together take more than there was; the later one answers for it.
    @Test func proofsOfOneRunAreSummed() throws {
        let run = try Self.check(
            "--format", "json", "--original", "\(Self.folder)/original-of-thailand.json",
            "\(Self.folder)/back-to-back-clean.json", "\(Self.folder)/back-to-back-beyond-the-original.json")
        #expect(run.status == 1)
        let documents = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(documents.map { $0["standing"] as? String } == ["nothingFound", "invalid"])
    }

    @Test func anUnreadableFileDoesNotStopTheOthers() throws {
        let unreadable = "\(Self.folder)/unreadable.json"
        let run = try Self.check("--format", "json", unreadable, "\(Self.folder)/certificate-clean.json")
        #expect(run.status == 65)
        #expect(run.errors.contains("\(unreadable):5:13: "))
        let documents = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(documents.map { $0["format"] as? String } == ["rcep-problems/1", "rcep-proof-check/1"])
    }

    @Test(arguments: [("Fixtures/there-is-none.json", "--lang"), ("Fixtures/proofs-received/certificate-clean.json", "--original")])
    func whatIsNotThere(file: String, option: String) throws {
        let run = option == "--original"
            ? try Self.check(file, "--original", "Fixtures/there-is-none.json") : try Self.check(file)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Fixtures/there-is-none.json: "))
    }

    @Test func severalPagesNeedAFolder() throws {
        let file = "\(Self.folder)/certificate-clean.json"
        #expect(try Self.check("--format", "html", file, file).status == 64)
        try withTemporaryFolder { folder in
            let run = try Self.check("--format", "html", "--lang", "zh", "--output", folder, file, "\(Self.folder)/doubts.json")
            #expect(run.status == 2)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["certificate-clean.html", "doubts.html"])
            let page = try String(contentsOfFile: "\(folder)/doubts.html", encoding: .utf8)
            #expect(page.contains("lang=\"zh-Hans\"") && page.contains("存疑"))
        }
    }

    /// What a proof says cannot become part of the page.
    @Test func aHostileProofIsEscaped() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/hostile.json"
            let text = try Dossier.text("\(Self.folder)/doubts.json")
                .replacingOccurrences(of: "8544.35", with: "<script>alert(1)</script>\\u001b[31m")
            try text.write(toFile: path)
            let page = try Self.check("--format", "html", path).output
            #expect(page.contains("&lt;script&gt;") && !page.contains("<script>"))
            #expect(try !Self.check(path).output.contains("\u{1B}"))
        }
    }

    @Test func standardInput() throws {
        let run = try rcep(
            "proof", "check", "--date", "2026-06-01", "-",
            input: try Project.data("\(Self.folder)/minor-discrepancies.json"))
        #expect(run.status == 0)
        #expect(run.output.contains("-:7:15, /exporter/address"))
    }

    // MARK: Forms

    static let forms = [
        ("certificate-clean", "certificate-clean-form.txt", Int32(0)), ("declaration-clean", "declaration-clean-form.txt", 0),
        ("back-to-back-clean", "back-to-back-clean.form", 0), ("minor-discrepancies", "minor-discrepancies-form.txt", 0),
        ("doubts", "doubts-form.txt", 2),
    ]

    /// A form is found fault with as the JSON of the same proof is, at places of its own.
    @Test(arguments: forms)
    func aFormIsCheckedLikeJSON(json: String, form: String, status: Int32) throws {
        func findings(_ file: String) throws -> [NSDictionary] {
            let run = try Self.check("--format", "json", "\(Self.folder)/\(file)")
            #expect(run.status == status)
            let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            return try #require(document["findings"] as? [[String: Any]]).map { finding in
                finding.filter { !["line", "column"].contains($0.key) } as NSDictionary
            }
        }
        #expect(try findings(form) == findings("\(json).json"))
    }

    @Test(arguments: ["en", "zh"], [[], ["--kind", "certificate"], ["--kind", "declaration"]])
    func aBlankFormIsIncomplete(language: String, kind: [String]) throws {
        let form = try rcep(["proof", "form", "--lang", language] + kind)
        #expect(form.status == 0 && form.errors.isEmpty)
        let run = try rcep(
            "proof", "check", "--date", "2026-06-01", "--format", "json", "-", input: Data(form.output.utf8))
        #expect(run.status == 1)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(document["findings"] as? [[String: Any]])
        let codes = Set(findings.compactMap { $0["code"] as? String })
        #expect(codes.isSuperset(of: [
            "number.missing", "issued.missing", "exporter.missing", "consignee.missing", "exportingParty.missing",
            "importingParty.missing", "description.missing", "hsCode.missing", "criterion.missing", "quantity.missing",
            "countryOfOrigin.missing",
        ]))
        #expect(codes.contains("kind.missing") == kind.isEmpty)
        // Each at the line where it is to be filled in.
        let lines = form.output.split(separator: "\n", omittingEmptySubsequences: false)
        for finding in findings {
            let line = lines[try #require(finding["line"] as? Int) - 1]
            #expect(line.hasSuffix(":") || line.hasPrefix("["), "\(finding["code"] ?? "") is placed at \(line)")
        }
    }

    @Test func aHostileFormIsPrintable() throws {
        let text = "form: rcep-proof-form/1\nnumber: \u{1B}[31mred\n\u{1B}[2J: x\n"
        let run = try rcep("proof", "check", "-", input: Data(text.utf8))
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("-:3:1: "))
        #expect(!run.errors.contains("\u{1B}"))
    }
}
