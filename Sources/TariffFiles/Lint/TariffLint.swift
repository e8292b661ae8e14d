import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules
import RuleFiles
import Tariffs

/// Checks the folder `tariffs` for everything that would make it say something wrong, and reports all of it.
public struct TariffLint: Sendable {
    private let library: TariffLibrary

    public init(library: TariffLibrary) {
        self.library = library
    }

    /// A schedule as far as it could be read.
    private struct Read {
        let entry: TariffLibrary.Entry
        let keys: [UInt64]
    }

    /// Every finding, by file and line; empty when there is nothing to complain of.
    public func findings() -> [InputProblem] {
        var log = ProblemLog()
        do {
            let parser = try XMLParser.make()
            var schemas = SchemaLint(root: library.path, parser: parser)
            schemas.check(folder: TariffFolder.name, &log)
            _ = log.collectAll { () throws(InputProblems) in try library.calendar(parser) }
            checkLists(parser, &log)
            checkSchedules(parser, &log)
        } catch {
            log.add(error)
        }
        return Self.tidied(log.problems)
    }

    // MARK: Schedules

    private func checkSchedules(_ parser: XMLParser, _ log: inout ProblemLog) {
        var nomenclatures: [HSEdition: HSNomenclature] = [:]
        var read: [Read] = []
        let folders = log.collect { () throws(InputProblem) in try TariffFolder.schedules(root: library.path) } ?? []
        for folder in folders {
            let name = "\(TariffFolder.name)/\(folder)"
            let file = log.collectAll { () throws(InputProblems) in
                try ScheduleFile(try library.tree("\(name)/\(TariffFolder.schedule)", parser))
            }
            guard let file else { continue }
            let entry = TariffLibrary.Entry(name: name, file: file)
            checkFolder(entry, folder, &log)
            let edition = file.header.edition
            if nomenclatures[edition] == nil {
                nomenclatures[edition] = log.collect { () throws(InputProblem) in
                    try NomenclatureFiles(root: library.path).nomenclature(edition)
                }
            }
            let keys = file.header.kind == .dutyFree ? [] : checkLines(entry, nomenclatures[edition], &log)
            read.append(Read(entry: entry, keys: keys))
        }
        for (index, one) in read.enumerated() {
            for other in read[..<index] { compare(one, other, &log) }
        }
    }

    private func checkFolder(_ entry: TariffLibrary.Entry, _ folder: String, _ log: inout ProblemLog) {
        let (root, header) = (entry.file.root, entry.file.header)
        if header.id != folder { log.add(.misnamedFolder(root, folder, header)) }
        let known = header.kind == .dutyFree ? [TariffFolder.schedule] : [TariffFolder.schedule, TariffFolder.lines]
        let path = "\(library.path)/\(entry.name)"
        for name in log.collect({ () throws(InputProblem) in try FileSystem.entries(of: path) }) ?? []
        where !known.contains(name) {
            log.add(.unexpectedFile("\(path)/\(name)", expected: known))
        }
    }

    /// - Returns: the codes of the lines, empty where they cannot be read.
    private func checkLines(
        _ entry: TariffLibrary.Entry, _ nomenclature: HSNomenclature?, _ log: inout ProblemLog
    ) -> [UInt64] {
        guard let lines = log.collectAll({ () throws(InputProblems) in try library.lines(entry) }) else { return [] }
        let file = "\(library.path)/\(entry.name)/\(TariffFolder.lines)"
        let header = entry.file.header
        if lines.keys.isEmpty { log.add(.noLines(file)) }
        if let row = lines.keys.indices.dropFirst().first(where: { lines.keys[$0 - 1] > lines.keys[$0] }) {
            log.add(.outOfOrder(file, TariffLineCode(key: lines.keys[row]), row: row))
        }
        guard let nomenclature else { return lines.keys }
        let checks = LineChecks(header: header, nomenclature: nomenclature, file: file) { row in
            .line(LinesFile.lineNumber(ofRow: row), column: 1)
        }
        for problem in checks.problems(lines.keys) { log.add(problem) }
        checkExceptions(entry.file, lines.keys, nomenclature, &log)
        return lines.keys
    }

