import Bilingual

/// What became of a chunk. Used by one thread at a time, and never from within itself.
///
/// A class, so that nobody else can hold on to its memory when that is used again: it would be copied.
final class ChunkResult {
    var number = 0
    /// Rows of the output.
    @exclusivity(unchecked) var answers: [UInt8] = []
    /// Lines of explanations.
    @exclusivity(unchecked) var explanations: [UInt8] = []
    /// Some of the problems; how many there are says `tally`.
    var problems: [InputProblem] = []
    @exclusivity(unchecked) var tally = BatchTally()

    /// Bytes beyond which the memory is not kept.
    private static let mostKept = 8 << 20

    /// The result without anything in it, to be filled again; nil where it has grown too large to be kept.
    func emptied() -> ChunkResult? {
        guard answers.capacity <= Self.mostKept, explanations.capacity <= Self.mostKept else { return nil }
        answers.removeAll(keepingCapacity: true)
        explanations.removeAll(keepingCapacity: true)
        problems.removeAll()
        tally = BatchTally()
        return self
    }
}
