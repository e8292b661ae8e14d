import OriginModel

/// Moves a number of a drawn dossier onto a threshold or one unit beyond it, where errors of comparison live.
struct BoundaryPlacement {
    let pools: CodePools
    var random: SplitMix64

    init(pools: CodePools, random: SplitMix64) {
        self.pools = pools
        self.random = random
    }

    /// Leaves the dossier as it is where the number would not be a short decimal or nothing can be moved.
    consuming func place(_ drawn: inout RandomCase) {
        let evaluator = LiteralEvaluator(law: pools.law, dossier: drawn.dossier, on: drawn.date)
        guard let product = try? evaluator.claimedGood() else { return }
        let beyond = random.chance(40)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: placeContent(evaluator.valueOfNonOriginating(product), beyond, in: &drawn.dossier)
        case 1: placeCosts(evaluator, product, beyond, in: &drawn.dossier)
        case 2: placeValue(failing(evaluator, product), beyond, in: &drawn.dossier)
        default: placeWeight(failing(evaluator, product), beyond, in: &drawn.dossier)
        }
    }

    private func failing(_ evaluator: LiteralEvaluator, _ product: Product) -> [Line] {
        guard let answer = try? evaluator.answer() else { return [] }
        return product.lines.filter { answer.failing.contains($0.path) }
    }

    /// VNM at 60 % of FOB: one line takes up the difference, else the FOB value follows.
    private mutating func placeContent(_ vnm: Fraction, _ beyond: Bool, in dossier: inout Dossier) {
        let fob = Fraction(dossier.good.fob.amount)
        let cent = Fraction(beyond ? 1 : 0, over: 100)
        for index in dossier.materials.indices.shuffled(using: &random) {
            guard isPlain(dossier.materials[index], dossier) else { continue }
            let own = Fraction(dossier.materials[index].value.amount)
            guard let value = (fob * Fraction(6, over: 10) + cent - vnm + own).decimal, value > .zero else { continue }
            dossier.materials[index].value = Money(value, dossier.good.fob.currency)
            return
        }
        setFOB(vnm / Fraction(6, over: 10) - cent, in: &dossier)
    }

    /// A line that counts in VNM by its whole value in the currency of the good.
    private func isPlain(_ material: Material, _ dossier: Dossier) -> Bool {
        material.role == .material && material.status == .nonOriginating && material.selfProduced == nil
            && material.deductions == nil && material.value.currency == dossier.good.fob.currency
    }

    /// VOM and costs at 40 % of FOB.
    private func placeCosts(
        _ evaluator: LiteralEvaluator, _ product: Product, _ beyond: Bool, in dossier: inout Dossier
    ) {
        guard let sum = try? evaluator.buildUp(product, .claimed), let other = dossier.costs?.other else { return }
        let needed = product.worth * Fraction(4, over: 10) - Fraction(beyond ? 1 : 0, over: 100)
        guard other.currency == dossier.good.fob.currency,
            let value = (needed - sum + Fraction(other.amount)).decimal, value > .zero
        else { return }
        dossier.costs?.other = Money(value, other.currency)
    }

    /// What did not change at 10 % of FOB.
    private func placeValue(_ failing: [Line], _ beyond: Bool, in dossier: inout Dossier) {
        setFOB(failing.map(\.value).total() * Fraction(10) - Fraction(beyond ? 1 : 0, over: 100), in: &dossier)
    }

    /// What did not change at 10 % of the weight, and beyond 10 % of FOB.
    private func placeWeight(_ failing: [Line], _ beyond: Bool, in dossier: inout Dossier) {
        let weights = failing.compactMap { $0.material.netWeightKg }.map(Fraction.init)
        let weight = (weights.total() * Fraction(10) - Fraction(beyond ? 1 : 0, over: 1_000)).decimal
        guard weights.count == failing.count, let weight, weight > .zero else { return }
        dossier.good.netWeightKg = weight
        setFOB(failing.map(\.value).total() * Fraction(8), in: &dossier)
    }

    private func setFOB(_ fob: Fraction, in dossier: inout Dossier) {
        guard let amount = fob.decimal, amount > .zero else { return }
        dossier.good.fob = Money(amount, dossier.good.fob.currency)
    }
}

extension Fraction {
    /// The same as a decimal of at most six digits after the point; nil where it is none.
    var decimal: ExactDecimal? {
        let scaled = self * Fraction(1_000_000)
        return scaled.denominator == 1 ? ExactDecimal(significand: scaled.numerator, scale: 6) : nil
    }
}
