import Bilingual
import Foundation
import Testing

@testable import Batch

/// Tables that are broken or meant to break: each ends in a clear report, and the other goods are judged.
struct HostileTableTests {
    private static let good = "A,871120,CN,100,USD"
    private static let material = "A,1,871410,nonOriginating,DE,20"

    private static func materials(_ ids: String...) -> String {
        ids.map { "A,\($0),871410,nonOriginating,DE,10" }.joined(separator: "\n")
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var goods = HostileTableTests.good
        var materials = HostileTableTests.material
        let codes: [String]
        let verdicts: [String]
        var testDescription: String { name }
    }

    private static func quoted(_ ids: String..., behind fields: String) -> String {
        ids.map { "\"\($0)\",\(fields)" }.joined(separator: "\n")
    }

    @Test(arguments: [
        Case(name: "nothing wrong", codes: [], verdicts: ["originating"]),
        Case(name: "quotation marks", goods: "\"A\",\"871120\",CN,100,USD", materials: "\"A\",1,871410,nonOriginating,DE,20",
            codes: [], verdicts: ["originating"]),
        Case(name: "no materials", materials: "", codes: [], verdicts: ["undetermined"]),
        Case(name: "materials of an unknown good", materials: material + "\nX,1,871410,nonOriginating,DE,20",
            codes: ["batch.unknownGood"], verdicts: ["originating"]),
        // Read ahead of, each quoted id in the place of the one before.
        Case(name: "quoted materials of an unknown good",
            goods: quoted("A", "B", "C", "D", behind: "871120,CN,100,USD"),
            materials: quoted("A", "X", "B", "C", "D", behind: "1,871410,nonOriginating,DE,20"),
            codes: ["batch.unknownGood"], verdicts: [String](repeating: "originating", count: 4)),
        Case(name: "the same good twice", goods: good + "\n" + good, codes: ["batch.repeatedGood"],
            verdicts: ["originating", "error"]),
        Case(name: "the same material twice", materials: material + "\n" + material, codes: ["batch.repeatedMaterial"],
            verdicts: ["error"]),
        Case(name: "materials in any order", materials: materials("3", "1", "2"), codes: [], verdicts: ["originating"]),
        Case(name: "the same material twice, another between", materials: materials("2", "1", "2"),
            codes: ["batch.repeatedMaterial"], verdicts: ["error"]),
        Case(name: "the same material twice behind ascending ones", materials: materials("1", "2", "3", "1"),
            codes: ["batch.repeatedMaterial"], verdicts: ["error"]),
        Case(name: "the same long id twice", materials: materials("a-long-id-1", "a-long-id-2", "a-long-id-1"),
            codes: ["batch.repeatedMaterial"], verdicts: ["error"]),
        Case(name: "a NUL byte in an id", materials: "A,1\0,871410,nonOriginating,DE,20", codes: ["batch.badText"],
            verdicts: ["error"]),
        Case(name: "a huge number", goods: "A,871120,CN,1e999999999,USD", codes: ["batch.badValue"], verdicts: ["error"]),
        Case(name: "many digits", goods: "A,871120,CN,\(String(repeating: "9", count: 19)),USD",
            codes: ["batch.badValue"], verdicts: ["error"]),
        Case(name: "a value below zero", materials: "A,1,871410,nonOriginating,DE,-1", codes: ["batch.badValue"],
            verdicts: ["error"]),
        Case(name: "too few fields", materials: "A,1,871410", codes: ["batch.fieldCount"], verdicts: ["error"]),
        Case(name: "too many fields", goods: good + ",,", codes: ["batch.fieldCount"], verdicts: ["error"]),
        Case(name: "a quotation mark never closed", materials: "A,\"1,871410,nonOriginating,DE,20",
            codes: ["batch.badRow"], verdicts: ["error"]),
        // Rows that spreadsheets leave behind a table.
        Case(name: "blank rows", goods: good + "\n,,,,\n ,,\t,,", materials: material + "\n,,,,,\n   \n\n", codes: [],
            verdicts: ["originating"]),
        Case(name: "inches", goods: "A,871120,CN,100,USD\nB,871120,CN,100,USD",
            materials: "A,1,871410,nonOriginating,DE,5\" x\nB,1,871120,nonOriginating,DE,90\nB,2,871410,originating,CN,6\" y",
            codes: ["batch.badRow", "batch.badRow"], verdicts: ["error", "error"]),
        Case(name: "two marks with a row between", materials: "A,1,871410,originating,CN,\"5 in\nA,2,871120,nonOriginating,DE,95\nA,3,871410,originating,CN,5\"",
            codes: ["batch.badRow", "batch.badRow"], verdicts: ["error"]),
        Case(name: "a row with nobody's name", goods: good + "\nB,871120,CN,100,USD\nC,871120,CN,100,USD",
            materials: material + "\n,2,871120,nonOriginating,DE,90\nC,1,871410,originating,CN,20",
            codes: ["batch.empty", "batch.rowMayBelong", "batch.rowMayBelong"], verdicts: ["error", "error", "error"]),
        Case(name: "such a row among those of a good", materials: material + "\n,2,871120,nonOriginating,DE,90\nA,3,871410,originating,CN,5",
            codes: ["batch.empty"], verdicts: ["error"]),
        Case(name: "a good almost named", materials: material + "\na ,2,871120,nonOriginating,DE,90\nA,3,871410,originating,CN,5",
            codes: ["batch.almostGood"], verdicts: ["error"]),
        Case(name: "an unreadable row before another good", goods: good + "\nB,871120,CN,100,USD",
            materials: material + "\n\"B\"x,1,871120,nonOriginating,DE,90\nB,2,871410,originating,CN,10",
            codes: ["batch.badRow", "batch.rowMayBelong"], verdicts: ["error", "error"]),
        Case(name: "an amount as spreadsheets cut it", goods: "A,871120,CN,1.66667E+11,USD", codes: ["batch.badValue"],
            verdicts: ["error"]),
        // Microscopes, or coffee; engines as Japan's tariff has them, which are nothing else.
        Case(name: "a zero that may be lost", materials: "A,1,901110000,nonOriginating,DE,20", codes: ["hs.lostZero"],
            verdicts: ["error"]),
        Case(name: "nine digits that have lost none", materials: "A,1,870323000,nonOriginating,DE,20", codes: [],
            verdicts: ["originating"]),
        Case(name: "an unknown code", materials: "A,1,999999,nonOriginating,DE,20", codes: ["hs.unknownCode"],
            verdicts: ["error"]),
        Case(name: "another currency without a rate", goods: "A,871120,CN,100,usd", codes: ["batch.badValue"],
            verdicts: ["error"]),
        Case(name: "no Party", goods: "A,871120,US,100,USD", codes: ["party.unknown"], verdicts: ["error"]),
    ])
    func isReported(_ table: Case) throws {
        // A good that is right stands behind, to show that the run goes on.
        let batch = try Batch(
            goods: Batch.goodsHeader + "\n" + table.goods + "\nZ,871120,CN,100,USD\n",
            materials: Batch.materialsHeader + "\n" + table.materials + (table.materials.isEmpty ? "" : "\n")
                + "Z,1,871410,originating,CN,20\n")
        #expect(batch.codes == table.codes, "\(batch.problems)")
        #expect(batch.verdicts == table.verdicts + ["originating"])
        #expect(batch.tally.problems == table.codes.count)
    }

