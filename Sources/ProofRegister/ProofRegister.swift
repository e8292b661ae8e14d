import Bilingual
// The type SQLite's blobs are handed over in; GRDB brings it along anyway.
import struct Foundation.Data
import GRDB
import Glibc
import LocalFiles

/// The register of the proofs of origin a firm drafts: numbers, states, and everything each proof rests on.
///
/// One SQLite file that several processes may use at once. Each change is one entry of an append-only log, written in
/// one transaction with what follows from it; when a call returns, it is on the disk.
public struct ProofRegister: Sendable {
    /// As the user named it.
    public let path: String
    let queue: DatabaseQueue

    /// How long a process waits for others, in seconds.
    private static let patience = 30.0
    private static let mostAttempts = 50

    /// Opens a register, and makes it with its folder where it is not there.
    /// - Parameter creates: false: a register that is not there is an error.
    public static func open(at path: String, creates: Bool = true) throws(InputProblem) -> ProofRegister {
        if !FileSystem.exists(path) {
            guard creates else { throw .noRegister(path) }
            if let folder = FileSystem.parent(path) { try FileSystem.makeFolders(folder) }
        }
        return ProofRegister(path: path, queue: try opened(path))
    }

    /// `register.sqlite` in the user's data folder; nil where neither variable says where that is.
    public static func defaultPath(environment: [String: String]) -> String? {
        // A relative path counts as not set (XDG Base Directory Specification).
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/rcep/register.sqlite" }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return "\(home)/.local/share/rcep/register.sqlite"
    }

    private static func opened(_ path: String) throws(InputProblem) -> DatabaseQueue {
        var attempt = 1
        while true {
            do {
                return try connected(path)
            } catch let problem as InputProblem {
                throw problem
            } catch {
                // Two processes that make the same register at once stand in each other's way for a moment.
                guard attempt < mostAttempts, isPassing(error) else { throw .unusable(path, error) }
                usleep(useconds_t(min(attempt, 10) * 10_000))
                attempt += 1
            }
        }
    }

    private static func isPassing(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return true
        // The other process has made the tables between the look and the making.
        case .SQLITE_ERROR, .SQLITE_CONSTRAINT: return error.message?.contains("already exists") ?? false
            || error.message?.contains("grdb_migrations") ?? false
        default: return false
        }
    }

    private static func connected(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.label = "register"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { database in
            // Before anything is written: it may be somebody else's file.
            // Another process that is just making it begins with the list of migrations, before it is marked.
            let tables = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '%grdb_migrations%'") ?? 0
            let mark = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            guard tables == 0 || mark == RegisterSchema.applicationID else { throw InputProblem.notARegister(path) }
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            // A commit that was told is on the disk, even if the power fails.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        let migrator = RegisterSchema.migrator
        let (isNewer, isCurrent) = try queue.read { database in
            (try migrator.hasBeenSuperseded(database), try migrator.hasCompletedMigrations(database))
        }
        guard !isNewer else { throw InputProblem.newerRegister(path) }
        if !isCurrent { try migrator.migrate(queue) }
        return queue
    }

    // MARK: Transactions

    /// Runs a body in a transaction that nothing else writes beside.
    func write<Value>(_ body: (Database) throws -> Value) throws(InputProblems) -> Value {
        do {
            var value: Value?
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    value = try body(database)
                    return .commit
                }
            }
            if let value { return value }
            throw InputProblems([.unusable(path, CancelledTransaction())])
        } catch {
            throw problems(error)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(InputProblems) -> Value {
        do {
            return try queue.read(body)
        } catch {
            throw problems(error)
        }
    }

    private func problems(_ error: any Error) -> InputProblems {
        switch error {
        case let problems as InputProblems: problems
        case let problem as InputProblem: InputProblems([problem])
        default: InputProblems([.unusable(path, error)])
        }
    }

    private struct CancelledTransaction: Error {}

    // MARK: The log

    /// Adds an entry and lets it do its work.
    /// - Returns: the entry as it is chained.
    func append(_ action: LogEntry.Action, _ fields: [LogEntry.Field], to database: Database) throws -> LogEntry {
        let last = try Row.fetchOne(database, sql: "SELECT sequence, sha256 FROM log ORDER BY sequence DESC LIMIT 1")
        let head = try Row.fetchOne(database, sql: "SELECT sequence, sha256 FROM head")
        // A chain whose end is gone must not grow on as if nothing were.
        guard last == head else { throw InputProblem.brokenHead(path) }
        let entry = LogEntry(
            sequence: (last?["sequence"] ?? 0) + 1, previous: last?["sha256"] ?? LogEntry.beginning,
            at: UTC.now, action: action, fields: fields)
        try database.execute(
            sql: "INSERT INTO log (sequence, entry, sha256) VALUES (?, ?, ?)",
            arguments: [entry.sequence, entry.text, entry.digest])
        try database.execute(
            sql: "INSERT OR REPLACE INTO head (id, sequence, sha256) VALUES (1, ?, ?)",
            arguments: [entry.sequence, entry.digest])
        try LogReplay(database: database).apply(entry)
        return entry
    }

    /// Keeps bytes under their digest; the same bytes are kept once.
    func keep(_ bytes: [UInt8], in database: Database) throws -> String {
        let digest = Digest.hexadecimal(bytes)
        let isKept = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM blobs WHERE sha256 = ?)", arguments: [digest]) ?? false
        guard !isKept else { return digest }
        try database.execute(
            sql: "INSERT INTO blobs (sha256, bytes) VALUES (?, ?)", arguments: [digest, Data(bytes)])
        return digest
    }

    func bytes(_ digest: String, in database: Database) throws -> [UInt8] {
        let row = try Row.fetchOne(database, sql: "SELECT bytes FROM blobs WHERE sha256 = ?", arguments: [digest])
        guard let row else { throw InputProblem.missingBytes(path, digest) }
        return [UInt8](row["bytes"] as Data)
    }
}

/// The time of the machine's clock, in UTC to the second.
enum UTC {
    static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
            + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}
