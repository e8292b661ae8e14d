import ArgumentParser
import Bilingual
import Glibc
import HarmonizedSystem
import OriginModel
import OriginRules
import Reporting
import RuleFiles

extension SharedOptions {
    /// Runs a command that reads what the user gave; bad data is reported on standard error and ends it with 65.
    func reportingProblems(_ body: () throws(InputProblems) -> Void) throws {
        do {
            try body()
        } catch {
            Terminal.complain(problemReport.render(error.problems))
            throw ExitStatus.badData
        }
    }

    var problemReport: ProblemReport {
        ProblemReport(language: language, color: Terminal.usesColor(STDERR_FILENO))
    }
}

/// Which rule set a command speaks of.
struct RuleSetOptions: ParsableArguments {
    @Option(help: "Id of the rule set; default: the newest complete one. / 规则集标识，默认最新的完整规则集。")
    var ruleSet: String?

    func load(from directory: RuleDirectory) throws(InputProblems) -> RuleSet {
        if let ruleSet { return try directory.ruleSet(id: ruleSet) }
        let all = try directory.ruleSets()
        return try directory.ruleSet(id: (all.last(where: \.isComplete) ?? all.last)?.id ?? "")
    }
}
