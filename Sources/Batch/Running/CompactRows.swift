import Glibc
import HarmonizedSystem
import OriginDetermination
import OriginModel

/// Makes the compact case of a good straight from its rows, without a dossier in between: an exact short cut of
/// `CasePreparation` for rows of the usual form. Whatever is unusual is left to the long way, which also finds the words
/// for what is wrong.
struct CompactRows: ~Copyable {
    /// Amounts are whole numbers of 10^-4, weights of 10^-6 kg.
    static let moneyDecimals = 4
    private static let weightDecimals = 6

    private(set) var facts = CompactCase(units: [CompactUnit(
        fob: 1, weight: -1, readings: [], operations: .notStated, reaction: .notStated, whollyObtained: false,
        costs: -1, lines: 0..<0)])
    /// Where the rule of the good stands in the law.
    private(set) var place = 0
    private let hasEvidence: Bool
    /// Whether there are columns that are mostly left out or empty.
    private let hasSpecials: Bool
    /// Only where an importing Party is stated.
    private(set) var parties: (exporting: CountryCode, importing: CountryCode)?
    /// Countries of the lines, for such a good alone; 0 where none is stated.
    private var countries: [UInt16] = []
    /// Of the lines, for naming those that fail.
    private var ids: UnsafeMutablePointer<Fields.Slot>
    private var capacity = 64
    /// Where ids that do not ascend are held against each other.
    private var marks: [UInt64] = []

    init(_ materials: TableHeader) {
        hasEvidence = [MaterialColumn.evidenceType, .evidenceReference, .evidenceDate, .evidenceValidUntil].contains {
            materials.has($0.place)
        }
        hasSpecials = [MaterialColumn.role, .hsEdition, .currency, .producedGoodID].contains { materials.has($0.place) }
        ids = .allocate(capacity: capacity)
    }

    deinit { ids.deallocate() }

    /// Good until the next good is read.
    func id(ofLine line: Int) -> Fields.Slot { ids[line] }

    /// The country a line states.
    func country(ofLine line: Int) -> CountryCode? { countries[line] == 0 ? nil : CountryCode(packed: countries[line]) }

    /// Whether the rows were of the usual form; `facts` is then their case.
    /// - Parameter start: of the rows, which stand one after the other, each with its line break.
    mutating func read(
        _ good: borrowing Fields, _ start: UnsafePointer<UInt8>, count: Int, _ material: inout Fields, _ law: CompactLaw
    ) -> Bool {
        guard let exporting = readGood(good, law, lines: count) else { return false }
        makeRoom(count)
        let terms = Terms(
            exporting: exporting, currency: good[GoodsColumn.currency.place], tables: law.tables,
            isOfNewestEdition: law.isOfNewestEdition, date: law.date, hasEvidence: hasEvidence, hasSpecials: hasSpecials)
        var isAscending = true
        var greatest: UInt64 = 0
        var seen = Seen()
        let (ids, words) = (self.ids, StatusWords.all)
        let keepsCountries = parties != nil
        countries.removeAll(keepingCapacity: true)
        let isUsual = facts.lines.withUnsafeMutableBufferPointer { lines -> Bool in
            var row = start
            for index in 0..<count {
                guard let length = material.readLine(row) else { return false }
                row += length + 1
                let id = material[MaterialColumn.materialID.place]
                let key = id.shortPlainID
                guard key != 0 || id.isPlainID(slashAllowed: false),
                    Self.read(material, words, terms, end: index + 1, into: &lines[index], &seen)
                else { return false }
                ids[index] = id
                if keepsCountries { countries.append(material[MaterialColumn.country.place].twoLetters ?? 0) }
                isAscending = isAscending && key > greatest
                greatest = key
            }
            return true
        }
        facts.usesOtherParties = seen.otherParty
        facts.restsOnClaims = seen.claim
        return isUsual && (isAscending || areDifferent(count))
    }

    /// Lines and ids beyond those of the good are left over from others, and mean nothing.
    private mutating func makeRoom(_ count: Int) {
        while facts.lines.count < max(count, capacity) { facts.lines.append(.blank) }
        guard count > capacity else { return }
        ids.deallocate()
        capacity = count * 2
        ids = .allocate(capacity: capacity)
    }

