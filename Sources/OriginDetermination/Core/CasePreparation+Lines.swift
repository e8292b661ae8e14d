import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

extension CasePreparation {
    /// Keeps the place of a unit whose lines are not known yet; returns its index.
    @discardableResult
    mutating func reserveUnit() -> Int {
        compact.units.append(CompactUnit(
            fob: 0, weight: -1, readings: [], operations: .notStated, reaction: .notStated, whollyObtained: false,
            costs: -1, lines: 0..<0))
        return compact.units.count - 1
    }

    mutating func goodUnit(codes: [HSCode], lines: Range<Int>) -> CompactUnit {
        let production = dossier.production
        let costs = costItems.map { units($0.0, place: $0.1) }
        return CompactUnit(
            fob: units(dossier.good.fob, place: "/good/fob"), weight: weight(dossier.good.netWeightKg),
            readings: readings(codes, branch: dossier.good.ruleBranch, place: "/good"),
            operations: CompactUnit.Operations(production.operations), reaction: reaction(production.chemicalReaction),
            whollyObtained: production.whollyObtained != nil,
            costs: dossier.costs == nil ? -1 : costs.reduce(0, +), lines: lines)
    }

    mutating func readings(_ codes: [HSCode], branch: Int?, place: String) -> [RuleReadingCase] {
        var readings: [RuleReadingCase] = []
        for code in codes {
            guard let rule = law.ruleSet.rule(for: code) else {
                problems.append(.noRule(code, law.ruleSet, place: "\(place)/hsCode"))
                continue
            }
            let chosen = rule.isSplit && branch != nil ? rule.branches.filter { $0.number == branch } : rule.branches
            if chosen.isEmpty { problems.append(.unknownBranch(branch ?? 0, rule, place: "\(place)/ruleBranch")) }
            if let branch, !rule.isSplit { warnings.append(.branchIgnored(branch, rule, place: "\(place)/ruleBranch")) }
            readings += chosen.map { RuleReadingCase(code: code, branch: $0.number, alternatives: $0.alternatives) }
        }
        return readings
    }

    func reaction(_ stated: ChemicalReaction?) -> CompactUnit.Reaction {
        switch stated {
        case nil: .notStated
        case .absent: .absent
        case .stated(let party, _): law.agreement.party(party) == nil ? .outsideParties : .inParty
        }
    }

    /// Appends the lines of a level with their inputs; returns the index after the last.
    mutating func appendMaterials(_ materials: [Material], path: String, place: String) -> Int {
        for index in materials.indices {
            let id = materials[index].id
            append(
                materials[index], in: materials, at: index, path: path.isEmpty ? id : path + id,
                place: ("\(place)/\(index)" as Sentence).text)
        }
        return compact.lines.count
    }

    /// - Parameter material: the one of the level at the index; it is large, and is not to be copied.
    mutating func append(
        _ material: borrowing Material, in level: [Material], at index: Int, path: String, place: String
    ) {
        let codes = candidates(material.hsCode, place: "\(place)/hsCode")
        if codes.count > 1 { compact.candidateLists.append(codes.map(\.number)) }
        // Packaging for shipment is ignored and indirect materials always originate: their inputs decide nothing.
        let isJudged = material.selfProduced != nil && material.role != .shippingPackaging && material.role != .indirect
        if !isJudged { checkOrigin(material, place: place) }
        noteRemarkableTerms(material, path: path, place: place)
        let position = compact.lines.count
        lines.append(PreparedLine(path: path, place: place, of: level, at: index, codes: codes))
        compact.lines.append(compactLine(material, codes: codes, place: place, isJudged: isJudged))
        if let intermediate = material.selfProduced {
            appendInputs(intermediate, of: material, at: position, path: path, place: place, isJudged: isJudged)
        }
        compact.lines[position].end = compact.lines.count
    }

