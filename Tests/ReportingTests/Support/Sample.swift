import Bilingual
import HarmonizedSystem
@testable import OriginDetermination
import OriginModel
import OriginRules
import Testing

/// Determinations built by hand, so that every section of a report has something in it.
enum Sample {
    /// Originating on the claims, not on the evidence; every section, kind of line and mark occurs.
    static func everything(description: String = "Motorcycle, 150 cc") throws -> Determination {
        let lines = try Self.lines()
        return try Determination(
            good: good(description), exportingParty: country("CN"), importingParty: country("VN"),
            date: date("2026-11-01"), codesInRuleEdition: [code("871120")], ruleSet: ruleSet(), rules: [splitRule()],
            verdict: .originating, verdictOnEvidence: .undetermined, criterion: .changeInTariffClassification,
            supplements: [.cumulation, .deMinimis], criterionOnEvidence: nil, supplementsOnEvidence: [],
            alternatives: alternatives(), regionalValueContent: regionalValueContent(),
            deMinimis: DeMinimisFinding(
                valuePercent: CutPercent(9_50, of: 100_00), weightPercent: CutPercent(7_25, of: 100_00), applied: true),
            countryOfOrigin: nil, countryOfOriginOnEvidence: nil, directConsignment: .met, materials: lines,
            assumptions: [
                Note(code: "material.countryAssumed", message: text("An assumption.", "一项假定。"), place: "/materials/0"),
            ],
            missing: [
                Note(
                    code: "material.evidence", message: text("A missing fact.", "一项缺少的事实。"),
                    place: "/materials/1/evidence"),
            ],
            warnings: [Note(code: "rvc.contradiction", message: text("A warning.", "一项警告。"))],
            explanation: tree())
    }

    /// The same good with other answers.
    static func answer(
        _ verdict: Verdict, onEvidence: Verdict, criterion: Criterion? = nil, supplements: [Supplement] = [],
        criterionOnEvidence: Criterion? = nil, supplementsOnEvidence: [Supplement] = [],
        alternatives: [AlternativeFinding]? = nil, lines: [MaterialFinding]? = nil, missing: [Note] = [],
        directConsignment: Outcome? = nil, rules: [Determination.AppliedRule] = [], deMinimis: DeMinimisFinding? = nil,
        countryOfOrigin: CountryOfOriginFinding? = nil, explanation: Explanation? = nil,
        values: RegionalValueContentFinding? = nil
    ) throws -> Determination {
        let whole = try everything()
        return Determination(
            good: whole.good, exportingParty: whole.exportingParty, importingParty: nil, date: whole.date,
            codesInRuleEdition: whole.codesInRuleEdition, ruleSet: whole.ruleSet, rules: rules, verdict: verdict,
            verdictOnEvidence: onEvidence, criterion: criterion, supplements: supplements,
            criterionOnEvidence: criterionOnEvidence, supplementsOnEvidence: supplementsOnEvidence,
            alternatives: alternatives ?? whole.alternatives,
            regionalValueContent: values ?? whole.regionalValueContent, deMinimis: deMinimis,
            countryOfOrigin: countryOfOrigin, countryOfOriginOnEvidence: countryOfOrigin,
            directConsignment: directConsignment,
            materials: lines ?? whole.materials, assumptions: [], missing: missing, warnings: [],
            explanation: explanation ?? whole.explanation)
    }

    // MARK: Values

    static func text(_ english: String, _ chinese: String) -> BilingualText { BilingualText(en: english, zh: chinese) }

