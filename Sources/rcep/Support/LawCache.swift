import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles

/// The law of each day that has been asked for, read once.
struct LawCache {
    private struct Key: Hashable {
        let date: CalendarDate
        let editions: Set<HSEdition>
    }

    private var laws: [Key: LawInForce] = [:]

    mutating func law(
        _ directory: RuleDirectory, on date: CalendarDate, for dossier: Dossier
    ) throws(InputProblems) -> LawInForce {
        let key = Key(date: date, editions: dossier.editions)
        if let known = laws[key] { return known }
        let law = try directory.law(on: date, editions: key.editions)
        laws[key] = law
        return law
    }
}

extension Dossier {
    /// Editions of all codes in it.
    fileprivate var editions: Set<HSEdition> {
        var editions: Set<HSEdition> = [good.hsCode.edition]
        func visit(_ materials: [Material]) {
            for material in materials {
                editions.insert(material.hsCode.edition)
                visit(material.selfProduced?.materials ?? [])
            }
        }
        visit(materials)
        return editions
    }
}
