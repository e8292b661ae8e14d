import OriginDetermination
import Testing

/// Article 3.5: both formulas at the threshold, deductions, currencies.
@Suite struct RegionalValueContentTests {
    /// A good whose rule is RVC40 alone, with one foreign material.
    private static func using(_ value: String, fob: String = "100") -> Sketch {
        Sketch("8711.20", fob: fob, .foreign("10", "8501.10", value))
    }

    /// With 70 % foreign, so that only the direct formula can help.
    private static func direct(_ own: String, _ costs: CostSketch?) -> Sketch {
        Sketch("8711.20", .foreign("10", "8501.10", "70"), .claimed("20", "8483.40", own)).with { $0.costs = costs }
    }

    // MARK: Thresholds

    /// The answer and what is shown of both formulas.
    static let thresholds: [Row<Sketch, String>] = [
        Row("40 exactly", using("60"), "originating RVC, indirect 40.00"),
        Row("one cent below", using("60.01"), "notOriginating, indirect 39.99"),
        Row("39.995 is not rounded up", using("60.005"), "notOriginating, indirect 39.99"),
        Row("39.9999", using("60.0001"), "notOriginating, indirect 39.99"),
        Row("40.0001", using("59.9999"), "originating RVC, indirect 40.00"),
        Row("the last digit we keep, below", using("60.000000000001"), "notOriginating, indirect 39.99"),
        Row("the last digit we keep, above", using("59.999999999999"), "originating RVC, indirect 40.00"),
        Row("one cent below in a billion", using("600000000.01", fob: "1000000000"), "notOriginating, indirect 39.99"),
        Row(
            "the longest amount", using("600000000000000000", fob: "999999999999999999"),
            "notOriginating, indirect 39.99"),
        Row(
            "the longest amount, met", using("599999999999999999", fob: "999999999999999999"),
            "originating RVC, indirect 40.00"),
        Row(
            "nothing foreign but packaging",
            Sketch("8711.20", .claimed("10", "8501.10", "1"), .foreign("20", "3926.90", "60").role(.retailPackaging)),
            "originating PE, indirect 40.00"),
        Row("an odd FOB value", using("33.33", fob: "55.55"), "originating RVC, indirect 40.00"),
        Row("an odd FOB value, one cent", using("33.34", fob: "55.55"), "notOriginating, indirect 39.98"),
        Row(
            "unknown origin counts as foreign",
            Sketch("8711.20", .foreign("10", "8501.10", "30"), .unknown("20", "8501.10", "30.01")),
            "notOriginating, indirect 39.99"),
        // Direct.
        Row(
            "direct 40 exactly", direct("30", CostSketch(labour: "10")),
            "originating RVC, indirect 30.00 direct 40.00"),
        Row(
            "direct one cent below", direct("30", CostSketch(labour: "9.99")),
            "notOriginating, indirect 30.00 direct 39.99"),
        Row("direct 39.995", direct("30", CostSketch(labour: "9.995")), "notOriginating, indirect 30.00 direct 39.99"),
        Row(
            "direct 40.0001", direct("30", CostSketch(labour: "10.0001")),
            "originating RVC, indirect 30.00 direct 40.00"),
        Row(
            "direct from every cost",
            direct("30", CostSketch(labour: "1", overhead: "2", profit: "3", other: "4")),
            "originating RVC, indirect 30.00 direct 40.00"),
        Row("direct without costs is not computed", direct("90", nil), "notOriginating, indirect 30.00"),
        Row("direct with no cost in it", direct("40", CostSketch()), "originating RVC, indirect 30.00 direct 40.00"),
        Row("direct by VOM alone, short", direct("39.99", CostSketch()), "notOriginating, indirect 30.00 direct 39.99"),
        Row(
            "indirect met, direct not", using("60").with { $0.costs = CostSketch(labour: "39.99") },
            "originating RVC, indirect 40.00 direct 39.99"),
        Row(
            "both met", using("60").with { $0.costs = CostSketch(labour: "40") },
            "originating RVC, indirect 40.00 direct 40.00"),
        Row(
            "neither met", using("60.01").with { $0.costs = CostSketch(labour: "39.99") },
            "notOriginating, indirect 39.99 direct 39.99"),
        // Contradicting inputs.
        Row("nothing left", using("100"), "notOriginating, indirect 0.00"),
        Row("below zero", using("150"), "notOriginating, indirect -50.00"),
        Row("below zero, cut towards zero", using("112.349"), "notOriginating, indirect -12.34"),
        Row("below zero by less than is shown", using("100.005"), "notOriginating, indirect 0.00"),
        Row("below zero by a hundredth and a half", using("100.015"), "notOriginating, indirect -0.01"),
        Row(
            "above a hundred", using("10").with { $0.costs = CostSketch(labour: "120") },
            "originating RVC, indirect 90.00 direct 120.00"),
    ]

    @Test(arguments: thresholds) func threshold(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect("\(determination.answer), \(determination.percentages)" == row.expected)
    }

