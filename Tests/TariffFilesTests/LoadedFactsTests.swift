import HarmonizedSystem
import OriginModel
import TariffFiles
import Tariffs
import Testing

/// Facts about the schedules that are loaded.
@Suite struct LoadedFactsTests {
    static let book = try? TariffLibrary(path: Fixtures.rules).book()

    /// `line mfn rcep due saving`, with `nil` where nothing is loaded and `?` where it is not known.
    static let facts: [(to: String, from: String, code: String, date: String, lines: [String])] = [
        // The fur-trimmed line stands apart.
        ("JP", "CN", "620342", "2026-07-01", ["620342100 10 6.3 6.3 3.7", "620342200 9.1 5.7 5.7 3.4"]),
        ("JP", "KR", "620342", "2026-07-01", ["620342100 10 6.3 6.3 3.7", "620342200 9.1  <=9.1 ?"]),
        ("JP", "VN", "620342", "2026-07-01", ["620342100 10 0 0 10", "620342200 9.1 0 0 9.1"]),
        ("VN", "CN", "850990", "2026-01-01", ["85099010 3 0 0 3", "85099090 7 3.5 3.5 3.5"]),
        ("VN", "JP", "850990", "2026-01-01", ["85099010 3 0 0 3", "85099090 7 3.8 3.8 3.2"]),
        ("AU", "CN", "850980", "2022-01-01", ["85098010 nil 0 0 ?", "85098090 nil 0 0 ?"]),
        ("AU", "JP", "850980", "2026-07-01", ["85098010 nil 0 0 ?", "85098090 nil 0 0 ?"]),
        ("CN", "VN", "850980", "2026-07-01", [
            "85098010 nil 8 <=8 ?", "85098020 nil 15 <=15 ?", "85098090 nil 8 <=8 ?",
        ]),
        ("CN", "JP", "850980", "2026-07-01", []),
        ("BN", "CN", "850980", "2025-06-01", ["85098010 0 4 0 0", "85098020 0 5 0 0", "85098090 0 4 0 0"]),
        ("KH", "CN", "850980", "2025-06-01", ["85098010 35 26 26 9", "85098020 35 26 26 9", "85098090 35 35 35 0"]),
        ("KH", "CN", "850980", "2026-06-01", ["85098010 35 23 23 12", "85098020 35 23 23 12", "85098090 35 35 35 0"]),
        ("ID", "KR", "850980", "2025-06-01", ["85098010 10 6 6 4", "85098020 10 0 0 10", "85098090 10 0 0 10"]),
        ("ID", "CN", "850980", "2026-03-31", ["8509801000 10 6 6 4", "8509802000 10 0 0 10", "8509809000 10 0 0 10"]),
        ("ID", "CN", "850980", "2026-04-01", ["8509801000 10 5 5 5", "8509802000 10 0 0 10", "8509809000 10 0 0 10"]),
        ("ID", "JP", "850990", "2025-06-01", ["85099010 5 nil <=5 ?", "85099090 0 nil 0 0"]),
        ("KR", "CN", "850980", "2026-06-01", [
            "8509801000 nil 4 <=4 ?", "8509802000 nil 0 0 ?", "8509803000 nil 0 0 ?", "8509804000 nil 0 0 ?",
            "8509809000 nil 0 0 ?",
        ]),
        ("KR", "JP", "850980", "2026-06-01", []),
        ("MM", "CN", "850980", "2025-06-01", [
            "8509801000 3 0 0 3", "8509802000 7.5 5.7 5.7 1.8", "8509809000 7.5 5.7 5.7 1.8",
        ]),
        ("SG", "CN", "850980", "2026-06-01", ["85098010 0 0 0 0", "85098020 0 0 0 0", "85098090 0 0 0 0"]),
        ("JP", "CN", "010121", "2026-06-01", ["010121100 0 0 0 0", "010121210 0 0 0 0", "010121290 complex  ? ?"]),
        ("JP", "CN", "121120", "2026-06-01", ["121120100 4.3 4.3 4.3 0", "121120900 3 (5.5) 3 0"]),
        ("JP", "CN", "080310", "2026-06-01", ["080310100 20  <=20 ?", "080310100 25  <=25 ?", "080310200 3 0 0 3"]),
        // The table is of year 3; Annex I has year 4.
        ("TH", "KR", "850980", "2025-06-01", ["85098010 30 18 18 12", "85098020 30 18 18 12", "85098090 30 18 18 12"]),
    ]

