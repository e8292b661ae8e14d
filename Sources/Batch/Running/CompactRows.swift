import Glibc
import OriginDetermination
import OriginModel

/// Makes the compact case of a good straight from its rows, without a dossier in between: an exact short cut of
/// `CasePreparation` for rows of the usual form. Whatever is unusual is left to the long way, which also finds the words
/// for what is wrong.
struct CompactRows: ~Copyable {
    /// Amounts are whole numbers of 10^-4, weights of 10^-6 kg.
    private static let moneyDecimals = 4
    private static let weightDecimals = 6

    private(set) var facts = CompactCase(units: [CompactUnit(
        fob: 1, weight: -1, readings: [], operations: .notStated, reaction: .notStated, whollyObtained: false,
        costs: -1, lines: 0..<0)])
    /// Of the lines, for naming those that fail.
    private(set) var ids: [Fields.Slot] = []
    /// Where the rule of the good stands in the law.
    private(set) var place = 0
    private let hasEvidence: Bool
    private let hasProduced: Bool

    init(_ materials: TableHeader) {
        hasEvidence = [MaterialColumn.evidenceType, .evidenceReference, .evidenceDate, .evidenceValidUntil].contains {
            materials.has($0.place)
        }
        hasProduced = materials.has(MaterialColumn.producedGoodID.place)
    }

    /// Whether the rows were of the usual form; `facts` is then their case.
    mutating func read(
        _ good: borrowing Fields, _ rows: ArraySlice<Chunk.Row>, _ bytes: UnsafePointer<UInt8>,
        _ material: inout Fields, _ law: CompactLaw
    ) -> Bool {
        guard let exporting = readGood(good, law, lines: rows.count) else { return false }
        facts.lines.removeAll(keepingCapacity: true)
        facts.usesOtherParties = false
        ids.removeAll(keepingCapacity: true)
        let currency = good[GoodsColumn.currency.place]
        var isAscending = true
        for row in rows {
            guard !row.isQuoted else { return false }
            do throws(Fields.Fault) {
                try material.read(bytes + row.start, row.count, isQuoted: false)
            } catch {
                return false
            }
            let id = material[MaterialColumn.materialID.place]
            guard id.isPlainID(slashAllowed: false), append(material, exporting, currency, law) else { return false }
            if let last = ids.last, isAscending { isAscending = id.isAfter(last) }
            ids.append(id)
        }
        return isAscending || areDifferent
    }

    /// The exporting Party; nil where the row is unusual.
    private mutating func readGood(_ row: borrowing Fields, _ law: CompactLaw, lines: Int) -> UInt16? {
        guard row[GoodsColumn.goodID.place].isPlainID(slashAllowed: true),
            let code = row[GoodsColumn.hsCode.place].sixDigits, let place = law.place(of: code),
            Self.isUsualEdition(row[GoodsColumn.hsEdition.place], law),
            let exporting = row[GoodsColumn.exportingParty.place].twoLetters, law.isPartyInForce(exporting),
            row[GoodsColumn.importingParty.place].isEmpty, row[GoodsColumn.ruleBranch.place].isEmpty,
            let fob = row[GoodsColumn.fob.place].amount(decimals: Self.moneyDecimals), fob > 0,
            Self.isCurrency(row[GoodsColumn.currency.place]),
            let weight = Self.weight(row[GoodsColumn.netWeight.place]), weight != 0,
            let operations = Self.operations(row[GoodsColumn.minimalOnly.place]),
            let reaction = Self.reaction(row[GoodsColumn.chemicalReaction.place], law),
            let costs = Self.costs(row)
        else { return nil }
        let obtained = row[GoodsColumn.whollyObtained.place]
        guard obtained.isEmpty || obtained.count == 1 && obtained.start[0] &- 0x61 < 10 else { return nil }
        self.place = place
        facts.units[0].fob = Int128(fob)
        facts.units[0].weight = weight
        facts.units[0].readings = law.readings(at: place)
        facts.units[0].operations = operations
        facts.units[0].reaction = reaction
        facts.units[0].whollyObtained = !obtained.isEmpty
        facts.units[0].costs = costs
        facts.units[0].lines = 0..<lines
        return exporting
    }

