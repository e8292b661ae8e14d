import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules

/// A folder with `rule-set.xml` and one `chapter-NN.xml` a chapter: one transposition of Annex 3A.
struct RuleSetFolder {
    /// The folder of the rule sets in the folder of all rules.
    static let parent = "annex-3a"

    let header: RuleSetFile
    let chapters: [ChapterFile]
    /// In the order of their names.
    let files: [SourceFile]

    /// What could be read of a folder.
    struct Scan {
        var header: RuleSetFile?
        var chapters: [ChapterFile] = []
        /// In the order of their names.
        var files: [SourceFile] = []
        /// Whether the files are those the lint last found nothing in.
        var isSealed = false
    }

    /// - Parameters:
    ///   - root: the folder of all rules, or any folder that holds the one meant.
    ///   - name: from there to the folder itself.
    ///   - wanted: chapters that are needed; the others are left out where the folder is sealed. nil: all.
    /// - Throws: everything wrong in any of the files that are read, two rows for one code included; where the folder
    ///   is not sealed as it stands, also every row whose structure does not say what its text says.
    init(root: String, name: String, parser: XMLParser, wanted: Set<HSCode>? = nil) throws(InputProblems) {
        var log = ProblemLog()
        let scan = Self.scan(root: root, name: name, parser: parser, wanted: wanted, &log)
        // People are shown the text, the structure is computed: a row edited in one only must not decide anything.
        if !scan.isSealed { RuleTextLint.check(scan.chapters, &log) }
        try log.check()
        guard let header = scan.header else { throw InputProblems(log.problems) }
        self.header = header
        chapters = scan.chapters
        files = scan.files
    }

    /// Reads what can be read; what is wrong is logged.
    static func scan(
        root: String, name: String, parser: XMLParser, wanted: Set<HSCode>? = nil, _ log: inout ProblemLog
    ) -> Scan {
        let path = "\(root)/\(name)"
        var scan = Scan()
        let entries = log.collect { () throws(InputProblem) in try FileSystem.entries(of: path) } ?? []
        for entry in entries where entry.hasSuffix(".xml") {
            let source = log.collect { () throws(InputProblem) in try SourceFile(root: root, name: "\(name)/\(entry)") }
            if let source { scan.files.append(source) }
        }
        scan.isSealed = isSealed(path, scan.files, &log)
        let needed = scan.isSealed ? wanted : nil
        for source in scan.files where isNeeded(source, needed) { parse(source, parser, &scan, &log) }
        if !entries.contains(RuleSetFile.name) { log.add(.missingFile("\(path)/\(RuleSetFile.name)")) }
        refuseRepeatedCodes(scan.chapters, &log)
        return scan
    }

    private static func isSealed(_ path: String, _ files: [SourceFile], _ log: inout ProblemLog) -> Bool {
        let state = log.collect { () throws(InputProblem) in try RuleSetSeal.state(path, files) }
        return state == .current
    }

    private static func isNeeded(_ source: SourceFile, _ chapters: Set<HSCode>?) -> Bool {
        guard let chapters, let chapter = ChapterFile.chapter(named: source.entry) else { return true }
        return chapters.contains(chapter)
    }

    private static func parse(_ source: SourceFile, _ parser: XMLParser, _ scan: inout Scan, _ log: inout ProblemLog) {
        guard let tree = log.collect({ () throws(InputProblem) in try parser.parse(source) }) else { return }
        if source.entry == RuleSetFile.name {
            scan.header = log.collectAll { () throws(InputProblems) in try RuleSetFile(tree) }
        } else {
            append(tree, source.entry, to: &scan.chapters, &log)
        }
    }

    /// The rule set the folder holds.
    func ruleSet(conditions: [String: String], digest: String) throws(InputProblems) -> RuleSet {
        var rules: [ProductSpecificRule] = []
        rules.reserveCapacity(chapters.reduce(0) { $0 + $1.rows.count })
        for chapter in chapters {
            for row in chapter.rows { rules.append(row.rule) }
        }
        do {
            return try RuleSet(
                id: header.id, edition: header.edition, effectiveFrom: header.validity.first,
                effectiveTo: header.validity.last, source: header.source, chineseConditions: conditions, digest: digest,
                rules: rules)
        } catch {
            // Repeated codes have been refused when the folder was read, with their places.
            throw InputProblems([.repeatedCode(header.root, error.code, earlier: header.file)])
        }
    }

    private static func append(
        _ tree: XMLTree, _ entry: String, to chapters: inout [ChapterFile], _ log: inout ProblemLog
    ) {
        guard let chapter = ChapterFile.chapter(named: entry) else { return log.add(.unexpectedFile(tree.file)) }
        do {
            chapters.append(try ChapterFile(tree, chapter: chapter, &log))
        } catch {
            log.add(error)
        }
    }

    /// A code has one row. Each row stands in the file of its chapter, so rows need to be compared only inside a file.
    private static func refuseRepeatedCodes(_ chapters: [ChapterFile], _ log: inout ProblemLog) {
        for chapter in chapters where !chapter.isAscending {
            var first: [HSCode: XMLElement] = [:]
            first.reserveCapacity(chapter.rows.count)
            for row in chapter.rows {
                if let earlier = first.updateValue(row.element, forKey: row.rule.code) {
                    log.add(.repeatedCode(row.element, row.rule.code, earlier: earlier.placeWords))
                }
            }
        }
    }
}

extension RuleSetFile {
    fileprivate var file: String { root.file }
}

extension XMLElement {
    /// `chapter-01.xml:12`
    fileprivate var placeWords: String {
        guard case .line(let line, _) = place else { return file }
        return "\(FileSystem.lastComponent(file)):\(line)"
    }
}

extension InputProblem {
    fileprivate static func repeatedCode(_ element: XMLElement, _ code: HSCode, earlier: String) -> InputProblem {
        InputProblem(
            element, code: "rules.repeatedCode",
            message: BilingualText(
                en: "the code has a row already, at \(earlier)", zh: "该编码已有一行，位于 \(earlier)"),
            found: code.printed, expected: BilingualText(en: "one row a code", zh: "每个编码一行"))
    }

    static func missingFile(_ path: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "file.missing",
            message: BilingualText(en: "the file is missing", zh: "缺少该文件"))
    }

    fileprivate static func unexpectedFile(_ path: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "rules.unexpectedFile",
            message: BilingualText(en: "the name says neither chapter nor rule set", zh: "文件名既非章文件也非规则集文件"),
            found: FileSystem.lastComponent(path), expected: BilingualText(same: "rule-set.xml, chapter-01.xml, ..."))
    }
}
