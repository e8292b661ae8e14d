import HarmonizedSystem
import OriginRules
import Testing

/// The structured rules against the words printed beside them.
struct PrintedRuleTests {
    @Test func everyRowSaysInStructureWhatItSaysInWords() throws {
        let rows = try TestLaw.result.get().ruleSet.rows
        #expect(rows.count == 2_189)
        for row in rows {
            let printed = PrintedRule(row.text).branches
            #expect(row.branches.map(\.number) == printed.map(\.number), "\(row.code) \(row.text)")
            #expect(
                row.branches.map { $0.alternatives.map(plain) } == printed.map(\.alternatives),
                "\(row.code) \(row.text)")
        }
    }

    @Test(arguments: [
        ("WO", [PrintedRule.Alternative.whollyObtained]),
        ("CTSH except from subheadings 8504.31, 8504.33 or 8504.34, or RVC40", [
            .change(
                digits: 6, exceptions: ["850431", "850433", "850434"].map { .init(from: $0, to: $0) },
                activeIngredientProviso: false),
            .valueContent(40),
        ]),
        ("CTH except from headings 72.08 to 72.11, or RVC40", [
            .change(digits: 4, exceptions: [.init(from: "7208", to: "7211")], activeIngredientProviso: false),
            .valueContent(40),
        ]),
        ("CC except from Chapter 10", [
            .change(digits: 2, exceptions: [.init(from: "10", to: "10")], activeIngredientProviso: false)
        ]),
        (
            "CTSH provided that at least 50 % by weight of the active ingredient or ingredients is originating, "
                + "or RVC40",
            [.change(digits: 6, exceptions: [], activeIngredientProviso: true), .valueContent(40)]
        ),
        ("CTH, or RVC40, or CR", [
            .change(digits: 4, exceptions: [], activeIngredientProviso: false), .valueContent(40), .reaction,
        ]),
    ])
    func wordsAreReadOneByOne(text: String, alternatives: [PrintedRule.Alternative]) {
        #expect(PrintedRule(text).branches.map(\.alternatives) == [alternatives])
    }

    private func plain(_ alternative: RuleAlternative) -> PrintedRule.Alternative? {
        switch alternative {
        case .whollyObtained: return .whollyObtained
        case .chemicalReaction: return .reaction
        case .regionalValueContent(let threshold): return Int128(threshold.description).map { .valueContent($0) }
        case .changeInTariffClassification(let change):
            return .change(
                digits: Int(change.level.rawValue),
                exceptions: change.exceptions.map { .init(from: $0.first.digits, to: $0.last.digits) },
                activeIngredientProviso: change.activeIngredientShare?.description == "50")
        }
    }
}
