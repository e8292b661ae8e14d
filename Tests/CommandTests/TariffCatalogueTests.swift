import Foundation
import Testing

/// `rcep tariff catalogue`: the goods whose duty falls.
struct TariffCatalogueTests {
    private static func sections(_ arguments: String...) throws -> [[String: Any]] {
        let run = try rcep(["tariff", "catalogue", "--date", "2026-07-01", "--format", "json"] + arguments)
        #expect(run.status == 0)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        return try #require(document["sections"] as? [[String: Any]])
    }

    private static func lines(_ section: [String: Any]) -> [[String: Any]] { section["lines"] as? [[String: Any]] ?? [] }

    private static func total(_ section: [String: Any], _ name: String) -> Int? {
        (section["totals"] as? [String: Any])?[name] as? Int
    }

    /// Rates recomputed from the cells of the lines, in thousandths.
    @Test(arguments: ["JP", "VN", "MY", "NZ"])
    func `each line listed pays less under RCEP, by the fall stated`(party: String) throws {
        let section = try #require(try Self.sections("--to", party).first)
        let lines = Self.lines(section)
        #expect(lines.count == Self.total(section, "falling"))
        #expect(lines.count > 50)
        for line in lines {
            let cells = ["mfn", "rcep", "fallPoints"].compactMap { (line[$0] as? String).flatMap({ Decimal(string: $0) }) }
            try #require(cells.count == 3)
            #expect(cells[0] - cells[1] == cells[2] && cells[2] > 0)
        }
    }

    static let filters: [(arguments: [String], holds: @Sendable ([String: Any]) -> Bool)] = [
        (["--chapter", "87"], { ($0["line"] as? String)?.hasPrefix("87") == true }),
        (["--min-saving", "20"], { Decimal(string: $0["fallPoints"] as? String ?? "0") ?? 0 >= 20 }),
        (["--falls-to-zero"], { $0["rcep"] as? String == "0" && $0["fallsToZero"] as? Bool == true }),
        (["--words", "motorcycles"], { ["8711", "8714"].contains(($0["line"] as? String)?.prefix(4)) }),
        (["--words", "摩托车"], { ["8711", "8714"].contains(($0["line"] as? String)?.prefix(4)) }),
    ]

    @Test(arguments: filters.indices)
    func `the list can be narrowed`(index: Int) throws {
        let (arguments, holds) = Self.filters[index]
        let run = try rcep(["tariff", "catalogue", "--to", "VN", "--date", "2026-07-01", "--format", "json"] + arguments)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let lines = Self.lines(try #require((document["sections"] as? [[String: Any]])?.first))
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy(holds))
    }

