import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginRules

/// What one branch of a split rule, or one of several codes the good may have, leads to.
struct ReadingOutcome {
    /// nil where the good has one code.
    let code: HSCode?
    /// nil where the rule is not split.
    let branch: Int?
    let alternatives: [AlternativeFinding]

    /// Alternatives are alternatives: one that is met is enough, and an open one is better than none.
    var outcome: Outcome {
        if alternatives.contains(where: { $0.outcome == .met }) { return .met }
        return alternatives.contains { $0.outcome == .undetermined } ? .undetermined : .notMet
    }

    /// One for each branch and code, in the order of the rule.
    static func all(_ alternatives: [AlternativeFinding]) -> [ReadingOutcome] {
        var readings: [ReadingOutcome] = []
        for alternative in alternatives {
            if let last = readings.last, last.code == alternative.code, last.branch == alternative.branch {
                readings[readings.count - 1] = ReadingOutcome(
                    code: last.code, branch: last.branch, alternatives: last.alternatives + [alternative])
            } else {
                readings.append(
                    ReadingOutcome(code: alternative.code, branch: alternative.branch, alternatives: [alternative]))
            }
        }
        return readings
    }

    /// `branch 1`, `8525.81`, `8525.81, branch 1`
    var name: BilingualText {
        switch (code, branch) {
        case (let code?, let branch?):
            BilingualText(
                en: "\(code.printed), branch \(branch)", zh: code.printed + BilingualText.branch(branch).chinese)
        case (let code?, nil): BilingualText(same: code.printed)
        case (nil, let branch?): .branch(branch)
        case (nil, nil): BilingualText(en: "the rule", zh: "该规则")
        }
    }

    /// The criteria that are met, as box 10 states them: `CTC DMI or RVC`.
    fileprivate var criteria: BilingualText {
        let met = alternatives.filter { $0.outcome == .met }.map { finding in
            ([finding.criterion.rawValue] + finding.supplements.map(\.rawValue)).joined(separator: " ")
        }
        return BilingualText(en: met.joined(separator: " or "), zh: met.joined(separator: "或"))
    }
}

extension BilingualText {
    /// Why no criterion can be stated yet, though every reading gives the verdict.
    static func everyReadingOriginates(_ readings: [ReadingOutcome]) -> BilingualText {
        let by = readings.map { reading in
            BilingualText(
                en: "\(reading.name.english) by \(reading.criteria.english)",
                zh: "\(reading.name.chinese)依\(reading.criteria.chinese)")
        }
        let what = open(readings)
        return BilingualText(
            en: "Every \(what.english) gives this verdict: \(by.map(\.english).joined(separator: ", ")); "
                + "no single criterion until the \(what.english) is named.",
            zh: "各\(what.chinese)结论一致：\(by.map(\.chinese).joined(separator: "，"))；"
                + "指明\(what.chinese)之前没有单一的标准。")
    }

    /// How the readings differ.
    static func readingsDiffer(_ readings: [ReadingOutcome]) -> BilingualText {
        let what = open(readings)
        let english = readings.map { reading in
            switch reading.outcome {
            case .met: "\(reading.name.english) originating by \(reading.criteria.english)"
            case .notMet: "\(reading.name.english) not originating"
            case .undetermined: "\(reading.name.english) undetermined"
            }
        }
        let chinese = readings.map { reading in
            switch reading.outcome {
            case .met: "\(reading.name.chinese)依\(reading.criteria.chinese)具备原产资格"
            case .notMet: "\(reading.name.chinese)不具备原产资格"
            case .undetermined: "\(reading.name.chinese)无法确定"
            }
        }
        return BilingualText(
            en: "The answer is not the same for every \(what.english): \(english.joined(separator: ", ")).",
            zh: "各\(what.chinese)结论不一：\(chinese.joined(separator: "，"))。")
    }

    /// What would have to be named.
    private static func open(_ readings: [ReadingOutcome]) -> BilingualText {
        switch (readings.contains { $0.code != nil }, readings.contains { $0.branch != nil }) {
        case (true, true): BilingualText(en: "code and branch", zh: "编码及分支")
        case (true, false): BilingualText(en: "code", zh: "编码")
        default: BilingualText(en: "branch", zh: "分支")
        }
    }
}
