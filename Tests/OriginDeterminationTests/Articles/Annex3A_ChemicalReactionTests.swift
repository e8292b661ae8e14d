import OriginDetermination
import Testing

/// Annex 3A, headnote 7: CR needs a reaction stated in a Party.
@Suite struct ChemicalReactionTests {
    private static func made(_ reaction: Reaction?) -> Sketch {
        Sketch("2906.11", .foreign("10", "2906.11", "90")).with { $0.reaction = reaction }
    }

    static let answers: [Row<Sketch, String>] = [
        Row("in the exporting Party", made(.inCountry("CN")), "originating CR"),
        Row("in another Party", made(.inCountry("JP")), "originating CR"),
        Row("outside the Parties", made(.inCountry("US")), "notOriginating"),
        Row("none", made(Reaction.none), "notOriginating"),
        Row("not stated", made(nil), "undetermined"),
        Row(
            "not stated does not hide an alternative that is met",
            Sketch("2905.11", .foreign("10", "8501.10", "90")), "originating CTC"),
        Row(
            "not stated beside alternatives that fail", Sketch("2905.11", .foreign("10", "2905.12", "90")),
            "undetermined"),
        Row(
            "none beside alternatives that fail",
            Sketch("2905.11", .foreign("10", "2905.12", "90")).with { $0.reaction = Reaction.none }, "notOriginating"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func missingReactionIsNamed() throws {
        #expect(
            try Self.made(nil).determined().missingPlaces == [
                "production.chemicalReaction /production/chemicalReaction"
            ])
    }

    @Test func missingReactionIsNotAskedForWhereItDecidesNothing() throws {
        let determination = try Sketch("2905.11", .foreign("10", "8501.10", "90")).determined()
        #expect(determination.missing.isEmpty)
        #expect(determination.outcomes == "CTC met; RVC notMet; CR undetermined")
    }

    static let reasons: [Row<Sketch, String>] = [
        Row("in a Party", made(.inCountry("JP")), "in a Party is stated"),
        Row("outside", made(.inCountry("US")), "outside the Parties"),
        Row("none", made(Reaction.none), "no chemical reaction"), Row("not stated", made(nil), "not stated"),
    ]

    @Test(arguments: reasons) func reason(_ row: Row<Sketch, String>) throws {
        let finding = try #require(try row.given.determined().alternative("CR"))
        #expect(finding.reason.english.contains(row.expected))
    }
}
