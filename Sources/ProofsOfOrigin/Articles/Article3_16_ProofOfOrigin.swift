import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// Article 3.16: a proof may be completed of a good that originates on evidence, with nothing assumed and nothing
/// missing; each good of a proof in its own right.
struct DeterminedItem {
    let item: Shipment.Item
    let request: ProofRequest

    init(_ item: Shipment.Item, _ request: ProofRequest) {
        self.item = item
        self.request = request
    }

    /// - Throws: every reason against this good.
    func item(number: Int) throws(Refusals) -> ProofItem {
        guard let determination = request.determinations[item.good] else { throw Refusals([.noDossier(item.good)]) }
        var refusals = standing(determination) + route(determination)
        let code = collect(&refusals) { () throws(Refusals) in try annexCode(determination) }
        let origin = collect(&refusals) { () throws(Refusals) in try CountryOfOriginClaim(item, determination).stated() }
        let quantity = item.quantity ?? determination.good.quantity
        if quantity == nil { refusals.append(.noQuantity(item.good)) }
        let description = item.description ?? determination.good.description
        if !description.isInLatinLetters { refusals.append(.notEnglish(.descriptionRole, description, item: item.good)) }
        let fob = collect(&refusals) { () throws(Refusals) in try sentValue(determination) }
        guard refusals.isEmpty, let code, let origin, let quantity, let fob,
            let criterion = determination.criterionOnEvidence
        else {
            throw Refusals(refusals)
        }
        return ProofItem(
            number: number, good: item.good, marks: item.marks, packages: item.packages, description: description,
            hsCode: code, edition: request.edition, criterion: criterion,
            supplements: determination.supplementsOnEvidence, countryOfOrigin: origin, quantity: quantity,
            grossWeightKg: item.grossWeightKg, fob: criterion == .regionalValueContent ? fob : nil,
            producer: item.producer ?? .named(request.profile.exporter))
    }

    private func collect<Value>(
        _ refusals: inout [Refusal], _ body: () throws(Refusals) -> Value
    ) -> Value? {
        do throws(Refusals) {
            return try body()
        } catch {
            refusals += error.reasons
            return nil
        }
    }

    // MARK: Originating, nothing open

    private func standing(_ determination: Determination) -> [Refusal] {
        var refusals: [Refusal] = []
        if determination.date != request.date { refusals.append(.otherDay(item.good, determination.date, request.date)) }
        if determination.importingParty == nil { refusals.append(.noImportingParty(item.good)) }
        if determination.verdictOnEvidence != .originating {
            refusals.append(.notOnEvidence(item.good, determination.verdictOnEvidence, determination.verdict))
        }
        if determination.verdictOnEvidence == .originating, determination.criterionOnEvidence == nil {
            refusals.append(.criterionOpen(item.good))
        }
        refusals += determination.assumptions.map { .assumption(item.good, $0) }
        // What is missing for a verdict that is not given is said with the verdict.
        refusals += determination.missing.map { .missingFact(item.good, $0) }
        return refusals
    }

    /// Article 3.15, where a route is stated.
    private func route(_ determination: Determination) -> [Refusal] {
        switch determination.directConsignment {
        case .met, nil: []
        case .notMet: [.routeBroken(item.good)]
        case .undetermined: [.routeOpen(item.good)]
        }
    }

    /// Box 9: six digits, in the edition of Annex 3A.
    private func annexCode(_ determination: Determination) throws(Refusals) -> HSCode {
        let codes = determination.codesInRuleEdition
        guard determination.ruleSet.edition == request.edition else {
            throw Refusals([.otherEdition(item.good, determination.ruleSet.edition, request.edition)])
        }
        guard codes.count == 1 else { throw Refusals([.codeOpen(item.good, codes)]) }
        return codes[0]
    }

    /// The FOB of what is sent. The value in the dossier is of the dossier's quantity and stands for no other; and where
    /// the origin rests on it, what is sent may not be cheaper than what was determined.
    private func sentValue(_ determination: Determination) throws(Refusals) -> Money {
        let good = determination.good
        let isOfAllOfIt = item.quantity == nil || item.quantity == good.quantity
        guard let stated = item.fob else {
            let needsFOB = determination.criterionOnEvidence == .regionalValueContent
            guard !needsFOB || isOfAllOfIt else { throw Refusals([.fobMissing(item.good)]) }
            return good.fob
        }
        guard determination.originRestsOnValue(for: item.claim) else { return stated }
        let sent = UnitValue(fob: stated, quantity: isOfAllOfIt ? good.quantity : item.quantity)
        let determined = UnitValue(fob: good.fob, quantity: good.quantity)
        if isOfAllOfIt, stated == good.fob { return stated }
        guard let isLower = sent.isLower(than: determined) else {
            throw Refusals([.fobNotComparable(item.good, good)])
        }
        if isLower { throw Refusals([.fobLower(item.good, stated, good)]) }
        return stated
    }
}

