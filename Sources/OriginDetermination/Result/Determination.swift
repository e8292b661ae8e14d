import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// The answer to "does this good originate?", with everything it rests on (`rcep-determination/1`).
public struct Determination: Sendable, Hashable {
    /// Which rule set was applied.
    public struct AppliedRuleSet: Sendable, Hashable {
        public let id: String
        public let edition: HSEdition
        public let effectiveFrom: CalendarDate
        public let source: BilingualText
        public let digest: String
    }

    /// The row of Annex 3A that applies to the good.
    public struct AppliedRule: Sendable, Hashable {
        /// What the good may be that this row applies to; one unless its code has several counterparts.
        public let codes: [HSCode]
        public let code: HSCode
        public let text: String
        public let page: Int
        /// Branches with their condition in both languages; one without a condition when the rule is not split.
        public let branches: [Branch]

        public struct Branch: Sendable, Hashable {
            public let number: Int?
            public let condition: BilingualText?
            public let alternatives: [RuleAlternative]
            /// Whether this branch was considered: the named one, or all when none is named.
            public let considered: Bool
        }
    }

    public let good: Good
    public let exportingParty: CountryCode
    public let importingParty: CountryCode?
    public let date: CalendarDate
    /// The good's code in the edition of the rule set; several when the correlation is not one to one.
    public let codesInRuleEdition: [HSCode]
    public let ruleSet: AppliedRuleSet
    /// One for each row that may apply: several only when the good's code has counterparts with different rules.
    public let rules: [AppliedRule]
    /// The rule that applies; nil when there are several.
    public var rule: AppliedRule? { rules.count == 1 ? rules[0] : nil }

    public let verdict: Verdict
    /// As if every originating material without valid evidence were undetermined.
    public let verdictOnEvidence: Verdict
    /// What heads the answer; nil unless originating.
    public let criterion: Criterion?
    public let supplements: [Supplement]
    public let criterionOnEvidence: Criterion?
    public let supplementsOnEvidence: [Supplement]
    public let alternatives: [AlternativeFinding]
    public let regionalValueContent: RegionalValueContentFinding
    public let deMinimis: DeMinimisFinding?
    /// nil unless the good originates and an importing Party is named.
    public let countryOfOrigin: CountryOfOriginFinding?
    /// As if every originating material without valid evidence were undetermined; nil unless the good originates so.
    public let countryOfOriginOnEvidence: CountryOfOriginFinding?
    /// nil when no route is stated.
    public let directConsignment: Outcome?
    /// Line by line, intermediates followed by their inputs.
    public let materials: [MaterialFinding]
    public let assumptions: [Note]
    public let missing: [Note]
    public let warnings: [Note]
    public let explanation: Explanation
}

/// One alternative of the rule (or WO, PE when one of them decides).
public struct AlternativeFinding: Sendable, Hashable {
    public let criterion: Criterion
    /// In the symbols of Annex 3A: `CTH except from 72.08`, `RVC40`.
    public let rule: String
    /// Branch of a split rule.
    public let branch: Int?
    /// Code in the rule set's edition this finding is for, when the good's code has several.
    public let code: HSCode?
    public let outcome: Outcome
    /// What would be stated beside the criterion.
    public let supplements: [Supplement]
    /// Paths of the materials that did not undergo the change, or prevent WO or PE.
    public let failingMaterials: [String]
    /// What would have to be known.
    public let missing: [Note]
    /// Why, in one sentence.
    public let reason: BilingualText
}

/// Both formulas of Article 3.5.1, in the currency of the FOB value.
public struct RegionalValueContentFinding: Sendable, Hashable {
    public struct Indirect: Sendable, Hashable {
        public let percent: CutPercent
        public let fob: Money
        /// Value of non-originating materials after deductions, cut to two decimals for showing.
        public let vnm: Money
        /// What 3.5.5 took off.
        public let deductions: Money
    }

    public struct Direct: Sendable, Hashable {
        public let percent: CutPercent
        public let fob: Money
        /// Value of originating materials.
        public let vom: Money
        public let directLabour: Money
        public let directOverhead: Money
        public let profit: Money
        public let other: Money
    }

    public let indirect: Indirect
    /// nil when no costs are given.
    public let direct: Direct?
}

/// Article 3.7 for the tariff-change alternative shown first.
public struct DeMinimisFinding: Sendable, Hashable {
    /// Share of FOB of the materials that did not undergo the change.
    public let valuePercent: CutPercent
    /// Share of the weight of the good; nil outside chapters 50 to 63 or where a weight is missing.
    public let weightPercent: CutPercent?
    /// Whether the change holds only through Article 3.7.
    public let applied: Bool
}

/// What became of one line of the bill of materials.
public struct MaterialFinding: Sendable, Hashable {
    /// How the line counts in the determination.
    public enum Standing: String, Sendable, Hashable {
        case originating
        case nonOriginating
        /// Non-originating because nobody knows (3.5.4).
        case undetermined
        /// Originating by Article 3.10.
        case indirect
        /// Ignored by Article 3.8.1.
        case ignored
        /// A self-produced intermediate whose inputs are counted instead (3.12).
        case replacedByInputs
        /// An input of an intermediate that counts whole (3.12): shown, not counted.
        case withinIntermediate
    }

    @usableFromInline let reference: LineReference
    @inlinable
    var line: PreparedLine {
        @inline(__always) _read { yield reference.line }
    }
    /// `30`, or `30/2` for an input of intermediate 30.
    @inlinable public var path: String { line.path }
    @inlinable
    public var material: Material {
        @inline(__always) _read { yield line.material }
    }
    /// Code in the rule set's edition; several when the correlation is not one to one.
    public var codes: [HSCode] { Array(line.codes) }
    /// The same, without an array for one code.
    @inlinable package var possibleCodes: PossibleCodes { line.codes }
    /// JSON pointer of the line in the dossier.
    public var place: String { linePlace.description }
    @inlinable package var linePlace: LinePlace { line.place }
    /// Value in the currency of the FOB value, cut to two decimals for showing.
    public let value: Money
    public let standing: Standing
    /// Standing once originating status needs valid evidence.
    public let standingOnEvidence: Standing
    /// Whether the line is counted in VNM.
    public let countsInVNM: Bool
    /// Whether it underwent the tariff change of the first such alternative; nil where the change is not asked of it.
    public let tariffChange: Outcome?
    /// Remarks on this line: undetermined, deduction without evidence, evidence expired, packaging ignored ...
    public let remarks: [BilingualText]
    /// Whether evidence of its origin is asked for: only of bought lines that count as originating.
    public let needsEvidence: Bool

    init(
        _ reference: LineReference, value: Money, standing: Standing, standingOnEvidence: Standing, countsInVNM: Bool,
        tariffChange: Outcome?, remarks: [BilingualText], isBoughtAsOriginating: Bool
    ) {
        self.reference = reference
        self.value = value
        self.standing = standing
        self.standingOnEvidence = standingOnEvidence
        self.countsInVNM = countsInVNM
        self.tariffChange = tariffChange
        self.remarks = remarks
        let counts = standing == .originating || standing == .withinIntermediate
        needsEvidence = counts && isBoughtAsOriginating
    }
}
