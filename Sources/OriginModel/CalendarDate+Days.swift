extension CalendarDate {
    /// Days from this day to another; below zero where the other lies before it.
    public func days(until other: CalendarDate) -> Int {
        other.dayNumber - dayNumber
    }

    /// Days since 1 March of the year 0; years begin in March, so that the day a leap year adds is its last.
    private var dayNumber: Int {
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return 365 * years + years / 4 - years / 100 + years / 400 + (months * 306 + 5) / 10 + day - 1
    }
}
