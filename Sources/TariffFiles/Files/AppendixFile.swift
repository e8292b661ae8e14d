import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import RuleFiles
import Tariffs

/// A file of `appendix-lists`, named after the importing Party: the lines of its Appendix (Article 2.6.3).
struct AppendixFile {
    let list: AppendixList
    let root: XMLElement

    init(_ tree: XMLTree) throws(InputProblems) {
        guard let root = tree.root, root.isNamed("tariff-appendix") else {
            throw InputProblems([.wrongRoot(tree, expected: "tariff-appendix")])
        }
        var log = ProblemLog()
        root.allow(["party", "edition", "complete"], &log)
        root.allow(children: ["source", "lines"], &log)
        let party = root.party("party", &log)
        let edition = root.edition(&log)
        let isComplete = root.flag("complete", absent: true, &log)
        let source = root.source(&log)
        let lines = Self.lines(root, &log)
        try log.check()
        guard let party, let edition, let source else { throw InputProblems(log.problems) }
        list = AppendixList(party: party, edition: edition, isComplete: isComplete, lines: lines, source: source)
        self.root = root
    }

    /// Digits without dots, in the order of the file.
    private static func lines(_ root: XMLElement, _ log: inout ProblemLog) -> [String] {
        guard let element = root.only("lines", &log) else {
            log.add(.missingElement(root, ["lines"]))
            return []
        }
        element.allow([], &log)
        var lines: [String] = []
        for word in element.list {
            guard let line = TariffLineCode(word) else {
                log.add(.badAppendixLine(element, word))
                continue
            }
            if lines.contains(line.digits) { log.add(.repeatedAppendixLine(element, line)) }
            lines.append(line.digits)
        }
        if lines.isEmpty { log.add(.badAppendixLine(element, "")) }
        return lines
    }
}

extension InputProblem {
    fileprivate static func badAppendixLine(_ element: XMLElement, _ found: Substring) -> InputProblem {
        InputProblem(
            element, code: "tariff.badCode", message: .badLineCode, found: String(found), expected: .lineDigits)
    }

    fileprivate static func repeatedAppendixLine(_ element: XMLElement, _ line: TariffLineCode) -> InputProblem {
        InputProblem(
            element, code: "tariff.repeatedLine", message: .repeatedLine, found: line.digits)
    }
}

extension BilingualText {
    static let repeatedLine = BilingualText(en: "the line stands here twice", zh: "该税目重复出现")
}