    static let contradictions: [Row<Sketch, [String]>] = [
        Row("VNM equals FOB", using("100"), []),
        Row("VNM one cent over FOB", using("100.01"), ["rvc.belowZero /materials"]),
        Row("direct 100 exactly", direct("30", CostSketch(labour: "70")), []),
        Row("direct one cent over", direct("30", CostSketch(labour: "70.01")), ["rvc.aboveHundred /costs"]),
        Row(
            "both", using("100.01").with { $0.costs = CostSketch(profit: "100.01") },
            ["rvc.belowZero /materials", "rvc.aboveHundred /costs"]),
        Row(
            "packing for shipment is not counted",
            Sketch(
                "8711.20", .foreign("10", "8501.10", "60"), .foreign("20", "4819.10", "90").role(.shippingPackaging)),
            []),
    ]

    @Test(arguments: contradictions) func contradictionIsWarnedOf(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().warnings.map(\.codeAndPlace) == row.expected)
    }

    // MARK: Figures

    @Test func figuresOfBothFormulas() throws {
        let sketch = Sketch(
            "8711.20", .foreign("10", "8501.10", "30").with { $0.transport = ("2.5", "a bill of lading") },
            .unknown("20", "8501.10", "5"), .claimed("30", "8483.40", "20"),
            .claimed("40", "3926.90", "1").role(.retailPackaging),
            .foreign("50", "4819.10", "9").role(.shippingPackaging),
            .foreign("60", "8205.40", "4").role(.indirect), .foreign("70", "8205.40", "3").role(.accessory)
        ).with { $0.costs = CostSketch(labour: "1.125", overhead: "2", profit: "3") }
        let found = try sketch.determined().regionalValueContent
        #expect(found.indirect.fob.description == "USD 100.00")
        #expect(found.indirect.vnm.description == "USD 35.50")
        #expect(found.indirect.deductions.description == "USD 2.50")
        #expect(found.indirect.percent.description == "64.50")
        let direct = try #require(found.direct)
        #expect(direct.vom.description == "USD 25.00")
        #expect(direct.directLabour.description == "USD 1.125")
        #expect(direct.directOverhead.description == "USD 2.00")
        #expect(direct.profit.description == "USD 3.00")
        #expect(direct.other.description == "USD 0.00")
        #expect(direct.percent.description == "31.12")
    }

    @Test func everyLineSaysWhetherItCounts() throws {
        let sketch = Sketch(
            "8711.20", .foreign("10", "8501.10", "30"), .unknown("20", "8501.10", "5"), .claimed("30", "8483.40", "20"),
            .foreign("40", "3926.90", "1").role(.retailPackaging),
            .foreign("50", "4819.10", "9").role(.shippingPackaging),
            .foreign("60", "8205.40", "4").role(.indirect), .foreign("70", "8205.40", "3").role(.accessory))
        #expect(try sketch.determined().materials.map(\.countsInVNM) == [true, true, false, true, false, false, true])
    }

    // MARK: Deductions

    private static let deductible = Part.foreign("10", "8501.10", "65")

    static let deductions: [Row<Part, String>] = [
        Row("none", deductible, "indirect 35.00"),
        Row("transport", deductible.with { $0.transport = ("5", "a bill of lading") }, "indirect 40.00"),
        Row("duties", deductible.with { $0.duties = ("5", "a receipt") }, "indirect 40.00"),
        Row("waste", deductible.with { $0.waste = ("5", "a record") }, "indirect 40.00"),
        Row(
            "all three",
            deductible.with {
                $0.transport = ("1", "a bill of lading")
                $0.duties = ("2", "a receipt")
                $0.waste = ("3", "a record")
            }, "indirect 41.00"),
        Row("without evidence", deductible.with { $0.transport = ("5", "") }, "indirect 35.00"),
        Row(
            "only the one with evidence",
            deductible.with {
                $0.transport = ("5", "")
                $0.duties = ("4", "a receipt")
            }, "indirect 39.00"),
        Row(
            "of a material of unknown origin",
            Part.unknown("10", "8501.10", "65").with { $0.transport = ("5", "a bill of lading") }, "indirect 40.00"),
        Row("of the whole value", deductible.with { $0.waste = ("65", "a record") }, "indirect 100.00"),
    ]

    @Test(arguments: deductions) func deduction(_ row: Row<Part, String>) throws {
        #expect(try Sketch("8711.20", row.given).determined().percentages == row.expected)
    }

    @Test func originatingMaterialsKeepTheirValue() throws {
        let own = Part.claimed("20", "8483.40", "40").with { $0.transport = ("5", "a bill of lading") }
        let sketch = Sketch("8711.20", .foreign("10", "8501.10", "70"), own).with { $0.costs = CostSketch() }
        #expect(try sketch.determined().percentages == "indirect 30.00 direct 40.00")
    }

    @Test func deductionWithoutEvidenceIsWarnedOf() throws {
        let part = Self.deductible.with {
            $0.transport = ("5", "")
            $0.duties = ("4", "a receipt")
            $0.waste = ("3", "")
        }
        let warnings = try Sketch("8711.20", part).determined().warnings.map(\.codeAndPlace)
        #expect(
            warnings == [
                "deduction.withoutEvidence /materials/0/deductions/transport",
                "deduction.withoutEvidence /materials/0/deductions/waste",
            ])
    }

    // MARK: Currencies

    private static func yuan(_ values: String..., rate: String, fob: String = "100") -> Sketch {
        var sketch = Sketch("8711.20", fob: fob)
        sketch.parts = values.enumerated().map { .foreign("\($0.offset + 1)", "8501.10", "\($0.element) CNY") }
        sketch.rates = [rate]
        return sketch
    }

    static let currencies: [Row<Sketch, String>] = [
        Row("forwards", yuan("400", rate: "CNY USD 0.15"), "originating RVC, indirect 40.00"),
        Row("forwards, one cent over", yuan("400.01", rate: "CNY USD 0.15"), "notOriginating, indirect 39.99"),
        Row("inverted", yuan("420", rate: "USD CNY 7"), "originating RVC, indirect 40.00"),
        Row("inverted, one cent over", yuan("420.01", rate: "USD CNY 7"), "notOriginating, indirect 39.99"),
        Row(
            "sevenths that sum up exactly", yuan("60", "160", "200", rate: "USD CNY 7"),
            "originating RVC, indirect 40.00"),
        Row(
            "thirds that sum up exactly", yuan("20", "20", "140", rate: "USD CNY 3"),
            "originating RVC, indirect 40.00"),
        Row(
            "thirds with a trillionth over", yuan("20", "20", "140.000000000001", rate: "USD CNY 3"),
            "notOriginating, indirect 39.99"),
        Row("an inverted rate with decimals", yuan("435.6", rate: "USD CNY 7.26"), "originating RVC, indirect 40.00"),
        Row(
            "an inverted rate with decimals, over", yuan("435.61", rate: "USD CNY 7.26"),
            "notOriginating, indirect 39.99"),
        Row("the good in yen", yuan("600", rate: "CNY JPY 20.5", fob: "20500 JPY"), "originating RVC, indirect 40.00"),
        Row(
            "two currencies at once",
            Sketch("8711.20", .foreign("1", "8501.10", "100 CNY"), .foreign("2", "8501.10", "40 EUR")).with {
                $0.rates = ["USD CNY 6", "EUR USD 1.0833333333"]
            }, "originating RVC, indirect 40.00"),
        Row(
            "costs converted",
            Sketch("8711.20", .foreign("1", "8501.10", "70")).with {
                $0.rates = ["USD CNY 7"]
                $0.costs = CostSketch(labour: "140 CNY", overhead: "140 CNY")
            }, "originating RVC, indirect 30.00 direct 40.00"),
        Row(
            "deductions converted",
            Sketch("8711.20", .foreign("1", "8501.10", "65").with { $0.transport = ("35 CNY", "a bill of lading") })
                .with {
                    $0.rates = ["USD CNY 7"]
                }, "originating RVC, indirect 40.00"),
        Row(
            "a rate between other currencies is not used",
            yuan("420", rate: "USD CNY 7").with { $0.rates.append("EUR CNY 8") }, "originating RVC, indirect 40.00"),
    ]

    @Test(arguments: currencies) func currency(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect("\(determination.answer), \(determination.percentages)" == row.expected)
    }

    @Test func convertedValueIsCutForShowing() throws {
        let line = try #require(try Self.yuan("60", rate: "USD CNY 7").determined().materials.first)
        #expect(line.value.description == "USD 8.571428")
        #expect(line.remarks.contains { $0.english.contains("CNY 60.00") })
    }

    @Test func onlyTheRatesUsedAreExplained() throws {
        let sketch = Self.yuan("60", rate: "USD CNY 7").with { $0.rates += ["EUR USD 1.1", "EUR CNY 8"] }
        let steps = try sketch.determined().explanation.steps(citing: "3.5.2")
        #expect(steps.map(\.statement.english) == ["1 USD is 7 CNY."])
        #expect(steps.first?.inputs.map(\.value) == ["2026-05-29", "a bank"])
    }

    // MARK: Explanation

    @Test func formulasAreWrittenOut() throws {
        let tree = try Self.direct("30", CostSketch(labour: "9.99")).determined().explanation
        let indirect = try #require(tree.steps(citing: "3.5.1(a)").first)
        let direct = try #require(tree.steps(citing: "3.5.1(b)").first)
        #expect(indirect.statement.english.contains("(USD 100.00 − USD 70.00) / USD 100.00 × 100 = 30.00 %"))
        #expect(direct.statement.english.contains("(USD 30.00 + USD 9.99) / USD 100.00 × 100 = 39.99 %"))
        #expect([indirect.result, direct.result] == [.notMet, .notMet])
    }

    @Test func eachFormulaHasItsOwnResult() throws {
        let tree = try Self.direct("30", CostSketch(labour: "10")).determined().explanation
        #expect(tree.steps(citing: "3.5").map(\.result) == [.met])
        #expect(tree.steps(citing: "3.5.1(a)").map(\.result) == [.notMet])
        #expect(tree.steps(citing: "3.5.1(b)").map(\.result) == [.met])
    }
}
