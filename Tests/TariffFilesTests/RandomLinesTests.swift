import Foundation
import HarmonizedSystem
import OriginModel
import TariffFiles
import Tariffs
import Testing

/// A thousand lines worked out again from the raw figures, by a reader that shares no code with the program's.
@Suite struct RandomLinesTests {
    /// One preferential cell of a raw file: thousandths of a percent where it is a number.
    struct Raw {
        let schedule: String
        let party: String
        let origin: String
        let line: String
        let mfn: String?
        let cell: String
        let date: String
    }

    /// Columns with one origin each to ask for, and a day on which the schedule is the one to rely on.
    typealias Column = (name: String, origin: String)
    static let sources: [(schedule: String, party: String, columns: [Column], date: String)] = [
        ("jp-2026", "JP", [("asean_au_nz", "NZ"), ("cn", "CN"), ("kr", "KR")], "2026-07-15"),
        ("vn-2026", "VN", [("asean", "TH"), ("au", "AU"), ("cn", "CN")], "2026-07-15"),
        ("vn-2026", "VN", [("jp", "JP"), ("kr", "KR"), ("nz", "NZ")], "2026-07-15"),
        ("bn-2025", "BN", [("all", "CN")], "2025-07-15"), ("kh-2025", "KH", [("all", "JP")], "2025-07-15"),
        ("la-2025", "LA", [("all", "KR")], "2025-07-15"), ("my-2025", "MY", [("all", "VN")], "2025-07-15"),
        ("nz-2025", "NZ", [("all", "CN")], "2025-07-15"), ("id-2025-kr", "ID", [("kr", "KR")], "2025-07-15"),
        ("ph-2025-kr", "PH", [("kr", "KR")], "2025-07-15"), ("th-2025-kr", "TH", [("kr", "KR")], "2024-07-15"),
        ("au-annex1", "AU", [("y1", "CN")], "2022-07-15"), ("au-annex1", "AU", [("y5", "JP")], "2026-07-15"),
        ("cn-annex1-asean", "CN", [("y1", "TH")], "2022-07-15"),
        ("cn-annex1-asean", "CN", [("y5", "VN")], "2026-07-15"),
        ("cn-annex1-asean", "CN", [("y21", "SG")], "2060-07-15"),
    ]

    static let lines: [Raw] = (try? sample(1000)) ?? []

    static func sample(_ count: Int) throws -> [Raw] {
        var all: [[Raw]] = []
        for source in sources {
            let text = try Fixtures.text("\(Fixtures.rules)/tariffs/\(source.schedule)/lines.csv")
            let rows = text.components(separatedBy: "\n").filter { !$0.isEmpty }.map { $0.components(separatedBy: ",") }
            let seen = Dictionary(grouping: rows.dropFirst(), by: { $0[0] })
            let once = rows.dropFirst().filter { seen[$0[0]]?.count == 1 }
            for column in source.columns {
                guard let index = rows[0].firstIndex(of: column.name) else { throw CocoaError(.fileReadCorruptFile) }
                let ordinary = rows[0].firstIndex(of: "mfn")
                all.append(
                    once.map { row in
                        Raw(
                            schedule: source.schedule, party: source.party, origin: column.origin, line: row[0],
                            mfn: ordinary.map { row[$0] }, cell: row[index], date: source.date)
                    })
            }
        }
        // A fixed sequence, so that a failure can be looked at again.
        var state: UInt64 = 20220101
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let column = all[Int(state >> 33) % all.count]
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return column[Int(state >> 33) % column.count]
        }
    }

    /// Thousandths of a percent; nil unless the cell is a number.
    static func thousandths(_ cell: String?) -> Int? {
        guard let cell, !cell.isEmpty, cell.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
        let parts = cell.components(separatedBy: ".")
        let decimals = (parts.count > 1 ? parts[1] : "").padding(toLength: 3, withPad: "0", startingAt: 0)
        return Int(parts[0] + decimals)
    }

    /// What is due and what is saved, as the law says it, in thousandths of a percent: `due saving`.
    static func expected(_ raw: Raw) -> String {
        let none = ["U", "excluded", "MFN"].contains(raw.cell) || raw.cell.hasPrefix("(")
        switch (thousandths(raw.mfn), thousandths(raw.cell)) {
        case (let mfn?, let rcep?): return "\(min(mfn, rcep)) \(max(0, mfn - rcep))"
        case (nil, let rcep?): return rcep == 0 ? "0 ?" : "at most \(rcep) ?"
        case (let mfn?, nil): return none || mfn == 0 ? "\(mfn) 0" : "at most \(mfn) ?"
        case (nil, nil): return none ? (raw.mfn == "complex" ? "complex 0" : "unknown 0") : "unknown ?"
        }
    }

    static func thousandths(_ value: ExactDecimal) -> String {
        thousandths(value.description).map(String.init) ?? "not a number"
    }

    static func found(_ duty: DutyDue) -> String {
        let due: String = switch duty.due {
        case .exactly(let rate, _): rate.adValorem.map(thousandths) ?? rate.cell
        case .atMost(let percent, _): "at most \(thousandths(percent))"
        case .unknown: "unknown"
        }
        return "\(due) \(duty.saving.map(thousandths) ?? "?")"
    }

    @Test func `a thousand lines come out as their figures say`() throws {
        let book = try #require(LoadedFactsTests.book)
        #expect(Self.lines.count == 1000)
        for raw in Self.lines {
            let line = try #require(TariffLineCode(raw.line))
            let schedule = try #require(book.schedules.first { $0.header.id == raw.schedule })
            let answer = book.answer(
                to: try Fixtures.party(raw.party), from: try Fixtures.party(raw.origin), line: line,
                edition: schedule.header.edition, on: try Fixtures.date(raw.date))
            let group = try #require(answer.groups.first { $0.schedule.id == raw.schedule })
            let answers = group.lines.filter { $0.line.digits == raw.line }.map { Self.found($0.duty) }
            #expect(answers == [Self.expected(raw)], "\(raw)")
        }
    }

    /// The sample meets every kind of answer, so that the test above cannot pass by missing one.
    @Test func `the thousand lines hold every kind of answer`() {
        let kinds = Set(
            Self.lines.map { raw in
                Self.expected(raw).split(separator: " ").map { Int($0) == nil ? String($0) : "n" }
            })
        #expect(kinds.contains(["n", "n"]))
        #expect(kinds.contains(["n", "?"]))
        #expect(kinds.contains(["at", "most", "n", "?"]))
        #expect(kinds.contains(["unknown", "?"]))
        #expect(Set(Self.lines.map(\.schedule)).count == 12)
    }
}
