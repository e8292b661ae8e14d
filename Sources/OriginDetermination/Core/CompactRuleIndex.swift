import HarmonizedSystem

/// Where in the flat tables the rule of a good's code stands; it is read out of the law when the first good of that
/// code comes.
package struct CompactRuleIndex {
    /// By the rank of a subheading among those that exist: -1 not looked up yet, -2 without a rule, else where the rule
    /// stands here.
    private var places: [Int32] = []
    private var readings: [Range<Int>] = []
    private var texts: [String] = []

    package init() {}

    /// Where the rule of a subheading stands here; nil where the code or its rule does not exist.
    /// - Parameters:
    ///   - law: always the same.
    ///   - rules: always the same; a rule that is met for the first time is added.
    package mutating func place(of code: UInt32, in law: CompactLaw, addingTo rules: inout CompactRules) -> Int? {
        if places.isEmpty { places = Array(repeating: -1, count: law.subheadingCount) }
        guard let rank = law.rank(of: code) else { return nil }
        if places[rank] == -1 { places[rank] = read(code, law, &rules).map { Int32($0) } ?? -2 }
        return places[rank] < 0 ? nil : Int(places[rank])
    }

    /// Every branch of the rule for a good of the code, in the table of readings.
    package func readings(at place: Int) -> Range<Int> { readings[place] }

    /// The rule as the annex prints it.
    package func text(at place: Int) -> String { texts[place] }

    private mutating func read(_ number: UInt32, _ law: CompactLaw, _ rules: inout CompactRules) -> Int? {
        let code = HSCode(number: number, level: .subheading)
        guard let rule = law.law.ruleSet.rule(for: code) else { return nil }
        readings.append(rules.add(rule.branches.map {
            RuleReadingCase(code: code, branch: $0.number, alternatives: $0.alternatives)
        }))
        texts.append(rule.text)
        return readings.count - 1
    }
}
