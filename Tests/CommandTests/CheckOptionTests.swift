import Foundation
import Testing

/// What the options of `rcep check` do to its answer.
struct CheckOptionTests {
    // MARK: Standard input

    @Test func aDashIsStandardInput() throws {
        let dossier = try Project.data(Dossier.originating)
        let run = try rcep("check", "-", input: dossier)
        #expect(run.status == 0)
        #expect(run.output.contains("ORIGINATING"))
        #expect(try run.output == rcep("check", Dossier.originating).output)
    }

    @Test func aDashStandsAmongFiles() throws {
        let run = try rcep(
            "check", "--format", "json", Dossier.notOriginating, "-", input: try Project.data(Dossier.originating))
        #expect(run.status == 1)
        #expect(try run.determinations().map(\.good.id) == ["TEA-TIN-250", "CQ-150"])
    }

    @Test func problemsOfStandardInputNameItsPlace() throws {
        let run = try rcep("check", "-", input: try Project.data(Dossier.badShape))
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("-:16:50: "))
    }

    @Test func standardInputHasAReportOfItsName() throws {
        try withTemporaryFolder { folder in
            let run = try rcep("check", "--output", folder, "-", input: try Project.data(Dossier.originating))
            #expect(run.status == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["stdin.txt"])
        }
    }

    // MARK: --to

    @Test(arguments: [("JP", "JP"), ("jp", "JP"), ("AU", "AU"), ("VN", "VN")])
    func importingParty(option: String, party: String) throws {
        let run = try rcep("check", "--format", "json", "--to", option, Dossier.originating)
        #expect(run.status == 0)
        #expect(try run.determination().importingParty == party)
    }

    @Test(arguments: [("US", "US is not a Party to RCEP"), ("CN", "are the same")])
    func importingPartyThatCannotBe(option: String, message: String) throws {
        let run = try rcep("check", "--lang", "en", "--to", option, Dossier.originating)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message))
    }

    // MARK: --date

    @Test func theDossiersDate() throws {
        #expect(try rcep("check", "--format", "json", Dossier.originating).determination().date == "2026-11-01")
    }

    /// Day, exit status, whether the report warns of a rule set that came later.
    static let days: [(day: String, status: Int32, warns: Bool)] = [
        ("2021-12-31", 65, false), ("2022-01-01", 0, true), ("2022-12-31", 0, true), ("2023-01-01", 0, false),
        ("2030-02-28", 0, false),
    ]

    @Test(arguments: days)
    func date(day: String, status: Int32, warns: Bool) throws {
        let run = try rcep("check", "--format", "json", "--lang", "en", "--date", day, Dossier.originating)
        #expect(run.status == status)
        guard status == 0 else {
            #expect(run.errors.contains("was not in force for China on \(day)"))
            return
        }
        let determination = try run.determination()
        #expect(determination.date == day)
        #expect(determination.warnings.contains { $0.code == "ruleSet.notYetInForce" } == warns)
    }

    @Test func withoutAnyDateItIsToday() throws {
        let dossier = try Dossier.text(Dossier.originating)
            .replacingOccurrences(of: "\"date\": \"2026-11-01\",\n", with: "")
        let days = { () -> String in
            let date = Calendar(identifier: .gregorian).dateComponents(
                in: TimeZone(secondsFromGMT: 0) ?? .current, from: Date())
            return String(format: "%04d-%02d-%02d", date.year ?? 0, date.month ?? 0, date.day ?? 0)
        }
        let before = days()
        let determination = try rcep("check", "--format", "json", "-", input: Data(dossier.utf8)).determination()
        #expect([before, days()].contains(determination.date))
    }

    // MARK: --criterion

    /// A dossier, what is asked for, what is stated, and whether the report warns that the wish is not met.
    static let wishes: [(file: String, wish: String?, criterion: String?, supplements: [String], warns: Bool)] = [
        (Dossier.twoCriteria, nil, "RVC", [], false),
        (Dossier.twoCriteria, "RVC", "RVC", [], false),
        (Dossier.twoCriteria, "CTC", "CTC", ["DMI"], false),
        (Dossier.twoCriteria, "CR", "RVC", [], true),
        (Dossier.twoCriteria, "PE", "RVC", [], true),
        (Dossier.twoCriteria, "WO", "RVC", [], true),
        (Dossier.originating, "RVC", "RVC", [], false),
        (Dossier.originating, "CTC", "RVC", [], true),
        (Dossier.alsoOriginating, "WO", "WO", [], false),
        (Dossier.alsoOriginating, "CTC", "WO", [], true),
    ]

    @Test(arguments: wishes)
    func criterion(file: String, wish: String?, criterion: String?, supplements: [String], warns: Bool) throws {
        let option = wish.map { ["--criterion", $0] } ?? []
        let run = try rcep(["check", "--format", "json", "--lang", "en", file] + option)
        #expect(run.status == 0)
        let determination = try run.determination()
        #expect(determination.criterion == criterion)
        #expect(determination.supplements == supplements)
        let warning = determination.warnings.first { $0.code == "criterion.notMet" }
        #expect((warning != nil) == warns)
        #expect(try warning.map { $0.message.contains(try #require(wish)) } ?? true)
    }

    @Test(arguments: [Dossier.notOriginating, Dossier.undetermined])
    func aWishMakesNothingOriginate(file: String) throws {
        let plain = try rcep("check", "--format", "json", file)
        for wish in ["WO", "PE", "CTC", "RVC", "CR"] {
            let run = try rcep("check", "--format", "json", "--criterion", wish, file)
            #expect(run.status == plain.status)
            #expect(try run.determination().criterion == nil)
        }
    }

    @Test(arguments: [("en", "CTC, cannot be stated"), ("zh", "CTC")])
    func theWarningIsShown(language: String, words: String) throws {
        let run = try rcep("check", "--lang", language, "--criterion", "CTC", Dossier.originating)
        #expect(run.output.contains(words))
        #expect(try !rcep("check", "--lang", language, Dossier.originating).output.contains(words))
    }

    // MARK: --explain

    @Test(arguments: [("en", "Reasoning, step by step"), ("zh", "逐步推理")])
    func explanationOnlyWhereAsked(language: String, heading: String) throws {
        let plain = try rcep("check", "--lang", language, Dossier.originating).output
        let explained = try rcep("check", "--lang", language, "--explain", Dossier.originating).output
        #expect(!plain.contains(heading))
        #expect(explained.contains(heading))
        #expect(explained.split(separator: "\n").count > plain.split(separator: "\n").count + 20)
    }

    @Test func jsonAlwaysExplains() throws {
        let determination = try rcep("check", "--format", "json", Dossier.originating).determination()
        #expect(determination.explanation.children.count > 3)
    }
}
