import Foundation
import Testing

@testable import ProofRegister

/// Real processes on one file.
@Suite("Several processes", .serialized)
struct ProcessTests {
    @Test("8 processes at once, on a register that is not there yet: no number twice, no gap")
    func concurrent() throws {
        try withFolder { folder in
            let path = "\(folder)/new/register.sqlite"
            let runs = try (0..<8).map { try Issuing(path, count: 12, output: "\(folder)/out\($0)") }
            for run in runs { run.process.waitUntilExit() }
            let errors = try runs.map { try $0.errors() }
            #expect(errors == Array(repeating: "", count: 8))
            #expect(runs.map(\.process.terminationStatus) == Array(repeating: 0, count: 8))
            let numbers = try runs.flatMap { try $0.numbers() }
            #expect(numbers.sorted() == (1...96).map { "ACME-2026-" + String(format: "%06d", $0) })
            let register = try ProofRegister.open(at: path)
            let check = try register.verify()
            #expect(check.fault == nil && check.entries == 96)
            #expect(Set(try register.proofs().map(\.number)) == Set(numbers))
        }
    }

    @Test("killed at any moment: every number that was told is there, and the register verifies")
    func killed() throws {
        try withFolder { folder in
            let path = "\(folder)/register.sqlite"
            var told: [String] = []
            for round in 0..<8 {
                let run = try Issuing(path, count: 100_000, output: "\(folder)/out\(round)")
                // Not before it has begun, so that the kill falls somewhere among its transactions.
                while try run.numbers().isEmpty, run.process.isRunning { usleep(2_000) }
                usleep(UInt32.random(in: 0..<60_000))
                kill(run.process.processIdentifier, SIGKILL)
                run.process.waitUntilExit()
                told += try run.numbers()
            }
            #expect(told.count >= 8)
            let register = try ProofRegister.open(at: path)
            let kept = try register.proofs().map(\.number)
            #expect(Set(told).isSubset(of: kept) && Set(told).count == told.count)
            #expect(try register.verify().fault == nil)
            #expect(try register.issueOne().number == "ACME-2026-" + String(format: "%06d", kept.count + 1))
        }
    }

    @Test("a backup while another process writes is whole, and of one moment")
    func backup() throws {
        try withFolder { folder in
            let path = "\(folder)/register.sqlite"
            let run = try Issuing(path, count: 100_000, output: "\(folder)/out")
            defer { kill(run.process.processIdentifier, SIGKILL) }
            while try run.numbers().count < 5, run.process.isRunning { usleep(2_000) }
            let register = try ProofRegister.open(at: path)
            var sizes: [Int] = []
            for index in 0..<3 {
                let check = try register.backup(to: "\(folder)/backup\(index).sqlite")
                #expect(check.fault == nil)
                let copy = try ProofRegister.open(at: "\(folder)/backup\(index).sqlite", creates: false)
                #expect(try copy.verify().head == check.head)
                sizes.append(check.entries)
            }
            #expect(sizes == sizes.sorted() && sizes[0] >= 5)
        }
    }
}

/// A run of the helper beside the test bundle.
private struct Issuing {
    let process = Process()
    private let output: String

    init(_ path: String, count: Int, output: String) throws {
        self.output = output
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("IssueProofs")
        process.arguments = [path, "\(count)"]
        for name in [output, output + ".errors"] { try Data().write(to: URL(fileURLWithPath: name)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: output + ".errors"))
        try process.run()
    }

    /// Whole lines only: a number that was being written was not told.
    func numbers() throws -> [String] {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    func errors() throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: output + ".errors")), as: UTF8.self)
    }
}
