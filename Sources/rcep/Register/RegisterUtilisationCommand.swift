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

    @Option(help: "text, json, csv, html or markdown. / 格式。")
    var format: RegisterFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open()
            let utilisation = Utilisation(
                proofs: try register.proofs(ProofFilter(from: firstDay, to: lastDay)),
                refusals: try register.refusals(from: firstDay, to: lastDay))
            Terminal.print(UtilisationReport(utilisation, firstDay, lastDay, shared.registerContext).text(format))
        }
    }
}
