import Bilingual
import OriginModel
import OriginRules

/// `minimal-operations.xml` and `wholly-obtained.xml`: the items (a) to (j) of an article, with the days on which the
/// list stands.
struct LetteredListFile {
    /// Which list; the raw value is the name of the root element.
    enum Kind: String, CaseIterable {
        /// Article 3.6
        case minimalOperations = "minimal-operations"
        /// Article 3.3
        case whollyObtained = "wholly-obtained"

        var fileName: String { rawValue + ".xml" }

        fileprivate var root: StaticString {
            switch self {
            case .minimalOperations: "minimal-operations"
            case .whollyObtained: "wholly-obtained"
            }
        }

        fileprivate var letters: [String] {
            switch self {
            case .minimalOperations: MinimalOperationKind.allCases.map(\.rawValue)
            case .whollyObtained: WhollyObtainedCategory.allCases.map(\.rawValue)
            }
        }
    }

    let kind: Kind
    let versions: DatedVersions<[Agreement.Item]>
    let root: XMLElement

    init(_ tree: XMLTree, kind: Kind) throws(InputProblems) {
        guard let root = tree.root, root.isNamed(kind.root) else {
            throw InputProblems([.wrongRoot(tree, expected: kind.root)])
        }
        var log = ProblemLog()
        root.allow([], &log)
        root.allow(children: ["source", "version"], &log)
        _ = root.source(&log)
        var versions: [DatedVersions<[Agreement.Item]>.Version] = []
        for element in root.children where element.isNamed("version") {
            element.allow(["article", "effectiveFrom", "effectiveTo"], &log)
            let items = Self.items(element, kind, &log)
            guard let validity = element.validity(&log) else { continue }
            versions.append(.init(validity: validity, value: items, element: element))
        }
        if versions.isEmpty { log.add(.missingElement(root, ["version"])) }
        self.versions = DatedVersions(versions, &log)
        self.kind = kind
        self.root = root
        try log.check()
    }

    /// The list in force on a day; a problem where there is none.
    func items(on date: CalendarDate) throws(InputProblem) -> [Agreement.Item] {
        guard let items = versions.value(on: date) else { throw .noVersionInForce(root, kind.rawValue, date) }
        return items
    }

    private static func items(_ version: XMLElement, _ kind: Kind, _ log: inout ProblemLog) -> [Agreement.Item] {
        let article = version.string("article", &log) ?? ""
        version.allow(children: ["item"], &log)
        var items: [Agreement.Item] = []
        for element in version.children where element.isNamed("item") {
            element.allow(["letter"], &log)
            element.allow(children: ["name"], &log)
            let text = element.bilingual("name", &log)
            guard let letter = element.string("letter", &log), let text else { continue }
            items.append(Agreement.Item(letter: letter, article: "\(article)(\(letter))", text: text))
        }
        if items.map(\.letter) != kind.letters { log.add(.wrongLetters(version, items.map(\.letter), kind.letters)) }
        return items
    }
}

extension InputProblem {
    fileprivate static func wrongLetters(
        _ element: XMLElement, _ found: [String], _ expected: [String]
    ) -> InputProblem {
        InputProblem(
            element, code: "agreement.wrongLetters",
            message: BilingualText(
                en: "the items are not those of the article, each once and in order", zh: "各项与条款不符，应依次各出现一次"),
            found: found.joined(separator: " "), expected: BilingualText(same: expected.joined(separator: " ")))
    }
}
