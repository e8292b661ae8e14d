import GRDB
import Bilingual
import OriginModel

extension ProofRegister {
    /// Gives a draft its number and keeps it with everything it rests on, all or nothing.
    ///
    /// - Parameter content: makes what is to be kept, of the number, which the draft itself states. It runs while other
    ///   processes wait for their numbers; where it throws, nothing is kept and the number is not used up.
    /// - Throws: what `content` throws; a scheme that gives no number; a correction of a proof that cannot be corrected;
    ///   quantities beyond those of the original proof, counted with all that was drawn on it before (Article 3.19).
    public func issue(
        _ entry: NewProof, content: (_ number: String) throws(InputProblems) -> [Attachment]
    ) throws(InputProblems) -> IssuedProof {
        try write { database in
            guard !entry.goods.isEmpty else { throw InputProblem.noGoods(path) }
            if let old = entry.supersedes?.number {
                try checkCorrection(of: old, exporter: entry.exporter, on: entry.drafted, database)
            }
            if let original = entry.originalProof { try check(original, for: entry, database) }
            let (series, count, number) = try nextNumber(for: entry, database)
            let attachments = try content(number)
            var fields: [LogEntry.Field] = [
                .init("number", number), .init("series", series), .init("series.count", "\(count)"),
            ]
            fields += Self.fields(entry)
            for attachment in attachments {
                fields += Self.fields(attachment, digest: try keep(attachment.bytes, in: database))
            }
            let logged = try append(.issue, fields, to: database)
            return IssuedProof(number: number, sequence: logged.sequence, head: logged.digest)
        }
    }

    /// Sets how the numbers of an exporter are formed from now on; `*` stands for every exporter without its own.
    public func setNumbering(_ scheme: NumberScheme, exporter: String, by: String) throws(InputProblems) {
        try write { database in
            _ = try append(.numbering, [
                .init("exporter", exporter), .init("scheme", scheme.description), .init("by", by),
            ], to: database)
        }
    }

    public func numbering(exporter: String) throws(InputProblems) -> NumberScheme {
        try read { try scheme(of: exporter, $0) }
    }

    private func scheme(of exporter: String, _ database: Database) throws -> NumberScheme {
        let text = try String.fetchOne(
            database, sql: """
                SELECT scheme FROM numbering WHERE exporter IN (?, '*')
                ORDER BY exporter = '*', sequence DESC LIMIT 1
                """, arguments: [exporter])
        return text.flatMap { NumberScheme($0) } ?? .standard
    }

