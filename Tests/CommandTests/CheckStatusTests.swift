import Testing

/// What `rcep check` says to the shell.
struct CheckStatusTests {
    /// Files, in the order given, and the exit status of all of them together.
    static let answers: [(files: [String], status: Int32)] = [
        ([Dossier.originating], 0),
        ([Dossier.originating, Dossier.alsoOriginating], 0),
        ([Dossier.notOriginating], 1),
        ([Dossier.undetermined], 2),
        ([Dossier.originating, Dossier.notOriginating], 1),
        ([Dossier.notOriginating, Dossier.originating], 1),
        ([Dossier.originating, Dossier.undetermined], 2),
        ([Dossier.undetermined, Dossier.originating], 2),
        ([Dossier.undetermined, Dossier.notOriginating], 1),
        ([Dossier.notOriginating, Dossier.undetermined], 1),
        ([Dossier.originating, Dossier.undetermined, Dossier.notOriginating], 1),
        ([Dossier.badShape], 65),
        ([Dossier.badFacts], 65),
        ([Dossier.missing], 65),
        ([Dossier.badShape, Dossier.badFacts, Dossier.missing], 65),
        ([Dossier.originating, Dossier.badShape], 65),
        ([Dossier.badShape, Dossier.originating], 65),
        ([Dossier.badFacts, Dossier.notOriginating], 65),
        ([Dossier.undetermined, Dossier.missing], 65),
        ([Dossier.originating, Dossier.badFacts, Dossier.notOriginating, Dossier.undetermined], 65),
    ]

    private static let verdicts = [
        Dossier.originating: "originating", Dossier.alsoOriginating: "originating",
        Dossier.notOriginating: "notOriginating", Dossier.undetermined: "undetermined",
    ]

    @Test(arguments: answers)
    func statusAndReports(files: [String], status: Int32) throws {
        let run = try rcep(["check", "--format", "json", "--lang", "en"] + files)
        #expect(run.status == status)
        // A bad file takes nothing away from the others, whatever the order.
        let expected = files.compactMap { Self.verdicts[$0] }
        if files.count > 1 {
            #expect(try run.determinations().map(\.verdict) == expected)
        } else if expected.isEmpty {
            #expect(run.output.isEmpty)
        } else {
            #expect(try run.determination().verdict == expected[0])
        }
        for file in files {
            let isNamed = run.errors.split(separator: "\n").contains { $0.hasPrefix("\(file):") }
            #expect(isNamed == (Self.verdicts[file] == nil), "\(file)")
        }
    }

    @Test func theSummaryCounts() throws {
        let files = [
            Dossier.originating, Dossier.badShape, Dossier.alsoOriginating, Dossier.undetermined, Dossier.missing,
            Dossier.notOriginating,
        ]
        let english = try rcep(["check", "--lang", "en"] + files).errors.split(separator: "\n").last
        let expected = "6 dossiers: 2 originating, 1 not originating, 1 undetermined, 2 "
        #expect(english?.hasPrefix(expected) == true, "\(english ?? "")")
        let chinese = try rcep(["check", "--lang", "zh"] + files).errors.split(separator: "\n").last
        #expect(chinese?.hasPrefix("共6份") == true, "\(chinese ?? "")")
    }

    @Test func oneFileNeedsNoSummary() throws {
        let run = try rcep("check", Dossier.originating)
        #expect(run.errors.isEmpty && run.output.contains("ORIGINATING"))
    }

    static let wrongUsage: [[String]] = [
        ["check"],
        ["check", "--format", "docx", Dossier.originating],
        ["check", "--format", "JSON", Dossier.originating],
        ["check", "--format"],
        ["check", "--lang", "de", Dossier.originating],
        ["check", "--date", "2024-02-30", Dossier.originating],
        ["check", "--date", "01/02/2024", Dossier.originating],
        ["check", "--to", "Japan", Dossier.originating],
        ["check", "--criterion", "CTH", Dossier.originating],
        ["check", "--surprise", Dossier.originating],
        ["check", "--format", "html", Dossier.originating, Dossier.alsoOriginating],
        ["lookup"],
        ["lookup", "--date", "yesterday", "8711"],
        ["rules", "show"],
        ["rules", "list", "--chapter", "9"],
        ["rules", "list", "--format", "html"],
        ["rules", "diff", "annex-3a-hs2022"],
        ["rules", "import", "table.csv", "--edition", "2023"],
        ["rules", "surprise"],
        ["surprise"],
        ["--surprise"],
    ]

    @Test(arguments: wrongUsage)
    func endsWith64(arguments: [String]) throws {
        let run = try rcep(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: ") && run.errors.contains("--help"))
    }
}
