import Foundation
import Testing

/// Golden transcripts: each file of Transcripts begins with `$ rcep ...` and holds everything that command writes.
///
/// `RECORD_SNAPSHOTS=1` writes them anew, and such a run fails, so that what was recorded is looked at. For a new
/// transcript make a file of its first line and record.
struct TranscriptTests {
    private static let folder = "Tests/CommandTests/Transcripts"
    static let names = Project.names(in: folder, ending: ".txt")

    /// The digest of the rules changes with every byte of them and is checked elsewhere.
    private static let digest = try? JSONDecoder().decode(
        Digest.self, from: Data(rcep("check", "--format", "json", Dossier.originating).output.utf8)
    ).ruleSetDigest

    private struct Digest: Decodable { let ruleSetDigest: String }

    private static func transcript(of command: String) throws -> String {
        let words = command.split(separator: " ").map(String.init)
        try #require(words.first == "rcep")
        let run = try rcep(Array(words.dropFirst()))
        var text = "$ \(command)\n" + run.output
        if !run.errors.isEmpty { text += "[standard error]\n" + run.errors }
        text += "[exit status \(run.status)]\n"
        return text.replacingOccurrences(of: try #require(digest), with: "(digest of the rules)")
    }

    @Test(arguments: names)
    func isAsRecorded(name: String) throws {
        let path = "\(Self.folder)/\(name)"
        let recorded = String(decoding: try Project.data(path), as: UTF8.self)
        let lines = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines[0].hasPrefix("$ "), "the first line is to be the command")
        let now = try Self.transcript(of: String(lines[0].dropFirst(2)))
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try now.write(toFile: Project.root.appendingPathComponent(path).path)
            Issue.record("recorded \(name): look at it and run again")
        } else if recorded != now {
            Issue.record("\(name) differs, \(Self.firstDifference(lines, now))")
        }
    }

    private static func firstDifference(_ recorded: [Substring], _ now: String) -> String {
        let now = now.split(separator: "\n", omittingEmptySubsequences: false)
        let index = (0..<max(recorded.count, now.count)).first { index in
            index >= recorded.count || index >= now.count || recorded[index] != now[index]
        } ?? 0
        let old = index < recorded.count ? recorded[index] : "(end)"
        let new = index < now.count ? now[index] : "(end)"
        return "line \(index + 1):\n- \(old)\n+ \(new)"
    }

    /// The same command stands recorded in both languages.
    @Test func bothLanguagesAreRecorded() throws {
        var commands: [String: Set<String>] = [:]
        for name in Self.names {
            let parts = name.split(separator: ".")
            try #require(parts.count == 3 && ["en", "zh"].contains(parts[1]), "\(name): name.en.txt or name.zh.txt")
            let line = try Dossier.text("\(Self.folder)/\(name)").split(separator: "\n").first ?? ""
            #expect(line.hasSuffix(" --lang \(parts[1])"), "\(name)")
            commands[String(parts[0]), default: []].insert(String(line.dropLast(2)))
            #expect(Self.names.contains("\(parts[0]).\(parts[1] == "en" ? "zh" : "en").txt"), "\(name)")
        }
        #expect(commands.count >= 12)
        for (name, lines) in commands { #expect(lines.count == 1, "\(name)") }
    }
}
