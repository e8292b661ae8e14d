import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Turns the evaluator's numbers into a determination a person can read.
final class Findings {
    let prepared: PreparedCase
    let claimed: Conclusion
    let onEvidence: Conclusion
    let route: Outcome?
    let preferring: Criterion?
    // Worked out once, as several parts of the answer look at them.
    /// Line by line.
    let materialFindings: [MaterialFinding]
    let countryOfOrigin: CountryOfOriginFinding?
    /// What heads the answer, and what would head it on evidence alone.
    let (chosen, chosenOnEvidence): (ChoiceOfAlternative.Choice?, ChoiceOfAlternative.Choice?)

    init(
        prepared: PreparedCase, claimed: Conclusion, onEvidence: Conclusion, route: Outcome?, preferring: Criterion?
    ) {
        self.prepared = prepared
        self.claimed = claimed
        self.onEvidence = onEvidence
        self.route = route
        self.preferring = preferring
        materialFindings = MaterialFindings.findings(
            prepared, claimed: claimed.assessment, onEvidence: onEvidence.assessment)
        countryOfOrigin = claimed.countryOfOrigin(prepared)
        (chosen, chosenOnEvidence) = (claimed.choice(preferring), onEvidence.choice(preferring))
    }

    var dossier: Dossier {
        _read { yield prepared.dossier }
    }
    var law: LawInForce {
        _read { yield prepared.law }
    }
    var assessment: UnitAssessment {
        _read { yield claimed.assessment }
    }

    func determination() -> Determination {
        let alternatives = self.alternatives
        return Determination(
            good: dossier.good, exportingParty: dossier.exportingParty, importingParty: dossier.importingParty,
            date: prepared.date, codesInRuleEdition: prepared.goodCodes,
            ruleSet: Determination.AppliedRuleSet(
                id: law.ruleSet.id, edition: law.ruleSet.edition, effectiveFrom: law.ruleSet.effectiveFrom,
                source: law.ruleSet.source, digest: law.ruleSet.digest),
            rules: appliedRules, verdict: claimed.verdict, verdictOnEvidence: onEvidence.verdict,
            criterion: chosen?.criterion, supplements: chosen?.supplements ?? [],
            criterionOnEvidence: chosenOnEvidence?.criterion,
            supplementsOnEvidence: chosenOnEvidence?.supplements ?? [], alternatives: alternatives,
            regionalValueContent: regionalValueContent(), deMinimis: deMinimis, countryOfOrigin: countryOfOrigin,
            countryOfOriginOnEvidence: countryOfOriginOnEvidence, directConsignment: route,
            materials: materialFindings, assumptions: prepared.assumptions + assumptions, missing: missing(alternatives),
            warnings: prepared.warnings + warnings, explanation: explanation(alternatives))
    }

    /// Worked out anew only where some claim lacks evidence.
    private var countryOfOriginOnEvidence: CountryOfOriginFinding? {
        materialFindings.allSatisfy { $0.standing == $0.standingOnEvidence }
            ? countryOfOrigin : onEvidence.countryOfOrigin(prepared)
    }

    /// One for each row of the annex that the good's codes lead to, in the order of the codes.
    private var appliedRules: [Determination.AppliedRule] {
        var rows: [(rule: ProductSpecificRule, codes: [HSCode])] = []
        for code in prepared.goodCodes {
            guard let rule = prepared.consulted.rule(for: code) else { continue }
            if let index = rows.firstIndex(where: { $0.rule == rule }) {
                rows[index].codes.append(code)
            } else {
                rows.append((rule, [code]))
            }
        }
        return rows.map(applied)
    }

    private func applied(_ rule: ProductSpecificRule, _ codes: [HSCode]) -> Determination.AppliedRule {
        let considered = Set(prepared.readings(of: prepared.unit).filter { codes.contains($0.code) }.map(\.branch))
        return Determination.AppliedRule(
            codes: codes, code: rule.code, text: rule.text, page: rule.page,
            branches: rule.branches.map { branch in
                Determination.AppliedRule.Branch(
                    number: branch.number, condition: prepared.consulted.condition(branch),
                    alternatives: branch.alternatives, considered: considered.contains(branch.number))
            })
    }
}

