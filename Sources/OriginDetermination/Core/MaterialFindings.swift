import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// What became of every line of the bill of materials.
struct MaterialFindings {
    private let prepared: PreparedCase
    /// The first tariff change of every reading of the rule that was looked at, with the good's code.
    private let changes: [(change: TariffChange, good: UInt32)]

    private init(_ prepared: PreparedCase, _ assessment: UnitAssessment) {
        self.prepared = prepared
        changes = assessment.readings.indices.compactMap { reading in
            prepared.firstChange(in: reading).map { ($0.change, prepared.unit.readings[reading].code.number) }
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
        return prepared.lines.enumerated().map { index, line in
            MaterialFinding(
                line, value: prepared.money(prepared.compact.lines[index].value),
                standing: standings[index], standingOnEvidence: standingsOnEvidence[index],
                countsInVNM: counted[index].map { $0.nonOriginating && $0.role != .shippingPackaging } ?? false,
                tariffChange: counted[index].flatMap(tariffChange), remarks: remarks(index, standings[index]))
        }
    }

    /// Whether the line underwent the first tariff change of every reading of the rule; undetermined where they differ,
    /// nil where the change is not asked of it.
    private func tariffChange(_ line: CountedLine) -> Outcome? {
        guard line.nonOriginating, line.role == .material else { return nil }
        var shared: Outcome?
        for (change, good) in changes {
            let outcome = ChangeInTariffClassification.outcome(
                change, of: prepared.compact.lines[line.index], to: good, prepared.compact)
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
    private func remarks(_ index: Int, _ standing: MaterialFinding.Standing) -> [BilingualText] {
        let line = prepared.lines[index]
        let facts = prepared.compact.lines[index]
        var remarks: [BilingualText] = []
        switch standing {
        case .undetermined: remarks.append(RegionalValueContent.undeterminedRemark)
        case .replacedByInputs: remarks.append(MaterialsUsedInProduction.replacedRemark)
        case .withinIntermediate: remarks.append(MaterialsUsedInProduction.withinRemark)
        case .indirect: remarks.append(IndirectMaterials.remark)
        case .ignored: remarks.append(Packaging.shippingRemark)
        case .originating where facts.unit >= 0: remarks.append(MaterialsUsedInProduction.wholeRemark)
        case .originating where facts.otherParty:
            remarks.append(Cumulation.remark(line.material.country, in: prepared.languages))
        case .originating, .nonOriginating: break
        }
        switch facts.role {
        case .retailPackaging: remarks.append(Packaging.retailRemark)
        case .accessory: remarks.append(Accessories.remark)
        case .material where line.material.role == .accessory: remarks.append(Accessories.ordinaryRemark)
        default: break
        }
        if let remark = evidenceRemark(line, facts) { remarks.append(remark) }
        addValueRemarks(line, facts, standing, to: &remarks)
        if let remark = codeRemark(line) { remarks.append(remark) }
        return remarks
    }

    private func evidenceRemark(_ line: PreparedLine, _ facts: CompactLine) -> BilingualText? {
        guard facts.status == .originating, facts.unit < 0, !facts.evidenced,
            facts.role != .indirect, facts.role != .shippingPackaging
        else { return nil }
        if let until = line.material.evidence?.validUntil {
            return BilingualText(en: "evidence ran out on \(until)", zh: "证明文件已于\(until)失效")
        }
        return BilingualText(en: "no evidence named", zh: "未注明证明文件")
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
