import Testing

/// Colour is for people at a terminal who want it.
struct ColorTests {
    private static let escape: Character = "\u{1B}"

    static let environments: [(environment: [String: String], isColored: Bool)] = [
        (["TERM": "xterm-256color"], true),
        (["TERM": "xterm-256color", "NO_COLOR": ""], true),
        (["TERM": "xterm-256color", "NO_COLOR": "1"], false),
        (["TERM": "xterm-256color", "NO_COLOR": "0"], false),
        (["TERM": "dumb"], false),
    ]

    @Test(arguments: environments)
    func onATerminal(environment: [String: String], isColored: Bool) throws {
        let run = try rcepOnTerminal(
            ["check", "--lang", "en", Dossier.alsoOriginating], environment: environment)
        #expect(run.status == 0)
        #expect(run.output.contains("ORIGINATING"))
        #expect(run.output.contains(Self.escape) == isColored)
    }

    @Test func problemsOnATerminal() throws {
        let run = try rcepOnTerminal(["check", Dossier.badShape], environment: ["TERM": "xterm"])
        #expect(run.status == 65)
        #expect(run.output.contains(Self.escape))
    }

    @Test func lookupOnATerminal() throws {
        let run = try rcepOnTerminal(["lookup", "8711.20"], environment: ["TERM": "xterm"])
        #expect(run.output.contains(Self.escape))
    }

    @Test(arguments: ["json", "html", "markdown"])
    func formatsForProgramsHaveNone(format: String) throws {
        let arguments = ["check", "--format", format, Dossier.alsoOriginating]
        let run = try rcepOnTerminal(arguments, environment: ["TERM": "xterm"])
        #expect(run.output.contains("FJ-NAVEL-26") && !run.output.contains(Self.escape))
        #expect(try run.output == rcep(arguments).output)
    }

    @Test func notInAFile() throws {
        try withTemporaryFolder { folder in
            let run = try rcepOnTerminal(
                ["check", "--output", folder, Dossier.alsoOriginating], environment: ["TERM": "xterm"])
            #expect(run.status == 0)
            let report = try String(contentsOfFile: "\(folder)/citrus-to-singapore.txt", encoding: .utf8)
            #expect(report.contains("ORIGINATING") && !report.contains(Self.escape))
        }
    }

    @Test(arguments: [["check", Dossier.originating], ["check", Dossier.badShape], ["lookup", "8711.20"]])
    func notWhereNobodyLooks(arguments: [String]) throws {
        let run = try rcep(arguments, environment: ["TERM": "xterm-256color"])
        #expect(!run.output.isEmpty || !run.errors.isEmpty)
        #expect(!run.output.contains(Self.escape) && !run.errors.contains(Self.escape))
    }

    /// The report takes the width of the terminal, and no line is longer; codes of 64 digits cannot be broken.
    @Test(arguments: [80, 120] as [UInt16])
    func widthOfTheTerminal(columns: UInt16) throws {
        let run = try rcepOnTerminal(
            ["check", "--lang", "en", "--explain", Dossier.originating], columns: columns,
            environment: ["TERM": "dumb"])
        let widths = run.output.split(separator: "\n").map(\.count)
        #expect(try #require(widths.max()) <= Int(columns))
        #expect(try #require(widths.max()) > Int(columns) - 12)
    }
}
