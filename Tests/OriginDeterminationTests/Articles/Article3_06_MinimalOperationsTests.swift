import OriginDetermination
import OriginModel
import Testing

/// Article 3.6: minimal operations on non-originating materials never confer origin.
@Suite struct MinimalOperationsTests {
    private static let ruleMet = Sketch("8473.30", .foreign("10", "8501.10", "20"))
    private static let reactionOpen = Sketch("2906.11", .foreign("10", "8501.10", "20"))

    @Test(arguments: MinimalOperationKind.allCases) func eachAlonePreventsOrigin(_ kind: MinimalOperationKind) throws {
        let determination = try Self.ruleMet.with { $0.operations = [kind] }.determined()
        #expect(determination.answer == "notOriginating")
        let step = try #require(determination.explanation.steps(citing: "3.6").first)
        #expect(step.result == .notMet)
        #expect(step.children.map(\.article) == ["3.6(\(kind.rawValue))"])
    }

    static let answers: [Row<Sketch, String>] = [
        Row("all ten combined", ruleMet.with { $0.operations = MinimalOperationKind.allCases }, "notOriginating"),
        Row(
            "one more than minimal", ruleMet.with { $0.operations = MinimalOperationKind.allCases + [nil] },
            "originating CTC"),
        Row("more than minimal alone", ruleMet.with { $0.operations = [nil] }, "originating CTC"),
        Row("none stated", ruleMet.with { $0.operations = [] }, "originating CTC"),
        Row(
            "minimal operations decide where the rule is open", reactionOpen.with { $0.operations = [.e] },
            "notOriginating"),
        Row("the rule open without them", reactionOpen, "undetermined"),
        Row(
            "whatever the rule: CR",
            reactionOpen.with {
                $0.operations = [.j]
                $0.reaction = .inCountry("CN")
            }, "notOriginating"),
        Row(
            "whatever the rule: RVC", Sketch("8711.20", .foreign("10", "8482.10", "1")).with { $0.operations = [.a] },
            "notOriginating"),
        Row(
            "on originating materials they do no harm",
            Sketch("8711.20", .claimed("10", "8482.10", "1")).with { $0.operations = [.a] }, "originating PE"),
        Row(
            "more done for a foreign accessory's sake",
            Sketch("8711.20", .claimed("10", "8482.10", "1"), .foreign("20", "8205.40", "1").role(.accessory))
                .with { $0.operations = [.b] }, "notOriginating"),
        // Intermediates: their own operations count for their own rule only.
        Row(
            "an intermediate made by minimal operations is replaced by its inputs",
            Sketch("8711.20", .made("10", "8483.40", "90", operations: [.c], from: .foreign("1", "8482.10", "61"))),
            "notOriginating"),
        Row(
            "an intermediate made by more stands whole",
            Sketch(
                "8711.20", .made("10", "8483.40", "90", operations: [.c, nil], from: .foreign("1", "8482.10", "61"))),
            "originating PE"),
        Row(
            "an intermediate of originating inputs is not touched",
            Sketch("8711.20", .made("10", "8483.40", "90", operations: [.c], from: .claimed("1", "8482.10", "61"))),
            "originating PE"),
        Row(
            "more done for an intermediate that does not stand does not help the good",
            Sketch("8711.20", .made("10", "8714.91", "90", from: .foreign("1", "8714.10", "20")))
                .with { $0.operations = [.b] }, "notOriginating"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func alternativesKeepTheirOwnOutcome() throws {
        let determination = try Self.ruleMet.with { $0.operations = [.b] }.determined()
        #expect(determination.outcomes == "CTC met")
        #expect(determination.criterion == nil)
        #expect(determination.missing.isEmpty)
    }

    static let assumed: [Row<Sketch, [String]>] = [
        Row("stated", ruleMet, []),
        Row("not stated", ruleMet.with { $0.operations = [] }, ["operations.notStated /production/operations"]),
        Row(
            "not stated for an intermediate",
            Sketch("8711.20", .made("10", "8483.40", "90", operations: [], from: .foreign("1", "8482.10", "61"))),
            ["operations.notStated /materials/0/selfProduced/operations"]),
        Row(
            "not asked of self-produced shipping packaging",
            Sketch(
                "8473.30", .foreign("10", "8501.10", "20"),
                .made("20", "4819.10", "9", operations: [], from: .foreign("1", "8482.10", "6")).role(
                    .shippingPackaging)), []),
    ]

    @Test(arguments: assumed) func assumption(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().assumptionPlaces == row.expected)
    }

    @Test func operationsOfAReplacedIntermediateAreWarnedOf() throws {
        let sketch = Sketch("8711.20", .made("10", "8714.91", "90", from: .foreign("1", "8714.10", "20")))
        #expect(try sketch.determined().warningCodes == [])
        let minimal = try sketch.with { $0.operations = [.b] }.determined()
        #expect(minimal.warnings.map(\.codeAndPlace) == ["intermediate.operationsNotCounted /materials/0"])
    }

    static let steps: [Row<[MinimalOperationKind?], Explanation.Result>] = [
        Row("all minimal", [.a, .b], .notMet), Row("one more", [.a, nil], .met), Row("none stated", [], .met),
    ]

    @Test(arguments: steps) func explained(_ row: Row<[MinimalOperationKind?], Explanation.Result>) throws {
        let determination = try Self.ruleMet.with { $0.operations = row.given }.determined()
        let step = try #require(determination.explanation.steps(citing: "3.6").first)
        #expect(step.result == row.expected)
        #expect(step.children.count == row.given.count)
    }
}
