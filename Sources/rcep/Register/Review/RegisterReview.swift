import ArgumentParser
import OriginModel
import ProofsOfOrigin

/// What a review of the register found.
struct RegisterReview {
    let day: CalendarDate
    /// Days ahead that were looked at.
    let within: Int
    let proofCount: Int
    /// By grade, the gravest first; in the order of the register.
    let findings: [ReviewFinding]

    init(day: CalendarDate, within: Int, proofCount: Int, findings: [ReviewFinding]) {
        self.day = day
        self.within = within
        self.proofCount = proofCount
        self.findings = ReviewFinding.Grade.allCases.flatMap { grade in findings.filter { $0.grade == grade } }
    }

    func findings(_ grade: ReviewFinding.Grade) -> [ReviewFinding] {
        findings.filter { $0.grade == grade }
    }

    var status: ExitCode {
        if findings.contains(where: \.grade.isPressing) { return ExitCode(1) }
        return findings(.runsOut).isEmpty ? .success : ExitCode(2)
    }
}