    @Test func `the largest fall comes first where it is asked for`() throws {
        let lines = Self.lines(try #require(try Self.sections("--to", "VN", "--sort", "fall").first))
        let falls = lines.compactMap { ($0["fallPoints"] as? String).flatMap({ Decimal(string: $0) }) }
        #expect(falls == falls.sorted(by: >))
        #expect(falls.first == 50)
    }

    @Test func `totals of the chapters add up to those of the Party`() throws {
        let section = try #require(try Self.sections("--to", "JP").first)
        let chapters = try #require(section["chapters"] as? [[String: Any]])
        for name in ["lineCount", "falling", "toZero", "notKnown"] {
            #expect(chapters.compactMap { $0[name] as? Int }.reduce(0, +) == Self.total(section, name))
        }
    }

    @Test func `a limit cuts the list and not the totals, and says so`() throws {
        let section = try #require(try Self.sections("--to", "JP", "--limit", "2").first)
        #expect(Self.lines(section).count == 2)
        let falling = try #require(Self.total(section, "falling"))
        #expect(falling > 1000)
        let text = try rcep(
            "tariff", "catalogue", "--to", "JP", "--limit", "2", "--date", "2026-07-01", "--lang", "en").output
        #expect(text.contains("... and \(falling - 2) more lines"))
    }

    /// A rate for one origin is never used for another, and what is not loaded is said, not left out.
    static let standings: [(to: String, from: String, date: String, status: String, origins: [String])] = [
        ("ID", "JP", "2026-07-01", "preferenceNotLoaded", ["JP"]), ("KR", "JP", "2026-07-01", "notLoaded", ["JP"]),
        ("CN", "JP", "2026-07-01", "notLoaded", ["JP"]), ("JP", "PH", "2023-06-01", "notInForce", ["PH"]),
        ("JP", "PH", "2023-06-02", "answered", ["PH"]), ("AU", "CN", "2026-07-01", "answered", ["CN"]),
    ]

    @Test(arguments: standings)
    func `what can be said of a Party`(
        to: String, from: String, date: String, status: String, origins: [String]
    ) throws {
        let run = try rcep("tariff", "catalogue", "--to", to, "--from", from, "--date", date, "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let sections = try #require(document["sections"] as? [[String: Any]])
        #expect(sections.map { $0["status"] as? String } == [status])
        #expect(sections.map { $0["origins"] as? [String] } == [origins])
        #expect(Self.lines(sections[0]).isEmpty == (status != "answered"))
    }

    @Test func `imports from ASEAN stand together, as one schedule holds for all ten`() throws {
        let sections = try Self.sections("--to", "CN", "--from", "ASEAN")
        #expect(sections.count == 1)
        #expect((sections[0]["origins"] as? [String])?.count == 10)
        #expect(Self.lines(sections[0]).allSatisfy { $0["fallFrom"] as? String == "base" })
        for (language, name) in [("en", "from the ASEAN Parties"), ("zh", "原产于东盟缔约方")] {
            let run = try rcep("tariff", "catalogue", "--to", "CN", "--from", "ASEAN", "--limit", "1", "--lang", language)
            #expect(run.output.contains(name))
        }
    }

    @Test func `lines not known to fall are counted, and listed on request`() throws {
        let counted = try #require(try Self.sections("--to", "JP", "--chapter", "4").first)
        let listed = try #require(try Self.sections("--to", "JP", "--chapter", "4", "--unknown").first)
        let unknown = try #require(Self.total(counted, "notKnown"))
        #expect(unknown > 0)
        #expect(Self.lines(listed).count == Self.lines(counted).count + unknown)
    }

    @Test func `CSV has a row a line`() throws {
        let run = try rcep("tariff", "catalogue", "--to", "JP", "--chapter", "93", "--format", "csv", "--date", "2026-07-01")
        let rows = run.output.split(separator: "\r\n")
        #expect(rows[0].hasPrefix("importing_party,status,origins,date,line,chapter,name_en,name_zh,mfn,base,rcep"))
        #expect(rows.count == 23)
        let width = rows[0].split(separator: ",").count
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count >= width })
    }

    @Test func `the page can be sorted without fetching anything`() throws {
        let page = try rcep("tariff", "catalogue", "--to", "JP", "--chapter", "93", "--format", "html").output
        #expect(page.contains("<table class=\"sortable\""))
        #expect(page.contains("<script>"))
        #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("http"))
    }

    static let mistakes: [(arguments: [String], status: Int32, says: String)] = [
        (["--to", "XX"], 65, "XX"), (["--to", "JP,,VN"], 64, "JP,,VN"), (["--to", "JP", "--chapter", "77"], 65, "77"),
        (["--to", "JP", "--chapter", "870"], 64, "870"), (["--to", "JP", "--min-saving=-1"], 64, "-1"),
        (["--to", "JP", "--min-saving", "two"], 64, "two"), (["--to", "JP", "--limit", "0"], 64, "0"),
        (["--to", "CN", "--from", "CN"], 65, "CN"), ([], 64, "--to"), (["--to", "JP", "--sort", "size"], 64, "size"),
    ]

    @Test(arguments: mistakes)
    func `mistakes are named`(arguments: [String], status: Int32, says: String) throws {
        let run = try rcep(["tariff", "catalogue"] + arguments)
        #expect(run.status == status)
        #expect(run.errors.contains(says))
        #expect(run.output.isEmpty)
    }
}
