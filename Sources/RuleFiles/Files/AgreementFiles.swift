import Bilingual
import OriginModel
import OriginRules

/// The folder `agreement`: what the agreement itself lays down, whatever the good.
struct AgreementFiles {
    static let folder = "agreement"

    let thresholds: ThresholdsFile
    let minimalOperations: LetteredListFile
    let whollyObtained: LetteredListFile
    let parties: PartiesFile
    /// In the order of their names.
    let files: [SourceFile]

    /// - Parameter root: the folder of all rules.
    init(root: String, parser: XMLParser) throws(InputProblems) {
        var log = ProblemLog()
        var files: [SourceFile] = []
        let thresholds = Self.read(ThresholdsFile.name, root, parser, &files, &log, ThresholdsFile.init)
        let operations = Self.list(.minimalOperations, root, parser, &files, &log)
        let obtained = Self.list(.whollyObtained, root, parser, &files, &log)
        let parties = Self.read(PartiesFile.name, root, parser, &files, &log, PartiesFile.init)
        try log.check()
        guard let thresholds, let operations, let obtained, let parties else { throw InputProblems(log.problems) }
        self.thresholds = thresholds
        minimalOperations = operations
        whollyObtained = obtained
        self.parties = parties
        self.files = files.sorted { $0.name < $1.name }
    }

    /// The agreement as it stands on a day.
    func agreement(on date: CalendarDate) throws(InputProblem) -> Agreement {
        let weight = try thresholds.value(.deMinimisWeight, on: date)
        return Agreement(
            regionalValueContent: try thresholds.value(.regionalValueContent, on: date).threshold,
            deMinimisValue: try thresholds.value(.deMinimisValue, on: date).threshold,
            deMinimisWeight: weight.threshold,
            weightTestChapters: weight.chapters ?? 1...97,
            domesticValueAddition: try thresholds.value(.domesticValueAddition, on: date).threshold,
            minimalOperations: try minimalOperations.items(on: date),
            whollyObtained: try whollyObtained.items(on: date),
            parties: parties.parties)
    }

    private static func list(
        _ kind: LetteredListFile.Kind, _ root: String, _ parser: XMLParser, _ files: inout [SourceFile],
        _ log: inout ProblemLog
    ) -> LetteredListFile? {
        read(kind.fileName, root, parser, &files, &log) { (tree: XMLTree) throws(InputProblems) -> LetteredListFile in
            try LetteredListFile(tree, kind: kind)
        }
    }

    private static func read<File>(
        _ name: String, _ root: String, _ parser: XMLParser, _ files: inout [SourceFile], _ log: inout ProblemLog,
        _ make: (XMLTree) throws(InputProblems) -> File
    ) -> File? {
        let source = log.collect { () throws(InputProblem) in
            try SourceFile(root: root, name: "\(folder)/\(name)")
        }
        guard let source, let tree = log.collect({ () throws(InputProblem) in try parser.parse(source) }) else {
            return nil
        }
        files.append(source)
        return log.collectAll { () throws(InputProblems) in try make(tree) }
    }
}
