import Glibc
import HarmonizedSystem
import OriginDetermination
import OriginModel

/// Makes the compact case of a good straight from its rows, without a dossier in between: an exact short cut of
/// `CasePreparation` for rows of the usual form. Whatever is unusual is left to the long way, which also finds the words
/// for what is wrong.
struct CompactRows: ~Copyable {
    private(set) var facts = CompactCase(units: [CompactUnit(
        fob: 1, weight: -1, readings: 0..<0, operations: .notStated, reaction: .notStated, whollyObtained: false,
        costs: -1, lines: 0..<0)])
    /// Of the rules in `facts`.
    private(set) var index = CompactRuleIndex()
    /// Where the rule of the good stands in `index`.
    private(set) var place = 0
    /// Six digits of the good.
    private(set) var code: UInt32 = 0
    private let hasEvidence: Bool
    /// Whether there are columns that are mostly left out or empty.
    private let hasSpecials: Bool
    /// Only where an importing Party is stated.
    private(set) var parties: (exporting: CountryCode, importing: CountryCode)?
    /// Where ids that do not ascend are held against each other.
    private var marks: [UInt64] = []

    init(_ materials: TableHeader) {
        hasEvidence = [MaterialColumn.evidenceType, .evidenceReference, .evidenceDate, .evidenceValidUntil].contains {
            materials.has($0.place)
        }
        hasSpecials = [MaterialColumn.role, .hsEdition, .currency, .producedGoodID].contains { materials.has($0.place) }
    }

    /// Whether the rows were of the usual form; `facts` is then their case.
    ///
    /// Column by column: what is done with a row does not wait then for what is done with the one before.
    /// - Parameter start: of the rows, which stand one after the other, each with its line break.
    mutating func read(
        _ good: borrowing Fields, _ start: UnsafePointer<UInt8>, count: Int, _ material: inout Fields, _ law: CompactLaw
    ) -> Bool {
        guard let exporting = readGood(good, law, lines: count), material.readLines(start, count: count) else { return false }
        makeRoom(count)
        let isUsual = facts.lines.withUnsafeMutableBufferPointer { all in
            let lines = UnsafeMutableBufferPointer(rebasing: all[..<count])
            return Self.readCodes(material, law.tables, into: lines) && Self.readStatuses(material, into: lines)
                && Self.readValues(material, into: lines) && Self.readWeights(material, into: lines)
                && (!hasSpecials || Self.readSpecials(material, good[GoodsColumn.currency.place], into: lines))
                && (!hasEvidence || Self.readEvidence(material, on: law.date, into: lines))
        }
        return isUsual && readCountries(material, count, exporting, law.tables) && readIDs(material, count)
    }

    /// Lines beyond those of the good are left over from others, and mean nothing.
    private mutating func makeRoom(_ count: Int) {
        while facts.lines.count < count { facts.lines.append(.blank(at: facts.lines.count)) }
    }

    // MARK: The good

    /// The exporting Party; nil where the row is unusual.
    private mutating func readGood(_ row: borrowing Fields, _ law: CompactLaw, lines: Int) -> UInt16? {
        guard row[GoodsColumn.goodID.place].isPlainID(slashAllowed: true),
            let code = row[GoodsColumn.hsCode.place].sixDigits,
            let place = index.place(of: code, in: law, addingTo: &facts.rules),
            law.isOfNewestEdition, Self.isUsualEdition(row[GoodsColumn.hsEdition.place]),
            let exporting = row[GoodsColumn.exportingParty.place].twoLetters, law.isPartyInForce(exporting),
            let fob = row[GoodsColumn.fob.place].amount(.money), fob > 0,
            Self.isCurrency(row[GoodsColumn.currency.place]),
            let weight = Self.weight(row[GoodsColumn.netWeight.place], .weight), weight != 0,
            let operations = Self.operations(row[GoodsColumn.minimalOnly.place]),
            let reaction = Self.reaction(row[GoodsColumn.chemicalReaction.place], law),
            let costs = Self.costs(row)
        else { return nil }
        let obtained = row[GoodsColumn.whollyObtained.place]
        guard obtained.isEmpty || obtained.count == 1 && obtained.start[0] &- 0x61 < 10,
            readImportingParty(row[GoodsColumn.importingParty.place], exporting, law),
            let readings = readings(row[GoodsColumn.ruleBranch.place], among: index.readings(at: place))
        else { return nil }
        (self.place, self.code) = (place, code)
        facts.units[0] = CompactUnit(
            fob: Int128(fob), weight: Int128(weight), readings: readings, operations: operations, reaction: reaction,
            whollyObtained: !obtained.isEmpty, costs: costs, lines: 0..<lines)
        return exporting
    }

