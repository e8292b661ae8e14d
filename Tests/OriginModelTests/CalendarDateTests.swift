import OriginModel
import Testing

@Suite struct CalendarDateTests {
    static let texts: [Row<String, Bool>] = [
        Row("a day", "2026-06-01", true), Row("the first day of a year", "2023-01-01", true),
        Row("the last day of a year", "2022-12-31", true), Row("a leap day", "2024-02-29", true),
        Row("a leap day of a leap century", "2000-02-29", true), Row("no leap day", "2023-02-29", false),
        Row("no leap day of a century", "2100-02-29", false), Row("February 30", "2024-02-30", false),
        Row("April 30", "2026-04-30", true), Row("April 31", "2026-04-31", false), Row("June 31", "2026-06-31", false),
        Row("September 31", "2026-09-31", false), Row("November 31", "2026-11-31", false),
        Row("January 31", "2026-01-31", true), Row("January 32", "2026-01-32", false),
        Row("day nought", "2026-06-00", false),
        Row("month nought", "2026-00-10", false), Row("month 13", "2026-13-01", false),
        Row("year 999", "0999-01-01", false),
        Row("year 1000", "1000-01-01", true), Row("year 9999", "9999-12-31", true), Row("nothing", "", false),
        Row("one digit", "2026-6-1", false), Row("slashes", "2026/06/01", false), Row("no hyphens", "20260601", false),
        Row("the other way round", "01-06-2026", false), Row("with a time", "2026-06-01T00:00", false),
        Row("a space", "2026-06-01 ", false), Row("a sign", "+026-06-01", false),
        Row("a negative day", "2026-06--1", false),
        Row("a letter", "2026-O6-01", false), Row("full-width digits", "２０２６-06-01", false),
        Row("five digits", "12026-06-01", false),
    ]

    @Test(arguments: texts) func reading(_ row: Row<String, Bool>) {
        #expect(CalendarDate(row.given)?.description == (row.expected ? row.given : nil))
    }

    @Test func parts() {
        let date = CalendarDate(year: 2026, month: 6, day: 1)
        #expect(date?.description == "2026-06-01")
        #expect(date?.year == 2026 && date?.month == 6 && date?.day == 1)
        #expect(CalendarDate(year: 2026, month: 6, day: 31) == nil)
        #expect(CalendarDate(year: 10000, month: 1, day: 1) == nil)
    }

    @Test func order() {
        let ordered = ["2022-12-31", "2023-01-01", "2023-01-31", "2023-02-01", "2023-10-01", "2024-01-01"]
        let dates = ordered.compactMap { CalendarDate($0) }
        #expect(dates.count == ordered.count)
        #expect(dates.reversed().sorted().map(\.description) == ordered)
    }
}
