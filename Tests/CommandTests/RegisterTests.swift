import Foundation
import Testing

/// `rcep register` on a register that the helper of the register's tests has filled.
@Suite("rcep register")
struct RegisterTests {
    @Test("from draft to sent: each step is told, and what is not allowed changes nothing")
    func life() throws {
        try withRegister(proofs: 3) { path, run throws in
            let signed = try run(["sign", "ACME-2026-000001", "--by", "Zhang Wei", "--date", "2026-06-01"])
            #expect(signed.status == 0)
            #expect(signed.output
                == "ACME-2026-000001: signed; valid until 2027-06-01, records kept until 2029-06-01\n")
            let sent = try run(["send", "ACME-2026-000001", "--by", "Li Na", "--date", "2026-06-02", "--lang", "zh"])
            #expect(sent.output == "ACME-2026-000001：已发出；有效期至2027-06-01，记录保存至2029-06-01\n")
            let again = try run(["send", "ACME-2026-000001", "--by", "Li Na", "--date", "2026-06-02"])
            #expect(again.status == 65 && again.output.isEmpty)
            #expect(again.errors.contains("is sent and cannot become sent"))
            #expect(try run(["withdraw", "ACME-2026-000002", "--why", "not shipped", "--by", "Li Na", "--date", "2026-06-02"]).status == 0)
            let replaced = try run([
                "supersede", "ACME-2026-000001", "--with", "ACME-2026-000003", "--why", "wrong weight", "--by", "Li Na",
                "--date", "2026-06-03",
            ])
            #expect(replaced.status == 0)
            let list = try run(["list", "--format", "csv"]).output.split(separator: "\r\n").dropFirst()
            #expect(list.map { $0.split(separator: ",")[1] } == ["superseded", "withdrawn", "draft"])
            #expect(try run(["list", "--state", "withdrawn", "--format", "csv"]).output.contains("000002"))
            #expect(try run(["verify"]).status == 0)
        }
    }

    @Test("what cannot be said is wrong usage", arguments: [
        ["withdraw", "ACME-2026-000001"], ["withdraw", "ACME-2026-000001", "--why", "  "], ["sign", "ACME-2026-000001"],
        ["sign", "ACME-2026-000001", "--by", " "], ["numbering", "{who}"], ["numbering", "no count"],
        ["export", "ACME-2026-000001"], ["export", "ACME-2026-000001", "--output", "a", "--zip", "b"],
        ["verify", "--expect", "abc"], ["search"], ["list", "--state", "lost"],
    ])
    func usage(_ arguments: [String]) throws {
        try withRegister(proofs: 1) { _, run throws in
            #expect(try run(arguments).status == 64)
            #expect(try run(["verify", "--format", "json"]).output.contains("\"entries\": 1,"))
        }
    }

    @Test("a number nobody gave, a register that is not there, a file that is none", arguments: ["en", "zh"])
    func missing(_ language: String) throws {
        try withRegister(proofs: 1) { path, run throws in
            for command in [["show", "X"], ["send", "X", "--by", "L"], ["export", "X", "--output", path + ".d"]] {
                let answer = try run(command + ["--lang", language])
                #expect(answer.status == 65)
                #expect(answer.errors.contains(language == "en" ? "no proof of this number" : "没有该编号"))
            }
            let none = try rcep(["register", "list", "--register", path + ".none", "--lang", language])
            #expect(none.status == 65 && !FileManager.default.fileExists(atPath: path + ".none"))
            try "this is a text and no register, however long it is\n".write(toFile: path + ".text")
            #expect(try rcep(["register", "verify", "--register", path + ".text", "--lang", language]).status == 65)
        }
    }

    @Test("verify names what was tampered with, and ends with 1; the head written down stays in the chain")
    func verify() throws {
        try withRegister(proofs: 2) { path, run throws in
            let before = try run(["verify", "--format", "json"])
            let head = try #require(before.output.split(separator: "\"").first { $0.count == 64 }.map(String.init))
            #expect(try run(["numbering", "D-{seq:4}", "--by", "Li Na"]).output == "D-{seq:4}\n")
            #expect(try run(["verify", "--expect", head]).status == 0)
            let other = try run(["verify", "--expect", String(repeating: "a", count: 64)])
            #expect(other.status == 1 && other.output.contains("not as it should be"))
        }
    }

    @Test("backup and restore: never over a file, and over a register only with --force")
    func backup() throws {
        try withRegister(proofs: 2) { path, run throws in
            let copy = path + ".backup"
            #expect(try run(["backup", copy]).status == 0)
            #expect(try run(["backup", copy]).status == 65)
            #expect(try run(["withdraw", "ACME-2026-000001", "--why", "w", "--by", "L", "--date", "2026-06-01"]).status == 0)
            #expect(try run(["restore", copy]).status == 65)
            #expect(try run(["list", "--state", "withdrawn", "--format", "csv"]).output.contains("000001"))
            #expect(try run(["restore", copy, "--force"]).status == 0)
            #expect(!(try run(["list", "--state", "withdrawn", "--format", "csv"]).output.contains("000001")))
        }
    }

    @Test("the export holds everything with its digests, as a folder and as an archive, and overwrites neither")
    func export() throws {
        try withRegister(proofs: 1) { path, run throws in
            let (folder, zip) = (path + ".claim", path + ".zip")
            for _ in 0..<2 {
                let first = !FileManager.default.fileExists(atPath: zip)
                #expect(try run(["export", "ACME-2026-000001", "--output", folder]).status == (first ? 0 : 65))
                #expect(try run(["export", "ACME-2026-000001", "--zip", zip]).status == (first ? 0 : 65))
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["01-proof-proof.json", "SHA256SUMS", "register.html", "register.json"])
            #expect(try Dossier.data("\(folder)/01-proof-proof.json") == Data("ACME-2026-000001".utf8))
            let archive = try Dossier.data(zip)
            #expect(archive.prefix(2) == Data("PK".utf8))
            for name in names { #expect(archive.range(of: Data(name.utf8)) != nil) }
        }
    }

    @Test("the last day of keeping counts", arguments: [("2029-05-04", true), ("2029-05-05", false)])
    func retention(_ date: String, _ mustBeKept: Bool) throws {
        try withRegister(proofs: 1) { _, run throws in
            let text = try run(["retention", "--date", date, "--format", "json"]).output
            #expect(text.contains("\"mustBeKept\": \(mustBeKept)"))
        }
    }

    @Test("the default place is the user's data folder")
    func defaultPlace() throws {
        try withTemporaryFolder { folder in
            let environment = ["XDG_DATA_HOME": folder]
            let set = try rcep(
                ["register", "numbering", "N{seq:3}", "--by", "Li Na"], environment: environment)
            #expect(set.status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/rcep/register.sqlite"))
            #expect(try rcep(["register", "list"], environment: ["HOME": folder]).status == 65)
            #expect(try rcep(["register", "list"]).errors.contains("data folder"))
        }
    }

    @Test("every list in every format and both languages", arguments: ["text", "json", "html", "markdown"], ["en", "zh"])
    func formats(_ format: String, _ language: String) throws {
        try withRegister(proofs: 2) { _, run throws in
            for command in [["list"], ["show", "ACME-2026-000001"], ["retention"], ["utilisation"], ["verify"], ["profile", "list"]] {
                let answer = try run(command + ["--format", format, "--lang", language])
                #expect(answer.status == 0 && answer.errors.isEmpty && !answer.output.isEmpty)
                if format == "json" { _ = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) }
            }
        }
    }

    @Test("on a page, English headings and names of fields begin with a capital, and days stay on one line", arguments: [
        ["list"], ["show", "ACME-2026-000001"], ["retention"], ["utilisation"],
    ])
    func headings(_ command: [String]) throws {
        try withRegister(proofs: 2) { _, run throws in
            let page = try run(command + ["--format", "html", "--lang", "en"]).output
            let headings = Self.contents(of: "th", in: page) + Self.contents(of: "dt", in: page)
            #expect(headings.count > 3)
            for heading in headings where heading.first?.isLetter == true {
                #expect(heading.first?.isUppercase == true, "\(heading)")
            }
            #expect(command == ["utilisation"] || page.contains("<span class=\"nowrap\">2026-05-04</span>"))
            let chinese = try run(command + ["--format", "html", "--lang", "zh"]).output
            for heading in Self.contents(of: "th", in: chinese) where heading.count > 3 {
                #expect(heading.unicodeScalars.contains { $0.value >= 0x4E00 } || heading == "SHA-256", "\(heading)")
            }
        }
    }

    /// What stands between the tags of every element of a name.
    private static func contents(of element: String, in page: String) -> [String] {
        page.components(separatedBy: "<\(element)").dropFirst().compactMap { rest in
            guard let open = rest.firstIndex(of: ">"), let close = rest.range(of: "</\(element)>") else { return nil }
            return String(rest[rest.index(after: open)..<close.lowerBound])
        }
    }

    @Test("a long reason is told in full on a terminal")
    func longReason() throws {
        try withRegister(proofs: 1) { _, run throws in
            let why = String(repeating: "because ", count: 20) + "END"
            #expect(try run(["withdraw", "ACME-2026-000001", "--why", why, "--by", "L", "--date", "2026-06-01"]).status == 0)
            let words = try run(["show", "ACME-2026-000001"]).output.split(whereSeparator: \.isWhitespace).map(String.init)
            #expect(words.count { $0 == "because" } == 20 && words.contains("END"))
        }
    }

    private func withRegister(proofs: Int, _ body: (String, ([String]) throws -> Run) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/register.sqlite"
            let process = Process()
            process.executableURL = Project.program.deletingLastPathComponent().appendingPathComponent("IssueProofs")
            process.arguments = [path, "\(proofs)"]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
            try body(path) { try rcep(["register"] + $0 + ["--register", path]) }
        }
    }
}

extension Dossier {
    fileprivate static func data(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}
