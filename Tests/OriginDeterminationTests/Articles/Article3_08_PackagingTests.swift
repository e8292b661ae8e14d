import OriginDetermination
import OriginModel
import Testing

/// Article 3.8: packing for shipment counts for nothing; retail packaging counts in a regional value content only.
@Suite struct PackagingTests {
    static let answers: [Row<Sketch, String>] = [
        Row(
            "unchanged retail packaging is ignored by the tariff change",
            Sketch("8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8473.30", "30").role(.retailPackaging)),
            "originating CTC"),
        Row(
            "unchanged packing for shipment is ignored by the tariff change",
            Sketch(
                "8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8473.30", "30").role(.shippingPackaging)),
            "originating CTC"),
        Row(
            "the same as an ordinary material is not",
            Sketch("8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8473.30", "30")), "notOriginating"),
        Row(
            "foreign retail packaging counts in RVC",
            Sketch(
                "8711.20", .foreign("10", "8501.10", "50"), .foreign("20", "3926.90", "10.01").role(.retailPackaging)),
            "notOriginating"),
        Row(
            "foreign retail packaging just fits",
            Sketch("8711.20", .foreign("10", "8501.10", "50"), .foreign("20", "3926.90", "10").role(.retailPackaging)),
            "originating RVC"),
        Row(
            "foreign packing for shipment does not count in RVC",
            Sketch(
                "8711.20", .foreign("10", "8501.10", "60"), .foreign("20", "3926.90", "30").role(.shippingPackaging)),
            "originating RVC"),
        Row(
            "originating retail packaging counts as VOM",
            Sketch("8711.20", .foreign("10", "8501.10", "70"), .claimed("20", "3926.90", "10").role(.retailPackaging))
                .with { $0.costs = CostSketch(labour: "30") }, "originating RVC"),
        Row(
            "originating packing for shipment does not",
            Sketch("8711.20", .foreign("10", "8501.10", "70"), .claimed("20", "3926.90", "10").role(.shippingPackaging))
                .with { $0.costs = CostSketch(labour: "30") }, "notOriginating"),
        Row(
            "retail packaging does not stop PE",
            Sketch("8711.20", .claimed("10", "8501.10", "1"), .unknown("20", "3926.90", "90").role(.retailPackaging)),
            "originating PE"),
        Row(
            "inputs of self-made retail packaging are packaging",
            Sketch(
                "8473.30", .foreign("10", "8501.10", "20"),
                .made("20", "8714.91", "40", from: .foreign("1", "8714.10", "5"), .foreign("2", "8473.30", "30"))
                    .role(.retailPackaging)), "originating CTC"),
        Row(
            "inputs of self-made retail packaging count in RVC",
            Sketch(
                "8711.20", .foreign("10", "8501.10", "30"),
                .made("20", "8714.91", "40", from: .foreign("1", "8714.10", "31")).role(.retailPackaging)),
            "notOriginating"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func linesSayHowTheyCount() throws {
        let lines = try Sketch(
            "8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8473.30", "30").role(.retailPackaging),
            .foreign("30", "8473.30", "30").role(.shippingPackaging)
        ).determined().materials
        #expect(lines.map(\.standing) == [.nonOriginating, .nonOriginating, .ignored])
        #expect(lines.map(\.countsInVNM) == [true, true, false])
        #expect(lines.map(\.tariffChange) == [.met, nil, nil])
    }

    static let steps: [Row<Material.Role, [String]>] = [
        Row("shipment", .shippingPackaging, ["3.8.1"]), Row("retail", .retailPackaging, ["3.8.2", "3.8.3"]),
        Row("an ordinary material", .material, []),
    ]

    @Test(arguments: steps) func explained(_ row: Row<Material.Role, [String]>) throws {
        let tree = try Sketch(
            "8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8501.10", "3").role(row.given)
        )
        .determined().explanation
        for article in ["3.8.1", "3.8.2", "3.8.3"] {
            let named = tree.steps(citing: article).flatMap(\.inputs).map(\.value)
            #expect(named == (row.expected.contains(article) ? ["20"] : []))
        }
    }
}
