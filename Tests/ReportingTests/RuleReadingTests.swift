import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@Suite("Rules in words")
struct RuleReadingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let alternatives: [RuleAlternative]
        let symbols: String
        let english: String
        let chinese: String

        var testDescription: String { symbols }
    }

    static func change(
        _ level: HSCode.Level, _ ranges: [(String, String)] = [], share: String? = nil
    ) throws -> RuleAlternative {
        let exceptions = try ranges.map { try #require(CodeRange(from: Sample.code($0.0), to: Sample.code($0.1))) }
        return .changeInTariffClassification(
            TariffChange(level: level, exceptions: exceptions, activeIngredientShare: try share.map(Sample.percentage)))
    }

    private static let rvcEnglish = "or a regional value content of at least 40 % of the FOB value"
    private static let rvcChinese = "或区域价值成分不少于离岸价格的40%"

    static func rows() throws -> [Row] {
        let rvc = RuleAlternative.regionalValueContent(try Sample.percentage("40"))
        return [
            Row(
                alternatives: [.whollyObtained], symbols: "WO",
                english: "wholly obtained or produced in one Party, or produced there exclusively from originating "
                    + "materials",
                chinese: "在一缔约方完全获得或者生产，或者在该缔约方完全使用原产材料生产"),
            Row(
                alternatives: [try change(.chapter)], symbols: "CC", english: "a change from any other chapter",
                chinese: "从任何其他章改变至此"),
            Row(
                alternatives: [try change(.chapter, [("10", "10")])], symbols: "CC except from Chapter 10",
                english: "a change from any other chapter, except from Chapter 10",
                chinese: "从任何其他章改变至此，但从第10章改变而来的除外"),
            Row(
                alternatives: [try change(.heading), rvc], symbols: "CTH or RVC40",
                english: "a change from any other heading; \(rvcEnglish)",
                chinese: "从任何其他品目改变至此；\(rvcChinese)"),
            Row(
                alternatives: [try change(.heading, [("7208", "7211")]), rvc],
                symbols: "CTH except from 72.08 to 72.11, or RVC40",
                english: "a change from any other heading, except from headings 72.08 to 72.11; \(rvcEnglish)",
                chinese: "从任何其他品目改变至此，但从品目72.08至72.11改变而来的除外；\(rvcChinese)"),
            Row(
                alternatives: [try change(.heading, [("5004", "5004"), ("5005", "5005")])],
                symbols: "CTH except from 50.04 or 50.05",
                english: "a change from any other heading, except from headings 50.04 and 50.05",
                chinese: "从任何其他品目改变至此，但从品目50.04、50.05改变而来的除外"),
            Row(
                alternatives: [
                    try change(.subheading, [("850431", "850431"), ("850433", "850433"), ("850434", "850434")]),
                ],
                symbols: "CTSH except from 8504.31, 8504.33 or 8504.34",
                english: "a change from any other subheading, except from subheadings 8504.31, 8504.33 and 8504.34",
                chinese: "从任何其他子目改变至此，但从子目8504.31、8504.33、8504.34改变而来的除外"),
            Row(
                alternatives: [try change(.heading, [("853710", "853710")])], symbols: "CTH except from 8537.10",
                english: "a change from any other heading, except from subheading 8537.10",
                chinese: "从任何其他品目改变至此，但从子目8537.10改变而来的除外"),
            Row(
                alternatives: [try change(.subheading, share: "50"), rvc],
                symbols: "CTSH + 50 %, or RVC40",
                english: "a change from any other subheading, provided that at least 50 % by weight of the active "
                    + "ingredients is originating; \(rvcEnglish)",
                chinese: "从任何其他子目改变至此，但有效成分按重量计至少50%应为原产；\(rvcChinese)"),
            Row(
                alternatives: [try change(.heading), rvc, .chemicalReaction], symbols: "CTH or RVC40 or CR",
                english: "a change from any other heading; \(rvcEnglish); "
                    + "or production by a chemical reaction that takes place in a Party",
                chinese: "从任何其他品目改变至此；\(rvcChinese)；或在一缔约方经化学反应生产"),
        ]
    }

    @Test(arguments: try rows())
    func reading(_ row: Row) {
        #expect(RuleReading.symbols(row.alternatives) == row.symbols)
        #expect(RuleReading.words(row.alternatives) == BilingualText(en: row.english, zh: row.chinese))
    }

    @Test func branchesSayTheirCondition() throws {
        let branches = [
            RuleReading.Branch(
                number: 1, condition: BilingualText(en: "of insect", zh: "昆虫制"),
                alternatives: [try Self.change(.chapter)]),
            RuleReading.Branch(
                number: 2, condition: BilingualText(en: "any other good", zh: "其他货物"),
                alternatives: [try Self.change(.heading)]),
        ]
        #expect(
            RuleReading.words(branches)
                == BilingualText(
                    en: "branch 1 (of insect): a change from any other chapter; "
                        + "branch 2 (any other good): a change from any other heading",
                    zh: "第1分支（昆虫制）：从任何其他章改变至此；第2分支（其他货物）：从任何其他品目改变至此"))
    }
}
