import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Article 3.19: a proof of an intermediate Party for goods that came there under a proof of another Party.
struct BackToBackProof {
    let original: OriginalProof
    let request: ProofRequest

    init(_ original: OriginalProof, _ request: ProofRequest) {
        self.original = original
        self.request = request
    }

    /// The last day of the original, beyond which no proof made on it may reach.
    var lastDay: CalendarDate {
        original.validUntil ?? request.requirements.validity.lastDay(from: original.issued)
    }

    /// Box 14: what the original says.
    var remark: String {
        let sent = Set(request.shipment.items.map(\.good))
        let origins = Set(original.items.filter { sent.contains($0.id) }.map(\.countryOfOrigin)).sorted().map { "\($0)" }.joined(separator: ", ")
        let code = original.authorisationCode.map { ", approved exporter \($0)" } ?? ""
        return "Back-to-back: original proof \(original.number) of \(original.issued), first exporting Party "
            + "\(original.exportingParty), RCEP country of origin \(origins)\(code)"
    }

    func refusals() -> [Refusal] {
        var refusals: [Refusal] = []
        if request.date < original.issued { refusals.append(.notYetIssued(original)) }
        if lastDay < request.date { refusals.append(.originalExpired(original, lastDay)) }
        if original.exportingParty == request.exportingParty { refusals.append(.notIntermediate(original)) }
        if original.operations.contains(.other) { refusals.append(.otherOperations) }
        if original.kind == .declarationOfOrigin, original.authorisationCode == nil {
            refusals.append(.noAuthorisationCode(original))
        }
        return refusals + unknownUses() + quantities()
    }

    // MARK: Quantities

    /// A use under a name the original does not have would be left out of the sums.
    private func unknownUses() -> [Refusal] {
        let known = Set(original.items.map(\.id))
        return original.uses.filter { !known.contains($0.item) }.map { .useOfNoSuchItem($0, original) }
    }

    /// Of each item of the original: what was sent on before and what is to be sent now, never above it.
    private func quantities() -> [Refusal] {
        original.items.flatMap { item -> [Refusal] in
            let now = request.shipment.items.filter { $0.good == item.id }.compactMap(\.quantity)
            guard !now.isEmpty else { return [] }
            let before = original.uses.filter { $0.item == item.id }.map(\.quantity)
            let others = (before + now).filter { $0.unit != item.quantity.unit }
            if let other = others.first { return [.otherUnit(item, other.unit)] }
            guard let sum = Self.sum((before + now).map(\.amount)), sum <= item.quantity.amount else {
                return [.tooMuch(item, before: Self.sum(before.map(\.amount)), now: Self.sum(now.map(\.amount)))]
            }
            return []
        }
    }

    /// nil where the numbers are too large to add.
    private static func sum(_ amounts: [ExactDecimal]) -> ExactDecimal? {
        let scale = amounts.map(\.scale).max() ?? 0
        var total: Int128 = 0
        for amount in amounts {
            guard let units = amount.significand(atScale: scale) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(units)
            guard !overflow else { return nil }
            total = sum
        }
        return ExactDecimal(significand: total, scale: scale)
    }

    // MARK: Items

    /// The item as the original states it, in the quantity that is sent on.
    func item(_ item: Shipment.Item, number: Int) throws(Refusals) -> ProofItem {
        guard let source = original.items.first(where: { $0.id == item.good }) else {
            throw Refusals([.notInOriginal(item.good, original)])
        }
        var refusals: [Refusal] = []
        if item.quantity == nil { refusals.append(.noQuantity(item.good)) }
        let description = item.description ?? source.description
        if !description.isInLatinLetters { refusals.append(.notEnglish(.descriptionRole, description, item: item.good)) }
        if item.claim != .countryOfOrigin { refusals.append(.claimOnOriginal(item.good)) }
        if !isAnnexCode(source.hsCode) { refusals.append(.notAnnexCode(item.good, source.hsCode, request.edition)) }
        let needsFOB = source.criterion == .regionalValueContent
        let fob = item.fob ?? (item.quantity == source.quantity ? source.fob : nil)
        if needsFOB, fob == nil { refusals.append(.fobMissing(item.good)) }
        guard refusals.isEmpty, let quantity = item.quantity else { throw Refusals(refusals) }
        return ProofItem(
            number: number, good: item.good, marks: item.marks, packages: item.packages, description: description,
            hsCode: source.hsCode, edition: request.edition, criterion: source.criterion,
            supplements: source.supplements, countryOfOrigin: StatedCountryOfOrigin(party: source.countryOfOrigin),
            quantity: quantity, grossWeightKg: item.grossWeightKg, fob: needsFOB ? fob : nil, producer: item.producer)
    }
}

extension BackToBackProof {
    /// Whether the code exists in the edition of Annex 3A (box 9).
    fileprivate func isAnnexCode(_ code: HSCode) -> Bool {
        request.law.nomenclatures[request.edition]?.contains(code) ?? false
    }
}

extension Refusal {
    fileprivate static func notAnnexCode(_ item: String, _ code: HSCode, _ edition: HSEdition) -> Refusal {
        Refusal(
            "hsCode.notInAnnex", article: "Annex 3B", item: item,
            reason: BilingualText(
                en: "\(code.printed) does not exist in HS \(edition.rawValue), the edition of Annex 3A.",
                zh: "附件3A所用的协调制度\(edition.rawValue)年版中没有\(code.printed)。"),
            cure: BilingualText(
                en: "State the code of the good in that edition.", zh: "填写货物在该版本中的编码。"))
    }

