import HarmonizedSystem
import OriginModel
import Testing

@testable import Tariffs

@Suite struct TariffBookTests {
    static func schedules() throws -> [TariffSchedule] {
        [
            try Small.schedule(
                "jp-2026", "JP", from: "2026-04-01", to: "2027-03-31", columns: ["mfn", "cn=CN@6", "group=VN TH AU@6"],
                rows: ["850980100,10,4,3", "850980200,10,,U", "850990000,0,0,0"]),
            try Small.schedule(
                "vn-2025", "VN", from: "2025-01-01", to: "2025-12-31", columns: ["mfn", "cn=CN", "kr=KR"],
                rows: ["85098010,25,20,5", "85098020,25,20,5"]),
            try Small.schedule(
                "vn-annex1", "VN", .path, edition: .hs2012, from: "2022-01-01", to: nil, complete: false, origins: "CN",
                columns: ["base", "y1", "y2", "y3", "y4", "y5"],
                rows: ["85098010,25,25,24,23,22,21", "85098020,25,25,25,25,25,25"]),
            try Small.schedule(
                "kr-extract", "KR", .path, from: "2022-01-01", to: nil, complete: false, origins: "CN",
                columns: ["base", "y1"], rows: ["8509801000,8,4"]),
            try Small.schedule(
                "sg-2026", "SG", columns: ["mfn"], rows: ["85098010,complex", "85098020,0"]),
            try Small.schedule(
                "sg-free", "SG", .dutyFree, from: "2022-01-01", to: nil, origins: "CN JP VN", columns: []),
        ]
    }

    static func same(_ older: HSEdition = .hs2012) throws -> [HSCorrelation] {
        [try HSCorrelation(newer: .hs2022, older: older, compact: "")]
    }

    /// Lines as `line:mfn>rcep`.
    static func lines(_ answer: TariffAnswer) -> [String] {
        answer.lines.map { "\($0.line.digits):\($0.duty.mfn?.cell ?? "nil")>\($0.duty.preference?.cell ?? "nil")" }
    }

    static let answers: [(to: String, from: String, code: String, date: String, status: String, lines: String)] = [
        ("JP", "CN", "850980", "2026-07-01", "answered", "850980100:10>4 850980200:10>"),
        ("JP", "VN", "850980", "2026-07-01", "answered", "850980100:10>3 850980200:10>U"),
        ("JP", "CN", "8509", "2026-07-01", "answered", "850980100:10>4 850980200:10> 850990000:0>0"),
        // A column for one origin is never used for another.
        ("JP", "KR", "850980", "2026-07-01", "preferenceNotLoaded", "850980100:10>nil 850980200:10>nil"),
        ("VN", "JP", "850980", "2025-07-01", "preferenceNotLoaded", "85098010:25>nil 85098020:25>nil"),
        ("KR", "JP", "850980", "2026-07-01", "notLoaded", ""),
        // Another code, another Party, the Party itself.
        ("JP", "CN", "010121", "2026-07-01", "noLine", ""), ("KR", "CN", "850990", "2026-07-01", "notLoaded", ""),
        ("AU", "CN", "850980", "2026-07-01", "notLoaded", ""), ("JP", "JP", "850980", "2026-07-01", "sameParty", ""),
        // The year applied comes first, Annex I of the year before a table of another year.
        ("VN", "CN", "850980", "2025-07-01", "answered", "85098010:25>20 85098020:25>20"),
        ("VN", "CN", "850980", "2026-07-01", "answered", "85098010:25>21 85098020:25>25"),
        ("VN", "CN", "850980", "2024-07-01", "answered", "85098010:25>23 85098020:25>25"),
        ("VN", "KR", "850980", "2026-07-01", "answered", "85098010:25>5 85098020:25>5"),
        ("KR", "CN", "850980", "2026-07-01", "answered", "8509801000:nil>4"),
        // Singapore takes no duty, whatever the line.
        ("SG", "CN", "850980", "2026-07-01", "answered", "85098010:complex>0 85098020:0>0"),
        ("SG", "CN", "010121", "2026-07-01", "answered", "010121:nil>0"),
        ("SG", "KR", "850980", "2026-07-01", "preferenceNotLoaded", "85098010:complex>nil 85098020:0>nil"),
    ]

