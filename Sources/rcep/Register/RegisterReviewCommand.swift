import ArgumentParser
import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// `rcep register review`
struct RegisterReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Determines live proofs again and shows which would come out otherwise. / 重新判定现有证明，显示结果有变化者。",
        discussion: """
            Looked at: drafts, signed and sent proofs, with the rules of the day, their dossiers as they were read or newer \
            ones of the same goods. Exit status: 0 nothing found, 1 some proof would come out otherwise or something runs \
            out, 64 wrong usage, 65 bad input data.
            """)

    @Option(help: "Day of the review, YYYY-MM-DD; default today. / 日期，默认当日。")
    var date: CalendarDate?

    @Option(help: "What runs out within so many days is named. / 在此天数内到期者一并列出。")
    var within = 30

    @Option(help: "Folder of newer dossiers (*.json), found by the id of their good. / 更新后的资料文件夹。", completion: .directory)
    var dossiers: String?

    @Option(help: "text, json, html or markdown. / 格式。")
    var format: ReportFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (0...3660).contains(within) else {
            throw ValidationError("--within needs 0 to 3660 days / --within须为0至3660天")
        }
    }

    func run() throws {
        var isQuiet = true
        try shared.reportingProblems { () throws(InputProblems) in
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let register = try options.open()
            var review = try ProofReview(
                register, try shared.ruleDirectory(), on: day, within: within, newer: dossiers)
            let live = try register.proofs().filter(\.state.isLive)
            let reviewed = try review.review(live)
            isQuiet = reviewed.allSatisfy { $0.findings.isEmpty }
            Terminal.print(ReviewReport(reviewed, on: day, shared.registerContext).text(format))
        }
        if !isQuiet { throw ExitCode(1) }
    }
}