    @Test(arguments: facts)
    func `a line says what its source says`(
        to: String, from: String, code: String, date: String, lines: [String]
    ) throws {
        let book = try #require(Self.book)
        let answer = book.answer(
            to: try Fixtures.party(to), from: try Fixtures.party(from), code: try Fixtures.code(code),
            on: try Fixtures.date(date))
        #expect(answer.lines.map(Self.text) == lines)
    }

    private static func text(_ line: LineDuty) -> String {
        let due = switch line.duty.due {
        case .exactly(let rate, _): rate.cell
        case .atMost(let percent, _): "<=\(percent)"
        case .unknown: "?"
        }
        return [
            line.line.digits, line.duty.mfn?.cell ?? "nil", line.duty.preference?.cell ?? "nil", due,
            line.duty.saving?.description ?? "?",
        ].joined(separator: " ")
    }

    @Test func `motorcycles to Viet Nam save nothing and it is said why`() throws {
        let book = try #require(Self.book)
        let answer = book.answer(
            to: try Fixtures.party("VN"), from: try Fixtures.party("CN"), code: try Fixtures.code("871120"),
            on: try Fixtures.date("2026-07-01"))
        #expect(answer.lines.count == 14)
        #expect(answer.savings == .zero ... .zero)
        #expect(answer.lines.allSatisfy { $0.duty.due == .exactly($0.duty.mfn ?? .notStated, .either) })
        #expect(answer.lines.allSatisfy { $0.duty.explanation.english.contains("nothing is saved") })
        #expect(answer.lines.allSatisfy { $0.duty.explanation.chinese.contains("无优惠幅度") })
    }

    static let compared: [(to: String, status: String)] = [
        ("AU", "answered"), ("BN", "answered"), ("CN", "sameParty"), ("ID", "answered"), ("JP", "answered"),
        ("KH", "answered"), ("KR", "answered"), ("LA", "answered"), ("MM", "answered"), ("MY", "answered"),
        ("NZ", "answered"), ("PH", "answered"), ("SG", "answered"), ("TH", "answered"), ("VN", "answered"),
    ]

    @Test(arguments: compared)
    func `8509.80 from China has an answer for every Party`(to: String, status: String) throws {
        let book = try #require(Self.book)
        let answer = book.answer(
            to: try Fixtures.party(to), from: try Fixtures.party("CN"), code: try Fixtures.code("850980"),
            on: try Fixtures.date("2026-07-01"))
        #expect("\(answer.status)" == status)
        #expect(answer.groups.isEmpty == (status == "sameParty"))
        // Annex I is known for all but China's own schedule and Singapore's, which has no rates.
        #expect(answer.paths.isEmpty == ["CN", "SG"].contains(to))
    }

    static let counts: [(id: String, lines: Int)] = [
        ("au-annex1", 6184), ("bn-2025", 11427), ("cn-annex1-asean", 8277), ("id-2025-kr", 11552), ("jp-2026", 9654),
        ("kh-2025", 11411), ("la-2025", 11414), ("mm-2025", 11890), ("my-2025", 13664), ("nz-2025", 8291),
        ("ph-2025-kr", 11581), ("sg-2025", 11419), ("sg-duty-free", 0), ("th-2025-kr", 12905), ("vn-2026", 11414),
        ("kr-annex1-8509-cn", 5), ("ph-annex1-8509", 4),
    ]

    @Test(arguments: counts)
    func `every line of the sources is there`(id: String, lines: Int) throws {
        let schedule = try #require(Self.book?.schedules.first { $0.header.id == id })
        #expect(schedule.rowCount == lines)
    }

    static let higher: [(id: String, lines: Int)] = [
        ("bn-2025", 1790), ("la-2025", 1273), ("kh-2025", 517), ("my-2025", 261), ("th-2025-kr", 451),
    ]

