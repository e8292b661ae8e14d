import Bilingual
import OriginModel

/// When the rates of the schedules fall, and how each Party keeps its schedule.
///
/// Year 1 of Annex I begins with the Agreement; every later year begins on the next cut day of the importing Party. So
/// year 2 began on 1 April 2022 where cuts fall on 1 April, and on 1 January 2023 where they fall on 1 January.
public struct TariffCalendar: Sendable, Hashable {
    /// A day of every year.
    public struct CutDay: Sendable, Hashable, CustomStringConvertible {
        public let month: Int
        public let day: Int

        /// nil unless the day exists in every year.
        public init?(month: Int, day: Int) {
            guard CalendarDate(year: 2023, month: month, day: day) != nil else { return nil }
            self.month = month
            self.day = day
        }

        /// Reads `MM-DD`.
        public init?(_ text: some StringProtocol) {
            guard let date = CalendarDate("2023-\(text)") else { return nil }
            self.init(month: date.month, day: date.day)
        }

        /// `04-01`
        public var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

        func isReached(by date: CalendarDate) -> Bool { (month, day) <= (date.month, date.day) }
    }

    /// How a Party keeps its schedule.
    public struct Practice: Sendable, Hashable {
        public let cuts: CutDay
        /// Whether rates may differ by RCEP country of origin (tariff differentials, Article 2.6).
        public let hasDifferentials: Bool

        public init(cuts: CutDay, hasDifferentials: Bool) {
            self.cuts = cuts
            self.hasDifferentials = hasDifferentials
        }
    }

    /// First day of year 1.
    public let firstDay: CalendarDate
    public let practices: [CountryCode: Practice]
    public let source: BilingualText

    public init(firstDay: CalendarDate, practices: [CountryCode: Practice], source: BilingualText) {
        self.firstDay = firstDay
        self.practices = practices
        self.source = source
    }

    /// The year of Annex I, from 1, that a Party applies on a date; nil before the Agreement and for a Party unknown
    /// here.
    public func agreementYear(of date: CalendarDate, importingParty: CountryCode) -> Int? {
        guard firstDay <= date, let cuts = practices[importingParty]?.cuts else { return nil }
        // Cut days after the first day and up to the date, each of which begins a year.
        let before = cuts.isReached(by: firstDay) ? 1 : 0
        let now = cuts.isReached(by: date) ? 1 : 0
        return date.year - firstDay.year + now - before + 1
    }

    /// First day of a year of Annex I in a Party; nil for a Party unknown here and for years the calendar does not
    /// reach.
    public func firstDay(ofYear year: Int, importingParty: CountryCode) -> CalendarDate? {
        guard let cuts = practices[importingParty]?.cuts, year >= 1 else { return nil }
        guard year > 1 else { return firstDay }
        let skipped = cuts.isReached(by: firstDay) ? 1 : 0
        return CalendarDate(year: firstDay.year + year - 2 + skipped, month: cuts.month, day: cuts.day)
    }

    /// Whether the rates of a Party may differ by origin; nil for a Party unknown here.
    public func hasDifferentials(_ party: CountryCode) -> Bool? {
        practices[party]?.hasDifferentials
    }
}

/// The days for which figures were taken, both ends included.
public struct TariffPeriod: Sendable, Hashable, CustomStringConvertible {
    public let first: CalendarDate
    /// nil: no end is known.
    public let last: CalendarDate?

    /// nil when the last day comes before the first.
    public init?(from first: CalendarDate, to last: CalendarDate?) {
        if let last, last < first { return nil }
        self.first = first
        self.last = last
    }

    public func contains(_ date: CalendarDate) -> Bool {
        first <= date && (last.map { date <= $0 } ?? true)
    }

    public func overlaps(_ other: TariffPeriod) -> Bool {
        let (earlier, later) = first <= other.first ? (self, other) : (other, self)
        return earlier.contains(later.first)
    }

    /// `2025-01-01 - 2025-12-31`
    public var description: String { "\(first) - \(last?.description ?? "")" }
}
