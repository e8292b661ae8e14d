import Bilingual
import HarmonizedSystem

/// What a rule of Annex 3A asks, in words.
///
/// Everything is said from the structure of the rule, never from its printed text, so that the words cannot say
/// anything else than what the engine tests.
public enum RuleReading {
    /// One branch of a split rule with its condition in both languages; one without number and condition for a rule
    /// that is not split.
    public struct Branch: Sendable, Hashable {
        public let number: Int?
        public let condition: BilingualText?
        public let alternatives: [RuleAlternative]

        public init(number: Int?, condition: BilingualText?, alternatives: [RuleAlternative]) {
            self.number = number
            self.condition = condition
            self.alternatives = alternatives
        }
    }

    /// Alternatives any one of which is enough: `a change from any other heading; or a regional value content ...`.
    public static func words(_ alternatives: [RuleAlternative], in languages: LanguageChoice = .both) -> BilingualText {
        let readings = alternatives.map { $0.reading(in: languages) }
        return BilingualText(
            in: languages, en: Sentence(readings.map(\.english).listed("; or ")),
            zh: Sentence(readings.map(\.chinese).listed("；或")))
    }

    /// One statement a branch, each headed by its number and condition where the rule is split.
    public static func statements(_ branches: [Branch]) -> [BilingualText] {
        branches.map { branch in
            let words = words(branch.alternatives)
            guard let heading = heading(branch) else { return words }
            return BilingualText(
                en: "\(heading.english): \(words.english)", zh: "\(heading.chinese)：\(words.chinese)")
        }
    }

    /// All branches in one text.
    public static func words(_ branches: [Branch]) -> BilingualText {
        let statements = statements(branches)
        return BilingualText(
            en: statements.map(\.english).joined(separator: "; "), zh: statements.map(\.chinese).joined(separator: "；"))
    }

    /// Symbols of alternatives as Annex 3A joins them: `CTH except from 72.08, or RVC40`.
    public static func symbols(_ alternatives: [RuleAlternative]) -> String {
        alternatives.map(\.symbols).joined(separator: alternatives.contains(where: \.needsComma) ? ", or " : " or ")
    }

    /// `branch 1 (of insect)`
    private static func heading(_ branch: Branch) -> BilingualText? {
        guard let number = branch.number else { return branch.condition }
        guard let condition = branch.condition else {
            return BilingualText(en: "branch \(number)", zh: "第\(number)分支")
        }
        return BilingualText(
            en: "branch \(number) (\(condition.english))", zh: "第\(number)分支（\(condition.chinese)）")
    }
}

extension ProductSpecificRule {
    /// The branches with their conditions in both languages, as the rule set translates them.
    public func readingBranches(in ruleSet: RuleSet) -> [RuleReading.Branch] {
        branches.map { branch in
            RuleReading.Branch(
                number: branch.number, condition: ruleSet.condition(branch), alternatives: branch.alternatives)
        }
    }
}

extension RuleAlternative {
    /// In the symbols of Annex 3A: `CTH except from 72.08 to 72.11`, `RVC40`.
    public var symbols: String {
        switch self {
        case .whollyObtained: "WO"
        case .changeInTariffClassification(let change): change.fullSymbols
        case .regionalValueContent(let threshold): "RVC\(threshold)"
        case .chemicalReaction: "CR"
        }
    }

    /// What it asks, in words, to stand within a sentence.
    public func reading(in languages: LanguageChoice = .both) -> BilingualText {
        switch self {
        case .whollyObtained: .whollyObtainedRule
        case .changeInTariffClassification(let change): change.reading(in: languages)
        case .regionalValueContent(let threshold): .regionalValueContentRule(threshold, in: languages)
        case .chemicalReaction: .chemicalReactionRule
        }
    }

    /// Whether commas inside it make a bare "or" after it hard to read.
    fileprivate var needsComma: Bool {
        guard case .changeInTariffClassification(let change) = self else { return false }
        return !change.exceptions.isEmpty || change.activeIngredientShare != nil
    }
}

extension TariffChange {
    /// `CTH except from 72.08 to 72.11`, `CTSH + 50 %` for the share of active ingredients of 38.08.
    var fullSymbols: String {
        var text = symbol
        if !exceptions.isEmpty { text += " except from " + CodeRange.symbols(exceptions) }
        if let share = activeIngredientShare { text += " + \(share) %" }
        return text
    }

