import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Tariffs

/// The goods whose duty falls, for one or more importing Parties and RCEP countries of origin on one day.
public struct CatalogueListing: Sendable {
    public struct Query: Sendable {
        public let importingParties: [CountryCode]
        public let origins: [CountryCode]
        public let date: CalendarDate
        public let filter: TariffCatalogue.Filter
        public let order: TariffCatalogue.Order
        /// What was searched for among the labels, as it was typed; nil where nothing was.
        public let words: String?
        /// At most so many lines of each section are shown; nil for all. Totals count all of them.
        public let limit: Int?

        public init(
            importingParties: [CountryCode], origins: [CountryCode], date: CalendarDate,
            filter: TariffCatalogue.Filter = .init(), order: TariffCatalogue.Order = .code, words: String? = nil,
            limit: Int? = nil
        ) {
            self.importingParties = importingParties
            self.origins = origins
            self.date = date
            self.filter = filter
            self.order = order
            self.words = words
            self.limit = limit
        }
    }

    /// What can be said of an importing Party and an origin.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case answered, preferenceNotLoaded, notLoaded
        /// The Agreement is not in force on the day, for the importing Party or for the Party of origin.
        case notInForce
    }

    /// One importing Party, and the origins whose goods pay the same there on every line.
    public struct Section: Sendable {
        public let importingParty: Party
        public let origins: [CountryCode]
        public let standing: Standing
        /// In the order asked for.
        public let catalogue: TariffCatalogue

        /// What is listed; nothing where no preference can be claimed or none is known.
        public var entries: [TariffCatalogue.Entry] { standing == .answered ? catalogue.entries : [] }

        /// Whether a rate was taken for other days than the date.
        public var isOfOtherDays: Bool { entries.contains { $0.duty.isOfOtherDays } }

        /// Whether falls are measured against the base rate of Annex I.
        public var isMeasuredFromBase: Bool { entries.contains { $0.reference == .base } }
    }

    public let query: Query
    public let sections: [Section]

    /// - Parameter book: with the schedules of these importing Parties for these origins.
    public init(_ query: Query, agreement: Agreement, book: TariffBook) {
        self.query = query
        sections = agreement.parties.filter { query.importingParties.contains($0.code) }
            .sorted { $0.listedName < $1.listedName }
            .flatMap { Self.sections(of: $0, query, agreement, book) }
    }

    /// A Party imports nothing from itself, so it is no origin of its own section.
    private static func sections(
        of party: Party, _ query: Query, _ agreement: Agreement, _ book: TariffBook
    ) -> [Section] {
        var found: [Section] = []
        for origin in query.origins.sorted() where origin != party.code {
            let catalogue = book.catalogue(to: party.code, from: origin, on: query.date, filter: query.filter)
            let isInForce = [party, agreement.party(origin)]
                .allSatisfy { $0.map { $0.inForce <= query.date } ?? false }
            let section = Section(
                importingParty: party, origins: [origin], standing: standing(catalogue, isInForce: isInForce),
                catalogue: catalogue.sorted(by: query.order))
            if let index = found.firstIndex(where: { $0.isAlike(section) }) {
                found[index] = found[index].joined(by: origin)
            } else {
                found.append(section)
            }
        }
        return found
    }

    private static func standing(_ catalogue: TariffCatalogue, isInForce: Bool) -> Standing {
        if !isInForce { return .notInForce }
        if catalogue.hasPreference { return .answered }
        return catalogue.schedule == nil ? .notLoaded : .preferenceNotLoaded
    }
}

extension CatalogueListing.Section {
    /// Whether goods of both origins pay the same on every line, out of the same schedule.
    fileprivate func isAlike(_ other: CatalogueListing.Section) -> Bool {
        standing == other.standing && catalogue.schedule?.id == other.catalogue.schedule?.id
            && catalogue.entries == other.catalogue.entries && catalogue.total == other.catalogue.total
    }

    fileprivate func joined(by origin: CountryCode) -> CatalogueListing.Section {
        .init(importingParty: importingParty, origins: origins + [origin], standing: standing, catalogue: catalogue)
    }
}
