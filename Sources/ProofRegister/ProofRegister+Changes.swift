import Bilingual
import GRDB
import OriginModel

/// What happens to a proof after it was drafted. Each is an entry of its own: nothing is edited in place.
extension ProofRegister {
    /// Records that a person has signed.
    /// - Parameters:
    ///   - validUntil: last day of validity from the day of signing; not beyond that of an original proof.
    ///   - keepUntil: last day for which records have to be kept, from the day of signing.
    public func sign(
        _ number: String, by: String, date: CalendarDate, validUntil: CalendarDate, keepUntil: CalendarDate
    ) throws(InputProblems) {
        try write { database in
            try checkChange(of: number, to: .signed, on: date, database)
            let last = try String.fetchOne(
                database, sql: "SELECT notBeyond FROM proofs WHERE number = ?", arguments: [number])
            if let last, "\(validUntil)" > last { throw InputProblem.validBeyond(path, "\(validUntil)", last) }
            _ = try append(.sign, [
                .init("number", number), .init("by", by), .init("date", "\(date)"),
                .init("validUntil", "\(validUntil)"), .init("keepUntil", "\(keepUntil)"),
            ], to: database)
        }
    }

    /// Records that a signed proof went to the importer.
    public func send(_ number: String, by: String, date: CalendarDate, why: String? = nil) throws(InputProblems) {
        try change(.send, number, to: .sent, by: by, date: date, why: why)
    }

    public func withdraw(_ number: String, by: String, date: CalendarDate, why: String) throws(InputProblems) {
        try change(.withdraw, number, to: .withdrawn, by: by, date: date, why: why)
    }

    /// Records that another proof has taken the place of one.
    public func supersede(
        _ number: String, with other: String, by: String, date: CalendarDate, why: String
    ) throws(InputProblems) {
        try write { database in
            guard number != other else { throw InputProblem.sameProof(path, number) }
            let replacement = try state(of: other, database)
            guard replacement.isLive else { throw InputProblem.deadReplacement(path, other, replacement) }
            try checkCorrection(of: number, exporter: try exporter(of: other, database), on: date, database)
            _ = try append(.supersede, [
                .init("number", number), .init("other", other), .init("by", by), .init("date", "\(date)"),
                .init("why", why),
            ], to: database)
        }
    }

    /// Whether a proof may give way to one of an exporter, drafted on a day; ``issue(_:content:)`` asks again when it does.
    public func checkCorrection(of number: String, exporter: String, on date: CalendarDate) throws(InputProblems) {
        try read { try checkCorrection(of: number, exporter: exporter, on: date, $0) }
    }

    func checkCorrection(of number: String, exporter: String, on date: CalendarDate, _ database: Database) throws {
        try checkChange(of: number, to: .superseded, on: date, database)
        let owner = try self.exporter(of: number, database)
        guard owner == exporter else { throw InputProblem.otherExporter(path, number, owner, exporter) }
    }

    private func exporter(of number: String, _ database: Database) throws -> String {
        try String.fetchOne(database, sql: "SELECT exporter FROM proofs WHERE number = ?", arguments: [number]) ?? ""
    }

    private func change(
        _ action: LogEntry.Action, _ number: String, to state: ProofState, by: String, date: CalendarDate, why: String?
    ) throws(InputProblems) {
        try write { database in
            try checkChange(of: number, to: state, on: date, database)
            var fields: [LogEntry.Field] = [.init("number", number), .init("by", by), .init("date", "\(date)")]
            fields.add("why", why)
            _ = try append(action, fields, to: database)
        }
    }

    func checkChange(of number: String, to wanted: ProofState, on date: CalendarDate, _ database: Database) throws {
        let now = try state(of: number, database)
        guard now.next.contains(wanted) else { throw InputProblem.notAllowed(path, number, now, wanted) }
        let earlier = try String.fetchOne(
            database, sql: "SELECT max(date) FROM states WHERE number = ?", arguments: [number]) ?? ""
        guard "\(date)" >= earlier else { throw InputProblem.dateBefore(path, number, "\(date)", earlier) }
    }

    private func state(of number: String, _ database: Database) throws -> ProofState {
        let text = try String.fetchOne(
            database, sql: "SELECT state FROM states WHERE number = ? ORDER BY sequence DESC LIMIT 1",
            arguments: [number])
        guard let state = text.flatMap({ ProofState(rawValue: $0) }) else {
            throw InputProblem.unknownNumber(path, number)
        }
        return state
    }

    // MARK: Refusals

    /// Keeps that a draft was refused, for the report of where a firm gets stuck.
    public func recordRefusal(_ refusal: RefusedDraft) throws(InputProblems) {
        try write { database in
            var fields: [LogEntry.Field] = [
                .init("kind", refusal.kind.rawValue), .init("by", refusal.by), .init("date", "\(refusal.date)"),
                .init("exporter", refusal.exporter), .init("importingParty", "\(refusal.importingParty)"),
            ]
            fields += refusal.goods.map { .init("good", $0) }
            for reason in refusal.reasons {
                fields += [.init("reason", reason.code), .init("reason.article", reason.article)]
                fields.add("reason.good", reason.good)
            }
            _ = try append(.refuse, fields, to: database)
        }
    }

    // MARK: Profiles

    /// Keeps a version of a profile; earlier ones stay. The same bytes as the last version add nothing.
    /// - Parameters:
    ///   - title: the exporter's name, for lists.
    ///   - base: the version that was changed, 0 for none; another last version by now is refused, so that of two who
    ///     change a profile at once neither undoes what the other did. nil where the bytes come from elsewhere.
    /// - Returns: the version.
    public func addProfile(
        named name: String, title: String, bytes: [UInt8], by: String, changing base: Int? = nil
    ) throws(InputProblems) -> Int {
        try write { database in
            let last = try Row.fetchOne(
                database, sql: "SELECT version, sha256 FROM profiles WHERE name = ? ORDER BY version DESC LIMIT 1",
                arguments: [name])
            let version: Int = last?["version"] ?? 0
            if let base, base != version { throw InputProblem.profileChanged(path, name, version) }
            let digest = try keep(bytes, in: database)
            if last?["sha256"] == digest { return version }
            _ = try append(.profile, [
                .init("name", name), .init("version", "\(version + 1)"), .init("title", title), .init("by", by),
                .init("sha256", digest),
            ], to: database)
            return version + 1
        }
    }

    /// The last version of a profile, or the one asked for.
    public func profile(named name: String, version: Int? = nil) throws(InputProblems) -> RegisteredProfile {
        try read { database in
            let row = try Row.fetchOne(
                database, sql: """
                    SELECT * FROM profiles WHERE name = ? AND (? IS NULL OR version = ?)
                    ORDER BY version DESC LIMIT 1
                    """, arguments: [name, version, version])
            guard let row else {
                let known = try String.fetchAll(database, sql: "SELECT DISTINCT name FROM profiles ORDER BY name")
                throw InputProblem.unknownProfile(path, name, known: known)
            }
            return try profile(row, database)
        }
    }

    /// Every version of every profile, by name.
    public func profiles() throws(InputProblems) -> [RegisteredProfile] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM profiles ORDER BY name, version").map {
                try profile($0, database)
            }
        }
    }

    private func profile(_ row: Row, _ database: Database) throws -> RegisteredProfile {
        RegisteredProfile(
            name: row["name"], version: row["version"], title: row["title"], at: row["at"], by: row["by"],
            sha256: row["sha256"], bytes: try bytes(row["sha256"], in: database))
    }
}
