import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel

/// Reads the fields of a row as values; what is wrong goes to the faults.
struct RowReader {
    /// Of the columns of the table.
    let names: [String]
    private static let longestText = 4000
    private static let longestCode = 40
    private static let lastYear = 2100

    // MARK: A good

    /// The dossier without its materials; nil after faults that leave nothing to judge.
    func good(_ fields: borrowing Fields, _ faults: inout [RowFault]) -> Dossier? {
        func column(_ column: GoodsColumn) -> Int { column.place }
        let id = text(fields, column(.goodID), &faults)
        let code = code(fields, column(.hsCode), edition: column(.hsEdition), &faults)
        let exporting = required(fields, column(.exportingParty), .countryAllowed, &faults) { CountryCode($0) }
        let importing = optional(fields, column(.importingParty), .countryAllowed, &faults) { CountryCode($0) }
        let currency = required(fields, column(.currency), .currencyAllowed, &faults) { CurrencyCode($0) }
        let fob = number(fields, column(.fob), isRequired: true, positive: true, &faults)
        let weight = number(fields, column(.netWeight), isRequired: false, positive: true, &faults)
        let obtained = optional(
            fields, column(.whollyObtained), BilingualText(en: "a letter from a to j, or nothing", zh: "a至j的字母，或留空"), &faults
        ) { WhollyObtainedCategory(rawValue: $0) }
        let minimal = optional(fields, column(.minimalOnly), .yesOrNo, &faults) {
            $0 == "yes" ? true : $0 == "no" ? false : nil
        }
        let reaction = optional(fields, column(.chemicalReaction), .reactionAllowed, &faults) { text in
            text == "no" ? ChemicalReaction.absent
                : CountryCode(text).map { .stated(party: $0, description: names[column(.chemicalReaction)]) }
        }
        let branch = optional(fields, column(.ruleBranch), .branchAllowed, &faults) { text in
            Int(text).flatMap { (1...99).contains($0) ? $0 : nil }
        }
        let date = optional(fields, column(.date), .dateAllowed, &faults, Self.date)
        let costs = [GoodsColumn.directLabour, .directOverhead, .profit, .otherCost].map {
            number(fields, column($0), isRequired: false, positive: false, &faults)
        }
        guard let id, let code, let exporting, let currency, let fob, faults.isEmpty else { return nil }
        func money(_ amount: ExactDecimal?) -> Money? { amount.map { Money($0, currency) } }
        let hasCosts = costs.contains { $0 != nil }
        return Dossier(
            good: Good(
                id: id, description: id, hsCode: code, fob: Money(fob, currency), netWeightKg: weight, ruleBranch: branch),
            exportingParty: exporting, importingParty: importing, date: date,
            production: Production(
                whollyObtained: obtained, operations: minimal.map { [Operation(minimalOnly: $0)] } ?? [],
                chemicalReaction: reaction),
            costs: hasCosts
                ? Costs(
                    directLabour: money(costs[0]), directOverhead: money(costs[1]), profit: money(costs[2]),
                    other: money(costs[3])) : nil)
    }

    // MARK: A material

    /// Appends the material of a row, made where it is to lie; after faults nothing.
    func appendMaterial(
        _ fields: borrowing Fields, currency: CurrencyCode?, _ produced: ProducedGoods?, _ date: CalendarDate,
        to materials: inout [Material], _ faults: inout [RowFault]
    ) {
        func column(_ column: MaterialColumn) -> Int { column.place }
        let before = faults.count
        let id = materialID(fields, column(.materialID), &faults)
        let code = code(fields, column(.hsCode), edition: column(.hsEdition), &faults)
        let value = number(fields, column(.value), isRequired: true, positive: false, &faults)
        let own = optional(fields, column(.currency), .currencyAllowed, &faults) { CurrencyCode($0) }
        let role = fields[column(.role)].role
            ?? optional(fields, column(.role), Self.allowed(Material.Role.self), &faults) { Material.Role(rawValue: $0) }
        let weight = number(fields, column(.netWeight), isRequired: false, positive: false, &faults)
        var (status, country, evidence): (Material.Status?, CountryCode?, Evidence?) = (nil, nil, nil)
        if let produced, !fields[column(.producedGoodID)].isEmpty {
            // What the row says of these is not looked at: they follow from the good.
            if let source = produced.status(fields[column(.producedGoodID)], column(.producedGoodID), &faults) {
                if let code, !produced.agree(code, source.code) {
                    let id = fields[column(.producedGoodID)].text
                    faults.append(.producedOfOtherCode(column(.hsCode), id, source.code, found: code.text))
                }
                status = source.status
                if source.status == .originating { country = source.party }
                if source.isEvidenced {
                    evidence = Evidence(
                        kind: .producerRecords, reference: fields[column(.producedGoodID)].text, date: date)
                }
            }
        } else {
            country = fields[column(.country)].twoLetters.map(CountryCode.init(packed:))
                ?? optional(fields, column(.country), .countryAllowed, &faults) { CountryCode($0) }
            evidence = self.evidence(fields, &faults)
            status = fields[column(.status)].status(.all)
                ?? required(fields, column(.status), Self.allowed(Material.Status.self), &faults) {
                    Material.Status(rawValue: $0)
                }
        }
        guard let id, let code, let value, let status, let currency = own ?? currency, faults.count == before else {
            return
        }
        // Explanations name the good it is.
        let producedID = produced == nil ? "" : fields[column(.producedGoodID)].text
        materials.append(Material(
            id: id, description: producedID.isEmpty ? id : producedID, hsCode: code, value: Money(value, currency),
            status: status, country: country,
            evidence: evidence, role: role ?? .material, netWeightKg: weight))
    }

