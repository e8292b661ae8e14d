import Foundation
import Testing

/// `rcep rules`.
struct RulesCommandTests {
    struct Row: Decodable {
        struct Source: Decodable {
            let document: String
            let page: Int?
        }
        let format: String
        let code: String
        let ruleCode: String
        let level: String
        let text: String
        let source: Source
    }

    private static func rows(_ arguments: String...) throws -> [Row] {
        let run = try rcep(["rules", "list", "--format", "jsonl"] + arguments)
        #expect(run.status == 0)
        return try run.output.split(separator: "\n").map { line in
            try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        }
    }

    // MARK: list

    @Test func everyRow() throws {
        let rows = try Self.rows()
        #expect(rows.count == 2189)
        #expect(rows.allSatisfy { $0.format == "rcep-rule/1" && $0.code == $0.ruleCode })
        #expect(rows.map(\.code).sorted() == rows.map(\.code))
        #expect(try rcep("rules", "list").output.split(separator: "\n").count == 2189)
    }

    @Test func everySubheading() throws {
        let rows = try Self.rows("--subheadings")
        #expect(rows.count == 5612)
        #expect(Set(rows.map(\.code)).count == 5612)
        #expect(rows.allSatisfy { $0.code.count == 6 && $0.code.hasPrefix($0.ruleCode) })
        let levels = Dictionary(grouping: rows, by: \.level).mapValues(\.count)
        #expect(levels == ["subheading": 1613, "heading": 2848, "chapter": 1151])
    }

    static let chapters: [(arguments: [String], first: String?, count: Int)] = [
        (["--chapter", "97"], "97       CTH or RVC40", 1),
        (["--chapter", "01"], "01       WO", 1),
        (["--chapter", "97", "--subheadings"], "9701.21  97       CTH or RVC40", 19),
        (["--chapter", "77"], nil, 0),
    ]

