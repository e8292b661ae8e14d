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
    ///   - subheadings: the only ones that will be asked about, of the one edition in `editions`; the lines of others
    ///     are passed over unread. nil for all.
    public func book(
        parties: Set<CountryCode>? = nil, origins: Set<CountryCode>? = nil, editions: Set<HSEdition> = [.hs2022],
        under subheadings: [HSCode]? = nil
    ) throws(InputProblems) -> TariffBook {
        let parser = try XMLParser.make()
        var log = ProblemLog()
        let wanted = (log.collectAll { () throws(InputProblems) in try files(parser, of: parties) } ?? []).filter { entry in
            let header = entry.file.header
            return (parties?.contains(header.importingParty) ?? true)
                && (origins.map { header.mfnColumn != nil || !header.origins.isDisjoint(with: $0) } ?? true)
        }
        let all = editions.union(wanted.map(\.file.header.edition))
        let tables = log.collectAll { () throws(InputProblems) -> Tables in try self.tables(editions, all) }
        let reach = subheadings.map { SubheadingReach($0, of: editions, correlations: tables?.correlations ?? []) }
        var schedules: [TariffSchedule] = []
        for entry in wanted {
            let read = log.collectAll { () throws(InputProblems) in
                try schedule(entry, reach?[entry.file.header.edition])
            }
            if let read { schedules.append(read) }
        }
        let calendar = log.collectAll { () throws(InputProblems) in try self.calendar(parser) }
        let lists = log.collectAll { () throws(InputProblems) in try appendixLists(parser, parties) } ?? []
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
    /// - Parameter parties: whose schedules are wanted; of the others some may be read too. nil for all.
    func files(_ parser: XMLParser, of parties: Set<CountryCode>? = nil) throws(InputProblems) -> [Entry] {
        var log = ProblemLog()
        var files: [Entry] = []
        for folder in log.collect({ () throws(InputProblem) in
            try TariffFolder.schedules(root: path, of: parties)
        }) ?? [] {
            let name = "\(TariffFolder.name)/\(folder)"
            if let file = log.collectAll({ () throws(InputProblems) in try scheduleFile(name, parser) }) {
                // A folder named after another Party is not found when only its own Party is asked about.
                if let named = TariffFolder.party(named: folder), named != file.header.importingParty {
                    log.add(.otherParty(file, folder))
                }
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

    /// - Parameter subheadings: whose lines are wanted; nil for all.
    func schedule(_ entry: Entry, _ subheadings: Set<UInt32>? = nil) throws(InputProblems) -> TariffSchedule {
        let header = entry.file.header
        guard header.kind != .dutyFree else { return TariffSchedule(header: header, keys: [], cells: []) }
        let lines = try lines(entry, subheadings)
        return TariffSchedule(header: header, keys: lines.keys, cells: lines.cells)
    }

    /// The rows in the order of their file.
    /// - Parameter subheadings: whose lines are wanted; nil for all.
    func lines(_ entry: Entry, _ subheadings: Set<UInt32>? = nil) throws(InputProblems) -> LinesFile {
        let source: SourceFile
        do {
            source = try SourceFile(root: path, name: "\(entry.name)/\(TariffFolder.lines)")
        } catch {
            throw InputProblems([error])
        }
        return try LinesFile(source, columns: entry.file.header.columns, subheadings: subheadings)
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

/// The subheadings of each edition whose lines some answer about a few subheadings may need.
private struct SubheadingReach {
    private var codes: [HSEdition: Set<UInt32>] = [:]

    /// In another edition the counterparts of what is asked; in its own edition what is asked and the counterparts of
    /// these, since the MFN rate of a line of Annex I is looked up under them.
    init(_ asked: [HSCode], of editions: Set<HSEdition>, correlations: [HSCorrelation]) {
        let numbers = Set(asked.map(\.number))
        for edition in editions { codes[edition] = numbers }
        for table in correlations {
            for (own, other) in [(table.newer, table.older), (table.older, table.newer)] where editions.contains(own) {
                let counterparts = numbers.flatMap { table.candidates(for: $0, in: other) }
                codes[other, default: []].formUnion(counterparts)
                codes[own, default: []].formUnion(counterparts.flatMap { table.candidates(for: $0, in: own) })
            }
        }
    }

    subscript(edition: HSEdition) -> Set<UInt32> { codes[edition] ?? [] }
}

extension InputProblem {
    fileprivate static func otherParty(_ file: ScheduleFile, _ folder: String) -> InputProblem {
        InputProblem(
            file.root, code: "tariff.misnamed",
            message: BilingualText(
                en: "the folder is named after another Party than the one whose schedule it holds",
                zh: "文件夹名称所指的缔约方与其中税率表的缔约方不一致"),
            found: folder, expected: BilingualText(same: "\(file.header.importingParty)".lowercased() + "-..."))
    }

    fileprivate static func misnamedList(_ file: AppendixFile, _ entry: String) -> InputProblem {
        InputProblem(
            file.root, code: "tariff.misnamed",
            message: BilingualText(en: "the file is not named after its Party", zh: "文件名与缔约方不一致"), found: entry,
            expected: BilingualText(same: "\(file.list.party).xml"))
    }
}