    // MARK: A good judged elsewhere

    /// nil after faults.
    func producedGood(
        _ fields: borrowing Fields, _ faults: inout [RowFault]
    ) -> (id: String, answer: ProducedGoods.Answer)? {
        func column(_ column: ProducedColumn) -> Int { column.place }
        // As it stands: it is only looked for.
        let id = required(fields, column(.goodID), .idAllowed, &faults) { $0 }
        // The rest of a good with errors may be what is wrong with it.
        let verdicts = [ProducedColumn.verdict, .verdictOnEvidence]
        if let id, verdicts.contains(where: { fields[column($0)].text == "error" }) { return (id, .faulty) }
        let code = code(fields, column(.hsCode), edition: column(.hsEdition), &faults)
        let party = required(fields, column(.exportingParty), .countryAllowed, &faults) { CountryCode($0) }
        let claimed = required(fields, column(.verdict), .verdictAllowed, &faults) { Verdict(rawValue: $0) }
        let onEvidence = required(fields, column(.verdictOnEvidence), .verdictAllowed, &faults) { Verdict(rawValue: $0) }
        if let claimed, onEvidence == .originating, claimed != .originating {
            faults.append(.moreOnEvidence(column(.verdictOnEvidence), onEvidence: .originating, claimed))
        }
        guard let id, let code, let party, let claimed, let onEvidence else { return nil }
        return (id, .determined(ProducedStatus(code, from: party, claimed, onEvidence: onEvidence)))
    }

    private static let evidenceColumns: [MaterialColumn] = [.evidenceType, .evidenceReference, .evidenceDate]

    private func evidence(_ fields: borrowing Fields, _ faults: inout [RowFault]) -> Evidence? {
        let columns = Self.evidenceColumns
        guard columns.contains(where: { !fields[$0.place].isEmpty })
            || !fields[MaterialColumn.evidenceValidUntil.place].isEmpty
        else { return nil }
        let kind = optional(fields, columns[0].place, Self.allowed(Evidence.Kind.self), &faults) {
            Evidence.Kind(rawValue: $0)
        }
        let reference = fields[columns[1].place].isEmpty ? nil : text(fields, columns[1].place, &faults)
        let date = optional(fields, columns[2].place, .dateAllowed, &faults, Self.date)
        let until = optional(fields, MaterialColumn.evidenceValidUntil.place, .dateAllowed, &faults, Self.date)
        let filled = columns.filter { !fields[$0.place].isEmpty }
        if filled.isEmpty, until == nil { return nil }
        for column in columns where fields[column.place].isEmpty {
            faults.append(.incompleteEvidence(column.place, column.rawValue))
        }
        if let date, let until, until < date {
            faults.append(.invertedDates(MaterialColumn.evidenceValidUntil.place, until, before: date))
        }
        guard let kind, let reference, let date else { return nil }
        return Evidence(kind: kind, reference: reference, date: date, validUntil: until)
    }

    // MARK: Values
    //
    // What has the usual form is read from its bytes; anything else the long way, which tells what is wrong with it.

    private func materialID(_ fields: borrowing Fields, _ column: Int, _ faults: inout [RowFault]) -> String? {
        if fields[column].isPlainID(slashAllowed: false) { return fields[column].text }
        let id = text(fields, column, &faults)
        if let id, id.utf8.contains(UInt8(ascii: "/")) { faults.append(.slash(column, id)) }
        return id
    }

