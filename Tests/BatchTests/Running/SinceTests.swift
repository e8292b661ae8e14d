import Bilingual
import Foundation
import Testing

@testable import Batch

/// What changed since an earlier output.
struct SinceTests {
    private static func write(_ goods: String, _ materials: String, to folder: String) throws {
        let rows = goods.split(separator: " ").map { "\($0),871120,CN,100,USD\n" }.joined()
        try (Batch.goodsHeader + "\n" + rows).write(toFile: "\(folder)/goods.csv", atomically: true, encoding: .utf8)
        try (Batch.materialsHeader + "\n" + materials)
            .write(toFile: "\(folder)/materials.csv", atomically: true, encoding: .utf8)
    }

    @Test func whatChangedIsToldAndWhy() throws {
        try withFolder { folder in
            try Self.write(
                "A B D", "A,1,871410,originating,CN,5\nB,1,871120,nonOriginating,DE,70\n", to: folder)
            _ = try Batch(in: folder) { $0.output = "\(folder)/old.csv" }
            try Self.write(
                "A B C", "A,1,871410,originating,CN,5\nB,1,871120,nonOriginating,DE,50\n", to: folder)
            let changes = try Batch(in: folder) { $0.since = "\(folder)/old.csv" }
            #expect(changes.rows.count == 3)
            #expect(changes.rows[0].hasPrefix("B,verdict: notOriginating -> originating; "), "\(changes.rows)")
            #expect(changes.rows[0].contains("rvc_indirect: 30.00 -> 50.00"))
            #expect(Array(changes.rows[1...]) == ["C,added: undetermined", "D,removed"])
        }
    }

    /// The second row of a good is an error, in both.
    @Test func nothingHasChangedInTheSameOutput() throws {
        try withFolder { folder in
            try Self.write("A B A", "A,1,871410,originating,CN,5\n", to: folder)
            _ = try Batch(in: folder) { $0.output = "\(folder)/old.csv" }
            #expect(try Batch(in: folder) { $0.since = "\(folder)/old.csv" }.rows.isEmpty)
            try Self.write("A B", "A,1,871410,originating,CN,5\n", to: folder)
            #expect(try Batch(in: folder) { $0.since = "\(folder)/old.csv" }.rows == ["A,removed"])
        }
    }

    /// Goods that could not be read have no id: each is compared with its own, without going through all before it.
    @Test func manyRowsWithoutAnIDAreComparedInOrder() throws {
        try withFolder { folder in
            let lines = Array(repeating: "{}", count: 40_000)
            func write(_ count: Int) throws {
                try (lines.prefix(count).joined(separator: "\n") + "\n")
                    .write(toFile: "\(folder)/in.jsonl", atomically: true, encoding: .utf8)
            }
            func run(_ change: (inout BatchRun.Options) -> Void) throws -> Batch {
                try Batch(in: folder) {
                    $0.input = .dossiers("\(folder)/in.jsonl")
                    change(&$0)
                }
            }
            try write(lines.count)
            _ = try run { $0.output = "\(folder)/old.csv" }
            try write(lines.count - 2)
            #expect(try run { $0.since = "\(folder)/old.csv" }.rows == [",removed", ",removed"])
        }
    }

    @Test func anOutputThatIsNotWholeIsRefused() throws {
        try withFolder { folder in
            try Self.write("A", "A,1,871410,originating,CN,5\n", to: folder)
            _ = try Batch(in: folder) { $0.output = "\(folder)/old.csv" }
            let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/old.csv"))
            try whole.dropLast(3).write(to: URL(fileURLWithPath: "\(folder)/old.csv"))
            let torn = #expect(throws: InputProblems.self) { try Batch(in: folder) { $0.since = "\(folder)/old.csv" } }
            #expect(torn?.problems.map(\.code) == ["batch.unfinished"])
            try whole.write(to: URL(fileURLWithPath: "\(folder)/old.csv"))
            _ = try Batch(jobs: 1, in: folder, isStopped: { true }) { _ in }
            let part = #expect(throws: InputProblems.self) {
                try Batch(in: folder) {
                    $0.since = "\(folder)/out.csv"
                    $0.output = "\(folder)/changes.csv"
                }
            }
            #expect(part?.problems.map(\.code) == ["batch.unfinished"])
            let device = #expect(throws: InputProblems.self) { try Batch(in: folder) { $0.since = "/dev/null" } }
            #expect(device?.problems.map(\.code) == ["batch.noFile"])
        }
    }
}
