import Bilingual

/// Leaves out the goods an earlier run has judged, and checks that the last of them is where it should be.
final class SkippingSource: ChunkSource {
    private let source: any ChunkSource
    private let goods: Int
    private let idOfLast: (Chunk, Int) -> [UInt8]?
    private let lastID: [UInt8]
    private let output: String
    private var passed = 0
    private var chunks = 0

    /// - Parameter idOfLast: the id of a good of a chunk, where it can be told.
    init(
        _ source: any ChunkSource, past point: ResumePoint, output: String,
        idOfLast: @escaping (Chunk, Int) -> [UInt8]?
    ) {
        self.source = source
        self.output = output
        self.idOfLast = idOfLast
        goods = point.goods
        lastID = point.lastID
    }

    var progress: Double? { source.progress }

    func next(into spare: Chunk?) throws(InputProblem) -> Chunk? {
        var spare = spare
        while let chunk = try source.next(into: spare) {
            let before = passed
            passed += chunk.entries.count
            if before < goods {
                let skipped = min(goods - before, chunk.entries.count)
                if passed >= goods, let id = idOfLast(chunk, skipped - 1), id != lastID {
                    throw .otherOrder(
                        output, goods, found: String(decoding: lastID, as: UTF8.self),
                        expected: String(decoding: id, as: UTF8.self))
                }
                chunk.entries.removeFirst(skipped)
                if passed <= goods, chunk.strayCount == 0 {
                    spare = chunk
                    continue
                }
            }
            chunk.number = chunks
            chunks += 1
            return chunk
        }
        guard passed >= goods else {
            throw .otherOrder(output, goods, found: "\(goods)", expected: "\(passed)")
        }
        return nil
    }
}