    /// Headnotes 5 to 7 of Annex 3A, with the exceptions and the proviso of the row.
    func reading(in languages: LanguageChoice) -> BilingualText {
        let excepted = exceptionWords(in: languages)
        let proviso = activeIngredientShare.map(BilingualText.activeIngredientProviso) ?? BilingualText(same: "")
        return BilingualText(
            in: languages,
            en: "a change from any other \(level.noun.english)\(excepted.english)\(proviso.english)",
            zh: "从任何其他\(level.noun.chinese)改变至此\(excepted.chinese)\(proviso.chinese)")
    }

    /// Empty for none.
    private func exceptionWords(in languages: LanguageChoice) -> BilingualText {
        guard let words = CodeRange.words(exceptions, in: languages) else { return BilingualText(same: "") }
        return BilingualText(
            in: languages, en: ", except from \(words.english)", zh: "，但从\(words.chinese)改变而来的除外")
    }
}

extension CodeRange {
    /// `72.08 to 72.11`, `10` for a single code.
    var symbols: String {
        first == last ? first.printed : ("\(first) to \(last)" as Sentence).text
    }

    /// `8504.21 or 8504.23`, `Chapter 10`
    static func symbols(_ ranges: [CodeRange]) -> String {
        let texts = ranges.map { $0.first.level == .chapter ? "Chapter \($0.symbols)" : $0.symbols }
        return list(texts, word: "or")
    }

    /// `headings 72.08 to 72.11`, `subheadings 8504.21 and 8504.23`; nil for no range.
    static func words(_ ranges: [CodeRange], in languages: LanguageChoice) -> BilingualText? {
        guard !ranges.isEmpty else { return nil }
        let groups = HSCode.Level.allCases.compactMap { level in
            words(ranges.filter { $0.first.level == level }, at: level, in: languages)
        }
        return BilingualText(
            in: languages, en: Sentence(list(groups.map(\.english), word: "and")),
            zh: Sentence(groups.map(\.chinese).listed("、")))
    }

    private static func words(
        _ ranges: [CodeRange], at level: HSCode.Level, in languages: LanguageChoice
    ) -> BilingualText? {
        guard !ranges.isEmpty else { return nil }
        return BilingualText(
            in: languages, en: Sentence(englishWords(ranges, at: level)), zh: Sentence(chineseWords(ranges, at: level)))
    }

    private static func englishWords(_ ranges: [CodeRange], at level: HSCode.Level) -> String {
        let isSingle = ranges.count == 1 && ranges[0].first == ranges[0].last
        let name = level == .chapter ? "Chapter" : level.noun.english
        return ("\(name)\(isSingle ? "" : "s") \(list(ranges.map(\.symbols), word: "and"))" as Sentence).text
    }

    /// `品目72.08至72.11`, `子目8504.21、8504.23`, `第10章`
    private static func chineseWords(_ ranges: [CodeRange], at level: HSCode.Level) -> String {
        let name = { (code: HSCode) in level == .chapter ? "第\(code.printed)章" : code.printed }
        let codes = ranges.map { $0.first == $0.last ? name($0.first) : "\(name($0.first))至\(name($0.last))" }
        return (level == .chapter ? "" : level.noun.chinese) + codes.listed("、")
    }

    private static func list(_ items: [String], word: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return ("\(Array(items.dropLast()).listed(", ")) \(word) \(last)" as Sentence).text
    }
}

extension HSCode.Level {
    /// What the Harmonized System calls a code of this level.
    public var noun: BilingualText {
        switch self {
        case .chapter: BilingualText(en: "chapter", zh: "章")
        case .heading: BilingualText(en: "heading", zh: "品目")
        case .subheading: BilingualText(en: "subheading", zh: "子目")
        }
    }
}

extension BilingualText {
    /// WO as a rule: Article 3.3, or PE (headnote 7).
    fileprivate static let whollyObtainedRule = BilingualText(
        en: "wholly obtained or produced in one Party, or produced there exclusively from originating materials",
        zh: "在一缔约方完全获得或者生产，或者在该缔约方完全使用原产材料生产")

    /// RVC: Article 3.5 and headnote 7.
    fileprivate static func regionalValueContentRule(
        _ threshold: Percentage, in languages: LanguageChoice
    ) -> BilingualText {
        BilingualText(
            in: languages,
            en: "a regional value content of at least \(threshold) % of the FOB value",
            zh: "区域价值成分不少于离岸价格的\(threshold)%")
    }

    /// CR: headnote 7.
    fileprivate static let chemicalReactionRule = BilingualText(
        en: "production by a chemical reaction that takes place in a Party", zh: "在一缔约方经化学反应生产")

    /// The proviso of heading 38.08.
    fileprivate static func activeIngredientProviso(_ share: Percentage) -> BilingualText {
        BilingualText(
            en: ", provided that at least \(share) % by weight of the active ingredients is originating",
            zh: "，但有效成分按重量计至少\(share)%应为原产")
    }
}
