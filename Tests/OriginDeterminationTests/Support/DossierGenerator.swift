import HarmonizedSystem
import OriginModel
import OriginRules

/// A dossier that can be drawn again from its seed.
struct RandomCase: Sendable {
    let seed: UInt64
    var dossier: Dossier
    let date: CalendarDate
    /// What the exporter would like to state.
    let preferring: Criterion?
}

/// Draws valid dossiers that reach every article, rare circumstances more often than trade has them.
struct DossierGenerator {
    private let pools: CodePools
    private var random: SplitMix64
    private let seed: UInt64
    private var exporter: CountryCode
    /// Habits of the producer at hand, so that dossiers differ as wholes and not only line by line.
    private var habits = Habits()

    private struct Habits {
        var originating = 50
        var withEvidence = 50
        var withWeights = 50
        var withMarks = 0
        var foreign: [CurrencyCode] = []
        var goodCode: HSCode?
        var date: CalendarDate?
    }

    private init?(seed: UInt64, pools: CodePools) {
        guard let party = pools.parties.first else { return nil }
        self.seed = seed
        exporter = party
        self.pools = pools
        random = SplitMix64(seed: seed)
    }

    /// nil only when the tables have no Party or no code at all.
    static func draw(seed: UInt64, pools: CodePools) -> RandomCase? {
        var generator = DossierGenerator(seed: seed, pools: pools)
        return generator?.draw()
    }

    private mutating func draw() -> RandomCase? {
        exporter = random.pick(pools.parties, or: exporter)
        guard let date = drawDate(), let dollar = CurrencyCode("USD"), let (code, inRules) = drawGoodCode() else {
            return nil
        }
        settleHabits(date, inRules)
        let fob = decimal(5_000...500_000, scale: 2)
        let weighed = random.chance(habits.withWeights)
        let good = Good(
            id: "G\(seed)", description: "a good", hsCode: code, fob: Money(fob, dollar),
            netWeightKg: weighed ? decimal(500...50_000, scale: 3) : nil,
            ruleBranch: drawBranch(code))
        var dossier = Dossier(
            good: good, exportingParty: exporter, importingParty: drawImporter(exporter), date: date,
            production: drawProduction())
        dossier.exchangeRates = drawRates(dollar, date)
        dossier.materials = drawMaterials(of: fob, dollar)
        dossier.costs = random.chance(40) ? drawCosts(of: fob, dollar) : nil
        dossier.route = random.chance(15) ? drawRoute() : []
        var drawn = RandomCase(
            seed: seed, dossier: dossier, date: date,
            preferring: random.chance(25) ? Criterion.allCases.randomElement(using: &random) : nil)
        if random.chance(55) { BoundaryPlacement(pools: pools, random: random).place(&drawn) }
        return drawn
    }

    private mutating func settleHabits(_ date: CalendarDate, _ code: HSCode) {
        habits.date = date
        habits.goodCode = code
        habits.originating = random.pick([0, 30, 50, 70, 90, 100], or: 50)
        habits.withEvidence = random.pick([0, 60, 95, 100], or: 50)
        let weightMatters = (50...63).contains(code.number / 10_000) || code.number / 100 == 3808
        habits.withWeights = weightMatters ? random.pick([80, 100, 100], or: 100) : 30
        habits.withMarks = code.number / 100 == 3808 ? random.pick([90, 100, 100, 100], or: 100) : 3
        let foreign = ["CNY", "JPY"].compactMap { CurrencyCode($0) }
        habits.foreign = random.chance(35) ? foreign : []
    }

    // MARK: The good

    /// From the second half of 2023, when the Agreement was in force for every Party, to the end of 2026.
    private mutating func drawDate() -> CalendarDate? {
        let year = Int.random(in: 2023...2026, using: &random)
        return CalendarDate(
            year: year, month: Int.random(in: (year == 2023 ? 7 : 1)...12, using: &random),
            day: Int.random(in: 1...28, using: &random))
    }

