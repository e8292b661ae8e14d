import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import Testing

@Suite struct RuleDiffTests {
    static func ruleSet(_ rows: [(code: String, text: String, page: Int)]) throws -> RuleSet {
        let rules = try rows.map { row in
            let code = try #require(HSCode(row.code))
            return ProductSpecificRule(
                code: code, text: row.text, page: row.page, branches: try RuleText.parse(row.text))
        }
        return try RuleSet(
            id: "test", edition: .hs2022, effectiveFrom: Fixtures.date("2023-01-01"),
            source: BilingualText(same: "test"), digest: "", rules: rules)
    }

    static let old = [("01", "WO", 1), ("0201", "CC", 1), ("0202", "CTH or RVC40", 2), ("0203", "CC", 2)]
    static let new = [("01", "WO", 9), ("0202", "CTH, or RVC40", 2), ("0203", "CTH", 2), ("0204", "CR", 3)]

    @Test func `rows are compared by code`() throws {
        let diff = RuleDiff(from: try Self.ruleSet(Self.old), to: try Self.ruleSet(Self.new))
        #expect(diff.added.map(\.code.digits) == ["0204"])
        #expect(diff.removed.map(\.code.digits) == ["0201"])
        #expect(diff.changed.map(\.code.digits) == ["0202", "0203"])
        #expect(diff.changed.map(\.isWordingOnly) == [true, false])
        #expect(!diff.isEmpty)
    }

    @Test func `a rule set does not differ from itself`() throws {
        let set = try Self.ruleSet(Self.old)
        #expect(RuleDiff(from: set, to: set).isEmpty)
    }

    @Test func `two rows of the older annex have changed`() throws {
        let folder = try TemporaryFolder()
        let rules = RuleDirectory(path: Fixtures.rules)
        let header = try RuleImportTests.header(edition: .hs2012, from: "2022-01-01", to: "2022-12-31")
        _ = try RuleImport(rules: rules).run(
            csv: Fixtures.folder + "/hs2012-fragments.csv", header: header, output: folder.path + "/old",
            allowsPartial: true)
        let old = try RuleDirectory.ruleSet(folder: folder.path + "/old/")
        let diff = RuleDiff(from: old, to: try rules.ruleSet(id: "annex-3a-hs2022"))
        let same = old.rows.count - diff.removed.count - diff.changed.count
        #expect(same == 51)
    }
}
