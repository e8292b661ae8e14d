import OriginModel
import OriginRules
import RuleFiles
import Testing

/// Which Parties take kinds of proof that not every Party takes, as `proofs-of-origin.xml` says.
@Suite struct ProofAcceptanceTests {
    private static func requirements(_ path: String) throws -> ProofRequirements {
        try RuleDirectory(path: path).proofRequirements(on: Fixtures.date("2026-06-01"))
    }

    private static func party(_ code: String) throws -> CountryCode { try #require(CountryCode(code)) }

    @Test(arguments: [
        ("JP", "2022-01-01", ProofAcceptance.Answer.accepted), ("JP", "2021-12-31", .notAccepted), ("AU", "2026-06-01", .accepted),
        ("NZ", "2026-06-01", .accepted), ("KR", "2024-12-31", .notAccepted), ("KR", "2025-01-01", .accepted),
        ("CN", "2026-06-01", .unknown), ("VN", "2026-06-01", .unknown), ("US", "2026-06-01", .unknown),
    ])
    func `declarations by any exporter`(party: String, day: String, answer: ProofAcceptance.Answer) throws {
        let acceptance = try Self.requirements(Fixtures.rules).declarationByExporterOrProducer
        #expect(try acceptance.answer(Self.party(party), on: Fixtures.date(day)) == answer)
        #expect(acceptance.article == "3.16.1(c), 3.18.1(b)")
    }

    @Test func `Japan alone takes an importer's`() throws {
        let acceptance = try Self.requirements(Fixtures.rules).declarationByImporter
        let day = try Fixtures.date("2026-06-01")
        #expect(acceptance.parties(on: day).map(\.description) == ["JP"])
        for party in ["CN", "VN", "AU"] { #expect(try acceptance.answer(Self.party(party), on: day) == .notAccepted) }
    }

    @Test(arguments: [
        ("2022-12-31", true), ("2023-01-01", false), ("2023-12-31", false), ("2024-01-01", true),
    ])
    func `given up and taken up again`(day: String, isAccepted: Bool) throws {
        let folder = try Fixtures.smallRules()
        try folder.overlay("\(Fixtures.folder)/accept/acceptance-given-up-and-taken-up-again", except: ["expected.txt"])
        let acceptance = try Self.requirements(folder.path).declarationByExporterOrProducer
        let answer = try acceptance.answer(Self.party("JP"), on: Fixtures.date(day))
        #expect(answer == (isAccepted ? .accepted : .notAccepted))
        #expect(acceptance.firstDay(of: try Self.party("JP")) == (try Fixtures.date("2022-01-01")))
    }

    @Test(arguments: [
        ("overlapping-acceptances", ["rules.overlappingDates"]),
        ("repeated-acceptance", ["agreement.repeatedAcceptance", "agreement.missingAcceptance"]),
        ("bad-acceptances", [
            "rules.badValue", "rules.badValue", "rules.invertedDates", "rules.missingAttribute", "rules.badValue",
            "rules.missingElement", "rules.unexpectedAttribute",
        ]),
    ])
    func `a conflict stops the load`(name: String, codes: [String]) throws {
        let folder = try Fixtures.smallRules()
        try folder.overlay("\(Fixtures.folder)/reject/\(name)", except: ["expected.txt"])
        let found = problems { _ = try Self.requirements(folder.path) }
        #expect(found.map(\.code).sorted() == codes.sorted())
    }
}
