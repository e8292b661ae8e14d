import Foundation
import Testing

/// Where and in which form `rcep check` writes its reports.
struct CheckOutputTests {
    // MARK: Standard output

    @Test func oneDossierIsOneObject() throws {
        let run = try rcep("check", "--format", "json", Dossier.originating)
        #expect(run.output.hasPrefix("{\n") && run.output.hasSuffix("}\n"))
        let determination = try run.determination()
        #expect(determination.format == "rcep-determination/1")
        #expect(determination.good.id == "CQ-150")
    }

    @Test func severalDossiersAreAnArrayInTheirOrder() throws {
        let run = try rcep("check", "--format", "json", Dossier.alsoOriginating, Dossier.originating)
        #expect(try run.determinations().map(\.good.id) == ["FJ-NAVEL-26", "CQ-150"])
    }

    @Test func severalDossiersAreAnArrayEvenIfOneIsLeft() throws {
        let run = try rcep("check", "--format", "json", Dossier.badShape, Dossier.originating)
        #expect(try run.determinations().map(\.good.id) == ["CQ-150"])
        let none = try rcep("check", "--format", "json", Dossier.badShape, Dossier.missing)
        #expect(try none.determinations().isEmpty && none.output.hasPrefix("["))
    }

    @Test func severalTextsAreHeadedByTheirFiles() throws {
        let run = try rcep("check", Dossier.alsoOriginating, Dossier.badShape, Dossier.originating)
        let headings = run.output.split(separator: "\n").filter { $0.hasPrefix("=== ") }
        #expect(headings == ["=== \(Dossier.alsoOriginating) ===", "=== \(Dossier.originating) ==="])
        #expect(run.output.contains(try rcep("check", Dossier.originating).output))
    }

    @Test func oneTextHasNoHeading() throws {
        let run = try rcep("check", Dossier.originating)
        #expect(run.output.hasPrefix("CQ-150  ") && !run.output.contains("==="))
    }

    @Test func aThousandDossiersAtOnce() throws {
        try withTemporaryFolder { folder in
            let dossier = try Dossier.text(Dossier.originating)
            let names = (1...1000).map { "\(folder)/\($0).json" }
            for (index, name) in names.enumerated() {
                try dossier.replacingOccurrences(of: "CQ-150", with: "CQ-\(index + 1)").write(toFile: name)
            }
            let start = Date()
            let run = try rcep(["check", "--format", "json"] + names)
            print("a thousand dossiers: \(Int(Date().timeIntervalSince(start) * 1000)) ms, as built for the tests")
            #expect(run.status == 0)
            #expect(try run.determinations().map(\.good.id) == (1...1000).map { "CQ-\($0)" })
            #expect(run.errors.contains("1000"))
        }
    }

    @Test func aDiskThatIsFullIsNoSuccess() throws {
        let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        for arguments in [["check", Dossier.originating], ["lookup", "8711"], ["rules", "list"]] {
            let run = try rcep(arguments, output: full)
            #expect(run.status == 70)
            #expect(run.errors.contains("standard output"))
        }
    }

    // MARK: A folder

    static let formats = [("text", "txt"), ("json", "json"), ("html", "html"), ("markdown", "md")]

    @Test(arguments: formats)
    func oneFileADossier(format: String, ending: String) throws {
        try withTemporaryFolder { folder in
            let output = "\(folder)/reports"
            let run = try rcep(
                "check", "--lang", "en", "--format", format, "--output", output, Dossier.originating, Dossier.badShape,
                Dossier.notOriginating)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("\(output)/motorcycle-to-viet-nam.\(ending)\n"))
            // Nothing else: no report of the bad file, no half-written one.
            let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
            #expect(names == ["fails-repacked-tea.\(ending)", "motorcycle-to-viet-nam.\(ending)"])
            let printed = try rcep("check", "--lang", "en", "--format", format, Dossier.originating).output
            #expect(!printed.isEmpty)
            #expect(try String(contentsOfFile: "\(output)/\(names[1])", encoding: .utf8) == printed)
        }
    }

    @Test func anEarlierReportIsReplaced() throws {
        try withTemporaryFolder { folder in
            let name = "\(folder)/motorcycle-to-viet-nam.txt"
            try String(repeating: "old ", count: 100_000).write(toFile: name)
            #expect(try rcep("check", "--lang", "en", "--output", folder, Dossier.originating).status == 0)
            let report = try String(contentsOfFile: name, encoding: .utf8)
            #expect(report.contains("ORIGINATING") && !report.contains("old "))
        }
    }

    @Test func foldersAreMadeAtEveryLevel() throws {
        try withTemporaryFolder { folder in
            let run = try rcep("check", "--output", "\(folder)/a/b/c", Dossier.originating)
            #expect(run.status == 0)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a/b/c") == ["motorcycle-to-viet-nam.txt"])
        }
    }

    /// Places below a temporary folder where no report can be written.
    static let unwritable = ["a-file", "a-file/below", "occupied"]

    @Test(arguments: unwritable, ["en", "zh"])
    func aFolderThatCannotBeWrittenTo(place: String, language: String) throws {
        try withTemporaryFolder { folder in
            try "kept".write(toFile: "\(folder)/a-file")
            // A folder that bears the name of the report.
            try FileManager.default.createDirectory(
                atPath: "\(folder)/occupied/motorcycle-to-viet-nam.txt", withIntermediateDirectories: true)
            let run = try rcep("check", "--lang", language, "--output", "\(folder)/\(place)", Dossier.originating)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            // What stands in the way is named.
            #expect(run.errors.hasPrefix("\(folder)/\(place.prefix { $0 != "/" })"))
            let message = place == "occupied" ? "the file cannot be written" : "the folder cannot be made"
            #expect(run.errors.contains(language == "en" ? message : "无法"))
            #expect(try String(contentsOfFile: "\(folder)/a-file", encoding: .utf8) == "kept")
            let left = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/occupied")
            #expect(left == ["motorcycle-to-viet-nam.txt"])
        }
    }

    /// Inputs whose reports would bear the same name.
    static let sameNames = [
        ["a/item.json", "b/item.json"], ["a/item.json", "a/item.json"], ["a/item.json", "a/item.txt"],
        ["-", "a/stdin.json"],
    ]

    @Test(arguments: sameNames)
    func twoInputsOfOneName(inputs: [String]) throws {
        try withTemporaryFolder { folder in
            for part in ["a", "b"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(part)", withIntermediateDirectories: false)
            }
            let dossier = try Dossier.text(Dossier.originating)
            let names = inputs.map { $0 == "-" ? $0 : "\(folder)/\($0)" }
            for name in names where name != "-" { try dossier.write(toFile: name) }
            let run = try rcep(["check", "--output", "\(folder)/out"] + names, input: Data(dossier.utf8))
            #expect(run.status == 64)
            #expect(run.errors.contains(inputs.contains("-") ? "stdin" : "item"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
        }
    }

    @Test func aRelativeFolderIsMade() throws {
        try withTemporaryFolder { folder in
            // The runs start in the root of the project, so the way there is a relative one.
            let up = Project.root.pathComponents.dropFirst().map { _ in ".." }.joined(separator: "/")
            let run = try rcep("check", "--output", "\(up)\(folder)/new/", Dossier.originating)
            #expect(run.status == 0)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/new/motorcycle-to-viet-nam.txt"))
        }
    }
}
