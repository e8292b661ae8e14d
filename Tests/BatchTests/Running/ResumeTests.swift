import Bilingual
import Foundation
import Synchronization
import Testing

@testable import Batch

/// A run that was cut off anywhere gives, gone on with, the bytes of an unbroken one.
struct ResumeTests {
    /// Small enough to be quick, large enough for several chunks.
    private static let goods = 9000

    private static func write(to folder: String, price: String = "60") throws {
        var goods = Batch.goodsHeader + "\n"
        var materials = Batch.materialsHeader + "\n"
        for index in 0..<Self.goods {
            goods += "G\(index),871120,CN,\(100 + index % 50),USD\n"
            materials += "G\(index),1,871410,nonOriginating,DE,\(price)\nG\(index),2,850110,originating,JP,5\n"
        }
        try goods.write(toFile: "\(folder)/goods.csv", atomically: true, encoding: .utf8)
        try materials.write(toFile: "\(folder)/materials.csv", atomically: true, encoding: .utf8)
    }

    @Test func aTornOutputIsGoneOnWith() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            _ = try Batch(in: folder) { _ in }
            let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out.csv"))
            let calls = Atomic<Int>(0)
            let part = try Batch(jobs: 1, in: folder, isStopped: { calls.add(1, ordering: .relaxed).newValue > 1 }) { _ in }
            guard case .interrupted = part.end else {
                Issue.record("the run was not interrupted")
                return
            }
            #expect(!part.rows.isEmpty && part.rows.count < Self.goods)
            let written = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out.csv"))
            // In the middle of the header, of a row, before and after a line break, and as the interrupt left it.
            for length in [0, 10, 200, 5000, written.count - 1, written.count] {
                try whole.prefix(length).write(to: URL(fileURLWithPath: "\(folder)/out.csv"))
                let note = "\(folder)/out.csv.resume"
                let kept = try Data(contentsOf: URL(fileURLWithPath: note))
                let resumed = try Batch(in: folder) { $0.resumes = true }
                guard case .complete = resumed.end else {
                    Issue.record("\(resumed.end)")
                    return
                }
                #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out.csv")) == whole, "cut at \(length)")
                #expect(!FileManager.default.fileExists(atPath: note))
                try kept.write(to: URL(fileURLWithPath: note))
            }
        }
    }

    @Test func otherInputsAreRefused() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            _ = try Batch(jobs: 1, in: folder, isStopped: { true }) { _ in }
            try Self.write(to: folder, price: "61")
            let error = #expect(throws: InputProblems.self) { try Batch(in: folder) { $0.resumes = true } }
            #expect(error?.problems.map(\.code) == ["batch.otherRun"])
            let message = error?.problems.first?.message
            #expect(message?.english.hasSuffix("this has changed: \(folder)/goods.csv, \(folder)/materials.csv") ?? false)
            #expect(message?.chinese.hasSuffix("有变化的是：\(folder)/goods.csv、\(folder)/materials.csv") ?? false)
        }
    }

    /// In words a user knows.
    @Test func otherCircumstancesAreNamed() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            _ = try Batch(jobs: 1, in: folder, isStopped: { true }) { $0.conditions = [(.rules, "a"), (.date, "b")] }
            let error = #expect(throws: InputProblems.self) {
                try Batch(in: folder) {
                    $0.conditions = [(.rules, "x"), (.date, "y")]
                    $0.resumes = true
                }
            }
            #expect(error?.problems.first?.message.english.hasSuffix(": the rules, the date") ?? false)
            #expect(error?.problems.first?.message.chinese.hasSuffix("：规则、日期") ?? false)
        }
    }

    /// A file that is not the one begun is neither cut nor filled up.
    @Test(arguments: [("other.jsonl", "batch.otherRun"), ("explained.jsonl", "batch.explanationsAreGone")])
    func theDeterminationsMustBeThoseBegun(name: String, code: String) throws {
        try withFolder { folder in
            try Self.write(to: folder)
            let calls = Atomic<Int>(0)
            _ = try Batch(jobs: 1, in: folder, isStopped: { calls.add(1, ordering: .relaxed).newValue > 1 }) {
                $0.explain = "\(folder)/explained.jsonl"
            }
            let answers = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out.csv"))
            #expect(answers.count > 200)
            try FileManager.default.removeItem(atPath: "\(folder)/explained.jsonl")
            let error = #expect(throws: InputProblems.self) {
                try Batch(in: folder) {
                    $0.explain = "\(folder)/\(name)"
                    $0.resumes = true
                }
            }
            #expect(error?.problems.map(\.code) == [code])
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out.csv")) == answers)
        }
    }

    @Test func withoutAnUnfinishedRunThereIsNothingToResume() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            let error = #expect(throws: (any Error).self) { try Batch(in: folder) { $0.resumes = true } }
            #expect("\(String(describing: error))".contains("batch.nothingToResume"))
        }
    }

    @Test func theOutputIsTheSameWhateverTheNumberOfThreads() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            let one = try Batch(jobs: 1, in: folder) { _ in }
            let many = try Batch(jobs: 7, in: folder) { _ in }
            #expect(one.rows == many.rows)
            #expect(one.tally == many.tally)
            #expect(one.rows.count == Self.goods)
        }
    }

    /// A run whose output cannot be gone on with leaves no note of an earlier one that could be.
    @Test func theNoteOfAnEarlierRunIsNotLeft() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            _ = try Batch(jobs: 1, in: folder, isStopped: { true }) { _ in }
            #expect(FileManager.default.fileExists(atPath: "\(folder)/out.csv.resume"))
            _ = try Batch(in: folder) { $0.output = "\(folder)/old.csv" }
            _ = try Batch(jobs: 1, in: folder, isStopped: { true }) { $0.since = "\(folder)/old.csv" }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out.csv.resume"))
        }
    }

    @Test func aFileOfTheUsersInItsPlaceIsKept() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            try "mine\n".write(toFile: "\(folder)/out.csv.resume", atomically: true, encoding: .utf8)
            let error = #expect(throws: InputProblems.self) { try Batch(in: folder) { _ in } }
            #expect(error?.problems.map(\.code) == ["batch.placeIsTaken"])
            #expect(try String(contentsOfFile: "\(folder)/out.csv.resume", encoding: .utf8) == "mine\n")
        }
    }

    @Test func aRunThatCannotBeginLeavesEarlierAnswers() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            try "precious\n".write(toFile: "\(folder)/out.csv", atomically: true, encoding: .utf8)
            #expect(throws: InputProblems.self) { try Batch(in: folder) { $0.explain = "\(folder)/nowhere/x.jsonl" } }
            #expect(try String(contentsOfFile: "\(folder)/out.csv", encoding: .utf8) == "precious\n")
        }
    }

    @Test func theDayBegunIsKnown() throws {
        try withFolder { folder in
            try Self.write(to: folder)
            _ = try Batch(jobs: 1, in: folder, isStopped: { true }) { $0.conditions = [(.rules, "a b"), (.date, "2026-01-02")] }
            #expect(BatchRun.dateBegun(output: "\(folder)/out.csv") == "2026-01-02")
            #expect(BatchRun.dateBegun(output: "\(folder)/goods.csv") == nil)
        }
    }

    @Test func goodsMadeOfGoodsCanBeInterrupted() throws {
        try withFolder { folder in
            try (Batch.goodsHeader + "\nA,871120,CN,100,USD\n").write(
                toFile: "\(folder)/goods.csv", atomically: true, encoding: .utf8)
            try (Batch.materialsHeader + ",produced_good_id\nA,1,871410,,,5,A\n").write(
                toFile: "\(folder)/materials.csv", atomically: true, encoding: .utf8)
            // Each good would be an error if the tables had been read.
            let batch = try Batch(in: folder, isStopped: { true }) { _ in }
            guard case .interrupted = batch.end else {
                Issue.record("\(batch.end)")
                return
            }
            #expect(batch.rows.isEmpty && batch.problems.isEmpty)
        }
    }
}
