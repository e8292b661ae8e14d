import CByteMasks
import HarmonizedSystem
import OriginDetermination
import OriginModel
import Testing

@testable import Batch

/// The quick readers of fields against slow ones written from their descriptions.
struct FastFieldsTests {
    // MARK: Amounts

    @Test(arguments: [
        ("0", 0), ("7", 70_000), ("1234567", 12_345_670_000), ("12345678", 123_456_780_000),
        ("999999999999", 9_999_999_999_990_000), ("0.1", 1000), ("0.0001", 1), ("1234.567", 12_345_670),
        ("123456.7", 1_234_567_000), ("00000001", 10_000), ("123456789012.3456", 1_234_567_890_123_456),
        ("5.", nil), (".5", nil), (".", nil), ("", nil), ("1.23456", nil), ("1.2.3", nil), ("1234567890123", nil),
        ("-1", nil), ("+1", nil), ("1e3", nil), ("1,5", nil), (" 1", nil), ("1 ", nil), ("1:", nil), ("1/2", nil),
        ("１", nil), ("1234567.", nil), (".1234567", nil), ("12345678901234567890.1", nil),
    ] as [(String, Int64?)])
    func anAmountIsReadInTenThousandths(text: String, expected: Int64?) {
        #expect(Self.slot(text) { $0.amount(.money) } == expected)
    }

