import Bilingual
import OriginDetermination
import OriginModel
import OriginRules

/// A formula of Article 3.5.1 with its numbers put in.
package struct FormulaContent {
    package struct Term {
        package let name: String
        package let amount: String
    }

    package let title: String
    /// `FOB − VNM`
    package let numerator: String
    /// `820.00 − 267.00`
    package let numeratorValues: String
    /// `820.00`
    package let denominatorValue: String
    /// `67.43 %`, cut to two decimals.
    package let percent: String
    package let currency: String
    package let terms: [Term]
    /// What was taken off by Article 3.5.5, and the like.
    package let note: String?

    /// `RVC = (FOB − VNM) / FOB × 100`
    package var symbolic: String { "RVC = (\(numerator)) / FOB × 100" }

    /// `(820.00 − 267.00) / 820.00 × 100 = 67.43 %`
    package var calculated: String { "(\(numeratorValues)) / \(denominatorValue) × 100 = \(percent)" }

    init(_ finding: RegionalValueContentFinding.Indirect, _ words: ReportWords) {
        title = words(.indirectFormula)
        numerator = "FOB − VNM"
        numeratorValues = "\(finding.fob.amount.grouped) − \(finding.vnm.amount.grouped)"
        denominatorValue = finding.fob.amount.grouped
        percent = finding.percent.shown(in: words.language)
        currency = finding.fob.currency.description
        terms = [Term(.fobValue, finding.fob, words), Term(.vnm, finding.vnm, words)]
        let deducted = finding.deductions.amount.isZero ? [] : [words(.deducted(finding.deductions))]
        let cut = Self.cutNote([finding.fob, finding.vnm, finding.deductions], words)
        note = (deducted + cut).isEmpty ? nil : words.sentences(deducted + cut)
    }

    init(_ finding: RegionalValueContentFinding.Direct, _ words: ReportWords) {
        let parts = [finding.vom, finding.directLabour, finding.directOverhead, finding.profit, finding.other]
        title = words(.directFormula)
        numerator = words(.directNumerator)
        numeratorValues = parts.map(\.amount.grouped).joined(separator: " + ")
        denominatorValue = finding.fob.amount.grouped
        percent = finding.percent.shown(in: words.language)
        currency = finding.fob.currency.description
        terms = [
            Term(.fobValue, finding.fob, words), Term(.vom, finding.vom, words),
            Term(.directLabour, finding.directLabour, words),
            Term(.directOverhead, finding.directOverhead, words),
            Term(.profit, finding.profit, words), Term(.otherCost, finding.other, words),
        ]
        note = Self.cutNote([finding.fob] + parts, words).first
    }

    private static func cutNote(_ amounts: [Money], _ words: ReportWords) -> [String] {
        amounts.contains { $0.amount.mayBeCut } ? [words(.amountsAreCut)] : []
    }
}

extension FormulaContent.Term {
    fileprivate init(_ name: BilingualText, _ amount: Money, _ words: ReportWords) {
        self.init(name: words(name), amount: amount.amount.grouped)
    }
}

/// Article 3.5 as a whole: both formulas and what the rule asks.
package struct RegionalValueContent {
    package let formulas: [FormulaContent]
    /// What the rule asks and whether it is met, or that it does not ask.
    package let requirement: String

    /// nil for a good nothing is known to be made of, whose share would be whole and mean nothing.
    init?(_ determination: Determination, _ words: ReportWords) {
        guard determination.hasPartsOfGood else { return nil }
        let finding = determination.regionalValueContent
        formulas = [FormulaContent(finding.indirect, words)]
            + (finding.direct.map { [FormulaContent($0, words)] } ?? [])
        requirement = words.sentences((Self.requirements(determination) + [.percentagesAreCut]).map { words($0) })
    }

    /// One for each threshold that a rule which may apply asks for.
    private static func requirements(_ determination: Determination) -> [BilingualText] {
        let readings = Self.readings(determination)
        guard !readings.isEmpty else { return [] }
        let thresholds = readings.flatMap(\.thresholds).reduce(into: [Percentage]()) { unique, threshold in
            if !unique.contains(threshold) { unique.append(threshold) }
        }
        guard !thresholds.isEmpty else { return [.notAsked] }
        return thresholds.map { threshold in
            let asking = readings.filter { $0.thresholds.contains(threshold) }
            let rule = RuleAlternative.regionalValueContent(threshold).symbols
            let outcome = determination.alternatives.first { $0.rule == rule }?.outcome
            return .asked(threshold, outcome, in: asking.count == readings.count ? [] : asking.map(\.name))
        }
    }

    /// A branch of a rule that may apply.
    private struct Reading {
        let name: BilingualText
        let thresholds: [Percentage]
    }

    private static func readings(_ determination: Determination) -> [Reading] {
        let hasSeveral = determination.rules.count > 1
        return determination.rules.flatMap { rule in
            rule.branches.filter(\.considered).map { branch in
                let codes = hasSeveral ? rule.codes.map(\.printed) : []
                let number = branch.number.map { [BilingualText.branch($0)] } ?? []
                return Reading(
                    name: BilingualText(
                        en: (codes + number.map(\.english)).joined(separator: ", "),
                        zh: codes.joined(separator: "、") + number.map(\.chinese).joined()),
                    thresholds: branch.alternatives.compactMap { alternative in
                        guard case .regionalValueContent(let threshold) = alternative else { return nil }
                        return threshold
                    })
            }
        }
    }
}

