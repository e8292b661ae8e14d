import HarmonizedSystem
import Testing

@testable import Tariffs

@Suite struct TariffScheduleTests {
    static let rows = ["85098010,1", "0101210000,2", "850980,3", "85099000,4", "01012900,5", "85100000,6"]

    static let lookups: [(code: String, cells: String)] = [
        ("850980", "3 1"), ("8509", "3 1 4"), ("85", "3 1 4 6"), ("010121", "2"), ("0101", "2 5"), ("01", "2 5"),
        ("99", ""), ("850970", ""), ("8511", ""),
    ]

    @Test(arguments: lookups)
    func `all lines under a code are found`(code: String, cells: String) throws {
        let schedule = try Small.schedule("x", "JP", columns: ["mfn"], rows: Self.rows)
        let found = schedule.rows(under: try Small.code(code)).map { schedule.rate(row: $0, column: 0).cell }
        #expect(found.joined(separator: " ") == cells)
    }

    @Test(arguments: [("85098010", 1), ("8509801000", 1), ("010121", 1), ("85098020", 0), ("8509.80", 1)])
    func `a line is found by its digits whatever zeros follow`(line: String, count: Int) throws {
        let schedule = try Small.schedule("x", "JP", columns: ["mfn"], rows: Self.rows)
        #expect(schedule.rows(of: try #require(TariffLineCode(line))).count == count)
    }

    static let years: [(year: Int, cell: String)] = [(0, ""), (1, "9"), (2, "6"), (3, "3"), (4, "3"), (50, "3")]

    @Test(arguments: years)
    func `after the last year its rate stays`(year: Int, cell: String) throws {
        let columns = ["base", "y1", "y2", "y3", "y4"]
        let schedule = try Small.schedule("x", "JP", .path, columns: columns, rows: ["85098010,10,9,6,3,"])
        #expect(schedule.rate(row: 0, year: year).cell == cell)
        #expect(schedule.path(ofRow: 0)?[year].cell == cell)
    }

    @Test func `a path ends with its last stated year`() throws {
        let columns = ["base", "y1", "y2", "y3"]
        let schedule = try Small.schedule(
            "x", "JP", .path, columns: columns, rows: ["85098010,10,9,6,", "85098020,U,U,U,U", "85098030,5,,,"])
        #expect(schedule.path(ofRow: 0)?.years.map(\.cell) == ["9", "6"])
        #expect(schedule.path(ofRow: 1)?.years == [.unbound, .unbound, .unbound])
        #expect(schedule.path(ofRow: 2)?.years == [])
        #expect(schedule.rate(row: 2, year: 3) == .notStated)
    }

    @Test func `lines printed twice keep their order`() throws {
        let schedule = try Small.schedule(
            "x", "JP", columns: ["mfn"], split: ["080310100"], rows: ["080390100,9", "080310100,25", "080310100,20"])
        let rows = schedule.rows(under: try Small.code("080310"))
        #expect(rows.map { schedule.rate(row: $0, column: 0).cell } == ["25", "20"])
        #expect(rows.allSatisfy(schedule.isSplit))
        #expect(!schedule.isSplit(row: rows.upperBound))
    }

    static let words: [(word: String, parties: String?)] = [
        ("CN", "CN"), ("cn", "CN"), ("ASEAN", "BN ID KH LA MM MY PH SG TH VN"), ("US", nil), ("", nil), ("CNN", nil),
        ("all", "AU BN CN ID JP KH KR LA MM MY NZ PH SG TH VN"),
    ]

    @Test(arguments: words)
    func `a word stands for Parties`(word: String, parties: String?) {
        let found = OriginGroup.parties(named: word)?.sorted().map(\.description).joined(separator: " ")
        #expect(found == parties)
    }
}
