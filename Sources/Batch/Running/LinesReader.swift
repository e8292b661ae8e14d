import Bilingual
import Glibc
import LocalFiles

/// Cuts a file of dossiers, one a line, into chunks of whole lines, in bounded memory.
final class LinesReader: ChunkSource {
    /// Bytes a dossier may have: enough for the most materials one may list.
    static let longestLine = 16 << 20
    private static let chunkBytes = 256 << 10
    private static let mostLines = 512

    let name: String
    private let descriptor: Int32
    private let size: Int?
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var line = 1
    private var bytesRead = 0
    private var chunks = 0

    init(_ path: String) throws(InputProblem) {
        name = path
        descriptor = try FileSystem.openToRead(path)
        size = FileSystem.size(of: descriptor)
        try fill()
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    var progress: Double? { size.flatMap { $0 > 0 ? Double(bytesRead) / Double($0) : nil } }

    func next(into spare: Chunk?) throws(InputProblem) -> Chunk? {
        let chunk = spare?.emptied(number: chunks) ?? Chunk(number: chunks, bytes: 0)
        while chunk.goodsBytes.count < Self.chunkBytes, chunk.entries.count < Self.mostLines {
            guard try append(to: chunk) else { break }
        }
        guard !chunk.entries.isEmpty else { return nil }
        chunks += 1
        return chunk
    }

    /// One line that is not blank; false at the end.
    private func append(to chunk: Chunk) throws(InputProblem) -> Bool {
        while let (range, isCut) = try cut() {
            let number = line
            line += 1
            let bytes = buffer[range]
            guard isCut || !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) else { continue }
            chunk.entries.append(Chunk.Entry(
                row: Chunk.Row(
                    start: chunk.goodsBytes.count, count: range.count, line: number, isQuoted: false, isCut: isCut),
                runs: 0..<0))
            chunk.goodsBytes += bytes
            return true
        }
        return false
    }

    /// The next line without its break; of one that is too long only the beginning.
    private func cut() throws(InputProblem) -> (Range<Int>, isCut: Bool)? {
        var searched = position
        while true {
            if let found = buffer[searched...].firstIndexOfLineBreak {
                let range = position..<found
                position = found + 1
                return (range, range.count > Self.longestLine)
            }
            if isAtEnd {
                guard position < buffer.count else { return nil }
                let range = position..<buffer.count
                position = buffer.count
                return (range, range.count > Self.longestLine)
            }
            if buffer.count - position > Self.longestLine { return try passOver() }
            searched = buffer.count - position
            try fill()
        }
    }

    private func passOver() throws(InputProblem) -> (Range<Int>, isCut: Bool) {
        let kept = Array(buffer[position..<position + 256])
        while true {
            if let found = buffer[position...].firstIndexOfLineBreak {
                buffer.replaceSubrange(0...found, with: kept)
                break
            }
            buffer.removeAll(keepingCapacity: false)
            position = 0
            guard !isAtEnd else {
                buffer = kept
                break
            }
            try fill()
        }
        position = kept.count
        return (0..<kept.count, true)
    }

    private func fill() throws(InputProblem) {
        if position > 0 {
            buffer.removeFirst(position)
            position = 0
        }
        let before = buffer.count
        let most = 1 << 20
        buffer.append(contentsOf: repeatElement(0, count: most))
        var count = 0
        var problem: InputProblem?
        buffer.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            do throws(InputProblem) {
                count = try FileSystem.read(descriptor, named: name, into: base + before, most: most)
            } catch {
                problem = error
            }
        }
        buffer.removeLast(most - count)
        if let problem { throw problem }
        isAtEnd = count == 0
        bytesRead += count
    }
}

extension ArraySlice<UInt8> {
    fileprivate var firstIndexOfLineBreak: Int? {
        withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
            return startIndex + base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        }
    }
}
