import HarmonizedSystem
import OriginDetermination
import OriginModel

/// Goods of a known size and outcome, so that one benchmark is one worry.
struct SampleGoods {
    struct BadSample: Error {}

    private let china: CountryCode
    private let germany: CountryCode
    private let dollar: CurrencyCode

    init() throws {
        guard let china = CountryCode("CN"), let germany = CountryCode("DE"), let dollar = CurrencyCode("USD") else {
            throw BadSample()
        }
        self.china = china
        self.germany = germany
        self.dollar = dollar
    }

    private func code(_ text: String) throws -> StatedHSCode {
        guard let code = HSCode(firstSixOf: text) else { throw BadSample() }
        return StatedHSCode(text: text, subheading: code)
    }

    private func money(_ cents: Int) -> Money {
        Money(ExactDecimal(significand: Int128(cents), scale: 2), dollar)
    }

    /// A wiring harness (CTH or RVC40) of so many materials, half of them originating.
    func good(lines: Int) throws -> Dossier {
        let materials = try (1...lines).map { line in
            try material(line, code: line.isMultiple(of: 2) ? "7408.11" : "3926.90", cents: 100, originating: line.isMultiple(of: 2))
        }
        return try dossier("8544.30", cents: 400 * lines, materials)
    }

    /// A motor (CTH or RVC40) whose materials neither change heading nor leave value enough: every alternative fails.
    func failingGood(lines: Int) throws -> Dossier {
        let materials = try (1...lines).map { try material($0, code: "8501.10", cents: 100, originating: false) }
        return try dossier("8501.20", cents: 110 * lines, materials)
    }

    /// Intermediates inside each other, so many levels, with two bought materials at each.
    func nestedGood(levels: Int) throws -> Dossier {
        try dossier("8711.20", cents: 1_000_000, try inputs(of: levels))
    }

    private func inputs(of level: Int) throws -> [Material] {
        var materials = [
            try material(1, code: "7408.11", cents: 500, originating: true),
            try material(2, code: "3926.90", cents: 500, originating: false),
        ]
        if level > 0 {
            var intermediate = try material(3, code: "8501.20", cents: 5_000 * level, originating: false)
            intermediate.selfProduced = SelfProduced(
                operations: [Operation(description: "assembly")], materials: try inputs(of: level - 1))
            materials.append(intermediate)
        }
        return materials
    }

    private func material(_ id: Int, code text: String, cents: Int, originating: Bool) throws -> Material {
        Material(
            id: String(id), description: "material", hsCode: try code(text), value: money(cents),
            status: originating ? .originating : .nonOriginating, country: originating ? china : germany)
    }

    private func dossier(_ text: String, cents: Int, _ materials: [Material]) throws -> Dossier {
        Dossier(
            good: Good(id: "G", description: "good", hsCode: try code(text), fob: money(cents)), exportingParty: china,
            production: Production(operations: [Operation(description: "assembly")]), materials: materials)
    }

    /// The bytes of a file of the format `rcep-dossier/1` with so many materials.
    static func dossierText(lines: Int) -> [UInt8] {
        let materials = (1...lines).map { line in
            """
            {"id": "\(line)", "description": "material", "hsCode": "7408.11", "status": "originating", "country": "CN",
             "value": {"amount": "1.00", "currency": "USD"}, "netWeightKg": "0.25",
             "evidence": {"type": "producerRecords", "reference": "R-\(line)", "date": "2026-07-30"}}
            """
        }
        let text = """
            {"format": "rcep-dossier/1",
             "good": {"id": "G", "description": "good", "hsCode": "8544.30",
                      "fob": {"amount": "\(lines * 4).00", "currency": "USD"}},
             "exportingParty": "CN", "date": "2026-11-01",
             "production": {"operations": [{"description": "assembly"}]},
             "materials": [\(materials.joined(separator: ",\n"))]}
            """
        return Array(text.utf8)
    }
}
