import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginRules

/// One alternative of the rule and what became of it.
package struct AlternativeContent {
    package let outcome: Outcome
    /// `CTC`, with supplements where it is met: `CTC ACU DMI`.
    package let criterion: String
    /// `CTH except from 72.08`, with branch and code where there are several.
    package let rule: String
    package let outcomeLabel: String
    package let reason: String
    /// The lines it fails on; nil where none.
    package let failing: String?
    package let missing: [String]
    /// Heads the answer.
    package let isChosen: Bool

    /// Every alternative; those of several codes that say the same are said once.
    static func all(_ determination: Determination, _ words: ReportWords) -> [AlternativeContent] {
        var groups: [(finding: AlternativeFinding, codes: [HSCode])] = []
        for finding in determination.alternatives {
            let codes = finding.code.map { [$0] } ?? []
            if let index = groups.firstIndex(where: { $0.finding.saysTheSame(as: finding) }) {
                groups[index].codes += codes
            } else {
                groups.append((finding, codes))
            }
        }
        return groups.map { AlternativeContent($0.finding, codes: $0.codes, in: determination, words) }
    }

    private init(
        _ finding: AlternativeFinding, codes: [HSCode], in determination: Determination, _ words: ReportWords
    ) {
        outcome = finding.outcome
        criterion = words.box10(finding.criterion, finding.outcome == .met ? finding.supplements : [])
        rule = Self.rule(finding, codes, words)
        outcomeLabel = words(finding.outcome.label)
        reason = words.sentence(finding.reason)
        failing = Self.failing(finding, words)
        missing = finding.missing.map { words.sentence($0.message) }
        isChosen = finding.outcome == .met && finding.criterion == determination.criterion
    }

    /// Said only where the reason does not name the lines itself.
    private static func failing(_ finding: AlternativeFinding, _ words: ReportWords) -> String? {
        let lines = finding.failingMaterials
        let isNamed = [", ", "、"].contains { words(finding.reason).contains(lines.joined(separator: $0)) }
        return lines.isEmpty || isNamed ? nil : words.pair(words(.unchangedLines), words.list(lines))
    }

    private static func rule(_ finding: AlternativeFinding, _ codes: [HSCode], _ words: ReportWords) -> String {
        var rule = words.language == .chinese ? finding.rule.closingPercents : finding.rule
        if !codes.isEmpty { rule += words.bracketed(words.list(codes.map(\.printed))) }
        if let branch = finding.branch { rule += words.bracketed(words(.branch(branch))) }
        return rule
    }
}

extension AlternativeFinding {
    /// Whether nothing but the code differs.
    fileprivate func saysTheSame(as other: AlternativeFinding) -> Bool {
        criterion == other.criterion && rule == other.rule && branch == other.branch && outcome == other.outcome
            && supplements == other.supplements && failingMaterials == other.failingMaterials
            && missing == other.missing && reason == other.reason
    }
}

extension BilingualText {
    fileprivate static let unchangedLines = BilingualText(en: "Lines that do not meet it", zh: "不满足要求的行")

    static func branch(_ number: Int) -> BilingualText {
        BilingualText(en: "branch \(number)", zh: "第\(number)分支")
    }

    /// Beside the alternative that heads the answer.
    package static let chosen = BilingualText(en: "heads the answer", zh: "结论所依据")
}
