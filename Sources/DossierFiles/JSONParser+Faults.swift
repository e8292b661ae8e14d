import Bilingual

/// What can follow at a place of a JSON text.
enum JSONExpectation {
    case value, name, colon, end
    /// A comma or the closing bracket.
    case comma(UInt8)

    fileprivate var words: BilingualText {
        switch self {
        case .value: BilingualText(en: "a value", zh: "一个值")
        case .name: BilingualText(en: "a field name in double quotation marks", zh: "双引号括起的字段名")
        case .colon: BilingualText(en: "a colon (:)", zh: "冒号 (:)")
        case .end: BilingualText(en: "the end of the file", zh: "文件结束")
        case .comma(let closing):
            BilingualText(
                en: "a comma (,) or \(Unicode.Scalar(closing))", zh: "逗号 (,) 或 \(Unicode.Scalar(closing))")
        }
    }
}

extension JSONParser {
    /// What is wrong at the byte to be read next.
    func fault(expecting expectation: JSONExpectation) -> JSONFault {
        guard let byte = next else { return .unexpectedEnd(at: index, open: innermostOpen, expectation.words) }
        switch byte {
        case 0: return .nulByte(at: index)
        case UInt8(ascii: "'"): return .singleQuote(at: index)
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return .comment(at: index, found: lineAhead)
        case 0x80...: return foreignCharacter(expectation)
        default: break
        }
        switch expectation {
        case .end: return .trailingData(at: index, found: lineAhead)
        case .comma where startsValue(byte): return .missingComma(at: index, found: lineAhead)
        case .colon: return .missingColon(at: index, found: lineAhead)
        case .value where isPartOfWord(byte): return wrongWord
        case .name where isPartOfWord(byte): return .unquotedName(at: index, found: wordAhead)
        default: return .unexpectedCharacter(at: index, found: characterAhead, expectation.words)
        }
    }

    func badEscape() -> JSONFault {
        let found = excerpt(of: bytes[index...].prefix(6).prefix { $0 >= 0x20 && $0 < 0x7F })
        return JSONEscapes.isHalfOfPair(bytes[index...])
            ? .halfOfPair(at: index, found: found) : .badEscape(at: index, found: found)
    }

    func controlCharacter(_ byte: UInt8) -> JSONFault {
        if byte == 0 { return .nulByte(at: index) }
        let isLineBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        return isLineBreak ? .lineBreakInString(at: index) : .controlCharacter(at: index, byte)
    }

    /// The bracket that was opened last and is not closed, with its line.
    private var innermostOpen: (bracket: Unicode.Scalar, line: Int)? {
        open.last.map { offset in
            var finder = PositionFinder(bytes, start: TextEncoding.start(of: bytes), firstLine: firstLine)
            return (Unicode.Scalar(bytes[offset]), finder.position(ofByte: offset).line)
        }
    }

    private func startsValue(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || isPartOfWord(byte)
    }

    private var wordAhead: String {
        excerpt(of: bytes[index...].prefix(while: isPartOfWord))
    }

    private var lineAhead: String {
        excerpt(of: bytes[index...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }, most: 20)
    }

    private var characterAhead: String {
        String(String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.prefix(1))
    }

    private var wrongWord: JSONFault {
        let word = wordAhead
        let startsNumber = word.unicodeScalars.first.map { "+.".unicodeScalars.contains($0) } ?? false
        let isNumber = startsNumber && word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isNumber ? .badNumber(at: index, bytes[index...].prefix(while: isPartOfWord))
            : .badWord(at: index, found: word)
    }

    /// Characters that Chinese input methods and word processors put in the place of those of JSON.
    private static let lookAlikes: [(foreign: String, meant: String)] = [
        ("“", "\""), ("”", "\""), ("„", "\""), ("«", "\""), ("»", "\""), ("＂", "\""), ("‘", "\""), ("’", "\""),
        ("，", ","), ("、", ","), ("：", ":"), ("｛", "{"), ("｝", "}"), ("［", "["), ("］", "]"), ("【", "["), ("】", "]"),
        ("－", "-"), ("−", "-"), ("．", "."), ("。", "."),
    ]

