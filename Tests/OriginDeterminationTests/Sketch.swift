import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// A dossier as a table of tests writes it, in short; amounts are `60` (dollars) or `60 CNY`.
struct Sketch: Sendable {
    var code: String
    var edition: HSEdition = .hs2022
    var fob = "100"
    var weight: String?
    var branch: Int?
    var exporter = "CN"
    var importer: String?
    var date = "2026-06-01"
    var category: WhollyObtainedCategory?
    /// nil: one that is more than minimal.
    var operations: [MinimalOperationKind?] = [nil]
    var reaction: Reaction?
    var costs: CostSketch?
    /// `EUR USD 1.1`
    var rates: [String] = []
    var route: [Stop] = []
    var inventory: InventoryMethod?
    var parts: [Part]

    init(_ code: String, fob: String = "100", _ parts: Part...) {
        self.code = code
        self.fob = fob
        self.parts = parts
    }

    /// The same with more said of it.
    func with(_ change: (inout Sketch) -> Void) -> Sketch {
        var copy = self
        change(&copy)
        return copy
    }

    func dossier() throws -> Dossier {
        Dossier(
            good: Good(
                id: "G", description: "the good", hsCode: try StatedHSCode.literal(code, edition),
                fob: try Money.literal(fob), netWeightKg: try weight.map(ExactDecimal.literal), ruleBranch: branch),
            exportingParty: try need(exporter, CountryCode.init),
            importingParty: try importer.map { try need($0, CountryCode.init) },
            date: try need(date, CalendarDate.init),
            production: Production(
                whollyObtained: category, operations: operations.map { Operation(description: "a step", minimal: $0) },
                chemicalReaction: try reaction?.model()),
            materials: try parts.map { try $0.material() }, costs: try costs?.model(),
            exchangeRates: try rates.map(ExchangeRate.literal), route: try route.map { try $0.model() },
            inventoryMethod: inventory)
    }

    func determined(preferring: Criterion? = nil) throws -> Determination {
        try Determiner(law: SmallLaw.inForce.get())
            .determine(dossier(), on: need(date, CalendarDate.init), preferring: preferring)
    }

    /// What the engine refuses; empty when it answers.
    func problems() throws -> [InputProblem] {
        do {
            _ = try determined()
            return []
        } catch let refusal as InputProblems {
            return refusal.problems
        }
    }
}

/// A line of a bill of materials in short.
struct Part: Sendable {
    var id: String
    var code: String
    var edition: HSEdition = .hs2022
    var value: String
    var status: Material.Status
    var country: String?
    /// Last day of validity of the evidence; empty for evidence that does not run out.
    var evidence: String?
    var evidenceDate = "2026-01-01"
    var role: Material.Role = .material
    var terms: AccessoryTerms?
    var weight: String?
    var isActive: Bool?
    /// Amount and evidence.
    var transport: (String, String)?
    var duties: (String, String)?
    var waste: (String, String)?
    var making: Making?

    /// How the producer of the good made it.
    struct Making: Sendable {
        var operations: [MinimalOperationKind?]
        var reaction: Reaction?
        var parts: [Part]
    }

    static func foreign(_ id: String, _ code: String, _ value: String) -> Part {
        Part(id: id, code: code, value: value, status: .nonOriginating)
    }

    static func unknown(_ id: String, _ code: String, _ value: String) -> Part {
        Part(id: id, code: code, value: value, status: .undetermined)
    }

    /// Claimed as originating, in the exporting Party unless another is named.
    static func claimed(_ id: String, _ code: String, _ value: String, in country: String? = nil) -> Part {
        Part(id: id, code: code, value: value, status: .originating, country: country)
    }

    static func made(
        _ id: String, _ code: String, _ value: String, operations: [MinimalOperationKind?] = [nil],
        reaction: Reaction? = nil, from parts: Part...
    ) -> Part {
        var part = Part(id: id, code: code, value: value, status: .nonOriginating)
        part.making = Making(operations: operations, reaction: reaction, parts: parts)
        return part
    }

    func with(_ change: (inout Part) -> Void) -> Part {
        var copy = self
        change(&copy)
        return copy
    }

