import Bilingual
import Glibc
import LocalFiles

/// Compares each answer with that of an earlier output and keeps only those that changed.
///
/// The earlier output is mapped, not read into memory; what is held of it is a place for each good, so memory grows by
/// some 24 bytes for each of its goods.
final class AnswerChanges {
    static let header = "good_id,change"
    private let path: String
    private let base: UnsafeRawPointer?
    private let size: Int
    /// By fingerprint of the id: where the row begins, of several the first that has not been compared yet.
    private var places: [UInt64: Int]
    /// Of an id that stands in several rows, such as that of goods that could not be read: where the next begins.
    private var followers: [Int: Int] = [:]
    private(set) var changed = 0

    init(_ path: String) throws(InputProblems) {
        self.path = path
        guard FileSystem.identity(of: path) != nil || !FileSystem.exists(path) else { throw InputProblems([.noFile(path)]) }
        guard !ResumePoint.isUnfinished(path) else { throw InputProblems([.unfinished(path)]) }
        let (mapped, length) = try problems { () throws(InputProblem) in try FileSystem.map(path) }
        base = mapped
        size = length
        places = [:]
        let expected = Array((AnswerColumn.header + "\n").utf8)
        guard let base, size >= expected.count, memcmp(base, expected, expected.count) == 0 else {
            throw InputProblems([.notAnOutput(path)])
        }
        guard base.load(fromByteOffset: size - 1, as: UInt8.self) == AnswerRow.lineBreak else {
            throw InputProblems([.unfinished(path)])
        }
        var position = expected.count
        places.reserveCapacity(size / 100)
        var latest: [UInt64: Int] = [:]
        while position < size {
            let row = line(at: position)
            let mark = Self.fingerprint(Self.id(row))
            if let before = latest[mark] ?? places[mark] {
                followers[before] = position
                latest[mark] = position
            } else {
                places[mark] = position
            }
            position += row.count + 1
        }
    }

    /// Where the earlier row of a good begins, which is then done with; two ids may have one fingerprint.
    private func take(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
        let mark = Self.fingerprint(id)
        guard var here = places[mark] else { return nil }
        var before: Int?
        while !Self.id(line(at: here)).elementsEqual(id) {
            guard let next = followers[here] else { return nil }
            (before, here) = (here, next)
        }
        let next = followers.removeValue(forKey: here)
        if let before { followers[before] = next } else { places[mark] = next }
        return here
    }

    deinit { if let base { munmap(UnsafeMutableRawPointer(mutating: base), size) } }

    /// Rows of `good_id,change` for the answers of a chunk that differ from the earlier ones.
    func changes(in answers: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        answers.withUnsafeBufferPointer { bytes in
            while start < bytes.count {
                let rest = UnsafeBufferPointer(rebasing: bytes[start...])
                let row = UnsafeBufferPointer(rebasing: rest[..<(rest.firstIndex(of: AnswerRow.lineBreak) ?? rest.count)])
                compare(row, &output)
                start += row.count + 1
            }
        }
        return output
    }

    /// Rows for the goods that are no longer there; asked at the end.
    func removed() -> [UInt8] {
        var output: [UInt8] = []
        for position in (Array(places.values) + followers.values).sorted() {
            append(Self.id(line(at: position)), "removed", &output)
        }
        return output
    }

    private func compare(_ row: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) {
        let id = Self.id(row)
        guard let now = row.baseAddress else { return }
        guard let position = take(id) else {
            let verdict = Fields.texts(now, row.count).dropFirst().first ?? ""
            return append(id, "added: \(verdict)", &output)
        }
        let old = line(at: position)
        guard let before = old.baseAddress, old.count != row.count || memcmp(before, now, row.count) != 0 else { return }
        let differences = zip(AnswerColumn.allCases, zip(Fields.texts(before, old.count), Fields.texts(now, row.count)))
            .filter { $1.0 != $1.1 }
            .map { "\($0.rawValue): \(Self.shown($1.0)) -> \(Self.shown($1.1))" }
        append(id, differences.joined(separator: "; "), &output)
    }

    private func append(_ id: some Collection<UInt8>, _ change: String, _ output: inout [UInt8]) {
        changed += 1
        // The id as it stands in a row, with its quotation marks.
        output.append(contentsOf: id)
        output.append(AnswerRow.comma)
        AnswerRow.field(change.utf8, to: &output)
        output.append(AnswerRow.lineBreak)
    }

    private static func shown(_ value: String) -> String { value.isEmpty ? "(empty)" : value }

    private func line(at position: Int) -> UnsafeBufferPointer<UInt8> {
        guard let base else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = base + position
        let length = memchr(start, 0x0A, size - position).map { start.distance(to: UnsafeRawPointer($0)) } ?? size - position
        return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: length)
    }

    /// The first field as it stands, quotation marks included.
    private static func id(_ row: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var inQuotes = false
        for (index, byte) in row.enumerated() {
            if byte == 0x22 { inQuotes.toggle() }
            if byte == AnswerRow.comma, !inQuotes { return UnsafeBufferPointer(rebasing: row[..<index]) }
        }
        return row
    }

    private static func fingerprint(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
        id.baseAddress.map { Fields.Slot(start: $0, count: id.count).fingerprint } ?? 0
    }
}
