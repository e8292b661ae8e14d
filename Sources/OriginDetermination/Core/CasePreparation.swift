import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Checks the facts of a dossier against the law in force and reduces it to integers. Every problem is collected.
struct CasePreparation {
    let dossier: Dossier
    let date: CalendarDate
    let law: LawInForce
    var problems: [InputProblem] = []
    var assumptions: [Note] = []
    var warnings: [Note] = []

    private var rates: ExchangeTable
    private var scale: CommonScale
    private var weightScale = 0
    private var lines: [PreparedLine] = []
    private var compact = CompactCase(lines: [], units: [], candidateLists: [], usesOtherParties: false)

    init(_ dossier: Dossier, on date: CalendarDate, law: LawInForce) {
        self.dossier = dossier
        self.date = date
        self.law = law
        scale = CommonScale(currency: dossier.good.fob.currency)
        rates = ExchangeTable(base: dossier.good.fob.currency, rates: dossier.exchangeRates, problems: &problems)
    }

    mutating func prepare() throws(InputProblems) -> PreparedCase {
        checkParties()
        if date < law.ruleSet.effectiveFrom { warnings.append(.ruleSetNotYetInForce(law.ruleSet, date)) }
        findScales()
        let codes = candidates(dossier.good.hsCode, place: "/good/hsCode")
        reserveUnit()
        let end = appendMaterials(dossier.materials, path: "", place: "/materials", depth: 0)
        compact.units[0] = goodUnit(codes: codes, lines: 0..<end)
        checkSums()
        guard problems.isEmpty else { throw InputProblems(problems) }
        return PreparedCase(
            dossier: dossier, date: date, law: law, compact: compact, scale: scale, lines: lines, goodCodes: codes,
            rates: dossier.exchangeRates.filter(rates.used.contains), assumptions: assumptions, warnings: warnings)
    }
}

// MARK: - Parties, dates, codes

extension CasePreparation {
    private mutating func checkParties() {
        checkParty(dossier.exportingParty, place: "/exportingParty")
        guard let importing = dossier.importingParty else { return }
        checkParty(importing, place: "/importingParty")
        if importing == dossier.exportingParty {
            problems.append(.sameParty(importing, place: "/importingParty"))
        }
    }

    private mutating func checkParty(_ code: CountryCode, place: String) {
        guard let party = law.agreement.party(code) else {
            problems.append(.notAParty(code, place: place))
            return
        }
        if date < party.inForce { problems.append(.notInForce(party, on: date, place: place)) }
        if let note = party.note { warnings.append(Note(code: "party.note", message: note, place: place)) }
    }

    /// The codes of the rule set's edition a stated code may be; empty after a problem.
    private mutating func candidates(_ code: StatedHSCode, place: String) -> [HSCode] {
        guard let nomenclature = law.nomenclatures[code.edition], nomenclature.contains(code.subheading) else {
            problems.append(.unknownCode(code, near: law.nomenclatures[code.edition]?.near(code.subheading) ?? [], place: place))
            return []
        }
        let candidates = law.candidates(for: code)
        if candidates.isEmpty { problems.append(.noSuccessor(code, in: law.ruleSet.edition, place: place)) }
        return candidates
    }
}

// MARK: - Values and weights

extension CasePreparation {
    /// Makes the units fine enough for every amount and every weight before any is converted.
    private mutating func findScales() {
        include(dossier.good.fob, place: "/good/fob")
        for (money, place) in costItems { include(money, place: place) }
        noteWeight(dossier.good.netWeightKg, place: "/good/netWeightKg", zeroAllowed: false)
        includeMaterials(dossier.materials, place: "/materials")
    }

    private mutating func includeMaterials(_ materials: [Material], place: String) {
        for (index, material) in materials.enumerated() {
            let place = "\(place)/\(index)"
            include(material.value, place: "\(place)/value")
            for (name, item) in material.deductionItems { include(item.value, place: "\(place)/deductions/\(name)") }
            noteWeight(material.netWeightKg, place: "\(place)/netWeightKg", zeroAllowed: true)
            if let inputs = material.selfProduced?.materials {
                includeMaterials(inputs, place: "\(place)/selfProduced/materials")
            }
        }
    }

