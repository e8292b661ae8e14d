import Testing

@testable import Batch

/// Ids of goods as the beginnings of their rows, and which of them have been met.
struct GoodIDTests {
    private static func id(_ text: String, isQuoted: Bool = false) -> GoodID {
        var id = GoodID()
        Array(text.utf8).withUnsafeBufferPointer { id.set($0, isQuoted: isQuoted) }
        return id
    }

    private static func begins(_ row: String, _ id: GoodID) -> Bool {
        let bytes = Array(row.utf8) + [UInt8](repeating: 0x2C, count: Chunk.padding)
        return bytes.withUnsafeBufferPointer { id.begins($0.baseAddress!, available: row.utf8.count) }
    }

    /// Lengths around those at which the comparison changes.
    @Test(arguments: [1, 2, 6, 7, 8, 9, 14, 15, 16, 17, 40])
    func rowsBeginWithTheirGood(length: Int) {
        let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(0x41 + $0 % 26))) })
        let id = Self.id(text)
        #expect(Self.begins(text + ",1", id))
        #expect(Self.begins(text + ",", id))
        #expect(!Self.begins(text, id))
        #expect(!Self.begins(text + "1,", id))
        #expect(!Self.begins(String(text.dropLast()) + ",,", id))
        for place in 0..<length {
            var other = Array(text)
            other[place] = "z"
            #expect(!Self.begins(String(other) + ",1", id), "\(place)")
        }
        #expect(id.text == text)
    }

    @Test func aRowWithoutQuotationMarksNeverBelongsToAnIDWithAComma() throws {
        #expect(!Self.begins("A,B,1", Self.id("A,B", isQuoted: true)))
        let batch = try Batch(
            goods: "\(Batch.goodsHeader)\n\"A,B\",871120,CN,100,USD\nA,871120,CN,100,USD\n",
            materials: "\(Batch.materialsHeader)\nA,B,871410,nonOriginating,DE,90\n")
        #expect(batch.codes.isEmpty, "\(batch.problems)")
        #expect(batch.tally.undetermined == 1 && batch.tally.notOriginating == 1)
        #expect(batch.rows.map { $0.prefix(5) } == ["\"A,B\"", "A,not"])
    }

    @Test func aRowWithoutQuotationMarksNeverBelongsToAnIDWithALineBreak() throws {
        #expect(!Self.begins("A\nB,1", Self.id("A\nB", isQuoted: true)))
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
            let id = Self.id("G\(number)")
            #expect(seen.insert(id, line: line) == lines[id.text])
            if lines[id.text] == nil { lines[id.text] = line }
            guard line > ascending, line % 100 == 0 else { continue }
            let other = Self.id("G\(Int.random(in: 1...20_000, using: &random))")
            #expect(seen.line(of: other) == lines[other.text])
        }
    }

    @Test func anIDIsAskedForWhileAllAscend() {
        var seen = SeenGoods()
        #expect(seen.line(of: Self.id("A")) == nil)
        for line in 1...10 { #expect(seen.insert(Self.id("G\(line)"), line: line) == nil) }
        #expect(seen.line(of: Self.id("G10")) == 10)
        #expect(seen.insert(Self.id("G11"), line: 11) == nil)
        #expect(seen.insert(Self.id("G1"), line: 12) == 1)
    }
}
