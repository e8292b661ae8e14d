import ArgumentParser
import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// What a list of proofs is narrowed to.
struct ProofFilterOptions: ParsableArguments {
    @Option(help: "Only in this state (repeatable): draft, signed, sent, withdrawn, superseded. / 状态，可重复。")
    var state: [ProofState] = []

    @Option(help: "Only for this importing Party. / 进口缔约方。")
    var party: CountryCode?

    @Option(help: "Only of this exporter (short name of the profile). / 出口商简称。")
    var exporter: String?

    @Option(help: "Drafted on this day or later. / 拟稿起始日期。")
    var fromDate: CalendarDate?

    @Option(help: "Drafted on this day or earlier. / 拟稿截止日期。")
    var toDate: CalendarDate?

    @Option(help: "text, json, csv, html or markdown. / 格式。")
    var format: RegisterFormat = .text

    func filter(words: [String] = []) -> ProofFilter {
        ProofFilter(
            words: words, states: Set(state), importingParty: party, exporter: exporter, from: fromDate, to: toDate)
    }
}

/// `rcep register list`
struct RegisterListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the proofs. / 列出原产地证明。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 no register or a damaged one.")

    @OptionGroup var filter: ProofFilterOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let proofs = try options.open().proofs(filter.filter())
            Terminal.print(ProofList(proofs, shared.registerContext).text(filter.format))
        }
    }
}

/// `rcep register search`
struct RegisterSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds proofs by words in numbers, names, descriptions and codes. / 按词语查找原产地证明。",
        discussion: "Exit status: 0 found, 1 nothing found, 64 wrong usage, 65 no register or a damaged one.")

    @Argument(help: "Words that all have to occur. / 须全部出现的词语。")
    var words: [String]

    @OptionGroup var filter: ProofFilterOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        var found = true
        try shared.reportingProblems { () throws(InputProblems) in
            let proofs = try options.open().proofs(filter.filter(words: words))
            found = !proofs.isEmpty
            Terminal.print(ProofList(proofs, shared.registerContext).text(filter.format))
        }
        if !found { throw ExitCode(1) }
    }
}

/// `rcep register show`
struct RegisterShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a proof with its history and what it rests on. / 显示一份证明及其沿革和依据。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 no such proof.")

    @Argument(help: "Number of the proof. / 证明编号。")
    var number: String

    @Option(help: "text, json, html or markdown. / 格式。")
    var format: ReportFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let proof = try options.open().proof(number)
            let context = shared.registerContext
            Terminal.print(
                format.layout.map { ProofSheet(proof, context).document().render(as: $0, in: context) }
                    ?? RegisterJSON.proof(proof))
        }
    }
}
