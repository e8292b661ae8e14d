import Bilingual
import Glibc
import LocalFiles

/// The files of the answers and of the explanations, written in order, whole rows at a time.
final class BatchOutput: ResultSink {
    private let answers: Int32
    private let explanations: Int32?
    private let onResult: (ChunkResult) -> Void
    private(set) var tally = BatchTally()
    /// The file whose writing failed.
    private(set) var failedFile: String?
    private let changes: AnswerChanges?
    private let names: (answers: String, explanations: String)

    init(
        answers: Int32, named name: String, explanations: Int32?, named explanationsName: String,
        changes: AnswerChanges? = nil, onResult: @escaping (ChunkResult) -> Void
    ) {
        self.answers = answers
        self.explanations = explanations
        self.onResult = onResult
        self.changes = changes
        names = (name, explanationsName)
    }

    func take(_ result: ChunkResult) -> Int32 {
        // The explanations first: where the answers have a row, its explanation is there.
        if let explanations {
            let failure = FileSystem.write(result.explanations, to: explanations)
            guard failure == 0 else { return fail(names.explanations, failure) }
        }
        let failure = FileSystem.write(changes?.changes(in: result.answers) ?? result.answers, to: answers)
        guard failure == 0 else { return fail(names.answers, failure) }
        tally.add(result.tally)
        onResult(result)
        return 0
    }

    func header() -> Int32 {
        let failure = FileSystem.write(Array(((changes == nil ? AnswerColumn.header : AnswerChanges.header) + "\n").utf8), to: answers)
        return failure == 0 ? 0 : fail(names.answers, failure)
    }

    /// What can be said only after the last good.
    func end() -> Int32 {
        guard let changes else { return 0 }
        let failure = FileSystem.write(changes.removed(), to: answers)
        return failure == 0 ? 0 : fail(names.answers, failure)
    }

    func fail(_ name: String) { failedFile = name }

    private func fail(_ name: String, _ failure: Int32) -> Int32 {
        failedFile = name
        return failure
    }
}
