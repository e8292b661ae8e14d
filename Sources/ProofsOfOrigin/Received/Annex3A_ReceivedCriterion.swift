import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// Article 3.2, Annex 3A and overleaf note 9: the criterion each good is said to meet, and whether its rule has it.
///
/// WO and PE are open to every good, whatever its rule (headnote 2). What the rule does not have cannot have been met, but
/// the mistake may be in the code as well as in the criterion: that is for a verification to find out.
struct ReceivedCriterion {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    func findings() -> [ProofFinding] {
        request.proof.items.enumerated().flatMap { index, item in
            criterion(item, index) + supplements(item, index) + value(item, index)
        }
    }

    /// Where only one branch of a split rule has the criterion, the goods must be those its condition names.
    func notes() -> [Note] {
        request.proof.items.enumerated().compactMap { index, item in
            guard let stated = Stated(item.criterion)?.criterion, let rule = rule(item), rule.isSplit else { return nil }
            let having = rule.branches.filter { Self.has(stated, $0) }
            guard !having.isEmpty, having.count < rule.branches.count else { return nil }
            return .onlyInBranch(stated, having.compactMap(request.law.ruleSet.condition), index, item)
        }
    }

    // MARK: The criterion

    /// A criterion as it is written, and what is meant by it.
    private struct Stated {
        let criterion: Criterion
        /// Whether it is written as box 10 has it.
        let isExact: Bool

        /// nil where no criterion is meant.
        init?(_ written: String?) {
            guard let written else { return nil }
            if let criterion = Criterion(rawValue: written) {
                self.init(criterion, isExact: true)
                return
            }
            let letters = written.uppercased().filter { $0.isLetter }
            switch letters {
            // The symbols of the annex, in place of those of box 10.
            case "CC", "CTH", "CTSH": self.init(.changeInTariffClassification, isExact: false)
            default:
                guard let criterion = Criterion(rawValue: letters) else { return nil }
                self.init(criterion, isExact: false)
            }
        }

        private init(_ criterion: Criterion, isExact: Bool) {
            self.criterion = criterion
            self.isExact = isExact
        }
    }

    private func criterion(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        let place = ProofPlace.item(index, item, "criterion")
        guard let written = item.criterion else {
            return item.supplements.isEmpty ? [.missing("criterion.missing", .doubt, at: place, .criterion)] : []
        }
        if Supplement(rawValue: written) != nil { return [.supplementAlone([written], at: place)] }
        guard let stated = Stated(written) else { return [.unknown(written, at: place)] }
        var findings = stated.isExact ? [] : [ProofFinding.otherSymbol(written, stated.criterion, at: place)]
        if let rule = rule(item), !rule.branches.contains(where: { Self.has(stated.criterion, $0) }) {
            findings.append(.notInRule(stated.criterion, rule, at: place))
        }
        return findings
    }

    private func rule(_ item: ReceivedProof.Item) -> ProductSpecificRule? {
        request.annexCode(item).flatMap(request.law.ruleSet.rule)
    }

    private static func has(_ criterion: Criterion, _ branch: RuleBranch) -> Bool {
        switch criterion {
        case .whollyObtained, .producedExclusively: true
        default: branch.alternatives.contains { $0.criterion == criterion }
        }
    }

    // MARK: ACU and DMI

    private func supplements(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        guard !item.supplements.isEmpty else { return [] }
        let place = ProofPlace.item(index, item, "supplements")
        guard let written = item.criterion else { return [.supplementAlone(item.supplements, at: place)] }
        let unknown = item.supplements.filter { Supplement(rawValue: $0) == nil }
        var findings = unknown.map { ProofFinding.unknownSupplement($0, at: place) }
        guard let criterion = Stated(written)?.criterion else { return findings }
        let supplements = item.supplements.compactMap(Supplement.init)
        if supplements.contains(.deMinimis), criterion != .changeInTariffClassification {
            findings.append(.deMinimisBeside(criterion, at: place))
        }
        if supplements.contains(.cumulation), criterion == .whollyObtained { findings.append(.cumulationBeside(at: place)) }
        return findings
    }

    // MARK: FOB

    private func value(_ item: ReceivedProof.Item, _ index: Int) -> [ProofFinding] {
        guard let criterion = Stated(item.criterion)?.criterion else { return [] }
        let place = ProofPlace.item(index, item, "fob")
        guard criterion == .regionalValueContent else {
            return item.fob == nil ? [] : [.needlessValue(item, criterion, at: place)]
        }
        guard let amount = item.fob?.amount else {
            return [.missing("fob.missing", .doubt, article: "Annex 3B, overleaf note 9", at: place, .fob)]
        }
        if amount.isNegative || amount.isZero { return [.noValue(amount, at: place)] }
        return item.fob?.unit == nil
            ? [.missing("fob.currencyMissing", .doubt, article: "Annex 3B, overleaf note 9", at: place, .currency)] : []
    }
}

extension BilingualText {
    fileprivate static let criterion = BilingualText(en: "the origin conferring criterion", zh: "原产地标准")
    fileprivate static let fob = BilingualText(
        en: "the FOB value, which the criterion RVC asks for", zh: "RVC标准应填写的离岸价格")
    fileprivate static let currency = BilingualText(en: "the currency of the FOB value", zh: "离岸价格的币种")
    fileprivate static let criteria = BilingualText(same: Criterion.allCases.map(\.rawValue).joined(separator: ", "))
}

