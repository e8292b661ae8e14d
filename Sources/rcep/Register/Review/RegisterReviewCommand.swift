import ArgumentParser
import Bilingual
import OriginModel
import ProofsOfOrigin
import Reporting

/// `rcep register review`: which proofs would come out otherwise, and what runs out.
struct RegisterReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Drafts every live proof again and says which would come out otherwise, and what runs out. / 重新拟制有效的证明，列出结果会有所不同者及即将到期的事项。",
        discussion: """
            Nothing in the register is changed. Exit status: 0 nothing to do, 1 something would come out otherwise or has \
            run out, 2 only what runs out soon, 64 wrong usage, 65 bad input data.
            """)

    /// More than anything that is kept.
    private static let mostDays = 36_500

    @Option(help: "Day asked about, YYYY-MM-DD; default today. / 日期，默认当日。")
    var date: CalendarDate?

    @Option(help: "Also what runs out within so many days. / 一并列出在若干日内到期的事项。")
    var within = 30

    @Option(help: "Folder of newer dossiers (*.json), by the ids of their goods. / 较新资料文件的文件夹。", completion: .directory)
    var dossiers: String?

    @Option(help: "text, json, html or markdown. / 格式。")
    var format: ReportFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (0...Self.mostDays).contains(within) else {
            throw ValidationError("--within takes 0 to \(Self.mostDays) days / --within应为0至\(Self.mostDays)日")
        }
    }

    func run() throws {
        var review: RegisterReview?
        try shared.reportingProblems { () throws(InputProblems) in
            guard let day = date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let newer = try dossiers.map { path throws(InputProblems) in try NewerDossiers(folder: path) }
            var run = ReviewRun(
                register: try options.open(), directory: try shared.ruleDirectory(), newer: newer ?? NewerDossiers(),
                runningOut: RunningOut(on: day, within: within))
            let found = try run.review()
            let context = shared.registerContext
            Terminal.print(
                format.layout.map { ReviewReport(found, context).document().render(as: $0, in: context) }
                    ?? ReviewJSON(found, shared.language).text())
            review = found
        }
        if let review, review.status != .success { throw review.status }
    }
}
