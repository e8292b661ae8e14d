import Bilingual

/// Some goods with all their rows, cut out of the tables by one thread and worked on by another.
final class Chunk {
    /// A row of `goods.csv` or `materials.csv`.
    struct Row {
        /// Into the bytes of its table.
        var start: Int
        var count: Int
        /// From 1.
        var line: Int
        var isQuoted: Bool
        var isCut: Bool
    }

    struct Entry {
        var row: Row
        /// Into `materials`.
        var materials: Range<Int>
        /// What is wrong with the rows of the good before anything is read in them.
        var problems: [InputProblem] = []
    }

    /// From 0, in the order of the input.
    var number: Int
    /// Number of its first good in the input, from 0.
    let firstGood: Int
    var entries: [Entry] = []
    var materials: [Row] = []
    var goodsBytes: [UInt8] = []
    var materialBytes: [UInt8] = []
    /// Problems of rows that belong to none of its goods.
    var strayProblems: [InputProblem] = []
    var strayCount = 0
    private static let mostShown = 20
    /// Bytes after the last row that may be read, though they mean nothing.
    static let padding = 64

    init(number: Int, firstGood: Int, bytes: Int) {
        self.number = number
        self.firstGood = firstGood
        materialBytes.reserveCapacity(bytes + bytes / 4)
        goodsBytes.reserveCapacity(bytes / 8)
        materials.reserveCapacity(bytes / 32)
    }

    /// Room after the last byte, so that blocks may be read where a field ends; to be called when all is there.
    func close() {
        for _ in 0..<Self.padding {
            materialBytes.append(0)
            goodsBytes.append(0)
        }
    }

    func noteStray(_ problem: InputProblem) {
        if strayProblems.count < Self.mostShown { strayProblems.append(problem) }
    }
}

/// What became of a chunk.
struct ChunkResult {
    var number = 0
    var goods = 0
    var lines = 0
    /// Rows of the output.
    var answers: [UInt8] = []
    /// Lines of explanations.
    var explanations: [UInt8] = []
    /// Some of the problems; how many there are says `tally`.
    var problems: [InputProblem] = []
    var tally = BatchTally()
}
