import Bilingual
import Glibc
import HarmonizedSystem
import LocalFiles
import OriginModel
import RuleFiles
import Tariffs

/// Makes the folder of a schedule out of a table with a small header.
public struct TariffImport: Sendable {
    /// What was written.
    public struct Outcome: Sendable, Hashable {
        public let header: TariffSchedule.Header
        public let lines: Int
        /// Path of the folder.
        public let folder: String
    }

    private let library: TariffLibrary

    /// - Parameter library: the schedules it is added to.
    public init(library: TariffLibrary) {
        self.library = library
    }

    /// Writes the folder, whole or not at all.
    ///
    /// The table is a CSV whose first lines say what it is, `# party: JP`; the documentation of tariffs lists them.
    /// - Parameters:
    ///   - path: of the table.
    ///   - output: path of the folder, which must not exist yet; nil for the place among the other schedules that the
    ///     id of the schedule gives it.
    public func run(csv path: String, output: String? = nil) throws(InputProblems) -> Outcome {
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.read(path)
        } catch {
            throw InputProblems([error])
        }
        let lines = try HeaderLines(bytes, file: path)
        let stated = try ImportHeader(lines, calendar: try library.calendar(), file: path)
        let table: CSVTable
        let nomenclature: HSNomenclature
        do {
            table = try CSVTable(lines.table, file: path)
            nomenclature = try NomenclatureFiles(root: library.path).nomenclature(stated.edition)
        } catch {
            throw InputProblems([error])
        }
        let read = try ImportTable(table, stated, nomenclature: nomenclature)
        try check(read, path)
        let schedule = TariffSchedule(header: read.header, keys: read.keys, cells: read.cells)
        let folder = output.map(FileSystem.withoutTrailingSlash)
            ?? "\(library.path)/\(TariffFolder.name)/\(read.header.id)"
        do {
            try Self.write(schedule, to: folder)
        } catch {
            throw InputProblems([error])
        }
        return Outcome(header: read.header, lines: schedule.rowCount, folder: folder)
    }

    /// Refuses a schedule that would answer for goods another one answers for.
    private func check(_ read: ImportTable, _ path: String) throws(InputProblems) {
        var log = ProblemLog()
        for other in try library.files(XMLParser.make())
        where ScheduleOverlap.isPossible(read.header, other.file.header) {
            let keys = other.file.header.kind == .dutyFree ? [] : try library.lines(other).keys
            if ScheduleOverlap.isReal(read.header, read.keys, keys) {
                log.add(.overlap(file: path, .wholeFile, read.header, other.file.header))
            }
        }
        try log.check()
    }

    /// Small letters, digits and hyphens, so that the id can be the name of a folder.
    static func isPlain(_ id: String) -> Bool {
        !id.isEmpty && id != TariffFolder.appendixLists
            && id.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }

    /// Into a folder of another name first, so that nobody ever sees half a schedule.
    private static func write(_ schedule: TariffSchedule, to target: String) throws(InputProblem) {
        guard !FileSystem.exists(target) else { throw .scheduleExists(target) }
        let name = FileSystem.lastComponent(target)
        // A name that begins with a dot is passed over by whoever reads the schedules meanwhile.
        let temporary = "\(FileSystem.parent(target) ?? ".")/.\(name).importing-\(getpid())"
        try FileSystem.makeFolder(temporary)
        do {
            try FileSystem.write(ScheduleWriter.text(schedule.header), to: "\(temporary)/\(TariffFolder.schedule)")
            if schedule.header.kind != .dutyFree {
                try FileSystem.write(LinesFile.text(of: schedule), to: "\(temporary)/\(TariffFolder.lines)")
            }
            try FileSystem.move(temporary, to: target)
        } catch {
            FileSystem.removeFolder(temporary)
            throw error
        }
    }
}

extension InputProblem {
    fileprivate static func scheduleExists(_ path: String) -> InputProblem {
        InputProblem(
            file: path, place: .wholeFile, code: "import.outputExists",
            message: BilingualText(en: "the output stands there already", zh: "输出位置已存在"),
            expected: BilingualText(en: "a folder that does not exist yet", zh: "尚不存在的文件夹"))
    }
}
