import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// What became of every line of the bill of materials.
struct MaterialFindings {
    private let prepared: PreparedCase
    /// The first tariff change of every reading of the rule that was looked at.
    private let changes: [CompactRules.Alternative]

    private init(_ prepared: PreparedCase, _ assessment: UnitAssessment) {
        self.prepared = prepared
        changes = assessment.readings.indices.compactMap { reading in
            prepared.firstChange(in: reading).map { prepared.alternative($0, ofReading: reading, prepared.unit) }
        }
    }

    /// Line by line.
    static func findings(
        _ prepared: PreparedCase, claimed: UnitAssessment, onEvidence: UnitAssessment
    ) -> [MaterialFinding] {
        MaterialFindings(prepared, claimed).findings(claimed, onEvidence)
    }

    private func findings(_ claimed: UnitAssessment, _ onEvidence: UnitAssessment) -> [MaterialFinding] {
        let standings = standings(claimed, .claimed)
        let standingsOnEvidence = self.standings(onEvidence, .onEvidence)
        var counted = [CountedLine?](repeating: nil, count: prepared.lines.count)
        for line in claimed.counted { counted[line.index] = line }
        return prepared.lines.indices.map { index in
            let line = prepared.lines[index]
            return MaterialFinding(
                LineReference(prepared.lines, index), value: prepared.money(prepared.compact.lines[index].value),
                standing: standings[index], standingOnEvidence: standingsOnEvidence[index],
                countsInVNM: counted[index].map { $0.nonOriginating && $0.role != .shippingPackaging } ?? false,
                tariffChange: counted[index].flatMap(tariffChange),
                remarks: remarks(line, prepared.compact.lines[index], standings[index]),
                isBoughtAsOriginating: line.isBoughtAsOriginating)
        }
    }

    /// Whether the line underwent the first tariff change of every reading of the rule; undetermined where they differ,
    /// nil where the change is not asked of it.
    private func tariffChange(_ line: CountedLine) -> Outcome? {
        guard line.nonOriginating, line.role == .material else { return nil }
        var shared: Outcome?
        for change in changes {
            let outcome = ChangeInTariffClassification.outcome(
                change, of: prepared.compact.lines[line.index], prepared.compact)
            if let shared, shared != outcome { return .undetermined }
            shared = outcome
        }
        return shared
    }

    private func standings(_ assessment: UnitAssessment, _ stance: Stance) -> [MaterialFinding.Standing] {
        let lines = prepared.compact.lines
        var standings = lines.map { bought($0, stance) }
        // What packing for shipment or an indirect material is made of decides nothing; the outermost is marked last.
        for (index, line) in lines.enumerated().reversed() where line.role == .shippingPackaging || line.role == .indirect {
            for input in index + 1..<max(line.end, index + 1) {
                standings[input] = line.role == .indirect ? .withinIntermediate : .ignored
            }
        }
        func mark(_ intermediates: [IntermediateAssessment]) {
            for intermediate in intermediates {
                standings[intermediate.line] = intermediate.standsWhole ? .originating : .replacedByInputs
                if intermediate.standsWhole {
                    for input in intermediate.line + 1..<lines[intermediate.line].end {
                        standings[input] = .withinIntermediate
                    }
                } else {
                    mark(intermediate.assessment.intermediates)
                }
            }
        }
        mark(assessment.intermediates)
        return standings
    }

    private func bought(_ line: CompactLine, _ stance: Stance) -> MaterialFinding.Standing {
        switch line.role {
        case .indirect: return .indirect
        case .shippingPackaging: return .ignored
        case .material, .accessory, .retailPackaging: break
        }
        guard line.isNonOriginating(stance) else { return .originating }
        return line.status == .nonOriginating ? .nonOriginating : .undetermined
    }
}

// MARK: - Remarks