    /// The code as stated and one it may be in the edition of the rules.
    private mutating func drawGoodCode() -> (StatedHSCode, HSCode)? {
        if random.chance(22) {
            let edition: HSEdition = random.chance(50) ? .hs2012 : .hs2017
            let source = random.chance(70) ? pools.ambiguous[edition] : pools.older[edition]
            if let code = source?.randomElement(using: &random) {
                let stated = StatedHSCode(text: code.printed, subheading: code, edition: edition)
                let targets = pools.law.candidates(for: stated)
                if let first = targets.randomElement(using: &random) { return (stated, first) }
            }
        }
        return drawRuleCode().map { (stated($0), $0) }
    }

    private func stated(_ code: HSCode) -> StatedHSCode {
        StatedHSCode(text: code.printed, subheading: code, edition: pools.law.ruleSet.edition)
    }

    private mutating func drawRuleCode() -> HSCode? {
        let kind = random.pick(CodePools.Kind.allCases, or: .changeOrValue)
        let codes = pools.byKind[kind] ?? pools.all
        return codes.randomElement(using: &random)
    }

    /// A branch is named only where every rule the good may have is split.
    private mutating func drawBranch(_ code: StatedHSCode) -> Int? {
        let texts = pools.law.candidates(for: code).map(pools.text)
        guard texts.allSatisfy({ $0.hasPrefix("1.") }), random.chance(60) else { return nil }
        return random.chance(50) ? 1 : 2
    }

    private mutating func drawImporter(_ exporter: CountryCode) -> CountryCode? {
        random.chance(70) ? pools.parties.filter { $0 != exporter }.randomElement(using: &random) : nil
    }

    private mutating func drawProduction() -> Production {
        Production(
            whollyObtained: random.chance(8) ? WhollyObtainedCategory.allCases.randomElement(using: &random) : nil,
            operations: drawOperations(minimal: 8), chemicalReaction: drawReaction())
    }

    private mutating func drawOperations(minimal: Int) -> [Operation] {
        if random.chance(20) { return [] }
        let simple = Operation(
            description: "packing", minimal: MinimalOperationKind.allCases.randomElement(using: &random))
        if random.chance(minimal) { return random.chance(50) ? [simple] : [simple, simple] }
        let real = Operation(description: "machining")
        return random.chance(40) ? [simple, real] : [real]
    }

