import Testing

@testable import Batch

/// Goods that are materials of other goods of the batch.
struct ProducedGoodsTests {
    private static let header = Batch.materialsHeader + ",produced_good_id\n"

    private func batch(_ goods: [String], _ materials: String) throws -> Batch {
        try Batch(
            goods: Batch.goodsHeader + "\n" + goods.map { "\($0),871120,CN,100,USD\n" }.joined(),
            materials: Self.header + materials)
    }

    @Test(arguments: [("20", "PE"), ("70", "")])
    func theConsumerTakesTheStatusWhereverItStands(value: String, criterion: String) throws {
        let batch = try batch(
            ["BIKE", "ENGINE"], "BIKE,1,871120,,,80,ENGINE\nENGINE,1,871120,nonOriginating,DE,\(value),\n")
        #expect(batch.codes.isEmpty)
        let fields = batch.rows[0].split(separator: ",", omittingEmptySubsequences: false)
        #expect(fields[1] == (criterion.isEmpty ? "notOriginating" : "originating"))
        #expect(fields[3] == criterion)
    }

    /// Columns that follow from the good are not looked at.
    @Test(arguments: ["junk,", "originating,Narnia", "nonOriginating,CN"])
    func whatTheRowSaysOfItIsNotLookedAt(statusAndCountry: String) throws {
        let header = Batch.materialsHeader + ",evidence_type,evidence_date,produced_good_id\n"
        let batch = try Batch(
            goods: Batch.goodsHeader + "\nA,871120,CN,100,USD\nB,871120,CN,100,USD\n",
            materials: header + "A,1,871120,\(statusAndCountry),80,paper,01.02.2026,B\nB,1,871120,originating,CN,70,,,\n")
        #expect(batch.codes.isEmpty, "\(batch.problems)")
        #expect(batch.verdicts == ["originating", "originating"])
    }

    @Test func undeterminedStaysUndetermined() throws {
        let batch = try batch(["A", "B"], "A,1,871120,,,80,B\n")
        #expect(batch.verdicts == ["notOriginating", "undetermined"])
    }

    /// B originates only as long as nobody asks for evidence, C in any case; A and D are made of them.
    @Test func evidenceIsHandedOn() throws {
        let batch = try batch(
            ["A", "B", "C", "D"],
            "A,1,871120,,,80,B\nB,1,871120,originating,CN,70,\nC,1,871410,nonOriginating,DE,20,\nD,1,871120,,,80,C\n")
        let fields = batch.rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(fields.map { $0[1] } == Array(repeating: "originating", count: 4))
        #expect(fields.map { $0[2] } == ["notOriginating", "notOriginating", "originating", "originating"])
    }

    @Test func aCycleIsNamed() throws {
        let batch = try batch(
            ["A", "B", "C", "D"], "A,1,871410,,,8,B\nB,1,871410,,,8,C\nC,1,871410,,,8,A\nD,1,871410,originating,CN,8,\n")
        #expect(batch.codes == Array(repeating: "batch.producedCycle", count: 3))
        #expect(batch.problems[0].message.english.contains("A → B → C → A"))
        #expect(batch.verdicts == ["error", "error", "error", "originating"])
    }

    @Test func anUnknownGoodIsAnErrorOfItsRow() throws {
        let batch = try batch(["A"], "A,1,871410,,,8,X\n")
        #expect(batch.codes == ["batch.producedUnknown"])
        #expect(batch.problems[0].place == .line(2, column: 16))
    }

    @Test func aFaultyGoodMakesItsConsumersFaulty() throws {
        let batch = try batch(["A", "B"], "A,1,871410,,,8,B\nB,1,999999,originating,CN,8,\n")
        #expect(batch.codes == ["batch.producedFaulty", "hs.unknownCode"])
        #expect(batch.verdicts == ["error", "error"])
    }
}
