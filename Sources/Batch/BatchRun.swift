import Bilingual
import Glibc
import LocalFiles

/// Many goods at once: reads, judges and writes them in bounded memory, in the order of the input.
package struct BatchRun {
    package enum Input: Sendable {
        /// `goods.csv` and `materials.csv`.
        case tables(goods: String, materials: String)
        /// One dossier a line.
        case dossiers(String)
    }

    package struct Options: Sendable {
        package var input: Input
        /// nil: standard output.
        package var output: String?
        package var explain: String?
        /// Threads.
        package var jobs: Int

        package init(input: Input, output: String? = nil, explain: String? = nil, jobs: Int? = nil) {
            self.input = input
            self.output = output
            self.explain = explain
            self.jobs = jobs ?? Threads.cores
        }
    }

    /// How far a run is.
    package struct Progress: Sendable {
        package let goods: Int
        package let lines: Int
        /// From 0 to 1; nil where the size of the input is not known.
        package let share: Double?
    }

    /// What became of a run.
    package struct Outcome: Sendable {
        package enum End: Sendable {
            case complete
            /// Asked to stop; the output holds whole rows.
            case interrupted
            /// The input could not be read further.
            case input(InputProblem)
            /// The output could not be written; what the system says.
            case output(file: String, error: Int32)
        }

        package let end: End
        package let tally: BatchTally
    }

    private let options: Options
    private let context: BatchContext

    package init(_ options: Options, _ context: BatchContext) {
        self.options = options
        self.context = context
    }

    /// - Parameters:
    ///   - isStopped: asked now and then, from any thread; once true, the run ends after what has been begun.
    ///   - warn: what is strange about the input as a whole.
    ///   - report: problems of rows as their turn comes, with how far the run is; one call at a time.
    /// - Throws: what keeps the run from starting.
    package func run(
        isStopped: @escaping @Sendable () -> Bool, warn: ([InputProblem]) -> Void,
        report: @escaping ([InputProblem], Progress) -> Void
    ) throws(InputProblems) -> Outcome {
        let context = self.context
        let source: any ChunkSource
        let makeWorker: () -> any ChunkWorker
        switch options.input {
        case .tables(let goods, let materials):
            let reader = try PortfolioReader(goods: goods, materials: materials)
            warn(reader.warnings)
            source = reader
            let (first, second) = (reader.goodsHeader, reader.materialsHeader)
            makeWorker = { PortfolioWorker(context, goods: first, materials: second, produced: nil) }
        case .dossiers(let path):
            source = try problems { () throws(InputProblem) in try LinesReader(path) }
            makeWorker = { LinesWorker(context, file: path) }
        }
        // Problems of the rules are told before anything is written.
        _ = try context.law(context.date, [.hs2022])
        let (answers, explanations) = try problems { () throws(InputProblem) in
            let answers = try options.output.map { path throws(InputProblem) in try FileSystem.openToWrite(path) } ?? STDOUT_FILENO
            return (answers, try options.explain.map { path throws(InputProblem) in try FileSystem.openToWrite(path) })
        }
        var goods = 0
        var lines = 0
        let output = BatchOutput(
            answers: answers, named: options.output ?? "-", explanations: explanations, named: options.explain ?? "-"
        ) { result in
            goods += result.tally.goods
            lines += result.tally.lines
            report(result.problems, Progress(goods: goods, lines: lines, share: source.progress))
        }
        var failure = output.header()
        let pipeline = Pipeline(source, to: output, jobs: options.jobs, isStopped: isStopped, worker: makeWorker)
        if failure == 0 { pipeline.run(jobs: options.jobs) }
        if failure == 0 { failure = pipeline.failure }
        // Closing is where a full disk may first be reported.
        for (descriptor, name) in [(explanations, options.explain), (options.output == nil ? nil : answers, options.output)] {
            guard let descriptor, let name, close(descriptor) != 0, failure == 0 else { continue }
            failure = errno
            output.fail(name)
        }
        let end: Outcome.End =
            if failure != 0 {
                .output(file: output.failedFile ?? "-", error: failure)
            } else if let problem = pipeline.problem {
                .input(problem)
            } else {
                isStopped() && !pipeline.isComplete ? .interrupted : .complete
            }
        return Outcome(end: end, tally: output.tally)
    }
}