    private func foreignCharacter(_ expectation: JSONExpectation) -> JSONFault {
        let character = characterAhead
        if let pair = Self.lookAlikes.first(where: { $0.foreign == character }) {
            return .lookAlike(at: index, found: character, meant: pair.meant)
        }
        if let scalar = character.unicodeScalars.first, (0xFF10...0xFF19).contains(scalar.value) {
            return .lookAlike(at: index, found: character, meant: String(scalar.value - 0xFF10))
        }
        if let scalar = character.unicodeScalars.first, scalar.properties.isWhitespace || scalar.value == 0xFEFF {
            return .foreignSpace(at: index, found: "U+" + String(scalar.value, radix: 16, uppercase: true))
        }
        return .unexpectedCharacter(at: index, found: character, expectation.words)
    }
}

extension JSONFault {
    static let empty = JSONFault(
        at: nil, "json.empty", BilingualText(en: "the file is empty", zh: "文件是空的"),
        expected: BilingualText(en: "a JSON object", zh: "一个 JSON 对象"))

    static func tooManyElements(at offset: Int, _ most: Int) -> JSONFault {
        JSONFault(
            at: offset, "json.tooManyElements",
            BilingualText(en: "the file has more than \(most) values", zh: "文件中的值超过 \(most) 个"))
    }

    static func tooDeep(at offset: Int, _ most: Int) -> JSONFault {
        JSONFault(
            at: offset, "json.tooDeep",
            BilingualText(
                en: "objects and lists stand more than \(most) deep inside each other",
                zh: "对象和数组的嵌套超过 \(most) 层"))
    }

    static func trailingComma(at offset: Int) -> JSONFault {
        JSONFault(
            at: offset, "json.trailingComma",
            BilingualText(en: "no comma may stand after the last element", zh: "最后一个元素之后不能有逗号"), found: ",")
    }

    static func unterminatedString(at offset: Int, _ bytes: [UInt8]) -> JSONFault {
        JSONFault(
            at: offset, "json.unterminatedString",
            BilingualText(
                en: "the text that begins here has no closing quotation mark; the file may have been cut off",
                zh: "从此处开始的字符串没有结束的双引号；文件可能不完整"),
            found: excerpt(of: bytes[offset...]), expected: BilingualText(same: "\""))
    }

    static func badNumber(at offset: Int, _ text: ArraySlice<UInt8>) -> JSONFault {
        JSONFault(
            at: offset, "json.badNumber",
            BilingualText(en: "this is not a number as JSON writes it", zh: "这不是 JSON 格式的数字"),
            found: excerpt(of: text),
            expected: BilingualText(
                en: "digits such as 820, 0.5 or 820.00, without a plus sign or leading zeros",
                zh: "例如 820、0.5 或 820.00 的数字，不带正号和前导零"))
    }

    fileprivate static func unexpectedEnd(
        at offset: Int, open: (bracket: Unicode.Scalar, line: Int)?, _ expected: BilingualText
    ) -> JSONFault {
        let message = open.map { open in
            BilingualText(
                en: "the file ends before the \(open.bracket) of line \(open.line) is closed",
                zh: "文件提前结束，第 \(open.line) 行的 \(open.bracket) 尚未关闭")
        }
        return JSONFault(
            at: offset, "json.unexpectedEnd",
            message ?? BilingualText(en: "the file ends too early", zh: "文件提前结束"), expected: expected)
    }

    fileprivate static func nulByte(at offset: Int) -> JSONFault {
        JSONFault(
            at: offset, "json.nulByte",
            BilingualText(
                en: "a zero byte stands here: the file is not a text in UTF-8 (it may be UTF-16, or damaged)",
                zh: "此处有零字节：文件不是 UTF-8 文本（可能是 UTF-16，或已损坏）"),
            found: "0x00", expected: BilingualText(en: "text in UTF-8", zh: "UTF-8 编码的文本"))
    }

    fileprivate static func singleQuote(at offset: Int) -> JSONFault {
        JSONFault(
            at: offset, "json.singleQuote",
            BilingualText(
                en: "texts and names stand in double quotation marks, not single ones", zh: "字符串和字段名须用双引号，不能用单引号"),
            found: "'", expected: BilingualText(same: "\""))
    }

