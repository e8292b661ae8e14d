import Bilingual
import Foundation
import GRDB
import Testing

@testable import ProofRegister

@Suite("Verifying")
struct VerifyingTests {
    /// What somebody does to the file behind the register's back, and where `verify` says it was done.
    static let tampering: [(sql: String, code: RegisterVerification.Fault.Code, place: String)] = [
        ("UPDATE log SET entry = replace(entry, 'Li Na', 'Li Mo') WHERE sequence = 3", .entry, "log 3"),
        ("UPDATE log SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x') WHERE sequence = 2", .entry, "log 2"),
        ("DELETE FROM log WHERE sequence = 2", .chain, "log 2"),
        ("DELETE FROM log WHERE sequence = 1", .chain, "log 1"),
        ("DELETE FROM log WHERE sequence = (SELECT max(sequence) FROM log)", .head, "head"),
        ("UPDATE head SET sequence = 2", .head, "head"),
        ("DELETE FROM head", .head, "head"),
        ("UPDATE blobs SET bytes = x'7b7e' WHERE bytes = x'7b7d'", .bytes, "blobs "),
        ("DELETE FROM blobs WHERE bytes = x'7b7d'", .bytes, "blobs "),
        ("INSERT INTO blobs VALUES ('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', x'78')", .bytes, "blobs 2d71"),
        ("UPDATE numbering SET scheme = 'X{seq:6}'", .state, "numbering "),
        ("UPDATE profiles SET title = 'Acmf'", .state, "profiles acme 1"),
        ("UPDATE proofs SET consignee = 'Saigon Motos'", .state, "proofs ACME-2026-000001"),
        ("UPDATE states SET state = 'sent' WHERE state = 'signed'", .state, "states ACME-2026-000001"),
        ("UPDATE states SET keepUntil = '2027-05-04' WHERE state = 'signed'", .state, "states ACME-2026-000001"),
        ("DELETE FROM states WHERE state = 'signed'", .state, "states ACME-2026-000001"),
        ("UPDATE goods SET quantity = '401'", .state, "goods ACME-2026-000001 1"),
        ("UPDATE attachments SET name = 'other.json' WHERE position = 1", .state, "attachments ACME-2026-000001 1"),
        ("UPDATE originalUses SET quantity = '1'", .state, "originalUses "),
        ("UPDATE refusals SET date = '2026-05-05'", .state, "refusals "),
        ("UPDATE refusalReasons SET code = 'verdicu'", .state, "refusalReasons "),
        ("UPDATE series SET last = last + 1", .state, "series ACME-2026-{seq}"),
        ("DELETE FROM goods", .state, "goods ACME-2026-000001 1"),
    ]

    @Test("a change to any table is found where it was made", arguments: 0..<tampering.count)
    func tampered(_ index: Int) throws {
        let (sql, code, place) = Self.tampering[index]
        try withFolder { folder in
            let register = try filled("\(folder)/r.sqlite")
            try #require(try register.verify().fault == nil)
            try meddle(register, sql)
            let fault = try #require(try register.verify().fault, "not found: \(sql)")
            #expect(fault.code == code && fault.place.hasPrefix(place), "\(sql): \(fault)")
        }
    }

    @Test("every table was meddled with in the test before")
    func complete() throws {
        let all = Self.tampering.map(\.sql).joined(separator: "\n")
        for table in RegisterSchema.appendOnly + RegisterSchema.derived + ["head"] {
            #expect(all.contains(" \(table) "), "\(table)")
        }
    }

    @Test("a guard that was taken away is found")
    func schema() throws {
        try withFolder { folder in
            let register = try filled("\(folder)/r.sqlite")
            try register.queue.write { try $0.execute(sql: "DROP TRIGGER logRefusesDelete") }
            #expect(try register.verify().fault?.code == .schema)
        }
    }

