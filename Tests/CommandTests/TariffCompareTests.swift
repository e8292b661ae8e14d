import Foundation
import Testing

/// `rcep tariff compare`: facts a reader can look up in the tariffs themselves.
struct TariffCompareTests {
    private static func rows(_ arguments: String...) throws -> [[String: Any]] {
        let run = try rcep(["tariff", "compare", "--date", "2026-07-01", "--format", "json"] + arguments)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        return try #require(document["parties"] as? [[String: Any]])
    }

    private static func lines(_ row: [String: Any]) -> [[String: Any]] {
        (row["schedules"] as? [[String: Any]])?.first?["lines"] as? [[String: Any]] ?? []
    }

    /// Code, importing Party, national line, MFN, RCEP, rate due, saving.
    static let facts: [(code: String, to: String, line: String, figures: [String?])] = [
        ("6203.42", "JP", "620342200", ["9.1", "5.7", "5.7", "3.4"]),
        ("6203.42", "JP", "620342100", ["10", "6.3", "6.3", "3.7"]),
        ("8711.20", "VN", "87112011", ["75", "75", "75", "0"]),
        ("8509.90", "VN", "85099090", [nil, "3.5", nil, nil]),
        ("8509.80", "AU", "85098010", [nil, "0", "0", nil]),
    ]

    @Test(arguments: facts)
    func `rates from China`(code: String, to: String, line: String, figures: [String?]) throws {
        let row = try #require(try Self.rows(code, "--to", to).first)
        let found = try #require(Self.lines(row).first { $0["line"] as? String == line })
        let names = ["mfn", "rcep", "dueRate", "savingPoints"]
        for (name, figure) in zip(names, figures) where figure != nil { #expect(found[name] as? String == figure) }
    }

    @Test(arguments: [("en", "so nothing is saved"), ("zh", "无优惠幅度")])
    func `no saving is explained`(language: String, words: String) throws {
        let run = try rcep("tariff", "compare", "8711.20", "--to", "VN", "--date", "2026-07-01", "--lang", language)
        #expect(run.output.contains(words))
    }

    @Test func `Australia's 8509.80.10 is free from year 1`() throws {
        let row = try #require(try Self.rows("8509.80", "--to", "AU").first)
        let line = try #require(Self.lines(row).first { $0["line"] as? String == "85098010" })
        let years = try #require((line["path"] as? [String: Any])?["years"] as? [[String: Any]])
        #expect(years.count == 20)
        #expect(years.allSatisfy { $0["rate"] as? String == "0" })
    }

    @Test func `all fifteen Parties have a figure, a path, or a plain word`() throws {
        let rows = try Self.rows("8509.80")
        #expect(rows.count == 15)
        for row in rows {
            let hasFigure = Self.lines(row).contains { $0["rcep"] as? String != nil }
            let status = row["status"] as? String
            #expect(hasFigure || ["sameParty", "notLoaded", "preferenceNotLoaded"].contains(status))
        }
    }
}
