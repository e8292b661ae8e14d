import ArgumentParser
import Bilingual
import HarmonizedSystem
import OriginRules
import Reporting
import RuleFiles

/// `rcep rules show`: the rule of one code.
struct RulesShowCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the rule of a code and what it asks. / 查看某一编码的规则及其含义。",
        discussion: "For a chapter or heading: the rule that holds for it, if there is one, and every row under it.")

    @Argument(help: "Chapter, heading, subheading or longer national code. / 编码。")
    var code: String

    @Option(help: "text, or json: rcep-rule/1. / 输出格式。")
    var format: Format = .text

    @OptionGroup var selection: RuleSetOptions

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            let ruleSet = try selection.load(from: directory)
            let labels = try directory.labels()
            let found = try find(in: ruleSet, directory)
            switch format {
            case .text:
                Terminal.print(found.map { text($0.code, $0.rule, ruleSet, labels) }.joined(separator: "\n"))
            case .json:
                let render = RuleJSON(ruleSet: ruleSet, labels: labels)
                Terminal.print(CodeQuery.json(found, asArray: found.count != 1, render))
            }
        }
    }

    private func find(in ruleSet: RuleSet, _ directory: RuleDirectory) throws(InputProblems) -> [CodeQuery.Answer] {
        let code = try CodeQuery.code(
            code, in: try directory.nomenclature(ruleSet.edition), of: ruleSet.edition)
        let found = [CodeQuery.own(code, in: ruleSet)].compactMap { $0 } + CodeQuery.below(code, in: ruleSet)
        guard !found.isEmpty else { throw InputProblems([.withoutRule(code, ruleSet)]) }
        return found
    }

    private func text(_ code: HSCode, _ rule: ProductSpecificRule, _ ruleSet: RuleSet, _ labels: HSLabels) -> String {
        let language = shared.language
        let label = labels.label(for: code).map { language == .english ? $0.english : $0.chinese } ?? ""
        var lines = ["\(code.printed)  \(label)", "  \(BilingualText.printed(rule)[language])"]
        for statement in RuleReading.statements(rule.readingBranches(in: ruleSet)) {
            lines.append("  - \(statement[language])")
        }
        lines.append("  \(ruleSet.source[language])")
        return lines.map { $0 + "\n" }.joined()
    }
}

extension BilingualText {
    /// `heading 87.11, page 93: CTH or RVC40`
    fileprivate static func printed(_ rule: ProductSpecificRule) -> BilingualText {
        let noun = rule.code.level.noun
        let page = rule.page > 0
        return BilingualText(
            en: "\(noun.english) \(rule.code)\(page ? ", page \(rule.page)" : ""): \(rule.text)",
            zh: "\(noun.chinese) \(rule.code)\(page ? "，第\(rule.page)页" : "")：\(rule.text)")
    }
}

extension InputProblem {
    fileprivate static func withoutRule(_ code: HSCode, _ ruleSet: RuleSet) -> InputProblem {
        InputProblem(
            place: .wholeFile, code: "rules.withoutRule",
            message: BilingualText(en: "\(ruleSet.id) has no rule for the code", zh: "\(ruleSet.id) 中没有该编码的规则"),
            found: code.printed)
    }
}
