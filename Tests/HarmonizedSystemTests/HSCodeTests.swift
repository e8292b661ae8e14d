import HarmonizedSystem
import Testing

@Suite struct HSCodeTests {
    /// Digits of the code that is read; nil where nothing is.
    static let texts: [Row<String, String?>] = [
        Row("a subheading with its dot", "8711.20", "871120"),
        Row("a subheading without", "871120", "871120"),
        Row("a subheading with two dots", "87.11.20", "871120"),
        Row("a heading with its dot", "87.11", "8711"),
        Row("a heading without", "8711", "8711"),
        Row("a chapter", "87", "87"),
        Row("a leading zero", "0102.21", "010221"),
        Row("a chapter with a leading zero", "01", "01"),
        Row("with spaces", " 8711 20 ", "871120"),
        Row("with hyphens", "8711-20", "871120"),
        Row("nothing", "", nil),
        Row("dots alone", "..", nil),
        Row("one digit", "8", nil),
        Row("three digits", "871", nil),
        Row("five digits", "8711.2", nil),
        Row("seven digits", "8711.20.0", nil),
        Row("a national code", "8711.20.00", nil),
        Row("258 digits, which is 2 in a byte", String(repeating: "1", count: 258), nil),
        Row("a dot within a pair", "871.120", nil),
        Row("a hyphen within a pair", "87112-0", nil),
        Row("a letter", "8711.2A", nil),
        Row("a sign", "+871120", nil),
        Row("full-width digits", "８７１１２０", nil),
        Row("Arabic digits", "٨٧", nil),
        Row("a comma", "8711,20", nil),
        Row("a line break", "8711.20\n", nil),
    ]

    @Test(arguments: texts) func reading(_ row: Row<String, String?>) {
        #expect(HSCode(row.given)?.digits == row.expected)
    }

    static let nationalTexts: [Row<String, String?>] = [
        Row("six digits", "8711.20", "871120"),
        Row("eight digits", "8711.20.00", "871120"),
        Row("ten digits", "8711200010", "871120"),
        Row("twelve digits with a dot", "8711.20001099", "871120"),
        Row("twelve digits", "871120001099", "871120"),
        Row("eleven digits with a hyphen", "871120-00109", "871120"),
        Row("a space at the end", "87112010 ", "871120"),
        Row("spaces before nine digits and behind", " 871120000 ", "871120"),
        Row("such a number with a decimal", "9011100.0", nil),
        Row("eight digits with a decimal", "87112010.0", nil),
        Row("a leading zero", "0102.21.0010", "010221"),
        Row("nine digits", "8711.20.000", "871120"),
        Row("seven digits", "8711.20.0", nil),
        Row("seven digits without dots, eight with a zero before", "9011100", nil),
        Row("a number with a decimal", "90111.0", nil),
        Row("a number with decimals", "90111.000", nil),
        Row("thirteen digits", "8711200010991", nil),
        Row("five digits", "8711.2", nil),
        Row("four digits", "8711", nil),
        Row("nothing", "", nil),
        Row("a letter after the sixth", "8711.20.0A", nil),
    ]

    @Test(arguments: [
        Row("nine digits", "901110000", "090111"), Row("eleven", "90111000010", "090111"),
        Row("twelve", "901110000101", "090111"), Row("blanks around them", " 901110000 ", "090111"),
        Row("eight", "90111000", nil), Row("ten", "9011100000", nil), Row("six", "901110", nil),
        Row("nine with dots", "9011.10.000", nil),
    ] as [Row<String, String?>])
    func restoringAZero(_ row: Row<String, String?>) {
        #expect(HSCode(restoringZeroOf: row.given)?.digits == row.expected)
    }

    /// Lines of a tariff may have nine digits together.
    @Test(arguments: [
        Row("nine digits", "870323000", "870323"), Row("seven digits", "8703230", nil),
        Row("twelve digits", "870323000010", "870323"), Row("six digits", "8703.23", "870323"), Row("five", "87032", nil),
    ] as [Row<String, String?>])
    func readingTheFirstSixOfATariffLine(_ row: Row<String, String?>) {
        #expect(HSCode(firstSixOfTariffLine: row.given)?.digits == row.expected)
    }

