import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import Testing

@Suite struct RuleDirectoryTests {
    static let law = try? RuleDirectory(path: Fixtures.rules).law(on: Fixtures.date("2026-01-01"), editions: [.hs2012])

    @Test func `every subheading has a rule`() throws {
        let law = try #require(Self.law)
        let nomenclature = try #require(law.nomenclatures[.hs2022])
        let rules = nomenclature.subheadings.map { law.ruleSet.rule(for: HSCode(number: $0, level: .subheading)) }
        #expect(law.ruleSet.rows.count == 2189)
        #expect(rules.count == 5612)
        #expect(rules.count { $0 == nil } == 0)
        #expect(rules.count { $0?.code.level == .subheading } == 1613)
        #expect(rules.count { $0?.code.level == .heading } == 2848)
        #expect(rules.count { $0?.code.level == .chapter } == 1151)
    }

    @Test func `only the editions asked for are read`() throws {
        let law = try #require(Self.law)
        #expect(Set(law.nomenclatures.keys) == [.hs2012, .hs2022])
        #expect(law.correlations.map(\.older) == [.hs2012])
    }

    static let rules: [(code: String, row: String, text: String, page: Int)] = [
        ("010121", "01", "WO", 1),
        ("871120", "8711", "RVC40", 0),
        ("380891", "3808", "CTSH provided that at least 50 % by weight", 0),
        ("030439", "030439", "1. CTH for Carp (", 2),
    ]

    @Test(arguments: rules)
    func `a rule is that of the row, the heading or the chapter`(
        code: String, row: String, text: String, page: Int
    ) throws {
        let law = try #require(Self.law)
        let subheading = try #require(HSCode(code))
        let rule = try #require(law.ruleSet.rule(for: subheading))
        #expect(rule.code.digits == row)
        #expect(rule.text.hasPrefix(text))
        #expect(page == 0 ? rule.page > 0 : rule.page == page)
    }

    @Test func `the agreement has its parameters`() throws {
        let agreement = try #require(Self.law).agreement
        #expect(agreement.regionalValueContent.percent.description == "40")
        #expect(agreement.deMinimisValue.percent.description == "10")
        #expect(agreement.deMinimisWeight.percent.description == "10")
        #expect(agreement.weightTestChapters == 50...63)
        #expect(agreement.domesticValueAddition.percent.description == "20")
        #expect(agreement.domesticValueAddition.article == "2.6.3")
        #expect(agreement.minimalOperations.map(\.article) == "abcdefghij".map { "3.6(\($0))" })
        #expect(agreement.whollyObtained.map(\.article) == "abcdefghij".map { "3.3(\($0))" })
    }

    static let parties: [(code: String, inForce: String)] = [
        ("AU", "2022-01-01"), ("BN", "2022-01-01"), ("CN", "2022-01-01"), ("ID", "2023-01-02"), ("JP", "2022-01-01"),
        ("KH", "2022-01-01"), ("KR", "2022-02-01"), ("LA", "2022-01-01"), ("MM", "2022-05-01"), ("MY", "2022-03-18"),
        ("NZ", "2022-01-01"), ("PH", "2023-06-02"), ("SG", "2022-01-01"), ("TH", "2022-01-01"), ("VN", "2022-01-01"),
    ]

    @Test(arguments: parties)
    func `the agreement is in force for each Party`(code: String, inForce: String) throws {
        let country = try #require(CountryCode(code))
        let party = try #require(Self.law?.agreement.party(country))
        #expect(party.inForce.description == inForce)
        #expect((party.note != nil) == (code == "MM"))
    }

    @Test func `there are fifteen Parties`() throws {
        #expect(try #require(Self.law).agreement.parties.count == 15)
    }

    @Test func `every condition has Chinese`() throws {
        let ruleSet = try #require(Self.law).ruleSet
        for row in ruleSet.rows where row.isSplit {
            for branch in row.branches {
                let words = try #require(ruleSet.condition(branch))
                #expect(words.chinese != words.english)
            }
        }
    }

    @Test func `the rules of the project pass lint`() {
        #expect(RuleLint(rules: RuleDirectory(path: Fixtures.rules)).findings() == [])
    }

    // MARK: Choice by date

    /// What stands beside the small complete set of 2023, a date, and the set that serves.
    static let choices: [(beside: String, date: String, id: String)] = [
        ("base", "2026-01-01", "small-hs2022"),
        ("base", "2023-01-01", "small-hs2022"),
        ("base", "2022-12-31", "small-hs2022"),
        ("an-older-rule-set", "2023-01-01", "small-hs2022"),
        ("an-older-rule-set", "2022-12-31", "other"),
        ("an-older-rule-set", "2022-01-01", "other"),
        ("an-older-rule-set", "2021-12-31", "other"),
        ("a-partial-rule-set-beside", "2026-01-01", "small-hs2022"),
        ("a-partial-rule-set-beside", "2022-06-01", "small-hs2022"),
    ]

    @Test(arguments: choices)
    func `the rule set of the day is chosen`(beside: String, date: String, id: String) throws {
        let folder = try Fixtures.smallRules()
        try folder.overlay("\(Fixtures.folder)/accept/\(beside)", except: ["expected.txt"])
        let law = try RuleDirectory(path: folder.path).law(on: Fixtures.date(date))
        #expect(law.ruleSet.id == id)
    }

    static let thresholds: [(date: String, percent: String)] = [
        ("2021-06-01", "40"), ("2026-12-31", "40"), ("2027-01-01", "35"),
    ]

