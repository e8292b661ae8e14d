import Bilingual
import GRDB

/// What a check of the whole register found.
public struct RegisterVerification: Sendable, Hashable {
    /// Entries of the log.
    public let entries: Int
    public let proofs: Int
    /// SHA-256 of the last entry; written down somewhere else, it later shows that nothing was cut off.
    public let head: String
    /// The first place that is not as it should be; nil where everything is.
    public let fault: Fault?

    public struct Fault: Sendable, Hashable {
        public enum Code: String, Sendable, Hashable, CaseIterable {
            case file, chain, entry, head, bytes, replay, state, schema, expectation
        }

        public let code: Code
        /// Table and row, or number of the entry.
        public let place: String
        public let message: BilingualText
    }
}

extension ProofRegister {
    /// Recomputes everything: the file, the chain, every digest, and the state that follows from the log.
    /// - Parameter expected: a head written down before, which has to be in the chain still.
    public func verify(expecting expected: String? = nil) throws(InputProblems) -> RegisterVerification {
        try read { database in
            var entries: [(entry: LogEntry, digest: String)] = []
            let fault = try fileFault(database) ?? chainFault(database, &entries) ?? headFault(database, entries.last)
                ?? bytesFault(database, entries.map(\.entry)) ?? stateFault(database, entries.map(\.entry))
                ?? expectationFault(expected, entries.map(\.digest))
            let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM log") ?? 0
            return RegisterVerification(
                entries: count, proofs: try Int.fetchOne(database, sql: "SELECT count(*) FROM proofs") ?? 0,
                head: try String.fetchOne(database, sql: "SELECT sha256 FROM log ORDER BY sequence DESC LIMIT 1")
                    ?? LogEntry.beginning,
                fault: fault)
        }
    }

    private func fileFault(_ database: Database) throws -> RegisterVerification.Fault? {
        let said = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
        guard said != ["ok"] else { return nil }
        return .init(code: .file, place: said.first ?? "", message: .damagedFile)
    }

    private func chainFault(
        _ database: Database, _ entries: inout [(entry: LogEntry, digest: String)]
    ) throws -> RegisterVerification.Fault? {
        var previous = LogEntry.beginning
        let rows = try Row.fetchCursor(database, sql: "SELECT sequence, entry, sha256 FROM log ORDER BY sequence")
        while let row = try rows.next() {
            let (sequence, text): (Int, String) = (row["sequence"], row["entry"])
            let place = "log \(entries.count + 1)"
            guard sequence == entries.count + 1 else {
                return .init(code: .chain, place: place, message: .missingEntry)
            }
            let digest = Digest.hexadecimal(Array(text.utf8))
            guard digest == row["sha256"] as String else {
                return .init(code: .entry, place: place, message: .changedEntry)
            }
            guard let entry = LogEntry(text: text), entry.sequence == sequence else {
                return .init(code: .entry, place: place, message: .unreadableEntry)
            }
            guard entry.previous == previous else { return .init(code: .chain, place: place, message: .brokenChain) }
            entries.append((entry, digest))
            previous = digest
        }
        return nil
    }

    private func headFault(
        _ database: Database, _ last: (entry: LogEntry, digest: String)?
    ) throws -> RegisterVerification.Fault? {
        let row = try Row.fetchOne(database, sql: "SELECT sequence, sha256 FROM head")
        let isRight = row?["sequence"] as Int? == last?.entry.sequence && row?["sha256"] as String? == last?.digest
        return isRight ? nil : .init(code: .head, place: "head", message: .wrongHead)
    }

    private func bytesFault(_ database: Database, _ entries: [LogEntry]) throws -> RegisterVerification.Fault? {
        var named: Set<String> = []
        for entry in entries {
            named.formUnion(entry.groups("attachment").compactMap { $0[""] })
            if entry.action == .profile, let digest = entry.value("sha256") { named.insert(digest) }
        }
        for digest in try String.fetchAll(database, sql: "SELECT sha256 FROM blobs ORDER BY sha256") {
            let place = "blobs \(digest)"
            guard Digest.hexadecimal(try bytes(digest, in: database)) == digest else {
                return .init(code: .bytes, place: place, message: .changedBytes)
            }
            guard named.remove(digest) != nil else { return .init(code: .bytes, place: place, message: .foreignBytes) }
        }
        guard let missing = named.min() else { return nil }
        return .init(code: .bytes, place: "blobs \(missing)", message: .missingBytes)
    }

