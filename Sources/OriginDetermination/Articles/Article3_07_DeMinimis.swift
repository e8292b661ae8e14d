import Bilingual
import HarmonizedSystem
import OriginRules

/// Article 3.7: a good that fails a change in tariff classification may still originate when little fails.
struct DeMinimis {
    /// The parameters of the article.
    struct Limits: Sendable {
        let value: Percentage
        let weight: Percentage
        let weightTestChapters: ClosedRange<UInt32>

        init(_ agreement: Agreement) {
            value = agreement.deMinimisValue.percent
            weight = agreement.deMinimisWeight.percent
            weightTestChapters = agreement.weightTestChapters
        }
    }

    /// The test of one unit under one code.
    struct Test: Sendable {
        let limits: Limits
        let fob: Int128
        /// -1 when not stated.
        let weight: Int128
        /// Whether the weight test is open to the good (3.7.1(b)).
        let hasWeightTest: Bool

        init(_ limits: Limits, _ unit: CompactUnit, chapter: UInt32) {
            self.limits = limits
            fob = unit.fob
            weight = unit.weight
            hasWeightTest = limits.weightTestChapters.contains(chapter)
        }

        /// The change in tariff classification, rescued where 3.7 allows it.
        func outcome(_ failing: FailingTally) -> Outcome {
            if failing.count == 0 || valueTest(failing) { return .met }
            return hasWeightTest ? weightTest(failing) : .notMet
        }

        /// 3.7.1(a)
        func valueTest(_ failing: FailingTally) -> Bool {
            limits.value.isNotExceeded(by: failing.value, of: fob)
        }

        /// 3.7.1(b): undetermined while a weight is missing.
        func weightTest(_ failing: FailingTally) -> Outcome {
            guard weight > 0, failing.weightsMissing == 0 else { return .undetermined }
            return Outcome(limits.weight.isNotExceeded(by: failing.weight, of: weight))
        }

        func valuePercent(_ failing: FailingTally) -> CutPercent {
            CutPercent(failing.value, of: fob)
        }

        /// nil where the test is not open or a weight is missing.
        func weightPercent(_ failing: FailingTally) -> CutPercent? {
            guard hasWeightTest, weight > 0, failing.weightsMissing == 0 else { return nil }
            return CutPercent(failing.weight, of: weight)
        }
    }

    let unit: CompactUnit
    let test: Test

    /// - Parameter code: of the good, in the rule set's edition.
    init(_ limits: Limits, unit: CompactUnit, code: HSCode) {
        self.unit = unit
        test = Test(limits, unit, chapter: code.prefix(.chapter).number)
    }

    var hasWeightTest: Bool { test.hasWeightTest }

    func outcome(_ failing: FailingTally) -> Outcome { test.outcome(failing) }
    func valueTest(_ failing: FailingTally) -> Bool { test.valueTest(failing) }
    func weightTest(_ failing: FailingTally) -> Outcome { test.weightTest(failing) }
    func valuePercent(_ failing: FailingTally) -> CutPercent { test.valuePercent(failing) }
    func weightPercent(_ failing: FailingTally) -> CutPercent? { test.weightPercent(failing) }
}

extension DeMinimis {
    static let heavierThanGood = Note(
        code: "weight.aboveGood",
        message: BilingualText(
            en: "Materials that did not change classification weigh more than the good: the inputs contradict each other.",
            zh: "未改变归类的材料比货物本身还重：所填数据相互矛盾。"),
        place: "/good/netWeightKg")

    static let goodWeightMissing = Note(
        code: "good.netWeightKg",
        message: BilingualText(
            en: "The net weight of the good is missing: the weight test of Article 3.7.1(b) needs it.",
            zh: "缺少货物净重：第三章第七条第一款(b)项的重量测试需要该数据。"),
        place: "/good/netWeightKg")

    static func weightMissing(_ line: PreparedLine) -> Note {
        Note(
            code: "material.netWeightKg",
            message: BilingualText(
                en: "The net weight of material \(line.path) is missing: the weight test of Article 3.7.1(b) needs it.",
                zh: "缺少材料\(line.path)的净重：第三章第七条第一款(b)项的重量测试需要该数据。"),
            place: "\(line.place)/netWeightKg")
    }

    /// "their value, USD 83.80, is 8.38 % of FOB"
    func value(_ failing: FailingTally, _ prepared: PreparedCase) -> BilingualText {
        let percent = valuePercent(failing)
        let value = prepared.money(failing.value)
        return BilingualText(
            in: prepared.languages,
            en: "their value, \(value), is \(percent) % of FOB", zh: "其价值\(value)，占离岸价格的\(percent)%")
    }

