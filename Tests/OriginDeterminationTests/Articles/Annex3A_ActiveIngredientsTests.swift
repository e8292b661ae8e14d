import OriginDetermination
import Testing

/// Annex 3A, heading 38.08: the proviso beside the tariff change.
@Suite struct ActiveIngredientsTests {
    /// Active ingredients of both kinds, by weight; 38.09 here has the change and the proviso alone.
    private static func mixed(_ own: String?, _ foreign: String?) -> Sketch {
        Sketch(
            "3809.91", .claimed("10", "2918.11", "20").active().with { $0.weight = own },
            .foreign("20", "2905.11", "20").active().with { $0.weight = foreign },
            .foreign("30", "3926.90", "20").weighing("99"))
    }

    static let answers: [Row<Sketch, String>] = [
        Row("50 % exactly", mixed("50", "50"), "originating CTC"),
        Row("49.99 %", mixed("49.99", "50.01"), "notOriginating"),
        Row("below 50 % by less than is shown", mixed("49.999999", "50.000001"), "notOriginating"),
        Row("all originating", mixed("1", "0"), "originating CTC"),
        Row("none originating", mixed("0", "1"), "notOriginating"),
        Row("a weight missing", mixed("50", nil), "undetermined"),
        Row("both weights missing", mixed(nil, nil), "undetermined"),
        Row("no weight in them", mixed("0", "0"), "undetermined"),
        Row("no mark", Sketch("3809.91", .foreign("20", "2905.11", "20").weighing("5")), "undetermined"),
        Row(
            "marked as none", Sketch("3809.91", .foreign("20", "2905.11", "20").weighing("5").active(false)),
            "undetermined"),
        Row(
            "of unknown origin counts against it",
            Sketch(
                "3809.91", .claimed("10", "2918.11", "20").active().weighing("4"),
                .unknown("20", "2905.11", "20").active().weighing("5")), "notOriginating"),
        Row(
            "the change fails beside it",
            Sketch(
                "3809.91", .claimed("10", "2918.11", "20").active().weighing("50"),
                .foreign("20", "3809.91", "20").weighing("1")),
            "notOriginating"),
        Row(
            "de minimis helps the change",
            Sketch(
                "3809.91", .claimed("10", "2918.11", "20").active().weighing("50"),
                .foreign("20", "3809.91", "10").weighing("1")),
            "originating CTC DMI"),
        Row(
            "de minimis does not help the proviso",
            Sketch("3809.91", .foreign("20", "2905.11", "1").active().weighing("1")), "notOriginating"),
        Row(
            "the change that fails decides though a weight is missing",
            Sketch("3809.91", .claimed("10", "2918.11", "20").active(), .foreign("20", "3809.91", "20")),
            "notOriginating"),
        Row(
            "RVC beside it",
            Sketch("3808.91", .claimed("10", "2918.11", "20").active(), .foreign("20", "2905.11", "20").active()),
            "originating RVC"),
        Row(
            "neither RVC nor the proviso",
            Sketch(
                "3808.91", .claimed("10", "2918.11", "20").active().weighing("1"),
                .foreign("20", "2905.11", "70").active().weighing("2")), "notOriginating"),
        Row(
            "packaging and accessories are not asked",
            Sketch(
                "3809.91", .claimed("10", "2918.11", "20").active().weighing("1"),
                .foreign("20", "2905.11", "20").active().weighing("5").role(.accessory),
                .foreign("30", "2905.11", "20").active().weighing("5").role(.retailPackaging)), "originating CTC"),
        Row(
            "a marked intermediate that stands counts whole",
            Sketch(
                "3809.91",
                .made("10", "8714.91", "50", from: .foreign("1", "2918.11", "30").active().weighing("9"))
                    .active().weighing("3"), .foreign("20", "2905.11", "20").active().weighing("3")),
            "originating CTC"),
        Row(
            "an unmarked intermediate that stands counts for nothing",
            Sketch(
                "3809.91",
                .made("10", "8714.91", "50", from: .claimed("1", "2918.11", "30").active().weighing("9")).weighing("3"),
                .foreign("20", "2905.11", "20").active().weighing("3")), "notOriginating"),
        Row(
            "an ingredient of an intermediate that falls",
            Sketch(
                "3809.91",
                .made(
                    "10", "8714.91", "50", from: .foreign("1", "8714.10", "30"),
                    .claimed("2", "2918.11", "10").active().weighing("3")),
                .foreign("20", "2905.11", "20").active().weighing("3")), "originating CTC"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    /// Materials without a mark are taken to be none, where others are marked (D26).
    static let assumed: [Row<Sketch, [String]>] = [
        Row("an unmarked material", mixed("50", "50"), ["30"]),
        Row("marked as none", mixed("50", "50").with { $0.parts[2].isActive = false }, []),
        Row("no mark at all", Sketch("3809.91", .foreign("20", "2905.11", "20")), []),
        Row(
            "a rule without the proviso",
            Sketch("8473.30", .foreign("20", "8501.10", "20").active(), .foreign("30", "8501.10", "1")), []),
    ]

    @Test(arguments: assumed) func unmarkedMaterialsAreAssumedToBeNone(_ row: Row<Sketch, [String]>) throws {
        let notes = try row.given.determined().assumptions.filter { $0.code == "material.activeIngredientAssumed" }
        #expect(notes.count == row.expected.count)
        for (note, path) in zip(notes, row.expected) {
            #expect(note.message.english.contains(": \(path);"))
        }
    }

    static let missing: [Row<Sketch, [String]>] = [
        Row("a weight", mixed("50", nil), ["material.netWeightKg /materials/1/netWeightKg"]),
        Row(
            "both weights", mixed(nil, nil),
            ["material.netWeightKg /materials/0/netWeightKg", "material.netWeightKg /materials/1/netWeightKg"]),
        Row("the mark", Sketch("3809.91", .foreign("20", "2905.11", "20")), ["material.activeIngredient /materials"]),
        Row("nothing where it fails", mixed("1", "2"), []),
    ]

    @Test(arguments: missing) func missingFactsAreNamed(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().missingPlaces == row.expected)
    }

    @Test(
        arguments: [
            Row("met", ("50", "50"), Explanation.Result.met), Row("not met", ("49", "51"), .notMet),
            Row("open", ("49", nil), .undetermined),
        ] as [Row<(String?, String?), Explanation.Result>])
    func explained(_ row: Row<(String?, String?), Explanation.Result>) throws {
        let tree = try Self.mixed(row.given.0, row.given.1).determined().explanation
        #expect(tree.steps.filter { $0.article.contains("38.08") }.map(\.result) == [row.expected])
    }
}