    mutating func appendInputs(
        _ intermediate: SelfProduced, of material: borrowing Material, at position: Int, path: String, place: String, isJudged: Bool
    ) {
        let unit = reserveUnit()
        let end = appendMaterials(
            intermediate.materials, path: "\(path)/", place: "\(place)/selfProduced/materials")
        guard isJudged else { return }
        if intermediate.operations.isEmpty {
            assumptions.append(.intermediateOperationsNotStated(path, place: "\(place)/selfProduced/operations"))
        }
        if material.value.amount.isZero { problems.append(.intermediateWithoutValue(path, place: "\(place)/value")) }
        compact.lines[position].unit = unit
        compact.units[unit] = CompactUnit(
            fob: compact.lines[position].value, weight: compact.lines[position].weight,
            readings: readings(lines[position].codes, branch: nil, place: place),
            operations: CompactUnit.Operations(intermediate.operations),
            reaction: reaction(intermediate.chemicalReaction), whollyObtained: false, costs: -1,
            lines: position + 1..<end, line: position)
    }

    mutating func compactLine(
        _ material: borrowing Material, codes: [HSCode], place: String, isJudged: Bool
    ) -> CompactLine {
        let value = units(material.value, place: "\(place)/value")
        let otherParty =
            material.status == .originating && !isJudged && material.role != .indirect
            && material.country != nil && material.country != dossier.exportingParty
        if otherParty { compact.usesOtherParties = true }
        return CompactLine(
            code: codes.first?.number ?? 0, candidates: codes.count > 1 ? compact.candidateLists.count - 1 : -1,
            status: material.status, role: Accessories.role(of: material), otherParty: otherParty,
            evidenced: material.hasValidEvidence(on: date), activeIngredient: material.activeIngredient ?? false,
            value: value, deductions: deductions(material, of: value, place: place),
            weight: weight(material.netWeightKg), end: 0, unit: -1)
    }

    /// What is taken off with evidence (3.5.5).
    mutating func deductions(_ material: borrowing Material, of value: Int128, place: String) -> Int128 {
        var sum: Int128 = 0
        for (name, item) in material.deductionItems {
            let place = "\(place)/deductions/\(name)"
            if item.evidence.isEmpty {
                warnings.append(.deductionWithoutEvidence(item, place: place))
            } else {
                sum += units(item.value, place: place)
            }
        }
        if sum > value {
            problems.append(.deductionsExceedValue(copy material, place: "\(place)/deductions"))
        }
        return sum
    }

    /// The country of an originating material must be a Party for which the Agreement is in force.
    mutating func checkOrigin(_ material: borrowing Material, place: String) {
        guard material.status == .originating, material.role != .indirect else { return }
        guard let country = material.country else {
            if material.role != .shippingPackaging {
                assumptions.append(.countryAssumed(copy material, dossier.exportingParty, place: "\(place)/country"))
            }
            return
        }
        guard let party = law.agreement.party(country) else {
            problems.append(.originOfNonParty(country, place: "\(place)/country"))
            return
        }
        if date < party.inForce { problems.append(.notInForce(party, on: date, place: "\(place)/country")) }
    }

    mutating func noteRemarkableTerms(_ material: borrowing Material, path: String, place: String) {
        if material.role == .accessory, Accessories.role(of: material) == .material {
            warnings.append(Accessories.treatedAsMaterial(path, place: "\(place)/accessory"))
        }
        if material.role == .accessory, material.accessory == nil {
            assumptions.append(Accessories.termsAssumed(path, place: "\(place)/accessory"))
        }
        if let evidence = material.evidence, material.status == .originating, material.selfProduced == nil {
            if date < evidence.date { warnings.append(.evidenceInFuture(path, evidence, date, place: "\(place)/evidence/date")) }
        }
    }
}

extension CompactUnit.Operations {
    init(_ operations: [Operation]) {
        if operations.isEmpty {
            self = .notStated
        } else {
            self = operations.allSatisfy { $0.minimal != nil } ? .allMinimal : .moreThanMinimal
        }
    }
}

extension Material {
    /// The deductions that are stated, with their field names.
    var deductionItems: [(name: String, item: Deductions.Item)] {
        guard let deductions else { return [] }
        let items = [
            ("transport", deductions.transport), ("duties", deductions.duties), ("waste", deductions.waste),
        ]
        return items.compactMap { name, item in item.map { (name, $0) } }
    }
}
