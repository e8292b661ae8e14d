import Bilingual
import HarmonizedSystem
import OriginModel

/// The rates of one importing Party out of one source: a national tariff, a schedule of Annex I, or freedom from duty.
///
/// Lines stand in flat arrays, ascending by their digits; a rate takes four bytes.
public struct TariffSchedule: Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Rates a Party applies in a period: MFN and a column for each group of origins.
        case applied
        /// A schedule of Annex I: a base rate and the rate of each year.
        case path
        /// Every originating good is free; such a schedule has no lines of its own.
        case dutyFree = "duty-free"
    }

    /// A column of rates and what it is for.
    public struct Column: Sendable, Hashable {
        public enum Meaning: Sendable, Hashable {
            case mfn
            /// The rate from which the path of Annex I starts; not the MFN rate of today.
            case base
            /// For goods of these RCEP countries of origin and no others.
            /// - agreementYear: the year of Annex I the figures are of, where the source says so.
            case preference(origins: Set<CountryCode>, agreementYear: Int?)
            /// The year of Annex I, from 1.
            case year(Int)
        }

        /// As the first row of the lines names it.
        public let name: String
        public let meaning: Meaning

        public init(name: String, meaning: Meaning) {
            self.name = name
            self.meaning = meaning
        }
    }

    /// What a schedule says of itself.
    public struct Header: Sendable, Hashable {
        public let id: String
        public let importingParty: CountryCode
        public let kind: Kind
        public let edition: HSEdition
        /// Days for which the figures were taken; for a path the days it lays down.
        public let period: TariffPeriod
        /// Whether a line that is absent is absent from the source too; false for an extract.
        public let isComplete: Bool
        /// The RCEP countries of origin it holds a preference for. A figure for one origin is never used for another.
        public let origins: Set<CountryCode>
        public let columns: [Column]
        public let source: BilingualText
        public let note: BilingualText?
        /// Lines the tariff prints more than once, with rates by season or condition.
        public let splitLines: Set<TariffLineCode>
        /// Subheadings the source holds though they are not in the edition.
        public let strayCodes: Set<UInt32>

        public init(
            id: String, importingParty: CountryCode, kind: Kind, edition: HSEdition, period: TariffPeriod,
            isComplete: Bool, origins: Set<CountryCode>, columns: [Column], source: BilingualText,
            note: BilingualText? = nil, splitLines: Set<TariffLineCode> = [], strayCodes: Set<UInt32> = []
        ) {
            self.id = id
            self.importingParty = importingParty
            self.kind = kind
            self.edition = edition
            self.period = period
            self.isComplete = isComplete
            self.origins = origins
            self.columns = columns
            self.source = source
            self.note = note
            self.splitLines = splitLines
            self.strayCodes = strayCodes
        }

        /// Index of the MFN column; nil where there is none.
        public var mfnColumn: Int? { columns.firstIndex { $0.meaning == .mfn } }

        /// Index of the column for goods of exactly this origin; nil where there is none.
        public func preferenceColumn(for origin: CountryCode) -> Int? {
            columns.firstIndex { column in
                guard case .preference(let origins, _) = column.meaning else { return false }
                return origins.contains(origin)
            }
        }

        public var baseColumn: Int? { columns.firstIndex { $0.meaning == .base } }

        /// Index of the column of year 1; the others follow it.
        public var firstYearColumn: Int? { columns.firstIndex { $0.meaning == .year(1) } }

        /// The last year that has a column; 0 where there is none.
        public var lastYear: Int {
            columns.reduce(0) { last, column in
                if case .year(let year) = column.meaning { max(last, year) } else { last }
            }
        }
    }

    /// The years of one line of Annex I.
    public struct Path: Sendable, Hashable {
        public let base: DutyRate
        /// Years 1 and on; after the last one its rate stays.
        public let years: [DutyRate]

        /// The rate of a year from 1; that of the last year after it.
        public subscript(year: Int) -> DutyRate {
            years.isEmpty || year < 1 ? .notStated : years[min(year, years.count) - 1]
        }
    }

    public let header: Header
    private let keys: [UInt64]
    private let cells: [PackedRate]

    /// - Parameters:
    ///   - keys: of the lines, in any order.
    ///   - cells: of each line one for every column, in the same order.
    package init(header: Header, keys: [UInt64], cells: [PackedRate]) {
        self.header = header
        let width = header.columns.count
        guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else {
            self.keys = keys
            self.cells = cells
            return
        }
        // Lines printed twice keep the order they stand in.
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        self.keys = order.map { keys[$0] }
        self.cells = order.flatMap { cells[$0 * width..<($0 + 1) * width] }
    }

    public var rowCount: Int { keys.count }

    public func line(ofRow row: Int) -> TariffLineCode { TariffLineCode(key: keys[row]) }

    public func rate(row: Int, column: Int) -> DutyRate {
        cells[row * header.columns.count + column].rate
    }

    /// The rows of all lines under a chapter, heading or subheading of the edition, ascending. Logarithmic.
    public func rows(under code: HSCode) -> Range<Int> {
        let span = TariffLineCode.keys(under: code)
        return firstRow(notBelow: span.lowerBound)..<firstRow(notBelow: span.upperBound)
    }

    /// The rows of lines with these digits, zeros at the end left out of account.
    public func rows(of line: TariffLineCode) -> Range<Int> {
        firstRow(notBelow: line.filled << 4)..<firstRow(notBelow: (line.filled + 1) << 4)
    }

    /// The rate of a year of Annex I, from 1: after the last year of the path that of its last year.
    public func rate(row: Int, year: Int) -> DutyRate {
        guard let first = header.firstYearColumn, year >= 1 else { return .notStated }
        var index = min(year, header.lastYear) - 1
        // An extract fills the years after the end of a path with blanks.
        while index > 0, cells[row * header.columns.count + first + index] == .notStated { index -= 1 }
        return rate(row: row, column: first + index)
    }

    /// The whole path of a line; nil unless the schedule is one of Annex I.
    public func path(ofRow row: Int) -> Path? {
        guard let first = header.firstYearColumn, let base = header.baseColumn else { return nil }
        var years = (0..<header.lastYear).map { rate(row: row, column: first + $0) }
        while years.last == .notStated { years.removeLast() }
        return Path(base: rate(row: row, column: base), years: years)
    }

    /// Whether the tariff prints the line more than once, with rates by season or condition.
    public func isSplit(row: Int) -> Bool {
        !header.splitLines.isEmpty && header.splitLines.contains(line(ofRow: row))
    }

    /// Whether the line stands under a subheading that is not in the edition.
    public func isStray(row: Int) -> Bool {
        !header.strayCodes.isEmpty && header.strayCodes.contains(line(ofRow: row).subheadingNumber)
    }

    private func firstRow(notBelow key: UInt64) -> Int {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
