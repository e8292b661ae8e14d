import Bilingual
@testable import OriginDetermination
import OriginRules
@testable import Reporting
import Testing

@Suite("The verdict never says more than is known")
struct VerdictContentTests {
    private func content(_ determination: Determination, _ language: Language = .english) -> VerdictContent {
        VerdictContent(determination, ReportWords(ReportContext(language: language)))
    }

    /// What stands in the first lines of a text report, where nobody can miss it.
    private func top(_ determination: Determination, _ language: Language) -> String {
        TextReport(ReportContext(language: language)).render(determination)
            .split(separator: "\n").prefix(8).joined(separator: "\n")
    }

    @Test(arguments: [Verdict.notOriginating, .undetermined], Language.allCases)
    func claimsAloneAreCalledClaims(_ onEvidence: Verdict, _ language: Language) throws {
        let determination = try Sample.answer(
            .originating, onEvidence: onEvidence, criterion: .changeInTariffClassification)
        let verdict = content(determination, language)
        #expect(verdict.title != Verdict.originating.label[language])
        #expect(verdict.mark == "!")
        #expect(verdict.box10Label != BilingualText.box10[language])
        let evidence = try #require(verdict.evidence)
        #expect(evidence.contains("20") && evidence.contains("25"))
        let warning = language == .english ? "no proof of origin may be issued" : "不得据此出具原产地证明"
        #expect(top(determination, language).contains(warning))
    }

    @Test func evidenceBearsTheSameCriterion() throws {
        let verdict = content(try Sample.answer(
            .originating, onEvidence: .originating, criterion: .regionalValueContent,
            criterionOnEvidence: .regionalValueContent))
        #expect(verdict.title == "Originating")
        #expect(verdict.box10 == "RVC")
        #expect(verdict.evidence == "The evidence at hand supports this.")
    }

    @Test func evidenceBearsAnotherCriterion() throws {
        let verdict = content(try Sample.answer(
            .originating, onEvidence: .originating, criterion: .changeInTariffClassification,
            criterionOnEvidence: .regionalValueContent, supplementsOnEvidence: [.cumulation]))
        #expect(verdict.box10 == "CTC")
        #expect(verdict.box10Label == "Box 10, once evidence is complete")
        #expect(try #require(verdict.evidence).contains("state RVC ACU until"))
    }

    @Test func evidenceBearsOtherSupplements() throws {
        let verdict = content(try Sample.answer(
            .originating, onEvidence: .originating, criterion: .changeInTariffClassification,
            criterionOnEvidence: .changeInTariffClassification, supplementsOnEvidence: [.deMinimis]))
        #expect(try #require(verdict.evidence).contains("state CTC DMI until"))
    }

    @Test(arguments: Language.allCases)
    func undeterminedNamesWhatIsMissing(_ language: Language) throws {
        let fact = Note(code: "material.weight", message: Sample.text("State the weight of 30.", "请填写30的重量。"))
        let determination = try Sample.answer(.undetermined, onEvidence: .undetermined, missing: [fact])
        #expect(content(determination, language).box10 == nil)
        #expect(top(determination, language).contains(fact.message[language]))
        // The missing fact of the single alternative as well.
        #expect(content(determination).missing == ["State the weight of 30.", "State whether there was one."])
    }

    @Test func notOriginatingGivesEveryReason() throws {
        let failing = ["CTH", "RVC40"].map { rule in
            AlternativeFinding(
                criterion: rule == "CTH" ? .changeInTariffClassification : .regionalValueContent, rule: rule,
                branch: nil, code: nil, outcome: .notMet, supplements: [], failingMaterials: [], missing: [],
                reason: Sample.text("\(rule) fails.", "\(rule)不满足。"))
        }
        let verdict = content(try Sample.answer(.notOriginating, onEvidence: .notOriginating, alternatives: failing))
        #expect(verdict.title == "Not originating")
        #expect(verdict.box10 == nil)
        #expect(verdict.evidence == nil)
        #expect(verdict.why == ["CTH fails.", "RVC40 fails."])
    }

