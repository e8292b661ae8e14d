import OriginDetermination
import Testing

/// Article 3.12: self-produced intermediates count whole, or by their inputs.
@Suite struct MaterialsUsedInProductionTests {
    /// 8483.40 by CTH or RVC40: stands, though it is made of foreign parts.
    private static let standing = Part.made("30", "8483.40", "50", from: .foreign("1", "8482.10", "45"))
    /// 87.14 by CC: falls, because its foreign part of chapter 87 is worth more than a tenth of it.
    private static let falling = Part.made(
        "30", "8714.91", "50", from: .foreign("1", "8714.10", "30"), .claimed("2", "7318.15", "5", in: "CN"))
    /// 29.06 by CR alone: nothing is said of a reaction.
    private static let open = Part.made("30", "2906.11", "50", from: .foreign("1", "2905.11", "30"))

    static let answers: [Row<Sketch, String>] = [
        Row(
            "counts whole", Sketch("8711.20", standing, .foreign("40", "8501.10", "60")),
            "originating RVC, indirect 40.00"),
        Row(
            "counts whole, the rest over", Sketch("8711.20", standing, .foreign("40", "8501.10", "60.01")),
            "notOriginating, indirect 39.99"),
        Row("alone, makes the good PE", Sketch("8711.20", standing), "originating PE, indirect 100.00"),
        Row(
            "counts whole as VOM",
            Sketch("8711.20", standing, .foreign("40", "8501.10", "90")).with { $0.costs = CostSketch() },
            "originating RVC, indirect 10.00 direct 50.00"),
        Row(
            "replaced by its inputs", Sketch("8711.20", falling, .foreign("40", "8501.10", "30")),
            "originating RVC, indirect 40.00"),
        Row(
            "replaced, the rest over", Sketch("8711.20", falling, .foreign("40", "8501.10", "30.01")),
            "notOriginating, indirect 39.99"),
        Row(
            "replaced, its originating input counts as VOM",
            Sketch("8711.20", falling, .foreign("40", "8501.10", "60")).with { $0.costs = CostSketch(labour: "34.99") },
            "notOriginating, indirect 10.00 direct 39.99"),
        Row(
            "replaced, its originating input counts as VOM, met",
            Sketch("8711.20", falling, .foreign("40", "8501.10", "60")).with { $0.costs = CostSketch(labour: "35") },
            "originating RVC, indirect 10.00 direct 40.00"),
        Row(
            "undecided, so replaced", Sketch("8711.20", open, .foreign("40", "8501.10", "30")),
            "originating RVC, indirect 40.00"),
        Row(
            "undecided, so replaced, over", Sketch("8711.20", open, .foreign("40", "8501.10", "31")),
            "notOriginating, indirect 39.00"),
        Row(
            "its own reaction makes it stand",
            Sketch("8711.20", open.with { $0.making?.reaction = .inCountry("CN") }, .foreign("40", "8501.10", "60")),
            "originating RVC, indirect 40.00"),
        Row(
            "the claim on the line does not matter: claimed",
            Sketch("8711.20", falling.with { $0.status = .originating }, .foreign("40", "8501.10", "30.01")),
            "notOriginating, indirect 39.99"),
        Row(
            "the claim on the line does not matter: unknown",
            Sketch("8711.20", standing.with { $0.status = .undetermined }, .foreign("40", "8501.10", "60")),
            "originating RVC, indirect 40.00"),
        Row(
            "its value takes the place of FOB: 10 % of it may stay",
            Sketch("8711.20", .made("30", "8714.91", "50", from: .foreign("1", "8714.10", "5"))),
            "originating PE, indirect 100.00"),
        Row(
            "its value takes the place of FOB: one cent more may not",
            Sketch("8711.20", .made("30", "8714.91", "50", from: .foreign("1", "8714.10", "5.01"))),
            "originating RVC, indirect 94.99"),
        Row(
            "its value in another currency",
            Sketch("8711.20", .made("30", "8714.91", "350 CNY", from: .foreign("1", "8714.10", "5"))).with {
                $0.rates = ["USD CNY 7"]
            }, "originating PE, indirect 100.00"),
        Row(
            "costs of the good do not help an intermediate",
            Sketch("8711.20", .made("30", "8483.40", "50", from: .foreign("1", "8483.30", "31"))).with {
                $0.costs = CostSketch(labour: "1")
            }, "originating RVC, indirect 69.00 direct 1.00"),
        Row(
            "an input that did not change is asked of the good",
            Sketch(
                "8473.30",
                .made("30", "8714.91", "50", from: .foreign("1", "8714.10", "30"), .foreign("2", "8473.30", "11"))),
            "notOriginating, indirect 59.00"),
        Row(
            "an input within an intermediate that stands is not",
            Sketch(
                "8473.30", .made("30", "8483.40", "50", from: .foreign("1", "8473.30", "40")),
                .foreign("2", "8501.10", "11")),
            "originating CTC, indirect 89.00"),
        Row(
            "a split rule must be met in every branch",
            Sketch("8711.20", .made("30", "1602.10", "50", from: .foreign("1", "1602.10", "10"))),
            "originating RVC, indirect 90.00"),
        Row(
            "a split rule met in every branch",
            Sketch("8711.20", .made("30", "1602.10", "50", from: .foreign("1", "0713.10", "45"))),
            "originating PE, indirect 100.00"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect("\(determination.answer), \(determination.percentages)" == row.expected)
    }

    // MARK: Depth

    /// Three levels: 8714.91 of 8483.40 of 8714.10.
    private static func nested(_ deepest: Part, _ middle: String = "8483.40", _ outer: String = "8714.91") -> Sketch {
        Sketch(
            "8711.20", .foreign("10", "8501.10", "10"),
            .made("20", outer, "60", from: .foreign("1", "8501.10", "1"), .made("2", middle, "40", from: deepest)))
    }

    /// Standing of every line, in order.
    static let depths: [Row<Sketch, [String]>] = [
        Row(
            "everything stands", nested(.made("7", "8714.10", "20", from: .foreign("1", "7318.15", "19"))),
            [
                "10 nonOriginating", "20 originating", "20/1 withinIntermediate", "20/2 withinIntermediate",
                "20/2/7 withinIntermediate", "20/2/7/1 withinIntermediate",
            ]),
        Row(
            "the deepest falls, the middle stands by its inputs",
            nested(.made("7", "8714.10", "20", from: .foreign("1", "8714.91", "19"))),
            [
                "10 nonOriginating", "20 originating", "20/1 withinIntermediate", "20/2 withinIntermediate",
                "20/2/7 withinIntermediate", "20/2/7/1 withinIntermediate",
            ]),
        Row(
            "all fall",
            nested(.made("7", "8714.10", "20", from: .foreign("1", "8714.91", "39")), "8714.91", "8714.91"),
            [
                "10 nonOriginating", "20 replacedByInputs", "20/1 nonOriginating", "20/2 replacedByInputs",
                "20/2/7 replacedByInputs", "20/2/7/1 nonOriginating",
            ]),
        Row(
            "the outer falls, what stands inside it counts",
            Sketch(
                "8711.20",
                .made(
                    "20", "8714.91", "60", from: .foreign("1", "8714.10", "30"),
                    .made("2", "8483.40", "20", from: .foreign("7", "8482.10", "19"), .unknown("8", "7318.15", "1")))),
            [
                "20 replacedByInputs", "20/1 nonOriginating", "20/2 originating", "20/2/7 withinIntermediate",
                "20/2/8 withinIntermediate",
            ]),
        Row(
            "the outer falls, so does what is inside",
            Sketch(
                "8711.20",
                .made(
                    "20", "8714.91", "60", from: .unknown("1", "8714.10", "30"),
                    .made("2", "8714.10", "20", from: .foreign("7", "8714.91", "19"), .claimed("8", "7318.15", "1")))),
            [
                "20 replacedByInputs", "20/1 undetermined", "20/2 replacedByInputs", "20/2/7 nonOriginating",
                "20/2/8 originating",
            ]),
    ]

    /// What packing for shipment and indirect materials are made of decides nothing (D24).
    static let undecided: [Row<Sketch, [String]>] = [
        Row(
            "packing for shipment",
            Sketch(
                "8711.20", .foreign("5", "8501.10", "9"),
                .made("10", "4819.10", "9", from: .foreign("1", "8501.10", "5"), .claimed("2", "8501.10", "4"))
                    .role(.shippingPackaging)), ["5 nonOriginating", "10 ignored", "10/1 ignored", "10/2 ignored"]),
        Row(
            "an indirect material",
            Sketch(
                "8711.20", .foreign("5", "8501.10", "9"),
                .made("10", "8205.40", "9", from: .made("1", "8501.10", "5", from: .unknown("1", "8482.10", "3")))
                    .role(.indirect)),
            ["5 nonOriginating", "10 indirect", "10/1 withinIntermediate", "10/1/1 withinIntermediate"]),
    ]

    @Test(arguments: depths + undecided) func standings(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().standings == row.expected)
    }