    static func code(_ text: String) throws -> HSCode { try #require(HSCode(text)) }

    static func country(_ text: String) throws -> CountryCode { try #require(CountryCode(text)) }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func usd(_ text: String) throws -> Money {
        Money(try ExactDecimal(parsing: text), try #require(CurrencyCode("USD")))
    }

    static func stated(_ text: String) throws -> StatedHSCode {
        StatedHSCode(text: text, subheading: try #require(HSCode(firstSixOf: text)))
    }

    static func percentage(_ text: String) throws -> Percentage {
        try #require(Percentage(try ExactDecimal(parsing: text)))
    }

    // MARK: Parts

    private static func good(_ description: String) throws -> Good {
        Good(
            id: "CQ-150", description: description, hsCode: try stated("8711.20"), fob: try usd("31820"),
            quantity: Quantity(amount: try ExactDecimal(parsing: "10"), unit: "unit"),
            netWeightKg: try ExactDecimal(parsing: "1285"))
    }

    private static func ruleSet() throws -> Determination.AppliedRuleSet {
        .init(
            id: "annex-3a-hs2022", edition: .hs2022, effectiveFrom: try date("2023-01-01"),
            source: text("Annex 3A transposed into HS 2022", "附件3A（2022年版协调制度转换版）"),
            digest: String(repeating: "0a1b2c3d", count: 8))
    }

    private static func splitRule() throws -> Determination.AppliedRule {
        let exception = try #require(CodeRange(from: code("7208"), to: code("7211")))
        return .init(
            codes: [try code("871120")], code: try code("8711"),
            text: "1. CTH except from headings 72.08 to 72.11, or RVC40 for two wheels 2. CTH for others", page: 99,
            branches: [
                .init(
                    number: 1, condition: text("two wheels", "两轮"),
                    alternatives: [
                        .changeInTariffClassification(TariffChange(level: .heading, exceptions: [exception])),
                        .regionalValueContent(try percentage("40")), .chemicalReaction,
                    ], considered: true),
                .init(
                    number: 2, condition: text("others", "其他"),
                    alternatives: [.changeInTariffClassification(TariffChange(level: .heading))], considered: false),
            ])
    }

    private static func alternatives() -> [AlternativeFinding] {
        [
            AlternativeFinding(
                criterion: .changeInTariffClassification, rule: "CTH except from 72.08 to 72.11", branch: 1, code: nil,
                outcome: .met, supplements: [.cumulation, .deMinimis], failingMaterials: ["30", "50/1"], missing: [],
                reason: text("The change holds through de minimis.", "税则归类改变因微小含量规则而成立。")),
            AlternativeFinding(
                criterion: .regionalValueContent, rule: "RVC40", branch: 1, code: nil, outcome: .notMet,
                supplements: [], failingMaterials: [], missing: [],
                reason: text("Neither formula reaches the threshold.", "两种公式均未达到门槛。")),
            AlternativeFinding(
                criterion: .chemicalReaction, rule: "CR", branch: 1, code: nil, outcome: .undetermined,
                supplements: [], failingMaterials: [],
                missing: [
                    Note(
                        code: "reaction.notStated", message: text("State whether there was one.", "请说明是否发生化学反应。")),
                ],
                reason: text("Nothing is stated of a reaction.", "未说明化学反应。")),
        ]
    }

    private static func regionalValueContent() throws -> RegionalValueContentFinding {
        RegionalValueContentFinding(
            indirect: .init(
                percent: CutPercent(12_345_67, of: 31_820_00), fob: try usd("31820"), vnm: try usd("19474.33"),
                deductions: try usd("125.5")),
            direct: .init(
                percent: CutPercent(12_000_00, of: 31_820_00), fob: try usd("31820"), vom: try usd("9000"),
                directLabour: try usd("1000"), directOverhead: try usd("500"), profit: try usd("1200"),
                other: try usd("300")))
    }

    private static func line(
        _ path: String, _ description: String, _ hsCode: String, status: Material.Status, country: String?,
        role: Material.Role = .material, evidence: Evidence? = nil, selfProduced: SelfProduced? = nil,
        standing: MaterialFinding.Standing, onEvidence: MaterialFinding.Standing? = nil, vnm: Bool = false,
        change: Outcome? = nil, remarks: [BilingualText] = []
    ) throws -> MaterialFinding {
        let material = Material(
            id: path.split(separator: "/").last.map(String.init) ?? path, description: description,
            hsCode: try stated(hsCode), value: try usd("2100"), status: status, country: try country.map(Self.country),
            evidence: evidence, role: role, selfProduced: selfProduced)
        let line = PreparedLine(
            path: path, level: PreparedLevel([material], place: "/materials"), index: 0,
            codes: .one(material.hsCode.subheading))
        return MaterialFinding(
            LineReference([line], 0), value: material.value, standing: standing,
            standingOnEvidence: onEvidence ?? standing, countsInVNM: vnm, tariffChange: change, remarks: remarks,
            isBoughtAsOriginating: line.level.isBoughtAsOriginating(line.index))
    }

    private static func lines() throws -> [MaterialFinding] {
        let expired = Evidence(
            kind: .certificateOfOrigin, reference: "JP-22-000381", date: try date("2025-05-11"),
            validUntil: try date("2026-05-10"))
        let held = Evidence(kind: .producerRecords, reference: "ENG-2026-07", date: try date("2026-07-30"))
        return [
            try line(
                "10", "engine", "8407.32", status: .originating, country: "CN", evidence: held,
                standing: .originating),
            try line(
                "20", "发动机点火装置", "8409.91", status: .originating, country: "JP", evidence: expired,
                standing: .originating, onEvidence: .undetermined,
                remarks: [text("originating in another Party (3.4)", "原产于其他缔约方（3.4）")]),
            try line(
                "25", "frame", "8714.10", status: .originating, country: "CN", standing: .originating,
                onEvidence: .undetermined),
            try line(
                "30", "shock absorbers", "8714.10", status: .nonOriginating, country: "IT", standing: .nonOriginating,
                vnm: true, change: .notMet),
            try line(
                "40", "control unit", "9032.89", status: .nonOriginating, country: "DE", standing: .nonOriginating,
                vnm: true, change: .met),
            try line(
                "50", "fork", "8714.10", status: .undetermined, country: nil, selfProduced: SelfProduced(materials: []),
                standing: .replacedByInputs),
            try line(
                "50/1", "tube", "7306.30", status: .undetermined, country: nil, standing: .undetermined, vnm: true,
                change: .undetermined),
            try line(
                "60", "carton", "4819.10", status: .nonOriginating, country: "US", role: .retailPackaging,
                standing: .nonOriginating, vnm: true),
            try line(
                "70", "crate", "4415.10", status: .nonOriginating, country: "US", role: .shippingPackaging,
                standing: .ignored),
            try line(
                "80", "lubricant", "2710.19", status: .nonOriginating, country: "US", role: .indirect,
                standing: .indirect),
        ]
    }

    private static func tree() -> Explanation {
        Explanation(
            article: "3.2", statement: text("The good originates.", "该货物具备原产资格。"), result: .met,
            children: [
                Explanation(
                    article: "3A.5, 3A.7; D9", statement: text("The change holds.", "税则归类改变成立。"), result: .met,
                    inputs: [Explanation.Input(text("FOB value", "离岸价格"), "USD 31820.00")],
                    children: [
                        Explanation(
                            article: "3.7", statement: text("Little fails.", "未改变的材料微小。"), result: .met),
                    ]),
                Explanation(
                    article: "3.5.1(a)", statement: text("The threshold is not reached.", "未达到门槛。"),
                    result: .notMet),
                Explanation(
                    article: "3A.7", statement: text("Nothing is known of a reaction.", "化学反应情况不明。"),
                    result: .undetermined),
                Explanation(
                    article: "3.13", statement: text("The good is judged.", "以货物为单位判定。"),
                    result: .information),
            ])
    }
}
