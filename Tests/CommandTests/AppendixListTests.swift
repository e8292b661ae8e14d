import Foundation
import Testing

/// Article 2.6.3: the Appendix list of the importing Party is found in the rules and consulted.
struct AppendixListTests {
    /// Frozen Alaska pollack fillets, 0304.75, of which Korea lists a line.
    private static func dossier(to party: String, line: String?) -> String {
        """
        {"format": "rcep-dossier/1", "exportingParty": "CN", "importingParty": "\(party)", "date": "2026-06-01",
         \(line.map { "\"importingTariffLine\": \"\($0)\"," } ?? "")
         "good": {"id": "F", "description": "fillets", "hsCode": "0304.75", "fob": {"amount": "100", "currency": "USD"}},
         "production": {"operations": [{"description": "filleting and freezing"}]},
         "materials": [
           {"id": "1", "description": "pollack", "hsCode": "0303.67", "status": "originating", "country": "VN",
            "value": {"amount": "85", "currency": "USD"}},
           {"id": "2", "description": "brine", "hsCode": "2501.00", "status": "originating", "country": "CN",
            "value": {"amount": "1", "currency": "USD"}}]}
        """
    }

    static let rows: [(party: String, line: String?, listing: String, answer: String?)] = [
        ("KR", nil, "someLines", nil),
        ("KR", "0304.75.00.00", "listed", "VN"),
        ("KR", "0304.75.99.99", "someLines", nil),
        ("JP", nil, "notLoaded", nil),
        ("AU", nil, "noDifferentials", "CN"),
    ]

    @Test(arguments: rows)
    func listing(party: String, line: String?, listing: String, answer: String?) throws {
        try withTemporaryFolder { folder in
            let file = "\(folder)/fillets.json"
            try Self.dossier(to: party, line: line).write(toFile: file, atomically: true, encoding: .utf8)
            let run = try rcep("check", "--format", "json", file)
            let document = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let origin = try #require(document["countryOfOrigin"] as? [String: Any])
            #expect(origin["listing"] as? String == listing)
            #expect(origin["party"] as? String == answer)
        }
    }
}
