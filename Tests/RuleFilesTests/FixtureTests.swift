import Bilingual
import OriginRules
import RuleFiles
import Testing

/// One folder a case, laid over the small rules; `expected.txt` says what has to come of it.
@Suite struct FixtureTests {
    /// Rows as `code normal-form`.
    @Test(arguments: Fixtures.cases("accept"))
    func `good rules load and pass`(name: String) throws {
        let source = "\(Fixtures.folder)/accept/\(name)"
        let folder = try Fixtures.smallRules()
        try folder.overlay(source, except: ["expected.txt"])
        let rules = RuleDirectory(path: folder.path)
        let law = try rules.law(on: Fixtures.date("2026-01-01"))
        let rows = law.ruleSet.rows.map { "\($0.code.digits) \(RuleText.canonical($0.branches))" }
        #expect(try rows == Fixtures.lines(of: source + "/expected.txt"))
        #expect(RuleLint(rules: rules).findings().map { $0.summary(in: folder) } == [])
    }

    /// Problems as `code file line`: of loading and of lint alike; `lint` or `load` before those of one only.
    @Test(arguments: Fixtures.cases("reject"))
    func `bad rules are refused with file and line`(name: String) throws {
        let source = "\(Fixtures.folder)/reject/\(name)"
        let expected = try Fixtures.lines(of: source + "/expected.txt")
        let folder = try Fixtures.smallRules()
        try folder.overlay(source, except: ["expected.txt"])
        let rules = RuleDirectory(path: folder.path)
        let date = try Fixtures.date("2026-01-01")
        let found = problems { _ = try rules.law(on: date) }
        let findings = RuleLint(rules: rules).findings()
        #expect(found.map { $0.summary(in: folder) }.sorted() == Self.lines(expected, without: "lint"))
        #expect(findings.map { $0.summary(in: folder) }.sorted() == Self.lines(expected, without: "load"))
        for problem in found + findings {
            #expect(!problem.message.english.isEmpty && !problem.message.english.hasSuffix("."))
            #expect(!problem.message.chinese.isEmpty)
        }
    }

    private static func lines(_ lines: [String], without other: String) -> [String] {
        lines.filter { !$0.hasPrefix(other + " ") }
            .map { line in
                let words = line.split(separator: " ")
                return words.suffix(3).joined(separator: " ")
            }
            .sorted()
    }
}