    @Test(arguments: higher)
    func `many preferential rates now lie above MFN, and MFN is due`(id: String, lines: Int) throws {
        let schedule = try #require(Self.book?.schedules.first { $0.header.id == id })
        let column = try #require(schedule.header.preferenceColumn(for: try Fixtures.party("KR")))
        let duties = (0..<schedule.rowCount).map { row in
            DutyDue(mfn: schedule.rate(row: row, column: 0), preference: schedule.rate(row: row, column: column))
        }
        let above = duties.filter { duty in
            guard let mfn = duty.mfn?.adValorem, let rcep = duty.preference?.adValorem else { return false }
            return mfn < rcep
        }
        #expect(above.count == lines)
        #expect(above.allSatisfy { $0.saving == .zero && $0.duePercent == $0.mfn?.adValorem })
    }

    static let catalogues: [(to: String, from: String, lines: Int)] = [
        ("JP", "CN", 9654), ("VN", "CN", 11414), ("AU", "CN", 6184), ("CN", "TH", 8277), ("MY", "CN", 13379),
    ]

    @Test(arguments: catalogues)
    func `the catalogue agrees with the answers line by line`(to: String, from: String, lines: Int) throws {
        let book = try #require(Self.book)
        let (party, origin, date) = (
            try Fixtures.party(to), try Fixtures.party(from), try Fixtures.date("2026-07-01")
        )
        let catalogue = book.catalogue(to: party, from: origin, on: date)
        #expect(catalogue.total.lines == lines)
        #expect(!catalogue.entries.isEmpty)
        let edition = try #require(catalogue.schedule?.edition)
        for entry in catalogue.entries.prefix(200) where !entry.duty.caveats.contains(.splitLine) {
            let answer = book.answer(to: party, from: origin, line: entry.line, edition: edition, on: date)
            #expect(answer.lines.map(\.duty) == [entry.duty])
        }
        #expect(catalogue.entries.allSatisfy { !($0.fall?.isZero ?? true) })
    }

    @Test func `the known lines of Korea's Appendix are there`() throws {
        let list = try #require(Self.book?.appendixList(of: try Fixtures.party("KR")))
        #expect(list.lines.count == 18)
        #expect(list.lines.first == "0304750000")
        #expect(!list.isComplete)
        #expect(list.edition == .hs2012)
        #expect(Self.book?.appendixLists.count == 1)
    }

    static let cuts: [(party: String, day: String, differentials: Bool)] = [
        ("AU", "2023-01-01", false), ("BN", "2023-01-01", false), ("KH", "2023-01-01", false),
        ("CN", "2023-01-01", true),
        ("ID", "2022-04-01", true), ("JP", "2022-04-01", true), ("KR", "2023-01-01", true),
        ("LA", "2023-01-01", false),
        ("MY", "2023-01-01", false), ("MM", "2023-01-01", false), ("NZ", "2023-01-01", false),
        ("PH", "2022-04-01", true),
        ("SG", "2023-01-01", false), ("TH", "2023-01-01", true), ("VN", "2023-01-01", true),
    ]

    @Test(arguments: cuts)
    func `the calendar knows the cuts of each Party`(party: String, day: String, differentials: Bool) throws {
        let calendar = try TariffLibrary(path: Fixtures.rules).calendar()
        let code = try Fixtures.party(party)
        #expect(calendar.firstDay(ofYear: 2, importingParty: code)?.description == day)
        #expect(calendar.hasDifferentials(code) == differentials)
    }

    @Test func `only the schedules asked for are read`() throws {
        let library = TariffLibrary(path: Fixtures.rules)
        let one = try library.book(parties: [try Fixtures.party("VN")])
        #expect(one.schedules.map(\.header.id) == ["vn-2026", "vn-annex1-8509-cn"])
        let fewer = try library.book(parties: [try Fixtures.party("VN")], origins: [try Fixtures.party("KR")])
        #expect(fewer.schedules.map(\.header.id) == ["vn-2026"])
        #expect(one.appendixLists.isEmpty)
    }
}
