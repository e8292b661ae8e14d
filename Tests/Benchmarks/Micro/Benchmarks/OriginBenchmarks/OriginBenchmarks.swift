import Benchmark
import DossierFiles
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import Reporting
import RuleFiles

/// Run from the folder of this package; the rules are those of the project around it.
private let rulesFolder = "../../../Rules"

/// What a set-up could not make; a benchmark that has nothing to measure must not report a time.
private struct NotReady: Error {}

private func rules() throws -> RuleDirectory {
    guard let directory = RuleDirectory.locate(explicit: rulesFolder, environment: [:], executable: "") else { throw NotReady() }
    return directory
}

private func day() throws -> CalendarDate {
    guard let day = CalendarDate("2026-11-01") else { throw NotReady() }
    return day
}

/// - Parameter times: so many that starting and stopping the clock does not count.
private func determine(_ name: String, times: Int = 1, _ make: @escaping @Sendable (SampleGoods) throws -> Dossier) {
    Benchmark("determination, \(name)\(times > 1 ? ", \(times) times" : "")") { benchmark in
        let dossier = try make(SampleGoods())
        let determiner = Determiner(law: try rules().law(on: try day()))
        let date = try day()
        // Seen once before it is timed: a sample that is refused would be measured as a fast one.
        _ = try determiner.determine(dossier, on: date)
        benchmark.startMeasurement()
        for _ in 0..<times { blackHole(try determiner.determine(dossier, on: date)) }
    }
}

/// Look-ups of different codes, so that no processor learns the one answer, and so many that starting and stopping the
/// clock does not count.
private func lookUp(_ name: String, _ choose: @escaping @Sendable (RuleSet, HSCode) -> Bool) {
    Benchmark("look-up of 100,000 codes, \(name)") { benchmark in
        let law = try rules().law(on: try day())
        let ruleSet = law.ruleSet
        let known = law.nomenclatures[ruleSet.edition]?.subheadings ?? []
        let missing = (990_000..<991_000).map { UInt32($0) }
        let codes = (known + missing).map { HSCode(number: $0, level: .subheading) }.filter { choose(ruleSet, $0) }
        guard !codes.isEmpty else { throw NotReady() }
        let asked = (0..<100_000).map { codes[$0 * 7 % codes.count] }
        benchmark.startMeasurement()
        for code in asked { blackHole(ruleSet.rule(for: code)) }
    }
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 3, maxDuration: .seconds(3),
        maxIterations: 10_000)

    Benchmark("rules, all chapters") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try rules().law(on: try day())) }
    }
    Benchmark("rules, the chapter of one good") { benchmark in
        let chapters: Set<HSCode> = [HSCode(number: 87, level: .chapter)]
        for _ in benchmark.scaledIterations { blackHole(try rules().law(on: try day(), chapters: chapters)) }
    }

    lookUp("hits at the subheading") { $0.row($1) != nil }
    lookUp("hits at the heading, after a miss") { $0.row($1) == nil && $0.row($1.prefix(.heading)) != nil }
    lookUp("hits at the chapter, after two misses") {
        $0.row($1) == nil && $0.row($1.prefix(.heading)) == nil && $0.row($1.prefix(.chapter)) != nil
    }
    lookUp("misses") { $0.rule(for: $1) == nil }

    determine("1 line", times: 100) { try $0.good(lines: 1) }
    determine("50 lines", times: 100) { try $0.good(lines: 50) }
    determine("1,000 lines") { try $0.good(lines: 1_000) }
    determine("100,000 lines") { try $0.good(lines: 100_000) }
    determine("intermediates 8 levels deep", times: 100) { try $0.nestedGood(levels: 8) }
    determine("50 lines, every alternative failing", times: 100) { try $0.failingGood(lines: 50) }

    Benchmark("determination of 50 lines written as JSON, 100 times") { benchmark in
        let dossier = try SampleGoods().good(lines: 50)
        let determination = try Determiner(law: try rules().law(on: try day())).determine(dossier, on: try day())
        let json = DeterminationJSON(ReportContext())
        benchmark.startMeasurement()
        for _ in 0..<100 { blackHole(json.renderLine(determination)) }
    }
    Benchmark("dossier of 50 lines read, 100 times") { benchmark in
        let bytes = SampleGoods.dossierText(lines: 50)
        _ = try DossierFile.read(bytes, file: "sample")
        benchmark.startMeasurement()
        for _ in 0..<100 { blackHole(try DossierFile.read(bytes, file: "sample")) }
    }
}
