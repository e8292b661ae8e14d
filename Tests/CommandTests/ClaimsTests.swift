import Foundation
import Testing

/// What may be claimed at import, as `rcep check` shows it.
struct ClaimsTests {
    private static func document(_ file: String, to party: String? = nil) throws -> [String: Any] {
        let run = if let party {
            try rcep("check", "--format", "json", file, "--to", party)
        } else {
            try rcep("check", "--format", "json", file)
        }
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private static func claims(_ document: [String: Any]) -> [[String: Any]] {
        (document["claims"] as? [String: Any])?["claims"] as? [[String: Any]] ?? []
    }

    /// Dossier, what is stated in each claim, best.
    static let rows: [(dossier: String, stated: [String?], best: String)] = [
        ("garments-to-japan", ["CN", "CN *", "CN **"], "claim"),
        ("motorcycle-to-viet-nam", ["CN", "CN *", "CN **"], "noneSaves"),
        ("lcd-panel-to-korea", ["CN", nil, nil], "unknown"),
        ("power-tool-to-australia", ["CN"], "claim"),
        ("citrus-to-singapore", ["CN"], "noneSaves"),
        ("aluminium-bars-to-thailand", ["CN", "CN *", nil], "unknown"),
    ]

    @Test(arguments: rows)
    func `claims of a real dossier`(dossier: String, stated: [String?], best: String) throws {
        let document = try Self.document("Fixtures/dossiers/\(dossier).json")
        #expect(Self.claims(document).map { $0["stated"] as? String } == stated)
        let found = ((document["claims"] as? [String: Any])?["best"] as? [String: Any])?["outcome"] as? String
        #expect(found == best)
    }

    @Test func `duty and saving stand on the customs value where it is stated`() throws {
        try withTemporaryFolder { folder in
            let text = try Dossier.text("Fixtures/dossiers/garments-to-japan.json")
            let stated = text.replacingOccurrences(
                of: "\"fob\"", with: "\"customsValue\": {\"amount\": \"1000.00\", \"currency\": \"USD\"}, \"fob\"")
            #expect(stated != text)
            try stated.write(toFile: "\(folder)/stated.json", atomically: true, encoding: .utf8)
            let document = try Self.document("\(folder)/stated.json")
            let duties = try #require(Self.claims(document).first?["duties"] as? [[String: Any]])
            #expect(duties.map { ($0["saved"] as? [String: String])?["amount"] } == ["41.00", "28.00"])
            #expect((document["claims"] as? [String: Any])?["standsOnFOB"] as? Bool == false)
        }
    }

    @Test(arguments: ["fails-just-below-40", "missing-weight-undetermined"])
    func `nothing is claimed for a good that does not originate`(dossier: String) throws {
        #expect(try Self.document("Fixtures/dossiers/\(dossier).json", to: "JP")["claims"] == nil)
    }

    @Test func `nothing is claimed where no importing Party is named`() throws {
        try withTemporaryFolder { folder in
            let text = try Dossier.text("Fixtures/dossiers/garments-to-japan.json")
            let silent = text.replacingOccurrences(of: "\"importingParty\": \"JP\",", with: "")
            try silent.write(toFile: "\(folder)/silent.json", atomically: true, encoding: .utf8)
            let document = try Self.document("\(folder)/silent.json")
            #expect(document["importingParty"] is NSNull)
            #expect(document["claims"] == nil)
        }
    }

    @Test(arguments: [("en", "Best claim: CN, Article 2.6.1."), ("zh", "最优主张：CN，第二章第六条第一款。")])
    func `every layout shows them in both languages`(language: String, sentence: String) throws {
        for format in ["text", "html", "markdown"] {
            let run = try rcep("check", "--format", format, "--lang", language, "Fixtures/dossiers/garments-to-japan.json")
            let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: language == "zh" ? "" : " ")
            #expect(text.contains(language == "zh" ? sentence.filter { !$0.isWhitespace } : sentence), "\(format)")
        }
    }
}
