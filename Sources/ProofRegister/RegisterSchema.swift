import GRDB

/// The tables, by versions of the file. A version that was published is never changed; a new one is added below it.
enum RegisterSchema {
    /// Tells a register from any other SQLite file: "rcep".
    static let applicationID = 0x7263_6570

    /// Tables nothing is ever changed or taken out of.
    static let appendOnly = [
        "log", "blobs", "numbering", "profiles", "proofs", "states", "goods", "attachments", "originalUses", "refusals",
        "refusalReasons",
    ]
    /// Tables that follow from the log, in the order `verify` compares them.
    static let derived = appendOnly.filter { $0 != "log" && $0 != "blobs" } + ["series"]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: version1)
            for table in appendOnly {
                for (event, name) in [("UPDATE", "Update"), ("DELETE", "Delete")] {
                    try database.execute(sql: """
                        CREATE TRIGGER \(table)Refuses\(name) BEFORE \(event) ON \(table)
                        BEGIN SELECT RAISE(ABORT, 'nothing in this table is changed or taken out'); END
                        """)
                }
            }
        }
        return migrator
    }

    private static let version1 = """
        CREATE TABLE log (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
        CREATE TABLE blobs (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
        CREATE TABLE numbering (
            sequence INTEGER PRIMARY KEY REFERENCES log, exporter TEXT NOT NULL, scheme TEXT NOT NULL) STRICT;
        CREATE TABLE series (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
        CREATE TABLE profiles (
            name TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL REFERENCES log, title TEXT NOT NULL,
            at TEXT NOT NULL, by TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES blobs,
            PRIMARY KEY (name, version)) STRICT;
        CREATE TABLE proofs (
            number TEXT PRIMARY KEY, sequence INTEGER NOT NULL REFERENCES log, kind TEXT NOT NULL, exporter TEXT NOT NULL,
            exporterName TEXT NOT NULL, exportingParty TEXT NOT NULL, importingParty TEXT NOT NULL, consignee TEXT,
            authorisation TEXT, signatory TEXT, drafted TEXT NOT NULL, original TEXT, notBeyond TEXT,
            ruleSet TEXT NOT NULL, ruleDigest TEXT NOT NULL, program TEXT NOT NULL, supersedes TEXT REFERENCES proofs) STRICT;
        CREATE TABLE states (
            sequence INTEGER NOT NULL REFERENCES log, number TEXT NOT NULL REFERENCES proofs, state TEXT NOT NULL,
            at TEXT NOT NULL, by TEXT NOT NULL, date TEXT NOT NULL, why TEXT, other TEXT, validUntil TEXT NOT NULL,
            keepUntil TEXT NOT NULL, PRIMARY KEY (number, sequence)) STRICT;
        CREATE TABLE goods (
            number TEXT NOT NULL REFERENCES proofs, item INTEGER NOT NULL, good TEXT NOT NULL, description TEXT NOT NULL,
            hsCode TEXT NOT NULL, criterion TEXT NOT NULL, countryOfOrigin TEXT NOT NULL, quantity TEXT NOT NULL,
            unit TEXT NOT NULL, fob TEXT, fobCurrency TEXT, saved TEXT, savedCurrency TEXT,
            PRIMARY KEY (number, item)) STRICT;
        CREATE TABLE attachments (
            number TEXT NOT NULL REFERENCES proofs, position INTEGER NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL,
            mediaType TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES blobs, PRIMARY KEY (number, position)) STRICT;
        CREATE TABLE originalUses (
            number TEXT NOT NULL REFERENCES proofs, position INTEGER NOT NULL, original TEXT NOT NULL, item TEXT NOT NULL,
            quantity TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (number, position)) STRICT;
        CREATE INDEX originalUsesByOriginal ON originalUses (original);
        CREATE TABLE refusals (
            sequence INTEGER PRIMARY KEY REFERENCES log, kind TEXT NOT NULL, exporter TEXT NOT NULL,
            importingParty TEXT NOT NULL, date TEXT NOT NULL, by TEXT NOT NULL, goods INTEGER NOT NULL) STRICT;
        CREATE TABLE refusalReasons (
            sequence INTEGER NOT NULL REFERENCES refusals, position INTEGER NOT NULL, code TEXT NOT NULL,
            article TEXT NOT NULL, good TEXT, PRIMARY KEY (sequence, position)) STRICT;
        """
}
