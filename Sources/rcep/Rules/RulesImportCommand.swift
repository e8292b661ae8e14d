import ArgumentParser
import Bilingual
import HarmonizedSystem
import OriginModel
import Reporting
import RuleFiles

/// `rcep rules import`: makes a rule set out of a table.
struct RulesImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a rule set out of a CSV with the columns code, rule, level?, annex_page?. / 由CSV生成规则集。",
        discussion: """
            Every rule text is read into its structure, every code is looked up in the nomenclature; the folder is \
            written whole or not at all.
            """)

    @Argument(help: "The table. / 表格文件。", completion: .file())
    var csv: String

    @Option(help: "Edition of the Harmonized System: 2012, 2017 or 2022. / 协调制度版本。")
    var edition: HSEdition

    @Option(help: "Name of the rule set for programs (annex-3a-hs2012). / 规则集标识。")
    var id: String

    @Option(help: "First day, YYYY-MM-DD. / 起始日期。")
    var effectiveFrom: CalendarDate

    @Option(help: "Last day, YYYY-MM-DD; left out while in force. / 截止日期。")
    var effectiveTo: CalendarDate?

    @Option(help: "Name of the source document in English. / 出处的英文名称。")
    var sourceEn: String

    @Option(help: "Name of the source document in Chinese. / 出处的中文名称。")
    var sourceZh: String

    @Option(help: "Folder to make; it must not exist. / 输出文件夹。")
    var output: String

    @Flag(help: "Take a table that leaves subheadings without rule. / 允许部分子目没有规则。")
    var partial = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let header = RuleImport.Header(
                id: id, edition: edition, effectiveFrom: effectiveFrom, effectiveTo: effectiveTo,
                source: BilingualText(en: sourceEn, zh: sourceZh))
            let outcome = try RuleImport(rules: try shared.ruleDirectory())
                .run(csv: csv, header: header, output: output, allowsPartial: partial)
            for message in BilingualText.messages(outcome, output) {
                Terminal.complain(message[shared.language] + "\n")
            }
        }
    }
}

extension HSEdition: ExpressibleByArgument {}

extension BilingualText {
    fileprivate static func messages(_ outcome: RuleImport.Outcome, _ output: String) -> [BilingualText] {
        var messages = outcome.unknownColumns.map { column in
            BilingualText(en: "warning: the column \(column) is passed over", zh: "警告：列 \(column) 未使用")
        }
        messages += outcome.untranslatedConditions.map { condition in
            BilingualText(
                en: "warning: conditions-zh.xml has no Chinese for the condition: \(condition)",
                zh: "警告：conditions-zh.xml 中缺少该条件的中文：\(condition)")
        }
        if !outcome.isComplete {
            messages.append(
                BilingualText(
                    en: "warning: some subheadings have no rule, so a complete rule set is preferred to this one",
                    zh: "警告：部分子目没有规则，判定时将优先使用完整的规则集"))
        }
        messages.append(
            BilingualText(en: "\(outcome.rows) rows written to \(output)", zh: "已将 \(outcome.rows) 行写入 \(output)"))
        return messages
    }
}
