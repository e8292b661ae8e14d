import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// `chapter-NN.xml`: the rows of Annex 3A for one chapter.
struct ChapterFile {
    struct Row {
        let rule: ProductSpecificRule
        let element: XMLElement
    }

    let file: String
    let root: XMLElement
    let rows: [Row]

    private static let chapterAttributes: [StaticString] = ["number"]
    private static let ruleAttributes: [StaticString] = ["code", "page"]
    private static let alternatives: [StaticString] = [
        "change", "value-content", "chemical-reaction", "wholly-obtained",
    ]

    /// `chapter-01.xml`
    static func name(of chapter: HSCode) -> String {
        "chapter-\(chapter.digits).xml"
    }

    /// The chapter a file name speaks of; nil for other names.
    static func chapter(named name: String) -> HSCode? {
        guard name.utf8.count == 14, name.hasPrefix("chapter-"), name.hasSuffix(".xml") else { return nil }
        return HSCode(digits: Array(name.utf8)[8..<10])
    }

    /// Reads what can be read; what is wrong is logged.
    init(_ tree: XMLTree, chapter: HSCode, _ log: inout ProblemLog) throws(InputProblem) {
        guard let root = tree.root, root.isNamed("chapter") else {
            throw .wrongRoot(tree, expected: "chapter")
        }
        root.allow(Self.chapterAttributes, &log)
        if let number = root.code("number", &log), number != chapter {
            log.add(.otherChapter(root, found: number, expected: chapter))
        }
        file = tree.file
        self.root = root
        rows = root.children.compactMap { Self.row($0, chapter: chapter, &log) }
        if root.hasText { log.add(.unexpectedText(root)) }
    }

    /// Whether each code comes after the one before it, so that none stands twice.
    var isAscending: Bool {
        rows.indices.dropFirst().allSatisfy { rows[$0 - 1].rule.code.rank < rows[$0].rule.code.rank }
    }

    private static func row(_ element: XMLElement, chapter: HSCode, _ log: inout ProblemLog) -> Row? {
        guard element.isNamed("rule") else {
            log.add(.unexpectedElement(element, expected: ["rule"]))
            return nil
        }
        element.allow(ruleAttributes, &log)
        let page = element.attribute("page") == nil ? 0 : element.number("page", &log)
        var content = element.children
        guard let first = content.next(), first.isNamed("text") else {
            log.add(.missingElement(element, ["text"]))
            return nil
        }
        first.allow([], &log)
        let text = first.words(&log)
        let branches = branches(content, of: element, &log)
        guard let code = element.code("code", &log), let page, let text, let branches else { return nil }
        guard code.prefix(.chapter) == chapter else {
            log.add(.codeOutsideChapter(element, code, chapter))
            return nil
        }
        return Row(rule: ProductSpecificRule(code: code, text: text, page: page, branches: branches), element: element)
    }

    // MARK: Structure

    /// - Parameter content: what follows the text.
    private static func branches(
        _ content: XMLElement.Children, of rule: XMLElement, _ log: inout ProblemLog
    ) -> [RuleBranch]? {
        var content = content
        let all = content
        guard let first = content.next() else {
            log.add(.missingElement(rule, alternatives + ["branch"]))
            return nil
        }
        guard first.isNamed("branch") else {
            return alternatives(all, of: rule, &log).map { [RuleBranch(alternatives: $0)] }
        }
        var branches: [RuleBranch] = []
        for element in all {
            guard let branch = branch(element, number: branches.count + 1, &log) else { return nil }
            branches.append(branch)
        }
        guard branches.count > 1 else {
            log.add(.loneBranch(first))
            return nil
        }
        return branches
    }

    private static func branch(_ element: XMLElement, number: Int, _ log: inout ProblemLog) -> RuleBranch? {
        guard element.isNamed("branch") else {
            log.add(.unexpectedElement(element, expected: ["branch"]))
            return nil
        }
        element.allow(["number"], &log)
        guard let stated = element.number("number", &log) else { return nil }
        guard stated == number else {
            log.add(.badValue(element, "number", found: String(stated), expected: BilingualText(same: String(number))))
            return nil
        }
        var content = element.children
        guard let first = content.next(), first.isNamed("condition") else {
            log.add(.missingElement(element, ["condition"]))
            return nil
        }
        first.allow([], &log)
        guard let condition = first.words(&log), let all = alternatives(content, of: element, &log) else { return nil }
        return RuleBranch(number: number, condition: condition, alternatives: all)
    }

    private static func alternatives(
        _ content: XMLElement.Children, of parent: XMLElement, _ log: inout ProblemLog
    ) -> [RuleAlternative]? {
        var all: [RuleAlternative] = []
        var isComplete = true
        for element in content {
            if let alternative = alternative(element, &log) { all.append(alternative) } else { isComplete = false }
        }
        if isComplete, all.isEmpty { log.add(.missingElement(parent, alternatives)) }
        return isComplete && !all.isEmpty ? all : nil
    }

