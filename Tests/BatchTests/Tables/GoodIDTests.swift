import Testing

@testable import Batch

/// Ids of goods as the beginnings of their rows, and which of them have been met.
struct GoodIDTests {
    private static func id(_ text: String, isQuoted: Bool = false) -> GoodID {
        var id = GoodID()
        Array(text.utf8).withUnsafeBufferPointer { id.set($0, isQuoted: isQuoted) }
        return id
    }

    private static func begins(_ row: String, _ text: String, isQuoted: Bool = false) -> Bool {
        let id = id(text, isQuoted: isQuoted)
        let bytes = Array(row.utf8) + [UInt8](repeating: 0x2C, count: Chunk.padding)
        return bytes.withUnsafeBufferPointer { id.begins($0.baseAddress!, available: row.utf8.count) }
    }

    /// Lengths around those at which the comparison changes.
    @Test(arguments: [1, 2, 6, 7, 8, 9, 14, 15, 16, 17, 40])
    func rowsBeginWithTheirGood(length: Int) {
        let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(0x41 + $0 % 26))) })
        #expect(Self.begins(text + ",1", text))
        #expect(Self.begins(text + ",", text))
        #expect(!Self.begins(text, text))
        #expect(!Self.begins(text + "1,", text))
        #expect(!Self.begins(String(text.dropLast()) + ",,", text))
        for place in 0..<length {
            var other = Array(text)
            other[place] = "z"
            #expect(!Self.begins(String(other) + ",1", text), "\(place)")
        }
        let kept = Self.id(text).text
        #expect(kept == text)
    }

    @Test func aRowWithoutQuotationMarksNeverBelongsToAnIDWithAComma() throws {
        #expect(!Self.begins("A,B,1", "A,B", isQuoted: true))
        let batch = try Batch(
            goods: "\(Batch.goodsHeader)\n\"A,B\",871120,CN,100,USD\nA,871120,CN,100,USD\n",
            materials: "\(Batch.materialsHeader)\nA,B,871410,nonOriginating,DE,90\n")
        #expect(batch.codes.isEmpty, "\(batch.problems)")
        #expect(batch.tally.undetermined == 1 && batch.tally.notOriginating == 1)
        #expect(batch.rows.map { $0.prefix(5) } == ["\"A,B\"", "A,not"])
    }

    @Test func aRowWithoutQuotationMarksNeverBelongsToAnIDWithALineBreak() throws {
        #expect(!Self.begins("A\nB,1", "A\nB", isQuoted: true))
        let batch = try Batch(
            goods: "\(Batch.goodsHeader)\n\"A\nB\",871120,CN,100,USD\nB,871120,CN,100,USD\n",
            materials: "\(Batch.materialsHeader)\nA\nB,1,871410,nonOriginating,DE,90\n")
        #expect(batch.codes == ["batch.badText", "batch.unknownGood"], "\(batch.problems)")
        #expect(batch.verdicts == ["error", "notOriginating"])
    }

    /// Against a dictionary: ids that ascend to a point, some of them again, in between ids that are only asked for.
    @Test(arguments: [0, 1, 10, 3000, 9000])
    func anIDThatStandsTwiceIsFound(ascending: Int) {
        var random = SplitMix(seed: UInt64(ascending))
        var seen = SeenGoods()
        var lines: [String: Int] = [:]
        for line in 1...10_000 {
            let number = line <= ascending ? line : Int.random(in: 1...12_000, using: &random)
            let id = "G\(number)"
            let before = seen.insert(Self.id(id), line: line)
            #expect(before == lines[id])
            if lines[id] == nil { lines[id] = line }
            guard line > ascending, line % 100 == 0 else { continue }
            let other = "G\(Int.random(in: 1...20_000, using: &random))"
            let found = seen.line(of: Self.id(other))
            #expect(found == lines[other])
        }
    }

    @Test func anIDIsAskedForWhileAllAscend() {
        var seen = SeenGoods()
        var found = [seen.line(of: Self.id("A"))]
        for line in 1...10 { found.append(seen.insert(Self.id("G\(line)"), line: line)) }
        #expect(found == [Int?](repeating: nil, count: 11))
        found = [
            seen.line(of: Self.id("G10")), seen.insert(Self.id("G11"), line: 11), seen.insert(Self.id("G1"), line: 12),
        ]
        #expect(found == [10, nil, 1])
    }
}
