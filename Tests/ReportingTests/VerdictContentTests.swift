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

    @Test func aNoBesideMetAlternativesIsExplainedByTheReasoning() throws {
        // Minimal operations override whatever the rule says; the sample's tree has one failing step.
        let verdict = content(try Sample.answer(.notOriginating, onEvidence: .notOriginating))
        #expect(verdict.why == ["The threshold is not reached."])
    }
}