extension ProofFinding {
    fileprivate static func unknown(_ written: String, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "criterion.unknown", .doubt, article: "3.2, box 10", at: place,
            BilingualText(en: "This is no criterion of box 10.", zh: "这不是第10栏规定的原产地标准。"), found: written,
            expected: .criteria)
    }

    fileprivate static func otherSymbol(_ written: String, _ read: Criterion, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "criterion.otherSymbol", .minorDiscrepancy, article: "3.2, box 10", at: place,
            BilingualText(
                en: "The criterion is written otherwise than box 10 asks; it is read as \(read.rawValue).",
                zh: "原产地标准的写法与第10栏要求不符，按\(read.rawValue)处理。"),
            found: written, expected: BilingualText(same: read.rawValue))
    }

    fileprivate static func notInRule(
        _ criterion: Criterion, _ rule: ProductSpecificRule, at place: ProofPlace
    ) -> ProofFinding {
        ProofFinding(
            "criterion.notInRule", .doubt, article: "3.2, 3A \(rule.code.printed)", at: place,
            BilingualText(
                en: "The rule of the code has no alternative of this kind, so the good cannot have met it.",
                zh: "该编码的产品特定原产地规则不含此标准，货物不可能据此取得原产资格。"),
            found: criterion.rawValue,
            expected: BilingualText(
                en: "WO, PE, or what the rule of \(rule.code.printed) has: \(rule.text)",
                zh: "WO、PE，或者\(rule.code.printed)的规则所列标准：\(rule.text)"))
    }

    fileprivate static func supplementAlone(_ written: [String], at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "criterion.supplementAlone", .doubt, article: "3.4, 3.7, box 10", at: place,
            BilingualText(
                en: "ACU and DMI stand beside a criterion, never alone.", zh: "ACU和DMI须与一项原产地标准同时填写，不得单独填写。"),
            found: written.joined(separator: " "),
            expected: BilingualText(en: "\(BilingualText.criteria.english), with it", zh: "同时填写\(BilingualText.criteria.chinese)之一"))
    }

    fileprivate static func unknownSupplement(_ written: String, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "supplement.unknown", .minorDiscrepancy, article: "3.4, 3.7, box 10", at: place,
            BilingualText(en: "This stands beside no criterion of box 10.", zh: "第10栏没有这种补充标准。"), found: written,
            expected: BilingualText(same: Supplement.allCases.map(\.rawValue).joined(separator: ", ")))
    }

    fileprivate static func deMinimisBeside(_ criterion: Criterion, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "supplement.deMinimis", .doubt, article: "3.7", at: place,
            BilingualText(
                en: "De minimis helps a change in tariff classification only, and cannot stand beside \(criterion.rawValue).",
                zh: "微小含量仅适用于税则归类改变标准，不能与\(criterion.rawValue)同时填写。"),
            found: "\(criterion.rawValue) DMI", expected: BilingualText(en: "CTC DMI, or no DMI", zh: "CTC DMI，或者不填DMI"))
    }

    fileprivate static func cumulationBeside(at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "supplement.cumulation", .doubt, article: "3.3, 3.4", at: place,
            BilingualText(
                en: "A good that is wholly obtained in one Party holds no materials of another, so there is nothing to cumulate.",
                zh: "在一缔约方完全获得的货物不含其他缔约方的材料，不存在累积。"),
            found: "WO ACU", expected: BilingualText(en: "WO, or PE ACU", zh: "WO，或者PE ACU"))
    }

    fileprivate static func needlessValue(
        _ item: ReceivedProof.Item, _ criterion: Criterion, at place: ProofPlace
    ) -> ProofFinding {
        let amount = item.fob?.amount?.description ?? ""
        return ProofFinding(
            "fob.needless", .minorDiscrepancy, article: "Annex 3B, overleaf note 9", at: place,
            BilingualText(
                en: "The FOB value is stated though the criterion is not RVC.", zh: "原产地标准不是RVC，却填写了离岸价格。"),
            found: [item.fob?.unit, amount].compactMap { $0 }.joined(separator: " "),
            expected: BilingualText(en: "nothing beside \(criterion.rawValue)", zh: "\(criterion.rawValue)标准下不填写"))
    }

    fileprivate static func noValue(_ amount: ExactDecimal, at place: ProofPlace) -> ProofFinding {
        ProofFinding(
            "fob.notPositive", .doubt, article: "Annex 3B, overleaf note 9", at: place,
            BilingualText(en: "The FOB value is not more than zero.", zh: "离岸价格不大于零。"), found: "\(amount)",
            expected: BilingualText(en: "more than zero", zh: "大于零的数"))
    }
}

extension Note {
    fileprivate static func onlyInBranch(
        _ criterion: Criterion, _ conditions: [BilingualText], _ index: Int, _ item: ReceivedProof.Item
    ) -> Note {
        let place = ProofPlace.item(index, item, "criterion")
        return Note(
            code: "criterion.onlyInBranch",
            message: BilingualText(
                en: "Item \(place.item ?? ""): the rule is split, and \(criterion.rawValue) is open only \(conditions.map(\.english).joined(separator: "; ")). "
                    + "See that the good is one of these.",
                zh: "第\(place.item ?? "")项：该规则分段，仅下列货物可适用\(criterion.rawValue)：\(conditions.map(\.chinese).joined(separator: "；"))。请核对货物是否属于此类。"),
            place: place.pointer)
    }
}