// MARK: - Facts that are missing

extension Findings {
    /// What keeps the verdict open, and what keeps the verdict on evidence behind it.
    private func missing(_ alternatives: [AlternativeFinding]) -> [Note] {
        var notes: [Note] = []
        if claimed.verdict == .undetermined {
            if assessment.way == .nothingStated { notes.append(OriginatingGoods.nothingStated(prepared)) }
            notes += missingReading
            notes += alternatives.filter { $0.outcome == .undetermined }.flatMap(\.missing)
            notes += DirectConsignment.missing(dossier.route)
        } else if claimed.verdict == .originating, chosen == nil {
            notes.append(.criterionDependsOnBranch(prepared))
        }
        if claimed.verdict == .originating, onEvidence.verdict != .originating { notes += missingEvidence }
        return notes.reduce(into: []) { unique, note in
            if !unique.contains(note) { unique.append(note) }
        }
    }

    /// The branch or the code that would tell which rule applies, where the readings differ.
    private var missingReading: [Note] {
        let readings = prepared.readings(of: prepared.unit)
        guard assessment.readings.count > 1 else { return [] }
        var notes: [Note] = []
        if prepared.goodCodes.count > 1 { notes.append(.goodCodeAmbiguous(prepared)) }
        if readings.contains(where: { $0.branch != nil }) { notes.append(.branchMissing(prepared)) }
        return notes
    }

    private var missingEvidence: [Note] {
        materialFindings.indices.filter { materialFindings[$0].lacksEvidence }
            .map { .evidenceMissing(materialFindings[$0], prepared.date, in: prepared.languages) }
    }
}

extension MaterialFinding {
    /// Whether its originating status rests on nothing.
    public var lacksEvidence: Bool { needsEvidence && standingOnEvidence == .undetermined }
}

extension Note {
    static func branchMissing(_ prepared: PreparedCase) -> Note {
        let branches = branchWords(prepared)
        return Note(
            code: "good.ruleBranch",
            message: BilingualText(
                en: "The rule is split and the answer depends on the branch: state ruleBranch (\(branches.english)).",
                zh: "规则分为若干分支，结论取决于适用哪一分支：请填写ruleBranch（\(branches.chinese)）。"),
            place: "/good/ruleBranch")
    }

    /// `1: of insects; 2: any other good`
    private static func branchWords(_ prepared: PreparedCase) -> BilingualText {
        let conditions = prepared.goodCodes.compactMap { prepared.law.ruleSet.rule(for: $0) }.flatMap(\.branches)
            .compactMap { branch in
                branch.number.flatMap { number in prepared.law.ruleSet.condition(branch).map { (number, $0) } }
            }
        return BilingualText(
            en: conditions.map { "\($0.0): \($0.1.english)" }.joined(separator: "; "),
            zh: conditions.map { "\($0.0)：\($0.1.chinese)" }.joined(separator: "；"))
    }

    /// Every branch and every code gives the verdict, but each by another criterion.
    static func criterionDependsOnBranch(_ prepared: PreparedCase) -> Note {
        let isSplit = prepared.readings(of: prepared.unit).contains { $0.branch != nil }
        let branches = branchWords(prepared)
        return Note(
            code: "good.criterionOpen",
            message: isSplit
                ? BilingualText(
                    en: "Every branch of the rule gives this verdict, but no criterion is met in all of them: which one to state depends on ruleBranch (\(branches.english)).",
                    zh: "规则的每一分支均得出同一结论，但没有在各分支均满足的标准：应填写哪一标准取决于ruleBranch（\(branches.chinese)）。")
                : BilingualText(
                    en: "Every code the good may have gives this verdict, but no criterion is met under all of them: which one to state depends on the code.",
                    zh: "货物可能的每一编码均得出同一结论，但没有在各编码下均满足的标准：应填写哪一标准取决于编码。"),
            place: isSplit ? "/good/ruleBranch" : "/good/hsCode")
    }

