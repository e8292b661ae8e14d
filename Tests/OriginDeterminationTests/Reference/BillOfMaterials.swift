import HarmonizedSystem
import OriginModel

/// From what point of view origins are taken.
struct Stance: Equatable {
    /// Decision 4: an originating material needs evidence that is still good.
    var evidenceNeeded = false
    /// Decision 11: only the exporting Party's materials are originating (Article 3.4 taken away).
    var withoutCumulation = false

    static let claimed = Stance()
}

/// A line that counts when the good is judged: bought, or made by the producer and counted whole.
struct Line {
    enum Part {
        /// Asked for the tariff change: a material, or an accessory that Article 3.9 does not cover.
        case ordinary
        /// Article 3.9: part of the good, counted by value only.
        case accessory
        /// Article 3.8: counted by value only.
        case retailPackaging
        /// Article 3.10: originating wherever produced.
        case indirect
    }

    let path: String
    let material: Material
    var part: Part
    /// Article 3.5.4: what is not known to originate does not.
    let originates: Bool
    /// In the currency of the FOB value (decision 16).
    let value: Fraction
    /// What Article 3.5.5 takes off, in the same currency.
    let deduction: Fraction
    /// Decision 7: six digits in the edition of the rules; several where the correlation is not one to one.
    let codes: [String]

    /// Decision 6: what PE and WO look at.
    var isPartOfTheGood: Bool { part == .ordinary || part == .accessory }
    /// 3.5.1(a) with 3.8.3 and 3.9: whatever is in the good or its retail packing and does not originate.
    var countsInVNM: Bool { !originates }
    var isAskedToChange: Bool { part == .ordinary && !originates }

    /// An input that counts in the place of retail packaging or an accessory is no more than that: 3.8.2 and 3.9 ask
    /// nothing of what the whole would not be asked.
    func counted(inPlaceOf whole: Part) -> Line {
        var line = self
        switch (whole, part) {
        case (.retailPackaging, .ordinary), (.retailPackaging, .accessory), (.accessory, .ordinary): line.part = whole
        default: break
        }
        return line
    }
}

/// The lines that count, and what became of every line of the dossier.
struct Bill {
    var lines: [Line] = []
    /// `30 replacedByInputs`
    var standings: [String] = []
}

/// A currency of the dossier has no rate to that of the FOB value.
struct MissingRate: Error {
    let currency: CurrencyCode
}

extension LiteralEvaluator {
    /// Goes through materials, at any depth, and decides which lines count.
    func bill(of materials: [Material], under parent: String = "", _ stance: Stance) throws -> Bill {
        var bill = Bill()
        for material in materials {
            let path = parent.isEmpty ? material.id : "\(parent)/\(material.id)"
            if material.role == .shippingPackaging {
                // 3.8.1: packing for transport and shipment is left out of everything.
                note(.roleShippingPackaging, stance)
                bill.standings.append("\(path) ignored")
                bill.standings += standingsBelow(material, path, "ignored")
            } else if let made = material.selfProduced, material.role != .indirect {
                try count(material, made, at: path, stance, in: &bill)
            } else {
                let (line, standing) = try boughtLine(material, at: path, stance)
                bill.lines.append(line)
                bill.standings.append("\(path) \(standing)")
                bill.standings += standingsBelow(material, path, "withinIntermediate")
            }
        }
        return bill
    }

    /// Decision 10 and Article 3.12: judged by its own rule with its value in the place of FOB. If it originates it
    /// counts whole, as originating in the exporting Party; if not, or if nobody can say, its inputs count.
    private func count(
        _ material: Material, _ made: SelfProduced, at path: String, _ stance: Stance, in bill: inout Bill
    ) throws {
        let inputs = try self.bill(of: made.materials, under: path, stance)
        let product = Product(
            code: material.hsCode, worth: try inFOBCurrency(material.value, stance), weight: material.netWeightKg,
            lines: inputs.lines, operations: made.operations, reaction: made.chemicalReaction)
        let answer = try judge(product, stance).answer
        if path.contains(where: { $0 == "/" }), path.filter({ $0 == "/" }).count == 2 {
            note(.intermediateAtDepthThree, stance)
        }
        switch answer {
        case .yes:
            note(.intermediateWhole, stance)
            bill.lines.append(try line(material, at: path, originates: true, stance))
            bill.standings.append("\(path) originating")
            bill.standings += standingsBelow(material, path, "withinIntermediate")
        case .no, .open:
            note(answer == .no ? .intermediateRolledOut : .intermediateUndecided, stance)
            if product.onlyMinimalOperations { note(.minimalOperationsOfIntermediate, stance) }
            bill.lines += inputs.lines.map { $0.counted(inPlaceOf: part(material)) }
            bill.standings.append("\(path) replacedByInputs")
            bill.standings += inputs.standings
        }
    }

