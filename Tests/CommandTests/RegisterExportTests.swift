import Foundation
import PDFInspection
import Testing

/// `rcep register export`: the proof on paper, once, in the folder and in the archive.
@Suite("rcep register export")
struct RegisterExportTests {
    private typealias Case = DraftCommandTests.Case

    private struct Claim {
        let folder: String
        let zip: String
        let errors: String

        var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } }

        func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }

        /// Of the only PDF there is.
        var pdf: (name: String, bytes: Data) {
            get throws {
                let pdfs = try names.filter { $0.hasSuffix(".pdf") }
                try #require(pdfs.count == 1)
                return (pdfs[0], try data(pdfs[0]))
            }
        }
    }

    private static func claim(
        _ given: Case, formats: [String], language: String = "en", in folder: String
    ) throws -> (claim: Claim, drafted: String) {
        let register = ["--register", "\(folder)/r.sqlite", "--lang", language]
        let options = formats.flatMap { ["--format", $0] } + ["--output", "\(folder)/drafted", "--by", "test"]
        let run = try rcep(given.arguments + options + register)
        try #require(run.status == 0, "\(run.errors)")
        let (target, zip) = ("\(folder)/claim", "\(folder)/claim.zip")
        let export = try rcep(["register", "export", given.number, "--output", target] + register)
        try #require(export.status == 0, "\(export.errors)")
        try #require(try rcep(["register", "export", given.number, "--zip", zip] + register).status == 0)
        return (Claim(folder: target, zip: zip, errors: export.errors), "\(folder)/drafted/\(given.number).pdf")
    }

    private static func run(_ tool: String, _ arguments: [String], in folder: String) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// Drafted as data alone: the paper is laid out from them, and is the one that drafting would have made.
    @Test(arguments: DraftCommandTests.cases)
    func laidOut(given: DraftCommandTests.Case) throws {
        try withTemporaryFolder { folder in
            let (claim, _) = try Self.claim(given, formats: ["json"], in: folder)
            let (name, bytes) = try claim.pdf
            let pdf = InspectedPDF([UInt8](bytes))
            #expect(try pdf.isSound())
            #expect(try pdf.text().contains(given.number))
            try FileManager.default.createDirectory(atPath: "\(folder)/other", withIntermediateDirectories: true)
            let (_, drafted) = try Self.claim(given, formats: ["pdf"], in: "\(folder)/other")
            #expect(bytes == (try Data(contentsOf: URL(fileURLWithPath: drafted))))
            #expect(try claim.names.filter { $0.hasSuffix("draft.json") }.isEmpty)
            let sums = try Self.run("sha256sum", ["-c", "--quiet", "SHA256SUMS"], in: claim.folder)
            #expect(sums.0 == 0)
            let listed = String(decoding: try claim.data("SHA256SUMS"), as: UTF8.self).split(separator: "\n")
            #expect(try listed.count == claim.names.count - 1)
            let json = try #require(
                try JSONSerialization.jsonObject(with: claim.data("register.json")) as? [String: Any])
            let files = try #require(json["files"] as? [[String: String]])
            #expect(files.filter { $0["origin"] == "laidOut" }.map { $0["name"] } == [name])
        }
    }

    @Test("the list says that the paper was laid out anew", arguments: [
        ("en", "it is not the paper that was signed"), ("zh", "并非所签字的纸质文件"),
    ])
    func isTold(_ language: String, _ words: String) throws {
        try withTemporaryFolder { folder in
            let (claim, _) = try Self.claim(DraftCommandTests.motorcycles, formats: ["html"], language: language, in: folder)
            #expect(String(decoding: try claim.data("register.html"), as: UTF8.self).contains(words))
        }
    }

    /// What was made at drafting is what was signed: it is handed over to the byte, and nothing is laid out beside it.
    @Test func keptIsHandedOver() throws {
        try withTemporaryFolder { folder in
            let (claim, drafted) = try Self.claim(DraftCommandTests.motorcycles, formats: ["json", "pdf"], in: folder)
            #expect(try claim.pdf.bytes == (try Data(contentsOf: URL(fileURLWithPath: drafted))))
            #expect(try claim.names.filter { $0.hasSuffix(".json") }.count == 6)
            let page = String(decoding: try claim.data("register.html"), as: UTF8.self)
            #expect(page.contains("kept since drafting") && !page.contains("laid out"))
        }
    }

    @Test func theArchiveHoldsTheSame() throws {
        try withTemporaryFolder { folder in
            let (claim, _) = try Self.claim(DraftCommandTests.motorcycles, formats: ["json"], in: folder)
            // Python's reader of archives is not the library that wrote it.
            let read = try Self.run("python3", ["-m", "zipfile", "-e", claim.zip, "\(folder)/unpacked"], in: folder)
            #expect(read.0 == 0)
            #expect(try Self.run("diff", ["-r", claim.folder, "\(folder)/unpacked"], in: folder).0 == 0)
        }
    }

    /// A register whose proof as data is none: what there is goes out, and the lack is told.
    @Test(arguments: [
        ("en", "There is no PDF of the proof", "keeps no profile"), ("zh", "没有证明的PDF", "登记簿未随该证明保存出口商资料"),
    ])
    func withoutData(_ language: String, _ words: String, _ reason: String) throws {
        try withTemporaryFolder { folder in
            let register = "\(folder)/r.sqlite"
            let issue = Project.program.deletingLastPathComponent().appendingPathComponent("IssueProofs").path
            #expect(try Self.run(issue, [register, "1"], in: folder).0 == 0)
            let run = try rcep([
                "register", "export", "ACME-2026-000001", "--output", "\(folder)/claim", "--register", register, "--lang", language,
            ])
            #expect(run.status == 0 && run.errors.contains(reason))
            #expect(try String(contentsOfFile: "\(folder)/claim/register.html", encoding: .utf8).contains(words))
        }
    }

    /// What the machine lacks can be mended: nothing is handed over without the paper.
    @Test func withoutFonts() throws {
        try withTemporaryFolder { folder in
            let register = ["--register", "\(folder)/r.sqlite"]
            let draft = try rcep(DraftCommandTests.motorcycles.arguments + ["--by", "test", "--format", "json"] + register)
            #expect(draft.status == 0)
            let settings = "\(folder)/fonts.conf"
            try """
                <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig><dir>/nonexistent</dir><cachedir>\(folder)/cache</cachedir></fontconfig>
                """.write(toFile: settings, atomically: true, encoding: .utf8)
            let run = try rcep(
                ["register", "export", DraftCommandTests.motorcycles.number, "--output", "\(folder)/claim"] + register,
                environment: ["FONTCONFIG_FILE": settings])
            #expect(run.status == 65 && run.errors.contains("fonts-noto-cjk"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/claim"))
        }
    }
}
