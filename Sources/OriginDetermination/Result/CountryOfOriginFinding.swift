import OriginModel
import OriginRules

/// The RCEP country of origin of an originating good and what it rests on (Article 2.6).
public struct CountryOfOriginFinding: Sendable, Hashable {
    /// Which paragraph decides.
    public enum Basis: String, Sendable, Hashable {
        /// Not on the Appendix list: WO, PE with more than minimal operations, or the rule satisfied in the exporting Party.
        case exportingParty = "2.6.2"
        /// On the list, and the additional requirement is met.
        case additionalRequirement = "2.6.3"
        /// The Party that contributed the highest value of originating materials.
        case highestContributor = "2.6.4"
        case undetermined
    }

    /// An answer: one Party, or several between which the text does not decide.
    public struct Answer: Sendable, Hashable {
        public let basis: Basis
        /// One where it is decided; several at a tie; none where no Party contributed originating materials.
        public let parties: [CountryCode]
    }

    /// What a Party contributed to the good in originating materials.
    public struct Contribution: Sendable, Hashable {
        public let party: CountryCode
        public let value: Money
        /// Of all originating materials.
        public let share: CutPercent
        /// Exact value in the unit of the determination, by which Parties are compared.
        let units: Int128
    }

    /// Domestic value addition in the exporting Party: as RVC, other Parties' materials being non-originating.
    public struct DomesticValueAddition: Sendable, Hashable {
        public let indirect: CutPercent
        /// nil when no costs are given.
        public let direct: CutPercent?
        public let threshold: Percentage
        public let isMet: Bool
    }

    /// Why it is known, or not known, whether the good is on the importing Party's Appendix list.
    public enum Listing: Sendable, Hashable {
        /// One schedule for all Parties, or nothing to pay: there is no list.
        case noDifferentials
        case notLoaded
        case by(AppendixList.Membership)

        /// nil: not known.
        public var isListed: Bool? {
            switch self {
            case .noDifferentials, .by(.notListed): false
            case .by(.listed): true
            case .notLoaded, .by(.someLines), .by(.unknown): nil
            }
        }
    }

    public let listing: Listing
    /// The answer if the good is listed; nil where there is no list.
    public let ifListed: Answer?
    public let ifNotListed: Answer
    public let domesticValueAddition: DomesticValueAddition
    /// Highest first.
    public let contributions: [Contribution]

    /// The answer that holds: where the listing is not known, only if both readings give the same Party.
    public var answer: Answer {
        switch (listing.isListed, ifListed) {
        case (true?, let listed?): return listed
        case (nil, let listed?):
            if listed.parties == ifNotListed.parties, listed.parties.count == 1 { return ifNotListed }
            let both = ifNotListed.parties + listed.parties.filter { !ifNotListed.parties.contains($0) }
            return Answer(basis: .undetermined, parties: both)
        default: return ifNotListed
        }
    }

    /// The RCEP country of origin; nil where it is not decided.
    public var party: CountryCode? {
        answer.parties.count == 1 && answer.basis != .undetermined ? answer.parties[0] : nil
    }

    /// `undetermined` whenever no one Party follows.
    public var basis: Basis { party == nil ? .undetermined : answer.basis }

    /// Parties it may be; the one it is where it is decided.
    public var candidates: [CountryCode] { answer.parties }
}
