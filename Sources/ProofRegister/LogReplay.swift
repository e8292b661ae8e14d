import GRDB

/// What an entry of the log does to the tables. Writing and `verify` go through the same code, so that the state is
/// always that which the log tells.
struct LogReplay {
    let database: Database

    /// - Throws: `UnreadableEntry` where the entry contradicts what stands before it, or the error of the database.
    func apply(_ entry: LogEntry) throws {
        switch entry.action {
        case .numbering:
            try insert("numbering", [
                "sequence": entry.sequence, "exporter": try entry.required("exporter"),
                "scheme": try entry.required("scheme"),
            ])
        case .profile: try profile(entry)
        case .issue: try issue(entry)
        case .refuse: try refuse(entry)
        case .sign: try change(entry, to: .signed)
        case .send: try change(entry, to: .sent)
        case .withdraw: try change(entry, to: .withdrawn)
        case .supersede: try change(entry, to: .superseded, other: try entry.required("other"))
        }
    }

    private func profile(_ entry: LogEntry) throws {
        let name = try entry.required("name")
        let version = try number(entry, "version")
        let last = try Int.fetchOne(
            database, sql: "SELECT max(version) FROM profiles WHERE name = ?", arguments: [name]) ?? 0
        guard version == last + 1 else { throw UnreadableEntry(field: "version") }
        try insert("profiles", [
            "name": name, "version": version, "sequence": entry.sequence, "title": try entry.required("title"),
            "at": entry.at, "by": try entry.required("by"), "sha256": try entry.required("sha256"),
        ])
    }

    private func issue(_ entry: LogEntry) throws {
        let proof = try entry.required("number")
        try count(entry)
        try insert("proofs", [
            "number": proof, "sequence": entry.sequence, "kind": try entry.required("kind"),
            "exporter": try entry.required("exporter"), "exporterName": try entry.required("exporterName"),
            "exportingParty": try entry.required("exportingParty"),
            "importingParty": try entry.required("importingParty"), "consignee": entry.value("consignee"),
            "authorisation": entry.value("authorisation"), "signatory": entry.value("signatory"),
            "drafted": try entry.required("date"), "original": entry.value("original"),
            "notBeyond": entry.value("original.validUntil"), "ruleSet": try entry.required("ruleSet"),
            "ruleDigest": try entry.required("ruleDigest"), "program": try entry.required("program"),
            "supersedes": entry.value("supersedes"),
        ])
        try state(entry, of: proof, .draft, entry.value("validUntil"), entry.value("keepUntil"))
        if let old = entry.value("supersedes") { try change(entry, of: old, to: .superseded, other: proof) }
        for good in entry.groups("item") { try self.good(good, of: proof) }
        for (position, attachment) in entry.groups("attachment").enumerated() {
            try insert("attachments", [
                "number": proof, "position": position, "role": attachment["role"], "name": attachment["name"],
                "mediaType": attachment["type"], "sha256": attachment[""],
            ])
        }
        for (position, use) in entry.groups("use").enumerated() {
            try insert("originalUses", [
                "number": proof, "position": position, "original": entry.value("original"), "item": use[""],
                "quantity": use["quantity"], "unit": use["unit"],
            ])
        }
    }

    /// Numbers of a series follow one another without a gap.
    private func count(_ entry: LogEntry) throws {
        let series = try entry.required("series")
        let last = try Int.fetchOne(database, sql: "SELECT last FROM series WHERE name = ?", arguments: [series]) ?? 0
        guard try number(entry, "series.count") == last + 1 else { throw UnreadableEntry(field: "series.count") }
        try database.execute(
            sql: "INSERT INTO series (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
            arguments: [series, last + 1])
    }

    private func good(_ good: [String: String], of proof: String) throws {
        guard let item = good[""].flatMap({ Int($0) }) else { throw UnreadableEntry(field: "item") }
        try insert("goods", [
            "number": proof, "item": item, "good": good["good"], "description": good["description"],
            "hsCode": good["hsCode"], "criterion": good["criterion"], "countryOfOrigin": good["countryOfOrigin"],
            "quantity": good["quantity"], "unit": good["unit"], "fob": good["fob"], "fobCurrency": good["fobCurrency"],
            "saved": good["saved"], "savedCurrency": good["savedCurrency"],
        ])
    }

    private func refuse(_ entry: LogEntry) throws {
        try insert("refusals", [
            "sequence": entry.sequence, "kind": try entry.required("kind"), "exporter": try entry.required("exporter"),
            "importingParty": try entry.required("importingParty"), "date": try entry.required("date"),
            "by": try entry.required("by"), "goods": entry.groups("good").count,
        ])
        for (position, reason) in entry.groups("reason").enumerated() {
            try insert("refusalReasons", [
                "sequence": entry.sequence, "position": position, "code": reason[""], "article": reason["article"],
                "good": reason["good"],
            ])
        }
    }

    // MARK: States

    private func change(_ entry: LogEntry, to state: ProofState, other: String? = nil) throws {
        try change(entry, of: try entry.required("number"), to: state, other: other)
    }

    private func change(_ entry: LogEntry, of proof: String, to state: ProofState, other: String?) throws {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM states WHERE number = ? ORDER BY sequence DESC LIMIT 1", arguments: [proof])
        guard let row, let now = ProofState(rawValue: row["state"]), now.next.contains(state) else {
            throw UnreadableEntry(field: "number")
        }
        let isOwn = entry.action != .issue
        try self.state(
            entry, of: proof, state, (isOwn ? entry.value("validUntil") : nil) ?? row["validUntil"],
            (isOwn ? entry.value("keepUntil") : nil) ?? row["keepUntil"], other: other)
    }

    private func state(
        _ entry: LogEntry, of proof: String, _ state: ProofState, _ validUntil: String?, _ keepUntil: String?,
        other: String? = nil
    ) throws {
        try insert("states", [
            "sequence": entry.sequence, "number": proof, "state": state.rawValue, "at": entry.at,
            "by": try entry.required("by"), "date": try entry.required("date"), "why": entry.value("why"),
            "other": other, "validUntil": validUntil, "keepUntil": keepUntil,
        ])
    }

    // MARK: Help

    private func number(_ entry: LogEntry, _ name: String) throws -> Int {
        guard let number = Int(try entry.required(name)) else { throw UnreadableEntry(field: name) }
        return number
    }

    private func insert(_ table: String, _ values: [String: (any DatabaseValueConvertible)?]) throws {
        let names = values.keys.sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        try database.execute(
            sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
            arguments: StatementArguments(names.map { values[$0] ?? nil }))
    }
}
