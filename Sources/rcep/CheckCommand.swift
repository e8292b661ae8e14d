import ArgumentParser
import Bilingual
import OriginDetermination
import OriginModel
import OriginRules
import Reporting

/// `rcep check`: determines each dossier and reports it.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Determines the origin of the good of each dossier. / 判定每份资料中货物的原产资格。",
        discussion: """
            Exit status: 0 all originating, 1 some not, 2 none of those but some undetermined, 64 wrong usage, 65 bad \
            input data, 70 internal error.
            """)

    @Argument(help: "Dossiers (rcep-dossier/1, JSON); - is standard input. / 资料文件。", completion: .file())
    var files: [String]

    @Option(help: "text, json, html, markdown or pdf. / 报告格式。")
    var format: CheckFormat = .text

    @Option(help: "Folder to write a report for each dossier to. / 报告输出文件夹。")
    var output: String?

    @Option(help: "Criterion to state where it is met: WO, PE, CTC, RVC or CR. / 希望填写的原产地标准。")
    var criterion: Criterion?

    @Option(name: .customLong("to"), help: "Importing Party, instead of the dossier's. / 进口缔约方。")
    var importingParty: CountryCode?

    @Option(help: "Date of the determination, YYYY-MM-DD; default the dossier's, else today. / 判定日期。")
    var date: CalendarDate?

    @Flag(help: "Show the whole reasoning in text. / 显示完整推理过程。")
    var explain = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if format.isDocument, output == nil, files.count > 1 {
            let name = format.rawValue.uppercased()
            throw ValidationError("several \(name) reports need --output DIR / 多份\(name)报告须使用--output DIR")
        }
        if format == .pdf, output == nil {
            try RenderedReport.checkIsNotForATerminal(english: "--output DIR or > FILE", chinese: "--output DIR或> FILE")
        }
        if output != nil {
            let names = files.map { InputFile(name: $0).stem }
            if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
                throw ValidationError("two reports would be named \(twice); check them in separate runs / 两份报告将同名\(twice)，请分别运行")
            }
        }
    }

    func run() throws {
        var run = CheckRun(command: self)
        throw run.execute()
    }
}

/// The forms a determination comes in: those of text, and paper.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, html, markdown, pdf

    /// nil for paper.
    var report: ReportFormat? {
        switch self {
        case .text: .text
        case .json: .json
        case .html: .html
        case .markdown: .markdown
        case .pdf: nil
        }
    }

    /// What a file of this format is named.
    var fileExtension: String { report?.fileExtension ?? "pdf" }

    /// Whether each answer is a document of its own, so that several cannot follow each other.
    var isDocument: Bool { self == .html || self == .pdf }
}

extension ReportFormat: ExpressibleByArgument {
    /// What a file of this format is named.
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .json: "json"
        case .html: "html"
        case .markdown: "md"
        }
    }
}
