import OriginModel
import Testing

@testable import Tariffs

@Suite struct TariffCalendarTests {
    static let days: [(party: String, date: String, year: Int?)] = [
        ("VN", "2021-12-31", nil), ("VN", "2022-01-01", 1), ("VN", "2022-12-31", 1), ("VN", "2023-01-01", 2),
        ("VN", "2024-02-29", 3), ("VN", "2025-12-31", 4), ("VN", "2026-01-01", 5), ("VN", "2026-12-31", 5),
        ("JP", "2021-12-31", nil), ("JP", "2022-01-01", 1), ("JP", "2022-03-31", 1), ("JP", "2022-04-01", 2),
        ("JP", "2023-03-31", 2), ("JP", "2023-04-01", 3), ("JP", "2025-04-01", 5), ("JP", "2026-03-31", 5),
        ("JP", "2026-04-01", 6), ("JP", "2027-03-31", 6), ("US", "2026-01-01", nil),
    ]

    @Test(arguments: days)
    func `years begin on the cut day of the Party`(party: String, date: String, year: Int?) throws {
        let calendar = try Small.calendar()
        let found = calendar.agreementYear(of: try Small.date(date), importingParty: try Small.party(party))
        #expect(found == year)
    }

    static let firstDays: [(party: String, year: Int, day: String?)] = [
        ("VN", 1, "2022-01-01"), ("VN", 2, "2023-01-01"), ("VN", 5, "2026-01-01"), ("JP", 1, "2022-01-01"),
        ("JP", 2, "2022-04-01"), ("JP", 6, "2026-04-01"), ("JP", 0, nil), ("US", 1, nil),
    ]

    @Test(arguments: firstDays)
    func `a year has a first day`(party: String, year: Int, day: String?) throws {
        let calendar = try Small.calendar()
        let code = try Small.party(party)
        let first = calendar.firstDay(ofYear: year, importingParty: code)
        #expect(first?.description == day)
        if let first { #expect(calendar.agreementYear(of: first, importingParty: code) == year) }
    }

    @Test(arguments: ["01-01", "04-01", "12-31"])
    func `a cut day is a day of every year`(text: String) {
        #expect(TariffCalendar.CutDay(text)?.description == text)
    }

    @Test(arguments: ["02-29", "13-01", "4-1", "04-31", ""])
    func `a day that some years lack is none`(text: String) {
        #expect(TariffCalendar.CutDay(text) == nil)
    }

    @Test func `differentials are data`() throws {
        let calendar = try Small.calendar()
        #expect(calendar.hasDifferentials(try Small.party("JP")) == true)
        #expect(calendar.hasDifferentials(try Small.party("AU")) == false)
        #expect(calendar.hasDifferentials(try Small.party("US")) == nil)
    }
}
