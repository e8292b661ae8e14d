import Bilingual
import OriginDetermination
import Testing

/// Facts that cannot be right: what is refused, where, and in both languages.
@Suite struct FactProblemsTests {
    private static let sound = Sketch("8711.20", .foreign("10", "8501.10", "60"))
    private static let own = Part.claimed("10", "8501.10", "1")

    /// Code and JSON pointer of every problem, in order.
    static let problems: [Row<Sketch, [String]>] = [
        Row("nothing wrong", sound, []),
        // Parties.
        Row("exported by a non-Party", sound.with { $0.exporter = "US" }, ["party.unknown /exportingParty"]),
        Row("imported by a non-Party", sound.with { $0.importer = "IN" }, ["party.unknown /importingParty"]),
        Row("imported by a Party", sound.with { $0.importer = "JP" }, []),
        Row("exported and imported by one Party", sound.with { $0.importer = "CN" }, ["party.same /importingParty"]),
        Row(
            "the day before entry into force, exporting",
            sound.with {
                $0.exporter = "PH"
                $0.date = "2023-06-01"
            }, ["party.notInForce /exportingParty"]),
        Row(
            "the day of entry into force, exporting",
            sound.with {
                $0.exporter = "PH"
                $0.date = "2023-06-02"
            }, []),
        Row(
            "the day before entry into force, importing",
            sound.with {
                $0.importer = "ID"
                $0.date = "2023-01-01"
            }, ["party.notInForce /importingParty"]),
        Row(
            "the day of entry into force, importing",
            sound.with {
                $0.importer = "ID"
                $0.date = "2023-01-02"
            }, []),
        Row("before the Agreement", sound.with { $0.date = "2021-12-31" }, ["party.notInForce /exportingParty"]),
        // Origin of materials.
        Row(
            "originating in a non-Party", Sketch("8711.20", own.with { $0.country = "DE" }),
            ["material.originOfNonParty /materials/0/country"]),
        Row(
            "coming from a non-Party",
            Sketch("8711.20", .foreign("10", "8501.10", "1").with { $0.country = "DE" }), []),
        Row(
            "of unknown origin, from a non-Party",
            Sketch("8711.20", .unknown("10", "8501.10", "1").with { $0.country = "DE" }), []),
        Row(
            "originating in a Party not in force yet",
            Sketch("8711.20", own.with { $0.country = "PH" }).with { $0.date = "2023-06-01" },
            ["party.notInForce /materials/0/country"]),
        Row(
            "an input originating in a non-Party",
            Sketch("8711.20", .made("10", "8483.40", "9", from: own.with { $0.country = "DE" })),
            ["material.originOfNonParty /materials/0/selfProduced/materials/0/country"]),
        Row(
            "retail packaging originating in a non-Party",
            Sketch("8711.20", own.role(.retailPackaging).with { $0.country = "DE" }),
            ["material.originOfNonParty /materials/0/country"]),
        // Codes.
        Row("the good's code", Sketch("8711.99", .foreign("10", "8501.10", "1")), ["hs.unknownCode /good/hsCode"]),
        Row(
            "a material's code", Sketch("8711.20", .foreign("10", "8501.99", "1")),
            ["hs.unknownCode /materials/0/hsCode"]),
        Row(
            "a code of another edition", Sketch("8711.20", .foreign("10", "8517.71", "1").inEdition(.hs2017)),
            ["hs.unknownCode /materials/0/hsCode"]),
        Row(
            "an input's code",
            Sketch("8711.20", own, .made("20", "8483.40", "9", from: own, .foreign("2", "0000.00", "1"))),
            ["hs.unknownCode /materials/1/selfProduced/materials/1/hsCode"]),
        Row(
            "a material's code without successor", Sketch("8711.20", .foreign("10", "8548.10", "1").inEdition(.hs2017)),
            ["hs.noSuccessor /materials/0/hsCode"]),
        Row(
            "the good's code without successor", Sketch("8548.10", own).with { $0.edition = .hs2017 },
            ["hs.noSuccessor /good/hsCode"]),
        // Rules.
        Row("no rule for the good", Sketch("9705.10", own), ["rule.none /good/hsCode"]),
        Row(
            "no rule for an intermediate", Sketch("8711.20", .made("10", "9705.10", "9", from: own)),
            ["rule.none /materials/0/hsCode"]),
        Row("no rule needed for a material", Sketch("8711.20", .foreign("10", "9705.10", "9")), []),
        Row(
            "a branch the rule does not have", Sketch("1601.00", own).with { $0.branch = 3 },
            ["rule.unknownBranch /good/ruleBranch"]),
        Row("branch nought", Sketch("1601.00", own).with { $0.branch = 0 }, ["rule.unknownBranch /good/ruleBranch"]),
        // Values and weights.
        Row(
            "deductions over the value",
            Sketch(
                "8711.20",
                .foreign("10", "8501.10", "60").with {
                    $0.transport = ("40", "a bill of lading")
                    $0.duties = ("20.01", "a receipt")
                }), ["material.deductionsExceedValue /materials/0/deductions"]),
        Row(
            "deductions of the whole value",
            Sketch(
                "8711.20",
                .foreign("10", "8501.10", "60").with {
                    $0.transport = ("40", "a bill of lading")
                    $0.duties = ("20", "a receipt")
                }), []),
        Row(
            "deductions over the value by a rate",
            Sketch("8711.20", .foreign("10", "8501.10", "10").with { $0.waste = ("70.01 CNY", "a record") }).with {
                $0.rates = ["USD CNY 7"]
            }, ["material.deductionsExceedValue /materials/0/deductions"]),
        Row(
            "an intermediate worth nothing", Sketch("8711.20", .made("10", "8483.40", "0", from: own)),
            ["material.intermediateWithoutValue /materials/0/value"]),
        Row(
            "an inner intermediate worth nothing",
            Sketch("8711.20", .made("10", "8483.40", "5", from: .made("1", "8483.30", "0", from: own))),
            ["material.intermediateWithoutValue /materials/0/selfProduced/materials/0/value"]),
        Row("a material worth nothing", Sketch("8711.20", .foreign("10", "8501.10", "0")), []),
        Row("a good without weight", sound.with { $0.weight = "0" }, ["good.noWeight /good/netWeightKg"]),
        Row("a material without weight", Sketch("8711.20", own.weighing("0")), []),
        // Currencies.
        Row(
            "no rate", Sketch("8711.20", .foreign("10", "8501.10", "60 EUR")),
            ["exchangeRate.missing /materials/0/value"]),
        Row(
            "no rate for an input",
            Sketch("8711.20", .made("10", "8483.40", "9", from: .foreign("1", "8501.10", "6 EUR"))),
            ["exchangeRate.missing /materials/0/selfProduced/materials/0/value"]),
        Row(
            "no rate for a deduction",
            Sketch("8711.20", .foreign("10", "8501.10", "60").with { $0.duties = ("1 EUR", "a receipt") }),
            ["exchangeRate.missing /materials/0/deductions/duties"]),
        Row(
            "no rate for costs", sound.with { $0.costs = CostSketch(labour: "1", profit: "1 EUR") },
            ["exchangeRate.missing /costs/profit"]),
        Row(
            "a rate between two other currencies does not help",
            Sketch("8711.20", .foreign("10", "8501.10", "60 EUR")).with { $0.rates = ["EUR CNY 8", "CNY JPY 20"] },
            ["exchangeRate.missing /materials/0/value"]),
        Row(
            "no way through a third currency",
            Sketch("8711.20", .foreign("10", "8501.10", "60 EUR")).with { $0.rates = ["EUR CNY 8", "USD CNY 7"] },
            ["exchangeRate.missing /materials/0/value"]),
        Row(
            "two rates", sound.with { $0.rates = ["EUR USD 1.1", "CNY USD 0.14", "EUR USD 1.2"] },
            ["exchangeRate.duplicate /exchangeRates/2"]),
        Row(
            "two rates, one inverted", sound.with { $0.rates = ["EUR USD 1.1", "USD EUR 0.9"] },
            ["exchangeRate.duplicate /exchangeRates/1"]),
        Row("two rates between other currencies", sound.with { $0.rates = ["EUR CNY 8", "EUR CNY 8.1"] }, []),
        // Nothing is ever rounded: what cannot be computed exactly is refused.
        Row(
            "rates with too many digits together",
            Sketch(
                "8711.20", .foreign("1", "8501.10", "1 CNY"), .foreign("2", "8501.10", "1 EUR"),
                .foreign("3", "8501.10", "1 JPY")
            ).with { $0.rates = ["USD CNY 999999999989", "USD EUR 999999999961", "USD JPY 999999999937"] },
            ["amount.tooLong /materials/2/value"]),
        Row(
            "an amount too large for a fine unit",
            Sketch(
                "8711.20", fob: "999999999999999999", .foreign("1", "8501.10", "1"),
                .foreign("2", "8501.10", "0.000000000001 CNY")
            ).with { $0.rates = ["USD CNY 999983"] }, ["amount.tooLong /good/fob"]),
        Row(
            "amounts that fit, but not their sum",
            Sketch(
                "8711.20", fob: "900000000000000000", .foreign("1", "8501.10", "900000000000000000"),
                .foreign("2", "8501.10", "0.000000000001 CNY")
            ).with { $0.rates = ["USD CNY 9973"] }, ["amount.tooLong /materials"]),
        Row(
            "amounts that just fit",
            Sketch(
                "8711.20", fob: "900000000000000000", .foreign("1", "8501.10", "1"),
                .foreign("2", "8501.10", "0.000000000001 CNY")
            ).with { $0.rates = ["USD CNY 9973"] }, []),
        // Together.
        Row(
            "several at once, in the order of the dossier",
            Sketch("8711.99", fob: "100", .foreign("10", "8501.99", "60 EUR"), own.with { $0.country = "DE" }).with {
                $0.exporter = "US"
                $0.weight = "0"
                $0.rates = ["CNY USD 0.14", "USD CNY 7"]
            },
            [
                "exchangeRate.duplicate /exchangeRates/1", "party.unknown /exportingParty",
                "good.noWeight /good/netWeightKg",
                "exchangeRate.missing /materials/0/value", "hs.unknownCode /good/hsCode",
                "hs.unknownCode /materials/0/hsCode", "material.originOfNonParty /materials/1/country",
            ]),
    ]