    private func text(_ fields: borrowing Fields, _ column: Int, _ faults: inout [RowFault]) -> String? {
        let slot = fields[column]
        if slot.isPlainID(slashAllowed: true) { return slot.text }
        let text = slot.text
        // Most texts begin with a character that is seen not to be blank without looking it up.
        guard slot.bytes.contains(where: { (0x21..<0x7F).contains($0) })
            || !text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        else {
            faults.append(.empty(column, names[column]))
            return nil
        }
        guard Self.isPlain(slot), slot.count <= Self.longestText || text.unicodeScalars.count <= Self.longestText else {
            faults.append(.badText(column, names[column], text))
            return nil
        }
        return text
    }

    /// UTF-8 without control characters.
    static func isPlain(_ slot: Fields.Slot) -> Bool {
        var previous: UInt8 = 0
        var isASCII = true
        for byte in slot.bytes {
            if byte < 0x20 || byte == 0x7F || previous == 0xC2 && byte < 0xA0 { return false }
            if byte >= 0x80 { isASCII = false }
            previous = byte
        }
        return isASCII || String(validating: slot.bytes, as: UTF8.self) != nil
    }

    /// Whether an output gives a text back as it is.
    static func isPlainText(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0 != "\u{FFFD}" }
    }

    private func optional<Value>(
        _ fields: borrowing Fields, _ column: Int, _ allowed: @autoclosure () -> BilingualText,
        _ faults: inout [RowFault], _ read: (String) -> Value?
    ) -> Value? {
        guard !fields[column].isEmpty else { return nil }
        return required(fields, column, allowed(), &faults, read)
    }

    private func required<Value>(
        _ fields: borrowing Fields, _ column: Int, _ allowed: @autoclosure () -> BilingualText,
        _ faults: inout [RowFault], _ read: (String) -> Value?
    ) -> Value? {
        let slot = fields[column]
        guard !slot.isEmpty else {
            faults.append(.empty(column, names[column]))
            return nil
        }
        guard slot.count <= Self.longestText, let value = read(slot.text) else {
            faults.append(.badValue(column, names[column], slot.text, allowed: allowed()))
            return nil
        }
        return value
    }

    private func number(
        _ fields: borrowing Fields, _ column: Int, isRequired: Bool, positive: Bool, _ faults: inout [RowFault]
    ) -> ExactDecimal? {
        if !isRequired, fields[column].isEmpty { return nil }
        if let amount = fields[column].amount(.money), !positive || amount > 0 {
            return ExactDecimal(significand: Int128(amount), scale: AmountScale.money.decimals)
        }
        return required(fields, column, positive ? .positiveAllowed : .notNegativeAllowed, &faults) { text in
            // A spreadsheet writes 166666600000 as 1.66667E+11.
            guard text.utf8.count <= 80, !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }),
                let value = try? ExactDecimal(parsing: text), !value.isNegative
            else { return nil }
            return positive && value.isZero ? nil : value
        }
    }

    private func code(
        _ fields: borrowing Fields, _ column: Int, edition: Int, _ faults: inout [RowFault]
    ) -> StatedHSCode? {
        let edition = fields[edition].isEmpty
            ? HSEdition.hs2022
            : required(fields, edition, Self.allowed(HSEdition.self), &faults) { HSEdition(rawValue: $0) }
        let code = fields[column].sixDigits.map { HSCode(number: $0, level: .subheading) }
            ?? required(fields, column, .hsCodeAllowed, &faults) { text in
                text.utf8.count <= Self.longestCode ? HSCode(firstSixOf: text) : nil
            }
        guard let edition, let code else { return nil }
        return StatedHSCode(text: fields[column].text, subheading: code, edition: edition)
    }

    private static func date(_ text: String) -> CalendarDate? {
        CalendarDate(text).flatMap { $0.year <= lastYear ? $0 : nil }
    }

    private static func allowed<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> BilingualText
    where Value.RawValue == String {
        BilingualText(same: type.allCases.map(\.rawValue).joined(separator: ", "))
    }
}

extension Operation {
    /// What `minimal_only` says of all operations together: which they are it does not say.
    fileprivate init(minimalOnly: Bool) {
        self.init(description: "minimal_only=\(minimalOnly ? "yes" : "no")", minimal: minimalOnly ? .a : nil)
    }
}
