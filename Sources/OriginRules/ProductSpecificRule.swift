import HarmonizedSystem
import OriginModel

/// One row of Annex 3A: what a good of its code must satisfy when non-originating materials are used (Article 3.2(c)).
public struct ProductSpecificRule: Sendable, Hashable {
    /// The chapter, heading or subheading the row is printed for.
    public let code: HSCode
    /// As printed.
    public let text: String
    /// Page of the annex; 0 where the source numbers none.
    public let page: Int
    /// One, or several where the row is split by a condition.
    public let branches: [RuleBranch]

    public init(code: HSCode, text: String, page: Int, branches: [RuleBranch]) {
        self.code = code
        self.text = text
        self.page = page
        self.branches = branches
    }

    public var isSplit: Bool { branches.count > 1 }
}

/// The alternatives for the goods a condition names; any one of them is enough (headnotes 4 and 8).
public struct RuleBranch: Sendable, Hashable {
    /// From 1; nil when the rule is not split.
    public let number: Int?
    /// In the words of the annex; nil when the rule is not split.
    public let condition: String?
    public let alternatives: [RuleAlternative]

    public init(number: Int? = nil, condition: String? = nil, alternatives: [RuleAlternative]) {
        self.number = number
        self.condition = condition
        self.alternatives = alternatives
    }
}

public enum RuleAlternative: Sendable, Hashable {
    /// WO: Article 3.3, and PE also satisfies it (headnote 7).
    case whollyObtained
    case changeInTariffClassification(TariffChange)
    /// RVC: at least this share of the FOB value.
    case regionalValueContent(Percentage)
    case chemicalReaction

    public var criterion: Criterion {
        switch self {
        case .whollyObtained: .whollyObtained
        case .changeInTariffClassification: .changeInTariffClassification
        case .regionalValueContent: .regionalValueContent
        case .chemicalReaction: .chemicalReaction
        }
    }
}

/// A change asked of every non-originating material (headnotes 5 to 7).
public struct TariffChange: Sendable, Hashable {
    /// CC, CTH or CTSH: the level at which the codes must differ.
    public let level: HSCode.Level
    /// A material of any of these has not changed.
    public let exceptions: [CodeRange]
    /// For 38.08: the share by weight of active ingredients that must be originating.
    public let activeIngredientShare: Percentage?

    public init(level: HSCode.Level, exceptions: [CodeRange] = [], activeIngredientShare: Percentage? = nil) {
        self.level = level
        self.exceptions = exceptions
        self.activeIngredientShare = activeIngredientShare
    }

    /// `CC`, `CTH`, `CTSH`
    public var symbol: String {
        switch level {
        case .chapter: "CC"
        case .heading: "CTH"
        case .subheading: "CTSH"
        }
    }
}

/// Codes of one level from the first to the last, both included.
public struct CodeRange: Sendable, Hashable {
    public let first: HSCode
    public let last: HSCode
    /// The first and the last subheading there could be, as six digits: materials in their millions are held against them.
    package let subheadings: ClosedRange<UInt32>

    /// nil when the levels differ or the last comes before the first.
    public init?(from first: HSCode, to last: HSCode) {
        guard first.level == last.level, first.number <= last.number else { return nil }
        self.first = first
        self.last = last
        subheadings = first.subheadings.lowerBound...last.subheadings.upperBound
    }

    /// Whether a subheading, given as six digits, lies in the range.
    public func contains(subheading: UInt32) -> Bool { subheadings.contains(subheading) }
}

/// What box 10 of a certificate can state: origin conferring criteria.
public enum Criterion: String, Sendable, Hashable, CaseIterable {
    case whollyObtained = "WO"
    case producedExclusively = "PE"
    case changeInTariffClassification = "CTC"
    case regionalValueContent = "RVC"
    case chemicalReaction = "CR"
}

/// What is stated beside a criterion, never alone.
public enum Supplement: String, Sendable, Hashable, CaseIterable {
    /// Article 3.4
    case cumulation = "ACU"
    /// Article 3.7
    case deMinimis = "DMI"
}