    @Test func aProblemHasLineAndColumn() throws {
        let batch = try Batch(
            goods: Batch.goodsHeader + "\n" + Self.good + "\n",
            materials: Batch.materialsHeader + "\n" + Self.material + "\nA,2,871410,maybe,DE,20\n")
        #expect(batch.problems.map(\.place) == [.line(3, column: 12)])
        #expect(batch.problems[0].file.hasSuffix("materials.csv"))
    }

    /// Bytes of no encoding, and 材料 in GBK, which a spreadsheet in Chinese writes unless told otherwise.
    @Test(arguments: [[0xFF, 0xFE], [0xB2, 0xC4, 0xC1, 0xCF]])
    func brokenUTF8IsNotGivenOn(bytes: [UInt8]) throws {
        try withFolder { folder in
            var materials = Data((Batch.materialsHeader + "\nA,").utf8)
            materials += bytes
            materials += Data(",871410,nonOriginating,DE,20\n".utf8)
            let goods = Data((Batch.goodsHeader + "\n" + Self.good + "\n").utf8)
            let batch = try Batch(goods: goods, materials: materials, in: folder)
            #expect(batch.codes == ["batch.badText"])
            let expected = try #require(batch.problems[0].expected)
            #expect(expected.english.contains("CSV UTF-8") && expected.chinese.contains("CSV UTF-8"))
            #expect(batch.verdicts == ["error"])
        }
    }