    @Test func placesLeadToTheLine() throws {
        let lines = try Self.nested(.made("7", "8714.10", "20", from: .foreign("1", "7318.15", "19"))).determined()
            .materials
        #expect(
            lines.map(\.place) == [
                "/materials/0", "/materials/1", "/materials/1/selfProduced/materials/0",
                "/materials/1/selfProduced/materials/1",
                "/materials/1/selfProduced/materials/1/selfProduced/materials/0",
                "/materials/1/selfProduced/materials/1/selfProduced/materials/0/selfProduced/materials/0",
            ])
    }

    @Test func failingInputsAreNamedByPath() throws {
        let sketch = Sketch(
            "8473.30", .foreign("10", "8473.30", "20"),
            .made("20", "8714.91", "60", from: .foreign("1", "8714.10", "30"), .foreign("2", "8473.30", "11")))
        #expect(try sketch.determined().alternative("CTC")?.failingMaterials == ["10", "20/2"])
    }

    /// Values counted: nothing twice, nothing lost, at depth.
    @Test func valuesOfNestedIntermediates() throws {
        let sketch = Sketch(
            "8711.20",
            .made(
                "20", "8714.91", "60", from: .foreign("1", "8714.10", "30"),
                .made("2", "8483.40", "20", from: .foreign("7", "8482.10", "19")), .claimed("3", "7318.15", "4"))
        ).with { $0.costs = CostSketch() }
        let found = try sketch.determined().regionalValueContent
        #expect(found.indirect.vnm.description == "USD 30.00")
        #expect(found.direct?.vom.description == "USD 24.00")
    }

    // MARK: Notes and explanation

    static let warnings: [Row<Sketch, [String]>] = [
        Row("stands", Sketch("8711.20", standing), []),
        Row("falls", Sketch("8711.20", falling), []),
        Row("undecided", Sketch("8711.20", open), ["intermediate.undecided /materials/0"]),
        Row(
            "undecided inside one that falls",
            Sketch(
                "8711.20",
                .made(
                    "20", "8714.91", "60", from: .foreign("1", "8714.10", "30"),
                    .made("2", "2906.11", "20", from: .foreign("7", "8482.10", "19")))),
            ["intermediate.undecided /materials/0/selfProduced/materials/1"]),
    ]

    @Test(arguments: warnings) func warned(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().warnings.map(\.codeAndPlace) == row.expected)
    }

    static let explanations: [Row<Part, (result: Explanation.Result, words: String)>] = [
        Row("stands", standing, (.met, "its whole value, USD 50.00, counts as originating")),
        Row("falls", falling, (.notMet, "does not originate by its own rule: its inputs are counted")),
        Row("undecided", open, (.undetermined, "cannot be decided: its inputs are counted")),
    ]

    @Test(arguments: explanations)
    func explanationSaysWhichHappened(_ row: Row<Part, (result: Explanation.Result, words: String)>) throws {
        let tree = try Sketch("8711.20", row.given, .foreign("40", "8501.10", "5")).determined().explanation
        let steps = tree.steps(citing: "3.12")
        #expect(steps.map(\.result) == [row.expected.result])
        let step = try #require(steps.first)
        #expect(step.statement.english.contains("30"))
        #expect(step.statement.english.contains(row.expected.words))
        #expect(step.steps(citing: "3.2(c)").map(\.result) == [row.expected.result])
    }

    /// An accessory that an intermediate is made with stays one; packaging inside it stays packaging.
    @Test func rolesInsideAnIntermediateAreKept() throws {
        let sketch = Sketch(
            "8473.30",
            .made(
                "30", "8714.91", "50", from: .foreign("1", "8714.10", "30"),
                .foreign("2", "8473.30", "15").role(.accessory),
                .foreign("3", "8473.30", "15").role(.retailPackaging), .foreign("4", "8473.30", "15").role(.indirect)))
        let determination = try sketch.determined()
        #expect(determination.answer == "originating CTC")
        #expect(determination.materials.map(\.countsInVNM) == [false, true, true, true, false])
    }
}
