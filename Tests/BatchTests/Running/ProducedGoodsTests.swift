import Bilingual
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

    /// The good is 8711.20; what the material is said to be, and whether that can be.
    @Test(arguments: [
        ("871120", "871120", "", true), ("871120", "8711.20.10", "", true), ("871120", "871130", "", false),
        ("871120", "87113010", "2022", false), ("871120", "871130", "2017", false), ("871120", "871120", "2017", true),
        // Telephones: 8517.12 has become 8517.13 and 8517.14.
        ("851713", "851712", "2017", true), ("851714", "851712", "2017", true), ("851713", "851762", "2017", false),
    ])
    func theMaterialHasTheCodeOfTheGood(good: String, code: String, edition: String, isRight: Bool) throws {
        let batch = try Batch(
            goods: Batch.goodsHeader + "\nA,871120,CN,100,USD\nB,\(good),CN,100,USD\n",
            materials: Batch.materialsHeader + ",hs_edition,produced_good_id\n"
                + "A,1,\(code),,,80,\(edition),B\nB,1,871410,originating,CN,70,,\n")
        #expect(batch.codes == (isRight ? [] : ["batch.producedOfOtherCode"]))
        #expect(batch.verdicts == [isRight ? "originating" : "error", "originating"])
        #expect(isRight || batch.problems[0].place == .line(2, column: 5))
        #expect(isRight || batch.problems[0].found == code && batch.problems[0].expected?.english == good)
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

    @Test func aGoodNamedTwiceIsNoMaterial() throws {
        let batch = try batch(["A", "B", "B"], "A,1,871120,,,80,B\nB,1,871410,originating,CN,80,\n")
        #expect(batch.codes == ["batch.producedFaulty", "batch.repeatedGood"])
        #expect(batch.verdicts == ["error", "originating", "error"])
    }

    /// D only uses what is in the circle.
    @Test func whoUsesACircleIsNotSaidToBeInIt() throws {
        let batch = try batch(["A", "B", "D", "E"], "A,1,871120,,,8,B\nB,1,871120,,,8,A\nD,1,871120,,,8,A\nE,1,871120,,,8,D\n")
        #expect(batch.problems.map { $0.message.english.hasPrefix("these goods are made of each other") } == [true, true, true, false])
        #expect(batch.problems.last?.message.english.hasPrefix("good D is made of goods that") ?? false)
    }

    /// Made of a good of another day, on which the good of the batch is judged too.
    @Test func theEvidenceIsOfTheDayOfTheGood() throws {
        let batch = try Batch(
            goods: Batch.goodsHeader + ",date\nA,871120,CN,100,USD,2025-03-01\nB,871120,CN,100,USD,2025-03-01\n",
            materials: Self.header + "A,1,871120,,,80,B\nB,1,871410,nonOriginating,DE,20,\n")
        #expect(batch.codes.isEmpty)
        #expect(batch.rows[0].hasPrefix("A,originating,originating,"))
    }

    // MARK: Judged elsewhere

    private static let elsewhere = "good_id,hs_code,exporting_party,verdict,verdict_on_evidence"

    private func batch(_ goods: [String], _ materials: String, elsewhere: String) throws -> Batch {
        try withFolder { folder in
            let texts = [
                "goods": Batch.goodsHeader + "\n" + goods.map { "\($0),871120,CN,100,USD\n" }.joined(),
                "materials": Self.header + materials, "elsewhere": elsewhere,
            ]
            for (name, text) in texts {
                try text.write(toFile: "\(folder)/\(name).csv", atomically: true, encoding: .utf8)
            }
            return try Batch(in: folder) { $0.produced = "\(folder)/elsewhere.csv" }
        }
    }

    @Test(arguments: [
        ("871120,JP,originating,originating", ["originating", "originating"]),
        ("871120,JP,originating,notOriginating", ["originating", "notOriginating"]),
        ("871120,JP,notOriginating,notOriginating", ["notOriginating", "notOriginating"]),
        ("871120,JP,undetermined,undetermined", ["notOriginating", "notOriginating"]),
        // The rest of a good with errors may be what was wrong with it.
        ("x,,error,error", ["error", "error"]), ("871120,JP,originating,error", ["error", "error"]), ("871130,JP,originating,originating", ["error", "error"]),
    ])
    func aGoodJudgedElsewhereIsWhatItWasFound(row: String, verdicts: [String]) throws {
        let batch = try batch(["A"], "A,1,871120,,,80,X\n", elsewhere: "\(Self.elsewhere)\nX,\(row)\n")
        #expect(batch.rows[0].split(separator: ",")[1...2].map(String.init) == verdicts)
        #expect(batch.codes.isEmpty == (verdicts[0] != "error"))
    }

    /// The answers and rows of one batch, put together as that table, do for another what being in one batch does.
    @Test func twoBatchesSayWhatOneSays() throws {
        let parts = "X,1,871410,originating,JP,70,\nY,1,871410,nonOriginating,DE,80,\n"
        let uses = "A,1,871120,,,80,X\nB,1,871120,,,80,Y\n"
        let one = try batch(["A", "B", "X", "Y"], uses + parts)
        let first = try batch(["X", "Y"], parts)
        let table = first.rows.map { row in
            let fields = row.split(separator: ",")
            return "\(fields[0]),871120,CN,\(fields[1]),\(fields[2])\n"
        }
        let second = try batch(["A", "B"], uses, elsewhere: Self.elsewhere + "\n" + table.joined())
        #expect(one.codes.isEmpty && second.codes.isEmpty)
        #expect(second.rows + first.rows == one.rows)
        #expect(Set(one.verdicts).count > 1)
    }

    @Test func aTableWithoutEffectIsRefused() throws {
        let error = #expect(throws: InputProblems.self) {
            try withFolder { folder in
                let texts = [
                    "goods": Batch.goodsHeader + "\nA,871120,CN,100,USD\n",
                    "materials": Batch.materialsHeader + "\nA,1,871410,originating,CN,5\n",
                    "elsewhere": "\(Self.elsewhere)\nX,871120,JP,originating,originating\n",
                ]
                for (name, text) in texts {
                    try text.write(toFile: "\(folder)/\(name).csv", atomically: true, encoding: .utf8)
                }
                return try Batch(in: folder) { $0.produced = "\(folder)/elsewhere.csv" }
            }
        }
        #expect(error?.problems.map(\.code) == ["batch.noProducedGoods"])
    }

    @Test(arguments: [
        ("X,871120,JP,yes,originating", "batch.badValue"), ("X,871120,JP,originating,", "batch.empty"),
        ("X,8711,JP,originating,originating", "batch.badValue"), ("X,871120,Japan,originating,originating", "batch.badValue"),
        (",871120,JP,originating,originating", "batch.empty"), ("X,871120,JP", "batch.fieldCount"),
        ("X,871120,JP,originating,originating\nX,871120,JP,error,error", "batch.repeatedProducedGood"),
        ("A,871120,JP,originating,originating", "batch.judgedTwice"),
        ("X,871120,US,originating,originating", "batch.noParty"), ("X,999999,JP,originating,originating", "batch.noCode"),
        ("X,871120,JP,notOriginating,originating", "batch.moreOnEvidence"),
        ("\"X,871120,JP,originating,originating", "batch.badRow"),
    ])
    func aFaultyTableOfThemStopsTheRun(rows: String, code: String) throws {
        let error = #expect(throws: InputProblems.self) {
            try batch(["A"], "A,1,871120,,,80,X\n", elsewhere: "\(Self.elsewhere)\n\(rows)\n")
        }
        #expect(error?.problems.map(\.code) == [code])
        #expect(error?.problems.first?.file.hasSuffix("elsewhere.csv") ?? false)
    }
}
