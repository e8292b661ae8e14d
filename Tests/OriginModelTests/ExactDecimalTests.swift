import OriginModel
import Testing

@Suite struct ExactDecimalTests {
    /// What a text is printed as once read.
    static let texts: [Row<String, String>] = [
        Row("zero", "0", "0"), Row("an integer", "40", "40"), Row("a fraction", "39.995", "39.995"),
        Row("trailing zeros", "12.50", "12.5"), Row("a fraction of zeros", "100.000", "100"),
        Row("below one", "0.05", "0.05"),
        Row("a negative", "-12.5", "-12.5"), Row("a negative below one", "-0.05", "-0.05"),
        Row("negative zero", "-0", "0"),
        Row("negative zero with a fraction", "-0.00", "0"),
        Row("a tenth, which no binary fraction is", "0.1", "0.1"),
        Row("an exponent", "1e3", "1000"), Row("an exponent with plus", "1E+3", "1000"),
        Row("an exponent with minus", "125e-2", "1.25"), Row("exponent nought", "5e0", "5"),
        Row("exponent minus nought", "5e-0", "5"), Row("an exponent with a leading zero", "5e01", "50"),
        Row("an exponent that eats the fraction", "1.25e2", "125"),
        Row("an exponent past the fraction", "1.25e5", "125000"),
        Row("an exponent within the fraction", "1.25e1", "12.5"), Row("zero with an exponent", "0e9", "0"),
        Row("eighteen digits", "999999999999999999", "999999999999999999"),
        Row("twelve decimals", "0.000000000001", "0.000000000001"),
        Row("both", "999999999999999999.999999999999", "999999999999999999.999999999999"),
        Row("both, negative", "-999999999999999999.999999999999", "-999999999999999999.999999999999"),
        Row("more decimals that are zeros", "1.50000000000000", "1.5"),
        Row("eighteen digits by an exponent", "9e17", "900000000000000000"),
        Row("twelve decimals by an exponent", "1e-12", "0.000000000001"),
        Row("zeros that an exponent takes back", "1000000000000000000e-1", "100000000000000000"),
    ]

    @Test(arguments: texts) func reading(_ row: Row<String, String>) throws {
        let value = try ExactDecimal(parsing: row.given)
        #expect(value.description == row.expected)
        #expect(try ExactDecimal(parsing: value.description) == value)
    }

    static let faults: [Row<String, ExactDecimal.ParseError>] = [
        Row("nothing", "", .notANumber), Row("a sign", "-", .notANumber), Row("a plus sign", "+1", .notANumber),
        Row("two signs", "--1", .notANumber), Row("no digit before the point", ".5", .notANumber),
        Row("no digit after the point", "5.", .notANumber), Row("two points", "1.2.3", .notANumber),
        Row("a comma", "1,5", .notANumber), Row("grouped", "1 000", .notANumber),
        Row("a space before", " 1", .notANumber),
        Row("a space after", "1 ", .notANumber), Row("a letter", "1a", .notANumber), Row("a word", "NaN", .notANumber),
        Row("infinity", "Infinity", .notANumber), Row("hexadecimal", "0x10", .notANumber),
        Row("full-width digits", "１２", .notANumber), Row("no exponent", "1e", .notANumber),
        Row("a sign for an exponent", "1e+", .notANumber), Row("a fraction in the exponent", "1e1.5", .notANumber),
        Row("two exponents", "1e2e3", .notANumber), Row("an exponent alone", "e5", .notANumber),
        Row("two minus signs in the exponent", "1e--3", .notANumber),
        Row("two plus signs in the exponent", "1e++3", .notANumber),
        Row("minus and plus in the exponent", "1e-+3", .notANumber),
        Row("plus and minus in the exponent", "1e+-3", .notANumber),
        Row("a space in the exponent", "1e 3", .notANumber),
        Row("nineteen digits", "1000000000000000000", .tooManyDigits),
        Row("nineteen digits, negative", "-1000000000000000000", .tooManyDigits),
        Row("thirteen decimals", "0.0000000000001", .tooManyDigits),
        Row("nineteen digits by an exponent", "1e18", .tooManyDigits),
        Row("thirteen decimals by an exponent", "1e-13", .tooManyDigits),
        Row("a huge exponent", "1e41", .tooManyDigits), Row("the largest power that fits", "1e38", .tooManyDigits),
        Row("a hugely negative exponent", "1e-41", .tooManyDigits),
        Row("more digits than are counted", String(repeating: "1", count: 60), .tooManyDigits),
        Row("more decimals than are counted", "0." + String(repeating: "1", count: 60), .tooManyDigits),
        Row("an exponent that overflows", "99999999999999999e37", .tooManyDigits),
        Row("an exponent longer than a machine word", "1e99999999999999999999", .tooManyDigits),
    ]

    @Test(arguments: faults) func refusal(_ row: Row<String, ExactDecimal.ParseError>) {
        #expect(throws: row.expected) { try ExactDecimal(parsing: row.given) }
    }

