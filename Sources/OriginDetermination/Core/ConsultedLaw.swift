import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// The law in force, and what of it every good asks, behind one reference: law is large, and everything that judges or
/// explains a good holds on to it. A batch makes one for every thread: threads that count references to the same lists
/// wait for each other.
final class ConsultedLaw: Sendable {
    let law: LawInForce
    let deMinimis: DeMinimis.Limits
    let usualRemarks = UsualRemarks()

    init(_ law: LawInForce) {
        self.law = law
        deMinimis = DeMinimis.Limits(law.agreement)
    }

    // Asked here rather than of the law itself, which would be copied to be asked.

    func rule(for code: HSCode) -> ProductSpecificRule? { law.ruleSet.rule(for: code) }

    func condition(_ branch: RuleBranch) -> BilingualText? { law.ruleSet.condition(branch) }

    func party(_ code: CountryCode) -> Party? { law.agreement.party(code) }
}