    private func nextNumber(
        for entry: NewProof, _ database: Database
    ) throws -> (series: String, count: Int, number: String) {
        let scheme = try scheme(of: entry.exporter, database)
        let series = scheme.series(exporter: entry.exporter, date: entry.drafted)
        let last = try Int.fetchOne(database, sql: "SELECT last FROM series WHERE name = ?", arguments: [series]) ?? 0
        guard let number = scheme.number(last + 1, exporter: entry.exporter, date: entry.drafted) else {
            throw InputProblem.noNumber(path, scheme, entry.exporter)
        }
        let isTaken = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM proofs WHERE number = ?)", arguments: [number]) ?? false
        guard !isTaken else { throw InputProblem.numberTaken(path, number) }
        return (series, last + 1, number)
    }

    // MARK: Original proofs

    /// What was drawn on an original proof by proofs that count: not by those that were superseded, nor by those
    /// withdrawn before they were sent. Whoever got a proof that was withdrawn later may have used it.
    /// - Parameter proof: a proof that is about to be superseded, and whose uses then count no longer.
    public func usesOfOriginalProof(
        number: String, besides proof: String? = nil
    ) throws(InputProblems) -> [OriginalProofUse] {
        try read { try uses(of: number, besides: proof, $0) }
    }

    private func uses(of original: String, besides proof: String? = nil, _ database: Database) throws -> [OriginalProofUse] {
        let rows = try Row.fetchAll(
            database, sql: """
                SELECT u.* FROM originalUses u
                WHERE original = ? AND u.number IS NOT ?
                    AND NOT EXISTS (SELECT 1 FROM states s WHERE s.number = u.number AND s.state = 'superseded')
                    AND (NOT EXISTS (SELECT 1 FROM states s WHERE s.number = u.number AND s.state = 'withdrawn')
                        OR EXISTS (SELECT 1 FROM states s WHERE s.number = u.number AND s.state = 'sent'))
                ORDER BY u.number, position
                """, arguments: [original, proof])
        return try rows.map { row in
            OriginalProofUse(
                proof: row["number"], item: row["item"],
                quantity: Quantity(amount: try decimal(row["quantity"]), unit: row["unit"]))
        }
    }

    private func check(_ drawing: OriginalProofDrawing, for entry: NewProof, _ database: Database) throws {
        guard entry.validUntil <= drawing.validUntil else {
            throw InputProblem.validBeyond(path, "\(entry.validUntil)", "\(drawing.validUntil)")
        }
        let uses = try uses(of: drawing.number, besides: entry.supersedes?.number, database)
        var drawn = uses.map { ($0.item, $0.quantity) }
        for item in drawing.items {
            let before = drawn.filter { $0.0 == item.item }.map(\.1)
            if let other = (before + [item.quantity]).first(where: { $0.unit != item.available.unit }) {
                throw InputProblem.otherUnit(
                    path, original: drawing.number, item: item.item, found: other.unit, unit: item.available.unit)
            }
            let used = try before.reduce(ExactDecimal.zero) { try sum($0, $1.amount) }
            guard try !(item.available.amount < sum(used, item.quantity.amount)) else {
                throw InputProblem.exceeded(
                    path, original: drawing.number, item: item.item, used: "\(used.description) \(item.quantity.unit)",
                    wanted: "\(item.quantity.amount.description) \(item.quantity.unit)",
                    available: "\(item.available.amount.description) \(item.available.unit)")
            }
            drawn.append((item.item, item.quantity))
        }
    }

    private func sum(_ left: ExactDecimal, _ right: ExactDecimal) throws -> ExactDecimal {
        let scale = max(left.scale, right.scale)
        guard let first = left.significand(atScale: scale), let second = right.significand(atScale: scale) else {
            throw InputProblem.unusable(path, UnreadableEntry(field: "quantity"))
        }
        return ExactDecimal(significand: first + second, scale: scale)
    }

    // MARK: Fields

    private static func fields(_ entry: NewProof) -> [LogEntry.Field] {
        var fields: [LogEntry.Field] = [
            .init("kind", entry.kind.rawValue), .init("by", entry.by), .init("date", "\(entry.drafted)"),
            .init("validUntil", "\(entry.validUntil)"), .init("keepUntil", "\(entry.keepUntil)"),
            .init("exporter", entry.exporter), .init("exporterName", entry.exporterName),
            .init("exportingParty", "\(entry.exportingParty)"), .init("importingParty", "\(entry.importingParty)"),
        ]
        fields.add("consignee", entry.consignee)
        fields.add("authorisation", entry.authorisationCode)
        fields.add("signatory", entry.signatory)
        fields += [
            .init("ruleSet", entry.ruleSet), .init("ruleDigest", entry.ruleDigest),
            .init("program", entry.programVersion),
        ]
        if let correction = entry.supersedes {
            fields += [.init("supersedes", correction.number), .init("why", correction.why)]
        }
        for good in entry.goods { fields += Self.fields(good) }
        guard let original = entry.originalProof else { return fields }
        fields += [.init("original", original.number), .init("original.validUntil", "\(original.validUntil)")]
        for item in original.items {
            fields += [
                .init("use", item.item), .init("use.quantity", item.quantity.amount.description),
                .init("use.unit", item.quantity.unit),
            ]
        }
        return fields
    }

    private static func fields(_ good: RegisteredGood) -> [LogEntry.Field] {
        var fields: [LogEntry.Field] = [
            .init("item", "\(good.item)"), .init("item.good", good.good), .init("item.description", good.description),
            .init("item.hsCode", good.hsCode), .init("item.criterion", good.criterion),
            .init("item.countryOfOrigin", good.countryOfOrigin),
            .init("item.quantity", good.quantity.amount.description), .init("item.unit", good.quantity.unit),
        ]
        fields.add("item.fob", good.fob?.amount.description)
        fields.add("item.fobCurrency", good.fob?.currency.description)
        fields.add("item.saved", good.dutySaved?.amount.description)
        fields.add("item.savedCurrency", good.dutySaved?.currency.description)
        return fields
    }

    private static func fields(_ attachment: Attachment, digest: String) -> [LogEntry.Field] {
        [
            .init("attachment", digest), .init("attachment.role", attachment.role.rawValue),
            .init("attachment.name", attachment.name), .init("attachment.type", attachment.mediaType),
        ]
    }
}

extension [LogEntry.Field] {
    mutating func add(_ name: String, _ value: String?) {
        if let value { append(.init(name, value)) }
    }
}
