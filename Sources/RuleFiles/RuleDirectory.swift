import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules

/// The folder of all rules: `agreement`, `annex-3a`, `harmonized-system`.
public struct RuleDirectory: Sendable {
    /// What a rule set says of itself.
    public struct Summary: Sendable, Hashable {
        public let id: String
        public let edition: HSEdition
        public let effectiveFrom: CalendarDate
        /// Last day; nil while in force.
        public let effectiveTo: CalendarDate?
        /// Whether every subheading of the edition has a rule.
        public let isComplete: Bool
        public let source: BilingualText
        /// Path of the folder.
        public let path: String
    }

    /// As given.
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Finds the rules: the folder named by the option, else by `RCEP_RULES`, else a folder `Rules` that holds
    /// `annex-3a` beside the executable or in a folder above it, else `../share/rcep/Rules` from the executable.
    ///
    /// - Parameters:
    ///   - explicit: taken as it is, so that a mistake in it is reported and not passed over.
    ///   - executable: absolute path of the program.
    public static func locate(
        explicit: String?, environment: [String: String], executable: String
    ) -> RuleDirectory? {
        if let named = explicit ?? environment["RCEP_RULES"], !named.isEmpty { return RuleDirectory(path: named) }
        var candidates: [String] = []
        var folder = FileSystem.parent(executable)
        while let here = folder {
            candidates.append(here == "/" ? "/Rules" : "\(here)/Rules")
            folder = FileSystem.parent(here)
        }
        if let beside = FileSystem.parent(executable) { candidates.append("\(beside)/../share/rcep/Rules") }
        return candidates.first { FileSystem.isFolder("\($0)/\(RuleSetFolder.parent)") }.map(RuleDirectory.init)
    }

    // MARK: Rule sets

    /// The rule sets by their first day.
    public func ruleSets() throws(InputProblems) -> [Summary] {
        try folders(XMLParser.make()).map(\.summary)
    }

    /// The rule set with an id.
    public func ruleSet(id: String) throws(InputProblems) -> RuleSet {
        let parser = try XMLParser.make()
        let all = try folders(parser)
        guard let folder = all.first(where: { $0.summary.id == id }) else {
            throw InputProblems([.unknownRuleSet(path, id, known: all.map(\.summary.id))])
        }
        return try load(folder, try AgreementFiles(root: path, parser: parser), parser)
    }

    /// The rule set in a folder anywhere; its digest is that of its own files.
    public static func ruleSet(folder: String) throws(InputProblems) -> RuleSet {
        let path = FileSystem.withoutTrailingSlash(folder)
        let read = try RuleSetFolder(
            root: FileSystem.parent(path) ?? ".", name: FileSystem.lastComponent(path), parser: try XMLParser.make())
        return try read.ruleSet(conditions: [:], digest: SourceFile.digest(of: read.files))
    }

    /// Everything a determination on a day consults.
    ///
    /// The rule set is the complete one in force on the day; where the day comes before them all, the earliest, so that
    /// its `effectiveFrom` lies after the day. One that is not complete serves only where no complete one does.
    /// - Parameters:
    ///   - editions: of the codes that will be asked about, beside the rule set's own.
    ///   - otherEditions: that something else is written in, such as an Appendix list.
    ///   - chapters: of the codes whose rules will be asked for, where all of them are known; a sealed rule set then
    ///     holds these alone. Codes of another edition may have moved, so `editions` must then name no other.
    public func law(
        on date: CalendarDate, editions: Set<HSEdition> = [], otherEditions: Set<HSEdition> = [],
        chapters: Set<HSCode>? = nil
    ) throws(InputProblems) -> LawInForce {
        let parser = try XMLParser.make()
        var log = ProblemLog()
        let agreementFiles = log.collectAll { () throws(InputProblems) in
            try AgreementFiles(root: path, parser: parser)
        }
        let folder = log.collectAll { () throws(InputProblems) in try choose(on: date, from: try folders(parser)) }
        guard let folder, let agreementFiles else { throw InputProblems(log.problems) }
        let areAllKnown = editions.subtracting([folder.summary.edition]).isEmpty
        let ruleSet = try load(folder, agreementFiles, parser, wanted: areAllKnown ? chapters : nil)
        let all = editions.union(otherEditions).union([ruleSet.edition]).sorted()
        let files = NomenclatureFiles(root: path)
        var nomenclatures: [HSEdition: HSNomenclature] = [:]
        var correlations: [HSCorrelation] = []
        let agreement: Agreement
        do {
            agreement = try agreementFiles.agreement(on: date)
            for edition in all {
                nomenclatures[edition] = try files.nomenclature(edition)
                if edition != ruleSet.edition { correlations.append(try files.correlation(edition, ruleSet.edition)) }
            }
        } catch {
            throw InputProblems([error])
        }
        return LawInForce(
            agreement: agreement, ruleSet: ruleSet, nomenclatures: nomenclatures, correlations: correlations)
    }

