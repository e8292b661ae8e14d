import ArgumentParser
import Bilingual
import ProofRegister
import Reporting

/// `rcep register verify`
struct RegisterVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recomputes the log, every digest and the state that follows. / 重新核算日志、摘要和状态。",
        discussion: "Exit status: 0 all as it should be, 1 something was tampered with, 64 wrong usage, 65 no register.")

    @Option(help: "A head that was written down before and has to be in the chain still. / 此前记下的链头摘要。")
    var expect: String?

    @Option(help: "text, json, html or markdown. / 格式。")
    var format: ReportFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let expect, expect.count != 64 || !expect.allSatisfy(\.isHexDigit) {
            throw ValidationError("--expect needs the 64 hexadecimal digits of a head / --expect须为64位十六进制摘要")
        }
    }

    func run() throws {
        var isRight = true
        try shared.reportingProblems { () throws(InputProblems) in
            let check = try options.open().verify(expecting: expect)
            isRight = check.fault == nil
            Terminal.print(VerificationReport(check, shared.registerContext).text(format))
        }
        if !isRight { throw ExitCode(1) }
    }
}

/// `rcep register backup`
struct RegisterBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the register, safely while it is in use. / 备份登记簿，使用中亦可。",
        discussion: "Exit status: 0 written and verified, 1 written but something was tampered with, 65 not written.")

    @Argument(help: "File that does not exist yet. / 尚不存在的文件。", completion: .file())
    var file: String

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        var isRight = true
        try shared.reportingProblems { () throws(InputProblems) in
            let check = try options.open().backup(to: file)
            isRight = check.fault == nil
            Terminal.print(VerificationReport(check, shared.registerContext).text(.text))
        }
        if !isRight { throw ExitCode(1) }
    }
}

/// `rcep register restore`
struct RegisterRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a verified backup in the place of the register. / 以核验无误的备份恢复登记簿。",
        discussion: "Exit status: 0 restored, 1 the backup was tampered with and nothing is changed, 65 not restored.")

    @Argument(help: "The backup. / 备份文件。", completion: .file())
    var file: String

    @Flag(help: "Replace the register that is there. / 替换已有的登记簿。")
    var force = false

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        var isRight = true
        try shared.reportingProblems { () throws(InputProblems) in
            let check = try ProofRegister.restore(file, to: try options.path(), replaces: force)
            isRight = check.fault == nil
            Terminal.print(VerificationReport(check, shared.registerContext).text(.text))
        }
        if !isRight { throw ExitCode(1) }
    }
}

/// What a check found, with the head to write down.
struct VerificationReport {
    private let check: RegisterVerification
    private let context: ReportContext

    init(_ check: RegisterVerification, _ context: ReportContext) {
        self.check = check
        self.context = context
    }

    func text(_ format: ReportFormat) -> String {
        format.layout.map { document().render(as: $0, in: context) } ?? json()
    }

    private func document() -> ReportDocument {
        let words = RegisterWords(context.language)
        var fields: [ReportDocument.Field] = [
            .init(words(.entries), "\(check.entries)"), .init(words(.proofCount), "\(check.proofs)"),
            .init(words(.head), check.head),
        ]
        if let fault = check.fault {
            fields.append(.init(words(.faultPlace), fault.place))
        }
        return ReportDocument(
            title: words(check.fault == nil ? .verified : .tampered),
            subtitle: check.fault.map { words($0.message) } ?? words(.writeDown), blocks: [.fields(fields)])
    }

    private func json() -> String {
        RegisterJSON.document("verification") { json in
            json.member("verified", check.fault == nil)
            json.member("entries", check.entries)
            json.member("proofs", check.proofs)
            json.member("head", check.head)
            guard let fault = check.fault else { return json.nullMember("fault") }
            json.objectMember("fault") { json in
                json.member("code", fault.code.rawValue)
                json.member("place", fault.place)
                json.member("message", fault.message[context.language])
            }
        }
    }
}

extension BilingualText {
    fileprivate static let verified = BilingualText(en: "The register is as it should be", zh: "登记簿完好")
    fileprivate static let tampered = BilingualText(en: "The register is not as it should be", zh: "登记簿有误")
    fileprivate static let writeDown = BilingualText(
        en: "Keep the head somewhere else: rcep register verify --expect HEAD later shows that nothing was cut off.",
        zh: "请将链头摘要另行保存：以后运行rcep register verify --expect可证明日志未被截断。")
    fileprivate static let entries = BilingualText(en: "Entries of the log", zh: "日志条数")
    fileprivate static let proofCount = BilingualText(en: "Proofs", zh: "证明份数")
    fileprivate static let head = BilingualText(en: "Head (SHA-256)", zh: "链头摘要（SHA-256）")
    fileprivate static let faultPlace = BilingualText(en: "First fault", zh: "首个错误位置")
}
