import HarmonizedSystem
import Testing

@Suite struct HSNomenclatureTests {
    private static let text = """
        # chapters 01, 02, 76 to 78 and 87
        0101 21 29 30
        0102 21

        0201 10 20 30
        7604 10 21 29
        7801 10
        8711 10 20 30 40
        8714 10 91
        """

    private static func nomenclature() throws -> HSNomenclature {
        try HSNomenclature(edition: .hs2022, compact: text)
    }

    @Test func reading() throws {
        let nomenclature = try Self.nomenclature()
        #expect(nomenclature.edition == .hs2022)
        #expect(
            nomenclature.subheadings == [
                010121, 010129, 010130, 010221, 020110, 020120, 020130, 760410, 760421, 760429, 780110, 871110, 871120,
                871130, 871140, 871410, 871491,
            ])
    }

    static let known: [Row<String, Bool>] = [
        Row("the first subheading", "0101.21", true), Row("the last subheading", "8714.91", true),
        Row("one between", "7604.21", true), Row("a subheading that is not there", "7604.20", false),
        Row("before the first", "0101.10", false), Row("after the last", "9999.99", false),
        Row("a heading", "87.14", true), Row("the first heading", "01.01", true),
        Row("a heading between two", "87.12", false), Row("a heading after all", "99.01", false),
        Row("a chapter", "02", true), Row("an empty chapter", "77", false), Row("a chapter before all", "00", false),
        Row("the last chapter", "87", true), Row("a chapter after all", "99", false),
    ]

    @Test(arguments: known) func contains(_ row: Row<String, Bool>) throws {
        let code = try #require(HSCode(row.given))
        #expect(try Self.nomenclature().contains(code) == row.expected)
    }

    @Test func `no other number of six digits is there`() throws {
        let nomenclature = try Self.nomenclature()
        let found = (0..<1_000_000).filter { nomenclature.contains(HSCode(number: $0, level: .subheading)) }
        #expect(found == nomenclature.subheadings)
    }

    static let parts: [Row<String, [UInt32]>] = [
        Row("a chapter", "01", [010121, 010129, 010130, 010221]), Row("a heading", "8714", [871410, 871491]),
        Row("a subheading", "780110", [780110]), Row("none", "7802", []), Row("an empty chapter", "77", []),
        Row("the last chapter", "87", [871110, 871120, 871130, 871140, 871410, 871491]),
    ]

    @Test(arguments: parts) func subheadingsOfACode(_ row: Row<String, [UInt32]>) throws {
        let code = try #require(HSCode(row.given))
        #expect(try Array(Self.nomenclature().subheadings(of: code)) == row.expected)
    }

    static let near: [Row<String, [String]>] = [
        Row("in the heading", "8714.20", ["8714.10", "8714.91"]),
        Row("in a long heading, the nearest four", "8711.99", ["8711.10", "8711.20", "8711.30", "8711.40"]),
        Row("in the chapter", "0103.10", ["0101.21", "0101.29", "0101.30", "0102.21"]),
        Row("in the chapter, nearest first, shown in order", "8713.10", ["8711.30", "8711.40", "8714.10", "8714.91"]),
        Row("in an empty chapter", "7701.10", []),
        Row("a heading of the chapter", "87.15", ["8711.30", "8711.40", "8714.10", "8714.91"]),
        Row("an empty chapter itself", "77", []),
    ]

    @Test(arguments: near) func nearCodes(_ row: Row<String, [String]>) throws {
        let code = try #require(HSCode(row.given))
        #expect(try Self.nomenclature().near(code).map(\.printed) == row.expected)
    }

    @Test func asManyNearCodesAsAskedFor() throws {
        let code = try #require(HSCode("8711.39"))
        #expect(try Self.nomenclature().near(code, count: 2).map(\.printed) == ["8711.30", "8711.40"])
    }

    static let empty: [Row<String, [UInt32]>] = [
        Row("nothing", "", []), Row("comments alone", "# none\n#", []),
        Row("a heading without subheadings", "7701", []),
    ]

    @Test(arguments: empty) func textWithoutCodes(_ row: Row<String, [UInt32]>) throws {
        #expect(try HSNomenclature(edition: .hs2017, compact: row.given).subheadings == row.expected)
    }

    static let faults: [Row<String, FormatFault>] = [
        Row("a heading of three digits", "0101 21\n871 10", FormatFault(line: 2, found: "871 10")),
        Row("a heading of five digits", "87110 10", FormatFault(line: 1, found: "87110 10")),
        Row("a heading with a dot", "87.11 10", FormatFault(line: 1, found: "87.11 10")),
        Row("an ending of one digit", "8711 1", FormatFault(line: 1, found: "8711 1")),
        Row("an ending of three digits", "8711 100", FormatFault(line: 1, found: "8711 100")),
        Row("a letter", "8711 1O", FormatFault(line: 1, found: "8711 1O")),
        Row("twice the same", "8711 10 10", FormatFault(line: 1, found: "8711 10 10")),
        Row("endings out of order", "8711 20 10", FormatFault(line: 1, found: "8711 20 10")),
        Row("headings out of order", "8711 10\n\n# a comment\n0101 21", FormatFault(line: 4, found: "0101 21")),
        Row("a heading twice", "8711 10\n8711 10", FormatFault(line: 2, found: "8711 10")),
        Row("a line break of another system", "8711 10\r", FormatFault(line: 1, found: "8711 10\r")),
    ]

    @Test(arguments: faults) func formatFault(_ row: Row<String, FormatFault>) {
        let fault = FormatFault.met { () throws(HSNomenclature.FormatError) in
            try HSNomenclature(edition: .hs2022, compact: row.given)
        }
        #expect(fault == row.expected)
    }

    /// In a process of its own, because a line without any field once ended it.
    @Test func lineOfSpacesEndsNoProcess() async {
        await #expect(processExitsWith: .success) {
            _ = FormatFault.met { () throws(HSNomenclature.FormatError) in
                try HSNomenclature(edition: .hs2022, compact: "8711 10\n  \n8714 10")
            }
        }
    }
}
