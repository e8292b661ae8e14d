import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import Testing

@Suite struct RuleImportTests {
    static let rules = RuleDirectory(path: Fixtures.rules)

    static func header(
        id: String = "test", edition: HSEdition = .hs2022, from: String = "2023-01-01", to: String? = nil,
        source: BilingualText = BilingualText(en: "A table", zh: "一张表")
    ) throws -> RuleImport.Header {
        RuleImport.Header(
            id: id, edition: edition, effectiveFrom: try Fixtures.date(from),
            effectiveTo: to.flatMap { CalendarDate($0) }, source: source)
    }

    /// Imports a table against the small rules.
    static func importSmall(
        _ table: String, header: RuleImport.Header? = nil, allowsPartial: Bool = false, in folder: TemporaryFolder
    ) throws -> RuleImport.Outcome {
        try folder.write(table, to: "table.csv")
        return try RuleImport(rules: RuleDirectory(path: folder.path)).run(
            csv: folder.path + "/table.csv", header: try header ?? Self.header(), output: folder.path + "/output",
            allowsPartial: allowsPartial)
    }

    // MARK: The whole annex

    private static func quoted(_ field: String) -> String {
        field.contains(",") ? "\"\(field)\"" : field
    }

    /// The command the guide gives, as its words.
    private static func documentedCommand() throws -> [String] {
        let guide = try String(contentsOfFile: Fixtures.rules + "/../docs/rules.md", encoding: .utf8)
        let block = try #require(guide.components(separatedBy: "```sh\n").first { $0.hasPrefix("rcep rules import ") })
        let command = block.replacingOccurrences(of: " \\\n", with: " ").prefix { $0 != "\n" }
        // Every second part stands in quotation marks.
        return command.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { place, part in
            place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func `the command of the guide makes the rules of the project again, byte for byte`() throws {
        var words = try Self.documentedCommand().dropFirst(3)
        #expect(words.popFirst() == "annex3a.csv")
        var options: [String: String] = [:]
        while let name = words.popFirst() {
            let value: String = try #require(words.first)
            words.removeFirst()
            options[name] = value
        }
        #expect(
            Set(options.keys) == ["--edition", "--id", "--effective-from", "--source-en", "--source-zh", "--output"])
        let header = try Self.header(
            id: #require(options["--id"]), edition: #require(options["--edition"].flatMap { HSEdition(rawValue: $0) }),
            from: #require(options["--effective-from"]),
            source: BilingualText(en: #require(options["--source-en"]), zh: #require(options["--source-zh"])))
        let set = try Self.rules.ruleSet(id: "annex-3a-hs2022")
        let lines = set.rows.map { row in
            "\(row.code.digits),\(row.code.level),\(Self.quoted(row.text)),\(row.page)"
        }
        let folder = try TemporaryFolder()
        try folder.write((["code,level,rule,annex_page"] + lines).joined(separator: "\r\n") + "\r\n", to: "table.csv")
        let outcome = try RuleImport(rules: Self.rules).run(
            csv: folder.path + "/table.csv", header: header, output: folder.path + "/output")
        #expect(outcome.rows == 2189 && outcome.isComplete)
        #expect(outcome.unknownColumns.isEmpty && outcome.untranslatedConditions.isEmpty)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output")
        let original = "\(Fixtures.rules)/annex-3a/hs2022"
        #expect(try Set(names) == Set(FileManager.default.contentsOfDirectory(atPath: original)))
        for name in names {
            let made = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/output/\(name)"))
            let kept = try Data(contentsOf: URL(fileURLWithPath: "\(original)/\(name)"))
            #expect(made == kept, "\(name)")
        }
    }

    @Test func `the known rows of the older annex are only taken as partial`() throws {
        let folder = try TemporaryFolder()
        let table = Fixtures.folder + "/hs2012-fragments.csv"
        let header = try Self.header(id: "annex-3a-hs2012", edition: .hs2012, from: "2022-01-01", to: "2022-12-31")
        let refused = problems {
            _ = try RuleImport(rules: Self.rules).run(csv: table, header: header, output: folder.path + "/output")
        }
        #expect(refused.map(\.code) == ["import.incomplete"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/output"))
        let outcome = try RuleImport(rules: Self.rules).run(
            csv: table, header: header, output: folder.path + "/output", allowsPartial: true)
        #expect(outcome.rows == 53)
        #expect(!outcome.isComplete)
        let text = try String(contentsOfFile: folder.path + "/output/rule-set.xml", encoding: .utf8)
        #expect(text.contains(" complete=\"false\""))
        #expect(try RuleDirectory.ruleSet(folder: folder.path + "/output").rows.count == 53)
    }

    // MARK: Tables

    /// Tables that say the same as the small rules.
    static let tables: [(name: String, table: String)] = [
        ("plain", "code,rule\n01,WO\n0201,CC\n2404,CTH or RVC40\n"),
        ("other order", "rule,code\nWO,01\nCC,0201\nCTH or RVC40,2404\n"),
        ("CR LF, no last line break", "code,rule\r\n01,WO\r\n0201,CC\r\n2404,CTH or RVC40"),
        ("byte order mark", "\u{FEFF}code,rule\n01,WO\n0201,CC\n2404,CTH or RVC40\n"),
        ("quotes", "\"code\",\"rule\"\n\"01\",\"WO\"\n0201,CC\n2404,\"CTH, or RVC40\"\n"),
        ("dots", "code,rule\n01,WO\n02.01,CC\n24.04,CTH or RVC40\n"),
        (
            "levels and pages",
            "code,level,rule,annex_page\n01,chapter,WO,1\n0201,heading,CC,\n2404,heading,CTH or RVC40,3\n"
        ),
        ("any order of rows, blank lines", "code,rule\n2404,CTH or RVC40\n\n0201,CC\n01,WO\n\n"),
    ]

    @Test(arguments: tables)
    func `a table is read`(name: String, table: String) throws {
        let folder = try Fixtures.smallRules()
        let outcome = try Self.importSmall(table, in: folder)
        #expect(outcome.rows == 3 && outcome.isComplete)
        let set = try RuleDirectory.ruleSet(folder: folder.path + "/output")
        let rows = set.rows.map { "\($0.code.digits) \(RuleText.canonical($0.branches))" }
        #expect(rows == ["01 WO", "0201 CC", "2404 CTH or RVC40"])
    }

    @Test func `columns that mean nothing and conditions without Chinese are told`() throws {
        let folder = try Fixtures.smallRules()
        let table = "code,rule,remark\n01,WO,x\n0201,CC,\n2404,1. CC for eggs 2. CTH for any other good,\n"
        let outcome = try Self.importSmall(table, in: folder)
        #expect(outcome.unknownColumns == ["remark"])
        #expect(outcome.untranslatedConditions == ["eggs"])
    }

    /// What is wrong, where: `code line:column`.
    static let mistakes: [(table: String, expected: [String])] = [
        ("", ["import.empty"]),
        ("code,rule\n", ["import.empty"]),
        ("code\n01\n", ["import.missingColumn 1:1"]),
        ("code,rule,code\n01,WO,01\n", ["import.repeatedColumn 1:11"]),
        ("code,rule\n01\n", ["import.wrongFieldCount 2:1"]),
        ("code,rule\n1,WO\n0201,CC\n", ["import.badCode 2:1"]),
        ("code,rule\n01,WO\n0299,CC\n", ["import.unknownCode 3:1"]),
        ("code,rule\n01,WO\n01,CC\n", ["import.repeatedCode 3:1"]),
        ("code,rule\n01,WO\n0201,CTH or RVC\n", ["import.badRule 3:13"]),
        ("rule,code\n\"CTH, or, RVC40\",0201\n", ["import.badRule 2:9"]),
        ("code,rule\n0201,\"1. CTH for \"\"x\"\" 2. CX for y\"\n", ["import.badRule 2:27"]),
        ("code,rule,level\n01,WO,heading\n", ["import.wrongLevel 2:7"]),
        ("code,rule,annex_page\n01,WO,first\n", ["import.badPage 2:7"]),
        ("code,rule\n01,W\"O\n", ["csv.badQuoting 2:5"]),
        ("code,rule\n01,\"WO\n", ["csv.badQuoting 2:4"]),
        ("code,rule\n01,\"WO\" \n", ["csv.badQuoting 2:8"]),
        ("code,rule\n牛,WO\n0201,坏\n", ["import.badCode 2:1", "import.badRule 3:6"]),
        ("code,rule\n01,WO\n0201,CC\n", ["import.incomplete"]),
        (
            "code,rule\nx,\ny,\n",
            ["import.badCode 2:1", "import.badRule 2:3", "import.badCode 3:1", "import.badRule 3:3"]
        ),
    ]

    @Test(arguments: mistakes)
    func `a mistake is told with line and column`(table: String, expected: [String]) throws {
        let folder = try Fixtures.smallRules()
        let found = problems { _ = try Self.importSmall(table, in: folder) }
        let places = found.map { problem in
            guard case .line(let line, let column) = problem.place else { return problem.code }
            return "\(problem.code) \(line):\(column)"
        }
        #expect(places == expected)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.hasPrefix("output") })
    }

    static let headers: [(id: String, to: String?, english: String, code: String)] = [
        ("", nil, "A", "import.badID"), ("Annex", nil, "A", "import.badID"), ("a/b", nil, "A", "import.badID"),
        ("a", "2022-12-31", "A", "rules.invertedDates"), ("a", nil, "", "import.missingSource"),
    ]

    @Test(arguments: headers)
    func `a bad header is refused`(id: String, to: String?, english: String, code: String) throws {
        let folder = try Fixtures.smallRules()
        let header = try Self.header(id: id, to: to, source: BilingualText(en: english, zh: "甲"))
        let found = problems { _ = try Self.importSmall(Self.tables[0].table, header: header, in: folder) }
        #expect(found.map(\.code) == [code])
    }

    @Test func `nothing is overwritten`() throws {
        let folder = try Fixtures.smallRules()
        try folder.write("kept", to: "output/note")
        let found = problems { _ = try Self.importSmall(Self.tables[0].table, in: folder) }
        #expect(found.map(\.code) == ["import.outputExists"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output") == ["note"])
    }

    @Test func `a table that turns out complete is not marked partial`() throws {
        let folder = try Fixtures.smallRules()
        #expect(try Self.importSmall(Self.tables[0].table, allowsPartial: true, in: folder).isComplete)
    }
}
