import OriginDetermination
import Testing

/// The verdict on evidence: originating materials without valid evidence count as undetermined.
@Suite struct EvidenceTests {
    private static let own = Part.claimed("10", "8483.40", "50", in: "CN")
    private static let foreign = Part.foreign("20", "8501.10", "50")

    /// A good by RVC40 that needs its claimed material; determined on 2026-06-01.
    private static func relying(on part: Part) -> Sketch { Sketch("8711.20", part, foreign) }

    /// The claimed answer, then the answer on evidence.
    static let answers: [Row<Sketch, String>] = [
        Row("no evidence", relying(on: own), "originating RVC / notOriginating"),
        Row("evidence that does not run out", relying(on: own.evidenced()), "originating RVC / originating RVC"),
        Row(
            "runs out the day before", relying(on: own.evidenced(until: "2026-05-31")),
            "originating RVC / notOriginating"),
        Row(
            "runs out on the day", relying(on: own.evidenced(until: "2026-06-01")),
            "originating RVC / originating RVC"),
        Row(
            "runs out the day after", relying(on: own.evidenced(until: "2026-06-02")),
            "originating RVC / originating RVC"),
        Row("ran out last year", relying(on: own.evidenced(until: "2025-12-31")), "originating RVC / notOriginating"),
        Row(
            "a proof older than a year is no less a proof",
            relying(on: own.evidenced().with { $0.evidenceDate = "2023-01-01" }), "originating RVC / originating RVC"),
        Row(
            "just not needed", Sketch("8711.20", own.with { $0.value = "10" }, foreign),
            "originating RVC / originating RVC"),
        Row(
            "one cent needed", Sketch("8711.20", own.with { $0.value = "10.01" }, foreign),
            "originating RVC / notOriginating"),
        Row(
            "foreign and unknown materials need none", Sketch("8711.20", foreign, .unknown("30", "8501.10", "10")),
            "originating RVC / originating RVC"),
        Row(
            "indirect materials need none",
            Sketch("8711.20", .foreign("20", "8501.10", "60"), .claimed("30", "8205.40", "30").role(.indirect)),
            "originating RVC / originating RVC"),
        Row(
            "packing for shipment needs none",
            Sketch(
                "8711.20", .foreign("20", "8501.10", "60"), .claimed("30", "4819.10", "30").role(.shippingPackaging)),
            "originating RVC / originating RVC"),
        Row(
            "retail packaging needs it for RVC",
            Sketch(
                "8711.20", .foreign("20", "8501.10", "60"),
                .claimed("30", "3926.90", "1", in: "CN").role(.retailPackaging)),
            "originating RVC / notOriginating"),
        Row(
            "retail packaging does not need it for CTC",
            Sketch(
                "8473.30", .foreign("20", "8501.10", "60"),
                .claimed("30", "8473.30", "30", in: "CN").role(.retailPackaging)),
            "originating CTC / originating CTC"),
        Row("PE, no evidence, rule met", Sketch("8711.20", own), "originating PE / originating RVC"),
        Row(
            "PE, no evidence, rule not met", Sketch("8473.30", .claimed("10", "8473.30", "50", in: "CN")),
            "originating PE / notOriginating"),
        Row(
            "PE with evidence", Sketch("8473.30", .claimed("10", "8473.30", "50", in: "CN").evidenced()),
            "originating PE / originating PE"),
        Row(
            "WO needs no paper of a material", Sketch("0102.21").with { $0.category = .b },
            "originating WO / originating WO"),
        Row(
            "another supplement on evidence",
            Sketch(
                "8473.30", .claimed("10", "8473.30", "10", in: "CN"),
                .claimed("20", "8473.30", "30", in: "JP").evidenced(),
                .foreign("30", "8501.10", "5")), "originating CTC ACU / originating CTC ACU DMI"),
        Row("a rule that is open on evidence", Sketch("2906.11", own), "originating PE / undetermined"),
        Row(
            "does not originate either way", Sketch("8711.20", own, .foreign("20", "8501.10", "61")),
            "notOriginating / notOriginating"),
        Row(
            "an intermediate stands by a material without evidence",
            Sketch(
                "8711.20", .foreign("20", "8501.10", "40"),
                .made(
                    "30", "8714.91", "50", from: .claimed("1", "8714.10", "30", in: "CN"), .foreign("2", "7318.15", "5")
                )),
            "originating RVC / notOriginating"),
        Row(
            "the same with evidence",
            Sketch(
                "8711.20", .foreign("20", "8501.10", "40"),
                .made(
                    "30", "8714.91", "50", from: .claimed("1", "8714.10", "30", in: "CN").evidenced(),
                    .foreign("2", "7318.15", "5"))), "originating RVC / originating RVC"),
        Row(
            "an intermediate needs no paper itself",
            Sketch(
                "8711.20", .foreign("20", "8501.10", "60"),
                .made("30", "8714.91", "50", from: .foreign("1", "7318.15", "30"))),
            "originating RVC / originating RVC"),
    ]

