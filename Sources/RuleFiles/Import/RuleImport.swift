import Bilingual
import Glibc
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules

/// Makes the folder of a rule set out of a table of its rows.
public struct RuleImport: Sendable {
    /// What the table itself does not say.
    public struct Header: Sendable, Hashable {
        public let id: String
        public let edition: HSEdition
        public let effectiveFrom: CalendarDate
        public let effectiveTo: CalendarDate?
        public let source: BilingualText

        public init(
            id: String, edition: HSEdition, effectiveFrom: CalendarDate, effectiveTo: CalendarDate? = nil,
            source: BilingualText
        ) {
            self.id = id
            self.edition = edition
            self.effectiveFrom = effectiveFrom
            self.effectiveTo = effectiveTo
            self.source = source
        }
    }

    /// What was written.
    public struct Outcome: Sendable, Hashable {
        public let rows: Int
        public let isComplete: Bool
        /// Columns that were passed over.
        public let unknownColumns: [String]
        /// Conditions of split rules that have no Chinese yet.
        public let untranslatedConditions: [String]
    }

    private let rules: RuleDirectory

    /// - Parameter rules: holds the nomenclature the table is checked against.
    public init(rules: RuleDirectory) {
        self.rules = rules
    }

    /// Writes the folder, whole or not at all.
    ///
    /// - Parameters:
    ///   - output: path of the folder, which must not exist yet.
    ///   - allowsPartial: whether a table that leaves subheadings without rule is taken; the rule set then says so and
    ///     serves no determination for which there is a complete one.
    public func run(
        csv path: String, header: Header, output: String, allowsPartial: Bool = false
    ) throws(InputProblems) -> Outcome {
        try check(header)
        let nomenclature = try rules.nomenclature(header.edition)
        let table: CSVTable
        do {
            table = try CSVTable(try FileSystem.read(path), file: path)
        } catch {
            throw InputProblems([error])
        }
        let rows = try RuleTable(table, nomenclature: nomenclature)
        let missing = Self.subheadings(of: nomenclature, without: rows.rules)
        guard missing.isEmpty || allowsPartial else {
            throw InputProblems([.incomplete(path, missing, of: nomenclature.subheadings.count)])
        }
        let summary = RuleDirectory.Summary(
            id: header.id, edition: header.edition, effectiveFrom: header.effectiveFrom,
            effectiveTo: header.effectiveTo, isComplete: missing.isEmpty, source: header.source, path: output)
        do {
            try Self.write(summary, rows.rules)
        } catch {
            throw InputProblems([error])
        }
        return Outcome(
            rows: rows.rules.count, isComplete: missing.isEmpty, unknownColumns: rows.unknownColumns,
            untranslatedConditions: try untranslated(rows.rules))
    }

    // MARK: Checks

    private func check(_ header: Header) throws(InputProblems) {
        var log = ProblemLog()
        let isPlain = header.id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        if !isPlain || header.id.isEmpty { log.add(.badID(header.id)) }
        if header.source.english.isEmpty || header.source.chinese.isEmpty { log.add(.missingSource) }
        if Validity(from: header.effectiveFrom, to: header.effectiveTo) == nil { log.add(.invertedDates(header)) }
        try log.check()
    }

    private static func subheadings(of nomenclature: HSNomenclature, without rules: [ProductSpecificRule]) -> [HSCode] {
        let codes = Set(rules.map(\.code))
        return nomenclature.subheadings.map { HSCode(number: $0, level: .subheading) }.filter { code in
            !HSCode.Level.allCases.contains { codes.contains(code.prefix($0)) }
        }
    }

    private func untranslated(_ rows: [ProductSpecificRule]) throws(InputProblems) -> [String] {
        let chinese = try rules.conditions()
        return Set(rows.flatMap { $0.branches.compactMap(\.condition) }).filter { chinese[$0] == nil }.sorted()
    }

    // MARK: Writing

    /// Into a folder of another name first, so that nobody ever sees half a rule set.
    private static func write(_ summary: RuleDirectory.Summary, _ rules: [ProductSpecificRule]) throws(InputProblem) {
        let target = FileSystem.withoutTrailingSlash(summary.path)
        guard !FileSystem.exists(target) else { throw .outputExists(target) }
        let temporary = "\(target).importing-\(getpid())"
        try FileSystem.makeFolder(temporary)
        do {
            try FileSystem.write(RuleWriter.ruleSet(summary), to: "\(temporary)/\(RuleSetFile.name)")
            for (chapter, rows) in byChapter(rules) {
                let name = ChapterFile.name(of: chapter)
                try FileSystem.write(RuleWriter.chapter(chapter, rows), to: "\(temporary)/\(name)")
            }
            try seal(temporary)
            try FileSystem.move(temporary, to: target)
        } catch {
            FileSystem.removeFolder(temporary)
            throw error
        }
    }

    /// What an import has checked row by row may be trusted by a load.
    private static func seal(_ folder: String) throws(InputProblem) {
        var files: [SourceFile] = []
        for entry in try FileSystem.entries(of: folder) { files.append(try SourceFile(root: folder, name: entry)) }
        try FileSystem.write(RuleSetSeal.text(of: files), to: "\(folder)/\(RuleSetSeal.name)")
    }

    private static func byChapter(_ rules: [ProductSpecificRule]) -> [(HSCode, [ProductSpecificRule])] {
        Dictionary(grouping: rules) { $0.code.prefix(.chapter) }
            .map { ($0.key, $0.value.sorted { $0.code < $1.code }) }
            .sorted { $0.0 < $1.0 }
    }
}

extension InputProblem {
    fileprivate static func badID(_ found: String) -> InputProblem {
        InputProblem(
            file: "--id", place: .wholeFile, code: "import.badID",
            message: BilingualText(en: "the id cannot be used", zh: "标识不可用"), found: found,
            expected: BilingualText(
                en: "small letters, digits and hyphens (`annex-3a-hs2012`)", zh: "小写字母、数字和连字符（如 `annex-3a-hs2012`）"))
    }

    fileprivate static let missingSource = InputProblem(
        file: "--source-en, --source-zh", place: .wholeFile, code: "import.missingSource",
        message: BilingualText(en: "the source is not named in both languages", zh: "未以两种语言注明出处"),
        expected: .notEmpty)

    fileprivate static func invertedDates(_ header: RuleImport.Header) -> InputProblem {
        InputProblem(
            file: "--effective-to", place: .wholeFile, code: "rules.invertedDates",
            message: BilingualText(en: "the last day comes before the first", zh: "截止日期早于起始日期"),
            found: "\(header.effectiveFrom) - \(header.effectiveTo?.description ?? "")")
    }

    fileprivate static func incomplete(_ file: String, _ missing: [HSCode], of count: Int) -> InputProblem {
        let examples = missing.prefix(8).map(\.printed).joined(separator: ", ")
        return InputProblem(
            file: file, place: .wholeFile, code: "import.incomplete",
            message: BilingualText(
                en: "\(missing.count) of \(count) subheadings would have no rule",
                zh: "\(count) 个子目中有 \(missing.count) 个没有规则"),
            found: missing.count > 8 ? examples + ", ..." : examples,
            expected: BilingualText(
                en: "a rule for every subheading, or the option --partial", zh: "每个子目均有规则，或使用选项 --partial"))
    }

    fileprivate static func outputExists(_ path: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "import.outputExists",
            message: BilingualText(en: "the output stands there already", zh: "输出位置已存在"),
            expected: BilingualText(en: "a folder that does not exist yet", zh: "尚不存在的文件夹"))
    }
}
