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
                Terminal.print(Self.json(found, RuleJSON(ruleSet: ruleSet, labels: labels)))
            }
        }
    }

    private func find(
        in ruleSet: RuleSet, _ directory: RuleDirectory
    ) throws(InputProblems) -> [(code: HSCode, rule: ProductSpecificRule)] {
        let nomenclature = try directory.nomenclature(ruleSet.edition)
        guard let code = HSCode(code) ?? HSCode(firstSixOf: code) else { throw InputProblems([.notACode(code)]) }
        guard nomenclature.contains(code) else { throw InputProblems([.unknownCode(code, nomenclature)]) }
        let own = HSCode.Level.allCases.reversed().filter { $0 <= code.level }
            .lazy.compactMap { ruleSet.row(code.prefix($0)) }.first
        let below = ruleSet.rows.filter { $0.code.level > code.level && $0.code.prefix(code.level) == code }
        let found = own.map { [(code, $0)] } ?? []
        guard !found.isEmpty || !below.isEmpty else { throw InputProblems([.withoutRule(code, ruleSet)]) }
        return found + below.map { ($0.code, $0) }
    }

    /// One object for one rule, an array for several.
    private static func json(_ found: [(code: HSCode, rule: ProductSpecificRule)], _ render: RuleJSON) -> String {
        var json = JSONWriter(.pretty)
        if found.count == 1 {
            for entry in found { render.write(entry.code, entry.rule, to: &json) }
        } else {
            json.array { json in
                for entry in found { render.write(entry.code, entry.rule, to: &json) }
            }
        }
        return json.text + "\n"
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
    fileprivate static func notACode(_ text: String) -> InputProblem {
        InputProblem(
            place: .wholeFile, code: "hs.badCode", message: BilingualText(en: "this is not a code", zh: "这不是编码"),
            found: text,
            expected: BilingualText(en: "2, 4 or 6 to 12 digits, with or without dots", zh: "2、4 或 6 至 12 位数字，可带点"))
    }

    fileprivate static func unknownCode(_ code: HSCode, _ nomenclature: HSNomenclature) -> InputProblem {
        let edition = nomenclature.edition.rawValue
        let near = nomenclature.near(code).map(\.printed).joined(separator: ", ")
        return InputProblem(
            place: .wholeFile, code: "hs.unknownCode",
            message: BilingualText(
                en: "the code does not exist in HS \(edition)", zh: "该编码在协调制度\(edition)年版中不存在"),
            found: code.printed, expected: near.isEmpty ? nil : BilingualText(same: near))
    }

    fileprivate static func withoutRule(_ code: HSCode, _ ruleSet: RuleSet) -> InputProblem {
        InputProblem(
            place: .wholeFile, code: "rules.withoutRule",
            message: BilingualText(en: "\(ruleSet.id) has no rule for the code", zh: "\(ruleSet.id) 中没有该编码的规则"),
            found: code.printed)
    }
}
