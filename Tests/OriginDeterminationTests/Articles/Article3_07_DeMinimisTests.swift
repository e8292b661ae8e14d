import OriginDetermination
import Testing

/// Article 3.7: what may stay unchanged.
@Suite struct DeMinimisTests {
    /// A good of a chapter without weight test, a foreign material of its own heading and one that changed.
    private static func byValue(_ values: String..., fob: String = "100") -> Sketch {
        var sketch = Sketch("8473.30", fob: fob, .foreign("90", "8501.10", "20"))
        sketch.parts += values.enumerated().map { .foreign("\($0.offset + 1)", "8473.30", $0.element) }
        return sketch
    }

    /// Trousers of chapter 62: a fifth of the value did not change chapter.
    private static func byWeight(good: String?, _ weights: String?...) -> Sketch {
        var sketch = Sketch("6203.42", .foreign("90", "5208.11", "20"))
        sketch.weight = good
        sketch.parts += weights.enumerated().map { index, weight in
            Part.foreign("\(index + 1)", "6209.20", "20").with { $0.weight = weight }
        }
        return sketch
    }

    static let answers: [Row<Sketch, String>] = [
        Row("everything changed", Sketch("8473.30", .foreign("90", "8501.10", "99")), "originating CTC"),
        Row("10 % exactly", byValue("10"), "originating CTC DMI"),
        Row("10.01 %", byValue("10.01"), "notOriginating"),
        Row("one cent below", byValue("9.99"), "originating CTC DMI"),
        Row("one unit over in a million", byValue("100000.01", fob: "1000000"), "notOriginating"),
        Row("the same without it", byValue("100000", fob: "1000000"), "originating CTC DMI"),
        Row("the last digit we keep", byValue("10.000000000001"), "notOriginating"),
        Row("two together at 10 %", byValue("5", "5"), "originating CTC DMI"),
        Row("two together over 10 %", byValue("5", "5.01"), "notOriginating"),
        Row("worth nothing", byValue("0"), "originating CTC DMI"),
        Row("of unknown origin", Sketch("8473.30", .unknown("1", "8473.30", "10.01")), "notOriginating"),
        Row(
            "originating and unchanged",
            Sketch("8473.30", .claimed("1", "8473.30", "50"), .foreign("2", "8501.10", "9")), "originating CTC"),
        Row(
            "no deduction of 3.5.5 here",
            Sketch("8473.30", .foreign("1", "8473.30", "11").with { $0.transport = ("2", "a bill of lading") }),
            "notOriginating"),
        Row(
            "RVC still counts what de minimis allows",
            Sketch("8483.40", .foreign("1", "8483.30", "10"), .foreign("2", "8501.10", "60")), "originating CTC DMI"),
        Row(
            "RVC rule alone is not helped",
            Sketch("8711.20", .foreign("1", "8711.20", "5"), .foreign("2", "8501.10", "56")), "notOriginating"),
        Row(
            "an alternative without supplement goes first", Sketch("8483.40", .foreign("1", "8483.30", "10")),
            "originating RVC"),
        // By weight.
        Row("10 % by weight exactly", byWeight(good: "10", "1"), "originating CTC DMI"),
        Row("one gram over 10 % by weight", byWeight(good: "10", "1.001"), "notOriginating"),
        Row("the last digit we keep, by weight", byWeight(good: "10", "1.000000000001"), "notOriginating"),
        Row("two together at 10 % by weight", byWeight(good: "10", "0.4", "0.6"), "originating CTC DMI"),
        Row("two together over 10 % by weight", byWeight(good: "10", "0.5", "0.6"), "notOriginating"),
        Row("weight zero", byWeight(good: "10", "0"), "originating CTC DMI"),
        Row("weight of the good missing", byWeight(good: nil, "1"), "undetermined"),
        Row("weight of the material missing", byWeight(good: "10", nil), "undetermined"),
        Row("one of two weights missing", byWeight(good: "10", "0.1", nil), "undetermined"),
        Row("no weight at all", byWeight(good: nil, nil), "undetermined"),
        Row(
            "no weight needed where the value test holds", Sketch("6203.42", .foreign("1", "6209.20", "10")),
            "originating CTC DMI"),
        Row(
            "no weight needed of what changed",
            Sketch("6203.42", .foreign("1", "6209.20", "20").weighing("1"), .foreign("2", "5208.11", "20")).with {
                $0.weight = "10"
            }, "originating CTC DMI"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    /// The weight test is open to chapters 50 to 63 only, and a missing weight matters only there.
    static let chapters: [Row<(good: String, material: String), (with: String, without: String)>] = [
        Row("49", ("4911.10", "4911.10"), ("notOriginating", "notOriginating")),
        Row("50", ("5007.10", "5007.20"), ("originating CTC DMI", "undetermined")),
        Row("62", ("6203.42", "6209.20"), ("originating CTC DMI", "undetermined")),
        Row("63", ("6307.90", "6307.90"), ("originating CTC DMI", "undetermined")),
        Row("64", ("6402.12", "6402.12"), ("notOriginating", "notOriginating")),
        Row("84", ("8473.30", "8473.30"), ("notOriginating", "notOriginating")),
    ]

    @Test(arguments: chapters)
    func weightTestByChapter(_ row: Row<(good: String, material: String), (with: String, without: String)>) throws {
        let weighed = Sketch(row.given.good, .foreign("1", row.given.material, "50").weighing("1")).with {
            $0.weight = "10"
        }
        let unweighed = Sketch(row.given.good, .foreign("1", row.given.material, "50"))
        #expect(try weighed.determined().answer == row.expected.with)
        #expect(try unweighed.determined().answer == row.expected.without)
    }

    /// What is shown: percent of value, percent of weight, whether 3.7 was needed.
    static let figures: [Row<Sketch, String>] = [
        Row("everything changed", Sketch("8473.30", .foreign("90", "8501.10", "99")), "0.00 - false"),
        Row("at the limit", byValue("10"), "10.00 - true"),
        Row("cut, not rounded", byValue("9.999"), "9.99 - true"),
        Row("over by less than is shown", byValue("10.000001"), "10.00 - false"),
        Row("both percentages", byWeight(good: "10", "1"), "20.00 10.00 true"),
        Row("both too high", byWeight(good: "10", "1.5"), "20.00 15.00 false"),
        Row("a weight missing", byWeight(good: "10", nil), "20.00 - false"),
        Row(
            "deductions left out",
            Sketch("8473.30", .foreign("1", "8473.30", "10").with { $0.duties = ("2", "a receipt") }), "10.00 - true"),
    ]

    @Test(arguments: figures) func figure(_ row: Row<Sketch, String>) throws {
        let found = try #require(try row.given.determined().deMinimis)
        let weight = found.weightPercent.map { "\($0)" } ?? "-"
        #expect("\(found.valuePercent) \(weight) \(found.applied)" == row.expected)
    }

    @Test func noFiguresWithoutATariffChange() throws {
        #expect(try Sketch("8711.20", .foreign("1", "8711.20", "5")).determined().deMinimis == nil)
        #expect(try Sketch("8473.30", .claimed("1", "8473.30", "5")).determined().deMinimis == nil)
    }

    static let missing: [Row<Sketch, [String]>] = [
        Row("of the good", byWeight(good: nil, "1"), ["good.netWeightKg /good/netWeightKg"]),
        Row("of the material", byWeight(good: "10", nil), ["material.netWeightKg /materials/1/netWeightKg"]),
        Row(
            "of both and one more", byWeight(good: nil, nil, "1", nil),
            [
                "good.netWeightKg /good/netWeightKg", "material.netWeightKg /materials/1/netWeightKg",
                "material.netWeightKg /materials/3/netWeightKg",
            ]),
        Row("nothing where the answer is no", byWeight(good: "10", "2"), []),
    ]

    @Test(arguments: missing) func missingWeightIsNamed(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().missingPlaces == row.expected)
    }

    @Test func failingMaterialsAreNamedEitherWay() throws {
        #expect(try Self.byValue("10").determined().alternative("CTC")?.failingMaterials == ["1"])
        #expect(try Self.byValue("20", "30").determined().alternative("CTC")?.failingMaterials == ["1", "2"])
    }

    /// The reason names the limit that was passed or exceeded.
    static let reasons: [Row<Sketch, [String]>] = [
        Row("value", byValue("10"), ["10.00 %", "3.7.1(a)", "not more than 10 %"]),
        Row("weight", byWeight(good: "10", "1"), ["10.00 %", "3.7.1(b)", "not more than 10 %"]),
        Row("value exceeded", byValue("11"), ["11.00 %", "3.7.1(a)", "more than 10 %"]),
        Row("both exceeded", byWeight(good: "10", "2"), ["20.00 %", "3.7.1(a)", "3.7.1(b)"]),
        Row("open", byWeight(good: nil, "2"), ["20.00 %", "missing"]),
    ]

    @Test(arguments: reasons) func reason(_ row: Row<Sketch, [String]>) throws {
        let reason = try #require(try row.given.determined().alternative("CTC")).reason
        for words in row.expected {
            #expect(reason.english.contains(words))
        }
    }
}
