import HarmonizedSystem
import OriginModel
import OriginRules

/// A dossier reduced to integers: what the evaluator works on, for one good as for millions.
///
/// All values are in one unit (a fraction of the currency of the FOB value chosen so that every amount is whole), all
/// weights in another. Lines stand in preorder: a self-produced intermediate is followed by its inputs.
package struct CompactCase: Sendable {
    package var lines: [CompactLine]
    /// The good first, then every self-produced intermediate.
    package var units: [CompactUnit]
    /// Codes of lines whose correlation is not one to one.
    package var candidateLists: [[UInt32]]
    /// What the units may be judged by.
    package var rules: CompactRules

    /// Whether any line claims to originate in another Party than the exporting one.
    package var usesOtherParties: Bool
    /// Whether evidence may make a difference: false only where no line claims to originate without it.
    package var restsOnClaims: Bool

    package init(
        lines: [CompactLine] = [], units: [CompactUnit] = [], candidateLists: [[UInt32]] = [],
        rules: CompactRules = CompactRules(), usesOtherParties: Bool = false, restsOnClaims: Bool = true
    ) {
        self.lines = lines
        self.units = units
        self.candidateLists = candidateLists
        self.rules = rules
        self.usesOtherParties = usesOtherParties
        self.restsOnClaims = restsOnClaims
    }
}

/// One line of the bill of materials.
package struct CompactLine: Sendable {
    /// Six digits in the edition of the rule set.
    package var code: UInt32
    /// Index into `candidateLists`; -1 when the code is certain.
    package var candidates: Int
    package var status: Material.Status
    /// An accessory whose terms fail Article 3.9 is a `material` here.
    package var role: Material.Role
    /// Originating in a Party other than the exporting one.
    package var otherParty: Bool
    /// Valid evidence is named.
    package var evidenced: Bool
    /// Marked as an active ingredient of heading 38.08.
    package var activeIngredient: Bool
    /// Value of Article 3.5.3.
    package var value: Int128
    /// What Article 3.5.5 takes off with evidence.
    package var deductions: Int128
    /// -1 when not stated.
    package var weight: Int128
    /// Index after the last of its inputs.
    package var end: Int
    /// Index into `units` when self-produced; -1 otherwise.
    package var unit: Int

    package init(
        code: UInt32, candidates: Int = -1, status: Material.Status, role: Material.Role, otherParty: Bool,
        evidenced: Bool, activeIngredient: Bool = false, value: Int128, deductions: Int128 = 0, weight: Int128,
        end: Int, unit: Int = -1
    ) {
        self.code = code
        self.candidates = candidates
        self.status = status
        self.role = role
        self.otherParty = otherParty
        self.evidenced = evidenced
        self.activeIngredient = activeIngredient
        self.value = value
        self.deductions = deductions
        self.weight = weight
        self.end = end
        self.unit = unit
    }
}

/// What is judged by a rule: the good, or an intermediate with its value in the place of FOB.
package struct CompactUnit: Sendable {
    package enum Operations: Sendable {
        case notStated, allMinimal, moreThanMinimal
    }

    package enum Reaction: Sendable {
        case notStated, absent, inParty, outsideParties
    }

    package var fob: Int128
    /// -1 when not stated.
    package var weight: Int128
    /// Into the readings of `rules`: one for each code it may have and each branch of the rule that may apply.
    package var readings: Range<Int>
    package var operations: Operations
    package var reaction: Reaction
    /// A category of Article 3.3 is named.
    package var whollyObtained: Bool
    /// Labour, overhead, profit and other cost together; -1 when no costs are given.
    package var costs: Int128
    /// Its direct lines and all theirs.
    package var lines: Range<Int>
    /// Its own line; -1 for the good.
    package var line = -1

    package init(
        fob: Int128, weight: Int128, readings: Range<Int>, operations: Operations, reaction: Reaction,
        whollyObtained: Bool, costs: Int128, lines: Range<Int>, line: Int = -1
    ) {
        self.fob = fob
        self.weight = weight
        self.readings = readings
        self.operations = operations
        self.reaction = reaction
        self.whollyObtained = whollyObtained
        self.costs = costs
        self.lines = lines
        self.line = line
    }
}

/// One way to read which rule applies, in words: a code in the rule set's edition and a branch.
package struct RuleReadingCase: Sendable {
    package let code: HSCode
    package let branch: Int?
    package let alternatives: [RuleAlternative]

    package init(code: HSCode, branch: Int?, alternatives: [RuleAlternative]) {
        self.code = code
        self.branch = branch
        self.alternatives = alternatives
    }
}
