import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Grows the explanation tree out of the numbers of an assessment. Each article explains itself in its own file.
///
/// Articles are cited as in the treaty; `D` and a number is an interpretation of docs/interpretation.md.
struct Explainer {
    let prepared: PreparedCase
    let findings: Findings

    var agreement: Agreement {
        _read { yield prepared.law.agreement }
    }

    var languages: LanguageChoice { prepared.languages }

    func path(_ line: CountedLine) -> String { prepared.lines[line.index].path }

    func money(_ units: Int128) -> String { prepared.money(units).description }

    /// What is judged, to stand within a sentence.
    func subject(_ unit: CompactUnit) -> BilingualText {
        guard unit.line >= 0 else { return BilingualText(en: "the good", zh: "货物") }
        let path = prepared.lines[unit.line].path
        return BilingualText(in: languages, en: "intermediate \(path)", zh: "中间品\(path)")
    }

    /// What the shares are taken of: the FOB value, or the value of an intermediate in its place (D10).
    func wholeValue(_ unit: CompactUnit) -> BilingualText {
        guard unit.line >= 0 else { return .fobValue }
        let path = prepared.lines[unit.line].path
        return BilingualText(
            en: "value of intermediate \(path), in the place of FOB (D10)", zh: "中间品\(path)的价值（代替离岸价格，D10）")
    }

    /// The three ways for the good or an intermediate.
    func addWays(_ unit: CompactUnit, _ assessment: UnitAssessment, to steps: inout [Explanation]) {
        for intermediate in assessment.intermediates { steps.append(explain(intermediate)) }
        switch assessment.way {
        case .nothingStated:
            steps.append(Explanation(
                article: "3.2; D6", statement: OriginatingGoods.nothingStated(prepared).message, result: .undetermined))
        case .whollyObtained:
            steps.append(whollyObtained(unit, assessment))
        case .producedExclusively:
            steps.append(producedExclusively(unit, assessment))
        case .productSpecificRule:
            if unit.whollyObtained { steps.append(whollyObtained(unit, assessment)) }
            steps.append(producedExclusively(unit, assessment))
            steps.append(productSpecificRule(unit, assessment))
        }
    }
}

/// Names of the numbers and facts of the tree.
extension BilingualText {
    static let fobValue = BilingualText(en: "FOB value", zh: "离岸价格（FOB）")
    static let vnmValue = BilingualText(en: "value of non-originating materials (VNM)", zh: "非原产材料价值（VNM）")
    static let vomValue = BilingualText(en: "value of originating materials (VOM)", zh: "原产材料价值（VOM）")
    static let costsValue = BilingualText(
        en: "direct labour, direct overhead, profit and other cost", zh: "直接人工、直接经营费用、利润及其他成本")
    static let deductionsValue = BilingualText(en: "deductions (3.5.5)", zh: "扣减额（3.5.5）")
    static let thresholdValue = BilingualText(en: "threshold", zh: "门槛")
    static let limitValue = BilingualText(en: "limit", zh: "限额")
    static let materialsList = BilingualText(en: "materials", zh: "材料")
    static let ruleText = BilingualText(en: "rule as printed", zh: "规则原文")
    static let hsCodeName = BilingualText(en: "HS code", zh: "HS编码")
    static let dateName = BilingualText(en: "date", zh: "日期")
    static let sourceName = BilingualText(en: "source", zh: "来源")
    static let failingValue = BilingualText(en: "value not changed", zh: "未改变归类材料的价值")
}
