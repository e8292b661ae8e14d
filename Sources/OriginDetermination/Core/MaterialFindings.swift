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
        let lines = prepared.lines
        return lines.indices.map { index in
            // Not the line itself: a copy of it would count a reference for every text.
            let (level, place) = (lines[index].level, lines[index].index)
            return MaterialFinding(
                LineReference(lines, index), value: prepared.money(prepared.compact.lines[index].value),
                standing: standings[index], standingOnEvidence: standingsOnEvidence[index],
                countsInVNM: counted[index].map { $0.nonOriginating && $0.role != .shippingPackaging } ?? false,
                // Not `flatMap(tariffChange)`: that would hold on to all findings anew for every line.
                tariffChange: counted[index].flatMap { tariffChange($0) },
                remarks: remarks(level, place, index, standings[index]),
                isBoughtAsOriginating: level.isBoughtAsOriginating(place))
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
    /// - Parameters:
    ///   - place: of the material in its level.
    ///   - index: of its line.
    private func remarks(
        _ level: PreparedLevel, _ place: Int, _ index: Int, _ standing: MaterialFinding.Standing
    ) -> [BilingualText] {
        let facts = prepared.compact.lines[index]
        var remarks = standingRemarks(level.materials[place].country, facts, standing)
        switch facts.role {
        case .retailPackaging: remarks.append(Packaging.retailRemark)
        case .accessory: remarks.append(Accessories.remark)
        case .material where level.materials[place].role == .accessory: remarks.append(Accessories.ordinaryRemark)
        default: break
        }
        if lacksEvidence(facts) {
            let evidence = evidenceRemarks(level.materials[place].evidence?.validUntil)
            if remarks.isEmpty { remarks = evidence } else { remarks += evidence }
        }
        addValueRemarks(level.materials[place].value, facts, standing, to: &remarks)
        if level.materials[place].hsCode.edition != prepared.law.ruleSet.edition {
            remarks.append(codeRemark(prepared.lines[index]))
        }
        return remarks
    }

    private func standingRemarks(
        _ country: CountryCode?, _ facts: CompactLine, _ standing: MaterialFinding.Standing
    ) -> [BilingualText] {
        let usual = prepared.consulted.usualRemarks
        return switch standing {
        case .undetermined: usual.undetermined
        case .replacedByInputs: usual.replaced
        case .withinIntermediate: usual.within
        case .indirect: usual.indirect
        case .ignored: usual.ignored
        case .originating where facts.unit >= 0: usual.whole
        case .originating where facts.otherParty: [Cumulation.remark(country, in: prepared.languages)]
        case .originating, .nonOriginating: []
        }
    }

    private func lacksEvidence(_ facts: CompactLine) -> Bool {
        facts.status == .originating && facts.unit < 0 && !facts.evidenced && facts.role != .indirect
            && facts.role != .shippingPackaging
    }

    private func evidenceRemarks(_ until: CalendarDate?) -> [BilingualText] {
        guard let until else { return prepared.consulted.usualRemarks.noEvidence }
        return [BilingualText(en: "evidence ran out on \(until)", zh: "证明文件已于\(until)失效")]
    }

    private func addValueRemarks(
        _ value: Money, _ facts: CompactLine, _ standing: MaterialFinding.Standing, to remarks: inout [BilingualText]
    ) {
        if value.currency != prepared.scale.currency {
            remarks.append(BilingualText(en: "\(value) converted", zh: "由\(value)折算"))
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

    private func codeRemark(_ line: PreparedLine) -> BilingualText {
        let stated = line.material.hsCode
        let codes = line.codes.printed
        return BilingualText(
            en: "HS \(stated.edition.rawValue) \(stated.subheading.printed) is \(codes) in HS \(prepared.law.ruleSet.edition.rawValue)",
            zh: "HS \(stated.edition.rawValue)的\(stated.subheading.printed)在HS \(prepared.law.ruleSet.edition.rawValue)中为\(codes)")
    }
}

/// What most lines have to say is always the same, and so is the list of it.
struct UsualRemarks: Sendable {
    let undetermined = [RegionalValueContent.undeterminedRemark]
    let replaced = [MaterialsUsedInProduction.replacedRemark]
    let within = [MaterialsUsedInProduction.withinRemark]
    let indirect = [IndirectMaterials.remark]
    let ignored = [Packaging.shippingRemark]
    let whole = [MaterialsUsedInProduction.wholeRemark]
    let noEvidence = [BilingualText(en: "no evidence named", zh: "未注明证明文件")]
}

extension PreparedLevel {
    /// Whether a material is claimed to originate, by somebody else than the producer of the good.
    func isBoughtAsOriginating(_ place: Int) -> Bool {
        !materials[place].isSelfProduced && materials[place].status == .originating
            && materials[place].role != .indirect && materials[place].role != .shippingPackaging
    }
}
