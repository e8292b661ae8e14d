import ArgumentParser
import Batch
import Bilingual
import Glibc
import HarmonizedSystem
import LocalFiles
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
            guard let date = command.date ?? dateBegun ?? .today else { throw InputProblems([.noDate("--date")]) }
            let laws = BatchLaws(try command.shared.ruleDirectory())
            let context = BatchExplanations(command: command, laws: laws).context(date: date)
            let run = BatchRun(
                .init(
                    input: command.input, produced: command.produced, output: command.outputFile, explain: command.explain, since: command.since,
                    resumes: command.resume, conditions: try command.outputFile == nil ? [] : conditions(laws, date), jobs: command.jobs), context)
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

    /// A run gone on with on a later day still is of the day it was begun.
    private var dateBegun: CalendarDate? {
        guard command.resume, let output = command.outputFile else { return nil }
        return BatchRun.dateBegun(output: output).flatMap(CalendarDate.init)
    }

    /// What the answers rest on beside the input.
    private func conditions(_ laws: BatchLaws, _ date: CalendarDate) throws(InputProblems) -> [(BatchRun.Circumstance, String)] {
        let law = try laws.law(on: date, editions: [.hs2022])
        // Lists, schedules and nomenclatures count as well; they are known by size and time.
        let files = InputDigest.hexadecimal(Array(FileSystem.inventory(of: laws.path).joined(separator: "\n").utf8))
        return [
            (.program, Program.version), (.rules, "\(law.ruleSet.digest) \(files)"), (.date, date.description),
            (.language, language.rawValue),
        ]
    }

    private func tell(_ problems: [InputProblem]) {
        guard !problems.isEmpty else { return }
        Terminal.complain(command.shared.problemReport.render(problems))
    }

    private func end(_ outcome: BatchRun.Outcome) -> ExitCode {
        Terminal.complain(BatchSummary(tally: outcome.tally, language: language).text)
        if let changed = outcome.changed { Terminal.complain(BilingualText.changed(changed)[language]) }
        if outcome.resumed > 0 { Terminal.complain(BilingualText.resumed(outcome.resumed)[language]) }
        let goods = outcome.resumed + outcome.tally.goods
        switch outcome.end {
        case .complete:
            return outcome.tally.errors + outcome.tally.problems + outcome.resumedErrors > 0 ? ExitStatus.badData : .success
        case .interrupted:
            Terminal.complain(BilingualText.interrupted(goods, canResume: outcome.canResume)[language])
            return ExitCode(128 + Interruption.signal)
        case .input(let problem):
            tell([problem])
            // Input that has been repaired is other input, of which nothing has been judged.
            Terminal.complain(BilingualText.interrupted(goods, canResume: false)[language])
            return ExitStatus.badData
        case .output(let file, let error):
            Terminal.complain(BilingualText.outputFailed(file, error, goods)[language])
            return ExitStatus.internalError
        }
    }
}

extension BilingualText {
    fileprivate static func moreProblems(_ count: Int) -> BilingualText {
        BilingualText(en: "... and \(count) more problems\n", zh: "……另有\(count)个问题\n")
    }

    fileprivate static func interrupted(_ goods: Int, canResume: Bool) -> BilingualText {
        let more = canResume
            ? BilingualText(en: "; the same command with --resume goes on there", zh: "；以相同命令加--resume可从该处继续")
            : BilingualText(same: "")
        return BilingualText(
            en: "stopped after good \(goods) of the input; the output holds whole rows\(more.english)\n",
            zh: "已在输入的第\(goods)项货物后停止；输出中的各行完整\(more.chinese)\n")
    }

    fileprivate static func resumed(_ goods: Int) -> BilingualText {
        BilingualText(
            en: "the first \(goods) goods were judged by an earlier run and are not counted above\n",
            zh: "前\(goods)项货物由先前的运行判定，未计入以上数字\n")
    }

    fileprivate static func changed(_ rows: Int) -> BilingualText {
        BilingualText(en: "\(rows) good\(rows == 1 ? "" : "s") changed since the earlier output\n", zh: "与以前的结果相比，\(rows)项货物有变化\n")
    }
}
