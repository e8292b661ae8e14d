import OriginDetermination
import Testing

/// One row of a table of tests: what is given and what must come of it.
struct Row<Given: Sendable, Expected: Sendable>: Sendable, CustomTestStringConvertible {
    let name: String
    let given: Given
    let expected: Expected

    init(_ name: String, _ given: Given, _ expected: Expected) {
        self.name = name
        self.given = given
        self.expected = expected
    }

    var testDescription: String { name }
}

extension Determination {
    /// `originating CTC DMI`, `notOriginating`
    var answer: String {
        ([verdict.rawValue] + (criterion.map { [$0.rawValue] } ?? []) + supplements.map(\.rawValue)).joined(
            separator: " ")
    }

    /// The same on evidence.
    var answerOnEvidence: String {
        ([verdictOnEvidence.rawValue] + (criterionOnEvidence.map { [$0.rawValue] } ?? [])
            + supplementsOnEvidence.map(\.rawValue)).joined(separator: " ")
    }

    /// `CTC met; RVC notMet`
    var outcomes: String {
        alternatives.map { "\($0.criterion.rawValue) \($0.outcome.rawValue)" }.joined(separator: "; ")
    }

    /// `indirect 40.00 direct 12.50`
    var percentages: String {
        let direct = regionalValueContent.direct.map { " direct \($0.percent)" } ?? ""
        return "indirect \(regionalValueContent.indirect.percent)\(direct)"
    }

    /// `material.evidence /materials/0/evidence`
    var missingPlaces: [String] { missing.map(\.codeAndPlace) }
    var warningCodes: [String] { warnings.map(\.code) }
    var assumptionPlaces: [String] { assumptions.map(\.codeAndPlace) }

    /// `10 originating`, in the order of the lines.
    var standings: [String] { materials.map { "\($0.path) \($0.standing.rawValue)" } }

    func alternative(_ criterion: String) -> AlternativeFinding? {
        alternatives.first { $0.criterion.rawValue == criterion }
    }
}

extension Note {
    var codeAndPlace: String { place.map { "\(code) \($0)" } ?? code }
}

extension Explanation {
    /// This step and all below it, from the top.
    var steps: [Explanation] { [self] + children.flatMap(\.steps) }

    /// Whether the article is cited, alone or with others: `3.5; D15` cites `3.5`.
    func cites(_ wanted: String) -> Bool {
        article.split { $0 == ";" || $0 == "," }.contains { $0.drop { $0 == " " } == wanted }
    }

    /// All steps that cite the article.
    func steps(citing article: String) -> [Explanation] { steps.filter { $0.cites(article) } }
}