    @Test func semicolonsAreNoCommas() throws {
        let refusal = #expect(throws: InputProblems.self) {
            try Batch(goods: "good_id;hs_code;exporting_party;fob;currency\n", materials: Batch.materialsHeader + "\n")
        }
        let expected = try #require(refusal?.problems.first?.expected)
        #expect(expected.english.contains("with commas between them") && expected.chinese.contains("以逗号分隔"))
    }

    @Test func anEndlessLineIsPassedOver() throws {
        let batch = try Batch(
            goods: Batch.goodsHeader + "\n" + Self.good + "\nB,871120,CN,100,USD\n",
            materials: Batch.materialsHeader + "\nA,\(String(repeating: "x", count: 9 << 20))\nB,1,871410,originating,CN,20\n")
        #expect(batch.codes == ["batch.rowTooLong"])
        #expect(batch.verdicts == ["error", "originating"])
    }

    /// A hole in a file reads as NUL bytes and takes no room on the disk.
    @Test(arguments: ["goods.csv", "materials.csv"])
    func aLineOfAGibibyteIsPassedOver(table: String) throws {
        try withFolder { folder in
            let goods = Batch.goodsHeader + "\n" + Self.good + "\n"
            let materials = Batch.materialsHeader + "\n" + Self.material + "\n"
            try Data(goods.utf8).write(to: URL(fileURLWithPath: "\(folder)/goods.csv"))
            try Data(materials.utf8).write(to: URL(fileURLWithPath: "\(folder)/materials.csv"))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/\(table)"))
            try file.seekToEnd()
            try file.seek(toOffset: 1 << 30)
            try file.write(contentsOf: Data((table == "goods.csv" ? "\nB,871120,CN,100,USD\n" : "\n").utf8))
            try file.close()
            let batch = try Batch(in: folder) { _ in }
            #expect(batch.codes == ["batch.rowTooLong"])
            // A cut row of goods is a good that cannot be judged; one of materials may belong to the good before it.
            #expect(batch.verdicts == (table == "goods.csv" ? ["originating", "error", "undetermined"] : ["error"]))
        }
    }

    @Test(arguments: [PortfolioReader.mostMaterials + 1, 1_000_000])
    func tooManyMaterialsAreNotHeld(count: Int) throws {
        var materials = Batch.materialsHeader + "\n"
        for index in 0..<count { materials += "A,\(index),871410,originating,CN,1\n" }
        let batch = try Batch(
            goods: Batch.goodsHeader + "\n" + Self.good + "\nB,871120,CN,100,USD\n",
            materials: materials + "B,1,871410,originating,CN,20\n")
        #expect(batch.codes == ["batch.tooManyMaterials"])
        #expect(batch.verdicts == ["error", "originating"])
    }

    @Test func rowsOutOfOrderEndTheRunNamingBothLines() throws {
        let batch = try Batch(
            goods: Batch.goodsHeader + "\n" + Self.good + "\nB,871120,CN,100,USD\n",
            materials: Batch.materialsHeader + "\nB,1,871410,originating,CN,20\nA,1,871410,originating,CN,20\n")
        guard case .input(let problem) = batch.end else {
            Issue.record("\(batch.end)")
            return
        }
        #expect(problem.code == "batch.outOfOrder")
        #expect(problem.place == .line(3, column: 1))
        #expect(problem.message.english.contains("line 2"))
    }

    @Test(arguments: [
        ("", "batch.emptyTable"), ("A,871120,CN,100,USD\n", "batch.missingColumn"),
        (Batch.goodsHeader + ",fob\n", "batch.repeatedColumn"),
    ])
    func aHeaderIsNeeded(goods: String, code: String) throws {
        let error = #expect(throws: InputProblems.self) {
            try Batch(goods: goods, materials: Batch.materialsHeader + "\n")
        }
        #expect(error?.problems.first?.code == code)
    }

    /// Too far ahead for the good to be found; it must not be judged without the row.
    @Test func aRowFarAheadOfItsGoodSpoilsIt() throws {
        var goods = Batch.goodsHeader + "\n"
        for index in 0...PortfolioReader.goodsAhead + 3 { goods += "G\(index),871120,CN,100,USD\n" }
        let batch = try Batch(
            goods: goods + "Z,871120,CN,100,USD\n",
            materials: Batch.materialsHeader + "\nZ,1,871120,nonOriginating,DE,90\nG5,1,871410,originating,CN,20\nZ,2,871410,originating,CN,10\n")
        #expect(batch.codes == ["batch.unknownGood", "batch.rowTooEarly"])
        #expect(batch.verdicts.last == "error")
        #expect(batch.tally.errors == 1 && batch.tally.strays == 1)
    }

    @Test func evidenceMayNotEndBeforeItBegins() throws {
        let header = Batch.materialsHeader + ",evidence_type,evidence_reference,evidence_date,evidence_valid_until\n"
        let rows = ["2026-11-15", "2026-11-16", "2026-11-14"].enumerated().map {
            "A,\($0.offset),871410,originating,CN,5,certificateOfOrigin,R,2026-11-15,\($0.element)\n"
        }
        let batch = try Batch(goods: Batch.goodsHeader + "\n" + Self.good + "\n", materials: header + rows.joined())
        #expect(batch.codes == ["batch.invertedDates"])
        #expect(batch.problems.first?.place == .line(4, column: 62))
    }

    @Test func capitalsInTheHeaderDoNotMatterAndNamelessColumnsAreNotSpokenOf() throws {
        let batch = try Batch(
            goods: "Good_ID,HS_Code,Exporting_Party,FOB,Currency,,\nA,871120,CN,100,USD,,\n",
            materials: Batch.materialsHeader.uppercased() + "\n" + Self.material + "\n")
        #expect(batch.codes.isEmpty)
        #expect(batch.verdicts == ["originating"])
    }

    /// Tables have no exchange rates: the advice must be one that can be followed.
    @Test func anotherCurrencyNeedsADossier() throws {
        let batch = try Batch(
            goods: Batch.goodsHeader + "\n" + Self.good,
            materials: Batch.materialsHeader + ",currency\n" + Self.material + ",EUR\n")
        #expect(batch.codes == ["exchangeRate.missing"])
        #expect(batch.problems.first?.place == .line(2, column: 33))
        #expect(batch.problems.first?.expected?.english.contains("--dossiers") ?? false)
        #expect(batch.problems.first?.expected?.chinese.contains("--dossiers") ?? false)
    }

    @Test func columnsMayStandInAnyOrderAfterAByteOrderMark() throws {
        let batch = try Batch(
            goods: "\u{FEFF}currency,colour,fob,exporting_party,hs_code,good_id\r\nUSD,red,100,CN,871120,A\r\n",
            materials: Batch.materialsHeader + "\r\n" + Self.material + "\r\n")
        #expect(batch.codes == ["batch.unknownColumn"])
        #expect(batch.problems.first?.place == .line(1, column: 10))
        #expect(batch.verdicts == ["originating"])
    }
}