    /// In a process of its own, because a power of ten beyond the machine's integers once ended it.
    @Test func powersBeyondTheMachineAreRefused() async {
        await #expect(processExitsWith: .success) {
            for text in ["1e39", "1e40", "99999999999999999e40", "-1e40"] {
                #expect(throws: ExactDecimal.ParseError.tooManyDigits) { try ExactDecimal(parsing: text) }
            }
        }
    }

    // MARK: Comparing

    struct Pair: Sendable {
        let smaller: String
        let greater: String
    }

    static let pairs: [Row<Pair, Bool>] = [
        Row("integers", Pair(smaller: "39", greater: "40"), true),
        Row("at different scales", Pair(smaller: "39.9999", greater: "40"), true),
        Row("the last digit we keep", Pair(smaller: "39.999999999999", greater: "40"), true),
        Row("above", Pair(smaller: "40", greater: "40.0001"), true),
        Row("negative and positive", Pair(smaller: "-1", greater: "0.5"), true),
        Row("two negatives", Pair(smaller: "-2", greater: "-1.5"), true),
        Row("very different sizes", Pair(smaller: "0.000000000001", greater: "999999999999999999"), true),
        Row("the same", Pair(smaller: "40", greater: "40.00"), false),
        Row("zero and negative zero", Pair(smaller: "-0", greater: "0"), false),
    ]

    @Test(arguments: pairs) func order(_ row: Row<Pair, Bool>) throws {
        let smaller = try ExactDecimal(parsing: row.given.smaller)
        let greater = try ExactDecimal(parsing: row.given.greater)
        #expect((smaller < greater) == row.expected)
        #expect(!(greater < smaller))
        #expect((smaller == greater) == !row.expected)
        #expect((smaller.hashValue == greater.hashValue) || row.expected)
    }

    /// Numbers too different in size to meet at one scale.
    @Test func orderOfNumbersThatShareNoScale() {
        let large = ExactDecimal(significand: Int128.max, scale: 0)
        let small = ExactDecimal(significand: 15, scale: 1)
        #expect(small < large)
        #expect(!(large < small))
    }

    // MARK: Printing and scales

    struct Print: Sendable {
        let text: String
        let decimals: Int
    }

    static let prints: [Row<Print, String>] = [
        Row("padded", Print(text: "820", decimals: 2), "820.00"),
        Row("padded in part", Print(text: "820.5", decimals: 2), "820.50"),
        Row("never cut", Print(text: "820.125", decimals: 2), "820.125"),
        Row("no decimals", Print(text: "820", decimals: 0), "820"),
        Row("below one", Print(text: "0.5", decimals: 2), "0.50"),
        Row("negative below one", Print(text: "-0.5", decimals: 2), "-0.50"),
        Row(
            "more than 64 bits", Print(text: "-999999999999999999.000000000001", decimals: 2),
            "-999999999999999999.000000000001"),
        Row("64 bits, no longer with decimals", Print(text: "922337203685477580", decimals: 3), "922337203685477580.000"),
        Row("zero", Print(text: "0", decimals: 2), "0.00"), Row("negative", Print(text: "-7", decimals: 1), "-7.0"),
    ]

    @Test(arguments: prints) func printing(_ row: Row<Print, String>) throws {
        #expect(try ExactDecimal(parsing: row.given.text).fixed(decimals: row.given.decimals) == row.expected)
    }

    @Test func trailingZerosAreDropped() {
        let value = ExactDecimal(significand: 12500, scale: 3)
        #expect(value.significand == 125)
        #expect(value.scale == 1)
        #expect(ExactDecimal(significand: 0, scale: 5).scale == 0)
        #expect(ExactDecimal(significand: 1200, scale: 0).significand == 1200)
    }

    struct Scale: Sendable {
        let text: String
        let scale: Int
    }

    static let scales: [Row<Scale, Int128?>] = [
        Row("its own", Scale(text: "1.25", scale: 2), 125), Row("finer", Scale(text: "1.25", scale: 4), 12500),
        Row("coarser", Scale(text: "1.25", scale: 1), nil),
        Row("finest", Scale(text: "1", scale: 37), ExactDecimal.powerOfTen(37)),
        Row("too fine", Scale(text: "1", scale: 38), nil), Row("overflowing", Scale(text: "1000", scale: 37), nil),
        Row("negative", Scale(text: "-1.5", scale: 3), -1500),
    ]

    @Test(arguments: scales) func significandAtAScale(_ row: Row<Scale, Int128?>) throws {
        #expect(try ExactDecimal(parsing: row.given.text).significand(atScale: row.given.scale) == row.expected)
    }

    @Test func signs() throws {
        #expect(try ExactDecimal(parsing: "-0.1").isNegative)
        #expect(try !ExactDecimal(parsing: "0.1").isNegative)
        #expect(try ExactDecimal(parsing: "-0.0").isZero)
        #expect(try !ExactDecimal(parsing: "-0.0").isNegative)
        #expect(try !ExactDecimal(parsing: "0.000000000001").isZero)
        #expect(ExactDecimal.zero.isZero)
    }

    @Test func powersOfTen() {
        #expect(ExactDecimal.powerOfTen(0) == 1)
        #expect(ExactDecimal.powerOfTen(12) == 1_000_000_000_000)
    }
}