    private mutating func include(_ money: Money, place: String) {
        guard let rate = rates.factor(money.currency) else {
            problems.append(.missingRate(money.currency, rates.base, place: place))
            return
        }
        guard let fraction = CommonScale.fraction(money.amount, rate), scale.include(fraction) else {
            problems.append(.tooLongToCompute(place: place))
            return
        }
    }

    private mutating func units(_ money: Money, place: String) -> Int128 {
        guard let rate = rates.factor(money.currency), let fraction = CommonScale.fraction(money.amount, rate),
            let units = scale.units(fraction)
        else {
            if problems.isEmpty { problems.append(.tooLongToCompute(place: place)) }
            return 0
        }
        return units
    }

    private mutating func noteWeight(_ weight: ExactDecimal?, place: String, zeroAllowed: Bool) {
        guard let weight else { return }
        weightScale = max(weightScale, weight.scale)
        if weight.isZero, !zeroAllowed { problems.append(.noWeight(place: place)) }
    }

    /// -1 when not stated. Weights have at most 18 digits before and 12 after the point, so this always fits.
    private func weight(_ weight: ExactDecimal?) -> Int128 {
        weight?.significand(atScale: weightScale) ?? -1
    }

    private var costItems: [(Money, String)] {
        let costs = dossier.costs
        let items: [(Money?, String)] = [
            (costs?.directLabour, "directLabour"), (costs?.directOverhead, "directOverhead"),
            (costs?.profit, "profit"), (costs?.other, "other"),
        ]
        return items.compactMap { money, name in money.map { ($0, "/costs/\(name)") } }
    }

    private mutating func checkSums() {
        let values = compact.lines.reduce(compact.units[0].fob + max(compact.units[0].costs, 0)) { sum, line in
            // Stops growing at the bound, so the sum itself cannot overflow.
            min(sum + line.value, CommonScale.largestSum)
        }
        if values >= CommonScale.largestSum { problems.append(.tooLongToCompute(place: "/materials")) }
        let weights = compact.lines.reduce(Int128(0)) { min($0 + max($1.weight, 0), CommonScale.largestSum) }
        if weights >= CommonScale.largestSum { problems.append(.tooLongToCompute(place: "/materials")) }
    }
}

// MARK: - Units and lines

extension CasePreparation {
    /// Keeps the place of a unit whose lines are not known yet; returns its index.
    @discardableResult
    private mutating func reserveUnit() -> Int {
        compact.units.append(CompactUnit(
            fob: 0, weight: -1, readings: [], operations: .notStated, reaction: .notStated, whollyObtained: false,
            costs: -1, lines: 0..<0))
        return compact.units.count - 1
    }

    private mutating func goodUnit(codes: [HSCode], lines: Range<Int>) -> CompactUnit {
        let production = dossier.production
        let costs = costItems.map { units($0.0, place: $0.1) }
        if production.operations.isEmpty { assumptions.append(.operationsNotStated(place: "/production/operations")) }
        return CompactUnit(
            fob: units(dossier.good.fob, place: "/good/fob"), weight: weight(dossier.good.netWeightKg),
            readings: readings(codes, branch: dossier.good.ruleBranch, place: "/good"),
            operations: CompactUnit.Operations(production.operations), reaction: reaction(production.chemicalReaction),
            whollyObtained: production.whollyObtained != nil,
            costs: dossier.costs == nil ? -1 : costs.reduce(0, +), lines: lines)
    }

