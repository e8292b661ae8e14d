import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import TariffFiles

/// The law of each day that has been asked for, read once.
struct LawCache {
    private struct Key: Hashable {
        let date: CalendarDate
        let editions: Set<HSEdition>
        let importingParty: CountryCode?
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
        let key = Key(date: date, editions: dossier.editions, importingParty: dossier.importingParty)
        if let known = laws[key] { return known }
        let lists = try Self.appendixLists(directory, of: key.importingParty)
        var law = try directory.law(
            on: date, editions: key.editions, otherEditions: Set(lists.map(\.edition)),
            chapters: servesOne ? dossier.judgedChapters : nil)
        for list in lists { law.appendixLists[list.party] = list }
        laws[key] = law
        return law
    }

    /// The Appendix list of the importing Party, where one is loaded (Article 2.6.3).
    private static func appendixLists(
        _ directory: RuleDirectory, of party: CountryCode?
    ) throws(InputProblems) -> [AppendixList] {
        guard let party else { return [] }
        return try TariffLibrary(rules: directory).appendixLists(of: [party])
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
