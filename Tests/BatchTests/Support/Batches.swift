import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import Synchronization
import Testing

@testable import Batch

/// The project's own rules, read once.
enum TestLaw {
    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules").path
    static let day = CalendarDate("2026-12-31")
    static let law = Result { () throws -> LawInForce in
        var law = try RuleDirectory(path: rules).law(on: try #require(day), editions: Set(HSEdition.allCases))
        for (party, isComplete) in [("JP", true), ("VN", false)] { try list(party, isComplete: isComplete, in: &law) }
        return law
    }

    /// A national line of every second subheading, so that goods are listed, in part or not at all.
    private static func list(_ party: String, isComplete: Bool, in law: inout LawInForce) throws {
        let code = try #require(CountryCode(party))
        let codes = try #require(law.nomenclatures[.hs2022]).subheadings.enumerated().filter { $0.offset % 2 == 0 }
        law.appendixLists[code] = AppendixList(
            party: code, edition: .hs2022, isComplete: isComplete,
            lines: codes.map { HSCode(number: $0.element, level: .subheading).digits + "10" },
            source: BilingualText(en: "made for a test", zh: "测试用"))
    }
}

/// A run over texts instead of files.
struct Batch {
    static let goodsHeader = "good_id,hs_code,exporting_party,fob,currency"
    static let materialsHeader = "good_id,material_id,hs_code,status,country,value"
    let rows: [String]
    let problems: [InputProblem]
    let tally: BatchTally
    let end: BatchRun.Outcome.End

    /// Verdicts in the order of the output.
    var verdicts: [String] { rows.map { String($0.split(separator: ",", omittingEmptySubsequences: false)[1]) } }
    var codes: [String] { problems.map(\.code) }

    init(goods: String, materials: String, jobs: Int = 2) throws {
        self = try withFolder { folder in
            try Batch(goods: Data(goods.utf8), materials: Data(materials.utf8), jobs: jobs, in: folder)
        }
    }

    init(goods: Data, materials: Data, jobs: Int = 2, in folder: String) throws {
        try goods.write(to: URL(fileURLWithPath: "\(folder)/goods.csv"))
        try materials.write(to: URL(fileURLWithPath: "\(folder)/materials.csv"))
        try self.init(jobs: jobs, in: folder) { _ in }
    }

    init(
        jobs: Int = 2, in folder: String, isStopped: @escaping @Sendable () -> Bool = { false },
        change: (inout BatchRun.Options) -> Void
    ) throws {
        let law = try TestLaw.law.get()
        let context = BatchContext(date: try #require(TestLaw.day), digest: { "\($0.count)" }) {
            _, _ throws(InputProblems) in law
        }
        var options = BatchRun.Options(
            input: .tables(goods: "\(folder)/goods.csv", materials: "\(folder)/materials.csv"),
            output: "\(folder)/out.csv", jobs: jobs)
        change(&options)
        var found: [InputProblem] = []
        let outcome = try BatchRun(options, context).run(
            isStopped: isStopped, warn: { found += $0 }, report: { problems, _ in found += problems })
        problems = found
        tally = outcome.tally
        end = outcome.end
        let text = try String(contentsOfFile: options.output ?? "", encoding: .utf8)
        #expect(text.hasSuffix("\n"))
        rows = text.split(separator: "\n").dropFirst().map(String.init)
    }
}

func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory.path + "/rcep-batch-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}
