import Foundation
import Testing

/// The dossiers of Fixtures and the published cases, through the whole program.
struct ExpectedAnswerTests {
    // MARK: Fixtures/dossiers/expected.csv

    static let columns = [
        "file", "verdict", "verdict_on_evidence", "criterion", "supplements", "rvc_indirect", "rvc_direct",
        "de_minimis_value", "de_minimis_weight", "failing_materials", "reason",
    ]

    /// One row a dossier; the reason at its end, which is for people, may hold commas.
    static let rows = (try? Project.rows(
        "Fixtures/dossiers/expected.csv", separator: ",", columns: columns.count)) ?? []

    @Test(arguments: rows)
    func dossier(row: [String]) throws {
        try #require(row.count == Self.columns.count)
        let run = try rcep("check", "--format", "json", "Fixtures/dossiers/\(row[0])")
        let statuses: [String: Int32] = ["originating": 0, "notOriginating": 1, "undetermined": 2]
        #expect(run.status == statuses[row[1]])
        let found = try run.determination()
        #expect(found.verdict == row[1])
        #expect(found.verdictOnEvidence == row[2])
        #expect(found.criterion ?? "" == row[3])
        #expect(found.supplements.joined(separator: ";") == row[4])
        #expect(found.rvc?.indirect?.percent ?? "" == row[5])
        #expect(found.rvc?.direct?.percent ?? "" == row[6])
        #expect(found.deMinimis?.valuePercent ?? "" == row[7])
        #expect(found.deMinimis?.weightPercent ?? "" == row[8])
        #expect(found.failingMaterials.joined(separator: ";") == row[9])
    }

    @Test func everyDossierHasARow() throws {
        let names = Project.names(in: "Fixtures/dossiers", ending: ".json")
        #expect(names.count >= 22)
        #expect(Self.rows.compactMap(\.first).sorted() == names)
        let heading = try Dossier.text("Fixtures/dossiers/expected.csv").split(separator: "\n").first
        #expect(heading.map(String.init) == Self.columns.joined(separator: ","))
    }

    // MARK: Fixtures/cases/published.json

    /// A case as published, its dossier as the text that goes to the program.
    struct Case: Sendable, CustomTestStringConvertible {
        let id: String
        let dossier: Data
        let verdict: String
        let criterion: String?
        let supplements: [String]?
        let indirect: String?
        let direct: String?

        var testDescription: String { id }

        init?(_ json: Any) {
            guard let json = json as? [String: Any], let id = json["id"] as? String, let dossier = json["dossier"],
                let text = try? JSONSerialization.data(withJSONObject: dossier),
                let expect = json["expect"] as? [String: Any], let verdict = expect["verdict"] as? String
            else { return nil }
            (self.id, self.dossier, self.verdict) = (id, text, verdict)
            criterion = expect["criterion"] as? String
            supplements = expect["supplements"] as? [String]
            indirect = expect["rvcIndirect"] as? String
            direct = expect["rvcDirect"] as? String
        }
    }

    static let published: [Case] = {
        guard let data = try? Project.data("Fixtures/cases/published.json"),
            let cases = try? JSONSerialization.jsonObject(with: data) as? [Any]
        else { return [] }
        return cases.compactMap { Case($0) }
    }()

    @Test(arguments: published)
    func publishedCase(_ expected: Case) throws {
        let run = try rcep("check", "--format", "json", "-", input: expected.dossier)
        let found = try run.determination()
        #expect(found.verdict == expected.verdict)
        #expect(run.status == (expected.verdict == "originating" ? 0 : 1))
        if let criterion = expected.criterion { #expect(found.criterion == criterion) }
        if let supplements = expected.supplements { #expect(found.supplements == supplements) }
        if let indirect = expected.indirect { #expect(found.rvc?.indirect?.percent == indirect) }
        if let direct = expected.direct { #expect(found.rvc?.direct?.percent == direct) }
    }

    @Test func noPublishedCaseIsLost() throws {
        let data = try Project.data("Fixtures/cases/published.json")
        let cases = try #require(try JSONSerialization.jsonObject(with: data) as? [Any])
        #expect(Self.published.count == cases.count && cases.count >= 3)
    }
}