    /// The agreement alone as it stands on a day: its Parties, thresholds and lists.
    public func agreement(on date: CalendarDate) throws(InputProblems) -> Agreement {
        let files = try AgreementFiles(root: path, parser: try XMLParser.make())
        do {
            return try files.agreement(on: date)
        } catch {
            throw InputProblems([error])
        }
    }

    /// Seals every rule set, after a lint that found nothing but outdated seals: see `law(on:editions:chapters:)`.
    /// - Returns: the paths of the seals.
    public func seal() throws(InputProblems) -> [String] {
        let findings = RuleLint(rules: self).findings().filter { $0.code != "lint.outdatedSeal" }
        guard findings.isEmpty else { throw InputProblems(findings) }
        let parser = try XMLParser.make()
        var seals: [String] = []
        for folder in try folders(parser) {
            let read = try RuleSetFolder(root: path, name: folder.name, parser: parser)
            let seal = "\(folder.summary.path)/\(RuleSetSeal.name)"
            do {
                try FileSystem.replace(seal, with: RuleSetSeal.text(of: read.files))
            } catch {
                throw InputProblems([error])
            }
            seals.append(seal)
        }
        return seals
    }

    // MARK: Nomenclature

    /// Short names of chapters and headings.
    public func labels() throws(InputProblems) -> HSLabels {
        do {
            return try NomenclatureFiles(root: path).labels()
        } catch {
            throw InputProblems([error])
        }
    }

    /// Words of searches that the labels name otherwise.
    public func synonyms() throws(InputProblems) -> SearchSynonyms {
        do {
            return try NomenclatureFiles(root: path).synonyms()
        } catch {
            throw InputProblems([error])
        }
    }

    /// The codes of one edition.
    public func nomenclature(_ edition: HSEdition) throws(InputProblems) -> HSNomenclature {
        do {
            return try NomenclatureFiles(root: path).nomenclature(edition)
        } catch {
            throw InputProblems([error])
        }
    }

    /// Conditions of split rules in Chinese, by the words of the annex.
    func conditions() throws(InputProblems) -> [String: String] {
        try conditions(try XMLParser.make()).file.chinese
    }

    private func conditions(_ parser: XMLParser) throws(InputProblems) -> (file: ConditionsFile, source: SourceFile) {
        let tree: XMLTree
        let source: SourceFile
        do {
            source = try SourceFile(root: path, name: "\(RuleSetFolder.parent)/\(ConditionsFile.name)")
            tree = try parser.parse(source)
        } catch {
            throw InputProblems([error])
        }
        return (try ConditionsFile(tree), source)
    }

    // MARK: Folders of rule sets

    struct Folder {
        let name: String
        let header: RuleSetFile
        let summary: Summary
    }

    /// Every folder that holds a `rule-set.xml`, by first day, then id.
    func folders(_ parser: XMLParser) throws(InputProblems) -> [Folder] {
        var log = ProblemLog()
        var folders: [Folder] = []
        let parent = "\(path)/\(RuleSetFolder.parent)"
        let entries = log.collect { () throws(InputProblem) in try FileSystem.entries(of: parent) } ?? []
        for entry in entries where FileSystem.exists("\(parent)/\(entry)/\(RuleSetFile.name)") {
            let name = "\(RuleSetFolder.parent)/\(entry)"
            guard let header = Self.header(root: path, name, parser, &log) else { continue }
            if folders.contains(where: { $0.summary.id == header.id }) { log.add(.repeatedID(header)) }
            folders.append(Folder(name: name, header: header, summary: Summary(header, path: "\(parent)/\(entry)")))
        }
        try log.check()
        guard !folders.isEmpty else { throw InputProblems([.noRuleSet(parent)]) }
        return folders.sorted { ($0.summary.effectiveFrom, $0.summary.id) < ($1.summary.effectiveFrom, $1.summary.id) }
    }

