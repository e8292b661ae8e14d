import Foundation
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import Testing

@testable import Batch

/// Random goods as rows and, built apart from them, as dossiers: every column of the output says what the determination
/// of the dossier says.
struct DifferentialTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func rowsSayWhatTheirDossiersSay(seed: UInt64) throws {
        let law = try TestLaw.law.get()
        let day = try #require(TestLaw.day)
        var random = try RandomGoods(seed: seed, law: law)
        let goods = (0..<400).map { random.next($0) }
        let batch = try Batch(
            goods: RandomGoods.goodsHeader + goods.map(\.row).joined(),
            materials: RandomGoods.materialsHeader + goods.flatMap(\.materialRows).joined())
        #expect(batch.rows.count == goods.count)
        for (row, good) in zip(batch.rows, goods) {
            let expected = Self.expected(good.dossier, Determiner(law: law), day)
            #expect(row == expected, "\(good.row)\(good.materialRows.joined())")
        }
        // Every verdict has to occur, else the comparison says little.
        let tally = batch.tally
        #expect([tally.originating, tally.notOriginating, tally.undetermined, tally.errors].allSatisfy { $0 > 0 })
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    /// The row as the contract describes it, from the determination alone.
    private static func expected(_ dossier: Dossier, _ determiner: Determiner, _ day: CalendarDate) -> String {
        guard let found = try? determiner.determine(dossier, on: dossier.date ?? day) else {
            let id = dossier.good.id
            return (id.contains("\"") ? quoted(id) : id) + ",error,error,,,,,,,,,"
        }
        let parts = found.materials.contains { [.material, .accessory].contains($0.material.role) }
        let isKnown = found.verdict != .undetermined || parts
        let failing = found.alternatives.first { $0.criterion == .changeInTariffClassification }
            ?? found.alternatives.first { $0.criterion == .whollyObtained && $0.outcome != .met }
        var country = found.countryOfOrigin?.candidates.map(\.description) ?? []
        if let finding = found.countryOfOrigin, finding.party == nil, country.count < 2 { country.append("?") }
        let rule = found.rules.map(\.text).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            .joined(separator: ";")
        let content = found.regionalValueContent
        var fields: [String] = [dossier.good.id.contains("\"") ? Self.quoted(dossier.good.id) : dossier.good.id]
        fields.append(found.verdict.rawValue)
        fields.append(found.verdictOnEvidence.rawValue)
        fields.append(found.criterion?.rawValue ?? "")
        fields.append(found.supplements.map(\.rawValue).joined(separator: ";"))
        fields.append(rule.contains(",") ? Self.quoted(rule) : rule)
        fields.append(isKnown ? content.indirect.percent.description : "")
        fields.append(isKnown ? content.direct?.percent.description ?? "" : "")
        fields.append(found.deMinimis?.valuePercent.description ?? "")
        fields.append(found.deMinimis?.weightPercent?.description ?? "")
        fields.append(country.joined(separator: ";"))
        fields.append(failing?.failingMaterials.joined(separator: ";") ?? "")
        return fields.joined(separator: ",")
    }
}

/// Goods of every kind, with unusual rows among them.
struct RandomGoods: RandomNumberGenerator {
    struct Pair {
        let row: String
        let materialRows: [String]
        let dossier: Dossier
    }

    static let goodsHeader = "good_id,hs_code,exporting_party,fob,currency,hs_edition,importing_party,net_weight_kg,"
        + "wholly_obtained,minimal_only,chemical_reaction,direct_labour,direct_overhead,profit,other_cost,rule_branch,date\n"
    static let materialsHeader = "good_id,material_id,hs_code,status,value,country,currency,hs_edition,net_weight_kg,role,"
        + "evidence_type,evidence_reference,evidence_date,evidence_valid_until\n"
    private static let parties = ["CN", "JP", "VN", "AU", "TH"]
    private var state: UInt64
    private let codes: [UInt32]
    private let usd: CurrencyCode
    private let china: CountryCode