    /// Which test of 3.7.1 holds. For a tally that passes one.
    func passed(_ failing: FailingTally, _ prepared: PreparedCase) -> BilingualText {
        if valueTest(failing) {
            let limit = test.limits.value
            return BilingualText(
                in: prepared.languages,
                en: "\(value(failing, prepared).english), not more than \(limit) % (3.7.1(a))",
                zh: "\(value(failing, prepared).chinese)，不超过\(limit)%（3.7.1(a)）")
        }
        let percent = weightPercent(failing).map { "\($0)" } ?? ""
        let limit = test.limits.weight
        return BilingualText(
            in: prepared.languages,
            en: "their weight is \(percent) % of the good's, not more than \(limit) % (3.7.1(b))",
            zh: "其重量占货物总重量的\(percent)%，不超过\(limit)%（3.7.1(b)）")
    }

    /// Which limits are exceeded. For a tally that passes neither test.
    func exceeded(_ failing: FailingTally, _ prepared: PreparedCase) -> BilingualText {
        let limit = test.limits.value
        let byValue = BilingualText(
            in: prepared.languages,
            en: "\(value(failing, prepared).english), more than \(limit) % (3.7.1(a))",
            zh: "\(value(failing, prepared).chinese)，超过\(limit)%（3.7.1(a)）")
        guard let percent = weightPercent(failing) else { return byValue }
        let weightLimit = test.limits.weight
        return BilingualText(
            in: prepared.languages,
            en: "\(byValue.english), and their weight \(percent) %, more than \(weightLimit) % (3.7.1(b))",
            zh: "\(byValue.chinese)，重量占\(percent)%，超过\(weightLimit)%（3.7.1(b)）")
    }
}

extension Explainer {
    /// 3.7.1 (a) and (b) for what did not undergo the change.
    func deMinimis(_ test: DeMinimis, _ failing: FailingTally) -> Explanation {
        let value = prepared.law.agreement.deMinimisValue
        var children = [Explanation(
            article: value.article,
            statement: BilingualText(
                in: languages,
                en: "The materials that did not change are \(test.valuePercent(failing)) % of the \(wholeValue(test.unit).english); \(value.percent) % must not be exceeded.",
                zh: "未改变归类的材料占\(wholeValue(test.unit).chinese)的\(test.valuePercent(failing))%；不得超过\(value.percent)%。"),
            outcome: Outcome(test.valueTest(failing)),
            inputs: [
                Explanation.Input(.failingValue, money(failing.value)),
                Explanation.Input(wholeValue(test.unit), money(test.unit.fob)),
                Explanation.Input(.limitValue, "\(value.percent) %"),
            ])]
        if test.hasWeightTest { children.append(weightTest(test, failing)) }
        let outcome = test.outcome(failing)
        return Explanation(
            article: "3.7; D9", statement: DeMinimis.statement(outcome), outcome: outcome, children: children)
    }

    private func weightTest(_ test: DeMinimis, _ failing: FailingTally) -> Explanation {
        let limit = prepared.law.agreement.deMinimisWeight
        guard let percent = test.weightPercent(failing) else {
            return Explanation(
                article: "\(limit.article); D19",
                statement: BilingualText(
                    en: "The weight test is open to goods of this chapter, but a weight is missing.",
                    zh: "本章货物可适用重量测试，但缺少重量数据。"),
                result: .undetermined)
        }
        return Explanation(
            article: limit.article,
            statement: BilingualText(
                in: languages,
                en: "The materials that did not change are \(percent) % of the weight of \(subject(test.unit).english); \(limit.percent) % must not be exceeded.",
                zh: "未改变归类的材料占\(subject(test.unit).chinese)重量的\(percent)%；不得超过\(limit.percent)%。"),
            outcome: test.weightTest(failing),
            inputs: [Explanation.Input(.limitValue, "\(limit.percent) %")])
    }
}

extension DeMinimis {
    static func statement(_ outcome: Outcome) -> BilingualText {
        switch outcome {
        case .met: BilingualText(en: "De minimis allows what did not change.", zh: "微小含量规则允许未改变归类的部分。")
        case .notMet: BilingualText(en: "De minimis does not allow what did not change.", zh: "微小含量规则不允许未改变归类的部分。")
        case .undetermined:
            BilingualText(
                en: "Whether de minimis allows what did not change cannot be decided.", zh: "无法确定微小含量规则是否允许未改变归类的部分。")
        }
    }
}
