import Bilingual

/// `conditions-zh.xml`: the conditions of split rules in Chinese, by the words of the annex.
struct ConditionsFile {
    static let name = "conditions-zh.xml"

    let chinese: [String: String]

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("conditions") else {
            throw InputProblems([.wrongRoot(tree, expected: "conditions")])
        }
        var log = ProblemLog()
        root.allow([], &log)
        root.allow(children: ["condition"], &log)
        var chinese: [String: String] = [:]
        for condition in root.children where condition.isNamed("condition") {
            condition.allow([], &log)
            condition.allow(children: ["name"], &log)
            guard let words = condition.bilingual("name", &log) else { continue }
            if chinese.updateValue(words.chinese, forKey: words.english) != nil {
                log.add(.repeatedCondition(condition, words.english))
            }
        }
        try log.check()
        self.chinese = chinese
    }
}

extension InputProblem {
    fileprivate static func repeatedCondition(_ element: XMLElement, _ words: String) -> InputProblem {
        InputProblem(
            element, code: "rules.repeatedCondition",
            message: BilingualText(en: "the condition stands here twice", zh: "该条件重复出现"), found: words)
    }
}
