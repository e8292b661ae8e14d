import HarmonizedSystem
import RuleFiles
import Testing

/// The seal lets a load pass over chapters only while nothing in the folder has changed.
@Suite struct RuleSetSealTests {
    private static let chapter = "annex-3a/hs2022/chapter-02.xml"
    private static let twice = """
        <?xml version="1.0" encoding="UTF-8"?>
        <chapter xmlns="urn:rcep:rules:1" number="02">
          <rule code="02" page="1"><text>WO</text><wholly-obtained/></rule>
          <rule code="02" page="1"><text>WO</text><wholly-obtained/></rule>
        </chapter>
        """

    /// Codes of the rows a load for chapter 01 alone holds.
    private func codes(_ rules: RuleDirectory) throws -> [String] {
        let wanted: Set<HSCode> = [HSCode(number: 1, level: .chapter)]
        return try rules.law(on: Fixtures.date("2026-01-01"), chapters: wanted).ruleSet.rows.map(\.code.printed)
    }

    @Test func withoutSealEveryChapterIsRead() throws {
        let folder = try Fixtures.smallRules()
        #expect(try codes(RuleDirectory(path: folder.path)).contains("02.01"))
    }

    @Test func sealedFolderGivesTheChaptersAskedFor() throws {
        let folder = try Fixtures.smallRules()
        let rules = RuleDirectory(path: folder.path)
        #expect(try rules.seal() == [folder.path + "/annex-3a/hs2022/seal.sha256"])
        #expect(RuleLint(rules: rules).findings().isEmpty)
        #expect(try codes(rules) == ["01"])
        let all = try rules.law(on: Fixtures.date("2026-01-01")).ruleSet
        #expect(all.rows.map(\.code.printed).contains("02.01"))
        let few = try rules.law(on: Fixtures.date("2026-01-01"), chapters: [HSCode(number: 1, level: .chapter)]).ruleSet
        #expect(few.digest == all.digest)
    }

    @Test func conflictElsewhereStopsTheLoadOfASealedFolder() throws {
        let folder = try Fixtures.smallRules()
        let rules = RuleDirectory(path: folder.path)
        _ = try rules.seal()
        try folder.write(Self.twice, to: Self.chapter)
        let found = problems { _ = try codes(rules) }.map { $0.summary(in: folder) }
        #expect(found == ["rules.repeatedCode \(Self.chapter) 4"])
    }

    @Test func lintTellsThatTheSealIsOutdated() throws {
        let folder = try Fixtures.smallRules()
        let rules = RuleDirectory(path: folder.path)
        _ = try rules.seal()
        try folder.write(Self.twice.replacing("<rule code=\"02\" page=\"1\"><text>WO</text><wholly-obtained/></rule>\n  <rule", with: "<rule"), to: Self.chapter)
        let found = RuleLint(rules: rules).findings().map { $0.summary(in: folder) }
        #expect(found.contains("lint.outdatedSeal annex-3a/hs2022/seal.sha256 0"))
    }

    /// A row edited in its text only decides nothing, whichever chapter is asked for.
    @Test(arguments: [true, false])
    func textThatDisagreesStopsTheLoadUnlessSealed(wasSealed: Bool) throws {
        let folder = try Fixtures.smallRules()
        let rules = RuleDirectory(path: folder.path)
        if wasSealed { _ = try rules.seal() }
        let edited = Self.twice.replacing("  <rule code=\"02\" page=\"1\"><text>WO</text><wholly-obtained/></rule>\n</", with: "</")
        try folder.write(edited.replacing("<text>WO</text>", with: "<text>CC</text>"), to: Self.chapter)
        let found = problems { _ = try codes(rules) }.map { $0.summary(in: folder) }
        #expect(found == ["lint.textDisagrees \(Self.chapter) 3"])
        let other = problems { _ = try RuleDirectory.ruleSet(folder: folder.path + "/annex-3a/hs2022") }
        #expect(other.map(\.code) == ["lint.textDisagrees"])
    }

    @Test func nothingBadIsSealed() throws {
        let folder = try Fixtures.smallRules()
        try folder.write(Self.twice, to: Self.chapter)
        let found = problems { _ = try RuleDirectory(path: folder.path).seal() }.map { $0.summary(in: folder) }
        #expect(found.contains("rules.repeatedCode \(Self.chapter) 4"))
    }

    @Test func shippedRulesAreSealed() throws {
        let law = try RuleDirectory(path: Fixtures.rules).law(
            on: Fixtures.date("2026-01-01"), chapters: [HSCode(number: 87, level: .chapter)])
        #expect(Set(law.ruleSet.rows.map { $0.code.prefix(.chapter).digits }) == ["87"])
    }
}
