import Bilingual
import OriginModel

/// The parameters of the agreement itself as they stand on a day: thresholds, lists, Parties.
public struct Agreement: Sendable {
    /// A number of the law with the article it stands in.
    public struct Threshold: Sendable, Hashable {
        public let id: String
        public let article: String
        public let percent: Percentage

        public init(id: String, article: String, percent: Percentage) {
            self.id = id
            self.article = article
            self.percent = percent
        }
    }

    /// A lettered item of a list of the law, in our own words.
    public struct Item: Sendable, Hashable {
        public let letter: String
        public let article: String
        public let text: BilingualText

        public init(letter: String, article: String, text: BilingualText) {
            self.letter = letter
            self.article = article
            self.text = text
        }
    }

    /// What `RVC40` asks: at least 40 % of FOB (headnote 7).
    public let regionalValueContent: Threshold
    /// Not exceeding 10 % of FOB (3.7.1(a)).
    public let deMinimisValue: Threshold
    /// Not exceeding 10 % of the weight of the good (3.7.1(b)).
    public let deMinimisWeight: Threshold
    /// Chapters whose goods may use the weight test.
    public let weightTestChapters: ClosedRange<UInt32>
    /// At least 20 % domestic value addition (2.6.3).
    public let domesticValueAddition: Threshold
    /// Article 3.6, (a) to (j).
    public let minimalOperations: [Item]
    /// Article 3.3, (a) to (j).
    public let whollyObtained: [Item]
    public let parties: [Party]

    public init(
        regionalValueContent: Threshold, deMinimisValue: Threshold, deMinimisWeight: Threshold,
        weightTestChapters: ClosedRange<UInt32>, domesticValueAddition: Threshold, minimalOperations: [Item],
        whollyObtained: [Item], parties: [Party]
    ) {
        self.regionalValueContent = regionalValueContent
        self.deMinimisValue = deMinimisValue
        self.deMinimisWeight = deMinimisWeight
        self.weightTestChapters = weightTestChapters
        self.domesticValueAddition = domesticValueAddition
        self.minimalOperations = minimalOperations
        self.whollyObtained = whollyObtained
        self.parties = parties
    }

    /// The Party with this code, whether or not the Agreement is in force for it yet.
    public func party(_ code: CountryCode) -> Party? {
        parties.first { $0.code == code }
    }

    public func minimalOperation(_ kind: MinimalOperationKind) -> Item? {
        minimalOperations.first { $0.letter == kind.rawValue }
    }

    public func whollyObtained(_ category: WhollyObtainedCategory) -> Item? {
        whollyObtained.first { $0.letter == category.rawValue }
    }
}

/// A Party to the Agreement.
public struct Party: Sendable, Hashable {
    /// Whether its schedule of commitments treats all Parties alike (Article 2.6.1).
    public enum ScheduleKind: String, Sendable, Hashable, CaseIterable {
        /// One for every origin.
        case one
        /// Different rates by origin: it may hold an Appendix list.
        case byOrigin
        /// Nothing to pay for any originating good.
        case dutyFree
    }

    public let code: CountryCode
    public let name: BilingualText
    /// First day the Agreement is in force for it.
    public let inForce: CalendarDate
    /// A restriction on that date, for people to read.
    public let note: BilingualText?
    public let schedule: ScheduleKind

    public init(
        code: CountryCode, name: BilingualText, inForce: CalendarDate, note: BilingualText? = nil,
        schedule: ScheduleKind = .byOrigin
    ) {
        self.code = code
        self.name = name
        self.inForce = inForce
        self.note = note
        self.schedule = schedule
    }
}
