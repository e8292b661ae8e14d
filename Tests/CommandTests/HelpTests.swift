import Testing

/// What the program says of itself.
struct HelpTests {
    static let commands: [[String]] = [
        [], ["check"], ["lookup"], ["rules"], ["rules", "list"], ["rules", "show"], ["rules", "lint"],
        ["rules", "diff"], ["rules", "import"], ["tariff"], ["tariff", "import"],
        ["tariff", "compare"],
        ["tariff", "catalogue"],
    ]

    @Test(arguments: commands)
    func everyCommandHelps(command: [String]) throws {
        let run = try rcep(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains((["USAGE: rcep"] + command).joined(separator: " ")))
        #expect(try rcep(command + ["-h"]).output == run.output)
        #expect(try rcep(["help"] + command).output == run.output)
    }

    /// Each argument and option is described in English and, after a slash, in Chinese.
    @Test(arguments: commands)
    func helpIsInBothLanguages(command: [String]) throws {
        let lines = try rcep(command + ["--help"]).output.split(separator: "\n", omittingEmptySubsequences: false)
        var entries: [String] = []
        for line in lines {
            if line.hasPrefix("  "), !line.hasPrefix("   "), !line.hasPrefix("  See ") {
                entries.append(String(line))
            } else if line.hasPrefix("   "), !entries.isEmpty {
                entries[entries.count - 1] += " " + line
            } else if line.hasPrefix("OVERVIEW") {
                entries.append(String(line) + " " + (lines.dropFirst().first ?? ""))
            }
        }
        #expect(entries.count >= 4)
        for entry in entries where !entry.hasPrefix("  --version") && !entry.hasPrefix("  -h") {
            #expect(entry.contains(" / ") || entry.contains(" /\n") || entry.contains("/ "), "\(entry)")
            #expect(entry.contains { "\u{4E00}" <= $0 && $0 <= "\u{9FFF}" }, "\(entry)")
        }
    }

    @Test func version() throws {
        let run = try rcep("--version")
        #expect(run.status == 0)
        let parts = run.output.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        #expect(run.output.hasSuffix("\n") && parts.count == 3 && parts.allSatisfy { Int($0) != nil })
        // Reports name the version that made them.
        let report = try rcep("check", "--lang", "en", Dossier.originating).output
        #expect(report.hasSuffix("Program: rcep \(run.output)"))
    }

    @Test func withoutAnythingItHelps() throws {
        let run = try rcep()
        #expect(run.status == 0)
        #expect(try run.output == rcep("--help").output)
    }
}
