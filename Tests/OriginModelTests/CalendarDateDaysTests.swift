import OriginModel
import Testing

struct CalendarDateDaysTests {
    @Test("days from one day to another", arguments: [
        ("2026-11-24", "2026-11-24", 0), ("2026-11-24", "2026-11-25", 1), ("2026-11-25", "2026-11-24", -1),
        ("2026-02-28", "2026-03-01", 1), ("2028-02-28", "2028-03-01", 2), ("2028-02-29", "2028-03-01", 1),
        ("2026-12-31", "2027-01-01", 1), ("2026-01-01", "2027-01-01", 365), ("2028-01-01", "2029-01-01", 366),
        ("2000-01-01", "2400-01-01", 146_097), ("1900-02-28", "1900-03-01", 1), ("2000-02-28", "2000-03-01", 2),
    ])
    func days(_ from: String, _ to: String, _ days: Int) throws {
        #expect(try #require(CalendarDate(from)).days(until: #require(CalendarDate(to))) == days)
    }
}
