import OriginModel

/// Which Parties let a kind of proof be made, and take it, that not every Party does (Article 3.16), and since when.
public struct ProofAcceptance: Sendable, Hashable {
    /// The days on which a Party does, both ends included.
    public struct Span: Sendable, Hashable {
        public let first: CalendarDate
        /// nil while it does.
        public let last: CalendarDate?

        public init(first: CalendarDate, last: CalendarDate? = nil) {
            self.first = first
            self.last = last
        }

        func contains(_ date: CalendarDate) -> Bool { first <= date && (last.map { date <= $0 } ?? true) }
    }

    public enum Answer: Sendable, Hashable {
        case accepted, notAccepted
        /// Nothing is known of this Party.
        case unknown
    }

    public let article: String
    /// By first day.
    public let spans: [CountryCode: [Span]]
    /// What is known of Parties that are not named.
    public let others: Answer

    public init(article: String, spans: [CountryCode: [Span]], others: Answer) {
        self.article = article
        self.spans = spans
        self.others = others
    }

    /// Of a Party that is named, any day outside its spans is one on which it does not.
    public func answer(_ party: CountryCode, on date: CalendarDate) -> Answer {
        guard let spans = spans[party] else { return others }
        return spans.contains { $0.contains(date) } ? .accepted : .notAccepted
    }

    /// The Parties that do on a day, in order of their codes.
    public func parties(on date: CalendarDate) -> [CountryCode] {
        spans.keys.filter { answer($0, on: date) == .accepted }.sorted()
    }

    /// The first day on which a Party does; nil for one that is not named.
    public func firstDay(of party: CountryCode) -> CalendarDate? { spans[party]?.map(\.first).min() }
}
