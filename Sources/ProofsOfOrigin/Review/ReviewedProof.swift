import OriginModel

/// A registered proof that somebody may still rely on, or is about to, as far as its review has to know it.
public struct ReviewedProof: Sendable, Hashable {
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        case draft, signed, sent
    }

    public var number: String
    /// Short name of the exporter's profile.
    public var exporter: String
    public var stage: Stage
    public var drafted: CalendarDate
    /// The day it answers for: of signing; of drafting while it is a draft.
    public var day: CalendarDate
    public var validUntil: CalendarDate
    public var keepUntil: CalendarDate
    /// The last day of the original proof it rests on (Article 3.19).
    public var originalUntil: CalendarDate?
    public var signatory: String?
    /// As it states them.
    public var goods: [ProofOutcome.Good]
    /// Of the rule set it was drafted under.
    public var ruleDigest: String

    public init(
        number: String, exporter: String, stage: Stage, drafted: CalendarDate, day: CalendarDate, validUntil: CalendarDate,
        keepUntil: CalendarDate, originalUntil: CalendarDate? = nil, signatory: String? = nil,
        goods: [ProofOutcome.Good], ruleDigest: String
    ) {
        self.number = number
        self.exporter = exporter
        self.stage = stage
        self.drafted = drafted
        self.day = day
        self.validUntil = validUntil
        self.keepUntil = keepUntil
        self.originalUntil = originalUntil
        self.signatory = signatory
        self.goods = goods
        self.ruleDigest = ruleDigest
    }
}

/// What comes out when a proof is drafted again.
public struct ProofOutcome: Sendable, Hashable {
    /// Those that can be stated.
    public let goods: [Good]
    /// What stands against the others, and against the proof as a whole.
    public let refusals: [Refusal]
    public let ruleDigest: String

    public init(goods: [Good], refusals: [Refusal] = [], ruleDigest: String) {
        self.goods = goods
        self.refusals = refusals
        self.ruleDigest = ruleDigest
    }

    /// A good as a proof states it.
    public struct Good: Sendable, Hashable {
        /// From 1.
        public var item: Int
        public var good: String
        /// Six digits.
        public var hsCode: String
        /// `CTC ACU`
        public var criterion: String
        /// `VN **`
        public var countryOfOrigin: String
        public var fob: Money?
        /// What the importing Party takes under the claim; empty where no rate is known.
        public var duties: [Duty]
        /// What the register says is saved; nil where it does not know.
        public var saved: Money?

        public init(
            item: Int, good: String, hsCode: String, criterion: String, countryOfOrigin: String, fob: Money? = nil,
            duties: [Duty] = [], saved: Money? = nil
        ) {
            self.item = item
            self.good = good
            self.hsCode = hsCode
            self.criterion = criterion
            self.countryOfOrigin = countryOfOrigin
            self.fob = fob
            self.duties = duties
            self.saved = saved
        }
    }

    /// On one line of the importing Party's tariff.
    public struct Duty: Sendable, Hashable {
        public let line: String
        /// In percent; nil where it is not known.
        public let percent: ExactDecimal?
        /// Another rate is not known and may be lower.
        public let isAtMost: Bool
        /// nil where it is not known; never zero for that.
        public let saved: Money?

        public init(line: String, percent: ExactDecimal?, isAtMost: Bool = false, saved: Money?) {
            self.line = line
            self.percent = percent
            self.isAtMost = isAtMost
            self.saved = saved
        }
    }
}
