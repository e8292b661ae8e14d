import HarmonizedSystem
import OriginModel

/// All lines of a Party's tariff on which goods of one origin pay less than without a preference.
public struct TariffCatalogue: Sendable {
    /// Which lines are wanted.
    public struct Filter: Sendable {
        /// nil for all.
        public var chapters: Set<UInt32>?
        /// Chapters, headings and subheadings under one of which a line has to stand; nil for all.
        public var codes: Set<HSCode>?
        /// In percentage points; zero for any saving.
        public var leastSaving: ExactDecimal
        /// Only lines on which nothing is due under the preference.
        public var fallsToZero: Bool
        /// Also lines of which it is not known whether their duty falls.
        public var includesUndetermined: Bool

        public init(
            chapters: Set<UInt32>? = nil, codes: Set<HSCode>? = nil, leastSaving: ExactDecimal = .zero,
            fallsToZero: Bool = false, includesUndetermined: Bool = false
        ) {
            self.chapters = chapters
            self.codes = codes
            self.leastSaving = leastSaving
            self.fallsToZero = fallsToZero
            self.includesUndetermined = includesUndetermined
        }
    }

    /// What a fall is measured against.
    public enum Reference: String, Sendable, Hashable {
        case mfn
        /// The base rate of Annex I, where no MFN rate is loaded.
        case base
    }

    public struct Entry: Sendable, Hashable {
        public let line: TariffLineCode
        public let duty: DutyDue
        public let reference: Reference
        /// In percentage points, more than zero; nil where it is not known whether the duty falls.
        public let fall: ExactDecimal?

        public var fallsToZero: Bool { fall != nil && duty.preference == .free }
    }

    public enum Order: String, Sendable, CaseIterable {
        case code
        /// Largest fall first, equal ones by code.
        case fall
        /// Lowest duty first, equal ones by code.
        case due
    }

    /// What the lines of a chapter, or all lines, come to.
    public struct Totals: Sendable, Hashable {
        /// Lines the filter of chapters and words lets through.
        public fileprivate(set) var lines = 0
        /// Of these, lines whose duty falls by enough for the filter.
        public fileprivate(set) var falling = 0
        /// Of these, lines that fall to zero.
        public fileprivate(set) var toZero = 0
        /// Lines of which it is not known whether their duty falls.
        public fileprivate(set) var undetermined = 0
        /// In percentage points.
        public fileprivate(set) var largestFall = ExactDecimal.zero
    }

    public let importingParty: CountryCode
    public let origin: CountryCode
    public let date: CalendarDate
    public let agreementYear: Int?
    /// The schedule the lines are of; nil where none of the Party is loaded, and the catalogue is empty.
    public let schedule: TariffSchedule.Header?
    /// Whether that schedule holds preferences for goods of the origin.
    public let hasPreference: Bool
    public private(set) var entries: [Entry]
    /// By chapter, ascending.
    public let totals: [(chapter: UInt32, totals: Totals)]
    public let total: Totals
    /// Lines left out because their subheading is not in the edition of the schedule.
    public let strayLines: Int

    /// The same entries in another order.
    public func sorted(by order: Order) -> TariffCatalogue {
        var sorted = self
        switch order {
        case .code: sorted.entries.sort { $0.line < $1.line }
        case .fall:
            sorted.entries.sort { left, right in
                let (one, other) = (left.fall ?? .zero, right.fall ?? .zero)
                return one == other ? left.line < right.line : other < one
            }
        case .due:
            sorted.entries.sort { left, right in
                switch (left.duty.duePercent, right.duty.duePercent) {
                case (let one?, let other?): one == other ? left.line < right.line : one < other
                case (_?, nil): true
                case (nil, _?): false
                case (nil, nil): left.line < right.line
                }
            }
        }
        return sorted
    }
}

extension TariffBook {
    /// The lines whose duty falls, out of the schedule to rely on first, by code.
    public func catalogue(
        to importingParty: CountryCode, from origin: CountryCode, on date: CalendarDate,
        filter: TariffCatalogue.Filter = .init()
    ) -> TariffCatalogue {
        let view = PartyView(self, to: importingParty, from: origin, on: date)
        let preference = origin == importingParty ? nil : view.preferences.first ?? view.linesWithoutPreference
        var maker = CatalogueMaker(filter: filter)
        if let preference { maker.add(preference, view) }
        return TariffCatalogue(
            importingParty: importingParty, origin: origin, date: date, agreementYear: view.year,
            schedule: preference?.schedule.header, hasPreference: !view.preferences.isEmpty && preference != nil,
            entries: maker.entries, totals: maker.totals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            total: maker.total, strayLines: maker.strayLines)
    }
}

private struct CatalogueMaker {
    private let filter: TariffCatalogue.Filter
    private(set) var entries: [TariffCatalogue.Entry] = []
    private(set) var totals: [UInt32: TariffCatalogue.Totals] = [:]
    private(set) var total = TariffCatalogue.Totals()
    private(set) var strayLines = 0

    init(filter: TariffCatalogue.Filter) {
        self.filter = filter
    }

    mutating func add(_ preference: PartyView.Preference, _ view: PartyView) {
        var (lines, reading) = (preference.schedule, preference)
        if case .everyLineFree = preference.reading, let ordinary = view.ordinary {
            lines = ordinary.schedule
            reading = PartyView.Preference(
                schedule: lines, reading: .everyLineFree, caveats: preference.caveats, rank: preference.rank)
        }
        for row in 0..<lines.rowCount {
            let line = lines.line(ofRow: row)
            guard passes(line) else { continue }
            guard !lines.isStray(row: row) else {
                strayLines += 1
                continue
            }
            add(line, view.duty(reading, row: row, isMapped: false))
        }
    }

    private func passes(_ line: TariffLineCode) -> Bool {
        if let chapters = filter.chapters, !chapters.contains(line.subheadingNumber / 10000) { return false }
        guard let codes = filter.codes else { return true }
        return HSCode.Level.allCases.contains { codes.contains(line.subheading.prefix($0)) }
    }

    private mutating func add(_ line: TariffLineCode, _ duty: DutyDue) {
        let reference: TariffCatalogue.Reference = duty.mfn == nil && duty.base != nil ? .base : .mfn
        // Without a preference nothing falls, whatever the base rate.
        let fall = reference == .mfn ? duty.saving : duty.fallFromBase ?? duty.saving
        let chapter = line.subheadingNumber / 10000
        count(fall, duty, in: &totals[chapter, default: .init()])
        count(fall, duty, in: &total)
        if let fall {
            guard isWanted(fall, duty) else { return }
            entries.append(.init(line: line, duty: duty, reference: reference, fall: fall))
        } else if filter.includesUndetermined {
            entries.append(.init(line: line, duty: duty, reference: reference, fall: nil))
        }
    }

    private func isWanted(_ fall: ExactDecimal, _ duty: DutyDue) -> Bool {
        !fall.isZero && filter.leastSaving <= fall && (!filter.fallsToZero || duty.preference == .free)
    }

    private func count(_ fall: ExactDecimal?, _ duty: DutyDue, in totals: inout TariffCatalogue.Totals) {
        totals.lines += 1
        guard let fall else {
            totals.undetermined += 1
            return
        }
        guard isWanted(fall, duty) else { return }
        totals.falling += 1
        if duty.preference == .free { totals.toZero += 1 }
        totals.largestFall = max(totals.largestFall, fall)
    }
}