    @Test(arguments: thresholds)
    func `the threshold of the day is chosen`(date: String, percent: String) throws {
        let folder = try Fixtures.smallRules()
        try folder.overlay(
            "\(Fixtures.folder)/accept/thresholds-that-follow-each-other", except: ["expected.txt"])
        let law = try RuleDirectory(path: folder.path).law(on: Fixtures.date(date))
        #expect(law.agreement.regionalValueContent.percent.description == percent)
    }

    @Test func `a partial rule set serves where there is no other`() throws {
        let folder = try Fixtures.smallRules()
        let header = "annex-3a/hs2022/rule-set.xml"
        let text = try String(contentsOfFile: "\(folder.path)/\(header)", encoding: .utf8)
        try folder.write(text.replacingOccurrences(of: " edition=", with: " complete=\"false\" edition="), to: header)
        let rules = RuleDirectory(path: folder.path)
        #expect(try rules.ruleSets().map(\.isComplete) == [false])
        #expect(try rules.law(on: Fixtures.date("2026-01-01")).ruleSet.id == "small-hs2022")
    }

    // MARK: Digest

    /// A file, and whether a change in it changes the digest.
    static let digested: [(file: String, matters: Bool)] = [
        ("annex-3a/hs2022/chapter-24.xml", true), ("annex-3a/hs2022/rule-set.xml", true),
        ("annex-3a/conditions-zh.xml", true), ("agreement/parties.xml", true), ("agreement/thresholds.xml", true),
        ("agreement/minimal-operations.xml", true), ("agreement/wholly-obtained.xml", true),
        ("harmonized-system/labels.tsv", false), ("schema/chapter.xsd", false),
    ]

    @Test(arguments: digested)
    func `the digest is of the rules and the agreement`(file: String, matters: Bool) throws {
        let folder = try Fixtures.smallRules()
        let rules = RuleDirectory(path: folder.path)
        let before = try rules.law(on: Fixtures.date("2026-01-01")).ruleSet.digest
        let text = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
        try folder.write(text + "\n", to: file)
        let after = try rules.law(on: Fixtures.date("2026-01-01")).ruleSet.digest
        #expect((before != after) == matters)
        #expect(after.utf8.count == 64)
    }

    @Test func `the digest does not depend on where the rules lie`() throws {
        let digests = try (0..<2).map { _ in
            let folder = try Fixtures.smallRules()
            return try RuleDirectory(path: folder.path).law(on: Fixtures.date("2026-01-01")).ruleSet.digest
        }
        #expect(digests[0] == digests[1])
    }

    // MARK: Finding the folder

    @Test func `an option comes before the environment`() {
        let found = RuleDirectory.locate(
            explicit: "/a", environment: ["RCEP_RULES": "/b"], executable: "/nowhere/bin/rcep")
        #expect(found?.path == "/a")
        let named = RuleDirectory.locate(
            explicit: nil, environment: ["RCEP_RULES": "/b"], executable: "/nowhere/bin/rcep")
        #expect(named?.path == "/b")
    }

    /// Where a folder of rules lies, and where the program does.
    static let places: [(rules: String, program: String)] = [
        ("Rules", "rcep"), ("Rules", ".build/x/release/rcep"), ("bin/Rules", "bin/rcep"),
        ("share/rcep/Rules", "bin/rcep"),
    ]

    @Test(arguments: places)
    func `rules are found from the program`(rules: String, program: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "\(rules)/annex-3a/x")
        try folder.write("", to: program)
        let found = try #require(
            RuleDirectory.locate(explicit: nil, environment: [:], executable: "\(folder.path)/\(program)"))
        let target = URL(fileURLWithPath: "\(folder.path)/\(rules)").standardizedFileURL.path
        #expect(URL(fileURLWithPath: found.path).standardizedFileURL.path == target)
    }

    @Test func `a folder without an annex is not taken`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "Rules/x")
        #expect(
            RuleDirectory.locate(explicit: nil, environment: [:], executable: "\(folder.path)/rcep") == nil)
    }

    // MARK: Bounds

    @Test func `a file that is too large is refused unread`() throws {
        let folder = try Fixtures.smallRules()
        try folder.write(Data(repeating: 0x20, count: (8 << 20) + 1), to: "annex-3a/hs2022/chapter-01.xml")
        let found = problems { _ = try RuleDirectory(path: folder.path).law(on: Fixtures.date("2026-01-01")) }
        #expect(found.map { $0.summary(in: folder) } == ["file.tooLarge annex-3a/hs2022/chapter-01.xml 0"])
    }

    @Test func `a missing file is named`() throws {
        let folder = try Fixtures.smallRules()
        try FileManager.default.removeItem(atPath: "\(folder.path)/agreement/parties.xml")
        let found = problems { _ = try RuleDirectory(path: folder.path).law(on: Fixtures.date("2026-01-01")) }
        #expect(found.map { $0.summary(in: folder) } == ["file.unreadable agreement/parties.xml 0"])
    }

    @Test func `a column is told where it is known`() throws {
        let folder = try Fixtures.smallRules()
        try folder.overlay("\(Fixtures.folder)/reject/inverted-range", except: ["expected.txt"])
        let found = problems { _ = try RuleDirectory(path: folder.path).law(on: Fixtures.date("2026-01-01")) }
        #expect(found.map(\.place) == [.line(6, column: 7)])
    }

    @Test func `an unknown id is refused with those there are`() throws {
        let folder = try Fixtures.smallRules()
        let found = problems { _ = try RuleDirectory(path: folder.path).ruleSet(id: "x") }
        #expect(found.map(\.code) == ["rules.unknownRuleSet"])
        #expect(found.first?.expected?.english == "small-hs2022")
    }
}
