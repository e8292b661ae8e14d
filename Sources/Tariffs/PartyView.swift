import HarmonizedSystem
import OriginModel

/// The schedules of one Party as they bear on goods of one origin on one day.
struct PartyView {
    /// A schedule and where in it the preferential rate for the origin stands.
    struct Preference {
        enum Reading {
            case column(Int, agreementYear: Int?)
            case year(Int)
            case everyLineFree
            /// No rate for the origin: the schedule serves for its lines and their MFN rates alone.
            case none
        }

        let schedule: TariffSchedule
        let reading: Reading
        let caveats: DutyCaveats
        /// The lower, the more it is to be relied on.
        let rank: Int
    }

    /// A tariff with an MFN column.
    struct Ordinary {
        let schedule: TariffSchedule
        let column: Int
        let caveats: DutyCaveats
    }

    let origin: CountryCode
    let date: CalendarDate
    /// nil before the Agreement.
    let year: Int?
    let isLoaded: Bool
    /// The one to rely on first.
    let preferences: [Preference]
    let ordinary: Ordinary?
    private let editions: EditionTables

    init(_ book: TariffBook, to party: CountryCode, from origin: CountryCode, on date: CalendarDate) {
        self.origin = origin
        self.date = date
        year = book.calendar.agreementYear(of: date, importingParty: party)
        editions = book.editions
        let own = book.schedules.filter { $0.header.importingParty == party }
        isLoaded = !own.isEmpty
        ordinary = Self.ordinary(own, date)
        preferences = Self.preferences(own, origin, date, year)
    }

    // MARK: Which schedules

    /// The tariff with an MFN column whose days are those of the date or nearest to it.
    private static func ordinary(_ schedules: [TariffSchedule], _ date: CalendarDate) -> Ordinary? {
        let tariffs = schedules.filter { $0.header.mfnColumn != nil }
        guard let tariff = nearest(tariffs, date), let column = tariff.header.mfnColumn else { return nil }
        let caveats: DutyCaveats = tariff.header.period.contains(date) ? [] : .mfnOfOtherDate
        return Ordinary(schedule: tariff, column: column, caveats: caveats)
    }

    /// In force on the date, else the last one before it, else the first one after it; whole ones before extracts.
    private static func nearest(_ schedules: [TariffSchedule], _ date: CalendarDate) -> TariffSchedule? {
        func distance(_ schedule: TariffSchedule) -> Int {
            schedule.header.period.contains(date) ? 0 : schedule.header.period.first <= date ? 1 : 2
        }
        return schedules.min { left, right in
            let (one, other) = (left.header, right.header)
            let (near, far) = (distance(left), distance(right))
            guard near == far else { return near < far }
            guard one.isComplete == other.isComplete else { return one.isComplete }
            return near == 2 ? one.period.first < other.period.first : one.period.first > other.period.first
        }
    }

    private static func preferences(
        _ schedules: [TariffSchedule], _ origin: CountryCode, _ date: CalendarDate, _ year: Int?
    ) -> [Preference] {
        let covering = schedules.filter { $0.header.origins.contains(origin) }
        var found: [Preference] = []
        for isComplete in [true, false] {
            let alike = covering.filter { $0.header.isComplete == isComplete }
            for kind in [TariffSchedule.Kind.applied, .path] {
                // An extract adds nothing to the whole it is taken from.
                guard isComplete || !found.contains(where: { $0.schedule.header.kind == kind }),
                    let schedule = nearest(alike.filter { $0.header.kind == kind }, date)
                else { continue }
                found.append(preference(schedule, origin, date, year))
            }
        }
        found += covering.filter { $0.header.kind == .dutyFree }.prefix(1).map { preference($0, origin, date, year) }
        return found.sorted { $0.rank < $1.rank }
    }

    private static func preference(
        _ schedule: TariffSchedule, _ origin: CountryCode, _ date: CalendarDate, _ year: Int?
    ) -> Preference {
        let header = schedule.header
        let early: DutyCaveats = year == nil ? .beforeAgreement : []
        let extract = header.isComplete ? 0 : 1
        switch header.kind {
        case .path:
            return Preference(
                schedule: schedule, reading: year.map { .year($0) } ?? .none, caveats: early, rank: 2 + 3 * extract)
        case .dutyFree:
            return Preference(
                schedule: schedule, reading: year == nil ? .none : .everyLineFree, caveats: early, rank: 0)
        case .applied:
            guard let column = header.preferenceColumn(for: origin) else {
                return Preference(schedule: schedule, reading: .none, caveats: early, rank: 6)
            }
            var stated: Int?
            if case .preference(_, let agreementYear) = header.columns[column].meaning { stated = agreementYear }
            let isOfDate = header.period.contains(date) && (stated == nil || year == nil || stated == year)
            return Preference(
                schedule: schedule, reading: .column(column, agreementYear: stated),
                caveats: isOfDate ? early : early.union(.preferenceOfOtherDate), rank: (isOfDate ? 0 : 3) + extract)
        }
    }

