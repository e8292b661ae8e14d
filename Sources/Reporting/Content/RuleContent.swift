import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginRules

/// A rule of Annex 3A as printed and in words.
struct RuleContent {
    struct Branch {
        let number: Int?
        let words: String
        /// Whether the determination looked at it.
        let isConsidered: Bool
    }

    /// `heading 87.11`
    let place: String
    let text: String
    let branches: [Branch]
    let page: Int

    init(_ rule: Determination.AppliedRule, _ words: ReportWords) {
        self.init(
            code: rule.code, text: rule.text, page: rule.page,
            branches: rule.branches.map { branch in
                let reading = RuleReading.Branch(
                    number: branch.number, condition: branch.condition, alternatives: branch.alternatives)
                return (reading, branch.considered)
            }, words)
    }

    init(_ rule: ProductSpecificRule, in ruleSet: RuleSet, _ words: ReportWords) {
        self.init(
            code: rule.code, text: rule.text, page: rule.page,
            branches: rule.readingBranches(in: ruleSet).map { ($0, true) }, words)
    }

    private init(
        code: HSCode, text: String, page: Int, branches: [(RuleReading.Branch, isConsidered: Bool)],
        _ words: ReportWords
    ) {
        place = words(.ruleOf(code))
        self.text = text
        self.page = page
        self.branches = zip(branches, RuleReading.statements(branches.map(\.0))).map { branch, statement in
            Branch(
                number: branch.0.number, words: words(statement).capitalizedFirst, isConsidered: branch.isConsidered)
        }
    }
}

extension String {
    /// The first letter in upper case; for words that are made to stand within a sentence.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}

extension BilingualText {
    /// `heading 87.11`, `品目87.11`, `第87章`
    static func ruleOf(_ code: HSCode) -> BilingualText {
        let chinese = code.level == .chapter ? "第\(code.printed)章" : code.level.noun.chinese + code.printed
        return BilingualText(en: "\(code.level.noun.english) \(code.printed)", zh: chinese)
    }
}
