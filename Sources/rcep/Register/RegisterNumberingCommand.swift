import ArgumentParser
import Bilingual
import ProofRegister

/// `rcep register numbering`
struct RegisterNumberingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "numbering", abstract: "Shows or sets how proofs are numbered. / 显示或设定编号规则。",
        discussion: """
            A scheme holds {seq:N} once, and else {exporter}, {year}, letters, digits, '-', '.', '_' and '/'. \
            Exit status: 0 done, 64 wrong usage, 65 no register or a damaged one.
            """)

    @Argument(help: "The scheme, such as {exporter}-{year}-{seq:6}; none: show the one in use. / 编号规则；不填则显示现行规则。")
    var scheme: String?

    @Option(help: "Exporter it is for; default: every one without its own. / 适用的出口商，默认全部。")
    var exporter = "*"

    @OptionGroup var change: ChangeOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let scheme, NumberScheme(scheme) == nil {
            throw ValidationError("\(scheme) is no scheme; expected e.g. {exporter}-{year}-{seq:6} / 不是有效的编号规则：\(scheme)")
        }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open(creates: scheme != nil)
            if let scheme = scheme.flatMap({ NumberScheme($0) }) {
                try register.setNumbering(scheme, exporter: exporter, by: try change.person())
            }
            Terminal.print("\(try register.numbering(exporter: exporter))\n")
        }
    }
}