    private static func alternative(_ element: XMLElement, _ log: inout ProblemLog) -> RuleAlternative? {
        if element.isNamed("change") { return change(element, &log) }
        if element.isNamed("value-content") {
            element.allow(["threshold"], &log)
            element.allow(children: [], &log)
            return element.percentage("threshold", &log).map(RuleAlternative.regionalValueContent)
        }
        let isReaction = element.isNamed("chemical-reaction")
        guard isReaction || element.isNamed("wholly-obtained") else {
            log.add(.unexpectedElement(element, expected: alternatives))
            return nil
        }
        element.allow([], &log)
        element.allow(children: [], &log)
        return isReaction ? .chemicalReaction : .whollyObtained
    }

    private static func change(_ element: XMLElement, _ log: inout ProblemLog) -> RuleAlternative? {
        element.allow(["level"], &log)
        guard let level = level(element, &log) else { return nil }
        var exceptions: [CodeRange] = []
        var share: Percentage?
        for child in element.children {
            if child.isNamed("except") {
                guard let range = exception(child, &log) else { return nil }
                exceptions.append(range)
            } else if child.isNamed("active-ingredient-share"), share == nil {
                child.allow(["percent"], &log)
                guard let stated = child.percentage("percent", &log) else { return nil }
                share = stated
            } else {
                log.add(.unexpectedElement(child, expected: ["except", "active-ingredient-share"]))
                return nil
            }
        }
        return .changeInTariffClassification(
            TariffChange(level: level, exceptions: exceptions, activeIngredientShare: share))
    }

    private static func level(_ change: XMLElement, _ log: inout ProblemLog) -> HSCode.Level? {
        if change.attribute("level", is: "CC") { return .chapter }
        if change.attribute("level", is: "CTH") { return .heading }
        if change.attribute("level", is: "CTSH") { return .subheading }
        guard let symbol = change.string("level", &log) else { return nil }
        log.add(.badValue(change, "level", found: symbol, expected: BilingualText(same: "CC, CTH, CTSH")))
        return nil
    }

    private static func exception(_ element: XMLElement, _ log: inout ProblemLog) -> CodeRange? {
        element.allow(["from", "to"], &log)
        let last = element.attribute("to") == nil ? nil : element.code("to", &log)
        guard let first = element.code("from", &log) else { return nil }
        guard let range = CodeRange(from: first, to: last ?? first) else {
            log.add(.invertedRange(element, first, last ?? first))
            return nil
        }
        return range
    }
}

extension InputProblem {
    package static func wrongRoot(_ tree: XMLTree, expected: StaticString) -> InputProblem {
        InputProblem(
            file: tree.file, place: tree.root?.place ?? .wholeFile, code: "rules.wrongRoot",
            message: BilingualText(en: "this is another kind of file", zh: "文件种类不符"),
            found: tree.root.map { "<\($0.name)>" }, expected: BilingualText(same: "<\(expected)>"))
    }

    fileprivate static func otherChapter(_ root: XMLElement, found: HSCode, expected: HSCode) -> InputProblem {
        InputProblem(
            root, code: "rules.otherChapter",
            message: BilingualText(
                en: "the chapter is not the one in the name of the file", zh: "章号与文件名不一致"),
            found: found.digits, expected: BilingualText(same: expected.digits))
    }

    fileprivate static func codeOutsideChapter(
        _ element: XMLElement, _ code: HSCode, _ chapter: HSCode
    ) -> InputProblem {
        InputProblem(
            element, code: "rules.codeOutsideChapter",
            message: BilingualText(en: "the code is not of the chapter of this file", zh: "该编码不属于本文件的章"),
            found: code.digits,
            expected: BilingualText(en: "a code of chapter \(chapter.digits)", zh: "第\(chapter.digits)章的编码"))
    }

    fileprivate static func loneBranch(_ element: XMLElement) -> InputProblem {
        InputProblem(
            element, code: "rules.loneBranch",
            message: BilingualText(en: "a rule that is split has at least two branches", zh: "分支规则至少应有两个分支"),
            found: "1", expected: BilingualText(same: "2"))
    }

    fileprivate static func invertedRange(_ element: XMLElement, _ first: HSCode, _ last: HSCode) -> InputProblem {
        InputProblem(
            element, code: "rules.invertedRange",
            message: BilingualText(en: "the range of codes is empty", zh: "编码范围为空"),
            found: "\(first) - \(last)",
            expected: BilingualText(
                en: "two codes of one level, the first not after the last", zh: "同一级别的两个编码，且前者不在后者之后"))
    }
}
