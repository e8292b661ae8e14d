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
    /// Whether only one dossier will be asked about, so that the chapters it needs are enough.
    private let servesOne: Bool

    init(servesOne: Bool) {
        self.servesOne = servesOne
    }

    mutating func law(
        _ directory: RuleDirectory, on date: CalendarDate, for dossier: Dossier
    ) throws(InputProblems) -> LawInForce {
        let key = Key(date: date, editions: dossier.editions)
        if let known = laws[key] { return known }
        let law = try directory.law(
            on: date, editions: key.editions, chapters: servesOne ? dossier.judgedChapters : nil)
        laws[key] = law
        return law
    }
}

extension Dossier {
    /// Chapters of the good and of every self-produced intermediate: the codes whose rules are applied.
    fileprivate var judgedChapters: Set<HSCode> {
        var chapters: Set<HSCode> = [good.hsCode.subheading.prefix(.chapter)]
        func visit(_ materials: [Material]) {
            for material in materials {
                guard let inputs = material.selfProduced?.materials else { continue }
                chapters.insert(material.hsCode.subheading.prefix(.chapter))
                visit(inputs)
            }
        }
        visit(materials)
        return chapters
    }

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
