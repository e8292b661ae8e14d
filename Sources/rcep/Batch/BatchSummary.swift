import Batch
import Bilingual
import OriginDetermination
import OriginRules

/// What a batch found, for the person who ran it.
struct BatchSummary {
    let tally: BatchTally
    let language: Language

    var text: String {
        ([total] + strays + verdicts + criteria + reasons + chapters).map { $0[language] + "\n" }.joined()
    }

    private var total: BilingualText {
        BilingualText(
            en: "\(tally.goods) \(tally.goods == 1 ? "good" : "goods") with \(tally.lines) \(tally.lines == 1 ? "material" : "materials")",
            zh: "共\(tally.goods)项货物，材料\(tally.lines)行")
    }

    private var strays: [BilingualText] {
        guard tally.strays > 0 else { return [] }
        return [BilingualText(
            en: "  \(tally.strays) more row\(tally.strays == 1 ? "" : "s") of materials passed over: their goods are not in the batch",
            zh: "  另有\(tally.strays)行材料未计入：其货物不在本批中")]
    }

    private var verdicts: [BilingualText] {
        var lines = [
            BilingualText(en: "  originating      \(tally.originating)", zh: "  具备原产资格    \(tally.originating)"),
            BilingualText(en: "  not originating  \(tally.notOriginating)", zh: "  不具备原产资格  \(tally.notOriginating)"),
            BilingualText(en: "  undetermined     \(tally.undetermined)", zh: "  无法确定        \(tally.undetermined)"),
        ]
        if tally.errors > 0 {
            lines.append(BilingualText(en: "  with errors      \(tally.errors)", zh: "  有错误          \(tally.errors)"))
        }
        if tally.withoutEvidence > 0 {
            lines.append(BilingualText(
                en: "  of the originating, \(tally.withoutEvidence) not on the evidence named",
                zh: "  其中\(tally.withoutEvidence)项依现有证明文件尚不能认定原产"))
        }
        return lines
    }

    private var criteria: [BilingualText] {
        var parts = zip(Criterion.allCases, tally.criteria).filter { $0.1 > 0 }.map { "\($0.0.rawValue) \($0.1)" }
        if tally.withoutCriterion > 0 { parts.append("? \(tally.withoutCriterion)") }
        guard !parts.isEmpty else { return [] }
        let list = parts.joined(separator: ", ")
        return [BilingualText(en: "by criterion: \(list)", zh: "按原产地标准：\(list)")]
    }

    private var reasons: [BilingualText] {
        let found = zip(CompactAnswer.Failure.allCases, tally.reasons).filter { $0.1 > 0 }
        guard !found.isEmpty else { return [] }
        return [BilingualText(
            en: "where goods fail (a good may fail in several): "
                + found.map { "\($0.0.words.english) \($0.1)" }.joined(separator: ", "),
            zh: "未满足之处（一项货物可能有多处）：" + found.map { "\($0.0.words.chinese)\($0.1)" }.joined(separator: "，"))]
    }

    private var chapters: [BilingualText] {
        let found = tally.chapters.enumerated().filter { $0.element != .init() }
        guard !found.isEmpty else { return [] }
        let head = BilingualText(
            en: "chapter: originating / not / undetermined / errors", zh: "章：具备 / 不具备 / 无法确定 / 有错误")
        return [head] + found.map { number, chapter in
            let name = number == 0 ? "?" : (number < 10 ? "0\(number)" : "\(number)")
            return BilingualText(
                same: "  \(name): \(chapter.originating) / \(chapter.notOriginating) / \(chapter.undetermined) / \(chapter.errors)")
        }
    }
}

extension CompactAnswer.Failure {
    fileprivate var words: BilingualText {
        switch self {
        case .minimalOperations: BilingualText(en: "only minimal operations", zh: "仅为微小加工")
        case .tariffChange: BilingualText(en: "change in tariff classification", zh: "税则归类改变")
        case .regionalValue: BilingualText(en: "regional value content", zh: "区域价值成分")
        case .chemicalReaction: BilingualText(en: "chemical reaction", zh: "化学反应")
        case .whollyObtained: BilingualText(en: "wholly obtained", zh: "完全获得")
        case .nothingStated: BilingualText(en: "no material stated", zh: "未列明材料")
        case .missingFact: BilingualText(en: "a fact is missing", zh: "缺少事实")
        }
    }
}
