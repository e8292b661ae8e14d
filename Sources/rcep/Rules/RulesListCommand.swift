import ArgumentParser
import Bilingual
import HarmonizedSystem
import OriginRules
import Reporting
import RuleFiles

/// `rcep rules list`: the rows of a rule set, or the rule of every subheading.
struct RulesListCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists rules as Annex 3A prints them. / 列出附件3A的规则。")

    @Flag(help: "Every subheading with the rule that holds for it. / 逐一列出各子目适用的规则。")
    var subheadings = false

    @Option(help: "text, or jsonl: one rcep-rule/1 a line. / 输出格式。")
    var format: Format = .text

    @Option(help: "Only this chapter, two digits. / 仅列出该章。")
    var chapter: String?

    @OptionGroup var selection: RuleSetOptions

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let chapter, HSCode(chapter)?.level != .chapter {
            throw ValidationError("--chapter takes two digits, such as 87; found \(chapter) / --chapter应为两位数字，例如87；实际为\(chapter)")
        }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let directory = try shared.ruleDirectory()
            let ruleSet = try selection.load(from: directory)
            let entries = try entries(ruleSet, directory)
            switch format {
            case .text:
                Terminal.print(entries.map { Self.line($0.code, $0.rule, withRow: subheadings) }.joined())
            case .jsonl:
                let json = RuleJSON(ruleSet: ruleSet, labels: try directory.labels())
                Terminal.print(entries.map { json.text($0.code, $0.rule, layout: .compact) + "\n" }.joined())
            }
        }
    }

    private func entries(
        _ ruleSet: RuleSet, _ directory: RuleDirectory
    ) throws(InputProblems) -> [(code: HSCode, rule: ProductSpecificRule)] {
        let all: [(code: HSCode, rule: ProductSpecificRule)]
        if subheadings {
            all = try directory.nomenclature(ruleSet.edition).subheadings.compactMap { number in
                let code = HSCode(number: number, level: .subheading)
                return ruleSet.rule(for: code).map { (code, $0) }
            }
        } else {
            all = ruleSet.rows.map { ($0.code, $0) }
        }
        guard let chapter = chapter.flatMap({ HSCode($0) }) else { return all }
        return all.filter { $0.code.prefix(.chapter) == chapter }
    }

    /// `8711.20  87.11    CTH or RVC40`
    private static func line(_ code: HSCode, _ rule: ProductSpecificRule, withRow: Bool) -> String {
        let row = withRow ? padded(rule.code.printed) : ""
        return "\(padded(code.printed))\(row)\(rule.text)\n"
    }

    private static func padded(_ code: String) -> String {
        code + String(repeating: " ", count: max(1, 9 - code.utf8.count))
    }
}