extension Determination {
    /// Whether a lower FOB value could have given another answer: RVC, de minimis beside any criterion, and a country of
    /// origin that rests on domestic value addition (Article 2.6.3).
    fileprivate func originRestsOnValue(for claim: OriginClaim) -> Bool {
        if criterionOnEvidence == .regionalValueContent || supplementsOnEvidence.contains(.deMinimis) { return true }
        guard claim == .countryOfOrigin, let finding = countryOfOriginOnEvidence, finding.listing.isListed != false else {
            return false
        }
        return finding.ifListed?.basis == .additionalRequirement
    }
}

extension Refusal {
    fileprivate static func otherDay(_ item: String, _ determined: CalendarDate, _ day: CalendarDate) -> Refusal {
        Refusal(
            "determination.otherDay", article: "3.21", item: item,
            reason: BilingualText(
                en: "The good was determined on \(determined); the exporter has to hold the evidence on the day of the "
                    + "proof, \(day).",
                zh: "该货物按\(determined)判定，而出口商须在证明之日（\(day)）持有证明文件。"),
            cure: BilingualText(en: "Determine it on the day of the proof.", zh: "按证明日期重新判定。"))
    }

    fileprivate static func fobLower(_ item: String, _ stated: Money, _ good: Good) -> Refusal {
        Refusal(
            "fob.lower", article: "3.5", item: item,
            reason: BilingualText(
                en: "\(stated) for what is sent is less a unit than \(good.fob) of the dossier, on which the origin was "
                    + "determined.",
                zh: "所运货物离岸价格\(stated)折合的单价低于判定原产资格所依据的\(good.fob)。"),
            cure: BilingualText(
                en: "Determine the good with the FOB value it is sold at.", zh: "按实际离岸价格重新判定该货物。"))
    }

    fileprivate static func fobNotComparable(_ item: String, _ good: Good) -> Refusal {
        let unit = good.quantity?.unit ?? "?"
        return Refusal(
            "fob.notComparable", article: "3.5", item: item,
            reason: BilingualText(
                en: "The FOB value of what is sent cannot be compared with the one the origin was determined on: another "
                    + "currency, another unit, or no quantity in the dossier.",
                zh: "所运货物的离岸价格与判定所依据的离岸价格无法比较：币种或者计量单位不同，或者资料未填写数量。"),
            cure: BilingualText(
                en: "State it in \(good.fob.currency) and the quantity in the unit of the dossier (\(unit)).",
                zh: "以\(good.fob.currency)填写价格，并以资料所用计量单位（\(unit)）填写数量。"))
    }

    fileprivate static func noDossier(_ item: String) -> Refusal {
        Refusal(
            "dossier.missing", article: "3.16", item: item,
            reason: BilingualText(en: "No dossier was given for this good.", zh: "未提供该货物的原产地资料。"),
            cure: BilingualText(
                en: "Give a dossier whose good has this id.", zh: "提供货物编号（id）与之相同的原产地资料。"))
    }

    fileprivate static func noImportingParty(_ item: String) -> Refusal {
        Refusal(
            "importingParty.missing", article: "2.6", item: item,
            reason: BilingualText(
                en: "The dossier names no importing Party, so its RCEP country of origin is not determined.",
                zh: "原产地资料未填写进口缔约方，无法确定RCEP原产国。"),
            cure: BilingualText(en: "State importingParty in the dossier.", zh: "在资料中填写importingParty。"))
    }

    /// Each asks for something else: evidence, a fact, or another way to make the good.
    fileprivate static func notOnEvidence(_ item: String, _ verdict: Verdict, _ claimed: Verdict) -> Refusal {
        if claimed == .originating { return withoutEvidence(item, verdict) }
        return verdict == .notOriginating ? notOriginating(item) : undetermined(item)
    }

    private static func withoutEvidence(_ item: String, _ verdict: Verdict) -> Refusal {
        let evidence = verdict == .notOriginating
            ? BilingualText(en: "it does not originate", zh: "不具备原产资格")
            : BilingualText(en: "its origin is undetermined", zh: "原产资格无法确定")
        return Refusal(
            "verdict.notOnEvidence", article: "3.2", item: item,
            reason: BilingualText(
                en: "On the evidence at hand \(evidence.english), though it would on the claims made.",
                zh: "依据现有证明文件，该货物\(evidence.chinese)，虽然按申报情况具备原产资格。"),
            cure: BilingualText(
                en: "Obtain valid evidence for the materials that rcep check lists.", zh: "取得rcep check所列材料的有效证明文件。"))
    }

    private static func notOriginating(_ item: String) -> Refusal {
        Refusal(
            "verdict.notOriginating", article: "3.2", item: item,
            reason: BilingualText(
                en: "On the evidence at hand it does not originate.", zh: "依据现有证明文件，该货物不具备原产资格。"),
            cure: .seeCheck)
    }