extension MaterialFindings {
    private func remarks(
        _ line: PreparedLine, _ facts: CompactLine, _ standing: MaterialFinding.Standing
    ) -> [BilingualText] {
        var remarks = standingRemarks(line, facts, standing)
        switch facts.role {
        case .retailPackaging: remarks.append(Packaging.retailRemark)
        case .accessory: remarks.append(Accessories.remark)
        case .material where line.material.role == .accessory: remarks.append(Accessories.ordinaryRemark)
        default: break
        }
        let evidence = evidenceRemarks(line, facts)
        if remarks.isEmpty { remarks = evidence } else { remarks += evidence }
        addValueRemarks(line, facts, standing, to: &remarks)
        if let remark = codeRemark(line) { remarks.append(remark) }
        return remarks
    }

    /// What most lines have to say is always the same, and so is the list of it.
    private static let (undetermined, replaced, within, indirect, ignored, whole, noEvidence) = (
        [RegionalValueContent.undeterminedRemark], [MaterialsUsedInProduction.replacedRemark],
        [MaterialsUsedInProduction.withinRemark], [IndirectMaterials.remark], [Packaging.shippingRemark],
        [MaterialsUsedInProduction.wholeRemark], [BilingualText(en: "no evidence named", zh: "未注明证明文件")]
    )

    private func standingRemarks(
        _ line: PreparedLine, _ facts: CompactLine, _ standing: MaterialFinding.Standing
    ) -> [BilingualText] {
        switch standing {
        case .undetermined: Self.undetermined
        case .replacedByInputs: Self.replaced
        case .withinIntermediate: Self.within
        case .indirect: Self.indirect
        case .ignored: Self.ignored
        case .originating where facts.unit >= 0: Self.whole
        case .originating where facts.otherParty: [Cumulation.remark(line.material.country, in: prepared.languages)]
        case .originating, .nonOriginating: []
        }
    }

    private func evidenceRemarks(_ line: PreparedLine, _ facts: CompactLine) -> [BilingualText] {
        guard facts.status == .originating, facts.unit < 0, !facts.evidenced,
            facts.role != .indirect, facts.role != .shippingPackaging
        else { return [] }
        if let until = line.material.evidence?.validUntil {
            return [BilingualText(en: "evidence ran out on \(until)", zh: "证明文件已于\(until)失效")]
        }
        return Self.noEvidence
    }

    private func addValueRemarks(
        _ line: PreparedLine, _ facts: CompactLine, _ standing: MaterialFinding.Standing,
        to remarks: inout [BilingualText]
    ) {
        if line.material.value.currency != prepared.scale.currency {
            remarks.append(BilingualText(
                en: "\(line.material.value) converted", zh: "由\(line.material.value)折算"))
        }
        if facts.deductions > 0, standing == .originating || standing == .indirect {
            remarks.append(BilingualText(
                en: "deductions concern non-originating materials only (3.5.5): not applied", zh: "扣减仅适用于非原产材料（3.5.5）：不予适用"))
        } else if facts.deductions > 0 {
            let deducted = prepared.money(facts.deductions)
            remarks.append(BilingualText(
                en: "\(deducted) deducted for RVC (3.5.5)", zh: "计算区域价值成分时扣减\(deducted)（3.5.5）"))
        }
    }

    private func codeRemark(_ line: PreparedLine) -> BilingualText? {
        guard line.material.hsCode.edition != prepared.law.ruleSet.edition else { return nil }
        let stated = line.material.hsCode
        let codes = line.codes.printed
        return BilingualText(
            en: "HS \(stated.edition.rawValue) \(stated.subheading.printed) is \(codes) in HS \(prepared.law.ruleSet.edition.rawValue)",
            zh: "HS \(stated.edition.rawValue)的\(stated.subheading.printed)在HS \(prepared.law.ruleSet.edition.rawValue)中为\(codes)")
    }
}

extension PreparedLine {
    /// Claimed to originate, by somebody else than the producer of the good.
    var isBoughtAsOriginating: Bool {
        material.selfProduced == nil && material.status == .originating && material.role != .indirect
            && material.role != .shippingPackaging
    }
}
