import Bilingual
import OriginRules

/// Annex 3A, heading 38.08: a share by weight of the active ingredients must be originating. De minimis does not help.
enum ActiveIngredients {
    /// Whether the line is marked; an accessory is not asked, as for every tariff change (3.9).
    static func isActive(_ line: CountedLine, _ lines: [CompactLine]) -> Bool {
        line.role == .material && lines[line.index].activeIngredient
    }

    static func outcome(_ tally: ActiveIngredientTally, share: Percentage) -> Outcome {
        guard tally.weightsMissing == 0, tally.total > 0 else { return .undetermined }
        return Outcome(share.isReached(by: tally.originating, of: tally.total))
    }
}

/// Weights of active ingredients.
struct ActiveIngredientTally: Sendable {
    var total: Int128 = 0
    var originating: Int128 = 0
    var weightsMissing = 0

    /// What is originating is known only later.
    mutating func add(_ line: CompactLine) {
        if line.weight < 0 { weightsMissing += 1 } else { total += line.weight }
    }

    mutating func add(_ other: ActiveIngredientTally, areOriginating: Bool) {
        total += other.total
        weightsMissing += other.weightsMissing
        if areOriginating { originating += other.total }
    }
}

extension ActiveIngredients {
    static let noneMarked = Note(
        code: "material.activeIngredient",
        message: BilingualText(
            en: "No material is marked as an active ingredient: state activeIngredient and netWeightKg of each active ingredient.",
            zh: "没有任何材料标明为有效成分：请为每种有效成分填写activeIngredient和netWeightKg。"),
        place: "/materials")

    static func weightMissing(_ line: PreparedLine) -> Note {
        Note(
            code: "material.netWeightKg",
            message: BilingualText(
                en: "The net weight of active ingredient \(line.path) is missing.", zh: "缺少有效成分\(line.path)的净重。"),
            place: "\(line.place)/netWeightKg")
    }

    static func reason(_ outcome: Outcome, _ share: Percentage) -> BilingualText {
        switch outcome {
        case .met:
            BilingualText(
                en: "At least \(share) % by weight of the active ingredients is originating.",
                zh: "按重量计至少\(share)%的有效成分为原产。")
        case .notMet:
            BilingualText(
                en: "Less than \(share) % by weight of the active ingredients is originating.",
                zh: "按重量计原产的有效成分不足\(share)%。")
        case .undetermined:
            BilingualText(
                en: "The originating share of the active ingredients cannot be computed.", zh: "无法计算有效成分中的原产比例。")
        }
    }

    static func notMarked(_ paths: [String]) -> Note {
        let english = paths.listed(", ")
        let chinese = paths.listed("、")
        return Note(
            code: "material.activeIngredientAssumed",
            message: BilingualText(
                en: "Not marked as active ingredients or otherwise: \(english); they are taken to be none (38.08).",
                zh: "未标明是否为有效成分：\(chinese)；视为非有效成分（38.08）。"),
            place: "/materials")
    }
}
