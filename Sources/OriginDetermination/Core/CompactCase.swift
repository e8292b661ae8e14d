import HarmonizedSystem
import OriginModel
import OriginRules

/// A dossier reduced to integers: what the evaluator works on, for one good as for millions.
///
/// All values are in one unit (a fraction of the currency of the FOB value chosen so that every amount is whole), all
/// weights in another. Lines stand in preorder: a self-produced intermediate is followed by its inputs.
struct CompactCase: Sendable {
    var lines: [CompactLine]
    /// The good first, then every self-produced intermediate.
    var units: [CompactUnit]
    /// Codes of lines whose correlation is not one to one.
    var candidateLists: [[UInt32]]

    /// Whether any line claims to originate in another Party than the exporting one.
    var usesOtherParties: Bool
}

/// One line of the bill of materials.
struct CompactLine: Sendable {
    /// Six digits in the edition of the rule set.
    var code: UInt32
    /// Index into `candidateLists`; -1 when the code is certain.
    var candidates: Int
    var status: Material.Status
    /// An accessory whose terms fail Article 3.9 is a `material` here.
    var role: Material.Role
    /// Originating in a Party other than the exporting one.
    var otherParty: Bool
    /// Valid evidence is named.
    var evidenced: Bool
    /// Marked as an active ingredient of heading 38.08.
    var activeIngredient: Bool
    /// Value of Article 3.5.3.
    var value: Int128
    /// What Article 3.5.5 takes off with evidence.
    var deductions: Int128
    /// -1 when not stated.
    var weight: Int128
    /// Index after the last of its inputs.
    var end: Int
    /// Index into `units` when self-produced; -1 otherwise.
    var unit: Int
}

/// What is judged by a rule: the good, or an intermediate with its value in the place of FOB.
struct CompactUnit: Sendable {
    enum Operations: Sendable {
        case notStated, allMinimal, moreThanMinimal
    }

    enum Reaction: Sendable {
        case notStated, absent, inParty, outsideParties
    }

    var fob: Int128
    /// -1 when not stated.
    var weight: Int128
    /// One for each code it may have and each branch of the rule that may apply.
    var readings: [RuleReadingCase]
    var operations: Operations
    var reaction: Reaction
    /// A category of Article 3.3 is named.
    var whollyObtained: Bool
    /// Labour, overhead, profit and other cost together; -1 when no costs are given.
    var costs: Int128
    /// Its direct lines and all theirs.
    var lines: Range<Int>
    /// Its own line; -1 for the good.
    var line = -1
}

/// One way to read which rule applies: a code in the rule set's edition and a branch.
struct RuleReadingCase: Sendable {
    let code: HSCode
    let branch: Int?
    let alternatives: [RuleAlternative]
}