    @Test(arguments: [4, 6])
    func amountsAreReadAsByHand(decimals: Int) throws {
        let scale = try #require([AmountScale.money, .weight].first { $0.decimals == decimals })
        var random = SplitMix(seed: UInt64(decimals))
        let alphabet = Array("0123456789012345678901234567890123456789........-/:e ")
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...11, using: &random)
            let text = String((0..<count).map { _ in alphabet.randomElement(using: &random) ?? "0" })
            #expect(Self.slot(text) { $0.amount(scale) } == Self.amount(text, decimals), "\(text)")
        }
    }

    /// Digits, then perhaps a point and digits.
    private static func amount(_ text: String, _ decimals: Int) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts[0].utf8.count <= 12
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard fraction.utf8.count <= decimals else { return nil }
        return Int64(parts[0] + fraction + String(repeating: "0", count: decimals - fraction.utf8.count))
    }

    // MARK: Words

    @Test(arguments: [
        ("originating", Material.Status.originating), ("nonOriginating", .nonOriginating), ("undetermined", .undetermined),
        ("Originating", nil), ("originatinG", nil), ("originatiing", nil), ("nonoriginating", nil), ("nonOriginatinG", nil),
        ("undeterminec", nil), ("undermined", nil), ("", nil), ("origin", nil), ("originating ", nil), ("0riginating", nil),
        ("nonOriXXnating", nil), ("\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}\u{FF}a", nil), (String(repeating: "\0", count: 13), nil), ("undetXrmined", nil), ("oriXinating", nil), ("unoriginating", nil),
    ] as [(String, Material.Status?)])
    func aStatusIsOneOfThreeWords(text: String, expected: Material.Status?) {
        #expect(Self.slot(text) { $0.status(.all) } == expected)
    }

    @Test func everyLetterOfAStatusCounts() {
        for word in ["originating", "nonOriginating", "undetermined"] {
            for place in word.indices {
                var other = word
                other.replaceSubrange(place...place, with: "x")
                #expect(Self.slot(other) { $0.status(.all) } == nil, "\(other)")
            }
        }
    }

    // MARK: Ids

    @Test(arguments: [
        ("10", "9", true), ("9", "10", false), ("10", "10", false), ("20", "10", true), ("a", "Z", true),
        ("12345678", "12345677", true), ("1234567", "12345678", false), ("12345678", "1234567", true), ("ab", "aa", true),
        ("aa", "ab", false), ("~", "!", true), ("! ", "~", true),
    ])
    func idsAscendByLengthThenByBytes(id: String, other: String, isAfter: Bool) {
        let (first, second) = (Self.slot(id) { $0.shortPlainID }, Self.slot(other) { $0.shortPlainID })
        #expect(first != 0 && second != 0)
        #expect((first > second) == isAfter)
    }

    /// Every byte at every place of an id of every length.
    @Test func anIDIsPlainAsByHand() {
        for count in 1...10 {
            for place in 0..<count {
                for byte in 0...255 as ClosedRange<UInt8> {
                    var id = [UInt8](repeating: 0x41, count: count)
                    id[place] = byte
                    let isPrintable = (0x20..<0x7F).contains(byte) && !(place == 0 && byte == 0x20)
                    let isPlain = isPrintable && byte != 0x2F
                    let found = Self.slot(id) {
                        (short: $0.shortPlainID, long: $0.isPlainID(slashAllowed: false), slash: $0.isPlainID(slashAllowed: true))
                    }
                    #expect(found.long == isPlain && found.slash == isPrintable, "\(id)")
                    #expect((found.short != 0) == (isPlain && count <= 8), "\(id)")
                }
            }
        }
        #expect(Self.slot("") { $0.shortPlainID } == 0)
        #expect(!Self.slot("") { $0.isPlainID(slashAllowed: true) })
    }

    // MARK: Cutting

    @Test func bytesAreFoundAsByHand() {
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            // Bytes that differ from a comma in one bit, and those with the highest bit, are the likely mistakes.
            let bytes = (0..<64).map { _ in
                [0x2C, 0x2D, 0x2B, 0xAC, 0x0C, 0x0A, 0x0B, 0x00, 0xFF].randomElement(using: &random) ?? 0 as UInt8
            }
            for byte in [0x2C, 0x0A] as [UInt8] {
                let expected = (0..<64).reduce(UInt64(0)) { bytes[$1] == byte ? $0 | 1 << UInt64($1) : $0 }
                #expect(rcep_places_of(byte, bytes) == expected)
            }
        }
    }

    @Test(arguments: ["\n", "\r\n"])
    func fieldsAreCutAsBySplitting(end: String) throws {
        let header = TableHeader(
            file: "m.csv", columns: [0, -1, 2, 1], fields: [0, 3, 2] + [Int](repeating: -1, count: 12))
        var fields = Fields(header)
        var random = SplitMix(seed: 4)
        for round in 0..<4000 {
            let texts = (0..<Int.random(in: 1...(round % 10 == 0 ? 200 : 6), using: &random)).map { _ in
                String(repeating: "x", count: [0, 1, 6, 7, 8, 9, 40, 70].randomElement(using: &random) ?? 0)
            }
            let text = texts.joined(separator: ",")
            // What comes behind the row must not be taken for part of it.
            let line = Array((text + end).utf8) + (0..<Chunk.padding).map { $0 % 3 == 0 ? 0x0A : 0x2C }
            line.withUnsafeBufferPointer { bytes in
                let length = fields.readLine(bytes.baseAddress!)
                #expect((length != nil) == (texts.count == 4), "\(texts)")
                guard length != nil else { return }
                #expect(length == text.utf8.count + end.utf8.count - 1)
                #expect([fields[0].text, fields[2].text, fields[1].text] == [texts[0], texts[2], texts[3]])
                #expect(fields[3].isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("\"a\",b,\"c,d\",\"e\"\"f\"", ["a", "c,d", "e\"f"]), ("\"\",,\"\",\"\"", ["", "", ""]),
        ("a,\"b\nc\",,d", ["a", "", "d"]), ("\"a\",b,c,\"\n\"", ["a", "c", "\n"]),
    ])
    func quotedFieldsAreCutToo(text: String, expected: [String]) throws {
        let header = TableHeader(
            file: "m.csv", columns: [0, -1, 2, 1], fields: [0, 3, 2] + [Int](repeating: -1, count: 12))
        var fields = Fields(header)
        let line = Array((text + "\n").utf8) + [UInt8](repeating: 0, count: Chunk.padding)
        let found = try line.withUnsafeBufferPointer { bytes in
            try fields.read(bytes.baseAddress!, text.utf8.count, isQuoted: true)
            return [fields[0].text, fields[2].text, fields[1].text]
        }
        #expect(found == expected)
        #expect(fields[3].isEmpty)
    }

    // MARK: Codes

    /// Every six digits there are, against the nomenclature: two codes may not stand at one place of the table.
    @Test func exactlyTheSubheadingsOfTheNomenclatureExist() throws {
        let law = try TestLaw.law.get()
        let compact = CompactLaw(law: law, date: try #require(TestLaw.day))
        let tables = compact.tables
        let known = Set(try #require(law.nomenclatures[law.ruleSet.edition]).subheadings)
        let different = (0..<1_000_000 as Range<UInt32>).filter { tables.has($0) != known.contains($0) }
        #expect(different.isEmpty, "\(different.prefix(5))")
        var (index, rules) = (CompactRuleIndex(), CompactRules())
        var places: [UInt32: Int] = [:]
        for code in known { places[code] = index.place(of: code, in: compact, addingTo: &rules) }
        #expect(Set(places.values).count == known.count)
        for code in known {
            let place = try #require(places[code])
            #expect(index.place(of: code, in: compact, addingTo: &rules) == place)
            #expect(index.text(at: place) == law.ruleSet.rule(for: HSCode(number: code, level: .subheading))?.text)
        }
        #expect(index.place(of: 10_185, in: compact, addingTo: &rules) == nil)
    }

    @Test func aCodeThatDoesNotExistIsAnErrorOfItsGood() throws {
        // 0101.21 exists, 0101.85 does not.
        let batch = try Batch(
            goods: "\(Batch.goodsHeader)\nA,871120,CN,100,USD\nB,010185,CN,100,USD\n",
            materials: "\(Batch.materialsHeader)\nA,1,010185,nonOriginating,DE,20\nB,1,010121,nonOriginating,DE,20\n")
        #expect(batch.verdicts == ["error", "error"])
        #expect(batch.codes == ["hs.unknownCode", "hs.unknownCode"])
    }

    private static func slot<Value>(_ text: String, _ body: (Fields.Slot) -> Value) -> Value {
        slot([UInt8](text.utf8), body)
    }

    private static func slot<Value>(_ bytes: [UInt8], _ body: (Fields.Slot) -> Value) -> Value {
        // What follows must not be taken for part of the field.
        let padded = bytes + [UInt8](repeating: 0x39, count: Chunk.padding)
        return padded.withUnsafeBufferPointer { body(Fields.Slot(start: $0.baseAddress!, count: bytes.count)) }
    }
}

/// The same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
