import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

extension CasePreparation {
    /// Makes the units fine enough for every amount and every weight before any is converted.
    mutating func findScales() {
        include(dossier.good.fob, place: "/good/fob")
        for (money, place) in costItems { include(money, place: place) }
        noteWeight(dossier.good.netWeightKg, place: "/good/netWeightKg", zeroAllowed: false)
        includeMaterials(dossier.materials, place: "/materials")
    }

    mutating func includeMaterials(_ materials: [Material], place: String) {
        // By place: a material is large, and is not to be copied for this.
        for index in materials.indices {
            include(materials[index].value, place: "\(place)/\(index)/value")
            if materials[index].hasDeductions {
                for (name, item) in materials[index].deductionItems {
                    include(item.value, place: "\(place)/\(index)/deductions/\(name)")
                }
            }
            noteWeight(materials[index].netWeightKg, place: "\(place)/\(index)/netWeightKg", zeroAllowed: true)
            if let inputs = materials[index].selfProduced?.materials {
                includeMaterials(inputs, place: "\(place)/\(index)/selfProduced/materials")
            }
        }
    }

    mutating func include(_ money: Money, place: @autoclosure () -> String) {
        if money.currency == rates.base, scale.holds(money.amount) { return }
        guard let rate = rates.factor(money.currency) else {
            problems.append(.missingRate(money.currency, rates.base, place: place()))
            return
        }
        guard let fraction = CommonScale.fraction(money.amount, rate), scale.include(fraction) else {
            problems.append(.tooLongToCompute(place: place()))
            return
        }
    }

    mutating func units(_ money: Money, place: @autoclosure () -> String) -> Int128 {
        if money.currency == rates.base, let units = scale.units(money.amount) { return units }
        guard let rate = rates.factor(money.currency), let fraction = CommonScale.fraction(money.amount, rate),
            let units = scale.units(fraction)
        else {
            if problems.isEmpty { problems.append(.tooLongToCompute(place: place())) }
            return 0
        }
        return units
    }

    mutating func noteWeight(_ weight: ExactDecimal?, place: @autoclosure () -> String, zeroAllowed: Bool) {
        guard let weight else { return }
        weightScale = max(weightScale, weight.scale)
        if weight.isZero, !zeroAllowed { problems.append(.noWeight(place: place())) }
    }

    /// -1 when not stated. Weights have at most 18 digits before and 12 after the point, so this always fits.
    func weight(_ weight: ExactDecimal?) -> Int128 {
        weight?.significand(atScale: weightScale) ?? -1
    }

    var costItems: [(Money, String)] {
        guard let costs = dossier.costs else { return [] }
        let items: [(Money?, String)] = [
            (costs.directLabour, "directLabour"), (costs.directOverhead, "directOverhead"), (costs.profit, "profit"),
            (costs.other, "other"),
        ]
        return items.compactMap { money, name in money.map { ($0, "/costs/\(name)") } }
    }

    mutating func checkSums() {
        let values = compact.lines.reduce(compact.units[0].fob + max(compact.units[0].costs, 0)) { sum, line in
            // Stops growing at the bound, so the sum itself cannot overflow.
            min(sum + line.value, CommonScale.largestSum)
        }
        if values >= CommonScale.largestSum { problems.append(.tooLongToCompute(place: "/materials")) }
        let weights = compact.lines.reduce(Int128(0)) { min($0 + max($1.weight, 0), CommonScale.largestSum) }
        if weights >= CommonScale.largestSum { problems.append(.tooLongToCompute(place: "/materials")) }
    }
}
