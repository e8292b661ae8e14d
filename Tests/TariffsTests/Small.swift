import Bilingual
import HarmonizedSystem
import OriginModel
import Testing

@testable import Tariffs

/// Small schedules for the tests, made of cells as a file would hold them.
enum Small {
    static func party(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }

    static func parties(_ codes: String) throws -> Set<CountryCode> {
        Set(try codes.split(separator: " ").map { try #require(CountryCode($0)) })
    }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func code(_ text: String) throws -> HSCode { try #require(HSCode(text)) }

    static func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

    /// nil for the word `nil`.
    static func rate(_ cell: String) throws -> DutyRate? {
        guard cell != "nil" else { return nil }
        let rate: DutyRate = try #require(DutyRate(cell: cell))
        return rate
    }

    static let words = BilingualText(en: "a source", zh: "来源")

    /// Cuts on 1 April in JP, on 1 January in the others; differentials in JP alone.
    static func calendar() throws -> TariffCalendar {
        var practices: [CountryCode: TariffCalendar.Practice] = [:]
        for party in OriginGroup.everyParty {
            let isJapan = party.description == "JP"
            practices[party] = .init(
                cuts: try #require(TariffCalendar.CutDay(isJapan ? "04-01" : "01-01")), hasDifferentials: isJapan)
        }
        return TariffCalendar(firstDay: try date("2022-01-01"), practices: practices, source: words)
    }

    /// - Parameters:
    ///   - columns: `mfn`, `base`, `y1`, or a name and its origins: `cn=CN`, `cn=CN@6` for year 6.
    ///   - rows: `85098010,10,5`.
    static func schedule(
        _ id: String, _ party: String, _ kind: TariffSchedule.Kind = .applied, edition: HSEdition = .hs2022,
        from: String = "2026-01-01", to: String? = "2026-12-31", complete: Bool = true, origins: String = "",
        columns: [String] = [], split: [String] = [], stray: Set<UInt32> = [], rows: [String] = []
    ) throws -> TariffSchedule {
        var covered = try parties(origins)
        let made = try columns.map { text in
            let column = try column(text)
            if case .preference(let origins, _) = column.meaning { covered.formUnion(origins) }
            return column
        }
        let period = try #require(TariffPeriod(from: try date(from), to: try to.map { try date($0) }))
        let header = TariffSchedule.Header(
            id: id, importingParty: try self.party(party), kind: kind, edition: edition, period: period,
            isComplete: complete, origins: covered, columns: made, source: words,
            splitLines: Set(try split.map { try #require(TariffLineCode($0)) }), strayCodes: stray)
        var keys: [UInt64] = []
        var cells: [PackedRate] = []
        for row in rows {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            keys.append(try #require(TariffLineCode(fields[0])).key)
            for field in fields.dropFirst() {
                cells.append(try #require(Array(field.utf8).withUnsafeBufferPointer { PackedRate(cell: $0) }))
            }
        }
        return TariffSchedule(header: header, keys: keys, cells: cells)
    }

    private static func column(_ text: String) throws -> TariffSchedule.Column {
        if text == "mfn" { return .init(name: text, meaning: .mfn) }
        if text == "base" { return .init(name: text, meaning: .base) }
        if text.hasPrefix("y"), let year = Int(text.dropFirst()) { return .init(name: text, meaning: .year(year)) }
        let parts = text.split(separator: "=")
        let origins = parts[1].split(separator: "@")
        let year = origins.count > 1 ? Int(origins[1]) : nil
        return .init(
            name: String(parts[0]),
            meaning: .preference(origins: try parties(String(origins[0])), agreementYear: year))
    }

    static func book(_ schedules: [TariffSchedule], correlations: [HSCorrelation] = []) throws -> TariffBook {
        TariffBook(schedules: schedules, calendar: try calendar(), correlations: correlations)
    }
}
