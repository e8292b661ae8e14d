import HarmonizedSystem
import OriginModel
import OriginRules
import Testing

@Suite struct RuleTextTests {
    static let forty = Percentage(ExactDecimal(significand: 40, scale: 0))
    static let fifty = Percentage(ExactDecimal(significand: 50, scale: 0))

    static func change(
        _ level: HSCode.Level, except ranges: [(String, String)] = [], share: Percentage? = nil
    ) throws -> RuleAlternative {
        let exceptions = try ranges.map { first, last in
            let (first, last) = (try #require(HSCode(first)), try #require(HSCode(last)))
            return try #require(CodeRange(from: first, to: last))
        }
        return .changeInTariffClassification(
            TariffChange(level: level, exceptions: exceptions, activeIngredientShare: share))
    }

    struct Reading: Sendable, CustomTestStringConvertible {
        let text: String
        let alternatives: @Sendable () throws -> [RuleAlternative]
        var testDescription: String { text }
    }

    static func valueContent() throws -> RuleAlternative { .regionalValueContent(try #require(forty)) }

    static let readings = [
        Reading(text: "WO") { [.whollyObtained] },
        Reading(text: "CC") { [try change(.chapter)] },
        Reading(text: "RVC40") { [try valueContent()] },
        Reading(text: "CTH or RVC40") { [try change(.heading), try valueContent()] },
        Reading(text: "CTH, or RVC40, or CR") { [try change(.heading), try valueContent(), .chemicalReaction] },
        Reading(text: "CC except from Chapter 10") { [try change(.chapter, except: [("10", "10")])] },
        Reading(text: "CTH except from headings 55.09 to 55.11") {
            [try change(.heading, except: [("5509", "5511")])]
        },
        Reading(text: "CTH except from heading 72.13 or 72.14, or RVC40") {
            [try change(.heading, except: [("7213", "7213"), ("7214", "7214")]), try valueContent()]
        },
        Reading(text: "CTSH except from subheadings 2204.22 and 2204.29") {
            [try change(.subheading, except: [("220422", "220422"), ("220429", "220429")])]
        },
        Reading(text: "CTSH except from subheading 8103.99 or RVC40") {
            [try change(.subheading, except: [("810399", "810399")]), try valueContent()]
        },
        Reading(text: "CTSH except from subheadings 8504.31, 8504.33 or 8504.34, or RVC40") {
            let single = ["850431", "850433", "850434"].map { ($0, $0) }
            return [try change(.subheading, except: single), try valueContent()]
        },
        Reading(text: "CC except from Chapters 01 to 03, 05 or heading 16.01 and 16.02, or CR") {
            [
                try change(
                    .chapter, except: [("01", "03"), ("05", "05"), ("1601", "1601"), ("1602", "1602")]),
                .chemicalReaction,
            ]
        },
        Reading(
            text: """
                CTSH provided that at least 50 % by weight of the active ingredient or ingredients is originating, \
                or RVC40
                """
        ) { [try change(.subheading, share: fifty), try valueContent()] },
    ]

    @Test(arguments: readings)
    func `a text says its alternatives`(reading: Reading) throws {
        #expect(try RuleText.parse(reading.text) == [RuleBranch(alternatives: reading.alternatives())])
    }

    static let splits: [(text: String, symbols: [String], conditions: [String])] = [
        (
            "1. CC or RVC40 for of insect 2. CC for any other good", ["CC or RVC40", "CC"],
            ["of insect", "any other good"]
        ),
        (
            "1. CTH, or RVC40 for that of acetal and hemiacetal peroxide 2. CTH, or RVC40, or CR for others",
            ["CTH or RVC40", "CTH, or RVC40, or CR"], ["that of acetal and hemiacetal peroxide", "others"]
        ),
        (
            """
            1. CTH except from heading 24.03 for manufactured tobacco substitutes \
            2. CTH except from heading 38.24, or RVC40 for any other good
            """,
            ["CTH except from heading 24.03", "CTH except from heading 38.24, or RVC40"],
            ["manufactured tobacco substitutes", "any other good"]
        ),
        (
            """
            1. CTH for Carp ( Catla catla, Cyprinus spp .(except Cyprinus carpio ), Labeo spp ., \
            Megalobrama spp .), 2. CC for any other good
            """,
            ["CTH", "CC"],
            [
                "Carp (Catla catla, Cyprinus spp. (except Cyprinus carpio), Labeo spp., Megalobrama spp.)",
                "any other good",
            ]
        ),
        ("1. WO for eggs 2. CC for milk 3. CR for salt", ["WO", "CC", "CR"], ["eggs", "milk", "salt"]),
    ]

    @Test(arguments: splits)
    func `a split text says its branches`(text: String, symbols: [String], conditions: [String]) throws {
        let branches = try RuleText.parse(text)
        #expect(branches.map(\.condition) == conditions)
        #expect(branches.map(\.number) == symbols.indices.map { $0 + 1 })
        #expect(branches.map { RuleText.canonical([RuleBranch(alternatives: $0.alternatives)]) } == symbols)
    }

    /// The text, the character at which reading stops, and the word that stands there.
    static let mistakes: [(text: String, character: Int, found: String)] = [
        ("", 1, ""),
        ("CTX", 1, "CTX"),
        ("cc", 1, "cc"),
        ("RVC", 1, "RVC"),
        ("RVC140", 1, "RVC140"),
        ("RVC-40", 1, "RVC-40"),
        ("CTH or", 7, ""),
        ("CTH, RVC40", 6, "RVC40"),
        ("CTH and RVC40", 5, "and"),
        ("CTH except 72.08", 12, "72.08"),
        ("CTH except from 72.08", 17, "72.08"),
        ("CTH except from heading 7208.10", 25, "7208.10"),
        ("CTH except from heading", 24, ""),
        ("CTH except from headings 72.11 to 72.08", 35, "72.08"),
        ("CTH except from headings 72.08 to Chapter", 35, "Chapter"),
        ("CTH except from headings 72.08 and RVC40", 32, "and"),
        ("CTSH provided that at most 50 %", 23, "most"),
        ("CTSH provided that at least half", 29, "half"),
        ("CTH 2. CC for any other good", 5, "2."),
        ("1. CTH 2. CC for any other good", 8, "2."),
        ("1. CTH for eggs", 16, ""),
        ("1. CTH for 2. CC for eggs", 12, "2."),
        ("2. CTH for eggs 1. CC for others", 1, "2."),
    ]

    @Test(arguments: mistakes)
    func `an error says where and what`(text: String, character: Int, found: String) {
        let error = #expect(throws: RuleText.ParseError.self) { try RuleText.parse(text) }
        #expect(error?.character == character)
        #expect(error?.found == found)
        #expect(error?.expected.english.isEmpty == false)
        #expect(error?.expected.chinese.isEmpty == false)
    }

    /// Text as someone may write it, and its one normal form.
    static let forms: [(text: String, canonical: String)] = [
        ("CTH, or RVC40", "CTH or RVC40"),
        ("CTH  or   RVC40", "CTH or RVC40"),
        ("CTSH except from subheading 8103.99 or RVC40", "CTSH except from subheading 8103.99, or RVC40"),
        ("CTSH except from subheadings 2204.22 and 2204.29", "CTSH except from subheadings 2204.22 or 2204.29"),
        ("CTH except from heading 72.08 or 72.09", "CTH except from headings 72.08 or 72.09"),
        ("CTH except from headings 72.08 to 72.08", "CTH except from heading 72.08"),
        ("CC except from Chapter 10, heading 12.01, 12.02", "CC except from Chapter 10 or headings 12.01 or 12.02"),
        ("1. CTH for eggs , 2. CC for ( milk ) , ", "1. CTH for eggs 2. CC for (milk)"),
        ("RVC40.50", "RVC40.5"),
    ]

    @Test(arguments: forms)
    func `there is one normal form`(text: String, canonical: String) throws {
        let branches = try RuleText.parse(text)
        #expect(RuleText.canonical(branches) == canonical)
        #expect(try RuleText.parse(canonical) == branches)
    }

    static let conditions: [(words: String, tidied: String)] = [
        ("Cyprinus spp .(except Cyprinus carpio )", "Cyprinus spp. (except Cyprinus carpio)"),
        ("Carassius spp.( except x ), Labeo spp ., y .), ", "Carassius spp. (except x), Labeo spp., y.)"),
        (" a  b\t c ", "a b c"),
        ("((a))", "((a))"),
        ("", ""),
        (" , ", ""),
    ]

    @Test(arguments: conditions)
    func `stray spaces of the print are dropped`(words: String, tidied: String) {
        #expect(RuleText.tidied(words) == tidied)
        #expect(RuleText.tidied(tidied) == tidied)
    }
}