    /// The exporting Party; nil where the row is unusual.
    private mutating func readGood(_ row: borrowing Fields, _ law: CompactLaw, lines: Int) -> UInt16? {
        guard row[GoodsColumn.goodID.place].isPlainID(slashAllowed: true),
            let code = row[GoodsColumn.hsCode.place].sixDigits, let place = law.place(of: code),
            Self.isUsualEdition(row[GoodsColumn.hsEdition.place], isNewest: law.isOfNewestEdition),
            let exporting = row[GoodsColumn.exportingParty.place].twoLetters, law.isPartyInForce(exporting),
            let fob = row[GoodsColumn.fob.place].amount(decimals: Self.moneyDecimals), fob > 0,
            Self.isCurrency(row[GoodsColumn.currency.place]),
            let weight = Self.weight(row[GoodsColumn.netWeight.place]), weight != 0,
            let operations = Self.operations(row[GoodsColumn.minimalOnly.place]),
            let reaction = Self.reaction(row[GoodsColumn.chemicalReaction.place], law),
            let costs = Self.costs(row)
        else { return nil }
        let obtained = row[GoodsColumn.whollyObtained.place]
        guard obtained.isEmpty || obtained.count == 1 && obtained.start[0] &- 0x61 < 10,
            readImportingParty(row[GoodsColumn.importingParty.place], exporting, law),
            readReadings(row[GoodsColumn.ruleBranch.place], law.readings(at: place))
        else { return nil }
        self.place = place
        facts.units[0].fob = Int128(fob)
        facts.units[0].weight = Int128(weight)
        facts.units[0].operations = operations
        facts.units[0].reaction = reaction
        facts.units[0].whollyObtained = !obtained.isEmpty
        facts.units[0].costs = costs
        facts.units[0].lines = 0..<lines
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

    /// Every branch of the rule, or the one that is named. False where it is unusual.
    private mutating func readReadings(_ slot: Fields.Slot, _ readings: [RuleReadingCase]) -> Bool {
        facts.units[0].readings = readings
        if slot.isEmpty { return true }
        guard slot.count == 1, slot.start[0] &- 0x31 < 9 else { return false }
        // A rule that is not split has no branches to choose from.
        guard readings.count > 1 else { return true }
        facts.units[0].readings = readings.filter { $0.branch == Int(slot.start[0] - 0x30) }
        return !facts.units[0].readings.isEmpty
    }

    /// What a line is read against.
    private struct Terms {
        let exporting: UInt16
        let currency: Fields.Slot
        let tables: CompactTables
        let isOfNewestEdition: Bool
        let date: CalendarDate
        let hasEvidence: Bool
        let hasSpecials: Bool
        /// Kinds of countries, kept here for being asked with every line.
        let (party, country) = (CompactTables.party, CompactTables.country)
    }

    /// What some line of the good is.
    private struct Seen {
        /// Originating in another Party.
        var otherParty = false
        /// Claimed to originate, without evidence.
        var claim = false
    }

    /// False where the row is unusual.
    @inline(always)
    private static func read(
        _ row: borrowing Fields, _ words: StatusWords, _ terms: Terms, end: Int, into line: inout CompactLine, _ seen: inout Seen
    ) -> Bool {
        guard let code = row[MaterialColumn.hsCode.place].sixDigits, terms.tables.has(code), terms.isOfNewestEdition,
            let status = row[MaterialColumn.status.place].status(words),
            let value = row[MaterialColumn.value.place].amount(decimals: moneyDecimals),
            let weight = weight(row[MaterialColumn.netWeight.place])
        else { return false }
        var role = Material.Role.material
        if terms.hasSpecials {
            guard let found = Self.role(row, terms) else { return false }
            role = found
        }
        // Where nothing is stated as where the exporting Party is. Which it is changes from row to row: no branch is to
        // depend on it.
        let stated = row[MaterialColumn.country.place]
        let country = stated.isEmpty ? terms.exporting : stated.twoBytes
        let isOriginating = status == .originating && role != .indirect
        let kind = terms.tables.countries[Int(country)]
        guard kind >= (isOriginating ? terms.party : terms.country) else { return false }
        let otherParty = isOriginating && country != terms.exporting
        var evidenced = false
        if terms.hasEvidence {
            guard let answer = evidence(row, terms.date) else { return false }
            evidenced = answer
        }
        seen.otherParty = seen.otherParty || otherParty
        seen.claim = seen.claim || isOriginating && !evidenced
        // The rest stays as in `blank`.
        line.code = code
        line.status = status
        line.role = role
        line.otherParty = otherParty
        line.evidenced = evidenced
        line.value = Int128(value)
        line.weight = Int128(weight)
        line.end = end
        return true
    }

    /// nil where something else that is stated is unusual.
    private static func role(_ row: borrowing Fields, _ terms: Terms) -> Material.Role? {
        let currency = row[MaterialColumn.currency.place]
        guard currency.isEmpty || currency.equals(terms.currency), row[MaterialColumn.producedGoodID.place].isEmpty,
            isUsualEdition(row[MaterialColumn.hsEdition.place], isNewest: terms.isOfNewestEdition)
        else { return nil }
        return row[MaterialColumn.role.place].role
    }

    /// Whether no two ids of the lines are the same; false also where that is only likely.
    private mutating func areDifferent(_ count: Int) -> Bool {
        var size = 64
        while size < count * 2 { size *= 2 }
        if marks.count < size { marks = [UInt64](repeating: 0, count: size) }
        let ids = self.ids
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
    private static func isUsualEdition(_ slot: Fields.Slot, isNewest: Bool) -> Bool {
        isNewest && (slot.isEmpty || slot.equals("2022"))
    }

    private static func isCurrency(_ slot: Fields.Slot) -> Bool {
        slot.count == 3 && slot.start[0] &- 0x41 < 26 && slot.start[1] &- 0x41 < 26 && slot.start[2] &- 0x41 < 26
    }

    /// -1 where none is stated.
    @inline(always)
    private static func weight(_ slot: Fields.Slot) -> Int64? {
        slot.isEmpty ? -1 : slot.amount(decimals: weightDecimals)
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

extension CompactLine {
    /// Stands where no line has been written yet.
    fileprivate static let blank = CompactLine(
        code: 0, status: .undetermined, role: .indirect, otherParty: false, evidenced: false, value: 0, weight: -1, end: 0)
}

extension CompactTables {
    /// Whether there is a subheading of six digits.
    @inline(always)
    func has(_ code: UInt32) -> Bool {
        let place = code % 100
        return existing[Int(code / 100) * 2 + Int(place >> 6)] >> UInt64(place & 63) & 1 == 1
    }
}