    @Test(arguments: answers) func answer(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect("\(determination.answer) / \(determination.answerOnEvidence)" == row.expected)
    }

    static let missing: [Row<Sketch, [String]>] = [
        Row("none named", relying(on: own), ["material.evidence /materials/0/evidence"]),
        Row(
            "run out", relying(on: own.evidenced(until: "2026-05-31")),
            ["material.evidenceExpired /materials/0/evidence/validUntil"]),
        Row("valid", relying(on: own.evidenced()), []),
        Row("lacking but not needed", Sketch("8711.20", own.with { $0.value = "10" }, foreign), []),
        Row(
            "every line that lacks it",
            Sketch(
                "8711.20", .claimed("10", "8483.40", "30", in: "CN"),
                .claimed("15", "8483.40", "20", in: "CN").evidenced(),
                foreign, .claimed("30", "3926.90", "1", in: "CN").role(.retailPackaging),
                .claimed("40", "8205.40", "1").role(.indirect),
                .claimed("50", "4819.10", "1").role(.shippingPackaging)),
            ["material.evidence /materials/0/evidence", "material.evidence /materials/3/evidence"]),
        Row(
            "an input of an intermediate that stands whole",
            Sketch(
                "8711.20", .foreign("20", "8501.10", "40"),
                .made("30", "8714.91", "50", from: .claimed("1", "8714.10", "30", in: "CN"))),
            ["material.evidence /materials/1/selfProduced/materials/0/evidence"]),
        Row("not asked of a good that does not originate", Sketch("8711.20", own, .foreign("20", "8501.10", "61")), []),
    ]

    @Test(arguments: missing) func missingEvidenceIsNamed(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().missingPlaces == row.expected)
    }

    /// Standing as claimed, then on evidence.
    static let standings: [Row<Part, String>] = [
        Row("no evidence", own, "originating undetermined"),
        Row("evidence", own.evidenced(), "originating originating"),
        Row("run out", own.evidenced(until: "2026-05-31"), "originating undetermined"),
        Row("foreign, with a paper", .foreign("10", "8501.10", "1").evidenced(), "nonOriginating nonOriginating"),
        Row("unknown", .unknown("10", "8501.10", "1"), "undetermined undetermined"),
        Row("packing for shipment", own.role(.shippingPackaging), "ignored ignored"),
        Row("indirect", own.role(.indirect), "indirect indirect"),
    ]

    @Test(arguments: standings) func standing(_ row: Row<Part, String>) throws {
        let line = try #require(try Sketch("8711.20", row.given, Self.foreign).determined().materials.first)
        #expect("\(line.standing) \(line.standingOnEvidence)" == row.expected)
    }

    static let future: [Row<Part, [String]>] = [
        Row(
            "dated the day after", own.evidenced().with { $0.evidenceDate = "2026-06-02" },
            ["evidence.inFuture /materials/0/evidence/date"]),
        Row("dated on the day", own.evidenced().with { $0.evidenceDate = "2026-06-01" }, []),
        Row(
            "of a foreign material",
            Part.foreign("10", "8501.10", "1").evidenced().with { $0.evidenceDate = "2026-06-02" }, []),
    ]

    @Test(arguments: future) func evidenceOfTheFutureIsWarnedOf(_ row: Row<Part, [String]>) throws {
        #expect(try Self.relying(on: row.given).determined().warnings.map(\.codeAndPlace) == row.expected)
    }

    @Test func explained() throws {
        let tree = try Self.relying(on: Self.own).determined().explanation
        let step = try #require(tree.steps(citing: "3.21").first)
        #expect(step.result == .notMet)
        #expect(step.inputs.map(\.value) == ["10"])
    }
}
