import Bilingual
import OriginDetermination
import OriginModel
import OriginRules

/// A formula of Article 3.5.1 with its numbers put in.
struct FormulaContent {
    struct Term {
        let name: String
        let amount: String
    }

    let title: String
    /// `FOB − VNM`
    let numerator: String
    /// `820.00 − 267.00`
    let numeratorValues: String
    /// `820.00`
    let denominatorValue: String
    /// `67.43 %`, cut to two decimals.
    let percent: String
    let currency: String
    let terms: [Term]
    /// What was taken off by Article 3.5.5, and the like.
    let note: String?

    /// `RVC = (FOB − VNM) / FOB × 100`
    var symbolic: String { "RVC = (\(numerator)) / FOB × 100" }

    /// `(820.00 − 267.00) / 820.00 × 100 = 67.43 %`
    var calculated: String { "(\(numeratorValues)) / \(denominatorValue) × 100 = \(percent)" }

    init(_ finding: RegionalValueContentFinding.Indirect, _ words: ReportWords) {
        title = words(.indirectFormula)
        numerator = "FOB − VNM"
        numeratorValues = "\(finding.fob.amount.grouped) − \(finding.vnm.amount.grouped)"
        denominatorValue = finding.fob.amount.grouped
        percent = finding.percent.shown(in: words.language)
        currency = finding.fob.currency.description
        terms = [Term(.fobValue, finding.fob, words), Term(.vnm, finding.vnm, words)]
        note = finding.deductions.amount.isZero ? nil : words(.deducted(finding.deductions))
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
        note = nil
    }
}

extension FormulaContent.Term {
    fileprivate init(_ name: BilingualText, _ amount: Money, _ words: ReportWords) {
        self.init(name: words(name), amount: amount.amount.grouped)
    }
}

/// Article 3.5 as a whole: both formulas and what the rule asks.
struct RegionalValueContent {
    let formulas: [FormulaContent]
    /// What the rule asks and whether it is met, or that it does not ask.
    let requirement: String

    init(_ determination: Determination, _ words: ReportWords) {
        let finding = determination.regionalValueContent
        formulas = [FormulaContent(finding.indirect, words)]
            + (finding.direct.map { [FormulaContent($0, words)] } ?? [])
        requirement = words(Self.requirement(determination))
    }

    private static func requirement(_ determination: Determination) -> BilingualText {
        let branches = determination.rule?.branches.filter(\.considered) ?? []
        let thresholds = branches.flatMap(\.alternatives).compactMap { alternative -> Percentage? in
            guard case .regionalValueContent(let threshold) = alternative else { return nil }
            return threshold
        }
        guard let threshold = thresholds.first else { return .notAsked }
        return .asked(threshold, determination.alternatives.first { $0.criterion == .regionalValueContent }?.outcome)
    }
}

extension BilingualText {
    fileprivate static let indirectFormula = BilingualText(
        en: "Indirect formula, Article 3.5.1(a)", zh: "扣减公式（间接法），第三章第五条第一款(a)项")
    fileprivate static let directFormula = BilingualText(
        en: "Direct formula, Article 3.5.1(b)", zh: "累加公式（直接法），第三章第五条第一款(b)项")
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

    fileprivate static func asked(_ threshold: Percentage, _ outcome: Outcome?) -> BilingualText {
        let result = (outcome ?? .undetermined).label
        let asked = BilingualText(
            en: "RVC\(threshold) asks for at least \(threshold) %", zh: "RVC\(threshold)要求不少于\(threshold)%")
        // Without a finding the alternative was not reached: PE or WO decides.
        guard outcome != nil else { return BilingualText(en: asked.english + ".", zh: asked.chinese + "。") }
        return BilingualText(
            en: "\(asked.english): \(result.english). Percentages are cut, not rounded, to two decimals.",
            zh: "\(asked.chinese)：\(result.chinese)。百分比截取至两位小数，不作四舍五入。")
    }
}
