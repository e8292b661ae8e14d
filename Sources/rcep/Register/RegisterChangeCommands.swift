import ArgumentParser
import Bilingual
import OriginModel
import ProofRegister

/// `rcep register sign`
struct RegisterSignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Records that a person has signed a draft. / 登记草稿已由签字人签字。",
        discussion: """
            A signature that was made earlier is recorded with its day: --date. On that day the authorisation of an approved \
            exporter and the period of its signatory must be valid (Articles 3.18.2, 3.21). Exit status: 0 recorded, 64 wrong \
            usage, 65 not allowed; then nothing is changed.
            """)

    @Argument(help: "Number of the proof. / 证明编号。")
    var number: String

    @Option(help: "Who signed. / 签字人。")
    var by: String

    @Option(help: "Day of signing, YYYY-MM-DD, also an earlier one; default today. / 签字日期（可为较早的日期），默认当日。")
    var date: CalendarDate?

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if by.isBlank { throw ValidationError("--by needs a name / --by须填写姓名") }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let register = try options.open()
            let proof = try register.proof(number)
            try checkSignatory(of: proof)
            try SigningCheck(proof, in: register).check(by, signingOn: day)
            let requirements = try shared.ruleDirectory().proofRequirements(on: day)
            // A back-to-back proof is never valid beyond its original (Article 3.19).
            let own = requirements.validity.lastDay(from: day)
            try register.sign(
                number, by: by, date: day, validUntil: min(own, proof.notBeyond ?? own),
                keepUntil: requirements.exporterRecords.lastDay(from: day))
            try RegisterReply.tell(number, register, shared.language)
        }
    }

    /// Only the authorised signatory whom the declaration names may sign it (Annex 3B).
    private func checkSignatory(of proof: RegisteredProof) throws(InputProblems) {
        guard proof.kind == .declarationOfOrigin, let named = proof.signatory, named != by else { return }
        throw InputProblems([
            InputProblem(
                file: "--by", place: .wholeFile, code: "register.otherSignatory",
                message: BilingualText(
                    en: "the declaration names another signatory (Annex 3B)", zh: "声明上的签字人与此不符（附件3B）"),
                found: by, expected: BilingualText(same: named)),
        ])
    }
}

/// `rcep register send`
struct RegisterSendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Records that a signed proof was sent. / 登记已签字的证明已发出。",
        discussion: "Exit status: 0 recorded, 64 wrong usage, 65 not allowed; then nothing is changed.")

    @Argument(help: "Number of the proof. / 证明编号。")
    var number: String

    @Option(help: "To whom or why, in words. / 说明。")
    var why: String?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open()
            try register.send(number, by: try change.person(), date: try change.day(), why: why)
            try RegisterReply.tell(number, register, shared.language)
        }
    }
}

/// `rcep register withdraw`
struct RegisterWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Records that a proof is withdrawn; its number stays used. / 登记证明撤回，编号不再使用。",
        discussion: "Exit status: 0 recorded, 64 wrong usage, 65 not allowed; then nothing is changed.")

    @Argument(help: "Number of the proof. / 证明编号。")
    var number: String

    @Option(help: "Why. / 原因。")
    var why: String

    @OptionGroup var change: ChangeOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if why.isBlank { throw ValidationError("--why needs words / --why须填写原因") }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open()
            try register.withdraw(number, by: try change.person(), date: try change.day(), why: why)
            try RegisterReply.tell(number, register, shared.language)
        }
    }
}

/// `rcep register supersede`
struct RegisterSupersedeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supersede", abstract: "Records that another proof takes the place of one. / 登记一份证明被另一份取代。",
        discussion: "Exit status: 0 recorded, 64 wrong usage, 65 not allowed; then nothing is changed.")

    @Argument(help: "Number of the proof that gives way. / 被取代的证明编号。")
    var number: String

    @Option(name: .customLong("with"), help: "Number of the proof that takes its place. / 取代它的证明编号。")
    var other: String

    @Option(help: "Why. / 原因。")
    var why: String

    @OptionGroup var change: ChangeOptions
    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if why.isBlank { throw ValidationError("--why needs words / --why须填写原因") }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open()
            try register.supersede(number, with: other, by: try change.person(), date: try change.day(), why: why)
            try RegisterReply.tell(number, register, shared.language)
        }
    }
}

/// What a change ends with: a line that says how things stand now.
enum RegisterReply {
    static func tell(_ number: String, _ register: ProofRegister, _ language: Language) throws(InputProblems) {
        let proof = try register.proof(number)
        let text = BilingualText(
            en: "\(number): \(proof.state.label.english); valid until \(proof.validUntil), records kept until \(proof.keepUntil)",
            zh: "\(number)：\(proof.state.label.chinese)；有效期至\(proof.validUntil)，记录保存至\(proof.keepUntil)")
        Terminal.print(text[language] + "\n")
    }
}