    init(seed: UInt64, law: LawInForce) throws {
        state = seed
        usd = try #require(CurrencyCode("USD"))
        china = try #require(CountryCode("CN"))
        codes = law.nomenclatures[.hs2022]?.subheadings ?? []
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    private func country(_ text: String) -> CountryCode { CountryCode(text) ?? china }
    private mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
    private mutating func pick<Element>(_ of: [Element]) -> Element { of[Int.random(in: 0..<of.count, using: &self)] }
    private mutating func amount(_ most: Int, decimals: Int = 2) -> (String, ExactDecimal) {
        let number = Int.random(in: 1...most, using: &self)
        let value = ExactDecimal(significand: Int128(number), scale: decimals)
        return (value.description, value)
    }

    private mutating func code(near: UInt32?) -> (text: String, code: StatedHSCode) {
        var number = pick(codes)
        if let near, happens(30) { number = pick(codes.filter { $0 / 100 == near / 100 }) }
        let code = HSCode(number: number, level: .subheading)
        let text = happens(15) ? code.printed : happens(10) ? code.digits + "10" : code.digits
        return (text, StatedHSCode(text: text, subheading: code))
    }

    mutating func next(_ index: Int) -> Pair {
        let id = happens(3) ? "G \"\(index)\", red" : "G\(index)"
        let written = id.contains("\"") ? "\"" + id.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : id
        let code = code(near: nil)
        let party = pick(Self.parties)
        let importing = happens(50) ? pick(Self.parties) : ""
        let fob = amount(500_000)
        let usd = self.usd
        let money = { (value: ExactDecimal) in Money(value, usd) }
        let weight = happens(50) ? amount(90_000, decimals: 3) : nil
        let obtained = happens(10) ? "b" : ""
        let minimal = pick(["yes", "no", "no", ""])
        let reaction = pick(["", "no", party, "US"])
        let costs = happens(25) ? [amount(40_000), amount(40_000), nil, amount(9_000)] : [nil, nil, nil, nil]
        let branch = happens(15) ? pick([1, 2]) : nil
        let date = happens(10) ? "2026-03-01" : ""
        var dossier = Dossier(
            good: Good(
                id: id, description: id, hsCode: code.code, fob: money(fob.1), netWeightKg: weight?.1, ruleBranch: branch),
            exportingParty: country(party), importingParty: CountryCode(importing),
            date: CalendarDate(date),
            production: Production(
                whollyObtained: WhollyObtainedCategory(rawValue: obtained),
                operations: minimal.isEmpty ? [] : [Operation(description: "x", minimal: minimal == "yes" ? .a : nil)],
                chemicalReaction: reaction == "no" ? .absent
                    : CountryCode(reaction).map { .stated(party: $0, description: "x") }),
            costs: costs.contains { $0 != nil }
                ? Costs(
                    directLabour: costs[0].map { money($0.1) }, directOverhead: costs[1].map { money($0.1) },
                    profit: nil, other: costs[3].map { money($0.1) }) : nil)
        var rows: [String] = []
        for line in 0..<Int.random(in: 0...6, using: &self) {
            let (row, material) = material(line, of: code.code.subheading.number, written, party, usd)
            rows.append(row)
            dossier.materials.append(material)
        }
        let row = [
            written, code.text, party, fob.0, "USD", pick(["", "2022"]), importing, weight?.0 ?? "", obtained, minimal,
            reaction, costs[0]?.0 ?? "", costs[1]?.0 ?? "", "", costs[3]?.0 ?? "", branch.map(String.init) ?? "", date,
        ].joined(separator: ",") + "\n"
        return Pair(row: row, materialRows: rows, dossier: dossier)
    }

    private mutating func material(
        _ line: Int, of good: UInt32, _ id: String, _ party: String, _ usd: CurrencyCode
    ) -> (String, Material) {
        let name = happens(50) ? "\(line + 1)" : "m\(9 - line)"
        let code = code(near: good)
        let status = pick(Material.Status.allCases)
        let value = amount(120_000, decimals: pick([0, 2, 2, 4]))
        // Now and then a country that cannot be right, so that the good has an error.
        let country = happens(1) ? "US" : pick(["", party, "JP", "CN"])
        let weight = happens(60) ? amount(9_000, decimals: 3) : nil
        let role = happens(80) ? Material.Role.material : pick(Material.Role.allCases)
        let until = pick(["", "2026-01-01", "2027-01-01"])
        let isProven = happens(50)
        let evidence = isProven
            ? CalendarDate("2025-06-01").map {
                Evidence(kind: .supplierDeclaration, reference: "S1", date: $0, validUntil: CalendarDate(until))
            } : nil
        let row = [
            id, name, code.text, status.rawValue, value.0, country, pick(["", "USD"]), "", weight?.0 ?? "",
            role == .material ? pick(["", "material"]) : role.rawValue, isProven ? "supplierDeclaration" : "",
            isProven ? "S1" : "", isProven ? "2025-06-01" : "", isProven ? until : "",
        ].joined(separator: ",") + "\n"
        return (row, Material(
            id: name, description: name, hsCode: code.code, value: Money(value.1, usd), status: status,
            country: CountryCode(country), evidence: evidence, role: role, netWeightKg: weight?.1))
    }
}
