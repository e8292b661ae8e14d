import Bilingual
import Glibc

/// Some goods with all their rows, cut out of the tables and worked on by one thread. Never used from within itself: what
/// changes with each row is not watched for that.
final class Chunk {
    /// A row of `goods.csv` or `materials.csv`; a line break follows it.
    struct Row {
        /// Into the bytes of its table.
        var start: Int
        var count: Int
        /// From 1.
        var line: Int
        var isQuoted: Bool
        var isCut: Bool
    }

    /// Rows of materials that stand one after the other in the table: many without quotation marks, or one with them.
    struct Run {
        /// Into the bytes of the materials, line breaks included.
        var start: Int
        var end: Int
        var rowCount: Int
        /// Of its first row.
        var line: Int
        var isQuoted: Bool
    }

    struct Entry {
        var row: Row
        /// Into `runs`.
        var runs: Range<Int>
        /// In all its runs.
        var rowCount = 0
        /// What is wrong with the rows of the good before anything is read in them.
        var problems: [InputProblem] = []
    }

    /// From 0, in the order of the input.
    var number: Int
    @exclusivity(unchecked) var entries: [Entry] = []
    @exclusivity(unchecked) var runs: [Run] = []
    @exclusivity(unchecked) var goodsBytes: [UInt8] = []
    @exclusivity(unchecked) var materialBytes: [UInt8] = []
    /// Problems of rows that belong to none of its goods.
    var strayProblems: [InputProblem] = []
    var strayCount = 0
    private static let mostShown = 20
    /// Bytes after the last row that may be read, though they mean nothing.
    static let padding = 64

    init(number: Int, bytes: Int) {
        self.number = number
        materialBytes.reserveCapacity(bytes + bytes / 4)
        goodsBytes.reserveCapacity(bytes / 8)
        runs.reserveCapacity(bytes / 512)
    }

    /// Bytes of rows beyond which the memory of a chunk is not kept for another.
    private static let mostKept = 1 << 20

    /// The chunk without anything in it, to be filled again; nil where it has grown too large to be kept.
    func emptied(number: Int) -> Chunk? {
        guard materialBytes.capacity <= Self.mostKept, goodsBytes.capacity <= Self.mostKept else { return nil }
        self.number = number
        entries.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        goodsBytes.removeAll(keepingCapacity: true)
        materialBytes.removeAll(keepingCapacity: true)
        strayProblems.removeAll()
        strayCount = 0
        return self
    }

    /// Room after the last byte, so that blocks may be read where a field ends; to be called when all is there.
    func close() {
        for _ in 0..<Self.padding {
            materialBytes.append(0)
            goodsBytes.append(0)
        }
    }

    /// Copies rows that stand one after the other in the table.
    func append(_ run: RecordStream.Run, to entry: inout Entry) {
        let start = materialBytes.count
        materialBytes.append(contentsOf: run.bytes)
        note(Run(start: start, end: materialBytes.count, rowCount: run.count, line: run.line, isQuoted: false), in: &entry)
    }

    /// Copies a row.
    func append(_ row: UnsafeBufferPointer<UInt8>, line: Int, isQuoted: Bool, to entry: inout Entry) {
        let start = materialBytes.count
        materialBytes.append(contentsOf: row)
        materialBytes.append(0x0A)
        note(Run(start: start, end: materialBytes.count, rowCount: 1, line: line, isQuoted: isQuoted), in: &entry)
    }

    /// Makes one run of two that stand together.
    private func note(_ run: Run, in entry: inout Entry) {
        entry.rowCount += run.rowCount
        if !entry.runs.isEmpty, !run.isQuoted, let last = runs.last, !last.isQuoted, last.line + last.rowCount == run.line {
            runs[runs.count - 1].end = run.end
            runs[runs.count - 1].rowCount += run.rowCount
        } else {
            runs.append(run)
            entry.runs = entry.runs.lowerBound..<runs.count
        }
    }

    /// The rows of materials of a good, one by one.
    func rows(of entry: Entry) -> [Row] {
        var rows: [Row] = []
        rows.reserveCapacity(entry.rowCount)
        for run in runs[entry.runs] {
            guard !run.isQuoted else {
                rows.append(Row(
                    start: run.start, count: run.end - run.start - 1, line: run.line, isQuoted: true, isCut: false))
                continue
            }
            cut(run, into: &rows)
        }
        return rows
    }

    private func cut(_ run: Run, into rows: inout [Row]) {
        materialBytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var start = run.start
            for offset in 0..<run.rowCount {
                guard let found = memchr(base + start, 0x0A, run.end - start) else { return }
                let end = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
                let hasReturn = end > start && bytes[end - 1] == 0x0D
                rows.append(Row(
                    start: start, count: end - start - (hasReturn ? 1 : 0), line: run.line + offset, isQuoted: false,
                    isCut: false))
                start = end + 1
            }
        }
    }

    func noteStray(_ problem: InputProblem) {
        if strayProblems.count < Self.mostShown { strayProblems.append(problem) }
    }
}