extension Determination {
    /// Whether a line is listed that the good itself is made of; packaging and indirect materials are not.
    var hasPartsOfGood: Bool {
        materials.contains { $0.material.role == .material || $0.material.role == .accessory }
    }
}

extension BilingualText {
    fileprivate static let indirectFormula = BilingualText(
        en: "Indirect formula, Article 3.5.1(a)", zh: "间接公式（扣减法），第三章第五条第一款(a)项")
    fileprivate static let directFormula = BilingualText(
        en: "Direct formula, Article 3.5.1(b)", zh: "直接公式（累加法），第三章第五条第一款(b)项")
    fileprivate static let directNumerator = BilingualText(
        en: "VOM + labour + overhead + profit + other cost", zh: "VOM + 直接人工 + 直接经营费用 + 利润 + 其他成本")
    fileprivate static let vnm = BilingualText(en: "Value of non-originating materials (VNM)", zh: "非原产材料价值（VNM）")
    fileprivate static let vom = BilingualText(en: "Value of originating materials (VOM)", zh: "原产材料价值（VOM）")
    fileprivate static let directLabour = BilingualText(en: "Direct labour cost", zh: "直接人工成本")
    fileprivate static let directOverhead = BilingualText(en: "Direct overhead cost", zh: "直接经营费用成本")
    fileprivate static let profit = BilingualText(en: "Profit", zh: "利润")
    fileprivate static let otherCost = BilingualText(en: "Other cost", zh: "其他成本")

    fileprivate static func deducted(_ amount: Money) -> BilingualText {
        BilingualText(
            en: "VNM is what remains after \(amount.grouped) was deducted under Article 3.5.5.",
            zh: "VNM为依照第三章第五条第五款扣减\(amount.grouped)之后的金额。")
    }

    fileprivate static let notAsked = BilingualText(
        en: "The rule does not ask for a regional value content; shown for information.",
        zh: "该规则不要求区域价值成分，仅供参考。")

    fileprivate static let percentagesAreCut = BilingualText(
        en: "Percentages are cut, not rounded, to two decimals.", zh: "百分比截取至两位小数，不作四舍五入。")

    /// - Parameter readings: branches and codes whose rule asks for it; none where every one does.
    fileprivate static func asked(
        _ threshold: Percentage, _ outcome: Outcome?, in readings: [BilingualText]
    ) -> BilingualText {
        let names = BilingualText(
            en: readings.isEmpty ? "" : " (" + readings.map(\.english).joined(separator: "; ") + ")",
            zh: readings.isEmpty ? "" : "（" + readings.map(\.chinese).joined(separator: "、") + "）")
        // Without a finding the alternative was not reached: PE or WO decides.
        let result = outcome.map { BilingualText(en: ": \($0.label.english)", zh: "：\($0.label.chinese)") }
        return BilingualText(
            en: "RVC\(threshold)\(names.english) asks for at least \(threshold) %\(result?.english ?? "").",
            zh: "RVC\(threshold)\(names.chinese)要求不少于\(threshold)%\(result?.chinese ?? "")。")
    }
}
