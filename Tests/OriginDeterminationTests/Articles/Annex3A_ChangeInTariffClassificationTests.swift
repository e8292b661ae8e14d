import HarmonizedSystem
import OriginDetermination
import Testing

/// Annex 3A, headnotes 5 to 7: CC, CTH, CTSH and what is excepted.
@Suite struct ChangeInTariffClassificationTests {
    /// A foreign material worth half the good, and whether it changed.
    struct Change: Sendable, CustomTestStringConvertible {
        let good: String
        let material: String
        let edition: HSEdition
        let outcome: Outcome
        let why: String

        init(_ material: String, to good: String, _ outcome: Outcome, _ why: String, in edition: HSEdition = .hs2022) {
            self.good = good
            self.material = material
            self.edition = edition
            self.outcome = outcome
            self.why = why
        }

        var testDescription: String { "\(why): \(material) to \(good)" }

        func determined() throws -> Determination {
            try Sketch(good, .foreign("10", material, "50").inEdition(edition)).determined()
        }
    }

    static let levels: [Change] = [
        Change("8711.30", to: "8714.91", .notMet, "CC, same heading's chapter"),
        Change("8714.91", to: "8714.91", .notMet, "CC, same code"),
        Change("8807.30", to: "8714.91", .met, "CC, next chapter"),
        Change("8501.10", to: "8714.91", .met, "CC, earlier chapter"),
        Change("0713.10", to: "8714.91", .met, "CC, a chapter with a leading zero"),
        Change("8473.30", to: "8473.30", .notMet, "CTH, same code"),
        Change("8543.70", to: "8543.10", .notMet, "CTH, same heading"),
        Change("8544.11", to: "8543.10", .met, "CTH, next heading"),
        Change("8471.30", to: "8473.30", .met, "CTH, same chapter"),
        Change("8471.30", to: "8471.41", .met, "CTSH, same heading"),
        Change("8471.41", to: "8471.41", .notMet, "CTSH, same code"),
        Change("8501.10", to: "8471.41", .met, "CTSH, other chapter"),
    ]

    static let exceptions: [Change] = [
        Change("7212.10", to: "7217.10", .met, "before the range of headings"),
        Change("7213.10", to: "7217.10", .notMet, "first of the range of headings"),
        Change("7214.10", to: "7217.10", .notMet, "inside the range of headings"),
        Change("7215.10", to: "7217.10", .notMet, "last of the range of headings"),
        Change("7216.10", to: "7217.10", .met, "after the range of headings"),
        Change("7217.20", to: "7217.10", .notMet, "same heading as the good"),
        Change("0910.11", to: "1904.10", .met, "before the range of chapters"),
        Change("1001.11", to: "1904.10", .notMet, "first of the range of chapters"),
        Change("1101.00", to: "1904.10", .notMet, "inside the range of chapters"),
        Change("1201.10", to: "1904.10", .notMet, "last of the range of chapters"),
        Change("1301.20", to: "1904.10", .met, "after the range of chapters"),
        Change("8543.10", to: "8544.42", .met, "before the range of subheadings"),
        Change("8544.11", to: "8544.42", .notMet, "first of the range of subheadings"),
        Change("8544.19", to: "8544.42", .notMet, "inside the range of subheadings"),
        Change("8544.20", to: "8544.42", .notMet, "last of the range of subheadings"),
        Change("8544.30", to: "8544.42", .met, "after the range of subheadings"),
        Change("7207.11", to: "7318.15", .notMet, "an excepted chapter beside a heading"),
        Change("7301.10", to: "7318.15", .notMet, "an excepted heading beside a chapter"),
        Change("7302.10", to: "7318.15", .met, "neither"),
    ]

    static let editions: [Change] = [
        Change("8473.30", to: "8471.41", .met, "same in both editions", in: .hs2012),
        Change("8473.30", to: "8473.30", .notMet, "same in both editions", in: .hs2017),
        Change("8803.30", to: "8714.91", .met, "another code now", in: .hs2017),
        Change("8517.70", to: "8517.13", .notMet, "two codes now, neither changed", in: .hs2017),
        Change("9013.80", to: "8529.90", .met, "two codes now, both changed", in: .hs2017),
        Change("8529.90", to: "8529.90", .undetermined, "two codes now, one changed", in: .hs2017),
    ]

