import ArgumentParser
import Bilingual
import RuleFiles
import TariffFiles

/// `rcep tariff import`: makes a schedule out of a table whose first lines say what it is.
struct TariffImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a tariff schedule out of a CSV with header lines such as `# party: JP`. / 由CSV生成税率表。",
        discussion: "See docs/tariffs.md. The folder is written whole or not at all. / 见docs/tariffs.md。")

    @Argument(help: "The table. / 表格文件。", completion: .file())
    var csv: String

    @Option(help: "Folder to make; it must not exist; default: among the schedules of the rules. / 输出文件夹。")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let library = TariffLibrary(rules: try shared.ruleDirectory())
            let outcome = try TariffImport(library: library).run(csv: csv, output: output)
            let message = BilingualText(
                en: "\(outcome.lines) \(outcome.lines == 1 ? "line" : "lines") of schedule \(outcome.header.id) written to \(outcome.folder)",
                zh: "税率表\(outcome.header.id)的\(outcome.lines)个税目已写入\(outcome.folder)")
            Terminal.complain(message[shared.language] + "\n")
        }
    }
}