    /// False where it is unusual.
    private mutating func readImportingParty(_ slot: Fields.Slot, _ exporting: UInt16, _ law: CompactLaw) -> Bool {
        parties = nil
        if slot.isEmpty { return true }
        guard let importing = slot.twoLetters, law.isPartyInForce(importing), importing != exporting else { return false }
        parties = (CountryCode(packed: exporting), CountryCode(packed: importing))
        return true
    }

    /// Every branch of the rule, or the one that is named; nil where it is unusual.
    private func readings(_ slot: Fields.Slot, among readings: Range<Int>) -> Range<Int>? {
        if slot.isEmpty { return readings }
        guard slot.count == 1, slot.start[0] &- 0x31 < 9 else { return nil }
        // A rule that is not split has no branches to choose from.
        guard readings.count > 1 else { return readings }
        return facts.rules.reading(ofBranch: Int(slot.start[0] - 0x30), among: readings).map { $0..<$0 + 1 }
    }

    // MARK: Columns of the materials; false where a field is unusual

    // Each has a loop of its own: one loop for all, given what to do with a field, costs a line 29 instructions more.

    private static func readCodes(
        _ material: borrowing Fields, _ tables: CompactTables, into lines: UnsafeMutableBufferPointer<CompactLine>
    ) -> Bool {
        let codes = material.column(MaterialColumn.hsCode.place)
        for row in lines.indices {
            guard let code = codes[row].sixDigits, tables.has(code) else { return false }
            lines[row].code = code
        }
        return true
    }

    private static func readStatuses(
        _ material: borrowing Fields, into lines: UnsafeMutableBufferPointer<CompactLine>
    ) -> Bool {
        let statuses = material.column(MaterialColumn.status.place)
        let words = StatusWords.all
        for row in lines.indices {
            guard let status = statuses[row].status(words) else { return false }
            lines[row].status = status
        }
        return true
    }

    private static func readValues(
        _ material: borrowing Fields, into lines: UnsafeMutableBufferPointer<CompactLine>
    ) -> Bool {
        let values = material.column(MaterialColumn.value.place)
        let scale = AmountScale.money
        for row in lines.indices {
            guard let value = values[row].amount(scale) else { return false }
            lines[row].value = Int128(value)
        }
        return true
    }

    private static func readWeights(
        _ material: borrowing Fields, into lines: UnsafeMutableBufferPointer<CompactLine>
    ) -> Bool {
        let weights = material.column(MaterialColumn.netWeight.place)
        let scale = AmountScale.weight
        for row in lines.indices {
            guard let weight = weight(weights[row], scale) else { return false }
            lines[row].weight = Int128(weight)
        }
        return true
    }

    /// Columns that are mostly left out or empty.
    private static func readSpecials(
        _ material: borrowing Fields, _ currency: Fields.Slot, into lines: UnsafeMutableBufferPointer<CompactLine>
    ) -> Bool {
        let roles = material.column(MaterialColumn.role.place)
        let currencies = material.column(MaterialColumn.currency.place)
        let editions = material.column(MaterialColumn.hsEdition.place)
        let produced = material.column(MaterialColumn.producedGoodID.place)
        for row in lines.indices {
            guard currencies[row].isEmpty || currencies[row].equals(currency), produced[row].isEmpty,
                isUsualEdition(editions[row]), let role = roles[row].role
            else { return false }
            lines[row].role = role
        }
        return true
    }

    private static func readEvidence(
        _ material: borrowing Fields, on day: CalendarDate, into lines: UnsafeMutableBufferPointer<CompactLine>
    ) -> Bool {
        let columns = EvidenceColumns(material)
        for row in lines.indices {
            guard let isValid = columns.isValid(inRow: row, on: day) else { return false }
            lines[row].evidenced = isValid
        }
        return true
    }