    private mutating func drawReaction() -> ChemicalReaction? {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: nil
        case 1: .absent
        case 2: .stated(party: random.pick(pools.parties, or: exporter), description: "synthesis")
        default: random.chance(50) ? .absent : .stated(party: elsewhere(), description: "synthesis")
        }
    }

    /// A country that is no Party.
    private mutating func elsewhere() -> CountryCode {
        random.pick(["US", "DE", "IN", "BR"].compactMap { CountryCode($0) }, or: exporter)
    }

    private mutating func drawRates(_ home: CurrencyCode, _ date: CalendarDate) -> [ExchangeRate] {
        habits.foreign.map { currency in
            let inverted = random.chance(50)
            let yen = currency.description == "JPY"
            let rate: ExactDecimal =
                switch (yen, inverted) {
                case (true, true): decimal(1_400...1_600, scale: 1)
                case (true, false): decimal(62...71, scale: 4)
                case (false, true): decimal(700...730, scale: 2)
                case (false, false): decimal(1_370...1_430, scale: 4)
                }
            return ExchangeRate(
                from: inverted ? home : currency, to: inverted ? currency : home, rate: rate, date: date,
                source: "central bank")
        }
    }

    private mutating func drawCosts(of fob: ExactDecimal, _ currency: CurrencyCode) -> Costs {
        var costs = Costs()
        let spread = random.pick([3, 8, 20], or: 8)
        if random.chance(70) { costs.directLabour = share(of: fob, upTo: spread, currency) }
        if random.chance(70) { costs.directOverhead = share(of: fob, upTo: spread, currency) }
        if random.chance(70) { costs.profit = share(of: fob, upTo: spread, currency) }
        if random.chance(70) { costs.other = share(of: fob, upTo: spread, currency) }
        return costs
    }

    private mutating func drawRoute() -> [RouteStop] {
        let careful = random.chance(45)
        return (0..<Int.random(in: 1...2, using: &random)).map { _ in
            let logistics = random.pick([RouteStop.Handling.Kind.unloading, .reloading, .storing], or: .moving)
            let uncertain: [RouteStop.Handling.Kind?] = [logistics, nil, .other]
            let kind = careful ? logistics : random.pick(uncertain, or: logistics)
            let control: Bool? = careful ? true : random.pick([true, true, nil, false], or: true)
            return RouteStop(
                country: elsewhere(), customsControl: control,
                operations: random.chance(70) ? [.init(description: "handling", kind: kind)] : [])
        }
    }

    // MARK: Materials

    private mutating func drawMaterials(of fob: ExactDecimal, _ currency: CurrencyCode) -> [Material] {
        let count = random.chance(4) ? 0 : Int.random(in: 1...6, using: &random)
        let total = random.pick([15, 40, 70, 100, 150], or: 70)
        return (0..<count).map { index in
            let value = share(of: fob, upTo: max(2, 2 * total / count), currency)
            return drawMaterial(id: "\((index + 1) * 10)", value, for: habits.goodCode, depth: 0)
        }
    }

    private mutating func drawMaterial(id: String, _ value: Money, for product: HSCode?, depth: Int) -> Material {
        let code = drawMaterialCode(for: product)
        var material = Material(
            id: id, description: "a material", hsCode: inSomeEdition(code), value: inSomeCurrency(value),
            status: random.chance(habits.originating) ? .originating : random.pick(
                [.nonOriginating, .nonOriginating, .undetermined], or: .nonOriginating))
        material.country = drawCountry(material.status)
        let evident = random.chance(material.status == .originating ? habits.withEvidence : 5)
        if evident { material.evidence = drawEvidence() }
        material.role = drawRole()
        if material.role == .accessory { material.accessory = drawTerms() }
        if random.chance(habits.withWeights) { material.netWeightKg = decimal(10...12_000, scale: 3) }
        if random.chance(habits.withMarks) { material.activeIngredient = random.chance(55) }
        if material.status != .originating, random.chance(18) { material.deductions = drawDeductions(value) }
        if depth < 3, random.chance(material.role != .material ? 8 : depth == 0 ? 15 : 35) {
            material.selfProduced = drawIntermediate(value, code, depth: depth + 1)
        }
        return material
    }

    /// Near the good often enough that changes fail, and among its exceptions.
    private mutating func drawMaterialCode(for product: HSCode?) -> HSCode {
        let anything = random.pick(pools.all, or: HSCode(number: 10121, level: .subheading))
        let nomenclature = pools.law.nomenclatures[pools.law.ruleSet.edition]
        guard let product, let nomenclature else { return anything }
        let near: HSCode
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<12: return product
        case 12..<22: near = product.prefix(.heading)
        case 22..<32: near = product.prefix(.chapter)
        case 32..<48: return random.pick(pools.excepted[pools.text(product)] ?? [], or: anything)
        default: return anything
        }
        return random.pick(
            nomenclature.subheadings(of: near).map { HSCode(number: $0, level: .subheading) }, or: anything)
    }

    private mutating func inSomeEdition(_ code: HSCode) -> StatedHSCode {
        guard random.chance(15) else { return stated(code) }
        let edition: HSEdition = random.chance(50) ? .hs2012 : .hs2017
        guard let old = pools.named(code, in: edition).randomElement(using: &random) else { return stated(code) }
        return StatedHSCode(text: old.printed, subheading: old, edition: edition)
    }

    /// About the same value, or the same number of another currency's units times a rough rate.
    private mutating func inSomeCurrency(_ value: Money) -> Money {
        guard let currency = habits.foreign.randomElement(using: &random), random.chance(35) else { return value }
        let rough: Int128 = currency.description == "JPY" ? 150 : 7
        return Money(
            ExactDecimal(significand: value.amount.significand * rough, scale: value.amount.scale), currency)
    }

    private mutating func drawCountry(_ status: Material.Status) -> CountryCode? {
        switch status {
        case .originating:
            random.chance(12) ? nil : random.chance(50) ? exporter : random.pick(pools.parties, or: exporter)
        case .nonOriginating: random.chance(70) ? elsewhere() : random.pick(pools.parties, or: exporter)
        case .undetermined: random.chance(50) ? nil : elsewhere()
        }
    }

    private mutating func drawEvidence() -> Evidence? {
        guard let date = habits.date, let issued = CalendarDate(year: date.year - 1, month: 5, day: 6) else {
            return nil
        }
        let end: CalendarDate?
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<6: end = nil
        case 6..<8: end = CalendarDate(year: date.year + 1, month: date.month, day: 1)
        case 8: end = date
        default:
            end = date.day > 1
                ? CalendarDate(year: date.year, month: date.month, day: date.day - 1)
                : CalendarDate(year: date.year - 1, month: 12, day: 31)
        }
        return Evidence(
            kind: random.pick(Evidence.Kind.allCases, or: .producerRecords), reference: "E-1", date: issued,
            validUntil: end)
    }

    private mutating func drawRole() -> Material.Role {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<74: .material
        case 74..<81: .retailPackaging
        case 81..<86: .shippingPackaging
        case 86..<95: .accessory
        default: .indirect
        }
    }

    private mutating func drawTerms() -> AccessoryTerms? {
        if random.chance(20) { return nil }
        return random.chance(50)
            ? AccessoryTerms(invoicedSeparately: false, customary: true)
            : AccessoryTerms(invoicedSeparately: random.chance(50), customary: random.chance(50))
    }

    /// Each at most a quarter of the value, so that something is left of it.
    private mutating func drawDeductions(_ value: Money) -> Deductions {
        Deductions(
            transport: random.chance(60) ? drawDeduction(value) : nil,
            duties: random.chance(40) ? drawDeduction(value) : nil,
            waste: random.chance(30) ? drawDeduction(value) : nil)
    }

    private mutating func drawDeduction(_ value: Money) -> Deductions.Item {
        let cents = Int128.random(in: 0...centsOf(value.amount) / 5, using: &random)
        return Deductions.Item(
            value: inSomeCurrency(Money(amount(cents: cents), value.currency)),
            evidence: random.chance(75) ? "D-1" : "")
    }

    /// Inputs with values on and beside the thresholds of the intermediate's own value.
    private mutating func drawIntermediate(_ value: Money, _ own: HSCode, depth: Int) -> SelfProduced {
        let cents = centsOf(value.amount)
        let inputs = (0..<Int.random(in: 1...3, using: &random)).map { index in
            let share: Int128 =
                switch Int.random(in: 0..<8, using: &random) {
                case 0: cents * 6 / 10
                case 1: cents * 6 / 10 + 1
                case 2: cents / 10
                case 3: cents / 10 + 1
                case 4: cents * 9 / 10
                default: Int128.random(in: 1...max(2, cents / 2), using: &random)
                }
            var input = drawMaterial(
                id: "\(index + 1)", Money(amount(cents: max(1, share)), value.currency), for: own, depth: depth)
            if index == 0, input.role != .material, input.role != .accessory { input.role = .material }
            return input
        }
        return SelfProduced(
            operations: drawOperations(minimal: 12), chemicalReaction: drawReaction(), materials: inputs)
    }

    // MARK: Numbers

    private mutating func share(of whole: ExactDecimal, upTo percent: Int, _ currency: CurrencyCode) -> Money {
        let most = max(2, centsOf(whole) * Int128(percent) / 100)
        return Money(amount(cents: Int128.random(in: 1...most, using: &random)), currency)
    }

    private mutating func decimal(_ range: ClosedRange<Int128>, scale: Int) -> ExactDecimal {
        ExactDecimal(significand: Int128.random(in: range, using: &random), scale: scale)
    }

    private func amount(cents: Int128) -> ExactDecimal { ExactDecimal(significand: cents, scale: 2) }

    private func centsOf(_ amount: ExactDecimal) -> Int128 { amount.significand(atScale: 2) ?? 0 }
}