    fileprivate static func notYetIssued(_ original: OriginalProof) -> Refusal {
        Refusal(
            "original.inFuture", article: "3.19",
            reason: BilingualText(
                en: "The original proof \(original.number) is dated \(original.issued), after the day of the proof made on it.",
                zh: "原始原产地证明\(original.number)的日期\(original.issued)晚于背对背证明的日期。"),
            cure: BilingualText(en: "Correct the date.", zh: "更正日期。"))
    }

    fileprivate static func originalExpired(_ original: OriginalProof, _ last: CalendarDate) -> Refusal {
        Refusal(
            "original.expired", article: "3.19",
            reason: BilingualText(
                en: "The original proof \(original.number) was valid until \(last).", zh: "原始原产地证明\(original.number)有效期至\(last)。"),
            cure: BilingualText(
                en: "None: a back-to-back proof needs a valid original.", zh: "无法补救：背对背原产地证明须以有效的原始证明为依据。"))
    }

    fileprivate static func notIntermediate(_ original: OriginalProof) -> Refusal {
        Refusal(
            "original.sameParty", article: "3.19",
            reason: BilingualText(
                en: "The original proof is of \(original.exportingParty) itself, from where the goods are sent now.",
                zh: "原始原产地证明即由\(original.exportingParty)出具，而货物亦自该方运出。"),
            cure: BilingualText(
                en: "A back-to-back proof is issued in an intermediate Party.", zh: "背对背原产地证明由中间缔约方出具。"))
    }

    fileprivate static let otherOperations = Refusal(
        "original.operations", article: "3.19",
        reason: BilingualText(
            en: "More was done with the goods than repacking, logistics, splitting, labelling the law asks for, or "
                + "preservation.",
            zh: "货物所经操作超出再包装、物流、拆分、法律要求的加贴标签或者保存。"),
        cure: BilingualText(
            en: "None: determine the good anew in the intermediate Party.", zh: "无法补救：应在中间缔约方重新判定货物的原产资格。"))

    fileprivate static func noAuthorisationCode(_ original: OriginalProof) -> Refusal {
        Refusal(
            "original.authorisationCode", article: "3.19",
            reason: BilingualText(
                en: "The original \(original.number) is a declaration, and the code of its approved exporter is not stated.",
                zh: "原始证明\(original.number)为原产地声明，但未填写其经核准出口商编码。"),
            cure: BilingualText(en: "State authorisationCode of the original.", zh: "填写原始证明的authorisationCode。"))
    }

    fileprivate static func otherUnit(_ item: OriginalProof.Item, _ unit: String) -> Refusal {
        Refusal(
            "original.otherUnit", article: "3.19", item: item.id,
            reason: BilingualText(
                en: "The original counts in \(item.quantity.unit), but a quantity is given in \(unit); they cannot be added up.",
                zh: "原始证明以\(item.quantity.unit)计量，而所填数量以\(unit)计量，无法相加。"),
            cure: BilingualText(
                en: "State every quantity in \(item.quantity.unit).", zh: "全部数量均以\(item.quantity.unit)填写。"))
    }

    fileprivate static func tooMuch(
        _ item: OriginalProof.Item, before: ExactDecimal?, now: ExactDecimal?
    ) -> Refusal {
        let unit = item.quantity.unit
        let (sent, asked) = (before.map { "\($0)" } ?? "?", now.map { "\($0)" } ?? "?")
        return Refusal(
            "original.quantity", article: "3.19", item: item.id,
            reason: BilingualText(
                en: "The original covers \(item.quantity.amount) \(unit); \(sent) \(unit) were sent on before and \(asked) "
                    + "\(unit) are asked for, which is more.",
                zh: "原始证明涵盖\(item.quantity.amount)\(unit)，此前已转运\(sent)\(unit)，本次申请\(asked)\(unit)，合计超出。"),
            cure: BilingualText(en: "Send on no more than is left.", zh: "数量不得超过剩余数量。"))
    }

    fileprivate static func useOfNoSuchItem(_ use: OriginalProof.Use, _ original: OriginalProof) -> Refusal {
        Refusal(
            "original.useOfNoSuchItem", article: "3.19", item: use.item,
            reason: BilingualText(
                en: "Proof \(use.proof) sent on \(use.quantity.amount) \(use.quantity.unit) of \(use.item), but the original "
                    + "\(original.number) is stated without an item of that name, so nothing could be added up.",
                zh: "证明\(use.proof)已转运\(use.item)\(use.quantity.amount)\(use.quantity.unit)，而所填原始证明\(original.number)中没有该项货物，无法累计数量。"),
            cure: BilingualText(
                en: "State every item of the original, each under the name it had before; or correct the use.",
                zh: "列明原始证明的全部货物项并沿用此前的编号；或者更正使用记录。"))
    }

    fileprivate static func notInOriginal(_ item: String, _ original: OriginalProof) -> Refusal {
        let list = original.items.map(\.id)
        return Refusal(
            "original.noSuchItem", article: "3.19", item: item,
            reason: BilingualText(
                en: "The original proof \(original.number) has no such item.", zh: "原始原产地证明\(original.number)中没有该项货物。"),
            cure: BilingualText(
                en: "Name one of: \(list.joined(separator: ", ")).", zh: "填写下列之一：\(list.joined(separator: "、"))。"))
    }

    fileprivate static func claimOnOriginal(_ item: String) -> Refusal {
        Refusal(
            "original.claim", article: "3.19", item: item,
            reason: BilingualText(
                en: "A back-to-back proof carries the country of origin of the original, without a claim of its own.",
                zh: "背对背原产地证明沿用原始证明的RCEP原产国，不得另行主张。"),
            cure: BilingualText(en: "Leave claim out.", zh: "删除claim。"))
    }
}
