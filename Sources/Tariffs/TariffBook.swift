import HarmonizedSystem
import OriginModel
import OriginRules

/// All schedules that are loaded, and what they say together.
public struct TariffBook: Sendable {
    public let schedules: [TariffSchedule]
    /// Appendix lists that are loaded, at most one a Party.
    public let appendixLists: [AppendixList]
    public let calendar: TariffCalendar
    let editions: EditionTables

    /// - Parameters:
    ///   - nomenclatures: of the editions codes are asked in; needed for chapters and headings of another edition.
    ///   - correlations: between the editions of the schedules and those codes are asked in.
    public init(
        schedules: [TariffSchedule], appendixLists: [AppendixList] = [], calendar: TariffCalendar,
        nomenclatures: [HSEdition: HSNomenclature] = [:], correlations: [HSCorrelation] = []
    ) {
        self.schedules = schedules.sorted { $0.header.id < $1.header.id }
        self.appendixLists = appendixLists
        self.calendar = calendar
        editions = EditionTables(nomenclatures: nomenclatures, correlations: correlations)
    }

    /// The Parties with a schedule, in alphabetical order.
    public var importingParties: [CountryCode] {
        Set(schedules.map(\.header.importingParty)).sorted()
    }

    public func appendixList(of party: CountryCode) -> AppendixList? {
        appendixLists.first { $0.party == party }
    }

    /// What the schedules say of goods of one origin under a code.
    ///
    /// - Parameters:
    ///   - origin: the RCEP country of origin of the good (Article 2.6); its figures alone are used.
    ///   - code: a subheading, heading or chapter; every national line under it is answered.
    ///   - edition: of the code.
    public func answer(
        to importingParty: CountryCode, from origin: CountryCode, code: HSCode, edition: HSEdition = .hs2022,
        on date: CalendarDate
    ) -> TariffAnswer {
        let view = PartyView(self, to: importingParty, from: origin, on: date)
        let groups = origin == importingParty ? [] : view.groups(code, edition)
        return TariffAnswer(
            importingParty: importingParty, origin: origin, code: code, edition: edition, date: date,
            agreementYear: view.year, status: origin == importingParty ? .sameParty : view.status(groups),
            groups: groups)
    }

    /// As `answer(to:from:code:edition:on:)`, with the lines of the groups narrowed to one national line where a group
    /// holds it.
    /// - Parameter line: of the importing Party's tariff; zeros at its end do not matter.
    public func answer(
        to importingParty: CountryCode, from origin: CountryCode, line: TariffLineCode, edition: HSEdition = .hs2022,
        on date: CalendarDate
    ) -> TariffAnswer {
        let whole = answer(to: importingParty, from: origin, code: line.subheading, edition: edition, on: date)
        let groups = whole.groups.map { group in
            let exact = group.lines.filter { $0.line.filled == line.filled }
            return exact.isEmpty
                ? group : TariffAnswer.Group(schedule: group.schedule, mapping: group.mapping, lines: exact)
        }
        return TariffAnswer(
            importingParty: importingParty, origin: origin, code: whole.code, edition: edition, date: date,
            agreementYear: whole.agreementYear, status: whole.status, groups: groups)
    }

    /// The origins some loaded schedule of a Party holds a preference for.
    public func origins(importingInto party: CountryCode) -> Set<CountryCode> {
        schedules.filter { $0.header.importingParty == party }.reduce(into: []) { $0.formUnion($1.header.origins) }
    }
}

/// Tables between editions, asked in either direction.
struct EditionTables: Sendable {
    let nomenclatures: [HSEdition: HSNomenclature]
    let correlations: [HSCorrelation]

    /// The subheadings of another edition a subheading may be, ascending; empty where no table is loaded.
    func candidates(_ subheading: UInt32, from: HSEdition, to: HSEdition) -> [UInt32] {
        guard from != to else { return [subheading] }
        let table = correlations.first { ($0.newer, $0.older) == (max(from, to), min(from, to)) }
        return table?.candidates(for: subheading, in: to) ?? []
    }

    /// Whether the subheading means the same goods in both editions.
    func isUnchanged(_ subheading: UInt32, _ one: HSEdition, _ other: HSEdition) -> Bool {
        candidates(subheading, from: one, to: other) == [subheading]
            && candidates(subheading, from: other, to: one) == [subheading]
    }

    /// The codes of another edition under a chapter, heading or subheading.
    func codes(_ code: HSCode, from: HSEdition, to: HSEdition) -> [HSCode] {
        guard from != to else { return [code] }
        let subheadings = code.level == .subheading
            ? [code.number] : Array(nomenclatures[from]?.subheadings(of: code) ?? [])
        let found = Set(subheadings.flatMap { candidates($0, from: from, to: to) })
        return found.sorted().map { HSCode(number: $0, level: .subheading) }
    }
}
