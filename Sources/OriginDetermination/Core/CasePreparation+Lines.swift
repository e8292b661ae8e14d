import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

extension CasePreparation {
    /// Keeps the place of a unit whose lines are not known yet; returns its index.
    @discardableResult
    mutating func reserveUnit() -> Int {
        compact.units.append(CompactUnit(
            fob: 0, weight: -1, readings: 0..<0, operations: .notStated, reaction: .notStated, whollyObtained: false,
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

    /// Notes the readings of the rule of a unit; returns where they stand.
    mutating func readings(_ codes: [HSCode], branch: Int?, place: String) -> Range<Int> {
        let first = readings.count
        for code in codes {
            guard let rule = consulted.rule(for: code) else {
                problems.append(.noRule(code, law.ruleSet, place: "\(place)/hsCode"))
                continue
            }
            let chosen = rule.isSplit && branch != nil ? rule.branches.filter { $0.number == branch } : rule.branches
            if chosen.isEmpty { problems.append(.unknownBranch(branch ?? 0, rule, place: "\(place)/ruleBranch")) }
            if let branch, !rule.isSplit { warnings.append(.branchIgnored(branch, rule, place: "\(place)/ruleBranch")) }
            readings += chosen.map { RuleReadingCase(code: code, branch: $0.number, alternatives: $0.alternatives) }
        }
        return compact.rules.add(readings[first...])
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
        let level = PreparedLevel(materials, place: place)
        for index in materials.indices {
            let id = materials[index].id
            append(level, index, path.isEmpty ? id : path + id)
        }
        return compact.lines.count
    }

    /// The line of a level at a place. A material is large: it is not handed on, but looked at where it lies.
    mutating func append(_ level: PreparedLevel, _ index: Int, _ path: String) {
        let codes = possibleCodes(
            level.materials[index].hsCode.subheading, level.materials[index].hsCode.edition,
            stated: level.materials[index].hsCode,
            place: "\(LinePlace(level: level.place, index: index))/hsCode")
        if level.materials[index].hsCode.text.utf8.count > 8 {
            checkForLostZero(
                level.materials[index].hsCode, place: "\(LinePlace(level: level.place, index: index))/hsCode")
        }
        if codes.count > 1 { compact.candidateLists.append(codes.map(\.number)) }
        let line = PreparedLine(path: path, level: level, index: index, codes: codes)
        if !line.isJudged { checkOrigin(line) }
        noteRemarkableTerms(line)
        let position = compact.lines.count
        compact.lines.append(compactLine(line))
        let isSelfProduced = level.materials[index].isSelfProduced
        lines.append(consume line)
        if isSelfProduced { appendInputs(of: lines[position], at: position) }
        compact.lines[position].end = compact.lines.count
    }

    private mutating func appendInputs(of line: PreparedLine, at position: Int) {
        guard let intermediate = line.material.selfProduced else { return }
        let unit = reserveUnit()
        let (path, place) = (line.path, line.place)
        let end = appendMaterials(
            intermediate.materials, path: "\(path)/", place: "\(place)/selfProduced/materials")
        guard line.isJudged else { return }
        if intermediate.operations.isEmpty {
            assumptions.append(.intermediateOperationsNotStated(path, place: "\(place)/selfProduced/operations"))
        }
        if line.material.value.amount.isZero {
            problems.append(.intermediateWithoutValue(path, place: "\(place)/value"))
        }
        compact.lines[position].unit = unit
        compact.units[unit] = CompactUnit(
            fob: compact.lines[position].value, weight: compact.lines[position].weight,
            readings: readings(Array(line.codes), branch: nil, place: "\(place)"),
            operations: CompactUnit.Operations(intermediate.operations),
            reaction: reaction(intermediate.chemicalReaction), whollyObtained: false, costs: -1,
            lines: position + 1..<end, line: position)
    }

    mutating func compactLine(_ line: PreparedLine) -> CompactLine {
        let value = units(line.material.value, place: "\(line.place)/value")
        let role = line.material.role
        let country = line.material.country
        let otherParty =
            line.material.status == .originating && !line.isJudged && role != .indirect
            && country != nil && country != dossier.exportingParty
        if otherParty { compact.usesOtherParties = true }
        return CompactLine(
            code: line.codes.first?.number ?? 0,
            candidates: line.codes.count > 1 ? compact.candidateLists.count - 1 : -1,
            status: line.material.status, role: Accessories.role(role, line.material.accessory),
            otherParty: otherParty, evidenced: Evidence.isValid(line.material.evidence, on: date),
            activeIngredient: line.material.activeIngredient ?? false, value: value,
            deductions: line.material.hasDeductions ? deductions(line, of: value) : 0,
            weight: weight(line.material.netWeightKg), end: 0, unit: -1)
    }

    /// What is taken off with evidence (3.5.5).
    mutating func deductions(_ line: PreparedLine, of value: Int128) -> Int128 {
        var sum: Int128 = 0
        for (name, item) in line.material.deductionItems {
            let place = "\(line.place)/deductions/\(name)"
            if item.evidence.isEmpty {
                warnings.append(.deductionWithoutEvidence(item, place: place))
            } else {
                sum += units(item.value, place: place)
            }
        }
        if sum > value {
            problems.append(.deductionsExceedValue(line.material, place: "\(line.place)/deductions"))
        }
        return sum
    }

    /// The country of an originating material must be a Party for which the Agreement is in force.
    mutating func checkOrigin(_ line: PreparedLine) {
        guard line.material.status == .originating, line.material.role != .indirect else { return }
        let place = line.place
        guard let country = line.material.country else {
            if line.material.role != .shippingPackaging {
                assumptions.append(.countryAssumed(
                    line.material, dossier.exportingParty, place: "\(place)/country"))
            }
            return
        }
        guard let index = law.agreement.parties.firstIndex(where: { $0.code == country }) else {
            problems.append(.originOfNonParty(country, place: "\(place)/country"))
            return
        }
        guard date < law.agreement.parties[index].inForce else { return }
        problems.append(.notInForce(law.agreement.parties[index], on: date, place: "\(place)/country"))
    }

    mutating func noteRemarkableTerms(_ line: PreparedLine) {
        let (path, place) = (line.path, line.place)
        if line.material.role == .accessory {
            if Accessories.role(.accessory, line.material.accessory) == .material {
                warnings.append(Accessories.treatedAsMaterial(path, place: "\(place)/accessory"))
            }
            if line.material.accessory == nil {
                assumptions.append(Accessories.termsAssumed(path, place: "\(place)/accessory"))
            }
        }
        if let evidence = line.material.evidence, line.material.status == .originating, date < evidence.date,
            line.material.selfProduced == nil {
            warnings.append(.evidenceInFuture(path, evidence, date, place: "\(place)/evidence/date"))
        }
    }
}

extension PreparedLine {
    /// Whether it is an intermediate that its own rule decides on: packaging for shipment is ignored and indirect
    /// materials always originate, so that their inputs decide nothing.
    var isJudged: Bool {
        material.isSelfProduced && material.role != .shippingPackaging && material.role != .indirect
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