    /// Lets the log happen again in an empty register and compares, table by table and row by row.
    private func stateFault(_ database: Database, _ entries: [LogEntry]) throws -> RegisterVerification.Fault? {
        let empty = try DatabaseQueue()
        try RegisterSchema.migrator.migrate(empty)
        return try empty.writeWithoutTransaction { replayed in
            // The rows of the log and of the bytes that others refer to were checked before.
            try replayed.execute(sql: "PRAGMA foreign_keys = OFF")
            for entry in entries {
                do {
                    try LogReplay(database: replayed).apply(entry)
                } catch {
                    return .init(code: .replay, place: "log \(entry.sequence)", message: .impossibleEntry)
                }
            }
            for table in RegisterSchema.derived {
                if let place = try Self.difference(table, database, replayed) {
                    return .init(code: .state, place: place, message: .otherState)
                }
            }
            let sql = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
            let (found, right) = (try Row.fetchAll(database, sql: sql), try Row.fetchAll(replayed, sql: sql))
            guard found != right else { return nil }
            let names = Set(found).symmetricDifference(Set(right)).compactMap { $0["name"] as String? }
            return .init(code: .schema, place: names.min() ?? "", message: .otherSchema)
        }
    }

    /// The first row that differs.
    private static func difference(_ table: String, _ found: Database, _ right: Database) throws -> String? {
        let key = try right.primaryKey(table).columns.joined(separator: ", ")
        let sql = "SELECT * FROM \(table) ORDER BY \(key)"
        let (foundRows, rightRows) = (try Row.fetchCursor(found, sql: sql), try Row.fetchCursor(right, sql: sql))
        while true {
            let (one, other) = (try foundRows.next(), try rightRows.next())
            if one == nil, other == nil { return nil }
            guard let one, let other, one == other else {
                let row = one ?? other
                let names = try right.primaryKey(table).columns
                return "\(table) " + names.map { row?[$0].map { "\($0)" } ?? "" }.joined(separator: " ")
            }
        }
    }

    private func expectationFault(_ expected: String?, _ digests: [String]) -> RegisterVerification.Fault? {
        guard let expected, expected != LogEntry.beginning, !digests.contains(expected.lowercased()) else { return nil }
        return .init(code: .expectation, place: expected, message: .unmetExpectation)
    }
}

extension BilingualText {
    fileprivate static let damagedFile = BilingualText(en: "SQLite finds the file damaged.", zh: "SQLite检查发现文件损坏。")
    fileprivate static let missingEntry = BilingualText(en: "An entry of the log is missing here.", zh: "此处缺少一条日志。")
    fileprivate static let changedEntry = BilingualText(
        en: "This entry of the log is not what it was when its digest was made.", zh: "该条日志与其摘要不符，已被改动。")
    fileprivate static let unreadableEntry = BilingualText(
        en: "This entry of the log is not in canonical form.", zh: "该条日志不符合规范格式。")
    fileprivate static let brokenChain = BilingualText(
        en: "This entry of the log is not chained to the one before it.", zh: "该条日志与前一条的链接断开。")
    fileprivate static let wrongHead = BilingualText(
        en: "The log does not end where the register says it ends.", zh: "日志末尾与登记簿所载不符。")
    fileprivate static let changedBytes = BilingualText(
        en: "These bytes are not what they were when they were kept.", zh: "该内容与保存时的摘要不符，已被改动。")
    fileprivate static let foreignBytes = BilingualText(
        en: "No entry of the log names these bytes.", zh: "日志中没有该内容的记载。")
    fileprivate static let missingBytes = BilingualText(
        en: "The log names these bytes, and they are gone.", zh: "日志载明的内容已缺失。")
    fileprivate static let impossibleEntry = BilingualText(
        en: "This entry contradicts what stands before it in the log.", zh: "该条日志与此前的记载矛盾。")
    fileprivate static let otherState = BilingualText(
        en: "This row is not what follows from the log.", zh: "该行与日志推得的结果不符。")
    fileprivate static let otherSchema = BilingualText(
        en: "The tables or their guards were changed.", zh: "数据表或其保护触发器被改动。")
    fileprivate static let unmetExpectation = BilingualText(
        en: "This head is not in the chain: entries were cut off or replaced, or it is of another register.",
        zh: "链中没有该摘要：日志被截断或替换，或该摘要属于另一登记簿。")
}
