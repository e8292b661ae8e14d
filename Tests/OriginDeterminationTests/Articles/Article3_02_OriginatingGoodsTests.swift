import OriginDetermination
import Testing

/// Article 3.2: WO, then PE, then the product-specific rule.
@Suite struct OriginatingGoodsTests {
    static let ways: [Row<Sketch, String>] = [
        Row("a category and no material", Sketch("0102.21").with { $0.category = .b }, "originating WO"),
        Row(
            "a category and originating materials",
            Sketch("8711.20", .claimed("10", "8483.40", "60")).with { $0.category = .i }, "originating WO"),
        Row(
            "a category, with foreign packaging and indirect materials",
            Sketch(
                "8711.20", .foreign("10", "3926.90", "70").role(.retailPackaging),
                .foreign("20", "4819.10", "5").role(.shippingPackaging), .foreign("30", "8205.40", "5").role(.indirect)
            ).with { $0.category = .a }, "originating WO"),
        Row(
            "a category contradicted by a foreign material, rule met",
            Sketch("8473.30", .foreign("10", "8501.10", "90")).with { $0.category = .a }, "originating CTC"),
        Row(
            "a category contradicted by a foreign material, rule not met",
            Sketch("8473.30", .foreign("10", "8473.30", "90")).with { $0.category = .a }, "notOriginating"),
        Row(
            "a category contradicted by a material of unknown origin",
            Sketch("8473.30", .unknown("10", "8473.30", "90")).with { $0.category = .a }, "notOriginating"),
        Row(
            "a category contradicted by a foreign accessory",
            Sketch("8711.20", .foreign("10", "8205.40", "70").role(.accessory)).with { $0.category = .a },
            "notOriginating"),
        Row("one originating material", Sketch("8711.20", .claimed("10", "8711.20", "100")), "originating PE"),
        Row(
            "an originating accessory alone", Sketch("8711.20", .claimed("10", "8205.40", "10").role(.accessory)),
            "originating PE"),
        Row(
            "originating materials in foreign packaging",
            Sketch(
                "8711.20", .claimed("10", "8483.40", "5"), .foreign("20", "3926.90", "90").role(.retailPackaging),
                .foreign("30", "4819.10", "4").role(.shippingPackaging)), "originating PE"),
        Row(
            "originating materials with foreign indirect ones",
            Sketch("8711.20", .claimed("10", "8483.40", "5"), .foreign("20", "8205.40", "90").role(.indirect)),
            "originating PE"),
        Row(
            "a foreign accessory leads to the rule",
            Sketch("8711.20", .claimed("10", "8483.40", "5"), .foreign("20", "8205.40", "60").role(.accessory)),
            "originating RVC"),
        Row(
            "one material of unknown origin leads to the rule",
            Sketch("8711.20", .claimed("10", "8483.40", "5"), .unknown("20", "8205.40", "1")), "originating RVC"),
        Row("nothing stated", Sketch("8711.20"), "undetermined"),
        Row(
            "packaging alone says nothing",
            Sketch(
                "8711.20", .claimed("10", "3926.90", "5").role(.retailPackaging),
                .claimed("20", "4819.10", "5").role(.shippingPackaging)), "undetermined"),
        Row(
            "indirect materials alone say nothing", Sketch("8711.20", .claimed("10", "8205.40", "5").role(.indirect)),
            "undetermined"),
        Row("a WO rule met by WO", Sketch("0102.21").with { $0.category = .b }, "originating WO"),
        Row("a WO rule met by PE", Sketch("0102.21", .claimed("10", "0102.29", "5")), "originating PE"),
        Row("a WO rule with a foreign material", Sketch("0102.21", .foreign("10", "1001.11", "1")), "notOriginating"),
        Row(
            "PE is not touched by minimal operations",
            Sketch("8711.20", .claimed("10", "8711.20", "90")).with { $0.operations = [.b] }, "originating PE"),
        Row(
            "WO is not touched by minimal operations",
            Sketch("0409.00").with {
                $0.category = .c
                $0.operations = [.b]
            }, "originating WO"),
    ]

    @Test(arguments: ways) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func contradictedCategoryIsWarnedOf() throws {
        let sketch = Sketch("8473.30", .foreign("10", "8501.10", "90")).with { $0.category = .a }
        let warnings = try sketch.determined().warnings.map(\.codeAndPlace)
        #expect(warnings == ["whollyObtained.contradicted /production/whollyObtained"])
    }

    @Test func uncontradictedCategoryIsNotWarnedOf() throws {
        #expect(try Sketch("0102.21").with { $0.category = .b }.determined().warnings.isEmpty)
    }

    @Test func nothingStatedNamesWhatIsMissing() throws {
        let determination = try Sketch("8711.20").determined()
        #expect(determination.missingPlaces == ["materials.none /materials"])
        #expect(determination.alternatives.isEmpty)
    }

    @Test func woRuleNamesWhatPreventsIt() throws {
        let sketch = Sketch(
            "0102.21", .claimed("10", "0102.29", "5"), .foreign("20", "1001.11", "1"), .unknown("30", "0713.10", "1"),
            .foreign("40", "4819.10", "1").role(.retailPackaging), .foreign("50", "8205.40", "1").role(.accessory))
        let determination = try sketch.determined()
        #expect(determination.outcomes == "WO notMet")
        #expect(determination.alternatives.first?.failingMaterials == ["20", "30", "50"])
    }
}