    private static func undetermined(_ item: String) -> Refusal {
        Refusal(
            "verdict.undetermined", article: "3.2", item: item,
            reason: BilingualText(
                en: "On the evidence at hand its origin is undetermined.", zh: "依据现有证明文件，该货物原产资格无法确定。"),
            cure: .seeCheck)
    }

    fileprivate static func assumption(_ item: String, _ note: Note) -> Refusal {
        Refusal(
            "assumption.outstanding", article: note.code.hasPrefix("operations") ? "3.6" : "3.18", item: item,
            reason: BilingualText(
                en: "The determination rests on an assumption: \(note.message.english)",
                zh: "判定依据了假定：\(note.message.chinese)"),
            cure: .state(note))
    }

    fileprivate static func missingFact(_ item: String, _ note: Note) -> Refusal {
        Refusal(
            "fact.missing", article: "3.18", item: item,
            reason: BilingualText(
                en: "A fact is missing: \(note.message.english)", zh: "缺少事实：\(note.message.chinese)"),
            cure: .state(note))
    }

    fileprivate static func routeBroken(_ item: String) -> Refusal {
        Refusal(
            "route.broken", article: "3.15", item: item,
            reason: BilingualText(
                en: "The stated route breaks direct consignment.", zh: "所述运输路线不符合直接运输要求。"),
            cure: BilingualText(
                en: "Send the good directly, or under customs control with nothing but what Article 3.15 lets be done.",
                zh: "直接运输，或者在海关监管下经由他方且仅进行第三章第十五条允许的操作。"))
    }

    fileprivate static func routeOpen(_ item: String) -> Refusal {
        Refusal(
            "route.open", article: "3.15", item: item,
            reason: BilingualText(
                en: "It is not known whether the stated route keeps direct consignment.", zh: "无法确定所述运输路线是否符合直接运输要求。"),
            cure: BilingualText(
                en: "State customsControl and the operations of every place of the route.", zh: "填写途经各地的customsControl和operations。"))
    }

    fileprivate static func otherEdition(_ item: String, _ found: HSEdition, _ wanted: HSEdition) -> Refusal {
        Refusal(
            "hsCode.otherEdition", article: "Annex 3B", item: item,
            reason: BilingualText(
                en: "The good was determined with Annex 3A in HS \(found.rawValue); the annex in force is in HS \(wanted.rawValue).",
                zh: "该货物按协调制度\(found.rawValue)年版的附件3A判定，而现行附件为\(wanted.rawValue)年版。"),
            cure: BilingualText(en: "Determine it again on the day of the proof.", zh: "按证明日期重新判定。"))
    }

    fileprivate static func codeOpen(_ item: String, _ codes: [HSCode]) -> Refusal {
        let list = codes.map(\.printed)
        return Refusal(
            "hsCode.open", article: "Annex 3B", item: item,
            reason: BilingualText(
                en: "Its code in the edition of Annex 3A may be any of \(list.joined(separator: ", ")).",
                zh: "其在附件3A所用版本中的编码可能为\(list.joined(separator: "、"))。"),
            cure: BilingualText(
                en: "State the code of the good in that edition.", zh: "填写货物在该版本中的编码。"))
    }

    static func noQuantity(_ item: String) -> Refusal {
        Refusal(
            "quantity.missing", article: "Annex 3B", item: item,
            reason: BilingualText(en: "The quantity is not stated.", zh: "未填写数量。"),
            cure: BilingualText(en: "State quantity for the item.", zh: "填写该项货物的quantity。"))
    }

    static func fobMissing(_ item: String) -> Refusal {
        Refusal(
            "fob.missing", article: "Annex 3B, overleaf note 9", item: item,
            reason: BilingualText(
                en: "RVC is the criterion, so the FOB value of what is sent is stated; the one at hand is of another quantity.",
                zh: "以RVC为原产地标准时须填写所运货物的离岸价格；现有的离岸价格对应另一数量。"),
            cure: BilingualText(en: "State fob for the item.", zh: "填写该项货物的fob。"))
    }

    fileprivate static func criterionOpen(_ item: String) -> Refusal {
        Refusal(
            "criterion.open", article: "3.2", item: item,
            reason: BilingualText(
                en: "The good originates on every reading, but which criterion is to be stated is not settled.",
                zh: "该货物无论如何理解均具备原产资格，但应填写的原产地标准尚未确定。"),
            cure: BilingualText(en: "Name the branch of the rule (good.ruleBranch).", zh: "指明规则的分段（good.ruleBranch）。"))
    }
}

extension BilingualText {
    fileprivate static let seeCheck = BilingualText(
        en: "See rcep check for what would change it.", zh: "用rcep check查看可改变结论的因素。")

    fileprivate static func state(_ note: Note) -> BilingualText {
        note.place.map {
            BilingualText(en: "State the fact in the dossier at \($0).", zh: "在资料的\($0)处填写该事实。")
        } ?? BilingualText(en: "State the fact in the dossier.", zh: "在资料中填写该事实。")
    }
}