    /// What of it is asked depends on statuses, roles and evidence, which must have been read.
    private mutating func readCountries(
        _ material: borrowing Fields, _ count: Int, _ exporting: UInt16, _ tables: CompactTables
    ) -> Bool {
        let countries = material.column(MaterialColumn.country.place)
        let (anyCountry, party) = (CompactTables.country, CompactTables.party)
        var (usesOtherParties, restsOnClaims) = (false, false)
        let isUsual = facts.lines.withUnsafeMutableBufferPointer { lines in
            for row in 0..<count {
                // Where nothing is stated as where the exporting Party is. Which it is changes from row to row: no branch
                // is to depend on it.
                let stated = countries[row]
                let country = stated.isEmpty ? exporting : stated.twoBytes
                let isOriginating = lines[row].status == .originating && lines[row].role != .indirect
                guard tables.countries[Int(country)] >= (isOriginating ? party : anyCountry) else { return false }
                let isOtherParty = isOriginating && country != exporting
                lines[row].otherParty = isOtherParty
                usesOtherParties = usesOtherParties || isOtherParty
                restsOnClaims = restsOnClaims || isOriginating && !lines[row].evidenced
            }
            return true
        }
        facts.usesOtherParties = usesOtherParties
        facts.restsOnClaims = restsOnClaims
        return isUsual
    }

    private mutating func readIDs(_ material: borrowing Fields, _ count: Int) -> Bool {
        let ids = material.column(MaterialColumn.materialID.place)
        var isAscending = true
        var greatest: UInt64 = 0
        for row in 0..<count {
            let key = ids[row].shortPlainID
            guard key != 0 || ids[row].isPlainID(slashAllowed: false) else { return false }
            isAscending = isAscending && key > greatest
            greatest = key
        }
        return isAscending || areDifferent(ids, count)
    }

    /// Whether no two ids of the lines are the same; false also where that is only likely.
    private mutating func areDifferent(_ ids: Fields.Column, _ count: Int) -> Bool {
        var size = 64
        while size < count * 2 { size *= 2 }
        if marks.count < size { marks = [UInt64](repeating: 0, count: size) }
        return marks.withUnsafeMutableBufferPointer { marks in
            marks[..<size].update(repeating: 0)
            for index in 0..<count {
                let mark = max(ids[index].fingerprint, 1)
                var place = Int(truncatingIfNeeded: mark) & (size - 1)
                while marks[place] != 0 {
                    if marks[place] == mark { return false }
                    place = (place + 1) & (size - 1)
                }
                marks[place] = mark
            }
            return true
        }
    }

    // MARK: Fields

    @inline(always)
    private static func isUsualEdition(_ slot: Fields.Slot) -> Bool { slot.isEmpty || slot.equals("2022") }

    private static func isCurrency(_ slot: Fields.Slot) -> Bool {
        slot.count == 3 && slot.start[0] &- 0x41 < 26 && slot.start[1] &- 0x41 < 26 && slot.start[2] &- 0x41 < 26
    }

    /// -1 where none is stated.
    @inline(always)
    private static func weight(_ slot: Fields.Slot, _ scale: AmountScale) -> Int64? {
        slot.isEmpty ? -1 : slot.amount(scale)
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
            guard let amount = slot.amount(.money) else { return nil }
            sum = max(sum, 0) + Int128(amount)
        }
        return sum
    }
}

/// The columns that name evidence.
private struct EvidenceColumns {
    private let kind: Fields.Column
    private let reference: Fields.Column
    private let date: Fields.Column
    private let until: Fields.Column

    init(_ material: borrowing Fields) {
        kind = material.column(MaterialColumn.evidenceType.place)
        reference = material.column(MaterialColumn.evidenceReference.place)
        date = material.column(MaterialColumn.evidenceDate.place)
        until = material.column(MaterialColumn.evidenceValidUntil.place)
    }

    /// Whether valid evidence is named; nil where what is stated is unusual.
    func isValid(inRow row: Int, on day: CalendarDate) -> Bool? {
        let (kind, reference, date, until) = (kind[row], reference[row], date[row], until[row])
        if kind.isEmpty, reference.isEmpty, date.isEmpty, until.isEmpty { return false }
        guard kind.equals("certificateOfOrigin") || kind.equals("declarationOfOrigin")
            || kind.equals("supplierDeclaration") || kind.equals("producerRecords"),
            reference.isPlainID(slashAllowed: true), let begin = date.date
        else { return nil }
        if until.isEmpty { return true }
        guard let end = until.date, begin <= end else { return nil }
        return day <= end
    }
}

extension CompactLine {
    /// Stands where no line has been written yet: what most lines leave out.
    fileprivate static func blank(at place: Int) -> CompactLine {
        CompactLine(
            code: 0, status: .undetermined, role: .material, otherParty: false, evidenced: false, value: 0, weight: -1,
            end: place + 1)
    }
}

extension CompactTables {
    /// Whether there is a subheading of six digits.
    @inline(always)
    func has(_ code: UInt32) -> Bool {
        let place = code % 100
        return existing[Int(code / 100) * 2 + Int(place >> 6)] >> UInt64(place & 63) & 1 == 1
    }
}
