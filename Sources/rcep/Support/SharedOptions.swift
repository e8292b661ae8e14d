import ArgumentParser
import Bilingual
import OriginModel
import OriginRules
import RuleFiles

extension Language: ExpressibleByArgument {}

extension Criterion: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension CountryCode: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument.uppercased()) }
}

/// Options every command has.
struct SharedOptions: ParsableArguments {
    @Option(help: "Language of what people read: en or zh; default from the locale. / 输出语言。")
    var lang: Language?

    @Option(help: "Folder of the rules; default: RCEP_RULES, or the one beside the program. / 规则文件夹。")
    var rules: String?

    var language: Language { lang ?? Program.language }

    /// The folder of the rules.
    func ruleDirectory() throws(InputProblems) -> RuleDirectory {
        let found = RuleDirectory.locate(
            explicit: rules, environment: Program.environment, executable: Program.executable)
        guard let found else { throw InputProblems([.rulesNotFound]) }
        return found
    }
}

extension InputProblem {
    fileprivate static let rulesNotFound = InputProblem(
        file: "Rules", place: .wholeFile, code: "rules.notFound",
        message: BilingualText(en: "the folder of the rules is not found", zh: "找不到规则文件夹"),
        expected: BilingualText(
            en: "--rules DIR, or RCEP_RULES naming the folder that holds annex-3a",
            zh: "使用--rules DIR，或以RCEP_RULES指明含有annex-3a的文件夹"))
}
