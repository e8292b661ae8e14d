import ArgumentParser
import Bilingual
import ProofFiles
import ProofsOfOrigin

/// `rcep proof form`: prints a blank form of a received proof, to be filled in by hand.
struct ProofFormCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "Prints a blank form to fill in what a proof of origin says. / 输出空白表格，用于填写原产地证明所载内容。",
        discussion: "rcep proof check reads the form that was filled in. / 填好的表格由rcep proof check读取。")

    /// What a blank form is of. Declarations differ in who completes them, not in what they say.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case certificate, declaration

        var filledIn: ReceivedProof.Kind {
            switch self {
            case .certificate: .certificateOfOrigin
            case .declaration: .declarationOfOrigin
            }
        }
    }

    @Option(help: "certificate or declaration (of an approved exporter); default: a form for any kind. / 证书或者声明。")
    var kind: Kind?

    @Option(help: "Language of the form: en or zh; default from the locale. / 表格语言。")
    var lang: Language?

    func run() {
        Terminal.print(ProofFormBlank(language: lang ?? Program.language, kind: kind?.filledIn).text())
    }
}
