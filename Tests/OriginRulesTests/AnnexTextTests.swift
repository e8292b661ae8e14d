import OriginRules
import RuleFiles
import Testing

/// The printed texts of Annex 3A in HS 2022, as they stand in the rule files.
@Suite struct AnnexTextTests {
    static let rows: [ProductSpecificRule] = {
        let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Rules"
        return (try? RuleDirectory(path: folder).ruleSet(id: "annex-3a-hs2022").rows) ?? []
    }()

    static let texts = Set(rows.map(\.text)).sorted()

    @Test func `the annex prints 63 different texts`() {
        #expect(Self.texts.count == 63)
    }

    @Test(arguments: texts)
    func `structure and text say the same`(text: String) throws {
        let branches = try RuleText.parse(text)
        let rows = Self.rows.filter { $0.text == text }
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.branches == branches, "\(row.code)") }
    }

    @Test(arguments: texts)
    func `the normal form says the same`(text: String) throws {
        let branches = try RuleText.parse(text)
        #expect(try RuleText.parse(RuleText.canonical(branches)) == branches)
    }

    @Test(arguments: ["030439", "030469", "160100", "160210", "160290", "240419", "290960"])
    func `a row is split`(code: String) throws {
        let row = try #require(Self.rows.first { $0.code.digits == code })
        #expect(row.branches.map(\.number) == [1, 2])
        #expect(row.branches.allSatisfy { $0.condition.map { $0 == RuleText.tidied($0) } ?? false })
    }

    @Test func `seven rows are split`() {
        #expect(Self.rows.filter(\.isSplit).count == 7)
    }

    @Test func `both rows for carp have the same condition`() throws {
        let conditions = Self.rows.filter { $0.text.contains("Carp") }.map { $0.branches.first?.condition }
        #expect(conditions.count == 2)
        #expect(Set(conditions).count == 1)
    }
}
