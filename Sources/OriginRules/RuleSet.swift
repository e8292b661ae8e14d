import Bilingual
import HarmonizedSystem
import OriginModel

/// One transposition of Annex 3A: rules by code in one edition of the Harmonized System.
public struct RuleSet: Sendable {
    /// `annex-3a-hs2022`
    public let id: String
    public let edition: HSEdition
    public let effectiveFrom: CalendarDate
    /// Last day; nil while in force.
    public let effectiveTo: CalendarDate?
    /// Name of the document the rules are taken from.
    public let source: BilingualText
    /// Conditions of split rules in Chinese, by the words of the annex.
    public let chineseConditions: [String: String]
    /// SHA-256 of the files the rules were read from, in hexadecimal.
    public let digest: String
    private let rules: [UInt64: ProductSpecificRule]

    /// Two rules for one code: never resolved in silence.
    public struct Conflict: Error, Hashable {
        public let code: HSCode
        public let first: String
        public let second: String
    }

    public init(
        id: String, edition: HSEdition, effectiveFrom: CalendarDate, effectiveTo: CalendarDate? = nil,
        source: BilingualText, chineseConditions: [String: String] = [:], digest: String,
        rules: [ProductSpecificRule]
    ) throws(Conflict) {
        self.id = id
        self.edition = edition
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.source = source
        self.chineseConditions = chineseConditions
        self.digest = digest
        var byCode: [UInt64: ProductSpecificRule] = [:]
        byCode.reserveCapacity(rules.count)
        for rule in rules {
            if let earlier = byCode.updateValue(rule, forKey: Self.key(rule.code)) {
                throw Conflict(code: rule.code, first: earlier.text, second: rule.text)
            }
        }
        self.rules = byCode
    }

    /// The row printed for exactly this code.
    public func row(_ code: HSCode) -> ProductSpecificRule? {
        rules[Self.key(code)]
    }

    /// The rule of a subheading: its own row, else its heading's, else its chapter's. Three look-ups at most.
    public func rule(for subheading: HSCode) -> ProductSpecificRule? {
        row(subheading) ?? row(subheading.prefix(.heading)) ?? row(subheading.prefix(.chapter))
    }

    /// All rows in the order of the nomenclature.
    public var rows: [ProductSpecificRule] {
        rules.values.sorted { $0.code < $1.code }
    }

    /// The condition of a branch in both languages.
    public func condition(_ branch: RuleBranch) -> BilingualText? {
        branch.condition.map { BilingualText(en: $0, zh: chineseConditions[$0] ?? $0) }
    }

    private static func key(_ code: HSCode) -> UInt64 {
        UInt64(code.level.rawValue) << 32 | UInt64(code.number)
    }
}

/// Everything a determination consults: the agreement, a rule set, and the nomenclature it is written in.
public struct LawInForce: Sendable {
    public let agreement: Agreement
    public let ruleSet: RuleSet
    public let nomenclatures: [HSEdition: HSNomenclature]
    public let correlations: [HSCorrelation]
    /// Appendix lists by the Party that holds them; absent: not loaded.
    public var appendixLists: [CountryCode: AppendixList]

    public init(
        agreement: Agreement, ruleSet: RuleSet, nomenclatures: [HSEdition: HSNomenclature],
        correlations: [HSCorrelation], appendixLists: [CountryCode: AppendixList] = [:]
    ) {
        self.agreement = agreement
        self.ruleSet = ruleSet
        self.nomenclatures = nomenclatures
        self.correlations = correlations
        self.appendixLists = appendixLists
    }

    /// The subheadings of the rule set's edition that a code may be, ascending; empty when there is none.
    public func candidates(for code: StatedHSCode) -> [HSCode] {
        candidates(for: code, in: ruleSet.edition)
    }

    /// The same for any edition whose nomenclature is loaded and whose correlation with the code's is.
    public func candidates(for code: StatedHSCode, in target: HSEdition) -> [HSCode] {
        guard code.edition != target else { return [code.subheading] }
        let editions = Set([code.edition, target])
        guard let correlation = correlations.first(where: { Set([$0.newer, $0.older]) == editions }),
            let nomenclature = nomenclatures[target]
        else { return [] }
        return correlation.candidates(for: code.subheading.number, in: target)
            .map { HSCode(number: $0, level: .subheading) }
            .filter(nomenclature.contains)
    }
}