    private mutating func readings(_ codes: [HSCode], branch: Int?, place: String) -> [RuleReadingCase] {
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

    private func reaction(_ stated: ChemicalReaction?) -> CompactUnit.Reaction {
        switch stated {
        case nil: .notStated
        case .absent: .absent
        case .stated(let party, _): law.agreement.party(party) == nil ? .outsideParties : .inParty
        }
    }

    /// Appends the lines of a level with their inputs; returns the index after the last.
    private mutating func appendMaterials(_ materials: [Material], path: String, place: String, depth: Int) -> Int {
        for (index, material) in materials.enumerated() {
            append(material, path: path + material.id, place: "\(place)/\(index)", depth: depth)
        }
        return compact.lines.count
    }

    private mutating func append(_ material: Material, path: String, place: String, depth: Int) {
        let codes = candidates(material.hsCode, place: "\(place)/hsCode")
        if codes.count > 1 { compact.candidateLists.append(codes.map(\.number)) }
        // Packaging for shipment is ignored and indirect materials always originate: their inputs decide nothing.
        let isJudged = material.selfProduced != nil && material.role != .shippingPackaging && material.role != .indirect
        if !isJudged { checkOrigin(material, place: place) }
        noteRemarkableTerms(material, path: path, place: place)
        let position = compact.lines.count
        lines.append(PreparedLine(path: path, place: place, material: material, codes: codes, depth: depth))
        compact.lines.append(compactLine(material, codes: codes, place: place, isJudged: isJudged))
        if let intermediate = material.selfProduced {
            appendInputs(intermediate, of: material, at: position, path: path, place: place, depth: depth, isJudged: isJudged)
        }
        compact.lines[position].end = compact.lines.count
    }

    private mutating func appendInputs(
        _ intermediate: SelfProduced, of material: Material, at position: Int, path: String, place: String, depth: Int,
        isJudged: Bool
    ) {
        let unit = reserveUnit()
        let end = appendMaterials(
            intermediate.materials, path: "\(path)/", place: "\(place)/selfProduced/materials", depth: depth + 1)
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
            lines: position + 1..<end)
    }

    private mutating func compactLine(
        _ material: Material, codes: [HSCode], place: String, isJudged: Bool
    ) -> CompactLine {
        let otherParty =
            material.status == .originating && !isJudged && material.role != .indirect
            && material.country.map { $0 != dossier.exportingParty } ?? false
        if otherParty { compact.usesOtherParties = true }
        return CompactLine(
            code: codes.first?.number ?? 0, candidates: codes.count > 1 ? compact.candidateLists.count - 1 : -1,
            status: material.status, role: Accessories.role(of: material), otherParty: otherParty,
            evidenced: material.hasValidEvidence(on: date), activeIngredient: material.activeIngredient ?? false,
            value: units(material.value, place: "\(place)/value"), deductions: deductions(material, place: place),
            weight: weight(material.netWeightKg), end: 0, unit: -1)
    }

    /// What is taken off with evidence (3.5.5).
    private mutating func deductions(_ material: Material, place: String) -> Int128 {
        var sum: Int128 = 0
        for (name, item) in material.deductionItems {
            let place = "\(place)/deductions/\(name)"
            if item.evidence.isEmpty {
                warnings.append(.deductionWithoutEvidence(item, place: place))
            } else {
                sum += units(item.value, place: place)
            }
        }
        if sum > units(material.value, place: "\(place)/value") {
            problems.append(.deductionsExceedValue(material, place: "\(place)/deductions"))
        }
        return sum
    }

    /// The country of an originating material must be a Party for which the Agreement is in force.
    private mutating func checkOrigin(_ material: Material, place: String) {
        guard material.status == .originating, material.role != .indirect else { return }
        guard let country = material.country else {
            if material.role != .shippingPackaging {
                assumptions.append(.countryAssumed(material, dossier.exportingParty, place: "\(place)/country"))
            }
            return
        }
        guard let party = law.agreement.party(country) else {
            problems.append(.originOfNonParty(country, place: "\(place)/country"))
            return
        }
        if date < party.inForce { problems.append(.notInForce(party, on: date, place: "\(place)/country")) }
    }

    private mutating func noteRemarkableTerms(_ material: Material, path: String, place: String) {
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
        let items = [
            ("transport", deductions?.transport), ("duties", deductions?.duties), ("waste", deductions?.waste),
        ]
        return items.compactMap { name, item in item.map { (name, $0) } }
    }
}
