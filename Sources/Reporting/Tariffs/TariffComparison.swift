import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Tariffs

/// What one good of one RCEP country of origin pays in each importing Party on one day.
public struct TariffComparison: Sendable {
    public struct Query: Sendable, Hashable {
        public let code: HSCode
        /// A national line, where more than six digits were asked about.
        public let line: TariffLineCode?
        public let edition: HSEdition
        public let origin: CountryCode
        /// Whether nobody named the origin, so that the report has to say which it is.
        public let originIsDefault: Bool
        public let date: CalendarDate

        public init(
            code: HSCode, line: TariffLineCode? = nil, edition: HSEdition, origin: CountryCode,
            originIsDefault: Bool = false, date: CalendarDate
        ) {
            self.code = code
            self.line = line
            self.edition = edition
            self.origin = origin
            self.originIsDefault = originIsDefault
            self.date = date
        }
    }

    public enum Order: String, Sendable, Hashable, CaseIterable {
        /// As the treaty lists the Parties, by their English names.
        case party
        /// Largest saving first; where it is not known, after those where it is.
        case saving
    }

    /// What can be said of a Party.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case answered, preferenceNotLoaded, noLine, notLoaded
        /// The good originates there.
        case sameParty
        /// The Agreement is not in force on the day, for the importing Party or for the Party of origin.
        case notInForce
    }

    public struct Row: Sendable {
        public let party: Party
        public let standing: Standing
        public let answer: TariffAnswer
        /// Whether the lines to rely on are the national line asked about; nil where none was.
        public let isNarrowed: Bool?

        /// The lines to rely on; none where the Agreement is not in force.
        public var lines: [LineDuty] { standing == .notInForce ? [] : answer.lines }

        /// Those of every schedule, the one to rely on first.
        public var groups: [TariffAnswer.Group] { standing == .notInForce ? [] : answer.groups }
    }

    public let query: Query
    /// nil where the origin is no Party.
    public let originParty: Party?
    public let rows: [Row]
    public let calendar: TariffCalendar

    /// - Parameters:
    ///   - importingParties: whose rates are compared.
    ///   - book: with the schedules of these Parties.
    public init(
        _ query: Query, importingParties: [Party], agreement: Agreement, book: TariffBook, order: Order = .party
    ) {
        self.query = query
        let origin = agreement.party(query.origin)
        originParty = origin
        calendar = book.calendar
        let rows = importingParties.map { Self.row($0, query, origin, book) }
            .sorted { $0.party.listedName < $1.party.listedName }
        self.rows = order == .party ? rows : Self.bySaving(rows)
    }

    /// Whether the Agreement is in force for the Party of origin on the day.
    public var isOriginInForce: Bool { originParty.map { $0.inForce <= query.date } ?? false }

    private static func row(_ party: Party, _ query: Query, _ origin: Party?, _ book: TariffBook) -> Row {
        let answer: TariffAnswer
        if let line = query.line {
            answer = book.answer(
                to: party.code, from: query.origin, line: line, edition: query.edition, on: query.date)
        } else {
            answer = book.answer(
                to: party.code, from: query.origin, code: query.code, edition: query.edition, on: query.date)
        }
        let isInForce = [party, origin].allSatisfy { $0.map { $0.inForce <= query.date } ?? false }
        let isNarrowed = query.line.map { line in
            !answer.lines.isEmpty && answer.lines.allSatisfy { $0.line.hasDigits(of: line) }
        }
        return Row(
            party: party, standing: standing(answer.status, isInForce: isInForce), answer: answer,
            isNarrowed: isNarrowed)
    }

    private static func standing(_ status: TariffAnswer.Status, isInForce: Bool) -> Standing {
        switch status {
        case .sameParty: .sameParty
        case _ where !isInForce: .notInForce
        case .answered: .answered
        case .preferenceNotLoaded: .preferenceNotLoaded
        case .noLine: .noLine
        case .notLoaded: .notLoaded
        }
    }

    private static func bySaving(_ rows: [Row]) -> [Row] {
        func most(_ row: Row) -> ExactDecimal? { row.lines.compactMap(\.duty.saving).max() }
        return rows.enumerated().sorted { left, right in
            switch (most(left.element), most(right.element)) {
            case (let one?, let other?): one == other ? left.offset < right.offset : other < one
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): left.offset < right.offset
            }
        }.map(\.element)
    }
}

extension Party {
    /// The English name without its article, by which lists of Parties are sorted.
    var listedName: String {
        name.english.hasPrefix("the ") ? String(name.english.dropFirst(4)) : name.english
    }
}

extension TariffLineCode {
    /// Whether both have the same digits, zeros at the end left out of account.
    func hasDigits(of other: TariffLineCode) -> Bool { filled == other.filled }
}