    @Test(arguments: answers)
    func `a schedule answers for its own origins and days`(
        to: String, from: String, code: String, date: String, status: String, lines: String
    ) throws {
        let book = try Small.book(try Self.schedules(), correlations: try Self.same())
        let answer = book.answer(
            to: try Small.party(to), from: try Small.party(from), code: try Small.code(code), on: try Small.date(date))
        #expect("\(answer.status)" == status)
        #expect(Self.lines(answer).joined(separator: " ") == lines)
    }

    static let caveats: [(to: String, from: String, date: String, caveats: DutyCaveats)] = [
        ("JP", "CN", "2026-04-01", []), ("JP", "CN", "2026-03-31", [.preferenceOfOtherDate, .mfnOfOtherDate]),
        ("JP", "CN", "2027-03-31", []), ("JP", "CN", "2027-04-01", [.preferenceOfOtherDate, .mfnOfOtherDate]),
        ("JP", "KR", "2026-07-01", .preferenceNotLoaded), ("VN", "KR", "2025-12-31", []),
        ("VN", "KR", "2026-01-01", [.preferenceOfOtherDate, .mfnOfOtherDate]),
        ("VN", "CN", "2026-01-01", [.mfnOfOtherDate, .mfnByEqualDigits]), ("KR", "CN", "2026-07-01", .mfnNotLoaded),
        ("JP", "CN", "2021-12-31", [.preferenceOfOtherDate, .mfnOfOtherDate, .beforeAgreement]),
    ]

    @Test(arguments: caveats)
    func `figures of other days say so`(to: String, from: String, date: String, caveats: DutyCaveats) throws {
        let book = try Small.book(try Self.schedules(), correlations: try Self.same())
        let answer = book.answer(
            to: try Small.party(to), from: try Small.party(from), code: try Small.code("850980"),
            on: try Small.date(date))
        #expect(answer.lines.first?.duty.caveats == caveats)
    }

    @Test func `the figures of another year of Annex I are of another date`() throws {
        let tariff = try Small.schedule(
            "th", "TH", columns: ["mfn", "kr=KR@3"], rows: ["85098010,30,21"])
        let answer = try Small.book([tariff]).answer(
            to: try Small.party("TH"), from: try Small.party("KR"), code: try Small.code("850980"),
            on: try Small.date("2026-07-01"))
        #expect(answer.lines.first?.duty.caveats == .preferenceOfOtherDate)
        #expect(answer.lines.first?.agreementYear == 3)
        #expect(answer.agreementYear == 5)
    }

    @Test func `a code is carried to the edition of the schedule`() throws {
        // 8509.80 of HS 2022 was 8509.30 and 8509.80; 8509.30 became part of 8509.40 too.
        let table = try HSCorrelation(
            newer: .hs2022, older: .hs2012, compact: "850980 850930 850980\n850940 850930\n")
        let path = try Small.schedule(
            "au", "AU", .path, edition: .hs2012, from: "2022-01-01", to: nil, origins: "CN", columns: ["base", "y1"],
            rows: ["85093000,5,4", "85098000,5,0", "85099000,5,1"])
        let book = try Small.book([path], correlations: [table])
        let (party, origin, date) = (try Small.party("AU"), try Small.party("CN"), try Small.date("2026-01-01"))
        let mapped = book.answer(to: party, from: origin, code: try Small.code("850980"), on: date)
        #expect(Self.lines(mapped) == ["85093000:nil>4", "85098000:nil>0"])
        #expect(mapped.groups.first?.mapping?.codes.map(\.digits) == ["850930", "850980"])
        #expect(mapped.groups.first?.mapping?.isUnchanged == false)
        #expect(mapped.lines.allSatisfy { $0.duty.caveats.contains(.mappedBetweenEditions) })
        let unchanged = book.answer(to: party, from: origin, code: try Small.code("850990"), on: date)
        #expect(Self.lines(unchanged) == ["85099000:nil>1"])
        #expect(unchanged.groups.first?.mapping?.isUnchanged == true)
        #expect(unchanged.lines.allSatisfy { !$0.duty.caveats.contains(.mappedBetweenEditions) })
        // Back: a code of the older edition is looked up as it stands.
        let own = book.answer(to: party, from: origin, code: try Small.code("850930"), edition: .hs2012, on: date)
        #expect(Self.lines(own) == ["85093000:nil>4"])
        #expect(own.groups.first?.mapping == nil)
    }

