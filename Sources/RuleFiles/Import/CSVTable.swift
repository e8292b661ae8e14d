import Bilingual

/// A table in CSV (RFC 4180): UTF-8, a byte order mark accepted, quoted fields, LF or CR LF.
package struct CSVTable {
    package struct Field {
        package let text: String
        /// Offset of the first character of the content, after an opening quote.
        package let start: Int
    }

    /// Fields of one line of the table, which may go over several lines of the file.
    package struct Row {
        package let fields: [Field]
        package let start: Int
    }

    package let file: String
    package let rows: [Row]
    private let bytes: [UInt8]

    /// - Throws: the first place where the quoting is broken.
    package init(_ bytes: [UInt8], file: String) throws(InputProblem) {
        guard TextPlace.firstInvalidByte(bytes) == nil else { throw .notUTF8Text(file, bytes) }
        self.file = file
        self.bytes = bytes
        var reader = CSVReader(bytes: bytes, file: file)
        rows = try reader.rows()
    }

    /// Where in the file a character of a field stands.
    package func place(of field: Field, character: Int = 0) -> InputProblem.Place {
        var offset = field.start
        for character in field.text.prefix(character) {
            // A quote inside a quoted field stands there twice.
            offset += character == "\"" ? 2 : String(character).utf8.count
        }
        return TextPlace.place(ofByte: offset, in: bytes)
    }

    package func place(of row: Row) -> InputProblem.Place {
        TextPlace.place(ofByte: row.start, in: bytes)
    }
}

private struct CSVReader {
    let bytes: [UInt8]
    let file: String
    private var index: Int

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func rows() throws(InputProblem) -> [CSVTable.Row] {
        var rows: [CSVTable.Row] = []
        while index < bytes.count {
            let start = index
            var fields = [try field()]
            while take(Self.comma) { fields.append(try field()) }
            _ = take(Self.carriageReturn)
            guard take(Self.newline) || index == bytes.count else { throw problem(at: index, .endOfField) }
            // A blank line is no row.
            if fields.count > 1 || !fields[0].text.isEmpty { rows.append(CSVTable.Row(fields: fields, start: start)) }
        }
        return rows
    }

    private mutating func field() throws(InputProblem) -> CSVTable.Field {
        guard take(Self.quote) else {
            let start = index
            while index < bytes.count, !endsField(bytes[index]) {
                guard bytes[index] != Self.quote else { throw problem(at: index, .noQuote) }
                index += 1
            }
            return CSVTable.Field(text: String(decoding: bytes[start..<index], as: UTF8.self), start: start)
        }
        let start = index
        var content: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            // Two quotes stand for one; a single one closes the field.
            if byte == Self.quote, !take(Self.quote) {
                return CSVTable.Field(text: String(decoding: content, as: UTF8.self), start: start)
            }
            content.append(byte)
        }
        throw problem(at: start - 1, .closingQuote)
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == Self.comma || byte == Self.newline
            || (byte == Self.carriageReturn && (index + 1 == bytes.count || bytes[index + 1] == Self.newline))
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private func problem(at offset: Int, _ expected: BilingualText) -> InputProblem {
        InputProblem(
            file: file, place: TextPlace.place(ofByte: offset, in: bytes), code: "csv.badQuoting",
            message: BilingualText(en: "the field is not quoted as CSV asks", zh: "字段的引号不符合 CSV 要求"),
            found: String(decoding: bytes[offset...].prefix(8), as: UTF8.self).first.map { String($0) },
            expected: expected)
    }
}

extension BilingualText {
    fileprivate static let endOfField = BilingualText(
        en: "a comma or the end of the line after the closing quote", zh: "右引号后应为逗号或行尾")
    fileprivate static let noQuote = BilingualText(
        en: "the whole field in quotes, with inner quotes doubled", zh: "整个字段加引号，内部引号写两次")
    fileprivate static let closingQuote = BilingualText(en: "a closing quote", zh: "右引号")
}