    @Test(arguments: problems) func problem(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.problems().map(\.codeAndPlace).sorted() == row.expected.sorted())
    }

    /// In both languages, one sentence, no full stop, and told what would be right.
    @Test(arguments: problems.filter { !$0.expected.isEmpty }) func words(_ row: Row<Sketch, [String]>) throws {
        for problem in try row.given.problems() {
            #expect(!problem.message.english.isEmpty && !problem.message.english.hasSuffix("."))
            #expect(problem.message.chinese.isChinese && !problem.message.chinese.hasSuffix("。"))
            if let expected = problem.expected {
                #expect(!expected.english.isEmpty && !expected.chinese.isEmpty)
            } else {
                #expect(problem.code == "rule.none")
            }
        }
    }

    /// What stands there and what would be right.
    struct Hint: Sendable {
        let found: String?
        let expected: String
    }

    static let hints: [Row<Sketch, Hint>] = [
        Row("near codes", Sketch("8711.99", own), Hint(found: "8711.99", expected: "near: 8711.20, 8711.30")),
        Row(
            "near codes of a chapter", Sketch("8799.10", own),
            Hint(found: "8799.10", expected: "near: 8711.20, 8711.30, 8714.10, 8714.91")),
        Row("no code near", Sketch("7700.00", own), Hint(found: "7700.00", expected: "a subheading of HS 2022")),
        Row(
            "national digits as written", Sketch("8711.99.0010", own),
            Hint(found: "8711.99.0010", expected: "8711.30")),
        Row(
            "the date", sound.with { $0.date = "2021-12-31" },
            Hint(found: "2021-12-31", expected: "2022-01-01 or later")),
        Row("the branches", Sketch("1601.00", own).with { $0.branch = 3 }, Hint(found: "3", expected: "one of 1, 2")),
        Row(
            "the value", Sketch("8711.20", own.with { $0.waste = ("2", "a record") }),
            Hint(found: nil, expected: "at most USD 1.00")),
        Row(
            "the currency", Sketch("8711.20", .foreign("10", "8501.10", "60 EUR")),
            Hint(found: "EUR", expected: "from EUR to USD")),
    ]

    @Test(arguments: hints) func hint(_ row: Row<Sketch, Hint>) throws {
        let problem = try #require(try row.given.problems().first)
        #expect(problem.found == row.expected.found)
        #expect(problem.expected?.english.contains(row.expected.expected) ?? false)
    }
}

extension InputProblem {
    var codeAndPlace: String {
        guard case .pointer(let pointer, _, _) = place else { return "\(code) not a pointer" }
        return "\(code) \(pointer)"
    }
}

extension String {
    /// Whether a Chinese character stands in it.
    var isChinese: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
