import Bilingual
import DossierFiles
import Testing

struct JSONTextTests {
    @Test func keepsTheTree() throws {
        let json = try JSONText(Array(#" {"a": [1, "b", {}, [], null], "c": true, "d": false} "#.utf8))
        #expect(json.root.kind == .object)
        #expect(json.members(of: json.root).map { json.string($0.name) } == ["a", "c", "d"])
        let list = try #require(json.value("a", of: json.root))
        #expect(json.elements(of: list).map(\.kind) == [.number, .string, .object, .array, .null])
        #expect(json.elements(of: list).map { json.source($0) } == ["1", "\"b\"", "{}", "[]", "null"])
        #expect(json.isTrue(try #require(json.value("c", of: json.root))))
        #expect(!json.isTrue(try #require(json.value("d", of: json.root))))
        #expect(json.value("e", of: json.root) == nil)
        #expect(json.elements(of: json.root).isEmpty)
        #expect(json.members(of: list).isEmpty)
    }

    @Test(arguments: [
        "0", "-0", "0.1", "1e2", "1E+2", "1.50", "12345678901234567.123456789012", "-7.25e-3",
        "123456789012345678901234567890.123456789012345678901234567890",
    ])
    func keepsTheDigitsOfANumber(number: String) throws {
        let json = try JSONText(Array(number.utf8))
        #expect(json.root.kind == .number)
        #expect(json.source(json.root) == number)
    }

    @Test(arguments: [
        (#""""#, ""), (#""a\"\\\/b""#, "a\"\\/b"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u4e2d\u4E2D""#, "中中"),
        (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\0"), (#""渝😀é""#, "渝😀é"), (#""\uFFFF""#, "\u{FFFF}"),
        (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    ])
    func resolvesEscapes(written: String, meant: String) throws {
        let json = try JSONText(Array(written.utf8))
        #expect(json.string(json.root) == meant)
    }

    @Test func acceptsAByteOrderMarkOfUTF8WithoutCountingIt() throws {
        let json = try JSONText([0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
        let number = try #require(json.elements(of: json.root).first)
        #expect(json.position(ofByte: number.byteOffset) == json.position(ofByte: 4))
        #expect(json.position(ofByte: number.byteOffset).column == 2)
    }

    @Test(arguments: [
        ("{\"a\": 1, \"b\": 2}", [String]()), ("{\"a\": 1, \"a\": 2, \"a\": 3}", ["a", "a"]),
        ("{\"a\": 1, \"\\u0061\": 2}", ["a"]), ("{\"a\": {\"a\": 1}}", []), ("{\"\": 1, \"\": 2}", [""]),
        // Past the number of members that are compared pair by pair.
        ("{" + (0..<40).map { "\"n\($0)\": 0, " }.joined() + "\"n7\": 1, \"n\\u0038\": 1}", ["n7", "n8"]),
        // Two ways to write é are two names.
        ("{\"\u{E9}\": 1, \"e\u{301}\": 2}", []),
    ])
    func findsRepeatedNames(text: String, repeated: [String]) throws {
        let json = try JSONText(Array(text.utf8))
        #expect(json.repeatedNames.map { json.string($0) } == repeated)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let marked: String
        let code: String
        let found: String?
        var testDescription: String { "\(code): \(marked.prefix(40))" }

        init(_ marked: String, _ code: String, _ found: String?) {
            self.marked = marked
            self.code = code
            self.found = found
        }
    }

    static let faults = [
        Fault("[1,\n 2¤,\n]", "json.trailingComma", ","), Fault("{\"a\": 1 ¤, }", "json.trailingComma", ","),
        Fault("[1, ¤, 2]", "json.unexpectedCharacter", ","), Fault("[¤,]", "json.unexpectedCharacter", ","),
        Fault("{¤,}", "json.unexpectedCharacter", ","), Fault("{¤]", "json.unexpectedCharacter", "]"),
        Fault("[1¤}", "json.unexpectedCharacter", "}"), Fault("{\"a\": ¤}", "json.unexpectedCharacter", "}"),
        Fault("[1 ¤2]", "json.missingComma", "2]"), Fault("{\"a\": 1\n¤\"b\": 2}", "json.missingComma", "\"b\": 2}"),
        Fault("[{} ¤{}]", "json.missingComma", "{}]"), Fault("{\"a\" ¤1}", "json.missingColon", "1}"),
        Fault("{\"a\"¤, 1}", "json.missingColon", ", 1}"), Fault("{¤a: 1}", "json.unquotedName", "a"),
        Fault("{¤1: 1}", "json.unquotedName", "1"), Fault("{¤'a': 1}", "json.singleQuote", "'"),
        Fault("[¤'a']", "json.singleQuote", "'"), Fault("[1, ¤// two\n2]", "json.comment", "// two"),
        Fault("¤/* all */ 1", "json.comment", "/* all */ 1"), Fault("[1 ¤# one\n]", "json.comment", "# one"),
        Fault("[¤NaN]", "json.badWord", "NaN"), Fault("[¤nan]", "json.badWord", "nan"),
        Fault("[¤True]", "json.badWord", "True"), Fault("[¤Infinity]", "json.badWord", "Infinity"),
        Fault("[¤undefined]", "json.badWord", "undefined"), Fault("[¤nulll]", "json.badWord", "nulll"),
        Fault("¤t", "json.badWord", "t"), Fault("[¤-Infinity]", "json.badNumber", "-Infinity"),
        Fault("[¤+1]", "json.badNumber", "+1"), Fault("[¤.5]", "json.badNumber", ".5"),
        Fault("[¤5.]", "json.badNumber", "5."), Fault("[¤007]", "json.badNumber", "007"),
        Fault("[¤-]", "json.badNumber", "-"), Fault("[¤1e]", "json.badNumber", "1e"),
        Fault("[¤1.2.3]", "json.badNumber", "1.2.3"), Fault("[¤0x1F]", "json.badNumber", "0x1F"),
        Fault("[¤2026-11-01]", "json.badNumber", "2026-11-01"), Fault("[¤820USD]", "json.badNumber", "820USD"),
        Fault("[1] ¤[2]", "json.trailingData", "[2]"), Fault("{}\n¤}", "json.trailingData", "}"),
        Fault("1 ¤, 2", "json.trailingData", ", 2"), Fault("[1, 2¤", "json.unexpectedEnd", nil),
        Fault("{\"a\": [1,\n¤", "json.unexpectedEnd", nil), Fault("{\"a\"¤", "json.unexpectedEnd", nil),
        Fault("{¤", "json.unexpectedEnd", nil), Fault("[¤\"ab", "json.unterminatedString", "\"ab"),
        Fault("[\"ab¤\n\"]", "json.lineBreakInString", nil), Fault("[\"ab¤\t\"]", "json.controlCharacter", "U+0009"),
        Fault("[\"a¤\0\"]", "json.nulByte", "0x00"), Fault("[¤\0]", "json.nulByte", "0x00"),
        Fault("[\"a¤\\x\"]", "json.badEscape", "\\x\"]"), Fault("[\"¤\\ud800\"]", "json.badEscape", "\\ud800"),
        Fault("[\"¤\\udc00\"]", "json.badEscape", "\\udc00"), Fault("[\"¤\\u12G4\"]", "json.badEscape", "\\u12G4"),
        Fault("[\"¤\\ud800\\u0041\"]", "json.badEscape", "\\ud800"), Fault("[\"¤\\u12", "json.badEscape", "\\u12"),
        Fault("{\"重庆\": \"渝😀\"¤，\"b\": 1}", "json.lookAlike", "，"), Fault("{¤“a”: 1}", "json.lookAlike", "“"),
        Fault("{\"a\"¤：1}", "json.lookAlike", "："), Fault("[¤１]", "json.lookAlike", "１"),
        Fault("[1,¤\u{A0}2]", "json.foreignSpace", "U+A0"), Fault("[1,¤\u{3000}2]", "json.foreignSpace", "U+3000"),
        Fault("[¤中]", "json.unexpectedCharacter", "中"), Fault("¤PK\u{3}\u{4}", "json.badWord", "PK"),
        Fault("[\r\n1,\r\n¤x]", "json.badWord", "x"), Fault("[\r1,\r¤x]", "json.badWord", "x"),
    ]

    @Test(arguments: faults)
    func namesWhatIsNoJSON(fault: Fault) throws {
        // CR alone ends a line too; the count by hand knows only LF.
        let marked = try MarkedText(fault.marked)
        let usesCR = marked.text.unicodeScalars.contains("\r") && !marked.text.contains("\r\n")
        let counted = usesCR ? try MarkedText(fault.marked.pieces(around: "\r").joined(separator: "\n")) : marked
        let problem = try #require(throws: InputProblem.self) { try JSONText(Array(marked.text.utf8), file: "f.json") }
        #expect(problem.code == fault.code)
        #expect(problem.found == fault.found)
        #expect(problem.place == .line(counted.line, column: counted.column))
        #expect(problem.file == "f.json")
        #expect(problem.speaksBothLanguages)
    }

    @Test(arguments: [
        ("[\"\\ud800\"]", true), ("[\"\\udfff\"]", true), ("[\"\\ud83dx\"]", true), ("[\"\\ud800\\ud800\"]", true),
        ("[\"\\u12G4\"]", false), ("[\"\\x\"]", false), ("[\"\\ud8\"]", false),
    ])
    func halfOfASurrogatePairIsNamedSo(text: String, isHalf: Bool) throws {
        let problem = try #require(throws: InputProblem.self) { try JSONText(Array(text.utf8)) }
        #expect(problem.code == "json.badEscape")
        #expect(problem.message.english.contains("half of a surrogate pair") == isHalf)
        #expect(problem.message.chinese.contains("代理对") == isHalf)
    }

    struct BadBytes: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let code: String
        let place: InputProblem.Place
    }

    static let badBytes = [
        BadBytes(testDescription: "nothing", bytes: [], code: "json.empty", place: .wholeFile),
        BadBytes(testDescription: "only space", bytes: Array(" \n\t".utf8), code: "json.empty", place: .wholeFile),
        BadBytes(testDescription: "only a mark", bytes: [0xEF, 0xBB, 0xBF], code: "json.empty", place: .wholeFile),
        BadBytes(
            testDescription: "UTF-16 LE", bytes: [0xFF, 0xFE, 0x7B, 0], code: "json.encoding", place: .wholeFile),
        BadBytes(
            testDescription: "UTF-16 BE", bytes: [0xFE, 0xFF, 0, 0x7B], code: "json.encoding", place: .wholeFile),
        BadBytes(
            testDescription: "UTF-32 LE", bytes: [0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], code: "json.encoding",
            place: .wholeFile),
        BadBytes(
            testDescription: "UTF-32 BE", bytes: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B], code: "json.encoding",
            place: .wholeFile),
        BadBytes(
            testDescription: "UTF-16 without a mark", bytes: [0x7B, 0, 0x7D, 0], code: "json.nulByte",
            place: .line(1, column: 2)),
        BadBytes(
            testDescription: "GBK", bytes: Array("[\n\"渝\", \"".utf8) + [0xD6, 0xD8, 0xC7, 0xEC] + Array("\"]".utf8),
            code: "json.notUTF8", place: .line(2, column: 7)),
        BadBytes(
            testDescription: "overlong", bytes: [0x22, 0xC0, 0x80, 0x22], code: "json.notUTF8",
            place: .line(1, column: 2)),
        BadBytes(
            testDescription: "overlong in three", bytes: [0x22, 0xE0, 0x80, 0x80, 0x22], code: "json.notUTF8",
            place: .line(1, column: 2)),
        BadBytes(
            testDescription: "surrogate", bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], code: "json.notUTF8",
            place: .line(1, column: 2)),
        BadBytes(
            testDescription: "beyond Unicode", bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], code: "json.notUTF8",
            place: .line(1, column: 2)),
        BadBytes(
            testDescription: "cut inside a character", bytes: [0x22, 0xE4, 0xB8], code: "json.notUTF8",
            place: .line(1, column: 2)),
        BadBytes(
            testDescription: "continuation alone", bytes: [0x22, 0x80, 0x22], code: "json.notUTF8",
            place: .line(1, column: 2)),
    ]

    @Test(arguments: badBytes)
    func namesWhatIsNoText(row: BadBytes) throws {
        let problem = try #require(throws: InputProblem.self) { try JSONText(row.bytes) }
        #expect(problem.code == row.code)
        #expect(problem.place == row.place)
        #expect(problem.speaksBothLanguages)
    }

    @Test(arguments: [
        ("[1, 2]", nil), ("[1, 2, 3]", "json.tooManyElements"), ("[[[]]]", "json.tooDeep"), ("[[]]", nil),
        ("[\"aaaaaaaaaaaaaaaaaa\"]", "json.tooLarge"), ("{\"a\": {\"b\": {}}}", "json.tooDeep"),
    ] as [(String, String?)])
    func keepsToItsLimits(text: String, code: String?) {
        let limits = JSONLimits(bytes: 20, depth: 2, elements: 3)
        var found: String?
        do throws(InputProblem) {
            _ = try JSONText(Array(text.utf8), limits: limits)
        } catch {
            found = error.code
            #expect(error.speaksBothLanguages)
        }
        #expect(found == code)
    }

    @Test func standsDepthOfAHostileFile() throws {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        let problem = try #require(throws: InputProblem.self) { try JSONText(deep) }
        #expect(problem.code == "json.tooDeep")
        #expect(problem.place == .line(1, column: JSONLimits.standard.depth + 1))
    }

    @Test func countsLinesFromTheOneGiven() throws {
        let problem = try #require(throws: InputProblem.self) {
            try JSONText(Array("{\"a\": [".utf8), file: "many.jsonl", firstLine: 12)
        }
        #expect(problem.place == .line(12, column: 8))
        #expect(problem.message.english.contains("line 12"))
    }
}
