import Bilingual
import GRDB
import OriginModel

/// What a list of proofs is narrowed to.
public struct ProofFilter: Sendable, Hashable {
    /// All of them have to occur, in any case, in the number, a name, a description, a code, or the id of a good.
    public var words: [String]
    public var states: Set<ProofState>
    public var importingParty: CountryCode?
    public var exporter: String?
    /// Days of drafting, both included.
    public var from: CalendarDate?
    public var to: CalendarDate?

    public init(
        words: [String] = [], states: Set<ProofState> = [], importingParty: CountryCode? = nil, exporter: String? = nil,
        from: CalendarDate? = nil, to: CalendarDate? = nil
    ) {
        self.words = words
        self.states = states
        self.importingParty = importingParty
        self.exporter = exporter
        self.from = from
        self.to = to
    }
}

extension ProofRegister {
    /// The proofs a filter lets through, in the order they were drafted.
    public func proofs(_ filter: ProofFilter = ProofFilter()) throws(InputProblems) -> [RegisteredProof] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: """
                    SELECT * FROM proofs WHERE (? IS NULL OR importingParty = ?) AND (? IS NULL OR exporter = ?)
                        AND drafted >= ? AND drafted <= ? ORDER BY sequence
                    """, arguments: [
                        filter.importingParty?.description, filter.importingParty?.description, filter.exporter,
                        filter.exporter, filter.from?.description ?? "", filter.to?.description ?? "9999-99-99",
                    ])
            return try rows.map { try proof($0, database) }.filter { proof in
                (filter.states.isEmpty || filter.states.contains(proof.state)) && proof.mentions(filter.words)
            }
        }
    }

    public func proof(_ number: String) throws(InputProblems) -> RegisteredProof {
        try read { database in
            let row = try Row.fetchOne(database, sql: "SELECT * FROM proofs WHERE number = ?", arguments: [number])
            guard let row else { throw InputProblem.unknownNumber(path, number) }
            return try proof(row, database)
        }
    }

    /// The bytes of an attachment, checked against its digest.
    public func bytes(of kept: RegisteredProof.Kept) throws(InputProblems) -> [UInt8] {
        try read { database in
            let bytes = try bytes(kept.sha256, in: database)
            guard Digest.hexadecimal(bytes) == kept.sha256 else { throw InputProblem.missingBytes(path, kept.sha256) }
            return bytes
        }
    }

    /// Every refusal of the days, in the order they were recorded.
    public func refusals(from: CalendarDate? = nil, to: CalendarDate? = nil) throws(InputProblems) -> [RefusedDraft] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: """
                    SELECT refusals.*, entry FROM refusals JOIN log USING (sequence)
                    WHERE date >= ? AND date <= ? ORDER BY sequence
                    """, arguments: [from?.description ?? "", to?.description ?? "9999-99-99"])
            return try rows.map { row in
                guard let entry = LogEntry(text: row["entry"]) else { throw UnreadableEntry(field: "entry") }
                return RefusedDraft(
                    kind: try parsed(row["kind"]) { ProofKind(rawValue: $0) }, exporter: row["exporter"],
                    importingParty: try parsed(row["importingParty"]) { CountryCode($0) },
                    date: try parsed(row["date"]) { CalendarDate($0) }, by: row["by"],
                    goods: entry.groups("good").compactMap { $0[""] },
                    reasons: entry.groups("reason").map {
                        .init(code: $0[""] ?? "", article: $0["article"] ?? "", good: $0["good"])
                    })
            }
        }
    }

    private func proof(_ row: Row, _ database: Database) throws -> RegisteredProof {
        let number: String = row["number"]
        let changes = try Row.fetchAll(
            database, sql: "SELECT * FROM states WHERE number = ? ORDER BY sequence", arguments: [number])
        let history = try changes.map(change)
        guard let last = history.last, let lastRow = changes.last else { throw UnreadableEntry(field: "state") }
        return RegisteredProof(
            number: number, kind: try parsed(row["kind"]) { ProofKind(rawValue: $0) }, state: last.state,
            exporter: row["exporter"], exporterName: row["exporterName"], exportingParty: row["exportingParty"],
            importingParty: row["importingParty"], consignee: row["consignee"], authorisationCode: row["authorisation"],
            signatory: row["signatory"], drafted: try parsed(row["drafted"]) { CalendarDate($0) },
            signed: history.first { $0.state == .signed }?.date, sent: history.first { $0.state == .sent }?.date,
            validUntil: try parsed(lastRow["validUntil"]) { CalendarDate($0) },
            keepUntil: try parsed(lastRow["keepUntil"]) { CalendarDate($0) }, originalProof: row["original"],
            notBeyond: try (row["notBeyond"] as String?).map { text in try parsed(text) { CalendarDate($0) } },
            ruleSet: row["ruleSet"], ruleDigest: row["ruleDigest"], programVersion: row["program"],
            supersedes: row["supersedes"], supersededBy: history.last { $0.state == .superseded }?.other,
            goods: try goods(of: number, database), attachments: try kept(of: number, database), history: history)
    }

    private func change(_ row: Row) throws -> RegisteredProof.Change {
        .init(
            sequence: row["sequence"], state: try parsed(row["state"]) { ProofState(rawValue: $0) }, at: row["at"],
            by: row["by"], date: try parsed(row["date"]) { CalendarDate($0) }, why: row["why"], other: row["other"])
    }

    private func goods(of number: String, _ database: Database) throws -> [RegisteredGood] {
        try Row.fetchAll(database, sql: "SELECT * FROM goods WHERE number = ? ORDER BY item", arguments: [number]).map {
            row in
            RegisteredGood(
                item: row["item"], good: row["good"], description: row["description"], hsCode: row["hsCode"],
                criterion: row["criterion"], countryOfOrigin: row["countryOfOrigin"],
                quantity: Quantity(amount: try decimal(row["quantity"]), unit: row["unit"]),
                fob: try money(row["fob"], row["fobCurrency"]), dutySaved: try money(row["saved"], row["savedCurrency"]))
        }
    }

    private func kept(of number: String, _ database: Database) throws -> [RegisteredProof.Kept] {
        let rows = try Row.fetchAll(
            database, sql: """
                SELECT attachments.*, length(bytes) AS size FROM attachments JOIN blobs USING (sha256)
                WHERE number = ? ORDER BY position
                """, arguments: [number])
        return try rows.map { row in
            .init(
                role: try parsed(row["role"]) { Attachment.Role(rawValue: $0) }, name: row["name"],
                mediaType: row["mediaType"], byteCount: row["size"], sha256: row["sha256"])
        }
    }

    // MARK: Values

    func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

    private func money(_ amount: String?, _ currency: String?) throws -> Money? {
        guard let amount, let currency = currency.flatMap({ CurrencyCode($0) }) else { return nil }
        return Money(try decimal(amount), currency)
    }

    /// A value that was written by this program, so that anything else is damage.
    private func parsed<Value>(_ text: String, _ read: (String) -> Value?) throws -> Value {
        guard let value = read(text) else { throw UnreadableEntry(field: text) }
        return value
    }
}

extension RegisteredProof {
    fileprivate func mentions(_ words: [String]) -> Bool {
        guard !words.isEmpty else { return true }
        var texts = [number, exporter, exporterName, consignee ?? "", signatory ?? "", originalProof ?? ""]
        for good in goods { texts += [good.good, good.description, good.hsCode, good.dottedCode, good.criterion] }
        let all = texts.joined(separator: "\n").lowercased()
        return words.allSatisfy { all.contains($0.lowercased()) }
    }
}
