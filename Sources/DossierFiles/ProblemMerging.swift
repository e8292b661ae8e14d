import Bilingual
import OriginModel

/// Puts together what is wrong with the shape of a dossier and what is wrong with its facts.
package struct ProblemMerging {
    /// As given by `--to`, which then stands in the place of the dossier's.
    let importingParty: CountryCode?
    /// As given by `--date`.
    let date: CalendarDate?
    /// What the name of an option is preceded by, so that the reader of several files knows which it is about.
    let prefix: String

    package init(importingParty: CountryCode? = nil, date: CalendarDate? = nil, prefix: String = "") {
        self.importingParty = importingParty
        self.date = date
        self.prefix = prefix
    }

    /// In the order of the file; what is of no line comes last.
    ///
    /// A fact is left out where the shape has a problem at its place, and where only what could not be read is missing.
    package func merged(
        _ shape: [InputProblem], ofFacts facts: [InputProblem], in source: DossierFile
    ) -> [InputProblem] {
        let places = shape.compactMap(\.pointer)
        let ratesAreRead = !places.contains { $0 == "/exchangeRates" || $0.hasPrefix("/exchangeRates/") }
        var problems = shape
        for fact in facts where ratesAreRead || fact.code != "exchangeRate.missing" {
            let located = ofOption(fact) ?? (fact.file.isEmpty ? source.located(fact) : fact)
            if let pointer = located.pointer, places.contains(pointer) { continue }
            // An option may be wrong for several lines, but is one mistake.
            if !problems.contains(located) { problems.append(located) }
        }
        return problems.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element)
    }

    /// The problem as one of the option it comes from; nil where it comes from the file.
    private func ofOption(_ problem: InputProblem) -> InputProblem? {
        var option: String?
        if date != nil, problem.code == "party.notInForce" {
            option = "--date"
        } else if importingParty != nil, problem.pointer == "/importingParty" {
            option = "--to"
        }
        guard let option else { return nil }
        var problem = problem
        problem.file = prefix + option
        problem.place = .wholeFile
        return problem
    }
}

extension InputProblem {
    fileprivate var pointer: String? {
        guard case .pointer(let pointer, _, _) = place else { return nil }
        return pointer
    }

    /// Line and column as one number that sorts like both; the largest where there is none.
    fileprivate var position: Int {
        switch place {
        case .line(let line, let column): line << 24 + min(column, 1 << 24 - 1)
        case .pointer(_, let line?, let column): line << 24 + min(column ?? 0, 1 << 24 - 1)
        case .pointer, .wholeFile, .cell: Int.max
        }
    }
}
