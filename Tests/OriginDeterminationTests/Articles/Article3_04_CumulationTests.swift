import OriginDetermination
import Testing

/// Article 3.4: originating materials of other Parties, and when ACU is stated.
@Suite struct CumulationTests {
    static let supplements: [Row<Sketch, String>] = [
        // A change in tariff classification.
        Row(
            "CTC rests on a Japanese material that did not change",
            Sketch("8473.30", .claimed("10", "8473.30", "50", in: "JP"), .foreign("20", "8501.10", "20")),
            "originating CTC ACU"),
        Row(
            "CTC holds for the Japanese material as well",
            Sketch("8473.30", .claimed("10", "8482.10", "50", in: "JP"), .foreign("20", "8501.10", "20")),
            "originating CTC"),
        Row(
            "de minimis would allow the Japanese material",
            Sketch("8473.30", .claimed("10", "8473.30", "10", in: "JP"), .foreign("20", "8501.10", "20")),
            "originating CTC"),
        Row(
            "de minimis would no longer allow both together",
            Sketch("8473.30", .claimed("10", "8473.30", "5", in: "JP"), .foreign("20", "8473.30", "6")),
            "originating CTC ACU DMI"),
        Row(
            "without the Japanese material a weight would be missing",
            Sketch("6203.42", .claimed("10", "6209.20", "20", in: "JP"), .foreign("20", "5208.11", "20")),
            "originating CTC ACU"),
        Row(
            "the proviso of 38.08 rests on a Japanese active ingredient",
            Sketch(
                "3809.91", .claimed("10", "2918.11", "50", in: "JP").weighing("6").active(),
                .foreign("20", "2905.11", "20").weighing("4").active()), "originating CTC ACU"),
        Row(
            "the proviso of 38.08 is carried by a Chinese active ingredient",
            Sketch(
                "3809.91", .claimed("10", "2918.11", "50", in: "JP").weighing("1").active(),
                .claimed("15", "2918.11", "50", in: "CN").weighing("5").active(),
                .foreign("20", "2905.11", "20").weighing("4").active()), "originating CTC"),
        // A regional value content.
        Row(
            "indirect RVC rests on a Japanese material",
            Sketch("8711.20", .claimed("10", "8483.40", "10.01", in: "JP"), .foreign("20", "8482.10", "50")),
            "originating RVC ACU"),
        Row(
            "indirect RVC is still exactly 40 without the Japanese material",
            Sketch("8711.20", .claimed("10", "8483.40", "10", in: "JP"), .foreign("20", "8482.10", "50")),
            "originating RVC"),
        Row(
            "direct RVC rests on a Japanese material",
            Sketch("8711.20", .claimed("10", "8483.40", "10", in: "JP"), .foreign("20", "8482.10", "70")).with {
                $0.costs = CostSketch(labour: "30")
            }, "originating RVC ACU"),
        Row(
            "direct RVC holds by costs alone",
            Sketch("8711.20", .claimed("10", "8483.40", "10", in: "JP"), .foreign("20", "8482.10", "70")).with {
                $0.costs = CostSketch(labour: "40")
            }, "originating RVC"),
        Row(
            "Japanese retail packaging counts for RVC",
            Sketch(
                "8711.20", .claimed("10", "3926.90", "20", in: "JP").role(.retailPackaging),
                .foreign("20", "8482.10", "50")),
            "originating RVC ACU"),
        Row(
            "Japanese shipping packaging counts for nothing",
            Sketch(
                "8711.20", .claimed("10", "4819.10", "20", in: "JP").role(.shippingPackaging),
                .foreign("20", "8482.10", "50")),
            "originating RVC"),
        // A chemical reaction asks for no originating material.
        Row(
            "CR never rests on cumulation",
            Sketch("2906.11", .claimed("10", "2906.11", "90", in: "JP"), .foreign("20", "2905.11", "5")).with {
                $0.reaction = .inCountry("CN")
            }, "originating CR"),
        // PE: any use.
        Row(
            "PE with a Japanese material", Sketch("8711.20", .claimed("10", "8483.40", "1", in: "JP")),
            "originating PE ACU"),
        Row("PE with Chinese materials", Sketch("8711.20", .claimed("10", "8483.40", "1", in: "CN")), "originating PE"),
        Row("PE with a material without country", Sketch("8711.20", .claimed("10", "8483.40", "1")), "originating PE"),
        Row(
            "PE with a Japanese accessory",
            Sketch(
                "8711.20", .claimed("10", "8483.40", "1"), .claimed("20", "8205.40", "1", in: "JP").role(.accessory)),
            "originating PE ACU"),
        Row(
            "PE with Japanese retail packaging only",
            Sketch(
                "8711.20", .claimed("10", "8483.40", "1"),
                .claimed("20", "3926.90", "1", in: "JP").role(.retailPackaging)),
            "originating PE"),
        Row(
            "PE with a Japanese indirect material only",
            Sketch("8711.20", .claimed("10", "8483.40", "1"), .claimed("20", "8205.40", "1", in: "JP").role(.indirect)),
            "originating PE"),
        Row(
            "PE with a Japanese input of an intermediate that stands whole",
            Sketch(
                "8711.20",
                .made(
                    "10", "8483.40", "50", from: .foreign("1", "8482.10", "5"), .claimed("2", "7318.15", "5", in: "JP"))
            ),
            "originating PE ACU"),
        Row(
            "PE with a Japanese input two levels down",
            Sketch(
                "8711.20",
                .made(
                    "10", "8483.40", "50",
                    from: .made("1", "8483.30", "20", from: .claimed("1", "7318.15", "5", in: "JP")))),
            "originating PE ACU"),
        Row(
            "PE where only the retail packaging has a Japanese input",
            Sketch(
                "8711.20", .claimed("10", "8483.40", "1"),
                .made("20", "8714.91", "5", from: .claimed("1", "3926.90", "2", in: "JP")).role(.retailPackaging)),
            "originating PE"),
        // Intermediates under a rule.
        Row(
            "an intermediate stands whole only by a Japanese input, and RVC rests on it",
            Sketch(
                "8711.20", .foreign("20", "7318.15", "45"),
                .made(
                    "10", "8483.40", "50", from: .claimed("1", "8483.40", "35", in: "JP"), .foreign("2", "8482.10", "5")
                )),
            "originating RVC ACU"),
        Row(
            "the same with room enough for its inputs",
            Sketch(
                "8711.20", .foreign("20", "7318.15", "20"),
                .made(
                    "10", "8483.40", "50", from: .claimed("1", "8483.40", "35", in: "JP"), .foreign("2", "8482.10", "5")
                )),
            "originating RVC"),
        // The exporting Party is what counts, not China.
        Row(
            "a Chinese material in a good of Viet Nam",
            Sketch("8711.20", .claimed("10", "8483.40", "1", in: "CN")).with { $0.exporter = "VN" },
            "originating PE ACU"),
        Row(
            "a Vietnamese material in a good of Viet Nam",
            Sketch("8711.20", .claimed("10", "8483.40", "1", in: "VN")).with { $0.exporter = "VN" }, "originating PE"),
        Row(
            "work done in Japan on a material that stays foreign does not cumulate",
            Sketch("8711.20", .foreign("10", "8483.40", "61").with { $0.country = "JP" }), "notOriginating"),
        Row(
            "WO with a Japanese material",
            Sketch("8711.20", .claimed("10", "8483.40", "1", in: "JP")).with { $0.category = .j },
            "originating WO ACU"),
    ]