    func role(_ role: Material.Role) -> Part { with { $0.role = role } }
    func weighing(_ kilograms: String) -> Part { with { $0.weight = kilograms } }
    func inEdition(_ edition: HSEdition) -> Part { with { $0.edition = edition } }
    /// With evidence that does not run out, or does after a day.
    func evidenced(until day: String = "") -> Part { with { $0.evidence = day } }
    func active(_ isActive: Bool = true) -> Part { with { $0.isActive = isActive } }

    func accessory(invoicedSeparately: Bool, customary: Bool) -> Part {
        with {
            $0.role = .accessory
            $0.terms = AccessoryTerms(invoicedSeparately: invoicedSeparately, customary: customary)
        }
    }

    func material() throws -> Material {
        func item(_ deduction: (amount: String, evidence: String)?) throws -> Deductions.Item? {
            try deduction.map { Deductions.Item(value: try Money.literal($0.amount), evidence: $0.evidence) }
        }
        let hasDeductions = transport != nil || duties != nil || waste != nil
        return Material(
            id: id, description: "material \(id)", hsCode: try StatedHSCode.literal(code, edition),
            value: try Money.literal(value), status: status,
            country: try country.map { try need($0, CountryCode.init) },
            evidence: try evidence.map { until in
                Evidence(
                    kind: .certificateOfOrigin, reference: "E-\(id)", date: try need(evidenceDate, CalendarDate.init),
                    validUntil: until.isEmpty ? nil : try need(until, CalendarDate.init))
            },
            role: role,
            deductions: hasDeductions
                ? Deductions(transport: try item(transport), duties: try item(duties), waste: try item(waste)) : nil,
            netWeightKg: try weight.map(ExactDecimal.literal), activeIngredient: isActive, accessory: terms,
            selfProduced: try making.map { making in
                SelfProduced(
                    operations: making.operations.map { Operation(description: "a step", minimal: $0) },
                    chemicalReaction: try making.reaction?.model(),
                    materials: try making.parts.map { try $0.material() })
            })
    }
}

enum Reaction: Sendable {
    case none
    case inCountry(String)

    func model() throws -> ChemicalReaction {
        switch self {
        case .none: .absent
        case .inCountry(let code): .stated(party: try need(code, CountryCode.init), description: "a reaction")
        }
    }
}

struct CostSketch: Sendable {
    var labour: String?
    var overhead: String?
    var profit: String?
    var other: String?

    func model() throws -> Costs {
        Costs(
            directLabour: try labour.map(Money.literal), directOverhead: try overhead.map(Money.literal),
            profit: try profit.map(Money.literal), other: try other.map(Money.literal))
    }
}

/// A place on the way; each operation by its kind, nil where the kind is not stated.
struct Stop: Sendable {
    let country: String
    let control: Bool?
    let operations: [RouteStop.Handling.Kind?]

    init(_ country: String, control: Bool?, _ operations: RouteStop.Handling.Kind?...) {
        self.country = country
        self.control = control
        self.operations = operations
    }

    func model() throws -> RouteStop {
        RouteStop(
            country: try need(country, CountryCode.init), customsControl: control,
            operations: operations.map { RouteStop.Handling(description: "handling", kind: $0) })
    }
}

// MARK: - Literals

extension ExactDecimal {
    static func literal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }
}

extension Money {
    /// `60` in dollars, `60 CNY`
    static func literal(_ text: String) throws -> Money {
        let words = text.split(separator: " ").map(String.init)
        return Money(
            try ExactDecimal.literal(words[0]), try need(words.count > 1 ? words[1] : "USD") { CurrencyCode($0) })
    }
}

extension ExchangeRate {
    /// `EUR USD 1.1`: one euro is 1.1 dollars.
    static func literal(_ text: String) throws -> ExchangeRate {
        let words = text.split(separator: " ").map(String.init)
        return ExchangeRate(
            from: try need(words[0]) { CurrencyCode($0) }, to: try need(words[1]) { CurrencyCode($0) },
            rate: try ExactDecimal.literal(words[2]), date: try need("2026-05-29", CalendarDate.init), source: "a bank")
    }
}

extension StatedHSCode {
    static func literal(_ text: String, _ edition: HSEdition) throws -> StatedHSCode {
        StatedHSCode(text: text, subheading: try need(text) { HSCode(firstSixOf: $0) }, edition: edition)
    }
}