    @Test(arguments: nationalTexts) func readingTheFirstSix(_ row: Row<String, String?>) {
        let code = HSCode(firstSixOf: row.given)
        #expect(code?.digits == row.expected)
        #expect(code.map { $0.level == .subheading } ?? true)
    }

    static let levels: [Row<String, HSCode.Level>] = [
        Row("chapter", "87", .chapter), Row("heading", "8711", .heading), Row("subheading", "871120", .subheading),
    ]

    @Test(arguments: levels) func levelFollowsTheDigits(_ row: Row<String, HSCode.Level>) {
        #expect(HSCode(row.given)?.level == row.expected)
    }

    static let printed: [Row<String, String>] = [
        Row("subheading", "871120", "8711.20"), Row("heading", "8711", "87.11"), Row("chapter", "87", "87"),
        Row("subheading with a leading zero", "010221", "0102.21"), Row("heading with a leading zero", "0102", "01.02"),
        Row("chapter with a leading zero", "01", "01"), Row("all zeros", "000000", "0000.00"),
    ]

    @Test(arguments: printed) func printing(_ row: Row<String, String>) throws {
        let code = try #require(HSCode(row.given))
        #expect(code.printed == row.expected)
        #expect("\(code)" == row.expected)
        #expect(code.digits == row.given)
        #expect(HSCode(code.printed) == code)
    }

    struct Enclosing: Sendable {
        let chapter: String
        let heading: String?
    }

    static let prefixes: [Row<String, Enclosing>] = [
        Row("subheading", "871120", Enclosing(chapter: "87", heading: "8711")),
        Row("subheading with a leading zero", "010221", Enclosing(chapter: "01", heading: "0102")),
        Row("heading", "8711", Enclosing(chapter: "87", heading: "8711")),
        Row("chapter", "09", Enclosing(chapter: "09", heading: nil)),
    ]

    @Test(arguments: prefixes) func prefix(_ row: Row<String, Enclosing>) throws {
        let code = try #require(HSCode(row.given))
        #expect(code.prefix(.chapter).digits == row.expected.chapter)
        #expect(code.prefix(.chapter).level == .chapter)
        if let heading = row.expected.heading { #expect(code.prefix(.heading).digits == heading) }
        #expect(code.prefix(code.level) == code)
        #expect(HSCode.prefix(of: code.number, at: code.level, to: .chapter) == code.prefix(.chapter).number)
    }

    @Test func orderOfTheNomenclature() {
        let ordered = [
            "01", "0101", "010121", "010129", "0102", "02", "0201", "10", "1001", "87", "8711", "871120", "8712",
        ]
        let codes = ordered.compactMap { HSCode($0) }
        #expect(codes.count == ordered.count)
        #expect(codes.reversed().sorted().map(\.digits) == ordered)
    }

    @Test func levelsAreOrdered() {
        #expect(HSCode.Level.allCases.sorted(by: >) == [.subheading, .heading, .chapter])
    }

    @Test(arguments: [("87", 870_000...879_999), ("8711", 871_100...871_199), ("871120", 871_120...871_120), ("01", 10_000...19_999)]
        as [(String, ClosedRange<UInt32>)])
    func subheadingsOfACode(code: String, expected: ClosedRange<UInt32>) throws {
        let code = try #require(HSCode(code))
        #expect(code.subheadings == expected)
        let inside = (0..<1_000_000 as Range<UInt32>).filter {
            HSCode(number: $0, level: .subheading).prefix(code.level) == code
        }
        #expect(inside.first == expected.lowerBound && inside.last == expected.upperBound)
        #expect(inside.count == expected.count)
    }

    @Test func codesOfDifferentLevelsDiffer() {
        #expect(HSCode("01") != HSCode("0001"))
        #expect(HSCode("8711.20") == HSCode("871120"))
    }
}

@Suite struct HSEditionTests {
    @Test func order() {
        #expect([HSEdition.hs2022, .hs2012, .hs2017].sorted() == [.hs2012, .hs2017, .hs2022])
    }

    @Test(arguments: ["2012", "2017", "2022"]) func nameIsTheYear(_ year: String) {
        #expect(HSEdition(rawValue: year)?.rawValue == year)
    }

    @Test func otherYearsAreNoEdition() {
        #expect(HSEdition(rawValue: "2007") == nil)
    }
}
