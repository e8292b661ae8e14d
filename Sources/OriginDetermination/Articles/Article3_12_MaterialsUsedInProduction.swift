import Bilingual
import OriginModel

/// Article 3.12: a material processed until it satisfies the Chapter is originating when the next good is judged.
enum MaterialsUsedInProduction {
    static let wholeRemark = BilingualText(
        en: "self-produced and originating by its own rule: counts whole (3.12)",
        zh: "自产中间品，按其自身规则具备原产资格：以全部价值计入（3.12）")
    static let replacedRemark = BilingualText(
        en: "self-produced, not originating by its own rule: its inputs are counted instead (3.12)",
        zh: "自产中间品，按其自身规则不具备原产资格：改以其投入材料计入（3.12）")
    static let withinRemark = BilingualText(
        en: "input of an intermediate that counts whole: not counted itself (3.12)",
        zh: "所属中间品以全部价值计入：本身不再计入（3.12）")

    /// A line to be counted in the place of an intermediate.
    struct Counted {
        let index: Int
        let role: Material.Role
        let counts: StanceSet
        let nonOriginating: StanceSet
    }

    /// Under stances in which it originates an intermediate counts whole; under the others its inputs are counted in its
    /// place.
    static func counted(
        _ intermediate: UnitEvaluation, ofLine index: Int, role: Material.Role
    ) -> [Counted] {
        var whole = StanceSet.none
        for value in 0..<Stance.count {
            let stance = Stance(rawValue: UInt8(value))
            if intermediate[stance].outcome == .met { whole.insert(stance) }
        }
        let inputs = intermediate.lines.map { input in
            Counted(
                index: Int(input.index), role: input.role.isPartOfGood && role != .material ? role : input.role,
                counts: input.counts.subtracting(whole), nonOriginating: input.nonOriginating.subtracting(whole))
        }
        return ([Counted(index: index, role: role, counts: whole, nonOriginating: .none)] + inputs)
            .filter { !$0.counts.isEmpty }
    }
}

extension MaterialsUsedInProduction {
    static func undecided(_ line: PreparedLine) -> Note {
        Note(
            code: "intermediate.undecided",
            message: BilingualText(
                en: "Whether self-produced material \(line.path) originates by its own rule cannot be decided: its inputs are counted in its place.",
                zh: "无法确定自产中间品\(line.path)按其自身规则是否具备原产资格：改以其投入材料计入。"),
            place: "\(line.place)")
    }

    static func operationsNotCounted(_ line: PreparedLine) -> Note {
        Note(
            code: "intermediate.operationsNotCounted",
            message: BilingualText(
                en: "Only minimal operations are stated for the good, more for its intermediate \(line.path): if those belong to making the good, state them under production.operations.",
                zh: "货物仅说明了微小加工，而其中间品\(line.path)另有更多加工：若属于货物生产的一部分，请在production.operations中说明。"),
            place: "\(line.place)")
    }
}

extension Explainer {
    /// An intermediate by its own rule, and which of the two followed (D10).
    func explain(_ intermediate: IntermediateAssessment) -> Explanation {
        let line = prepared.lines[intermediate.line]
        let facts = prepared.compact.lines[intermediate.line]
        let unit = prepared.compact.units[facts.unit]
        let codes = line.codes.printed
        let statement =
            switch intermediate.assessment.outcome {
            case .met:
                BilingualText(
                    en: "Self-produced material \(line.path), \(codes), originates by its own rule: its whole value, \(money(facts.value)), counts as originating.",
                    zh: "自产中间品\(line.path)（\(codes)）按其自身规则具备原产资格：其全部价值\(money(facts.value))计为原产。")
            case .notMet:
                BilingualText(
                    en: "Self-produced material \(line.path), \(codes), does not originate by its own rule: its inputs are counted, its own value counts for nothing.",
                    zh: "自产中间品\(line.path)（\(codes)）按其自身规则不具备原产资格：改计其投入材料，其自身价值不计。")
            case .undetermined:
                BilingualText(
                    en: "Whether self-produced material \(line.path), \(codes), originates by its own rule cannot be decided: its inputs are counted, its own value counts for nothing.",
                    zh: "无法确定自产中间品\(line.path)（\(codes)）按其自身规则是否具备原产资格：改计其投入材料，其自身价值不计。")
            }
        var ways: [Explanation] = []
        addWays(unit, intermediate.assessment, to: &ways)
        return Explanation(
            article: "3.12; D10", statement: statement, outcome: intermediate.assessment.outcome, children: ways)
    }
}
