import Foundation
import Testing

/// `rcep register review` on a declaration of motorcycles that `rcep declare` has drafted on 2026-11-03.
struct RegisterReviewTests {
    private static let dossier = "Fixtures/dossiers/motorcycle-to-viet-nam.json"
    private static let number = "yubei-motor-2026-000001"

    @Test("nothing differs and nothing runs out: 0, and it says so", arguments: [
        ("en", "Review of 1 proof of origin on 2026-11-24", "Nothing to do."), ("zh", "2026-11-24复核原产地证明1份", "无须处理。"),
    ])
    func nothing(_ language: String, _ title: String, _ words: String) throws {
        try withDeclaration { review, _ throws in
            let run = try review(["--date", "2026-11-24", "--lang", language])
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.output)")
            #expect(run.output.contains(title) && run.output.contains(words))
        }
    }

    // MARK: Newer facts

    @Test("a newer dossier under which the good fails is found, and changes nothing that is kept", arguments: [
        ("2026-11-24", "draft"), ("2026-11-24", "signed"),
    ])
    func newerDossier(_ date: String, _ state: String) throws {
        try withDeclaration(isSigned: state == "signed") { review, folder throws in
            // Nothing originates any more, and it is worth too much.
            try Self.writeDossier(to: "\(folder)/newer/good.json") { material in
                material["status"] = "nonOriginating"
                material["evidence"] = nil
            }
            let run = try review(["--date", date, "--dossiers", "\(folder)/newer", "--format", "json"])
            #expect(run.status == 1, "\(run.errors)")
            let found = try Self.findings(run).filter { $0.grade != "noted" }
            #expect(found.map(\.grade) == ["otherwise"] && found.map(\.code) == ["refused.verdict.notOriginating"])
            #expect(found.map(\.cause) == ["newerFacts"] && found.map(\.article) == ["3.2"])
            #expect(found.map(\.good) == ["CQ-150"] && found.map(\.proofs) == [[Self.number]])
            #expect(try rcep("register", "verify", "--register", "\(folder)/r.sqlite").status == 0)
            #expect(try review(["--date", date]).status == 0)
        }
    }

    @Test("what is saved is what would be saved with the newer value")
    func newerValue() throws {
        try withDeclaration { review, folder throws in
            try Self.writeDossier(to: "\(folder)/newer/same.json") { _ in }
            #expect(try review(["--date", "2026-11-24", "--dossiers", "\(folder)/newer"]).status == 0)
        }
    }

    @Test("dossiers that cannot be told apart or read end it with 65, wrong options with 64", arguments: ["en", "zh"])
    func badInput(_ language: String) throws {
        try withDeclaration { review, folder throws in
            let (other, lang) = ("\(folder)/newer", ["--lang", language])
            #expect(try review(["--dossiers", "\(folder)/none"] + lang).status == 65)
            try Self.writeDossier(to: "\(other)/a.json") { _ in }
            try Self.writeDossier(to: "\(other)/b.json") { _ in }
            let twice = try review(["--dossiers", other] + lang)
            #expect(twice.status == 65 && twice.output.isEmpty)
            #expect(twice.errors.contains("b.json") && twice.errors.contains(language == "en" ? "newer" : "较新"))
            try "{".write(toFile: "\(other)/b.json")
            #expect(try review(["--dossiers", other] + lang).status == 65)
            for days in ["-1", "36501", "x"] { #expect(try review(["--within", days] + lang).status == 64) }
            #expect(try rcep("register", "review", "--register", "\(folder)/none.sqlite").status == 65)
        }
    }

    // MARK: What runs out

    @Test("evidence, on its last day and the day after", arguments: [
        ("2026-11-19", "0", 0, []), ("2026-11-19", "1", 2, ["runsOut evidence.validity"]),
        ("2026-11-20", "0", 2, ["runsOut evidence.validity"]),
        ("2026-11-21", "0", 1, [
            "otherwise refused.verdict.notOnEvidence", "otherwise refused.fact.missing", "ranOut evidence.validity",
        ]),
    ])
    func evidence(_ date: String, _ within: String, _ status: Int32, _ expected: [String]) throws {
        try withTemporaryFolder { folder in
            try Self.writeDossier(to: "\(folder)/dossiers/good.json") { material in
                guard var evidence = material["evidence"] as? [String: Any] else { return }
                evidence["validUntil"] = "2026-11-20"
                material["evidence"] = evidence
            }
            let register = ["--register", "\(folder)/r.sqlite"]
            let drafted = try Self.declare("\(folder)/dossiers/good.json", register)
            try #require(drafted.status == 0, "\(drafted.output)\(drafted.errors)")
            let run = try rcep(["register", "review", "--date", date, "--within", within, "--format", "json"] + register)
            #expect(run.status == status)
            let found = try Self.findings(run)
            #expect(Set(found.map { "\($0.grade) \($0.code)" }) == Set(expected))
            for finding in found where finding.grade == "otherwise" { #expect(finding.cause == "laterDay") }
        }
    }

    @Test("the validity of a signed proof, and the authorisation", arguments: [
        ("2027-11-04", "0", ["runsOut proof.validity"]), ("2027-11-05", "0", ["ranOut proof.validity"]),
        ("2028-02-28", "1", ["ranOut proof.validity", "runsOut authorisation.validity"]),
        ("2028-03-01", "1", ["ranOut proof.validity", "ranOut authorisation.validity"]),
    ])
    func periods(_ date: String, _ within: String, _ expected: [String]) throws {
        try withDeclaration(isSigned: true) { review, _ throws in
            let found = try Self.findings(review(["--date", date, "--within", within, "--format", "json"]))
            #expect(found.map { "\($0.grade) \($0.code)" }.filter { $0.contains("validity") } == expected)
        }
    }

    // MARK: Rates

    private static let shipment = """
        {"format": "rcep-shipment/1", "importingParty": "AU",
         "consignee": {"name": "Yarra Apparel Pty Ltd", "address": "2 Dock Road, Melbourne", "country": "AU"},
         "transport": {"departure": "2027-06-01", "vesselOrFlight": "EVER CALM 12", "portOfLoading": "Shanghai",
                       "portOfDischarge": "Melbourne"},
         "invoices": [{"number": "P-1", "date": "2027-05-30"}], "items": [{"good": "POLO-M-26", "packages": "60 cartons"}]}
        """

    /// Australia's rate for 6105.10 falls from 6 to 4 percent with its seventh year. The certificate could not be issued
    /// then, for the goods have left; but it was issued, and only what it is worth has changed.
    @Test("a rate that falls while a certificate is valid", arguments: [
        ("2027-12-31", []), ("2028-01-01", ["duty.changed 2.4 6105.10.00: at most 6% 6105.10.00: at most 4%"]),
    ])
    func rates(_ date: String, _ expected: [String]) throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite"]
            try Self.shipment.write(toFile: "\(folder)/shipment.json")
            try Dossier.text("Fixtures/dossiers/garments-to-japan.json")
                .replacingOccurrences(of: "\"importingParty\": \"JP\"", with: "\"importingParty\": \"AU\"")
                .write(toFile: "\(folder)/dossier.json")
            let drafted = try rcep([
                "certificate", "\(folder)/dossier.json", "--exporter", "Fixtures/proofs/exporter-foods.json", "--shipment",
                "\(folder)/shipment.json", "--date", "2027-06-01", "--by", "Li Na",
            ] + register)
            try #require(drafted.status == 0, "\(drafted.output)\(drafted.errors)")
            let signed = try rcep(
                ["register", "sign", "sanxia-foods-2027-000001", "--by", "CCPIT", "--date", "2027-06-01"] + register)
            try #require(signed.status == 0, "\(signed.errors)")
            let run = try rcep(["register", "review", "--date", date, "--format", "json"] + register)
            let found = try Self.findings(run).map { finding in
                let sides = [finding.was, finding.wouldBe].map { String(($0 ?? "").prefix { $0 != "," }) }
                return ([finding.code, finding.article] + sides).joined(separator: " ")
            }
            #expect(found == expected)
            #expect(run.status == (expected.isEmpty ? 0 : 1))
        }
    }

    // MARK: Everything else

    @Test("a proof that cannot be drafted again is told, not passed over", arguments: ["en", "zh"])
    func notReviewed(_ language: String) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/r.sqlite"
            let process = Process()
            process.executableURL = Project.program.deletingLastPathComponent().appendingPathComponent("IssueProofs")
            process.arguments = [path, "1"]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
            let run = try rcep("register", "review", "--register", path, "--date", "2026-06-01", "--lang", language)
            #expect(run.status == 1)
            #expect(run.output.contains(language == "en" ? "Could not be reviewed (1)" : "无法复核（1项）"))
            #expect(run.output.contains("review.notKept"))
        }
    }

    /// What a reader sees, to the letter.
    private static let transcripts = [
        "en": """
            Review of 1 proof of origin on 2028-03-01
            0 findings on how they would come out, 2 run out, 0 running out within 30 days

            ── Has run out (2) ─────────────────────────────────────────────────────────────────────────────────

            Renew it before anything further is drafted.

            1. yubei-motor-2026-000001: The validity of the proof ends before it was sent.
            Last day     2027-11-04 (118 days ago)
            Legal basis  Article 3.16
            Code         proof.validity

            2. yubei-motor: The authorisation AE5000012345 of the approved exporter ends; nothing may be
            declared after that.
            Last day     2028-02-29 (1 day ago)
            Legal basis  Article 3.21
            Code         authorisation.validity

            Nothing in the register was changed.

            """,
        "zh": """
            2028-03-01复核原产地证明1份
            结果不同或无法复核0项，已到期2项，30日内到期0项

            ── 已经到期（2项） ─────────────────────────────────────────────────────────────────────────────────

            在继续拟制之前应予更新。

            1. yubei-motor-2026-000001：证明有效期届满，而该证明尚未发出。
            截止日期  2027-11-04（已过118日）
            法律依据  第三章第十六条
            代码      proof.validity

            2. yubei-motor：经核准出口商资格（编码AE5000012345）有效期届满，此后不得出具原产地声明。
            截止日期  2028-02-29（已过1日）
            法律依据  第三章第二十一条
            代码      authorisation.validity

            登记簿未作任何改动。

            """,
    ]

    @Test("the whole text in both languages", arguments: ["en", "zh"])
    func wholeText(_ language: String) throws {
        try withDeclaration(isSigned: true) { review, _ throws in
            let run = try review(["--date", "2028-03-01", "--lang", language])
            #expect(run.output == Self.transcripts[language])
        }
    }

    @Test("every format in both languages", arguments: ["en", "zh"])
    func formats(_ language: String) throws {
        try withDeclaration(isSigned: true) { review, _ throws in
            for format in ["text", "html", "markdown"] {
                let run = try review(["--date", "2028-03-01", "--format", format, "--lang", language])
                #expect(run.status == 1 && run.errors.isEmpty)
                #expect(run.output.contains(language == "en" ? "Has run out (2)" : "已经到期（2项）"), "\(format)")
                #expect(run.output.contains(language == "en" ? "1 day ago" : "已过1日"), "\(format)")
            }
        }
    }

    // MARK: Help

    private struct Finding: Decodable {
        let grade: String
        let code: String
        let article: String
        let proofs: [String]
        let good: String?
        let cause: String?
        let was: String?
        let wouldBe: String?
    }

    private static func findings(_ run: Run) throws -> [Finding] {
        struct Review: Decodable { let findings: [Finding] }
        return try JSONDecoder().decode(Review.self, from: Data(run.output.utf8)).findings
    }

    private static func declare(_ dossier: String, _ register: [String]) throws -> Run {
        try rcep([
            "declare", dossier, "--exporter", "Fixtures/proofs/exporter-motorcycles.json", "--shipment",
            "Fixtures/proofs/shipment-motorcycles.json", "--date", "2026-11-03", "--by", "Li Na", "--signatory", "Li Wei",
        ] + register)
    }

    /// The dossier with every material changed.
    private static func writeDossier(to path: String, _ change: (inout [String: Any]) -> Void) throws {
        var dossier = try #require(JSONSerialization.jsonObject(with: try Project.data(Self.dossier)) as? [String: Any])
        var materials = try #require(dossier["materials"] as? [[String: Any]])
        for index in materials.indices { change(&materials[index]) }
        dossier["materials"] = materials
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try JSONSerialization.data(withJSONObject: dossier).write(to: url)
    }

    private func withDeclaration(
        isSigned: Bool = false, _ body: (_ review: ([String]) throws -> Run, _ folder: String) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite"]
            let run = try Self.declare(Self.dossier, register)
            try #require(run.status == 0, "\(run.output)\(run.errors)")
            if isSigned {
                let signed = try rcep(
                    ["register", "sign", Self.number, "--by", "Li Wei", "--date", "2026-11-04"] + register)
                try #require(signed.status == 0, "\(signed.errors)")
            }
            try body({ try rcep(["register", "review"] + $0 + register) }, folder)
        }
    }
}
