import ArgumentParser
import Batch
import Bilingual
import Glibc
import OriginModel

/// One run of `rcep batch`: what is told on standard error, and the exit status.
struct BatchCommandRun {
    /// Problems shown; all are counted.
    private static let mostShown = 20
    let command: BatchCommand
    private var language: Language { command.shared.language }

    init(command: BatchCommand) { self.command = command }

    func execute() -> ExitCode {
        Interruption.watch()
        var shown = 0
        let progress = BatchProgress(language: language)
        do throws(InputProblems) {
            guard let date = command.date ?? .today else { throw InputProblems([.noDate("--date")]) }
            let laws = BatchLaws(try command.shared.ruleDirectory())
            let context = BatchExplanations(command: command, laws: laws).context(date: date)
            let run = BatchRun(
                .init(input: command.input, output: command.output, explain: command.explain, jobs: command.jobs), context)
            let outcome = try run.run(isStopped: { Interruption.signal != 0 }, warn: tell) { problems, state in
                let kept = problems.prefix(max(0, Self.mostShown - shown))
                shown += kept.count
                if !kept.isEmpty { progress.clear() }
                tell(Array(kept))
                progress.show(state)
            }
            progress.clear()
            if outcome.tally.problems > shown { Terminal.complain(BilingualText.moreProblems(outcome.tally.problems - shown)[language]) }
            return end(outcome)
        } catch {
            progress.clear()
            tell(error.problems)
            return ExitStatus.badData
        }
    }

    private func tell(_ problems: [InputProblem]) {
        guard !problems.isEmpty else { return }
        Terminal.complain(command.shared.problemReport.render(problems))
    }

    private func end(_ outcome: BatchRun.Outcome) -> ExitCode {
        Terminal.complain(BatchSummary(tally: outcome.tally, language: language).text)
        switch outcome.end {
        case .complete:
            return outcome.tally.errors + outcome.tally.problems > 0 ? ExitStatus.badData : .success
        case .interrupted:
            Terminal.complain(BilingualText.interrupted(outcome.tally.goods)[language])
            return ExitCode(128 + Interruption.signal)
        case .input(let problem):
            tell([problem])
            Terminal.complain(BilingualText.interrupted(outcome.tally.goods)[language])
            return ExitStatus.badData
        case .output(let file, let error):
            Terminal.complain(BilingualText.outputFailed(file, error, outcome.tally.goods)[language])
            return ExitStatus.internalError
        }
    }
}

extension BilingualText {
    fileprivate static func moreProblems(_ count: Int) -> BilingualText {
        BilingualText(en: "... and \(count) more problems\n", zh: "……另有\(count)个问题\n")
    }

    fileprivate static func interrupted(_ goods: Int) -> BilingualText {
        BilingualText(
            en: "stopped after \(goods) goods; the output holds their rows whole\n",
            zh: "已在\(goods)项货物后停止；输出中的各行完整\n")
    }
}