    @Test func minimalOperationsOverruleMetAlternatives() throws {
        let minimal = Explanation(
            article: "3.6", statement: Sample.text("Every operation is minimal.", "所有工序均属微小加工。"), result: .notMet)
        let rule = Explanation(
            article: "3.2(c)", statement: Sample.text("By minimal operations.", "仅经微小加工。"), result: .notMet,
            children: [minimal])
        let verdict = content(try Sample.answer(
            .notOriginating, onEvidence: .notOriginating, explanation: Explanation(
                article: "3.2", statement: Sample.text("No.", "否。"), result: .notMet, children: [rule])))
        #expect(verdict.why == ["Every operation is minimal."])
    }

    @Test(arguments: [
        (Verdict.notOriginating, Outcome.notMet), (.undetermined, .undetermined),
    ])
    func aLostWayIsTheReason(_ verdict: Verdict, _ route: Outcome) throws {
        let way = Explanation(article: "3.15", statement: Sample.text("The way.", "运输。"), outcome: route)
        let met = try Self.finding(.changeInTariffClassification, "CTH", .met)
        let content = content(try Sample.answer(
            verdict, onEvidence: verdict, alternatives: [met], directConsignment: route,
            explanation: Explanation(
                article: "3.2", statement: Sample.text("No.", "否。"), outcome: route, children: [way])))
        #expect(content.why == ["The way."])
    }

    private static func finding(
        _ criterion: Criterion, _ rule: String, _ outcome: Outcome, branch: Int? = nil, code: String? = nil,
        supplements: [Supplement] = []
    ) throws -> AlternativeFinding {
        AlternativeFinding(
            criterion: criterion, rule: rule, branch: branch, code: try code.map(Sample.code), outcome: outcome,
            supplements: supplements, failingMaterials: [], missing: [],
            reason: Sample.text("\(rule) \(outcome).", "\(rule)：\(outcome)。"))
    }

    @Test(arguments: [
        (Language.english, "Every branch gives this verdict: branch 1 by CTC DMI, branch 2 by RVC; no single criterion "
            + "until the branch is named."),
        (.chinese, "各分支结论一致：第1分支依CTC DMI，第2分支依RVC；指明分支之前没有单一的标准。"),
    ])
    func everyBranchByAnotherCriterion(_ language: Language, _ why: String) throws {
        let determination = try Sample.answer(
            .originating, onEvidence: .originating,
            alternatives: [
                Self.finding(.changeInTariffClassification, "CC", .met, branch: 1, supplements: [.deMinimis]),
                Self.finding(.changeInTariffClassification, "CTH", .notMet, branch: 2),
                Self.finding(.regionalValueContent, "RVC40", .met, branch: 2),
            ])
        #expect(content(determination, language).why == [why])
        #expect(content(determination, language).box10 == nil)
    }

    @Test func codesWithDifferentAnswers() throws {
        let determination = try Sample.answer(
            .undetermined, onEvidence: .undetermined,
            alternatives: [
                Self.finding(.changeInTariffClassification, "CTH", .met, code: "852581"),
                Self.finding(.changeInTariffClassification, "CTSH", .undetermined, code: "852582"),
                Self.finding(.changeInTariffClassification, "CC", .notMet, code: "852589"),
            ])
        #expect(content(determination).why == [
            "The answer is not the same for every code: 8525.81 originating by CTC, 8525.82 undetermined, "
                + "8525.89 not originating.",
            "CTSH undetermined.",
        ])
    }

    @Test func whatIsMissingIsNotSaidAgain() throws {
        let same = Sample.text("State the branch.", "请填写分支。")
        let open = AlternativeFinding(
            criterion: .chemicalReaction, rule: "CR", branch: nil, code: nil, outcome: .undetermined, supplements: [],
            failingMaterials: [], missing: [Note(code: "a", message: same)], reason: same)
        let verdict = content(try Sample.answer(.undetermined, onEvidence: .undetermined, alternatives: [open]))
        #expect(verdict.missing == ["State the branch."])
        #expect(verdict.why.isEmpty)
    }
}
