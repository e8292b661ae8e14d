import ArgumentParser
import Bilingual
import Glibc
import LocalFiles
import OriginModel
import OriginRules
import ProofFiles
import ProofsOfOrigin
import Reporting
import RuleFiles
import TariffFiles

/// `rcep proof check`: checks the data of received proofs of origin.
struct ProofCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks the data of proofs of origin that were received. / 核对收到的原产地证明的数据。",
        discussion: """
            Exit status: 0 nothing or minor discrepancies only, 1 some proof is invalid, 2 none is but some is in doubt, 64 \
            wrong usage, 65 bad input data.
            """)

    @Argument(help: "Proofs (rcep-proof/1, JSON, or forms of rcep proof form); - is standard input. / 原产地证明文件（JSON或者填好的表格）。", completion: .file())
    var files: [String]

    @Option(help: "Day of importation, YYYY-MM-DD; default today. / 进口日期，默认当日。")
    var date: CalendarDate?

    @Option(help: "The original proof of a back-to-back proof. / 背对背原产地证明所依据的原始证明。", completion: .file())
    var original: String?

    @Option(help: "text, json, html or markdown. / 报告格式。")
    var format: ReportFormat = .text

    @Option(help: "Folder to write a report for each proof to. / 报告输出文件夹。")
    var output: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if format == .html, output == nil, files.count > 1 {
            throw ValidationError("several HTML reports need --output DIR / 多份HTML报告须使用--output DIR")
        }
        if output != nil {
            let names = files.map { InputFile(name: $0).stem }
            if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
                throw ValidationError("two reports would be named \(twice); check them in separate runs / 两份报告将同名\(twice)，请分别运行")
            }
        }
    }

    func run() throws {
        var run = ProofCheckRun(command: self)
        throw run.execute()
    }
}
