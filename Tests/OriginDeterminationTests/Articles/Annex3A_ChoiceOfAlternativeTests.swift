import OriginDetermination
import OriginRules
import Testing

/// Annex 3A, headnotes 4 and 8: one alternative is enough; split rules; which criterion heads the answer.
@Suite struct ChoiceOfAlternativeTests {
    private static let reacting = Reaction.inCountry("CN")

    /// 29.05: CTH, or RVC40, or CR.
    private static func alcohol(_ material: String, _ value: String, _ reaction: Reaction? = Reaction.none) -> Sketch {
        Sketch("2905.11", .foreign("10", material, value)).with { $0.reaction = reaction }
    }

    static let answers: [Row<Sketch, String>] = [
        Row("all three met", alcohol("8501.10", "50", reacting), "originating CTC"),
        Row("CR and RVC met", alcohol("2905.12", "50", reacting), "originating CR"),
        Row("RVC met alone", alcohol("2905.12", "50"), "originating RVC"),
        Row("CTC met alone", alcohol("8501.10", "90"), "originating CTC"),
        Row("none met", alcohol("2905.12", "90"), "notOriginating"),
        Row("CTC only by de minimis, RVC without", alcohol("2905.12", "10"), "originating RVC"),
        Row("CTC only by de minimis, CR without", alcohol("2905.12", "10", reacting), "originating CR"),
        Row(
            "RVC only by cumulation, CTC without",
            Sketch("8483.40", .foreign("10", "8501.10", "50"), .claimed("20", "8482.10", "20", in: "JP")),
            "originating CTC"),
        Row(
            "CTC only by cumulation, RVC without",
            Sketch("8483.40", .foreign("10", "8501.10", "30"), .claimed("20", "8483.40", "20", in: "JP")),
            "originating RVC"),
        Row(
            "CTC and RVC by one supplement each",
            Sketch("8483.40", .foreign("10", "8501.10", "50"), .claimed("20", "8483.40", "20", in: "JP")),
            "originating CTC ACU"),
        Row(
            "CTC by two supplements, RVC by one",
            Sketch(
                "8483.40", .foreign("5", "8483.30", "6"), .foreign("10", "8501.10", "50"),
                .claimed("20", "8483.40", "20", in: "JP")), "originating RVC ACU"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    /// Every alternative is evaluated and shown, in the order of the rule.
    static let outcomes: [Row<Sketch, String>] = [
        Row("all three met", alcohol("8501.10", "50", reacting), "CTC met; RVC met; CR met"),
        Row("RVC alone", alcohol("2905.12", "50"), "CTC notMet; RVC met; CR notMet"),
        Row("one open", alcohol("2905.12", "90", nil), "CTC notMet; RVC notMet; CR undetermined"),
    ]

    @Test(arguments: outcomes) func everyAlternativeIsShown(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().outcomes == row.expected)
    }

    // MARK: The exporter's choice

    struct Wish: Sendable {
        let sketch: Sketch
        let criterion: Criterion
    }

    /// The answer, then the warnings.
    static let wishes: [Row<Wish, String>] = [
        Row(
            "RVC, met", Wish(sketch: alcohol("8501.10", "50", reacting), criterion: .regionalValueContent),
            "originating RVC"),
        Row(
            "CR, met", Wish(sketch: alcohol("8501.10", "50", reacting), criterion: .chemicalReaction),
            "originating CR"),
        Row(
            "CTC, met by default", Wish(sketch: alcohol("8501.10", "50"), criterion: .changeInTariffClassification),
            "originating CTC"),
        Row(
            "CTC with its supplement", Wish(sketch: alcohol("2905.12", "10"), criterion: .changeInTariffClassification),
            "originating CTC DMI"),
        Row(
            "CR, not met", Wish(sketch: alcohol("8501.10", "50"), criterion: .chemicalReaction),
            "originating CTC criterion.notMet"),
        Row(
            "WO, not met", Wish(sketch: alcohol("8501.10", "50"), criterion: .whollyObtained),
            "originating CTC criterion.notMet"),
        Row(
            "RVC of a good that is PE",
            Wish(sketch: Sketch("8711.20", .claimed("10", "8501.10", "5")), criterion: .regionalValueContent),
            "originating PE criterion.notMet"),
        Row(
            "RVC of a good that does not originate",
            Wish(sketch: alcohol("2905.12", "90"), criterion: .regionalValueContent), "notOriginating criterion.notMet"),
    ]

    @Test(arguments: wishes) func preferring(_ row: Row<Wish, String>) throws {
        let determination = try row.given.sketch.determined(preferring: row.given.criterion)
        #expect(([determination.answer] + determination.warningCodes).joined(separator: " ") == row.expected)
    }

    /// The wish holds on evidence too, where the criterion is met there.
    @Test(arguments: [Criterion.changeInTariffClassification, .regionalValueContent])
    func wishOnEvidence(_ criterion: Criterion) throws {
        let determination = try Self.alcohol("8501.10", "50").determined(preferring: criterion)
        #expect(determination.criterionOnEvidence == criterion)
    }

    @Test func otherCriteriaThatAreMetAreNamed() throws {
        let steps = try Self.alcohol("8501.10", "50", Self.reacting).determined().explanation.steps(citing: "3A.4")
        #expect(steps.map(\.statement.english) == ["The criterion stated is CTC."])
        #expect(steps.first?.inputs.map(\.value) == ["CR; RVC"])
    }

    // MARK: Split rules

    /// 16.01: 1. RVC40 for sausages of insects 2. CC for any other good. 16.02: 1. CC or RVC40 ... 2. CC ...
    private static func split(_ code: String, _ material: String, _ value: String, branch: Int?) -> Sketch {
        Sketch(code, .foreign("10", material, value)).with { $0.branch = branch }
    }

    static let splits: [Row<Sketch, String>] = [
        Row("branch 1 met", split("1601.00", "1602.10", "60", branch: 1), "originating RVC"),
        Row("branch 2 not met", split("1601.00", "1602.10", "60", branch: 2), "notOriginating"),
        Row("no branch, they differ", split("1601.00", "1602.10", "60", branch: nil), "undetermined"),
        Row("branch 1 not met", split("1601.00", "0713.10", "61", branch: 1), "notOriginating"),
        Row("branch 2 met", split("1601.00", "0713.10", "61", branch: 2), "originating CTC"),
        Row("no branch, they differ the other way", split("1601.00", "0713.10", "61", branch: nil), "undetermined"),
        Row("no branch, both met by different criteria", split("1601.00", "0713.10", "60", branch: nil), "originating"),
        Row("no branch, neither met", split("1601.00", "1602.10", "61", branch: nil), "notOriginating"),
        Row("no branch, both met by one criterion", split("1602.10", "0713.10", "90", branch: nil), "originating CTC"),
        Row(
            "no branch, both met, a supplement in both", split("1602.10", "1602.10", "10", branch: nil),
            "originating CTC DMI"),
        Row("the same with branch 1", split("1602.10", "1602.10", "10", branch: 1), "originating RVC"),
        Row("no branch, met in one", split("1602.10", "1602.10", "60", branch: nil), "undetermined"),
        Row("no branch needed for PE", Sketch("1601.00", .claimed("10", "1602.10", "60")), "originating PE"),
    ]

    @Test(arguments: splits) func splitRule(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func missingBranchIsNamedWithItsConditions() throws {
        let determination = try Self.split("1601.00", "1602.10", "60", branch: nil).determined()
        let note = try #require(determination.missing.first)
        #expect(determination.missingPlaces == ["good.ruleBranch /good/ruleBranch"])
        #expect(note.message.english.contains("1: sausages of insects; 2: any other good"))
        #expect(note.message.chinese.contains("1：昆虫香肠；2：其他货物"))
    }

    @Test(
        arguments: [
            Row("branch 1", 1, [true, false]), Row("branch 2", 2, [false, true]), Row("none named", nil, [true, true]),
        ] as [Row<Int?, [Bool]>])
    func branchesConsidered(_ row: Row<Int?, [Bool]>) throws {
        let determination = try Self.split("1601.00", "1602.10", "60", branch: row.given).determined()
        let rule = try #require(determination.rule)
        #expect(rule.branches.map(\.considered) == row.expected)
        #expect(rule.branches.map { $0.condition?.english } == ["sausages of insects", "any other good"])
        #expect(determination.alternatives.map(\.branch) == (row.given.map { [$0] } ?? [1, 2]))
    }

    @Test func noCommonCriterionNamesTheBranch() throws {
        let determination = try Self.split("1601.00", "0713.10", "60", branch: nil).determined()
        #expect(determination.criterion == nil)
        #expect(determination.missingPlaces == ["good.criterionOpen /good/ruleBranch"])
    }

    @Test func branchOfARuleThatIsNotSplitIsIgnored() throws {
        let determination = try Self.split("8711.20", "8501.10", "60", branch: 2).determined()
        #expect(determination.answer == "originating RVC")
        #expect(determination.warnings.map(\.codeAndPlace) == ["rule.branchIgnored /good/ruleBranch"])
    }
}
