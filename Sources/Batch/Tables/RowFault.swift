import Bilingual
import OriginDetermination
import OriginModel

/// Something wrong with a field, before it is known which file and line it stands in.
struct RowFault {
    let column: Int
    let code: String
    let message: BilingualText
    let found: String?
    let expected: BilingualText?

    init(_ column: Int, _ code: String, en: String, zh: String, found: String?, expected: BilingualText? = nil) {
        self.column = column
        self.code = "batch.\(code)"
        message = BilingualText(en: en, zh: zh)
        self.found = found?.excerpt
        self.expected = expected
    }

    func problem(in row: Chunk.Row, _ bytes: [UInt8], _ header: TableHeader) -> InputProblem {
        InputProblem(
            file: header.file, place: row.place(of: column, bytes, header), code: code, message: message, found: found,
            expected: expected)
    }

    static func empty(_ column: Int, _ name: String) -> RowFault {
        RowFault(
            column, "empty", en: "\(name) is empty", zh: "\(name)为空", found: nil,
            expected: BilingualText(en: "a value in every row", zh: "每行均须填写"))
    }

    static func badText(_ column: Int, _ name: String, _ text: String) -> RowFault {
        RowFault(
            column, "badText", en: "\(name) has control characters, is not UTF-8 or is too long",
            zh: "\(name)含有控制字符、不是UTF-8或过长", found: text,
            expected: BilingualText(
                en: "one line of plain text in UTF-8, which spreadsheets save as “CSV UTF-8”",
                zh: "UTF-8编码的单行普通文本，电子表格请另存为“CSV UTF-8”"))
    }

    static func slash(_ column: Int, _ text: String) -> RowFault {
        RowFault(
            column, "slashInId", en: "the id of a material may have no slash", zh: "材料标识不得含有斜线", found: text,
            expected: BilingualText(en: "an id without /", zh: "不含“/”的标识"))
    }

    static func badValue(_ column: Int, _ name: String, _ text: String, allowed: BilingualText) -> RowFault {
        RowFault(
            column, "badValue", en: "\(name) cannot be read", zh: "\(name)无法识别", found: text, expected: allowed)
    }

    static func repeatedMaterial(_ column: Int, _ text: String, line: Int) -> RowFault {
        RowFault(
            column, "repeatedMaterial", en: "material \(text.excerpt) of this good stands in line \(line) already",
            zh: "该货物的材料\(text.excerpt)已出现在第\(line)行", found: text,
            expected: BilingualText(en: "a different id for each material of a good", zh: "同一货物的各材料标识各不相同"))
    }

    static func invertedDates(_ column: Int, _ end: CalendarDate, before date: CalendarDate) -> RowFault {
        RowFault(
            column, "invertedDates", en: "the paper ends before its date, \(date)", zh: "证明文件的有效期截止于其日期\(date)之前",
            found: end.description, expected: BilingualText(en: "that day or a later one", zh: "该日或其后的日期"))
    }

    static func incompleteEvidence(_ column: Int, _ name: String) -> RowFault {
        RowFault(
            column, "incompleteEvidence", en: "evidence is stated, but \(name) is empty",
            zh: "填写了证明文件，但\(name)为空", found: nil,
            expected: BilingualText(
                en: "evidence_type, evidence_reference and evidence_date together, or none of them",
                zh: "evidence_type、evidence_reference和evidence_date须同时填写或同时留空"))
    }
}

extension Chunk.Row {
    /// Where a field of it stands in its file; the whole row where it has no such field.
    func place(of column: Int, _ bytes: [UInt8], _ header: TableHeader) -> InputProblem.Place {
        let field = column < header.fields.count ? header.fields[column] : -1
        guard field >= 0 else { return .line(line, column: 0) }
        let place = Fields.place(ofField: field, in: Array(bytes[start..<start + count]))
        return .line(line + place.lines, column: place.column)
    }
}

extension BilingualText {
    static let hsCodeAllowed = BilingualText(
        en: "six digits or eight to twelve, such as 8711.20 or 87112010, with the zero they begin with",
        zh: "六位或八至十二位数字，例如8711.20或87112010，首位的零不可省略")
    static let countryAllowed = BilingualText(en: "two capital letters such as CN", zh: "两位大写字母，例如CN")
    static let currencyAllowed = BilingualText(en: "three capital letters such as USD", zh: "三位大写字母，例如USD")
    static let dateAllowed = BilingualText(
        en: "a day up to 2100, such as 2026-11-01", zh: "不晚于2100年的日期，例如2026-11-01")
    static let positiveAllowed = BilingualText(
        en: "a decimal number greater than zero, written out, at most 18 digits before the point and 12 after it",
        zh: "大于零的十进制数，不用科学计数法，小数点前最多18位、后最多12位")
    static let notNegativeAllowed = BilingualText(
        en: "a decimal number, zero or more, written out, at most 18 digits before the point and 12 after it",
        zh: "零或大于零的十进制数，不用科学计数法，小数点前最多18位、后最多12位")
    static let branchAllowed = BilingualText(en: "1, 2 ... for a split rule", zh: "分支规则的分支号1、2……")
    static let reactionAllowed = BilingualText(
        en: "no, the code of the Party where it took place, or nothing", zh: "no、反应所在缔约方的代码，或留空")
    static let idAllowed = BilingualText(en: "the good_id of its batch", zh: "其所在批次的good_id")
    static let verdictAllowed = BilingualText(
        same: (Verdict.allCases.map(\.rawValue) + ["error"]).joined(separator: ", "))
    static let yesOrNo = BilingualText(en: "yes, no, or nothing", zh: "yes、no或留空")
}
