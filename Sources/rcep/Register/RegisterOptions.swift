import ArgumentParser
import Bilingual
import Glibc
import OriginModel
import ProofRegister
import Reporting

/// Which register a command works on.
struct RegisterOptions: ParsableArguments {
    @Option(help: "File of the register; default: rcep/register.sqlite in the user's data folder. / 登记簿文件。", completion: .file())
    var register: String?

    /// The file, named or by default.
    func path() throws(InputProblems) -> String {
        guard let path = register ?? ProofRegister.defaultPath(environment: Program.environment) else {
            throw InputProblems([.noPlace])
        }
        return path
    }

    /// - Parameter creates: whether a register that is not there is begun.
    func open(creates: Bool = false) throws(InputProblems) -> ProofRegister {
        let path = try path()
        do {
            return try ProofRegister.open(at: path, creates: creates)
        } catch {
            throw InputProblems([error])
        }
    }
}

/// Who makes a change to the register, and for which day.
struct ChangeOptions: ParsableArguments {
    @Option(help: "Who does it; default: the user's name on this machine. / 操作人，默认为本机用户名。")
    var by: String?

    @Option(help: "Day it is done, YYYY-MM-DD; default today. / 日期，默认当日。")
    var date: CalendarDate?

    func person() throws(InputProblems) -> String {
        let environment = Program.environment
        let names = [by, environment["USER"], environment["LOGNAME"], Self.accountName]
            .compactMap { $0 }.filter { !$0.isBlank }
        guard let name = names.first else { throw InputProblems([.nobody]) }
        return name
    }

    /// Of the account the program runs under: services and containers often have no `USER`.
    private static var accountName: String? {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return nil }
        return String(cString: name)
    }

    func day() throws(InputProblems) -> CalendarDate {
        guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
        return day
    }
}

/// In which form a list of the register is handed over.
enum RegisterFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, html, markdown

    /// nil for the formats made for programs.
    var layout: ReportDocument.Layout? {
        switch self {
        case .text: .text
        case .html: .html
        case .markdown: .markdown
        case .json, .csv: nil
        }
    }
}

extension ProofState: ExpressibleByArgument {}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension SharedOptions {
    /// For a report on standard output.
    var registerContext: ReportContext {
        ReportContext(
            language: language, programVersion: Program.version, color: Terminal.usesColor(STDOUT_FILENO), width: Terminal.width)
    }
}

extension InputProblem {
    fileprivate static let noPlace = InputProblem(
        file: "register", place: .wholeFile, code: "register.noPlace",
        message: BilingualText(en: "the user's data folder is not known", zh: "无法确定用户数据文件夹"),
        expected: BilingualText(
            en: "--register FILE, or XDG_DATA_HOME or HOME in the environment",
            zh: "使用--register FILE，或设置环境变量XDG_DATA_HOME或HOME"))

    fileprivate static let nobody = InputProblem(
        file: "--by", place: .wholeFile, code: "register.nobody",
        message: BilingualText(en: "nobody is named who makes this change", zh: "未指明操作人"),
        expected: BilingualText(en: "--by NAME", zh: "--by 姓名"))
}
