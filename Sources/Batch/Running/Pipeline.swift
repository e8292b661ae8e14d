import Bilingual

/// Gives out the input in chunks; asked by one thread at a time.
protocol ChunkSource: AnyObject {
    /// nil at the end.
    /// - Parameter spare: a chunk that is done with, whose memory may be used again.
    func next(into spare: Chunk?) throws(InputProblem) -> Chunk?
    /// Share of the input that has been read, from 0 to 1; nil where it is not known.
    var progress: Double? { get }
}

extension ChunkSource {
    func next() throws(InputProblem) -> Chunk? { try next(into: nil) }
}

/// Judges the goods of a chunk; each thread has its own.
protocol ChunkWorker: AnyObject {
    /// - Parameter result: without anything in it.
    func process(_ chunk: Chunk, into result: ChunkResult)
}

/// Takes results in the order of the input.
protocol ResultSink: AnyObject {
    /// 0, or the error of the system.
    func take(_ result: ChunkResult) -> Int32
}

/// Several threads that each read a chunk, judge it, and hand the result on in the order of the input. A thread that is
/// too far ahead waits, so that no more than a few chunks are ever in memory; and that memory is used again and again,
/// as the system clears every page it gives out anew.
final class Pipeline: @unchecked Sendable {
    private let source: any ChunkSource
    private let makeWorker: () -> any ChunkWorker
    private let sink: any ResultSink
    private let isStopped: @Sendable () -> Bool
    private let mostAhead: Int
    private let reading = Monitor()
    private let writing = Monitor()

    private var isDone = false
    private var finished: [Int: ChunkResult] = [:]
    /// Results that have been written, without anything in them.
    private var spare: [ChunkResult] = []
    private var nextToWrite = 0
    private var isWriting = false
    /// What ended the reading before its end.
    private(set) var problem: InputProblem?
    /// What ended the writing.
    private(set) var failure: Int32 = 0
    /// Whether the input was read to its end.
    private(set) var isComplete = false

    /// - Parameter isStopped: asked before each chunk; what has been begun is still finished.
    init(
        _ source: any ChunkSource, to sink: any ResultSink, jobs: Int, isStopped: @escaping @Sendable () -> Bool,
        worker: @escaping () -> any ChunkWorker
    ) {
        self.source = source
        self.sink = sink
        self.isStopped = isStopped
        makeWorker = worker
        mostAhead = jobs + 2
    }

    func run(jobs: Int) {
        Threads.run(jobs) { self.work() }
    }

    private func work() {
        let worker = reading.locked { makeWorker() }
        var chunk = nextChunk(into: nil)
        while let current = chunk {
            let result = writing.locked { spare.popLast() } ?? ChunkResult()
            worker.process(current, into: result)
            hand(result)
            chunk = nextChunk(into: current)
        }
    }

    private func nextChunk(into spare: Chunk?) -> Chunk? {
        reading.locked {
            guard !isDone, !isStopped(), writing.locked({ failure }) == 0 else { return nil }
            do throws(InputProblem) {
                if let chunk = try source.next(into: spare) { return chunk }
                isComplete = true
            } catch {
                problem = error
            }
            isDone = true
            return nil
        }
    }

    private func hand(_ result: ChunkResult) {
        writing.locked {
            while failure == 0, result.number >= nextToWrite + mostAhead { writing.wait() }
            finished[result.number] = result
        }
        // Whoever finds the next result in its place writes it; the others go on judging meanwhile.
        while let next = writing.locked({ takeNext() }) {
            let error = sink.take(next)
            let emptied = next.emptied()
            writing.locked {
                isWriting = false
                if let emptied { spare.append(emptied) }
                nextToWrite += 1
                if error != 0, failure == 0 { failure = error }
                writing.changed()
            }
        }
    }

    private func takeNext() -> ChunkResult? {
        guard !isWriting, failure == 0, let next = finished.removeValue(forKey: nextToWrite) else { return nil }
        isWriting = true
        return next
    }
}
