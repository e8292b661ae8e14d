import Bilingual
import OriginModel
import OriginRules

/// Article 3.5: regional value content by the indirect and the direct formula; either is enough.
enum RegionalValueContent {
    static let undeterminedGroup = BilingualText(
        en: "Materials of undetermined origin count as non-originating.", zh: "原产地不明的材料按非原产材料处理。")
    static let undeterminedRemark = BilingualText(
        en: "origin undetermined: counts as non-originating (3.5.4)", zh: "原产地不明：按非原产材料处理（3.5.4）")

    /// Whether a line counts in VNM or VOM. Shipping packaging is left out (3.8.1); retail packaging (3.8.3), accessories
    /// (3.9) and indirect materials (3.10) count.
    static func counts(_ role: Material.Role) -> Bool { role != .shippingPackaging }

    /// - Parameter costs: -1 when none are given; the direct formula is then not computed.
    static func isReached(_ threshold: Percentage, _ values: ValueTally, fob: Int128, costs: Int128) -> Bool {
        threshold.isReached(by: fob - values.nonOriginating, of: fob)
            || (costs >= 0 && threshold.isReached(by: values.originating + costs, of: fob))
    }
}

extension Note {
    static func deductionWithoutEvidence(_ item: Deductions.Item, place: String) -> Note {
        Note(
            code: "deduction.withoutEvidence",
            message: BilingualText(
                en: "A deduction of \(item.value) names no evidence (3.5.5): nothing is deducted.",
                zh: "扣减额\(item.value)未注明证明文件（3.5.5）：不予扣减。"),
            place: place)
    }
}

extension RegionalValueContent {
    static func indirectPercent(_ values: ValueTally, _ unit: CompactUnit) -> CutPercent {
        CutPercent(unit.fob - values.nonOriginating, of: unit.fob)
    }

    /// nil when no costs are given.
    static func directPercent(_ values: ValueTally, _ unit: CompactUnit) -> CutPercent? {
        unit.costs < 0 ? nil : CutPercent(values.originating + unit.costs, of: unit.fob)
    }

    static func reason(
        _ threshold: Percentage, _ values: ValueTally, _ unit: CompactUnit, isMet: Bool, in languages: LanguageChoice
    ) -> BilingualText {
        let indirect = indirectPercent(values, unit)
        let direct = directPercent(values, unit)
        let found = BilingualText(
            in: languages, en: direct.map { "indirect formula \(indirect) %, direct formula \($0) %" } ?? "indirect formula \(indirect) %",
            zh: direct.map { "间接公式\(indirect)%，直接公式\($0)%" } ?? "间接公式\(indirect)%")
        return isMet
            ? BilingualText(
                in: languages, en: "Regional value content reaches \(threshold) %: \(found.english).",
                zh: "区域价值成分达到\(threshold)%：\(found.chinese)。")
            : BilingualText(
                in: languages, en: "Regional value content stays below \(threshold) %: \(found.english).",
                zh: "区域价值成分未达到\(threshold)%：\(found.chinese)。")
    }

    /// A content below 0 or above 100 % says that the inputs contradict each other.
    static func contradictions(_ values: ValueTally, _ unit: CompactUnit) -> [Note] {
        var notes: [Note] = []
        if values.nonOriginating > unit.fob {
            notes.append(Note(
                code: "rvc.belowZero",
                message: BilingualText(
                    en: "Non-originating materials are worth more than the good (indirect RVC \(indirectPercent(values, unit)) %): the inputs contradict each other.",
                    zh: "非原产材料价值高于货物离岸价格（间接公式\(indirectPercent(values, unit))%）：所填数据相互矛盾。"),
                place: "/materials"))
        }
        if unit.costs >= 0, values.originating + unit.costs > unit.fob, let percent = directPercent(values, unit) {
            notes.append(Note(
                code: "rvc.aboveHundred",
                message: BilingualText(
                    en: "Originating materials and costs exceed the FOB value (direct RVC \(percent) %): the inputs contradict each other.",
                    zh: "原产材料与各项成本之和高于离岸价格（直接公式\(percent)%）：所填数据相互矛盾。"),
                place: "/costs"))
        }
        return notes
    }
}

extension Explainer {
    /// Either formula is enough (D15).
    func regionalValueContent(
        _ threshold: Percentage, _ outcome: Outcome, _ unit: CompactUnit, _ values: ValueTally
    ) -> Explanation {
        var formulas = [indirectFormula(threshold, unit, values)]
        if unit.costs >= 0 { formulas.append(directFormula(threshold, unit, values)) }
        return Explanation(
            article: "3.5; D15",
            statement: RegionalValueContent.reason(
                threshold, values, unit, isMet: outcome == .met, in: languages),
            outcome: outcome,
            children: formulas)
    }

    private func indirectFormula(_ threshold: Percentage, _ unit: CompactUnit, _ values: ValueTally) -> Explanation {
        let percent = RegionalValueContent.indirectPercent(values, unit)
        let fob = money(unit.fob)
        let vnm = money(values.nonOriginating)
        return Explanation(
            article: "3.5.1(a)",
            statement: BilingualText(
                in: languages,
                en: "Indirect formula: (\(fob) − \(vnm)) / \(fob) × 100 = \(percent) %",
                zh: "间接公式（扣减法）：(\(fob) − \(vnm)) / \(fob) × 100 = \(percent)%"),
            outcome: Outcome(threshold.isReached(by: unit.fob - values.nonOriginating, of: unit.fob)),
            inputs: [
                Explanation.Input(wholeValue(unit), fob), Explanation.Input(.vnmValue, vnm),
                Explanation.Input(.deductionsValue, money(values.deductions)),
                Explanation.Input(.thresholdValue, "\(threshold) %"),
            ])
    }

    private func directFormula(_ threshold: Percentage, _ unit: CompactUnit, _ values: ValueTally) -> Explanation {
        let percent = CutPercent(values.originating + unit.costs, of: unit.fob)
        let fob = money(unit.fob)
        let vom = money(values.originating)
        let costs = money(unit.costs)
        return Explanation(
            article: "3.5.1(b)",
            statement: BilingualText(
                in: languages,
                en: "Direct formula: (\(vom) + \(costs)) / \(fob) × 100 = \(percent) %",
                zh: "直接公式（累加法）：(\(vom) + \(costs)) / \(fob) × 100 = \(percent)%"),
            outcome: Outcome(threshold.isReached(by: values.originating + unit.costs, of: unit.fob)),
            inputs: [
                Explanation.Input(wholeValue(unit), fob), Explanation.Input(.vomValue, vom),
                Explanation.Input(.costsValue, costs), Explanation.Input(.thresholdValue, "\(threshold) %"),
            ])
    }
}
