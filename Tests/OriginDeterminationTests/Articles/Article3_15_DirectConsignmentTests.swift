import OriginDetermination
import OriginModel
import Testing

/// Article 3.15: origin is kept where only logistics happens under customs control.
@Suite struct DirectConsignmentTests {
    private static func via(_ stops: Stop...) -> Sketch {
        var sketch = Sketch("8711.20", .foreign("10", "8501.10", "60"))
        sketch.route = stops
        return sketch
    }

    /// Outcome of the route, then the answer.
    static let routes: [Row<Sketch, String>] = [
        Row("no route", via(), "none originating RVC"),
        Row("under control, nothing done", via(Stop("SG", control: true)), "met originating RVC"),
        Row("through a non-Party", via(Stop("US", control: true, .unloading)), "met originating RVC"),
        Row(
            "every kind of logistics",
            via(Stop("SG", control: true, .unloading, .reloading, .storing, .preserving, .moving)),
            "met originating RVC"),
        Row("more than logistics", via(Stop("SG", control: true, .unloading, .other)), "notMet notOriginating"),
        Row("control lost", via(Stop("SG", control: false, .unloading)), "notMet notOriginating"),
        Row("control not stated", via(Stop("SG", control: nil)), "undetermined undetermined"),
        Row("kind not stated", via(Stop("SG", control: true, nil)), "undetermined undetermined"),
        Row("a no beside an unknown", via(Stop("SG", control: nil, .other)), "notMet notOriginating"),
        Row(
            "one good stop, one bad", via(Stop("SG", control: true), Stop("US", control: false)),
            "notMet notOriginating"),
        Row(
            "one unknown stop, one bad", via(Stop("SG", control: nil), Stop("US", control: true, .other)),
            "notMet notOriginating"),
        Row(
            "one unknown stop, one good", via(Stop("SG", control: true), Stop("US", control: nil)),
            "undetermined undetermined"),
        Row(
            "an unknown stop of a good that does not originate",
            via(Stop("SG", control: nil)).with { $0.parts[0].value = "61" }, "undetermined notOriginating"),
        Row(
            "WO is lost on the way as well",
            via(Stop("SG", control: false)).with {
                $0.parts = []
                $0.category = .a
            }, "notMet notOriginating"),
    ]

    @Test(arguments: routes) func answer(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect("\(determination.directConsignment?.rawValue ?? "none") \(determination.answer)" == row.expected)
        #expect(determination.verdictOnEvidence == determination.verdict)
    }

    /// Beside the alternative it is still told what would be stated, had the good kept its origin on the way.
    @Test func alternativesKeepTheirSupplements() throws {
        let lost = Self.via(Stop("SG", control: false)).with { $0.parts = [.claimed("10", "8501.10", "60", in: "JP")] }
        let alternatives = try lost.determined().alternatives
        #expect(alternatives.map { "\($0.rule) \($0.supplements.map(\.rawValue).joined())" } == ["PE ACU"])
    }

    static let missing: [Row<Sketch, [String]>] = [
        Row("control", via(Stop("SG", control: nil)), ["route.customsControl /route/0/customsControl"]),
        Row(
            "control and kind at the second stop",
            via(Stop("SG", control: true), Stop("US", control: nil, .moving, nil)),
            ["route.customsControl /route/1/customsControl", "route.operationKind /route/1/operations/1/kind"]),
        Row("nothing where a no decides", via(Stop("SG", control: nil, .other)), []),
    ]

    @Test(arguments: missing) func missingFactsAreNamed(_ row: Row<Sketch, [String]>) throws {
        #expect(try row.given.determined().missingPlaces == row.expected)
    }

    @Test func everyStopIsExplained() throws {
        let tree = try Self.via(
            Stop("SG", control: true, .moving), Stop("US", control: false), Stop("KR", control: nil)
        )
        .determined().explanation
        let step = try #require(tree.children.first { $0.cites("3.15") })
        #expect(step.result == .notMet)
        #expect(step.children.map(\.result) == [.met, .notMet, .undetermined])
        #expect(step.children.map { String($0.statement.english.prefix(2)) } == ["SG", "US", "KR"])
    }
}