    fileprivate static func comment(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.comment", BilingualText(en: "JSON has no comments", zh: "JSON 中不能有注释"), found: found)
    }

    fileprivate static func lookAlike(at offset: Int, found: String, meant: String) -> JSONFault {
        JSONFault(
            at: offset, "json.lookAlike",
            BilingualText(
                en: "this is a full-width or typographic character; write \(meant) instead",
                zh: "这是全角或排版字符；请改用半角的 \(meant)"),
            found: found, expected: BilingualText(same: meant))
    }

    fileprivate static func foreignSpace(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.foreignSpace",
            BilingualText(
                en: "a special space stands outside a text; use plain spaces", zh: "字符串之外有特殊空格；请使用普通半角空格"),
            found: found)
    }

    fileprivate static func trailingData(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.trailingData",
            BilingualText(en: "something stands after the end of the JSON value", zh: "JSON 值结束之后还有内容"),
            found: found, expected: JSONExpectation.end.words)
    }

    fileprivate static func missingComma(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.missingComma",
            BilingualText(en: "a comma is missing before this", zh: "此处之前缺少逗号"), found: found,
            expected: BilingualText(same: ","))
    }

    fileprivate static func missingColon(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.missingColon",
            BilingualText(en: "a colon is missing after the field name", zh: "字段名之后缺少冒号"), found: found,
            expected: JSONExpectation.colon.words)
    }

    fileprivate static func badWord(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.badWord",
            BilingualText(
                en: "this word is no JSON value; texts stand in double quotation marks",
                zh: "这个词不是 JSON 值；字符串须用双引号括起"),
            found: found, expected: BilingualText(en: "true, false, or a quoted text", zh: "true、false 或带双引号的字符串"))
    }

    fileprivate static func unquotedName(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.unquotedName",
            BilingualText(en: "a field name stands in double quotation marks", zh: "字段名须用双引号括起"), found: found,
            expected: BilingualText(same: "\"\(found)\""))
    }

    fileprivate static func unexpectedCharacter(
        at offset: Int, found: String, _ expected: BilingualText
    ) -> JSONFault {
        JSONFault(
            at: offset, "json.unexpectedCharacter",
            BilingualText(en: "this character cannot stand here", zh: "此处不能出现这个字符"), found: found,
            expected: expected)
    }

    fileprivate static func badEscape(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.badEscape",
            BilingualText(
                en: "the backslash begins an escape that JSON does not have; write \\\\ for a backslash",
                zh: "反斜杠之后不是 JSON 的转义；反斜杠本身请写作 \\\\"),
            found: found, expected: BilingualText(same: #"\" \\ \/ \b \f \n \r \t \uXXXX"#))
    }

    fileprivate static func halfOfPair(at offset: Int, found: String) -> JSONFault {
        JSONFault(
            at: offset, "json.badEscape",
            BilingualText(
                en: "the escape is half of a surrogate pair, which is no character without its other half",
                zh: "该转义只是代理对的一半，缺少另一半则不是字符"),
            found: found,
            expected: BilingualText(
                en: #"both halves, such as \uD83D\uDE9A, or the character itself"#,
                zh: #"完整的代理对（例如 \uD83D\uDE9A），或直接写出该字符"#))
    }

    fileprivate static func lineBreakInString(at offset: Int) -> JSONFault {
        JSONFault(
            at: offset, "json.lineBreakInString",
            BilingualText(
                en: "the line ends inside a text; a closing quotation mark is missing", zh: "字符串中出现换行；缺少结束的双引号"),
            expected: BilingualText(same: "\""))
    }

    fileprivate static func controlCharacter(at offset: Int, _ byte: UInt8) -> JSONFault {
        JSONFault(
            at: offset, "json.controlCharacter",
            BilingualText(en: "a control character stands inside a text", zh: "字符串中有控制字符"),
            found: "U+" + String(0x10000 + Int(byte), radix: 16, uppercase: true).suffix(4))
    }
}
