import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules
import RuleFiles
import Tariffs

/// The folder `tariffs` among the rules: schedules, Appendix lists, and the calendar of cuts.
public struct TariffLibrary: Sendable {
    /// The folder of all rules, as given.
    public let path: String

    /// - Parameter path: of the folder of all rules.
    public init(path: String) {
        self.path = path
    }

    public init(rules: RuleDirectory) {
        self.init(path: rules.path)
    }

    /// What every schedule says of itself, by id, without reading any lines.
    public func headers() throws(InputProblems) -> [TariffSchedule.Header] {
        try files(XMLParser.make()).map(\.file.header)
    }

    /// The schedules of some Parties; the lines of the others are not read.
    ///
    /// - Parameters:
    ///   - parties: importing Parties; nil for all.
    ///   - origins: of the goods that will be asked about; schedules without a figure for them and without MFN rates
    ///     are passed over. nil for all.
    ///   - editions: in which codes will be asked.
    public func book(
        parties: Set<CountryCode>? = nil, origins: Set<CountryCode>? = nil, editions: Set<HSEdition> = [.hs2022]
    ) throws(InputProblems) -> TariffBook {
        let parser = try XMLParser.make()
        var log = ProblemLog()
        let wanted = (log.collectAll { () throws(InputProblems) in try files(parser) } ?? []).filter { entry in
            let header = entry.file.header
            return (parties?.contains(header.importingParty) ?? true)
                && (origins.map { header.mfnColumn != nil || !header.origins.isDisjoint(with: $0) } ?? true)
        }
        var schedules: [TariffSchedule] = []
        for entry in wanted {
            if let schedule = log.collectAll({ () throws(InputProblems) in try schedule(entry) }) {
                schedules.append(schedule)
            }
        }
        let calendar = log.collectAll { () throws(InputProblems) in try self.calendar(parser) }
        let lists = log.collectAll { () throws(InputProblems) in try appendixLists(parser, parties) } ?? []
        let all = editions.union(schedules.map(\.header.edition))
        let tables = log.collectAll { () throws(InputProblems) -> Tables in try self.tables(editions, all) }
        try log.check()
        guard let calendar, let tables else { throw InputProblems(log.problems) }
        return TariffBook(
            schedules: schedules, appendixLists: lists, calendar: calendar, nomenclatures: tables.nomenclatures,
            correlations: tables.correlations)
    }

    /// When each Party cuts its rates.
    public func calendar() throws(InputProblems) -> TariffCalendar {
        try calendar(XMLParser.make())
    }

    /// The Appendix lists that are loaded, by Party.
    /// - Parameter parties: nil for all.
    public func appendixLists(of parties: Set<CountryCode>? = nil) throws(InputProblems) -> [AppendixList] {
        try appendixLists(XMLParser.make(), parties)
    }

    // MARK: Files

    struct Entry {
        /// From the folder of all rules: `tariffs/jp-2026`.
        let name: String
        let file: ScheduleFile
    }

    /// Every schedule, by the name of its folder.
    func files(_ parser: XMLParser) throws(InputProblems) -> [Entry] {
        var log = ProblemLog()
        var files: [Entry] = []
        for folder in log.collect({ () throws(InputProblem) in try TariffFolder.schedules(root: path) }) ?? [] {
            let name = "\(TariffFolder.name)/\(folder)"
            if let file = log.collectAll({ () throws(InputProblems) in try scheduleFile(name, parser) }) {
                files.append(Entry(name: name, file: file))
            }
        }
        try log.check()
        return files
    }

    private func scheduleFile(_ name: String, _ parser: XMLParser) throws(InputProblems) -> ScheduleFile {
        try ScheduleFile(try tree("\(name)/\(TariffFolder.schedule)", parser))
    }

    func tree(_ name: String, _ parser: XMLParser) throws(InputProblems) -> XMLTree {
        do {
            return try parser.parse(try SourceFile(root: path, name: name))
        } catch {
            throw InputProblems([error])
        }
    }

    func schedule(_ entry: Entry) throws(InputProblems) -> TariffSchedule {
        let header = entry.file.header
        guard header.kind != .dutyFree else { return TariffSchedule(header: header, keys: [], cells: []) }
        let lines = try lines(entry)
        return TariffSchedule(header: header, keys: lines.keys, cells: lines.cells)
    }

    /// The rows in the order of their file.
    func lines(_ entry: Entry) throws(InputProblems) -> LinesFile {
        let source: SourceFile
        do {
            source = try SourceFile(root: path, name: "\(entry.name)/\(TariffFolder.lines)")
        } catch {
            throw InputProblems([error])
        }
        return try LinesFile(source, columns: entry.file.header.columns)
    }

    func calendar(_ parser: XMLParser) throws(InputProblems) -> TariffCalendar {
        try CalendarFile(try tree("\(TariffFolder.name)/\(TariffFolder.calendar)", parser)).calendar
    }

    private func appendixLists(
        _ parser: XMLParser, _ parties: Set<CountryCode>?
    ) throws(InputProblems) -> [AppendixList] {
        try appendixFiles(parser).map(\.list).filter { parties?.contains($0.party) ?? true }
    }

    /// The folder may be missing: a list is for the user to add.
    func appendixFiles(_ parser: XMLParser) throws(InputProblems) -> [AppendixFile] {
        let folder = "\(TariffFolder.name)/\(TariffFolder.appendixLists)"
        guard FileSystem.exists("\(path)/\(folder)") else { return [] }
        var log = ProblemLog()
        var files: [AppendixFile] = []
        let entries = log.collect { () throws(InputProblem) in try FileSystem.entries(of: "\(path)/\(folder)") } ?? []
        for entry in entries {
            let file = log.collectAll { () throws(InputProblems) in
                try AppendixFile(try tree("\(folder)/\(entry)", parser))
            }
            guard let file else { continue }
            if entry != "\(file.list.party).xml" { log.add(.misnamedList(file, entry)) }
            files.append(file)
        }
        try log.check()
        return files
    }

    private typealias Tables = (nomenclatures: [HSEdition: HSNomenclature], correlations: [HSCorrelation])

    /// The codes of the editions asked about and the tables between all editions; nothing where there is one edition.
    private func tables(_ asked: Set<HSEdition>, _ all: Set<HSEdition>) throws(InputProblems) -> Tables {
        var nomenclatures: [HSEdition: HSNomenclature] = [:]
        var correlations: [HSCorrelation] = []
        guard all.count > 1 else { return ([:], []) }
        let files = NomenclatureFiles(root: path)
        do {
            for edition in asked { nomenclatures[edition] = try files.nomenclature(edition) }
            for newer in all {
                for older in all where older < newer { correlations.append(try files.correlation(newer, older)) }
            }
        } catch {
            throw InputProblems([error])
        }
        return (nomenclatures, correlations)
    }
}

extension InputProblem {
    fileprivate static func misnamedList(_ file: AppendixFile, _ entry: String) -> InputProblem {
        InputProblem(
            file.root, code: "tariff.misnamed",
            message: BilingualText(en: "the file is not named after its Party", zh: "文件名与缔约方不一致"), found: entry,
            expected: BilingualText(same: "\(file.list.party).xml"))
    }
}