    private static func header(
        root: String, _ name: String, _ parser: XMLParser, _ log: inout ProblemLog
    ) -> RuleSetFile? {
        let tree = log.collect { () throws(InputProblem) in
            try parser.parse(try SourceFile(root: root, name: "\(name)/\(RuleSetFile.name)"))
        }
        guard let tree else { return nil }
        return log.collectAll { () throws(InputProblems) in try RuleSetFile(tree) }
    }

    private func choose(on date: CalendarDate, from folders: [Folder]) throws(InputProblems) -> Folder {
        let complete = folders.filter(\.header.isComplete)
        let usable = complete.isEmpty ? folders : complete
        let serving = usable.filter { $0.header.validity.contains(date) }
        if serving.count > 1 { throw InputProblems([.twoInForce(serving[1].header, serving[0].header, date)]) }
        if let only = serving.first { return only }
        guard let earliest = usable.first, date < earliest.summary.effectiveFrom else {
            throw InputProblems([.noneInForce(path, date, known: usable.map(\.summary.id))])
        }
        return earliest
    }

    private func load(
        _ folder: Folder, _ agreement: AgreementFiles, _ parser: XMLParser, wanted: Set<HSCode>? = nil
    ) throws(InputProblems) -> RuleSet {
        var log = ProblemLog()
        let translated = log.collectAll { () throws(InputProblems) in try conditions(parser) }
        let read = log.collectAll { () throws(InputProblems) in
            try RuleSetFolder(root: path, name: folder.name, parser: parser, wanted: wanted)
        }
        try log.check()
        guard let translated, let read else { throw InputProblems(log.problems) }
        // A fixed order: the agreement, the conditions, the rule set, and inside each the order of the names.
        let digest = SourceFile.digest(of: agreement.files + [translated.source] + read.files)
        return try read.ruleSet(conditions: translated.file.chinese, digest: digest)
    }
}

extension RuleDirectory.Summary {
    fileprivate init(_ header: RuleSetFile, path: String) {
        self.init(
            id: header.id, edition: header.edition, effectiveFrom: header.validity.first,
            effectiveTo: header.validity.last, isComplete: header.isComplete, source: header.source, path: path)
    }
}

extension InputProblem {
    fileprivate static func unknownRuleSet(_ path: String, _ id: String, known: [String]) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "rules.unknownRuleSet",
            message: BilingualText(en: "there is no rule set with this id", zh: "没有该标识的规则集"), found: id,
            expected: BilingualText(same: known.joined(separator: ", ")))
    }

    static func noRuleSet(_ path: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "rules.noRuleSet",
            message: BilingualText(en: "the folder holds no rule set", zh: "该文件夹中没有规则集"),
            expected: BilingualText(en: "a folder with \(RuleSetFile.name)", zh: "含有 \(RuleSetFile.name) 的文件夹"))
    }

    static func repeatedID(_ header: RuleSetFile) -> InputProblem {
        InputProblem(
            header.root, code: "rules.repeatedID",
            message: BilingualText(en: "another rule set has this id", zh: "另一规则集已使用该标识"), found: header.id)
    }

    static func twoInForce(_ one: RuleSetFile, _ other: RuleSetFile, _ date: CalendarDate) -> InputProblem {
        InputProblem(
            one.root, code: "rules.overlappingDates",
            message: BilingualText(
                en: "two rule sets are in force on \(date)", zh: "两个规则集在 \(date) 均有效"),
            found: "\(other.id) \(other.validity), \(one.id) \(one.validity)")
    }

    fileprivate static func noneInForce(_ path: String, _ date: CalendarDate, known: [String]) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "rules.noneInForce",
            message: BilingualText(en: "no rule set is in force on the date", zh: "该日期没有有效的规则集"),
            found: date.description, expected: BilingualText(same: known.joined(separator: ", ")))
    }
}