    @Test(arguments: levels + exceptions + editions) func change(_ change: Change) throws {
        let determination = try change.determined()
        let line = try #require(determination.materials.first)
        #expect(line.tariffChange == change.outcome)
        #expect(determination.alternative("CTC")?.outcome == change.outcome)
        #expect(determination.alternative("CTC")?.failingMaterials == (change.outcome == .met ? [] : ["10"]))
        #expect(
            determination.explanation.steps(citing: "3A.5").contains { $0.statement.english.hasPrefix("Material 10") })
    }

    /// The words say whether the level or an exception stands against the change.
    static let words: [Row<Change, String>] = [
        Row("changed", Change("8544.11", to: "8543.10", .met, "CTH"), "changed to 8543.10"),
        Row("excepted", Change("7214.10", to: "7217.10", .notMet, "CTH"), "is of an excepted code (headnote 6)"),
        Row("same chapter", Change("8711.30", to: "8714.91", .notMet, "CC"), "is of the same chapter as the good"),
        Row("same heading", Change("8473.30", to: "8473.30", .notMet, "CTH"), "is of the same heading as the good"),
        Row(
            "same subheading", Change("8471.41", to: "8471.41", .notMet, "CTSH"),
            "is of the same subheading as the good"),
        Row(
            "open", Change("8529.90", to: "8529.90", .undetermined, "CTH", in: .hs2017),
            "may be any of 8524.91, 8529.90"),
    ]

    @Test(arguments: words) func reasonOfALine(_ row: Row<Change, String>) throws {
        let steps = try row.given.determined().explanation.steps(citing: "3A.5")
        #expect(steps.contains { $0.statement.english.contains(row.expected) })
    }

    // MARK: Who is asked

    static let asked: [Row<Part, Outcome?>] = [
        Row("a foreign material", .foreign("10", "8501.10", "5"), .met),
        Row("a material of unknown origin", .unknown("10", "8473.30", "5"), .notMet),
        Row("an originating material", .claimed("10", "8473.30", "5"), nil),
        Row("an accessory", .foreign("10", "8473.30", "5").role(.accessory), nil),
        Row("retail packaging", .foreign("10", "8473.30", "5").role(.retailPackaging), nil),
        Row("packing for shipment", .foreign("10", "8473.30", "5").role(.shippingPackaging), nil),
        Row("an indirect material", .foreign("10", "8473.30", "5").role(.indirect), nil),
    ]

    @Test(arguments: asked) func onlyForeignMaterialsAreAsked(_ row: Row<Part, Outcome?>) throws {
        let determination = try Sketch("8473.30", row.given, .foreign("20", "8501.10", "5")).determined()
        #expect(determination.materials.map(\.tariffChange) == [row.expected, .met])
    }

    @Test func oneOfManyIsEnoughToFail() throws {
        let sketch = Sketch(
            "8473.30", .foreign("10", "8501.10", "20"), .foreign("20", "8473.30", "20"), .foreign("30", "8482.10", "20")
        )
        let determination = try sketch.determined()
        #expect(determination.answer == "notOriginating")
        #expect(determination.alternative("CTC")?.failingMaterials == ["20"])
    }

    // MARK: Codes of other editions

    private static let doubtful = Part.foreign("10", "8529.90", "50").inEdition(.hs2017)

    static let answers: [Row<Sketch, String>] = [
        Row("a doubtful material", Sketch("8529.90", doubtful), "undetermined"),
        Row(
            "a doubtful material beside one that fails",
            Sketch("8529.90", doubtful, .foreign("20", "8529.90", "20")), "notOriginating"),
        Row(
            "a doubtful material within de minimis", Sketch("8529.90", doubtful.with { $0.value = "10" }),
            "originating CTC DMI"),
        Row(
            "a doubtful material that would burst de minimis",
            Sketch("8529.90", doubtful.with { $0.value = "6" }, .foreign("20", "8529.90", "5")), "undetermined"),
        Row(
            "a doubtful material that fits in beside another",
            Sketch("8529.90", doubtful.with { $0.value = "5" }, .foreign("20", "8529.90", "5")), "originating CTC DMI"),
        Row(
            "a doubtful originating material", Sketch("8529.90", doubtful.with { $0.status = .originating }),
            "originating PE"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined().answer == row.expected)
    }

    @Test func candidatesOfADoubtfulMaterialAreNamed() throws {
        let determination = try Sketch("8529.90", Self.doubtful).determined()
        #expect(determination.missingPlaces == ["material.hsCode /materials/0/hsCode"])
        #expect(determination.missing.first?.message.english.contains("8524.91, 8529.90") ?? false)
        #expect(determination.materials.first?.codes.map(\.printed) == ["8524.91", "8529.90"])
        #expect(
            determination.materials.first?.remarks.map(\.english) == ["HS 2017 8529.90 is 8524.91, 8529.90 in HS 2022"])
    }

    /// The good's own code in another edition.
    static let goods: [Row<Sketch, String>] = [
        Row("one code now", Sketch("8803.30", .foreign("10", "8501.10", "60")), "no rule"),
        Row("two codes now with one rule: met", Sketch("8517.70", .foreign("10", "8501.10", "90")), "originating CTC"),
        Row(
            "two codes now with one rule: not met", Sketch("8517.70", .foreign("10", "8517.13", "90")), "notOriginating"
        ),
        Row(
            "two rules, both met by different criteria", Sketch("8529.90", .foreign("10", "8501.10", "60")),
            "originating"),
        Row("two rules, one met", Sketch("8529.90", .foreign("10", "8501.10", "61")), "undetermined"),
        Row("two rules, the other met", Sketch("8529.90", .foreign("10", "8529.90", "60")), "undetermined"),
        Row("two rules, neither met", Sketch("8529.90", .foreign("10", "8529.90", "61")), "notOriginating"),
        Row("two rules, PE", Sketch("8529.90", .claimed("10", "8529.90", "61")), "originating PE"),
        Row("another edition, same code", Sketch("8471.30", .foreign("10", "8501.10", "99")), "originating CTC"),
    ]

    @Test(arguments: goods) func goodOfAnotherEdition(_ row: Row<Sketch, String>) throws {
        let sketch = row.given.with { $0.edition = .hs2017 }
        let problems = try sketch.problems()
        #expect((problems.isEmpty ? try sketch.determined().answer : "no rule") == row.expected)
        #expect(problems.map(\.code) == (row.expected == "no rule" ? ["rule.none"] : []))
    }

    @Test func readingsOfADoubtfulGoodAreShown() throws {
        let determination = try Sketch("8529.90", .foreign("10", "8501.10", "61")).with { $0.edition = .hs2017 }
            .determined()
        #expect(determination.codesInRuleEdition.map(\.printed) == ["8524.91", "8529.90"])
        #expect(determination.rule == nil)
        #expect(
            determination.alternatives.map { "\($0.code?.printed ?? "-") \($0.rule) \($0.outcome)" } == [
                "8524.91 RVC40 notMet", "8529.90 CTH met",
            ])
        #expect(determination.missingPlaces == ["good.hsCode /good/hsCode"])
        #expect(determination.missing.first?.message.english.contains("8524.91, 8529.90") ?? false)
    }

    @Test func noCommonCriterionNamesTheCode() throws {
        let determination = try Sketch("8529.90", .foreign("10", "8501.10", "60")).with { $0.edition = .hs2017 }
            .determined()
        #expect(determination.criterion == nil)
        #expect(determination.missingPlaces == ["good.criterionOpen /good/hsCode"])
    }

    // MARK: Which row applies

    static let rows: [Row<String, (code: String, text: String)>] = [
        Row("the chapter's", "8714.91", ("87", "CC")), Row("the heading's", "8711.20", ("87.11", "RVC40")),
        Row("the heading's, where another subheading has its own", "8543.10", ("85.43", "CTH")),
        Row("the subheading's", "8543.70", ("8543.70", "RVC40")),
    ]

    @Test(arguments: rows) func nearestRowApplies(_ row: Row<String, (code: String, text: String)>) throws {
        let rule = try #require(try Sketch(row.given, .foreign("10", "9013.80", "5")).determined().rule)
        #expect(rule.code.printed == row.expected.code)
        #expect(rule.text == row.expected.text)
    }

    @Test func nationalDigitsAreDropped() throws {
        let determination = try Sketch("8711.20.0010", .foreign("10", "8501.10.9900", "60")).determined()
        #expect(determination.codesInRuleEdition.map(\.printed) == ["8711.20"])
        #expect(determination.materials.first?.codes.map(\.printed) == ["8501.10"])
        #expect(determination.answer == "originating RVC")
    }
}
