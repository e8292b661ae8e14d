import OriginDetermination
import OriginModel
import Testing

/// What a determination says of the law and the case as a whole.
@Suite struct DeterminerTests {
    private static let sound = Sketch("8711.20", .foreign("10", "8501.10", "60"))

    @Test func caseAndLawAreNamed() throws {
        let determination = try Self.sound.with { $0.importer = "JP" }.determined()
        #expect(determination.good.id == "G")
        #expect("\(determination.exportingParty)" == "CN")
        #expect(determination.importingParty.map { "\($0)" } == "JP")
        #expect(determination.ruleSet.id == "small")
        #expect(determination.ruleSet.digest == "00")
        #expect("\(determination.date)" == "2026-06-01")
    }

    /// The date that counts is the one asked for, not the dossier's own.
    @Test func dateAskedForCounts() throws {
        let evidenced = Sketch(
            "8711.20", .claimed("10", "8483.40", "50", in: "CN").evidenced(until: "2026-06-30"),
            .foreign("20", "8501.10", "50"))
        let determiner = try Determiner(law: SmallLaw.inForce.get())
        let july = try #require(CalendarDate("2026-07-01"))
        let determination = try determiner.determine(evidenced.dossier(), on: july)
        #expect(determination.date == july)
        #expect(determination.verdictOnEvidence == .notOriginating)
        #expect(try evidenced.determined().verdictOnEvidence == .originating)
    }

    static let warnings: [Row<Sketch, [String]>] = [
        Row("nothing", sound, []),
        Row("the day before the rule set", sound.with { $0.date = "2022-12-31" }, ["ruleSet.notYetInForce /date"]),
        Row("the day of the rule set", sound.with { $0.date = "2023-01-01" }, []),
        Row("a note on the exporting Party", sound.with { $0.exporter = "MM" }, ["party.note /exportingParty"]),
        Row("a note on the importing Party", sound.with { $0.importer = "MM" }, ["party.note /importingParty"]),
    ]

    @Test(arguments: warnings) func warned(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().warnings.map(\.codeAndPlace) == row.expected)
    }

    static let parties = [
        "AU", "BN", "KH", "CN", "ID", "JP", "KR", "LA", "MY", "MM", "NZ", "PH", "SG", "TH", "VN",
    ]

    @Test(arguments: parties) func everyPartyMayExport(_ party: String) throws {
        #expect(try Self.sound.with { $0.exporter = party }.determined().answer == "originating RVC")
    }

    /// A determination is open only with something named that would close it.
    @Test(arguments: ExplanationTests.samples) func undeterminedNamesWhatIsMissing(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        if determination.verdict == .undetermined {
            #expect(!determination.missing.isEmpty)
            #expect(determination.criterion == nil)
        }
        if determination.verdict == .notOriginating { #expect(determination.criterion == nil) }
        #expect(determination.missing.allSatisfy { $0.place != nil })
    }
}

/// Three-valued answers: a no decides "both", a yes decides "either".
@Suite struct OutcomeTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let left: Outcome
        let right: Outcome
        let both: Outcome
        let either: Outcome
        var testDescription: String { "\(left), \(right)" }
    }

    static let pairs: [Pair] = [
        Pair(left: .met, right: .met, both: .met, either: .met),
        Pair(left: .met, right: .notMet, both: .notMet, either: .met),
        Pair(left: .met, right: .undetermined, both: .undetermined, either: .met),
        Pair(left: .notMet, right: .notMet, both: .notMet, either: .notMet),
        Pair(left: .notMet, right: .undetermined, both: .notMet, either: .undetermined),
        Pair(left: .undetermined, right: .undetermined, both: .undetermined, either: .undetermined),
    ]

    @Test(arguments: pairs) func bothAndEither(_ pair: Pair) {
        #expect(pair.left.and(pair.right) == pair.both)
        #expect(pair.right.and(pair.left) == pair.both)
        #expect(pair.left.or(pair.right) == pair.either)
        #expect(pair.right.or(pair.left) == pair.either)
    }
}
