import Bilingual
import OriginRules

/// Compares the printed text of a row with its structure: both must say the same.
enum RuleTextLint {
    static func check(_ chapters: [ChapterFile], _ log: inout ProblemLog) {
        for chapter in chapters {
            for row in chapter.rows { check(row, &log) }
        }
    }

    static func check(_ row: ChapterFile.Row, _ log: inout ProblemLog) {
        do {
            let read = try RuleText.parse(row.rule.text)
            if read != row.rule.branches { log.add(.textDisagrees(row.element, row.rule.branches, text: read)) }
        } catch {
            log.add(.unreadableText(row.element, row.rule.text, error))
        }
    }
}

extension InputProblem {
    fileprivate static func unreadableText(
        _ element: XMLElement, _ text: String, _ error: RuleText.ParseError
    ) -> InputProblem {
        InputProblem(
            element, code: "lint.unreadableText",
            message: BilingualText(
                en: "the printed text cannot be read from its character \(error.character) on",
                zh: "印刷文本自第 \(error.character) 个字符起无法识别"),
            found: text, expected: error.expected)
    }

    fileprivate static func textDisagrees(
        _ element: XMLElement, _ branches: [RuleBranch], text: [RuleBranch]
    ) -> InputProblem {
        InputProblem(
            element, code: "lint.textDisagrees",
            message: BilingualText(en: "the structure does not say what the text says", zh: "结构与印刷文本不一致"),
            found: RuleText.canonical(branches), expected: BilingualText(same: RuleText.canonical(text)))
    }
}