    @Test(arguments: supplements) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func countryNotStatedIsAnAssumption() throws {
        let determination = try Sketch(
            "8711.20", .claimed("10", "8483.40", "1"), .foreign("20", "8482.10", "1"),
            .claimed("30", "4819.10", "1").role(.shippingPackaging), .claimed("40", "8205.40", "1").role(.indirect),
            .claimed("50", "8482.10", "1", in: "JP")
        ).determined()
        #expect(determination.assumptionPlaces == ["material.countryAssumed /materials/0/country"])
    }

    @Test func woWithAnotherPartyIsWarnedOf() throws {
        let sketch = Sketch("8711.20", .claimed("10", "8483.40", "1", in: "JP")).with { $0.category = .j }
        #expect(try sketch.determined().warningCodes == ["whollyObtained.otherParties"])
    }

    static let explanations: [Row<Sketch, [String]>] = [
        Row(
            "needed", Sketch("8711.20", .claimed("10", "8483.40", "20", in: "JP"), .foreign("20", "8482.10", "50")),
            ["ACU is stated beside it"]),
        Row(
            "not needed", Sketch("8711.20", .claimed("10", "8483.40", "5", in: "JP"), .foreign("20", "8482.10", "50")),
            ["ACU is not stated"]),
        Row(
            "not asked", Sketch("8711.20", .claimed("10", "8483.40", "20", in: "CN"), .foreign("20", "8482.10", "50")),
            []),
        Row(
            "not asked of an indirect material",
            Sketch(
                "8711.20", .claimed("10", "8205.40", "9", in: "JP").role(.indirect), .foreign("20", "8482.10", "50")),
            []),
    ]

    /// The tree says whether ACU is needed, and only where another Party's material is used.
    @Test(arguments: explanations)
    func explained(_ row: Row<Sketch, [String]>) throws {
        let steps = try row.given.determined().explanation.steps(citing: "3.4")
        #expect(steps.count == row.expected.count)
        for (step, words) in zip(steps, row.expected) {
            #expect(step.statement.english.contains(words))
            #expect(step.inputs.map(\.value) == ["10"])
        }
    }

    @Test func lineNamesItsParty() throws {
        let sketch = Sketch(
            "8711.20", .claimed("10", "8483.40", "1", in: "JP"), .claimed("20", "8483.40", "1", in: "CN"))
        let remarks = try sketch.determined().materials.map {
            $0.remarks.contains { $0.english.contains("originating in JP") }
        }
        #expect(remarks == [true, false])
    }
}