    @Test("the tables refuse to be changed", arguments: RegisterSchema.appendOnly)
    func guarded(_ table: String) throws {
        try withFolder { folder in
            let register = try filled("\(folder)/r.sqlite")
            #expect(throws: DatabaseError.self) { try register.queue.write { try $0.execute(sql: "DELETE FROM \(table)") } }
            let column = try register.queue.read { try $0.columns(in: table)[0].name }
            #expect(throws: DatabaseError.self) {
                try register.queue.write { try $0.execute(sql: "UPDATE \(table) SET \(column) = \(column)") }
            }
            #expect(try register.verify().fault == nil)
        }
    }

    @Test("a whole end that was cut off with its traces is found by the head that was written down")
    func truncated() throws {
        try withFolder { folder in
            let path = "\(folder)/r.sqlite"
            let register = try filled(path)
            _ = try register.backup(to: "\(folder)/old.sqlite")
            let early = try register.verify().head
            try register.issueOne()
            let late = try register.verify().head
            #expect(try register.verify(expecting: early).fault == nil)
            _ = try ProofRegister.restore("\(folder)/old.sqlite", to: path, replaces: true)
            #expect(try register.verify().fault == nil)
            #expect(try register.verify(expecting: early).fault == nil)
            #expect(try register.verify(expecting: late).fault?.code == .expectation)
        }
    }

    @Test("nothing is written on top of a log whose end is gone")
    func noGrowth() throws {
        try withFolder { folder in
            let register = try filled("\(folder)/r.sqlite")
            try meddle(register, "DELETE FROM log WHERE sequence = (SELECT max(sequence) FROM log)")
            #expect(code { try register.issueOne() } == "register.tampered")
        }
    }

    @Test("restoring: into nothing, over a register only when told to, and never what does not verify")
    func restore() throws {
        try withFolder { folder in
            let register = try filled("\(folder)/r.sqlite")
            let check = try register.backup(to: "\(folder)/b.sqlite")
            #expect(code { try register.backup(to: "\(folder)/b.sqlite") } == "register.exists")
            #expect(try ProofRegister.restore("\(folder)/b.sqlite", to: "\(folder)/x/n.sqlite", replaces: false) == check)
            #expect(code { try ProofRegister.restore("\(folder)/b.sqlite", to: "\(folder)/r.sqlite", replaces: false) }
                == "register.exists")
            try meddle(try ProofRegister.open(at: "\(folder)/b.sqlite"), "UPDATE goods SET quantity = '9'")
            try register.issueOne()
            let bad = try ProofRegister.restore("\(folder)/b.sqlite", to: "\(folder)/r.sqlite", replaces: true)
            #expect(bad.fault?.code == .state)
            #expect(try register.verify().entries == check.entries + 1)
        }
    }

    @Test("files that are no register", arguments: ["not a database, but long enough to be looked at", ""])
    func hostile(_ text: String) throws {
        try withFolder { folder in
            let path = "\(folder)/r.sqlite"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            // An empty file is what SQLite itself begins with.
            #expect(code { try ProofRegister.open(at: path) } == (text.isEmpty ? nil : "register.notSQLite"))
        }
    }

    @Test("another program's file, a newer one, a folder, none at all")
    func foreign() throws {
        try withFolder { folder in
            let other = try DatabaseQueue(path: "\(folder)/other.sqlite")
            try other.write { try $0.execute(sql: "CREATE TABLE log (x)") }
            #expect(code { try ProofRegister.open(at: "\(folder)/other.sqlite") } == "register.foreign")
            let register = try filled("\(folder)/newer.sqlite")
            try register.queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
            #expect(code { try ProofRegister.open(at: "\(folder)/newer.sqlite") } == "register.newer")
            #expect(code { try ProofRegister.open(at: folder) } == "register.unwritable")
            #expect(code { try ProofRegister.open(at: "\(folder)/none.sqlite", creates: false) } == "register.missing")
        }
    }

    @Test("a commit is on the disk: write-ahead log, synchronous FULL, foreign keys")
    func pragmas() throws {
        try withFolder { folder in
            let register = try ProofRegister.open(at: "\(folder)/r.sqlite")
            let values = try register.queue.inDatabase { database in
                try ["journal_mode", "synchronous", "foreign_keys"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(values == ["wal", "2", "1"])
        }
    }

    @Test("entries are read back only as they are written", arguments: [
        ("a", true), ("line\nfeed", true), ("back\\slash", true), ("", true), ("carriage\rreturn", true), ("中文 空格", true),
    ])
    func canonical(_ value: String, _ isRead: Bool) throws {
        let entry = LogEntry(
            sequence: 1, previous: LogEntry.beginning, at: "2026-05-04T00:00:00Z", action: .refuse,
            fields: [.init("x", value)])
        #expect(LogEntry(text: entry.text) == entry)
        #expect(LogEntry(text: entry.text + "\n") == nil)
        #expect(LogEntry(text: entry.text.replacingOccurrences(of: "sequence 1", with: "sequence 01")) == nil)
    }

    private func filled(_ path: String) throws -> ProofRegister {
        let register = try ProofRegister.open(at: path)
        try register.setNumbering(.standard, exporter: "ACME", by: "Li Na")
        _ = try register.addProfile(named: "acme", title: "Acme", bytes: Array("profile".utf8), by: "Li Na")
        let drawing = OriginalProofDrawing(
            number: "TH-1", validUntil: try day("2027-12-31"),
            items: [.init(item: "1", quantity: try pieces("2"), available: try pieces("100"))])
        let number = try register.issue(try newProof(original: drawing)) { attachments($0) }.number
        try register.sign(
            number, by: "Zhang Wei", date: try day("2026-05-05"), validUntil: try day("2027-05-05"),
            keepUntil: try day("2029-05-05"))
        try register.recordRefusal(RefusedDraft(
            kind: .declarationOfOrigin, exporter: "acme", importingParty: try party("JP"), date: try day("2026-05-04"),
            by: "Li Na", goods: ["g"], reasons: [.init(code: "verdict", article: "3.2", good: "g")]))
        return register
    }

    /// Without the guards and keys, as somebody with another program would.
    private func meddle(_ register: ProofRegister, _ sql: String) throws {
        try register.queue.inDatabase { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try database.execute(sql: sql)
            #expect(database.totalChangesCount > 0)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
            try database.execute(sql: "PRAGMA foreign_keys = ON")
        }
    }
}
