import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules

/// Checks a folder of rules for everything that would make it say something wrong, and reports all of it.
public struct RuleLint: Sendable {
    private let rules: RuleDirectory

    public init(rules: RuleDirectory) {
        self.rules = rules
    }

    /// Every finding, by file and line; empty when there is nothing to complain of.
    public func findings() -> [InputProblem] {
        var log = ProblemLog()
        do {
            let parser = try XMLParser.make()
            let nomenclatures = nomenclatures(&log)
            let agreement = log.collectAll { () throws(InputProblems) in
                try AgreementFiles(root: rules.path, parser: parser)
            }
            let conditions = log.collectAll { () throws(InputProblems) in try rules.conditions() }
            checkProofRequirements(parser, agreement?.parties.parties, &log)
            checkRuleSets(parser, nomenclatures, agreement?.thresholds, conditions, &log)
            LabelLint(files: NomenclatureFiles(root: rules.path), nomenclature: nomenclatures[.hs2022]).check(&log)
            SynonymLint(files: NomenclatureFiles(root: rules.path)).check(&log)
            var schemas = SchemaLint(root: rules.path, parser: parser)
            schemas.check(&log)
        } catch {
            log.add(error)
        }
        return Self.tidied(log.problems)
    }

    /// The file may be missing: only proofs of origin need it.
    private func checkProofRequirements(_ parser: XMLParser, _ parties: [Party]?, _ log: inout ProblemLog) {
        let name = "\(AgreementFiles.folder)/\(ProofRequirementsFile.name)"
        guard FileSystem.exists("\(rules.path)/\(name)") else { return }
        let tree = log.collect { () throws(InputProblem) in
            try parser.parse(try SourceFile(root: rules.path, name: name))
        }
        guard let tree else { return }
        let file = log.collectAll { () throws(InputProblems) in try ProofRequirementsFile(tree) }
        guard let file, let parties else { return }
        for acceptance in file.acceptances { acceptance.check(against: parties, &log) }
    }

    private func nomenclatures(_ log: inout ProblemLog) -> [HSEdition: HSNomenclature] {
        let files = NomenclatureFiles(root: rules.path)
        var all: [HSEdition: HSNomenclature] = [:]
        for edition in HSEdition.allCases {
            all[edition] = log.collect { () throws(InputProblem) in try files.nomenclature(edition) }
            for older in HSEdition.allCases where older < edition {
                _ = log.collect { () throws(InputProblem) in try files.correlation(edition, older) }
            }
        }
        return all
    }

    private func checkRuleSets(
        _ parser: XMLParser, _ nomenclatures: [HSEdition: HSNomenclature], _ thresholds: ThresholdsFile?,
        _ conditions: [String: String]?, _ log: inout ProblemLog
    ) {
        let parent = "\(rules.path)/\(RuleSetFolder.parent)"
        let entries = log.collect { () throws(InputProblem) in try FileSystem.entries(of: parent) } ?? []
        let folders = entries.filter { FileSystem.isFolder("\(parent)/\($0)") }
        if folders.isEmpty { log.add(.noRuleSet(parent)) }
        var headers: [RuleSetFile] = []
        for entry in folders {
            let name = "\(RuleSetFolder.parent)/\(entry)"
            let scan = RuleSetFolder.scan(root: rules.path, name: name, parser: parser, &log)
            let folder = "\(rules.path)/\(name)"
            let seal = log.collect { () throws(InputProblem) in try RuleSetSeal.state(folder, scan.files) }
            if seal == .outdated { log.add(.outdatedSeal(folder)) }
            guard let header = scan.header else { continue }
            for other in headers { compare(header, other, &log) }
            headers.append(header)
            guard let nomenclature = nomenclatures[header.edition] else { continue }
            let lint = RuleSetLint(
                header: header, chapters: scan.chapters, nomenclature: nomenclature, thresholds: thresholds,
                flawedFiles: Set(log.problems.map(\.file)), conditions: conditions)
            lint.check(&log)
        }
    }

    private func compare(_ header: RuleSetFile, _ other: RuleSetFile, _ log: inout ProblemLog) {
        if header.id == other.id { log.add(.repeatedID(header)) }
        if header.isComplete, other.isComplete, header.validity.overlaps(other.validity) {
            log.add(.twoInForce(header, other, max(header.validity.first, other.validity.first)))
        }
    }

    /// Each finding once, by file and line; a finding of a schema only where nothing better explains its line.
    private static func tidied(_ problems: [InputProblem]) -> [InputProblem] {
        var seen: Set<InputProblem> = []
        let distinct = problems.filter { seen.insert($0).inserted }
        let explained = Set(distinct.filter { $0.code != SchemaLint.findingCode }.map(\.fileAndLine))
        return distinct.filter { $0.code != SchemaLint.findingCode || !explained.contains($0.fileAndLine) }
            .sorted { ($0.file, $0.line, $0.code) < ($1.file, $1.line, $1.code) }
    }
}

extension InputProblem {
    /// 0 for a problem of the whole file.
    fileprivate var line: Int {
        guard case .line(let line, _) = place else { return 0 }
        return line
    }

    fileprivate var fileAndLine: String { "\(file):\(line)" }
}