    /// An exception nothing needs would hide the next mistake.
    private func checkExceptions(
        _ file: ScheduleFile, _ keys: [UInt64], _ nomenclature: HSNomenclature, _ log: inout ProblemLog
    ) {
        var counts: [UInt64: Int] = [:]
        for key in keys { counts[key, default: 0] += 1 }
        for line in file.header.splitLines.sorted() where counts[line.key, default: 0] < 2 {
            log.add(.needlessException(file.root, line.digits))
        }
        let subheadings = Set(keys.map { TariffLineCode(key: $0).subheadingNumber })
        for code in file.header.strayCodes.sorted()
        where !subheadings.contains(code) || LineChecks.exists(code, in: nomenclature) {
            log.add(.needlessException(file.root, HSCode(number: code, level: .subheading).digits))
        }
    }

    private func compare(_ one: Read, _ other: Read, _ log: inout ProblemLog) {
        let (header, earlier) = (one.entry.file.header, other.entry.file.header)
        if header.id == earlier.id { log.add(.repeatedScheduleID(one.entry.file)) }
        if ScheduleOverlap.isPossible(header, earlier), ScheduleOverlap.isReal(header, one.keys, other.keys) {
            let root = one.entry.file.root
            log.add(.overlap(file: root.file, root.place, header, earlier))
        }
    }

    // MARK: Appendix lists

    private func checkLists(_ parser: XMLParser, _ log: inout ProblemLog) {
        let files = log.collectAll { () throws(InputProblems) in try library.appendixFiles(parser) } ?? []
        for file in files {
            let nomenclature = log.collect { () throws(InputProblem) in
                try NomenclatureFiles(root: library.path).nomenclature(file.list.edition)
            }
            guard let nomenclature else { continue }
            for line in file.list.lines.compactMap({ TariffLineCode($0) })
            where !LineChecks.exists(line.subheadingNumber, in: nomenclature) {
                log.add(.unknownListedCode(file.root, line, nomenclature))
            }
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

    fileprivate static func misnamedFolder(
        _ root: XMLElement, _ folder: String, _ header: TariffSchedule.Header
    ) -> InputProblem {
        InputProblem(
            root, code: "tariff.misnamed",
            message: BilingualText(en: "the folder is not named after the schedule", zh: "文件夹名与税率表标识不一致"),
            found: folder, expected: BilingualText(same: header.id))
    }

    fileprivate static func unexpectedFile(_ path: String, expected: [String]) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "tariff.unexpectedFile",
            message: BilingualText(en: "the file does not belong here", zh: "此处不应有该文件"),
            expected: BilingualText(same: expected.joined(separator: ", ")))
    }

    fileprivate static func noLines(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "tariff.noLines",
            message: BilingualText(en: "the schedule holds no line", zh: "税率表没有税目"))
    }

    fileprivate static func outOfOrder(_ file: String, _ line: TariffLineCode, row: Int) -> InputProblem {
        InputProblem(
            file: file, place: .line(LinesFile.lineNumber(ofRow: row), column: 1), code: "tariff.outOfOrder",
            message: BilingualText(en: "the line comes after one with a higher code", zh: "税目未按编码升序排列"),
            found: line.digits)
    }

    fileprivate static func needlessException(_ root: XMLElement, _ code: String) -> InputProblem {
        InputProblem(
            root, code: "tariff.needlessException",
            message: BilingualText(en: "no line needs this exception", zh: "没有税目需要该例外"), found: code)
    }

    fileprivate static func repeatedScheduleID(_ file: ScheduleFile) -> InputProblem {
        InputProblem(
            file.root, code: "tariff.repeatedID",
            message: BilingualText(en: "another schedule has this id", zh: "另一税率表已使用该标识"), found: file.header.id)
    }

    fileprivate static func unknownListedCode(
        _ root: XMLElement, _ line: TariffLineCode, _ nomenclature: HSNomenclature
    ) -> InputProblem {
        InputProblem(
            root, code: "tariff.unknownCode",
            message: BilingualText(
                en: "the first six digits are no subheading of HS \(nomenclature.edition.rawValue)",
                zh: "前六位不是协调制度\(nomenclature.edition.rawValue)年版的子目"),
            found: line.digits)
    }
}