    /// A line as it was bought, with its origin under the stance and the word for it.
    private func boughtLine(_ material: Material, at path: String, _ stance: Stance) throws -> (Line, String) {
        if material.role == .indirect {
            // 3.10: originating wherever produced, and decision 4: no evidence is needed.
            return (try line(material, at: path, originates: true, stance), "indirect")
        }
        let standing = origin(of: material, stance)
        return (try line(material, at: path, originates: standing == .originating, stance), standing.rawValue)
    }

    /// The claimed origin, lowered where the stance asks for evidence or does without other Parties.
    func origin(of material: Material, _ stance: Stance) -> Material.Status {
        guard material.status == .originating else { return material.status }
        if stance.evidenceNeeded && !hasGoodEvidence(material) { return .undetermined }
        if stance.withoutCumulation && originatesElsewhere(material) { return .nonOriginating }
        return .originating
    }

    /// Decision 4: there is a paper, and its validity, if it states one, has not ended before the date.
    private func hasGoodEvidence(_ material: Material) -> Bool {
        guard let evidence = material.evidence else { return false }
        guard let end = evidence.validUntil else { return true }
        return !(end < date)
    }

    /// Decision 11: without a country it is the exporting Party's.
    func originatesElsewhere(_ material: Material) -> Bool {
        guard let country = material.country else { return false }
        return country != dossier.exportingParty
    }

    private func line(_ material: Material, at path: String, originates: Bool, _ stance: Stance) throws -> Line {
        let part = part(material)
        switch part {
        case .ordinary: note(material.role == .accessory ? .roleAccessoryOrdinary : .roleMaterial, stance)
        case .accessory: note(.roleAccessoryProper, stance)
        case .retailPackaging: note(.roleRetailPackaging, stance)
        case .indirect: note(.roleIndirect, stance)
        }
        let codes = candidates(for: material.hsCode)
        if material.hsCode.edition != law.ruleSet.edition { note(.materialOlderEdition, stance) }
        return Line(
            path: path, material: material, part: part, originates: originates,
            value: try inFOBCurrency(material.value, stance), deduction: try deduction(material, stance), codes: codes)
    }

    private func part(_ material: Material) -> Line.Part {
        switch material.role {
        case .indirect: return .indirect
        case .retailPackaging: return .retailPackaging
        case .material, .shippingPackaging: return .ordinary
        case .accessory:
            // 3.9 and decision 14; without terms it is taken for an accessory as it should be.
            guard let terms = material.accessory else { return .accessory }
            return !terms.invoicedSeparately && terms.customary ? .accessory : .ordinary
        }
    }

    /// 3.5.5: transport, duties and waste come off, each only with evidence of its own.
    private func deduction(_ material: Material, _ stance: Stance) throws -> Fraction {
        guard let stated = material.deductions else { return .zero }
        var sum = Fraction.zero
        for item in [stated.transport, stated.duties, stated.waste].compactMap({ $0 }) {
            if item.evidence.isEmpty {
                note(.deductionWithoutEvidence, stance)
            } else {
                note(.deductionTaken, stance)
                sum = sum + (try inFOBCurrency(item.value, stance))
            }
        }
        return sum
    }

    /// Decision 16: the dossier's own rate, forwards, else inverted.
    func inFOBCurrency(_ money: Money, _ stance: Stance) throws -> Fraction {
        let amount = Fraction(money.amount)
        let wanted = dossier.good.fob.currency
        if money.currency == wanted { return amount }
        if let rate = dossier.exchangeRates.first(where: { $0.from == money.currency && $0.to == wanted }) {
            note(.rateForwards, stance)
            return amount * Fraction(rate.rate)
        }
        if let rate = dossier.exchangeRates.first(where: { $0.from == wanted && $0.to == money.currency }) {
            note(.rateInverted, stance)
            return amount / Fraction(rate.rate)
        }
        throw MissingRate(currency: money.currency)
    }

    /// Decision 7: what a code may be in the edition of the rules.
    func candidates(for code: StatedHSCode) -> [String] {
        law.candidates(for: code).map(\.digits)
    }

    private func standingsBelow(_ material: Material, _ path: String, _ standing: String) -> [String] {
        (material.selfProduced?.materials ?? []).flatMap { inner in
            ["\(path)/\(inner.id) \(standing)"] + standingsBelow(inner, "\(path)/\(inner.id)", standing)
        }
    }
}
