import OriginDetermination
import Testing

/// Article 3.9: accessories presented with the good.
@Suite struct AccessoriesTests {
    private static func changed(_ accessory: Part) -> Sketch {
        Sketch("8473.30", .foreign("10", "8501.10", "20"), accessory)
    }
    private static let unchanged = Part.foreign("20", "8473.30", "30")

    static let answers: [Row<Sketch, String>] = [
        Row("no tariff change asked, terms not stated", changed(unchanged.role(.accessory)), "originating CTC"),
        Row(
            "no tariff change asked, terms kept",
            changed(unchanged.accessory(invoicedSeparately: false, customary: true)),
            "originating CTC"),
        Row(
            "invoiced separately", changed(unchanged.accessory(invoicedSeparately: true, customary: true)),
            "notOriginating"),
        Row(
            "not customary", changed(unchanged.accessory(invoicedSeparately: false, customary: false)), "notOriginating"
        ),
        Row(
            "neither", changed(unchanged.accessory(invoicedSeparately: true, customary: false)), "notOriginating"),
        Row(
            "a foreign accessory alone leaves nothing that must change",
            Sketch("8473.30", .claimed("10", "8473.30", "1"), .foreign("20", "8473.30", "90").role(.accessory)),
            "originating CTC"),
        Row(
            "counts in RVC",
            Sketch("8711.20", .foreign("10", "8501.10", "50"), .foreign("20", "8205.40", "10.01").role(.accessory)),
            "notOriginating"),
        Row(
            "originating, counts as VOM",
            Sketch("8711.20", .foreign("10", "8501.10", "70"), .claimed("20", "8205.40", "10").role(.accessory))
                .with { $0.costs = CostSketch(profit: "30") }, "originating RVC"),
        Row(
            "inputs of a self-made accessory are accessories",
            changed(
                .made("20", "8714.91", "40", from: .foreign("1", "8714.10", "5"), .foreign("2", "8473.30", "30")).role(
                    .accessory)),
            "originating CTC"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    static let warnings: [Row<Part, [String]>] = [
        Row("terms not stated", unchanged.role(.accessory), []),
        Row("terms kept", unchanged.accessory(invoicedSeparately: false, customary: true), []),
        Row(
            "invoiced separately", unchanged.accessory(invoicedSeparately: true, customary: true),
            ["accessory.treatedAsMaterial /materials/1/accessory"]),
        Row(
            "not customary", unchanged.accessory(invoicedSeparately: false, customary: false),
            ["accessory.treatedAsMaterial /materials/1/accessory"]),
    ]

    @Test(arguments: warnings) func warned(_ row: Row<Part, [String]>) throws {
        let determination = try Self.changed(row.given).determined()
        #expect(determination.warnings.map(\.codeAndPlace) == row.expected)
        let isAssumed = row.given.terms == nil
        #expect(determination.assumptionPlaces == (isAssumed ? ["accessory.termsAssumed /materials/1/accessory"] : []))
        let accessories = determination.explanation.steps(citing: "3.9")
        #expect(accessories.map(\.article) == [row.expected.isEmpty ? "3.9" : "3.9; D14"])
    }
}