    @Test(arguments: chapters)
    func oneChapter(arguments: [String], first: String?, count: Int) throws {
        let run = try rcep(["rules", "list"] + arguments)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.first == first)
        #expect(lines.count == count)
    }

    // MARK: show

    static let shown: [(code: String, lines: [String])] = [
        ("8711.20", ["8711.20  Motorcycles and mopeds", "  heading 87.11, page 129: RVC40"]),
        ("97", ["  chapter 97, page 140: CTH or RVC40"]),
        ("1601", ["  - branch 2 (any other good): a change from any other chapter"]),
        (
            "3808",
            [
                "  - a change from any other subheading, provided that at least 50 % by weight of the active "
                    + "ingredients is originating; or a regional value content of at least 40 % of the FOB value"
            ]
        ),
    ]

    @Test(arguments: shown)
    func show(code: String, lines: [String]) throws {
        let run = try rcep("rules", "show", "--lang", "en", code)
        #expect(run.status == 0)
        let output = run.output.split(separator: "\n").map(String.init)
        for line in lines { #expect(output.contains(line), "\(run.output)") }
        let chinese = try rcep("rules", "show", "--lang", "zh", code).output
        for line in lines { #expect(!chinese.contains(line)) }
    }

    @Test func showAsJSON() throws {
        let one = try rcep("rules", "show", "--format", "json", "8711.20")
        #expect(try JSONDecoder().decode(Row.self, from: Data(one.output.utf8)).ruleCode == "8711")
        let several = try rcep("rules", "show", "--format", "json", "8705")
        let rows = try JSONDecoder().decode([Row].self, from: Data(several.output.utf8))
        #expect(rows.map(\.code) == ["870510", "870520", "870530", "870540", "870590"])
    }

    static let unshown: [(arguments: [String], english: String, chinese: String)] = [
        (["8711.99"], "does not exist in HS 2022", "没有该编码"),
        (["77"], "does not exist in HS 2022", "没有该编码"),
        (["motorcycle"], "this is not an HS code", "这不是HS编码"),
        (["871"], "this is not an HS code", "这不是HS编码"),
        (["8711", "--rule-set", "nope"], "there is no rule set with this id", "没有该标识的规则集"),
    ]

    @Test(arguments: unshown)
    func nothingToShow(arguments: [String], english: String, chinese: String) throws {
        for (language, message) in [("en", english), ("zh", chinese)] {
            let run = try rcep(["rules", "show", "--lang", language] + arguments)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains(message))
        }
    }

    // MARK: lint

    @Test(arguments: [("en", "no findings\n"), ("zh", "未发现问题\n")])
    func theRulesOfTheProjectHaveNoFindings(language: String, message: String) throws {
        let run = try rcep("rules", "lint", "--lang", language)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors == message)
        #expect(try rcep("rules", "lint", "--format", "json").output == "[]\n")
    }

    struct Finding: Decodable {
        let file: String
        let line: Int?
        let code: String
    }

    /// Runs the body on a copy of the rules where chapter 01 says something else.
    private static func withChange<Value>(
        _ old: String, _ new: String, _ body: (_ rules: String, _ chapter: String) throws -> Value
    ) throws -> Value {
        try withTemporaryFolder { folder in
            let rules = "\(folder)/rules"
            try FileManager.default.copyItem(atPath: Project.root.appendingPathComponent("Rules").path, toPath: rules)
            let path = "\(rules)/annex-3a/hs2022/chapter-01.xml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacingOccurrences(of: old, with: new).write(toFile: path)
            return try body(rules, path)
        }
    }

    @Test(arguments: [("en", "2 findings\n"), ("zh", "发现 2 个问题\n")])
    func aTextThatDisagreesIsFound(language: String, message: String) throws {
        try Self.withChange("<text>WO</text>", "<text>CC</text>") { rules, path in
            let run = try rcep("rules", "lint", "--rules", rules, "--lang", language)
            #expect(run.status == 65)
            #expect(run.output.hasPrefix("\(path):4:"))
            #expect(run.errors == message)
            let json = try rcep("rules", "lint", "--rules", rules, "--format", "json")
            #expect(json.status == 65)
            let findings = try JSONDecoder().decode([Finding].self, from: Data(json.output.utf8))
            #expect(findings.map(\.code) == ["lint.textDisagrees", "lint.outdatedSeal"])
            #expect(findings.first.map { $0.file == path && $0.line == 4 } == true)
        }
    }

    @Test func aGoodChangeIsSealed() throws {
        let old = "<text>WO</text>\n    <wholly-obtained/>"
        try Self.withChange(old, "<text>CC</text>\n    <change level=\"CC\"/>") { rules, _ in
            let before = try rcep("rules", "lint", "--rules", rules, "--format", "json")
            let findings = try JSONDecoder().decode([Finding].self, from: Data(before.output.utf8))
            #expect(findings.map(\.code) == ["lint.outdatedSeal"])
            #expect(try rcep("rules", "lint", "--seal", "--rules", rules).status == 0)
            #expect(try rcep("rules", "lint", "--rules", rules).status == 0)
        }
    }

    // MARK: diff

    @Test func aRuleSetDoesNotDifferFromItself() throws {
        for other in ["annex-3a-hs2022", "Rules/annex-3a/hs2022", "Rules/annex-3a/hs2022/"] {
            let run = try rcep("rules", "diff", "--lang", "en", "annex-3a-hs2022", other)
            #expect(run.status == 0)
            #expect(run.output.isEmpty)
            #expect(run.errors == "0 added, 0 removed, 0 changed (0 in wording only)\n")
        }
    }

    @Test func whatChangedIsShown() throws {
        try withTemporaryFolder { folder in
            let copy = "\(folder)/copy"
            try FileManager.default.copyItem(
                atPath: Project.root.appendingPathComponent("Rules/annex-3a/hs2022").path, toPath: copy)
            let change = { (file: String, old: String, new: String) in
                let text = try String(contentsOfFile: "\(copy)/\(file)", encoding: .utf8)
                try #require(text.contains(old))
                try text.replacingOccurrences(of: old, with: new).write(toFile: "\(copy)/\(file)")
            }
            try change(
                "chapter-01.xml", "<text>WO</text>\n    <wholly-obtained/>",
                "<text>CC</text>\n    <change level=\"CC\"/>")
            try change("chapter-97.xml", "<text>CTH or RVC40</text>", "<text>CTH, or RVC40</text>")
            let run = try rcep("rules", "diff", "--lang", "en", "annex-3a-hs2022", copy)
            #expect(run.status == 0)
            #expect(
                run.output == """
                    - 01  WO
                    + 01  CC
                    - 97  CTH or RVC40
                    = 97  CTH, or RVC40

                    """)
            #expect(run.errors == "0 added, 0 removed, 2 changed (1 in wording only)\n")
        }
    }

    @Test(arguments: ["nope", "./nope", "Rules/agreement"])
    func aRuleSetThatIsNotThere(name: String) throws {
        let run = try rcep("rules", "diff", "annex-3a-hs2022", name)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(name))
    }

    // MARK: import

    private static func quoted(_ field: String) -> String {
        field.contains(",") ? "\"\(field)\"" : field
    }

    private static let sourceInChinese =
        "《区域全面经济伙伴关系协定》附件3A（产品特定原产地规则），转换为2022年版协调制度，2022年6月30日通过"

    @Test func whatIsListedCanBeImportedAgain() throws {
        try withTemporaryFolder { folder in
            let rows = try Self.rows()
            let lines = rows.map { row in
                "\(row.code),\(row.level),\(Self.quoted(row.text)),\(row.source.page.map(String.init) ?? "")"
            }
            let table = (["code,level,rule,annex_page"] + lines).joined(separator: "\n") + "\n"
            try table.write(toFile: "\(folder)/table.csv")
            let run = try rcep(
                "rules", "import", "\(folder)/table.csv", "--edition", "2022", "--id", "annex-3a-hs2022",
                "--effective-from", "2023-01-01", "--source-en", try #require(rows.first).source.document,
                "--source-zh", Self.sourceInChinese, "--output", "\(folder)/made", "--lang", "en")
            #expect(run.status == 0)
            #expect(run.errors == "2189 rows written to \(folder)/made\n")
            let original = Project.root.appendingPathComponent("Rules/annex-3a/hs2022").path
            let names = try FileManager.default.contentsOfDirectory(atPath: original).sorted()
            #expect(names.count >= 97)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/made").sorted() == names)
            for name in names {
                #expect(
                    FileManager.default.contentsEqual(atPath: "\(original)/\(name)", andPath: "\(folder)/made/\(name)"),
                    "\(name)")
            }
        }
    }

    /// A table, what is said of it, and whether --partial makes it good.
    static let tables: [(table: String, english: String, chinese: String, partial: Bool)] = [
        ("code,rule\n8711,CTX\n", "table.csv:2:6: the rule cannot be read", "规则无法识别", false),
        ("code,rule\n8799,CC\n", "table.csv:2:1: the code does not exist in HS 2022", "不存在", false),
        ("code,rule\n8711,CTH\n", "subheadings would have no rule", "没有规则", true),
    ]

    @Test(arguments: tables)
    func importOfATable(table: String, english: String, chinese: String, partial: Bool) throws {
        try withTemporaryFolder { folder in
            try table.write(toFile: "\(folder)/table.csv")
            let arguments = [
                "rules", "import", "\(folder)/table.csv", "--edition", "2022", "--id", "other", "--effective-from",
                "2027-01-01", "--source-en", "A table", "--source-zh", "一张表", "--output", "\(folder)/made",
            ]
            for (language, message) in [("en", english), ("zh", chinese)] {
                let run = try rcep(arguments + ["--lang", language])
                #expect(run.status == 65)
                #expect(run.errors.contains(message), "\(run.errors)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["table.csv"])
            }
            let taken = try rcep(arguments + ["--partial", "--lang", "en"])
            #expect((taken.status == 0) == partial)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/made/rule-set.xml") == partial)
            // Nothing is ever overwritten.
            if partial { #expect(try rcep(arguments + ["--partial"]).status == 65) }
        }
    }
}
