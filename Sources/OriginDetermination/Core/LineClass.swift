import OriginModel
import OriginRules

/// A line with the stances it is counted under: most lines under all of them, an intermediate and its inputs each under
/// some (3.12).
struct ClassedLine: Sendable {
    let index: Int32
    let role: Material.Role
    /// Place of its class in the evaluation.
    let place: UInt8
    let counts: StanceSet
    let nonOriginating: StanceSet

    func line(_ stance: Stance) -> CountedLine? {
        guard counts.contains(stance) else { return nil }
        return CountedLine(index: Int(index), nonOriginating: nonOriginating.contains(stance), role: role)
    }
}

/// The sums over all lines that count, and are non-originating, under the same stances: with these each line is looked
/// at once, and a stance only adds up a few classes.
struct LineClass: Sendable {
    let counts: StanceSet
    let nonOriginating: StanceSet
    /// Lines that are part of the good itself.
    var parts = 0
    /// For Article 3.5, before deductions.
    var value: Int128 = 0
    var deductions: Int128 = 0
    var activeIngredients = ActiveIngredientTally()
}
