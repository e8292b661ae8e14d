import Bilingual
import HarmonizedSystem
import OriginRules
import Reporting
import Testing

@Suite("Look-up")
struct LookupReportTests {
    static func ruleSet() throws -> RuleSet {
        let heading = RuleAlternative.changeInTariffClassification(TariffChange(level: .heading))
        let chapter = RuleAlternative.changeInTariffClassification(TariffChange(level: .chapter))
        let rvc = RuleAlternative.regionalValueContent(try Sample.percentage("40"))
        return try RuleSet(
            id: "annex-3a-hs2022", edition: .hs2022, effectiveFrom: Sample.date("2023-01-01"),
            source: Sample.text("Annex 3A in HS 2022", "附件3A（2022年版）"),
            chineseConditions: ["of insect": "昆虫制", "any other good": "其他货物"], digest: "00",
            rules: [
                ProductSpecificRule(
                    code: Sample.code("8711"), text: "CTH or RVC40", page: 99,
                    branches: [RuleBranch(alternatives: [heading, rvc])]),
                ProductSpecificRule(
                    code: Sample.code("160100"), text: "1. CC or RVC40 for of insect 2. CC for any other good",
                    page: 12,
                    branches: [
                        RuleBranch(number: 1, condition: "of insect", alternatives: [chapter, rvc]),
                        RuleBranch(number: 2, condition: "any other good", alternatives: [chapter]),
                    ]),
                ProductSpecificRule(
                    code: Sample.code("871410"), text: "RVC40", page: 99, branches: [RuleBranch(alternatives: [rvc])]),
            ])
    }

    static func report(_ language: Language) throws -> (LookupReport, ReportContext) {
        let labels = try HSLabels(tabSeparated: "1601\tSausages\t香肠\n87\tVehicles\t车辆\n8711\tMotorcycles\t摩托车\n")
        let context = ReportContext(language: language, labels: labels)
        return (LookupReport(try ruleSet(), context), context)
    }

    @Test(arguments: ["871120", "160100", "87"], Language.allCases)
    func snapshot(_ code: String, _ language: Language) throws {
        let (report, context) = try Self.report(language)
        let text = try report.document(for: Sample.code(code)).render(as: .text, in: context)
        try expectSnapshot(text, "lookup-\(code).\(language.rawValue).txt")
    }

    @Test(arguments: ReportDocument.Layout.allCases, Language.allCases)
    func list(_ layout: ReportDocument.Layout, _ language: Language) throws {
        let (report, context) = try Self.report(language)
        let codes = try ["1601", "8711", "8714"].map(Sample.code)
        let text = report.list(codes, query: "<cycle>").render(as: layout, in: context)
        let format = try #require(ReportFormat.allCases.first { $0.layout == layout })
        try expectSnapshot(text, "lookup-list.\(language.rawValue).\(format.fileExtension)")
    }

    @Test func nothingFoundSaysSo() throws {
        let (report, context) = try Self.report(.english)
        #expect(report.list([], query: "xyz").render(as: .text, in: context) == "Nothing found for “xyz”\n")
    }
}