    /// False where the row is unusual.
    private mutating func append(
        _ row: borrowing Fields, _ exporting: UInt16, _ currency: Fields.Slot, _ law: CompactLaw
    ) -> Bool {
        guard let code = row[MaterialColumn.hsCode.place].sixDigits, law.exists(code),
            let status = row[MaterialColumn.status.place].status,
            let value = row[MaterialColumn.value.place].amount(decimals: Self.moneyDecimals),
            let weight = Self.weight(row[MaterialColumn.netWeight.place]),
            let role = row[MaterialColumn.role.place].role,
            Self.isUsualEdition(row[MaterialColumn.hsEdition.place], law)
        else { return false }
        let own = row[MaterialColumn.currency.place]
        guard own.isEmpty || own.equals(currency), !hasProduced || row[MaterialColumn.producedGoodID.place].isEmpty else {
            return false
        }
        let stated = row[MaterialColumn.country.place]
        var otherParty = false
        if !stated.isEmpty {
            guard let country = stated.twoLetters else { return false }
            if status == .originating, role != .indirect {
                guard law.isPartyInForce(country) else { return false }
                otherParty = country != exporting
            }
        }
        var evidenced = false
        if hasEvidence {
            guard let answer = Self.evidence(row, law.date) else { return false }
            evidenced = answer
        }
        if otherParty { facts.usesOtherParties = true }
        facts.lines.append(CompactLine(
            code: code, status: status, role: role, otherParty: otherParty, evidenced: evidenced, value: Int128(value),
            weight: weight, end: facts.lines.count + 1))
        return true
    }

    /// Whether no two ids of the lines are the same; false also where that is only likely.
    private var areDifferent: Bool {
        var marks = Set<UInt64>(minimumCapacity: ids.count)
        for id in ids where !marks.insert(id.fingerprint).inserted { return false }
        return true
    }

    // MARK: Fields

    private static func isUsualEdition(_ slot: Fields.Slot, _ law: CompactLaw) -> Bool {
        law.isOfNewestEdition && (slot.isEmpty || slot.equals("2022"))
    }

    private static func isCurrency(_ slot: Fields.Slot) -> Bool {
        slot.count == 3 && slot.start[0] &- 0x41 < 26 && slot.start[1] &- 0x41 < 26 && slot.start[2] &- 0x41 < 26
    }

    /// -1 where none is stated.
    private static func weight(_ slot: Fields.Slot) -> Int128? {
        slot.isEmpty ? -1 : slot.amount(decimals: weightDecimals).map { Int128($0) }
    }

    private static func operations(_ slot: Fields.Slot) -> CompactUnit.Operations? {
        slot.isEmpty ? .notStated : slot.equals("no") ? .moreThanMinimal : slot.equals("yes") ? .allMinimal : nil
    }

    private static func reaction(_ slot: Fields.Slot, _ law: CompactLaw) -> CompactUnit.Reaction? {
        if slot.isEmpty { return .notStated }
        if slot.equals("no") { return .absent }
        return slot.twoLetters.flatMap { law.isPartyInForce($0) ? .inParty : nil }
    }

    /// -1 where none are stated.
    private static func costs(_ row: borrowing Fields) -> Int128? {
        var sum: Int128 = -1
        for column in [GoodsColumn.directLabour, .directOverhead, .profit, .otherCost].indices {
            let slot = row[GoodsColumn.directLabour.place + column]
            if slot.isEmpty { continue }
            guard let amount = slot.amount(decimals: moneyDecimals) else { return nil }
            sum = max(sum, 0) + Int128(amount)
        }
        return sum
    }

    /// Whether valid evidence is named; nil where what is stated is unusual.
    private static func evidence(_ row: borrowing Fields, _ day: CalendarDate) -> Bool? {
        let kind = row[MaterialColumn.evidenceType.place]
        let reference = row[MaterialColumn.evidenceReference.place]
        let date = row[MaterialColumn.evidenceDate.place]
        let until = row[MaterialColumn.evidenceValidUntil.place]
        if kind.isEmpty, reference.isEmpty, date.isEmpty, until.isEmpty { return false }
        guard kind.equals("certificateOfOrigin") || kind.equals("declarationOfOrigin")
            || kind.equals("supplierDeclaration") || kind.equals("producerRecords"),
            reference.isPlainID(slashAllowed: true), date.date != nil
        else { return nil }
        if until.isEmpty { return true }
        return until.date.map { day <= $0 }
    }
}
