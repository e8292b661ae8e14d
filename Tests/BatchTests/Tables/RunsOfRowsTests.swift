import Testing

@testable import Batch

/// Rows taken all at once say what rows taken one by one say.
struct RunsOfRowsTests {
    private static let goods = (0..<1200).map { "G\($0),8711\(2 + $0 % 2)0,CN,\(1000 + $0),USD" }
    /// Good 7 of every ten has none; the text makes the table larger than what is read at once.
    private static let materials = (0..<1200).flatMap { good -> [String] in
        good % 10 == 7 ? [] : (1...20).map { line in
            "G\(good),\(line),\(line % 3 == 0 ? "871120" : "871410"),nonOriginating,DE,\(20 + line),\(String(repeating: "n", count: 60))"
        }
    }
    private static let header = Batch.materialsHeader + ",note"

    private static func quoted(_ row: String) -> String {
        row.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",")
    }

    private static func batch(_ goods: [String], _ materials: [String], end: String = "\n") throws -> [String] {
        let batch = try Batch(
            goods: ([Batch.goodsHeader] + goods).joined(separator: end) + end,
            materials: ([header] + materials).joined(separator: end) + end)
        #expect(batch.codes.allSatisfy { $0 == "batch.unknownColumn" }, "\(batch.codes.prefix(3))")
        #expect(batch.tally.lines == materials.count)
        return batch.rows
    }

    @Test func quotedAndPlainRowsMayStandTogether() throws {
        let plain = try Self.batch(Self.goods, Self.materials)
        #expect(plain.count == Self.goods.count)
        #expect(Set(plain.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }) == ["originating", "notOriginating", "undetermined"])
        let some = try Self.batch(
            Self.goods.enumerated().map { $0.offset % 5 == 0 ? Self.quoted($0.element) : $0.element },
            Self.materials.enumerated().map { $0.offset % 37 == 0 ? Self.quoted($0.element) : $0.element })
        #expect(some == plain)
        #expect(try Self.batch(Self.goods.map(Self.quoted), Self.materials.map(Self.quoted)) == plain)
    }

    @Test func linesMayEndAsOnWindows() throws {
        let plain = try Self.batch(Array(Self.goods.prefix(50)), Array(Self.materials.prefix(900)))
        #expect(try Self.batch(Array(Self.goods.prefix(50)), Array(Self.materials.prefix(900)), end: "\r\n") == plain)
    }

    @Test func anIDThatBeginsWithAnotherIsAnother() throws {
        let batch = try Batch(
            goods: "\(Batch.goodsHeader)\nA,871120,CN,100,USD\nA1,871120,CN,100,USD\nA,871120,CN,100,USD\n",
            materials: "\(Batch.materialsHeader)\nA,1,871410,nonOriginating,DE,20\nA1,1,871410,nonOriginating,DE,90\n")
        #expect(batch.verdicts == ["originating", "notOriginating", "error"])
        #expect(batch.codes == ["batch.repeatedGood"])
    }
}
