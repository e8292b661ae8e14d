import Foundation
import Testing

/// What is wrong with a dossier is said all at once, in the order of the file, and of an option by its name.
struct ProblemsTogetherTests {
    /// The first line of each problem.
    private static func headlines(_ run: Run) -> [String] {
        run.errors.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map(String.init)
    }

    private static func lines(_ run: Run) -> [Int] {
        headlines(run).compactMap { $0.split(separator: ":").dropFirst().first.flatMap { Int($0) } }
    }

    /// A code that does not exist, an amount that is none, and after it another code that does not exist.
    private static func faulty() throws -> Data {
        let text = try Dossier.text(Dossier.originating)
        var object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        var good = try #require(object["good"] as? [String: Any])
        good["hsCode"] = "871199"
        object["good"] = good
        var materials = try #require(object["materials"] as? [[String: Any]])
        materials[0]["value"] = ["amount": "x", "currency": "USD"]
        materials[1]["hsCode"] = "999999"
        object["materials"] = materials
        return try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
    }

    @Test(arguments: [("en", "not a decimal number", "9999.99 does not exist"), ("zh", "不是十进制数", "没有编码9999.99")])
    func shapeAndFactsTogether(language: String, shape: String, fact: String) throws {
        let run = try rcep("check", "--lang", language, "-", input: try Self.faulty())
        #expect(run.status == 65 && run.output.isEmpty)
        #expect(run.errors.contains(shape) && run.errors.contains(fact) && run.errors.contains("8711.99"))
        #expect(run.errors.contains("/materials/0/value/amount") && run.errors.contains("/materials/1/hsCode"))
        #expect(Self.lines(run).count == 3)
        #expect(Self.lines(run) == Self.lines(run).sorted())
    }

    /// Options, the lines that speak of them, and what must not be there.
    static let options: [(arguments: [String], lines: [String])] = [
        (["--to", "US"], ["--to: US is not a Party to RCEP"]),
        (["--to", "CN"], ["--to: the exporting and the importing Party are the same"]),
        (
            ["--date", "2021-12-31", "--to", "AU"],
            ["China", "Australia", "Japan"].map { "--date: the Agreement was not in force for \($0) on 2021-12-31" }
        ),
        (["--date", "2022-06-01", "--to", "PH"], ["--date: the Agreement was not in force for the Philippines on 2022-06-01"]),
    ]

    @Test(arguments: options)
    func whatComesFromAnOptionNamesIt(arguments: [String], lines: [String]) throws {
        let run = try rcep(["check", "--lang", "en"] + arguments + [Dossier.originating])
        #expect(run.status == 65)
        #expect(Self.headlines(run) == lines)
    }

    @Test func ofSeveralFilesTheFileIsNamedToo() throws {
        let run = try rcep("check", "--lang", "en", "--to", "US", Dossier.originating, Dossier.alsoOriginating)
        for file in [Dossier.originating, Dossier.alsoOriginating] {
            #expect(run.errors.contains("\(file): --to: US is not a Party to RCEP\n"))
        }
    }

    // MARK: JSON of several

    struct Answer: Decodable {
        struct Problem: Decodable {
            let code: String
            let place: String?
            let line: Int?
            let column: Int?
            let message: String
            let found: String?
            let expected: String?
        }
        let format: String
        let file: String?
        let problems: [Problem]?
    }

    @Test(arguments: [("en", "no comma may stand"), ("zh", "逗号")])
    func everyFileHasAnObject(language: String, message: String) throws {
        let files = [Dossier.badShape, Dossier.originating, Dossier.missing, Dossier.badFacts]
        let run = try rcep(["check", "--format", "json", "--lang", language] + files)
        #expect(run.status == 65)
        let answers = try JSONDecoder().decode([Answer].self, from: Data(run.output.utf8))
        #expect(answers.map(\.file) == files)
        let bad = "rcep-problems/1"
        #expect(answers.map(\.format) == [bad, "rcep-determination/1", bad, bad])
        let first = try #require(answers[0].problems?.first)
        #expect(first.code == "json.trailingComma" && first.message.contains(message))
        #expect(first.line == 16 && first.column != nil && first.found == ",")
        #expect(answers[2].problems?.map(\.code) == ["file.unreadable"])
        #expect(answers[3].problems?.first?.place?.hasPrefix("/") ?? false)
        #expect(answers[3].problems?.first?.code == "hs.unknownCode")
    }

    @Test func oneFileIsNotNamed() throws {
        let run = try rcep("check", "--format", "json", Dossier.originating)
        #expect(try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8)).file == nil)
    }

    // MARK: Look-up

    static let parties: [(arguments: [String], status: Int32, errors: [String])] = [
        (["--to", "US"], 65, ["--to: US is not a Party to RCEP"]),
        (["--from", "TW"], 65, ["--from: TW is not a Party to RCEP"]),
        (["--to", "us", "--from", "tw"], 65, ["--to: US is not a Party to RCEP", "--from: TW is not a Party to RCEP"]),
        (["--to", "JP", "--from", "cn"], 0, []),
    ]

    @Test(arguments: parties)
    func partiesOfALookUp(arguments: [String], status: Int32, errors: [String]) throws {
        let run = try rcep(["lookup", "--lang", "en", "8711.20"] + arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty == (status != 0))
        #expect(Self.headlines(run) == errors)
    }

    @Test func manyCodesAreCutAndCounted() throws {
        let run = try rcep("lookup", "--lang", "en", "machines")
        let rows = run.output.split(separator: "\n").filter { $0.first?.isNumber ?? false }.dropFirst()
        #expect(rows.count == 40)
        let total = try #require(run.output.split(separator: " ").first.flatMap { Int($0) })
        #expect(run.errors == "... and \(total - 40) more\n")
    }
}