    @Test func `an MFN rate is taken over only where it is one`() throws {
        let path = try Small.schedule(
            "kh-path", "KH", .path, edition: .hs2012, from: "2022-01-01", to: nil, origins: "CN",
            columns: ["base", "y1"], rows: ["85098015,9,1", "85099015,9,1", "85094010,9,1"])
        let tariff = try Small.schedule(
            "kh-mfn", "KH", columns: ["mfn"],
            rows: ["85098010,7", "85098090,7", "85099010,7", "85099090,15", "85094010,7", "85094090,15"])
        let book = try Small.book([path, tariff], correlations: try Self.same())
        let lines = book.answer(
            to: try Small.party("KH"), from: try Small.party("CN"), code: try Small.code("8509"), edition: .hs2012,
            on: try Small.date("2026-07-01")
        ).lines
        #expect(lines.map { "\($0.line.digits):\($0.duty.mfn?.cell ?? "nil")" } == [
            "85094010:7", "85098015:7", "85099015:nil",
        ])
        #expect(lines.map(\.duty.caveats) == [.mfnByEqualDigits, .mfnSharedBySubheading, [.mfnDiffers, .mfnNotLoaded]])
    }

    @Test func `a preference without MFN rates takes those of the tariff`() throws {
        let tariff = try Small.schedule(
            "id-mfn", "ID", columns: ["mfn", "kr=KR"], rows: ["85098010,10,6", "85098020,5,0"])
        let added = try Small.schedule("id-cn", "ID", columns: ["cn=CN"], rows: ["8509801000,4", "85098020,"])
        let book = try Small.book([tariff, added])
        let answer = book.answer(
            to: try Small.party("ID"), from: try Small.party("CN"), code: try Small.code("850980"),
            on: try Small.date("2026-07-01"))
        #expect(Self.lines(answer) == ["8509801000:10>4", "85098020:5>"])
        #expect(answer.lines.first?.duty.saving?.description == "6")
    }

    @Test func `one national line can be asked for`() throws {
        let book = try Small.book(try Self.schedules(), correlations: try Self.same())
        let answer = book.answer(
            to: try Small.party("JP"), from: try Small.party("CN"), line: try #require(TariffLineCode("8509.80.100")),
            on: try Small.date("2026-07-01"))
        #expect(Self.lines(answer) == ["850980100:10>4"])
        #expect(answer.savings?.lowerBound.description == "6")
    }

    @Test func `an extract is silent beside the whole`() throws {
        let columns = ["base", "y1"]
        let whole = try Small.schedule(
            "whole", "AU", .path, from: "2022-01-01", to: nil, origins: "CN", columns: columns, rows: ["85098010,5,0"])
        let extract = try Small.schedule(
            "extract", "AU", .path, from: "2022-01-01", to: nil, complete: false, origins: "CN", columns: columns,
            rows: ["85098010,5,1"])
        let answer = try Small.book([extract, whole]).answer(
            to: try Small.party("AU"), from: try Small.party("CN"), code: try Small.code("850980"),
            on: try Small.date("2026-07-01"))
        #expect(answer.groups.map(\.schedule.id) == ["whole"])
        #expect(answer.paths.first?.path?.years == [.free])
    }
}