    // MARK: Lines

    /// The lines under a code, by schedule.
    func groups(_ code: HSCode, _ edition: HSEdition) -> [TariffAnswer.Group] {
        let found = preferences.compactMap { group($0, code, edition) }
        if found.isEmpty, let lines = linesWithoutPreference.flatMap({ group($0, code, edition) }) { return [lines] }
        return Self.relying(found)
    }

    /// Rates applied on other days give way to Annex I, even an extract of it, where that holds every line of theirs.
    private static func relying(_ groups: [TariffAnswer.Group]) -> [TariffAnswer.Group] {
        guard let first = groups.first,
            first.lines.contains(where: { $0.duty.caveats.contains(.preferenceOfOtherDate) })
        else { return groups }
        let lines = Set(first.lines.map(\.line.filled))
        let better = groups.firstIndex { group in
            group.schedule.kind == .path && lines.isSubset(of: group.lines.map(\.line.filled))
        }
        guard let better else { return groups }
        var sorted = groups
        sorted.insert(sorted.remove(at: better), at: 0)
        return sorted
    }

    func status(_ groups: [TariffAnswer.Group]) -> TariffAnswer.Status {
        if !isLoaded { return .notLoaded }
        if !groups.isEmpty {
            let hasPreference = groups.contains { $0.lines.contains { $0.duty.preference != nil } }
            return hasPreference ? .answered : .preferenceNotLoaded
        }
        let isWholeLoaded = ordinary?.schedule.header.isComplete ?? false
            || preferences.contains { $0.schedule.header.isComplete }
        return isWholeLoaded ? .noLine : .notLoaded
    }

    /// The tariff that gives the lines where no schedule speaks of the origin.
    var linesWithoutPreference: Preference? {
        ordinary.map { Preference(schedule: $0.schedule, reading: .none, caveats: [], rank: 9) }
    }

    private func group(_ preference: Preference, _ code: HSCode, _ edition: HSEdition) -> TariffAnswer.Group? {
        // Freedom from duty has no lines of its own; those of the tariff serve, or the code itself.
        if case .everyLineFree = preference.reading { return freeGroup(preference, code, edition) }
        let (mapping, rows) = rows(of: preference.schedule, under: code, edition)
        guard !rows.isEmpty else { return nil }
        let lines = rows.map { row in
            line(preference, row: row, isMapped: isMapped(row, of: preference.schedule, edition))
        }
        return TariffAnswer.Group(schedule: preference.schedule.header, mapping: mapping, lines: lines)
    }

    private func rows(
        of schedule: TariffSchedule, under code: HSCode, _ edition: HSEdition
    ) -> (CodeMapping?, [Int]) {
        let own = schedule.header.edition
        guard own != edition else { return (nil, Array(schedule.rows(under: code))) }
        let codes = editions.codes(code, from: edition, to: own)
        let isUnchanged = code.level == .subheading && editions.isUnchanged(code.number, edition, own)
        let mapping = CodeMapping(asked: code, from: edition, to: own, codes: codes, isUnchanged: isUnchanged)
        return (mapping, codes.flatMap { schedule.rows(under: $0) })
    }

    /// Whether the subheading of a row means other goods in the edition asked about.
    private func isMapped(_ row: Int, of schedule: TariffSchedule, _ edition: HSEdition) -> Bool {
        let own = schedule.header.edition
        return own != edition && !editions.isUnchanged(schedule.line(ofRow: row).subheadingNumber, own, edition)
    }

    private func freeGroup(_ preference: Preference, _ code: HSCode, _ edition: HSEdition) -> TariffAnswer.Group {
        if let ordinary {
            let (mapping, rows) = rows(of: ordinary.schedule, under: code, edition)
            let lines = rows.map { row in
                free(ordinary, row: row, preference.caveats, isMapped: isMapped(row, of: ordinary.schedule, edition))
            }
            if !lines.isEmpty {
                return TariffAnswer.Group(schedule: preference.schedule.header, mapping: mapping, lines: lines)
            }
        }
        let line = LineDuty(
            line: TariffLineCode(code), column: nil, agreementYear: year,
            duty: DutyDue(mfn: nil, preference: .free, caveats: preference.caveats), path: nil)
        return TariffAnswer.Group(schedule: preference.schedule.header, mapping: nil, lines: [line])
    }

