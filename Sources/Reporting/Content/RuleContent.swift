import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginRules

/// A rule of Annex 3A as printed and in words.
package struct RuleContent {
    package struct Branch {
        package let number: Int?
        package let words: String
        /// Whether the determination looked at it.
        package let isConsidered: Bool
    }

    /// `8525.81, 8525.82: `, what the good may be that the rule applies to; empty where it applies anyway.
    package let goods: String
    /// `heading 87.11`
    package let place: String
    package let text: String
    package let branches: [Branch]
    package let page: Int

    /// The rules that may apply; rows that say the same are said once.
    static func all(_ rules: [Determination.AppliedRule], _ words: ReportWords) -> [RuleContent] {
        var groups: [[Determination.AppliedRule]] = []
        for rule in rules {
            if let index = groups.firstIndex(where: { $0[0].text == rule.text && $0[0].branches == rule.branches }) {
                groups[index].append(rule)
            } else {
                groups.append([rule])
            }
        }
        return groups.compactMap { RuleContent($0, isOneOfSeveral: groups.count > 1, words) }
    }

    /// Rows that say the same; nil for none.
    private init?(_ rules: [Determination.AppliedRule], isOneOfSeveral: Bool, _ words: ReportWords) {
        guard let rule = rules.first else { return nil }
        let goods = words.list(rules.flatMap(\.codes).map(\.printed))
        self.init(
            goods: isOneOfSeveral ? words.introducing(goods) : "",
            codes: rules.map(\.code), text: rule.text, page: rule.page,
            branches: rule.branches.map { branch in
                let reading = RuleReading.Branch(
                    number: branch.number, condition: branch.condition, alternatives: branch.alternatives)
                return (reading, branch.considered)
            }, words)
    }

    init(_ rule: ProductSpecificRule, in ruleSet: RuleSet, _ words: ReportWords) {
        self.init(
            goods: "", codes: [rule.code], text: rule.text, page: rule.page,
            branches: rule.readingBranches(in: ruleSet).map { ($0, true) }, words)
    }

    private init(
        goods: String, codes: [HSCode], text: String, page: Int, branches: [(RuleReading.Branch, isConsidered: Bool)],
        _ words: ReportWords
    ) {
        self.goods = goods
        place = words.list(codes.map { words(.ruleOf($0)) })
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
    package var capitalizedFirst: String {
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
