import Foundation
import Testing

/// Which folder of rules is used, and what is said when it is of no use.
struct RulesFolderTests {
    private static func withRules<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
        try withTemporaryFolder { folder in
            let rules = "\(folder)/rules"
            try FileManager.default.copyItem(atPath: Project.root.appendingPathComponent("Rules").path, toPath: rules)
            return try body(rules)
        }
    }

    /// The rules are the project's but for a threshold of 70 %, which the motorcycle does not reach.
    private static func withStricterRules<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
        try withRules { rules in
            let path = "\(rules)/annex-3a/hs2022/chapter-87.xml"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "RVC40", with: "RVC70")
                .replacingOccurrences(of: "threshold=\"40\"", with: "threshold=\"70\"").write(toFile: path)
            return try body(rules)
        }
    }

    @Test func aCopyGivesTheSameAnswer() throws {
        let expected = try rcep("check", Dossier.originating)
        #expect(expected.output.contains("RVC40"))
        try Self.withRules { rules in
            let byOption = try rcep("check", "--rules", rules, Dossier.originating)
            let byVariable = try rcep(["check", Dossier.originating], environment: ["RCEP_RULES": rules])
            for run in [byOption, byVariable] {
                #expect(run.status == 0)
                #expect(run.output == expected.output)
            }
        }
    }

    @Test func otherRulesGiveAnotherAnswer() throws {
        try Self.withStricterRules { rules in
            let byOption = try rcep("check", "--rules", rules, Dossier.originating)
            let byVariable = try rcep(["check", Dossier.originating], environment: ["RCEP_RULES": rules])
            #expect(byOption.status == 1 && byVariable.status == 1)
            #expect(byOption.output.contains("RVC70"))
        }
    }

    @Test func theOptionIsStrongerThanTheVariable() throws {
        try Self.withStricterRules { rules in
            let run = try rcep(["check", "--rules", "Rules", Dossier.originating], environment: ["RCEP_RULES": rules])
            #expect(run.status == 0 && run.output.contains("RVC40"))
        }
    }

    @Test func anEmptyVariableIsNone() throws {
        let run = try rcep(["check", Dossier.originating], environment: ["RCEP_RULES": ""])
        #expect(run.status == 0 && run.output.contains("RVC40"))
    }

    static let commands: [[String]] = [
        ["check", Dossier.originating], ["lookup", "8711.20"], ["lookup", "motorcycle"], ["rules", "list"],
        ["rules", "show", "8711"], ["rules", "lint"],
    ]

    @Test(arguments: commands, ["en", "zh"])
    func aFolderOfNoRules(command: [String], language: String) throws {
        try withTemporaryFolder { folder in
            for place in [folder, "\(folder)/gone"] {
                let run = try rcep(command + ["--lang", language], environment: ["RCEP_RULES": place])
                #expect(run.status == 65)
                #expect(run.output.isEmpty || command == ["rules", "lint"])
                #expect((run.output + run.errors).contains("\(place)"))
            }
        }
    }

    /// A file of the rules, what is done to it, and where the mistake is reported.
    static let damages: [(file: String, old: String, new: String, place: String)] = [
        ("annex-3a/hs2022/chapter-87.xml", "</chapter>", "", "chapter-87.xml:"),
        ("annex-3a/hs2022/chapter-87.xml", "<change level=\"CTH\"/>", "<change level=\"CTX\"/>", "chapter-87.xml:"),
        ("annex-3a/hs2022/rule-set.xml", "2023-01-01", "2023-02-30", "rule-set.xml:3:"),
        ("agreement/parties.xml", "</parties>", "", "parties.xml:"),
        ("harmonized-system/labels.tsv", "87", "x", "labels.tsv:"),
    ]

    @Test(arguments: damages)
    func brokenRulesAreNotUsed(file: String, old: String, new: String, place: String) throws {
        try Self.withRules { rules in
            let path = "\(rules)/\(file)"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacingOccurrences(of: old, with: new).write(toFile: path)
            for command in [["check", Dossier.originating], ["rules", "lint"]] {
                let run = try rcep(command + ["--lang", "en"], environment: ["RCEP_RULES": rules])
                #expect(run.status == 65)
                #expect((run.output + run.errors).contains("\(rules)/\(file):"), "\(run.output + run.errors)")
                #expect((run.output + run.errors).contains(place))
            }
        }
    }
}
