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

    @Test func sinceTellsWhatChangedAndWhy() throws {
        try withFolder { folder in
            try (Batch.goodsHeader + "\nA,871120,CN,100,USD\nB,871120,CN,100,USD\nD,871120,CN,100,USD\n")
                .write(toFile: "\(folder)/goods.csv", atomically: true, encoding: .utf8)
            try (Batch.materialsHeader + "\nA,1,871410,originating,CN,5\nB,1,871120,nonOriginating,DE,70\n")
                .write(toFile: "\(folder)/materials.csv", atomically: true, encoding: .utf8)
            _ = try Batch(in: folder) { $0.output = "\(folder)/old.csv" }
            try (Batch.goodsHeader + "\nA,871120,CN,100,USD\nB,871120,CN,100,USD\nC,871120,CN,100,USD\n")
                .write(toFile: "\(folder)/goods.csv", atomically: true, encoding: .utf8)
            try (Batch.materialsHeader + "\nA,1,871410,originating,CN,5\nB,1,871120,nonOriginating,DE,50\n")
                .write(toFile: "\(folder)/materials.csv", atomically: true, encoding: .utf8)
            let changes = try Batch(in: folder) { $0.since = "\(folder)/old.csv" }
            #expect(changes.rows.count == 3)
            #expect(changes.rows[0].hasPrefix("B,verdict: notOriginating -> originating; "), "\(changes.rows)")
            #expect(changes.rows[0].contains("rvc_indirect: 30.00 -> 50.00"))
            #expect(Array(changes.rows[1...]) == ["C,added: undetermined", "D,removed"])
        }
    }
}
