import Bilingual
import HarmonizedSystem
import RuleFiles
import Testing

/// `synonyms.tsv`: words of searches.
@Suite struct SynonymFileTests {
    private static let file = "harmonized-system/synonyms.tsv"

    /// A query and a code that has to be among the first it finds.
    static let queries: [(query: String, code: String)] = [
        ("tires", "40.11"), ("car", "87.03"), ("lorry", "87.04"), ("LCD", "85.24"), ("mobile phone", "85.17"),
        ("laptop", "84.71"), ("fridge", "84.18"), ("sneakers", "64"), ("face masks", "63.07"), ("aluminum foil", "76.07"),
        ("peanuts", "12.02"), ("solar panels", "85.41"), ("口罩", "63.07"), ("榨菜", "20.05"), ("手机", "85.17"),
        ("锂电池", "85.07"), ("芯片", "85.42"), ("螺丝", "73.18"), ("U盘", "85.23"), ("汽车", "87.03"),
    ]

    @Test(arguments: queries)
    func whatPeopleCallAGoodIsFound(query: String, code: String) throws {
        let rules = RuleDirectory(path: Fixtures.rules)
        let search = LabelSearch(labels: try rules.labels(), synonyms: try rules.synonyms())
        #expect(search.codes(describedBy: query).prefix(5).map(\.printed).contains(code))
    }

    @Test func enoughOfThem() throws {
        let entries = try RuleDirectory(path: Fixtures.rules).synonyms().entries
        #expect(entries.count >= 60)
        #expect(Set(entries.map(\.asked)).count == entries.count)
    }

    @Test func absentFileMeansNone() throws {
        let folder = try Fixtures.smallRules()
        #expect(try RuleDirectory(path: folder.path).synonyms().entries.isEmpty)
    }

    static let faults: [(text: String, load: [String], lint: [String])] = [
        ("steed\thorses; 马\n", [], []),
        ("# x\nhorse\tno such words\n", [], ["lint.synonymOfNothing \(file) 2"]),
        ("horse Live animals\n", ["hs.badLine \(file) 1"], ["hs.badLine \(file) 1"]),
    ]

    @Test(arguments: faults)
    func faultsAreTold(text: String, load: [String], lint: [String]) throws {
        let folder = try Fixtures.smallRules()
        try folder.write(text, to: Self.file)
        let rules = RuleDirectory(path: folder.path)
        #expect(problems { _ = try rules.synonyms() }.map { $0.summary(in: folder) } == load)
        #expect(RuleLint(rules: rules).findings().map { $0.summary(in: folder) } == lint)
    }
}
