import ArgumentParser
import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// `rcep register utilisation`
struct RegisterUtilisationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "utilisation",
        abstract: "Counts claims, criteria and duty saved, and why drafts were refused. / 统计利用情况及未能享惠的原因。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 no register or a damaged one.")

    @Option(name: .customLong("from"), help: "First day, of drafting. / 起始日期。")
    var firstDay: CalendarDate?

    @Option(name: .customLong("to"), help: "Last day, of drafting. / 截止日期。")
    var lastDay: CalendarDate?

    @Option(help: "text, json, csv, html, markdown or pdf. / 格式。")
    var format: UtilisationFormat = .text

    @Option(help: "Folder to write the report to. / 报告输出文件夹。")
    var output: String?

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if format == .pdf, output == nil {
            try RenderedReport.checkIsNotForATerminal(english: "--output DIR or > FILE", chinese: "--output DIR或> FILE")
        }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open()
            let utilisation = Utilisation(
                proofs: try register.proofs(ProofFilter(from: firstDay, to: lastDay)),
                refusals: try register.refusals(from: firstDay, to: lastDay))
            let report = UtilisationReport(utilisation, firstDay, lastDay, context)
            try ReportOutput(folder: output, fileExtension: format.fileExtension)
                .write(try rendered(report), named: "utilisation")
        }
    }

    private var context: ReportContext {
        output == nil ? shared.registerContext : ReportContext(language: shared.language, programVersion: Program.version)
    }

    /// The day of a PDF is the last one reported on, today where none is named.
    private func rendered(_ report: UtilisationReport) throws(InputProblems) -> RenderedReport {
        switch format {
        case .text, .html, .markdown: return .text(report.document().render(as: format.layout, in: context))
        case .json: return .text(report.json())
        case .csv: return .text(report.csv())
        case .pdf:
            guard let day = lastDay ?? .today else { throw InputProblems([.noDate("--to")]) }
            return try RenderedReport(printing: report.document(), in: context, created: day)
        }
    }
}

/// In which form the report is handed over.
enum UtilisationFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, html, markdown, pdf

    /// Text for the formats that have no layout.
    var layout: ReportDocument.Layout { ReportDocument.Layout(rawValue: rawValue) ?? .text }

    /// What a file of this format is named.
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .json, .csv, .html, .pdf: rawValue
        }
    }
}
