import Bilingual
import HarmonizedSystem
@testable import OriginDetermination
import OriginModel
import OriginRules
@testable import Reporting
import Testing

@Suite("Content of a determination report")
struct DeterminationContentTests {
    private func content(_ determination: Determination, _ language: Language = .english) -> DeterminationContent {
        DeterminationContent(determination, ReportWords(ReportContext(language: language)))
    }

    private static func row(
        _ code: String, _ text: String, _ alternatives: [RuleAlternative]
    ) throws -> Determination.AppliedRule {
        let code = try Sample.code(code)
        return .init(
            codes: [code], code: code, text: text, page: 1,
            branches: [.init(number: nil, condition: nil, alternatives: alternatives, considered: true)])
    }

    private static func rows() throws -> [Determination.AppliedRule] {
        let rvc = RuleAlternative.regionalValueContent(try Sample.percentage("40"))
        return [
            try row("852581", "RVC40", [rvc]), try row("852582", "RVC40", [rvc]),
            try row("852589", "CC", [.changeInTariffClassification(TariffChange(level: .chapter))]),
        ]
    }

    // MARK: Rules

    @Test func rowsThatSayTheSameAreSaidOnce() throws {
        let rules = content(try Sample.answer(.undetermined, onEvidence: .undetermined, rules: Self.rows())).rules
        #expect(rules.map(\.text) == ["RVC40", "CC"])
        #expect(rules.map(\.goods) == ["8525.81, 8525.82: ", "8525.89: "])
        #expect(rules[0].place == "subheading 8525.81, subheading 8525.82")
    }

    @Test func theOnlyRuleNeedsNoCode() throws {
        let rules = try Array(Self.rows().prefix(2))
        let determination = try Sample.answer(.undetermined, onEvidence: .undetermined, rules: rules)
        #expect(content(determination).rules.map(\.goods) == [""])
    }

    @Test(arguments: [
        (Language.english, "RVC40 (8525.81; 8525.82) asks for at least 40 %: not met."),
        (.chinese, "RVC40（8525.81、8525.82）要求不少于40%：不满足。"),
    ])
    func aThresholdOfSomeRows(_ language: Language, _ statement: String) throws {
        let determination = try Sample.answer(.undetermined, onEvidence: .undetermined, rules: Self.rows())
        let requirement = try #require(content(determination, language).regionalValueContent?.requirement)
        #expect(requirement.hasPrefix(statement))
    }

    @Test func aThresholdOfNoRow() throws {
        let rules = [try Self.rows()[2]]
        let determination = try Sample.answer(.undetermined, onEvidence: .undetermined, rules: rules)
        let requirement = try #require(content(determination).regionalValueContent?.requirement)
        #expect(requirement.hasPrefix("The rule does not ask for a regional value content"))
    }

    @Test func alternativesOfSeveralCodesAreSaidOnce() throws {
        let findings = try ["852581", "852582", "852589"].map { code in
            AlternativeFinding(
                criterion: .regionalValueContent, rule: "RVC40", branch: nil, code: try Sample.code(code),
                outcome: code == "852589" ? .notMet : .met, supplements: [], failingMaterials: [], missing: [],
                reason: Sample.text("Reason.", "理由。"))
        }
        let determination = try Sample.answer(.undetermined, onEvidence: .undetermined, alternatives: findings)
        #expect(content(determination).alternatives.map(\.rule) == ["RVC40 (8525.81, 8525.82)", "RVC40 (8525.89)"])
        #expect(content(determination).verdict.why == [
            "The answer is not the same for every code: 8525.81 originating by RVC, 8525.82 originating by RVC, "
                + "8525.89 not originating.",
        ])
    }

    // MARK: Numbers

    @Test(arguments: [[Material.Role.shippingPackaging], [.indirect, .retailPackaging], []])
    func packagingAloneHasNoRegionalValueContent(_ roles: [Material.Role]) throws {
        let lines = try Sample.everything().materials.filter { roles.contains($0.material.role) }
        #expect(lines.count == roles.count)
        let determination = try Sample.answer(.undetermined, onEvidence: .undetermined, lines: lines)
        #expect(content(determination).regionalValueContent == nil)
        let json = DeterminationJSON(ReportContext()).renderLine(determination)
        #expect(json.contains(#""rvc":{"indirect":null,"direct":null}"#))
    }

    @Test func anAmountThatDoesNotEndIsSaidToBeCut() throws {
        let values = RegionalValueContentFinding(
            indirect: .init(
                percent: CutPercent(66_66, of: 100_00), fob: try Sample.usd("100"), vnm: try Sample.usd("33.333333"),
                deductions: try Sample.usd("0")),
            direct: nil)
        let formula = try #require(content(try Sample.answer(
            .undetermined, onEvidence: .undetermined, values: values)).regionalValueContent?.formulas.first)
        #expect(formula.calculated == "(100.00 − 33.333333) / 100.00 × 100 = 66.66 %")
        #expect(formula.note == "Amounts that do not end are cut to six decimals.")
    }

    // MARK: De minimis

    @Test(arguments: [
        (Criterion.changeInTariffClassification, [Supplement.deMinimis], Outcome.met, "DMI is stated beside CTC"),
        (.regionalValueContent, [], .met, "DMI would have to be stated if CTC were chosen"),
        (.regionalValueContent, [], .notMet, nil),
        (.changeInTariffClassification, [], .notMet, nil),
    ] as [(Criterion, [Supplement], Outcome, String?)])
    func deMinimis(_ criterion: Criterion, _ supplements: [Supplement], _ change: Outcome, _ words: String?) throws {
        let alternative = AlternativeFinding(
            criterion: .changeInTariffClassification, rule: "CTH", branch: nil, code: nil, outcome: change,
            supplements: change == .met ? [.deMinimis] : [], failingMaterials: ["30"], missing: [],
            reason: Sample.text("Reason.", "理由。"))
        let lines = content(try Sample.answer(
            .originating, onEvidence: .originating, criterion: criterion, supplements: supplements,
            alternatives: [alternative],
            deMinimis: DeMinimisFinding(
                valuePercent: CutPercent(9_50, of: 100_00), weightPercent: nil, applied: change == .met))).deMinimis
        #expect(lines.count == (words == nil ? 1 : 2))
        #expect(lines.dropFirst().allSatisfy { $0.contains(words ?? "") })
    }

    // MARK: Box 11

    private static func country(
        listed: [String], _ basis: CountryOfOriginFinding.Basis = .highestContributor
    ) throws -> CountryOfOriginFinding {
        CountryOfOriginFinding(
            listing: .notLoaded, ifListed: .init(basis: basis, parties: try listed.map(Sample.country)),
            ifNotListed: .init(basis: .exportingParty, parties: [try Sample.country("CN")]),
            domesticValueAddition: .init(
                indirect: CutPercent(50, of: 100), direct: nil, threshold: try Sample.percentage("20"), isMet: true),
            contributions: [])
    }

    @Test(arguments: [
        (["CN"], Language.english, "CN, Article 2.6.2"), (["CN"], .chinese, "CN，第二章第六条第二款"),
        (["KR"], .english, "not decided: CN or KR"), (["KR"], .chinese, "未确定：CN或KR"),
    ])
    func boxEleven(_ listed: [String], _ language: Language, _ value: String) throws {
        let verdict = content(
            try Sample.answer(
                .originating, onEvidence: .originating, criterion: .regionalValueContent,
                countryOfOrigin: Self.country(listed: listed)), language).verdict
        #expect(verdict.countryOfOrigin == value)
    }
}
