import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// `rule-set.xml`: what a folder of chapter files is, since when, and where it is taken from.
struct RuleSetFile {
    static let name = "rule-set.xml"

    let id: String
    let edition: HSEdition
    let validity: Validity
    /// Whether every subheading of the edition has a rule.
    let isComplete: Bool
    let source: BilingualText
    let root: XMLElement

    private static let attributes: [StaticString] = ["id", "edition", "effectiveFrom", "effectiveTo", "complete"]

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("rule-set") else {
            throw InputProblems([.wrongRoot(tree, expected: "rule-set")])
        }
        var log = ProblemLog()
        root.allow(Self.attributes, &log)
        root.allow(children: ["source"], &log)
        let id = root.string("id", &log)
        let edition = Self.edition(root, &log)
        let validity = root.validity(&log)
        let isComplete = Self.isComplete(root, &log)
        let source = root.source(&log)
        try log.check()
        guard let id, let edition, let validity, let source else { throw InputProblems(log.problems) }
        self.id = id
        self.edition = edition
        self.validity = validity
        self.isComplete = isComplete
        self.source = source
        self.root = root
    }

    private static func edition(_ root: XMLElement, _ log: inout ProblemLog) -> HSEdition? {
        guard let text = root.string("edition", &log) else { return nil }
        guard let edition = HSEdition(rawValue: text) else {
            log.add(.badValue(root, "edition", found: text, expected: .editions))
            return nil
        }
        return edition
    }

    private static func isComplete(_ root: XMLElement, _ log: inout ProblemLog) -> Bool {
        guard root.attribute("complete") != nil, let text = root.string("complete", &log) else { return true }
        if text != "true", text != "false" {
            log.add(.badValue(root, "complete", found: text, expected: BilingualText(same: "true, false")))
        }
        return text == "true"
    }
}

extension XMLElement {
    /// The document a file is taken from: `<source>` with its name in both languages.
    package func source(_ log: inout ProblemLog) -> BilingualText? {
        var sources = children.filter { $0.isNamed("source") }[...]
        guard let source = sources.popFirst() else {
            log.add(.missingElement(self, ["source"]))
            return nil
        }
        for other in sources { log.add(.repeatedElement(other)) }
        source.allow([], &log)
        source.allow(children: ["name"], &log)
        return source.bilingual("name", &log)
    }
}

extension BilingualText {
    package static let editions = BilingualText(same: HSEdition.allCases.map(\.rawValue).joined(separator: ", "))
}
