import Foundation
import Testing

/// The rates `rcep lookup` shows with `--to` and `--from`.
struct LookupRatesTests {
    @Test func `one Party and one origin, with every line`() throws {
        let run = try rcep("lookup", "6203.42", "--to", "JP", "--from", "CN", "--date", "2026-07-01", "--lang", "en")
        let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(rows.contains("6203.42.100 10% 6.3% 6.3% 3.7"))
        #expect(rows.contains("6203.42.200 9.1% 5.7% 5.7% 3.4"))
        #expect(run.status == 0)
    }

    /// What a Party takes on goods of each origin; a figure for one is not used for another.
    @Test(arguments: [
        ("en", ["CN 6203.42.100 10% 6.3% 6.3% 3.7", "6203.42.200 9.1% not stated at most 9.1% not known",
                "the remaining 12 Parties 6203.42.100 10% free free 10"]),
        ("zh", ["CN 6203.42.100 10% 6.3% 6.3% 3.7", "6203.42.200 9.1% 未列明 至多9.1% 不详",
                "其余12个缔约方 6203.42.100 10% 零关税 零关税 10"]),
    ])
    func `one Party and every origin`(language: String, rows: [String]) throws {
        let run = try rcep("lookup", "6203.42", "--to", "JP", "--date", "2026-07-01", "--lang", language)
        let found = run.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        for row in rows { #expect(found.contains(row)) }
    }

    @Test func `one origin and every Party`() throws {
        let run = try rcep("lookup", "8509.80", "--from", "CN", "--date", "2026-07-01", "--lang", "en")
        let parties = [
            "Australia", "Brunei Darussalam", "Cambodia", "China", "Indonesia", "Japan", "Korea", "Lao PDR", "Malaysia",
            "Myanmar", "New Zealand", "Philippines", "Singapore", "Thailand", "Viet Nam",
        ]
        for party in parties { #expect(run.output.contains(party + " (")) }
    }

    @Test func `as JSON`() throws {
        let run = try rcep(
            "lookup", "6203.42", "--to", "JP", "--from", "CN", "--date", "2026-07-01", "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let rates = try #require(document["rates"] as? [[String: Any]])
        #expect(rates.map { $0["origin"] as? String } == ["CN"])
        let parties = try #require(rates[0]["parties"] as? [[String: Any]])
        #expect(parties.map { $0["leastSaving"] as? String } == ["3.4"])
    }

    @Test func `without either nothing about rates is said`() throws {
        let run = try rcep("lookup", "6203.42", "--format", "json")
        #expect(!run.output.contains("\"rates\""))
    }

    @Test(arguments: [("en", "rates are shown for one code at a time"), ("zh", "税率须按单个编码查询")])
    func `a search for words says that rates go with one code`(language: String, sentence: String) throws {
        let run = try rcep("lookup", "motorcycle", "--to", "VN", "--lang", language)
        #expect(run.status == 0)
        #expect(run.errors.contains(sentence))
    }
}
