import HarmonizedSystem
import OriginModel
import OriginRules

/// Codes sorted by what their rule asks, so that rare kinds of rule are drawn as often as common ones.
struct CodePools: Sendable {
    enum Kind: CaseIterable, Sendable {
        case split, excepting, reaction, proviso, whollyObtained, textile, changeOnly, changeOrValue, valueOnly
    }

    let law: LawInForce
    let all: [HSCode]
    let byKind: [Kind: [HSCode]]
    /// Codes that the exceptions of a rule name, by the text of the rule.
    let excepted: [String: [HSCode]]
    /// Codes of another edition that exist in it and have a counterpart in the edition of the rules.
    let older: [HSEdition: [HSCode]]
    /// Those with several counterparts.
    let ambiguous: [HSEdition: [HSCode]]
    /// The Parties, sorted.
    let parties: [CountryCode]

    init(law: LawInForce) {
        self.law = law
        all = Self.codes(law, law.ruleSet.edition)
        parties = law.agreement.parties.map(\.code).sorted()
        var byKind: [Kind: [HSCode]] = [:]
        var excepted: [String: [HSCode]] = [:]
        for code in all {
            guard let text = law.ruleSet.rule(for: code)?.text else { continue }
            byKind[Self.kind(code, text), default: []].append(code)
            if text.contains("except from"), excepted[text] == nil {
                excepted[text] = Self.excepted(by: text, among: all)
            }
        }
        self.byKind = byKind
        self.excepted = excepted
        var older: [HSEdition: [HSCode]] = [:]
        var ambiguous: [HSEdition: [HSCode]] = [:]
        for edition in HSEdition.allCases where edition != law.ruleSet.edition {
            for code in Self.codes(law, edition) {
                let targets = law.candidates(for: StatedHSCode(text: "", subheading: code, edition: edition)).count
                if targets > 0 { older[edition, default: []].append(code) }
                if targets > 1 { ambiguous[edition, default: []].append(code) }
            }
        }
        self.older = older
        self.ambiguous = ambiguous
    }

    func text(_ code: HSCode) -> String { law.ruleSet.rule(for: code)?.text ?? "" }

    /// What a code of the rules' edition was called in an older one, where it can be turned back.
    func named(_ code: HSCode, in edition: HSEdition) -> [HSCode] {
        let correlation = law.correlations.first { $0.newer == law.ruleSet.edition && $0.older == edition }
        guard let correlation else { return [] }
        return correlation.candidates(for: code.number, in: edition).map { HSCode(number: $0, level: .subheading) }
            .filter { older[edition]?.contains($0) ?? false }
    }

    private static func codes(_ law: LawInForce, _ edition: HSEdition) -> [HSCode] {
        (law.nomenclatures[edition]?.subheadings ?? []).map { HSCode(number: $0, level: .subheading) }
    }

    private static func kind(_ code: HSCode, _ text: String) -> Kind {
        if text.hasPrefix("1.") { return .split }
        if text.contains("provided") { return .proviso }
        if text.hasSuffix("CR") { return .reaction }
        if text == "WO" { return .whollyObtained }
        if (50...63).contains(code.number / 10_000) { return .textile }
        if text.contains("except") { return .excepting }
        if text.hasPrefix("RVC") { return .valueOnly }
        return text.contains("RVC") ? .changeOrValue : .changeOnly
    }

    private static func excepted(by text: String, among codes: [HSCode]) -> [HSCode] {
        let exceptions = PrintedRule(text).branches.flatMap(\.alternatives).flatMap { alternative in
            if case .change(_, let exceptions, _) = alternative { exceptions } else { [PrintedRule.Exception]() }
        }
        return codes.filter { code in exceptions.contains { $0.covers(code.digits) } }
    }
}
