import HarmonizedSystem
import OriginModel
import OriginRules

/// The Party that box 11 names, with the mark of Article 2.6.6.
public struct StatedCountryOfOrigin: Sendable, Hashable, CustomStringConvertible {
    public enum Mark: String, Sendable, Hashable, CaseIterable {
        case none = ""
        case highestOfContributors = "*"
        case highestOfAll = "**"
    }

    public let party: CountryCode
    public let mark: Mark

    public init(party: CountryCode, mark: Mark = .none) {
        self.party = party
        self.mark = mark
    }

    /// `CN`, `VN **`
    public var description: String { mark == .none ? "\(party)" : "\(party) \(mark.rawValue)" }
}

/// One good as a proof of origin states it.
public struct ProofItem: Sendable, Hashable {
    /// From 1.
    public let number: Int
    /// Of the dossier, or of the item of the original proof.
    public let good: String
    public let marks: String?
    public let packages: String?
    public let description: String
    /// Six digits, in the edition of Annex 3A.
    public let hsCode: HSCode
    public let edition: HSEdition
    public let criterion: Criterion
    /// Only ever beside a criterion.
    public let supplements: [Supplement]
    public let countryOfOrigin: StatedCountryOfOrigin
    public let quantity: Quantity
    public let grossWeightKg: ExactDecimal?
    /// Only where RVC is the criterion (overleaf note 9).
    public let fob: Money?
    public let producer: ProducerStatement?

    public init(
        number: Int, good: String, marks: String?, packages: String?, description: String, hsCode: HSCode,
        edition: HSEdition, criterion: Criterion, supplements: [Supplement], countryOfOrigin: StatedCountryOfOrigin,
        quantity: Quantity, grossWeightKg: ExactDecimal?, fob: Money?, producer: ProducerStatement?
    ) {
        self.number = number
        self.good = good
        self.marks = marks
        self.packages = packages
        self.description = description
        self.hsCode = hsCode
        self.edition = edition
        self.criterion = criterion
        self.supplements = supplements
        self.countryOfOrigin = countryOfOrigin
        self.quantity = quantity
        self.grossWeightKg = grossWeightKg
        self.fob = fob
        self.producer = producer
    }

    /// `CTC ACU DMI`, as box 10 states it.
    public var criterionCode: String {
        ([criterion.rawValue] + supplements.map(\.rawValue)).joined(separator: " ")
    }
}