    static func goodCodeAmbiguous(_ prepared: PreparedCase) -> Note {
        let codes = prepared.goodCodes.printed
        let stated = prepared.dossier.good.hsCode
        let edition = prepared.law.ruleSet.edition.rawValue
        return Note(
            code: "good.hsCode",
            message: BilingualText(
                en: "Code \(stated.subheading.printed) of HS \(stated.edition.rawValue) may be \(codes) in HS \(edition): state which.",
                zh: "HS \(stated.edition.rawValue)编码\(stated.subheading.printed)在HS \(edition)中可能为\(codes)：请注明是哪一个。"),
            place: "/good/hsCode")
    }

    static func evidenceMissing(
        _ finding: MaterialFinding, _ date: CalendarDate, in languages: LanguageChoice
    ) -> Note {
        let path = finding.path
        if let until = finding.material.evidence?.validUntil {
            return Note(
                code: "material.evidenceExpired",
                message: BilingualText(
                    in: languages,
                    en: "The evidence of originating material \(path) ran out on \(until), before \(date).",
                    zh: "原产材料\(path)的证明文件已于\(until)失效，早于\(date)。"),
                place: "\(finding.place)/evidence/validUntil")
        }
        return Note(
            code: "material.evidence",
            message: BilingualText(
                in: languages,
                en: "Originating material \(path) names no evidence of its origin.",
                zh: "原产材料\(path)未注明原产地证明文件。"),
            place: "\(finding.place)/evidence")
    }
}

// MARK: - Numbers

extension Findings {
    private func regionalValueContent() -> RegionalValueContentFinding {
        let unit = prepared.unit
        let values = assessment.values
        let fob = prepared.money(unit.fob)
        let indirect = RegionalValueContentFinding.Indirect(
            percent: CutPercent(unit.fob - values.nonOriginating, of: unit.fob), fob: fob,
            vnm: prepared.money(values.nonOriginating), deductions: prepared.money(values.deductions))
        guard let costs = dossier.costs, unit.costs >= 0 else {
            return RegionalValueContentFinding(indirect: indirect, direct: nil)
        }
        func shown(_ cost: Money?) -> Money { prepared.converted(cost ?? Money(.zero, fob.currency)) }
        return RegionalValueContentFinding(
            indirect: indirect,
            direct: RegionalValueContentFinding.Direct(
                percent: CutPercent(values.originating + unit.costs, of: unit.fob), fob: fob,
                vom: prepared.money(values.originating), directLabour: shown(costs.directLabour),
                directOverhead: shown(costs.directOverhead), profit: shown(costs.profit), other: shown(costs.other)))
    }

    /// The first tariff-change alternative of all readings, whose figures are shown.
    private var firstChange: (reading: Int, alternative: Int)? {
        assessment.readings.indices.lazy.compactMap { [prepared] reading in
            prepared.firstChange(in: reading).map { (reading, $0) }
        }.first
    }

    private var deMinimis: DeMinimisFinding? {
        guard let first = firstChange,
            let change = assessment.readings[first.reading].alternatives[first.alternative].change
        else { return nil }
        let test = DeMinimis(
            prepared.consulted.deMinimis, unit: prepared.unit,
            code: prepared.readings(of: prepared.unit)[first.reading].code)
        return DeMinimisFinding(
            valuePercent: test.valuePercent(change.possible), weightPercent: test.weightPercent(change.possible),
            applied: assessment.readings[first.reading].alternatives[first.alternative].outcome == .met
                && change.needsDeMinimis)
    }
}

extension PreparedCase {
    /// The first tariff-change alternative of a reading of the rule.
    func firstChange(in reading: Int) -> Int? {
        let alternatives = compact.rules.readings[unit.readings.lowerBound + reading].alternatives
        let first = alternatives.first { compact.rules.alternatives[$0].criterion == .changeInTariffClassification }
        return first.map { $0 - alternatives.lowerBound }
    }

    /// In the currency of the FOB value, cut to two decimals for showing. Its rate has been found before.
    func converted(_ money: Money) -> Money {
        var problems: [InputProblem] = []
        var table = ExchangeTable(base: scale.currency, rates: rates, problems: &problems)
        guard let rate = table.factor(money.currency), let fraction = CommonScale.fraction(money.amount, rate),
            let units = scale.units(fraction)
        else { return money }
        return scale.money(units)
    }
}
