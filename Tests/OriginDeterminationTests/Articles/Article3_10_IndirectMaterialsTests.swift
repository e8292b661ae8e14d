import OriginDetermination
import OriginModel
import Testing

/// Article 3.10: indirect materials are originating wherever produced.
@Suite struct IndirectMaterialsTests {
    static let answers: [Row<Sketch, String>] = [
        Row(
            "no tariff change asked",
            Sketch("8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8473.30", "50").role(.indirect)),
            "originating CTC"),
        Row(
            "not in VNM",
            Sketch("8711.20", .foreign("10", "8501.10", "60"), .foreign("20", "8205.40", "30").role(.indirect)),
            "originating RVC"),
        Row(
            "in VOM, though foreign",
            Sketch("8711.20", .foreign("10", "8501.10", "70"), .foreign("20", "8205.40", "10").role(.indirect))
                .with { $0.costs = CostSketch(labour: "30") }, "originating RVC"),
        Row(
            "in VOM, though unknown",
            Sketch("8711.20", .foreign("10", "8501.10", "70"), .unknown("20", "8205.40", "10").role(.indirect))
                .with { $0.costs = CostSketch(labour: "30") }, "originating RVC"),
        Row(
            "of any country",
            Sketch("8711.20", .foreign("10", "8501.10", "1"), .claimed("20", "8205.40", "9", in: "US").role(.indirect)),
            "originating RVC"),
        Row(
            "no inputs of a self-made tool",
            Sketch(
                "8711.20", .foreign("10", "8501.10", "60"),
                .made("20", "8205.40", "5", from: .foreign("1", "7318.15", "4")).role(.indirect)), "originating RVC"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect(determination.answer == row.expected)
        #expect(determination.verdictOnEvidence == .originating)
    }

    @Test(arguments: Material.Status.allCases) func standing(_ status: Material.Status) throws {
        let tool = Part.foreign("20", "8205.40", "5").role(.indirect).with { $0.status = status }
        let determination = try Sketch("8711.20", .foreign("10", "8501.10", "60"), tool).determined()
        let line = try #require(determination.materials.last)
        #expect(line.standing == .indirect)
        #expect(line.standingOnEvidence == .indirect)
        #expect(!line.countsInVNM)
        #expect(determination.missing.isEmpty)
        #expect(determination.explanation.steps(citing: "3.10").flatMap(\.inputs).map(\.value) == ["20"])
    }
}