    /// A line of the tariff of a Party that takes no duty on originating goods.
    private func free(_ ordinary: Ordinary, row: Int, _ caveats: DutyCaveats, isMapped: Bool) -> LineDuty {
        let schedule = ordinary.schedule
        let duty = DutyDue(
            mfn: schedule.rate(row: row, column: ordinary.column), preference: .free,
            caveats: caveats.union(ordinary.caveats).union(Self.caveats(schedule, row, isMapped)))
        return LineDuty(
            line: schedule.line(ofRow: row), column: nil, agreementYear: year, duty: duty, path: nil)
    }

    /// A line with what is due on it.
    private func line(_ preference: Preference, row: Int, isMapped: Bool) -> LineDuty {
        let schedule = preference.schedule
        var column: String?
        var agreementYear: Int?
        switch preference.reading {
        case .column(let index, let stated):
            column = schedule.header.columns[index].name
            agreementYear = stated
        case .year(let year):
            column = "y\(min(year, schedule.header.lastYear))"
            agreementYear = year
        case .everyLineFree, .none: break
        }
        return LineDuty(
            line: schedule.line(ofRow: row), column: column, agreementYear: agreementYear,
            duty: duty(preference, row: row, isMapped: isMapped), path: schedule.path(ofRow: row))
    }

    /// What is due on a row of a schedule.
    func duty(_ preference: Preference, row: Int, isMapped: Bool) -> DutyDue {
        let schedule = preference.schedule
        let (mfn, ordinaryCaveats) = ordinaryRate(schedule, row: row)
        let base = schedule.header.baseColumn.map { schedule.rate(row: row, column: $0) }
        let caveats = preference.caveats.union(ordinaryCaveats).union(Self.caveats(schedule, row, isMapped))
        return DutyDue(mfn: mfn, preference: rate(preference, row: row), base: base, caveats: caveats)
    }

    private func rate(_ preference: Preference, row: Int) -> DutyRate? {
        switch preference.reading {
        case .column(let column, _): preference.schedule.rate(row: row, column: column)
        case .year(let year): preference.schedule.rate(row: row, year: year)
        case .everyLineFree: .free
        case .none: nil
        }
    }

    private static func caveats(_ schedule: TariffSchedule, _ row: Int, _ isMapped: Bool) -> DutyCaveats {
        var caveats: DutyCaveats = isMapped ? .mappedBetweenEditions : []
        if schedule.isSplit(row: row) { caveats.insert(.splitLine) }
        if schedule.isStray(row: row) { caveats.insert(.strayCode) }
        return caveats
    }

    // MARK: MFN

    /// The MFN rate of a row: of its own schedule where that has one, else of the Party's tariff.
    private func ordinaryRate(_ schedule: TariffSchedule, row: Int) -> (DutyRate?, DutyCaveats) {
        if let column = schedule.header.mfnColumn {
            let rate = schedule.rate(row: row, column: column)
            let caveats: DutyCaveats = schedule.header.period.contains(date) ? [] : .mfnOfOtherDate
            if rate != .notStated || ordinary?.schedule.header.id == schedule.header.id { return (rate, caveats) }
        }
        guard let ordinary else { return (nil, []) }
        let (rate, caveats) = ordinaryRate(ordinary, of: schedule.line(ofRow: row), schedule.header.edition)
        return (rate, rate == nil ? caveats : caveats.union(ordinary.caveats))
    }

    /// The MFN rate of a line of another schedule: that of the line with the same digits where these mean the same
    /// subheading, else the one that all lines share that it may correspond to.
    private func ordinaryRate(
        _ ordinary: Ordinary, of line: TariffLineCode, _ edition: HSEdition
    ) -> (DutyRate?, DutyCaveats) {
        let tariff = ordinary.schedule
        let own = tariff.header.edition
        let isSame = own == edition
        if isSame || editions.isUnchanged(line.subheadingNumber, own, edition),
            let rate = shared(tariff.rows(of: line), ordinary) {
            return (rate, isSame ? [] : .mfnByEqualDigits)
        }
        let rows = editions.codes(line.subheading, from: edition, to: own).flatMap { tariff.rows(under: $0) }
        guard !rows.isEmpty else { return (nil, []) }
        guard let rate = shared(rows, ordinary) else { return (nil, .mfnDiffers) }
        return (rate, .mfnSharedBySubheading)
    }

    /// The rate that all the rows have; nil where they differ or there are none.
    private func shared(_ rows: some Sequence<Int>, _ ordinary: Ordinary) -> DutyRate? {
        var shared: DutyRate?
        for row in rows {
            let rate = ordinary.schedule.rate(row: row, column: ordinary.column)
            if let shared, shared != rate { return nil }
            shared = rate
        }
        return shared
    }
}
