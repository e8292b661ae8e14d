import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Checks the facts of a dossier against the law in force and reduces it to integers. Every problem is collected.
struct CasePreparation {
    let dossier: Dossier
    let date: CalendarDate
    let consulted: ConsultedLaw
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
    /// Of all units, as in the rules of `compact`.
    var readings: [RuleReadingCase] = []
    var compact = CompactCase(lines: [], units: [], candidateLists: [], usesOtherParties: false)

    init(_ dossier: Dossier, on date: CalendarDate, _ consulted: ConsultedLaw, in languages: LanguageChoice) {
        self.dossier = dossier
        self.date = date
        self.consulted = consulted
        self.languages = languages
        ownNomenclature = consulted.law.nomenclatures[consulted.law.ruleSet.edition]
        scale = CommonScale(currency: dossier.good.fob.currency)
        rates = ExchangeTable(base: dossier.good.fob.currency, rates: dossier.exchangeRates, problems: &problems)
    }

    var law: LawInForce {
        _read { yield consulted.law }
    }

    mutating func prepare() throws(InputProblems) -> PreparedCase {
        checkParties()
        if date < law.ruleSet.effectiveFrom { warnings.append(.ruleSetNotYetInForce(law.ruleSet, date)) }
        findScales()
        let codes = Array(possibleCodes(dossier.good.hsCode, place: "/good/hsCode"))
        checkForLostZero(dossier.good.hsCode, place: "/good/hsCode")
        reserveUnit()
        lines.reserveCapacity(dossier.materials.count)
        compact.lines.reserveCapacity(dossier.materials.count)
        let end = appendMaterials(dossier.materials, path: "", place: "/materials")
        compact.units[0] = goodUnit(codes: codes, lines: 0..<end)
        checkSums()
        guard problems.isEmpty else { throw InputProblems(problems) }
        return PreparedCase(
            dossier: dossier, date: date, consulted: consulted, languages: languages, compact: compact, scale: scale,
            readings: readings, lines: lines, goodCodes: codes,
            rates: dossier.exchangeRates.filter(rates.used.contains), assumptions: assumptions, warnings: warnings)
    }
}
