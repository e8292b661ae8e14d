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

    /// What the answers depend on beside the input.
    package enum Circumstance: String, Sendable {
        case program, rules, date, language

        var name: BilingualText {
            switch self {
            case .program: BilingualText(en: "the version of the program", zh: "程序版本")
            case .rules: BilingualText(en: "the rules", zh: "规则")
            case .date: BilingualText(en: "the date", zh: "日期")
            case .language: BilingualText(en: "the language", zh: "语言")
            }
        }
    }

    package struct Options: Sendable {
        package var input: Input
        /// Table of goods judged elsewhere that materials are made of; nil for none.
        package var produced: String?
        /// nil: standard output.
        package var output: String?
        package var explain: String?
        /// An earlier output; only what has changed since is written.
        package var since: String?
        /// Goes on with an output that an earlier run has left unfinished.
        package var resumes: Bool
        /// What else the answers depend on. A run with others is not resumed.
        package var conditions: [(Circumstance, String)]
        /// Threads.
        package var jobs: Int

        package init(
            input: Input, produced: String? = nil, output: String? = nil, explain: String? = nil, since: String? = nil,
            resumes: Bool = false, conditions: [(Circumstance, String)] = [], jobs: Int? = nil
        ) {
            self.input = input
            self.produced = produced
            self.output = output
            self.explain = explain
            self.since = since
            self.resumes = resumes
            self.conditions = conditions
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
        /// Goods an earlier run had judged, and those of them with errors.
        package let resumed: Int
        package let resumedErrors: Int
        /// Rows written with `since`.
        package let changed: Int?
        /// Whether the run can be gone on with.
        package let canResume: Bool
    }

    /// The date an unfinished run was begun with, of which an output is; nil where that is not known.
    package static func dateBegun(output: String) -> String? { ResumePoint.value(of: Circumstance.date.rawValue, output) }

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
        let opened = try open(warn, isStopped)
        // Problems of the rules are told before anything is written.
        _ = try context.law(context.date, [.hs2022])
        let conditions = self.conditions
        let changes = try options.since.map { path throws(InputProblems) in try AnswerChanges(path) }
        let point = try options.resumes ? resumePoint(conditions) : nil
        if !options.resumes, let path = options.output { try ResumePoint.requireNoOtherFile(path) }
        let source = point.map { point in
            SkippingSource(opened.source, past: point, output: options.output ?? "-", idOfLast: opened.id)
        } ?? opened.source
        let (answers, explanations) = try openOutputs()
        if !options.resumes {
            // Until the outputs are empty, there is nothing that could be gone on with.
            try note(ResumePoint.text([]))
            try emptyOutputs(answers, explanations)
            try note(ResumePoint.text(conditions))
        }
        var progress = Progress(goods: 0, lines: 0, share: nil)
        let output = BatchOutput(
            answers: answers, named: options.output ?? "-", explanations: explanations, named: options.explain ?? "-",
            changes: changes
        ) { result in
            progress = Progress(
                goods: progress.goods + result.tally.goods, lines: progress.lines + result.tally.lines,
                share: source.progress)
            report(result.problems, progress)
        }
        let pipeline = Pipeline(source, to: output, jobs: options.jobs, isStopped: isStopped, worker: opened.worker)
        var failure = point?.hasHeader ?? false ? 0 : output.header()
        if failure == 0 { pipeline.run(jobs: options.jobs) }
        if failure == 0 { failure = pipeline.failure }
        let isWhole = pipeline.isComplete && pipeline.problem == nil
        if failure == 0, isWhole { failure = output.end() }
        failure = closeOutputs(answers, explanations, failure, output)
        let end: Outcome.End =
            if failure != 0 {
                .output(file: output.failedFile ?? "-", error: failure)
            } else if let problem = pipeline.problem {
                .input(problem)
            } else {
                isWhole ? .complete : .interrupted
            }
        if case .complete = end, let path = options.output { FileSystem.removeFile(ResumePoint.path(path)) }
        return Outcome(
            end: end, tally: output.tally, resumed: point?.goods ?? 0, resumedErrors: point?.errors ?? 0,
            changed: changes?.changed, canResume: keepsResumePoint)
    }

    // MARK: Input

    private struct Opened {
        let source: any ChunkSource
        let worker: () -> any ChunkWorker
        /// The id of a good of a chunk.
        let id: (Chunk, Int) -> [UInt8]?
    }

    private func open(
        _ warn: ([InputProblem]) -> Void, _ isStopped: @escaping @Sendable () -> Bool
    ) throws(InputProblems) -> Opened {
        let context = self.context
        switch options.input {
        case .tables(let goods, let materials):
            let reader = try PortfolioReader(
                goods: goods, materials: materials, isExplained: context.explain != nil)
            let elsewhere = try GoodsJudgedElsewhere(options.produced, context)
            warn(reader.warnings + elsewhere.warnings)
            let (first, second) = (reader.goodsHeader, reader.materialsHeader)
            let produced = try ProducedGoodsRun(
                goods: goods, materials: materials, elsewhere: elsewhere, context, isStopped: isStopped
            ).statuses(second)
            return Opened(
                source: reader,
                worker: { PortfolioWorker(context, goods: first, materials: second, produced: produced) },
                id: { chunk, index in
                    let row = chunk.entries[index].row
                    let texts = chunk.goodsBytes[row.start..<row.start + row.count].withUnsafeBufferPointer { bytes in
                        bytes.baseAddress.map { Fields.texts($0, bytes.count) } ?? []
                    }
                    let field = first.fields[GoodsColumn.goodID.place]
                    return field < texts.count && RowReader.isPlainText(texts[field]) ? Array(texts[field].utf8) : nil
                })
        case .dossiers(let path):
            let reader = try problems { () throws(InputProblem) in try LinesReader(path) }
            return Opened(source: reader, worker: { LinesWorker(context, file: path) }, id: { _, _ in nil })
        }
    }

    // MARK: Output

    private func openOutputs() throws(InputProblems) -> (Int32, Int32?) {
        let open = options.resumes ? FileSystem.openToAppend : FileSystem.openToWrite
        return try problems { () throws(InputProblem) in
            var answers = STDOUT_FILENO
            if let path = options.output { answers = try open(path) }
            guard let path = options.explain else { return (answers, nil) }
            return (answers, try open(path))
        }
    }

    /// Only now that all of them are open: a run that cannot begin leaves earlier answers as they are.
    private func emptyOutputs(_ answers: Int32, _ explanations: Int32?) throws(InputProblems) {
        try problems { () throws(InputProblem) in
            if let path = options.output { try FileSystem.empty(answers, named: path) }
            if let explanations, let path = options.explain { try FileSystem.empty(explanations, named: path) }
        }
    }

    /// Closing is where a full disk may first be reported.
    private func closeOutputs(
        _ answers: Int32, _ explanations: Int32?, _ failure: Int32, _ output: BatchOutput
    ) -> Int32 {
        var failure = failure
        let files = [(explanations, options.explain), (options.output == nil ? nil : answers, options.output)]
        for (descriptor, name) in files {
            guard let descriptor, let name, close(descriptor) != 0, failure == 0 else { continue }
            failure = errno
            output.fail(name)
        }
        return failure
    }

    // MARK: Resuming

    /// Only a file can be gone on with, made from files; what has changed since is known only at the end.
    private var keepsResumePoint: Bool {
        options.output != nil && options.since == nil && inputs.allSatisfy { FileSystem.identity(of: $0) != nil }
    }

    private var inputs: [String] {
        switch options.input {
        case .tables(let goods, let materials): [goods, materials] + (options.produced.map { [$0] } ?? [])
        case .dossiers(let path): [path]
        }
    }

    private var conditions: [ResumePoint.Condition] {
        let circumstances = options.conditions.map {
            ResumePoint.Condition(key: $0.0.rawValue, value: $0.1, name: $0.0.name)
        }
        let files = inputs.enumerated().map { index, path in
            let value = FileSystem.identity(of: path).map { "\($0.size) \($0.changed) \(context.digest($0.sample))" }
            return ResumePoint.Condition(key: "input\(index + 1)", value: value ?? "-", name: BilingualText(same: path))
        }
        // By its name: a file that is not the one begun must not be cut.
        let explain = ResumePoint.Condition(
            key: "explain", value: options.explain.map { context.digest(Array($0.utf8)) } ?? "no",
            name: BilingualText(same: "--explain"))
        return circumstances + files + [explain]
    }

    private func note(_ conditions: String) throws(InputProblems) {
        guard let path = options.output else { return }
        // That of an earlier run says nothing of the rows to come.
        guard keepsResumePoint else { return FileSystem.removeFile(ResumePoint.path(path)) }
        try problems { () throws(InputProblem) in try FileSystem.replace(ResumePoint.path(path), with: conditions) }
    }

    private func resumePoint(_ conditions: [ResumePoint.Condition]) throws(InputProblems) -> ResumePoint {
        guard keepsResumePoint, let path = options.output else { throw InputProblems([.cannotResume]) }
        try ResumePoint.check(path, conditions)
        return try ResumePoint(answers: path, explanations: options.explain)
    }
}

extension InputProblem {
    fileprivate static let cannotResume = InputProblem(
        file: "--resume", place: .wholeFile, code: "batch.cannotResume",
        message: BilingualText(
            en: "only a file made from files can be resumed, and not with --since", zh: "只有以文件为输入、输出到文件且不带--since的运行才能继续"),
        expected: BilingualText(en: "--output FILE, and inputs that are files", zh: "--output文件，且输入均为文件"))
}
