import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Checks the facts of a dossier against the law in force and reduces it to integers. Every problem is collected.
struct CasePreparation {
    let dossier: Dossier
    let date: CalendarDate
    let law: LawInForce
    let languages: LanguageChoice
    /// Of the rule set's edition, which most codes are of.
    let ownNomenclature: HSNomenclature?
    var problems: [InputProblem] = []
    var assumptions: [Note] = []
    var warnings: [Note] = []

    var rates: ExchangeTable
    var scale: CommonScale
    var weightScale = 0
    var lines: [PreparedLine] = []
    var compact = CompactCase(lines: [], units: [], candidateLists: [], usesOtherParties: false)

    init(_ dossier: Dossier, on date: CalendarDate, law: LawInForce, in languages: LanguageChoice) {
        self.dossier = dossier
        self.date = date
        self.law = law
        self.languages = languages
        ownNomenclature = law.nomenclatures[law.ruleSet.edition]
        scale = CommonScale(currency: dossier.good.fob.currency)
        rates = ExchangeTable(base: dossier.good.fob.currency, rates: dossier.exchangeRates, problems: &problems)
    }

    mutating func prepare() throws(InputProblems) -> PreparedCase {
        checkParties()
        if date < law.ruleSet.effectiveFrom { warnings.append(.ruleSetNotYetInForce(law.ruleSet, date)) }
        findScales()
        let codes = candidates(dossier.good.hsCode, place: "/good/hsCode")
        reserveUnit()
        lines.reserveCapacity(dossier.materials.count)
        compact.lines.reserveCapacity(dossier.materials.count)
        let end = appendMaterials(dossier.materials, path: "", place: "/materials")
        compact.units[0] = goodUnit(codes: codes, lines: 0..<end)
        checkSums()
        guard problems.isEmpty else { throw InputProblems(problems) }
        return PreparedCase(
            dossier: dossier, date: date, law: law, languages: languages, compact: compact, scale: scale,
            lines: lines, goodCodes: codes,
            rates: dossier.exchangeRates.filter(rates.used.contains), assumptions: assumptions, warnings: warnings)
    }
}
