import Bilingual
import HarmonizedSystem
import OriginModel

/// What a number may be.
package enum Sign {
    case positive, notNegative
}

extension DossierReader {
    /// Characters a text may have at most.
    static let longestText = 4000
    /// With dots and spaces, twelve digits need fewer.
    private static let longestCode = 40
    /// No number that is kept needs a larger exponent than it may have digits.
    private static let mostExponent = ExactDecimal.mostIntegerDigits + ExactDecimal.mostFractionDigits

    /// A later year is a slip of the keyboard.
    fileprivate static let lastYear = 2100

    // MARK: Texts

    package func text(_ node: JSONNode) -> String? {
        text(node, mayBeEmpty: false)
    }

    func text(_ node: JSONNode, mayBeEmpty: Bool) -> String? {
        guard let text = string(node, expected: .text) else { return nil }
        if let fault = faultOfText(text, mayBeEmpty: mayBeEmpty) {
            problems.add(fault, at: node)
            return nil
        }
        return text
    }

    private func faultOfText(_ text: String, mayBeEmpty: Bool) -> ShapeFault? {
        if !mayBeEmpty, isBlank(text) { return .emptyText }
        if hasControlCharacter(text) { return .controlCharacter }
        return text.utf8.count > Self.longestText && text.unicodeScalars.count > Self.longestText ? .tooLong : nil
    }

    private func isBlank(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21...0x7E).contains(first) { return false }
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// U+0000 to U+001F and U+007F to U+009F, looked for in the bytes, where they are few to tell apart.
    private func hasControlCharacter(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F || previous == 0xC2 && byte < 0xA0 { return true }
            previous = byte
        }
        return false
    }

    private func string(_ node: JSONNode, expected: BilingualText) -> String? {
        guard node.kind == .string else {
            problems.add(.wrongType(node.kind, expected: expected), at: node)
            return nil
        }
        return json.string(node)
    }

    // MARK: Words of a fixed form

    package func choice<Value>(
        _ node: JSONNode, of type: Value.Type
    ) -> Value? where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        let allowed = type.allCases.map(\.rawValue)
        let list = BilingualText(same: allowed.map { "\"\($0)\"" }.joined(separator: ", "))
        guard let word = string(node, expected: list) else { return nil }
        guard let value = Value(rawValue: word) else {
            problems.add(.unknownValue(word, among: allowed, list), at: node)
            return nil
        }
        return value
    }

    package func flag(_ node: JSONNode) -> Bool? {
        guard node.kind == .boolean else {
            problems.add(.wrongType(node.kind, expected: .flag), at: node)
            return nil
        }
        return json.isTrue(node)
    }

    package func country(_ node: JSONNode) -> CountryCode? {
        form(node, .badCountry, CountryCode.init)
    }

    func currency(_ node: JSONNode) -> CurrencyCode? {
        form(node, .badCurrency, CurrencyCode.init)
    }

    package func date(_ node: JSONNode) -> CalendarDate? {
        guard let date = form(node, .badDate, CalendarDate.init) else { return nil }
        guard date.year <= Self.lastYear else {
            problems.add(.tooLate, at: node)
            return nil
        }
        return date
    }

    private func form<Value>(_ node: JSONNode, _ fault: ShapeFault, _ read: (String) -> Value?) -> Value? {
        guard let written = string(node, expected: fault.expected ?? .text) else { return nil }
        guard let value = read(written) else {
            problems.add(fault, at: node)
            return nil
        }
        return value
    }

    /// Digits of a national tariff line, dots and spaces dropped.
    func tariffLine(_ node: JSONNode) -> String? {
        guard node.kind != .number else {
            problems.add(.codeAsNumber, at: node)
            return nil
        }
        return form(node, .badCode) { text in
            text.utf8.count <= Self.longestCode && HSCode(firstSixOfTariffLine: text) != nil ? text.filter(\.isNumber) : nil
        }
    }

    /// `hsCode` and `hsEdition` of a good or a material.
    package func statedCode(_ fields: Fields) -> StatedHSCode? {
        var edition: HSEdition? = .hs2022
        if let node = fields["hsEdition"] { edition = choice(node, of: HSEdition.self) }
        guard let node = fields["hsCode"] else { return nil }
        guard node.kind != .number else {
            problems.add(.codeAsNumber, at: node)
            return nil
        }
        let code = form(node, .badCode) { text in
            text.utf8.count <= Self.longestCode ? HSCode(firstSixOf: text).map { (text, $0) } : nil
        }
        guard let code, let edition else { return nil }
        return StatedHSCode(text: code.0, subheading: code.1, edition: edition)
    }

    // MARK: Numbers

    package func money(_ node: JSONNode, _ sign: Sign) -> Money? {
        fields(of: node, .money).flatMap { money($0, sign) }
    }

    /// `amount` and `currency` of an object that may have other fields too.
    func money(_ fields: Fields, _ sign: Sign) -> Money? {
        let amount = fields["amount"].flatMap { number($0, sign) }
        let currency = fields["currency"].flatMap(self.currency)
        guard let amount, let currency else { return nil }
        return Money(amount, currency)
    }

    /// A JSON number, or a text that holds one, exactly.
    package func number(_ node: JSONNode, _ sign: Sign) -> ExactDecimal? {
        guard node.kind == .number || node.kind == .string else {
            problems.add(.wrongType(node.kind, expected: .decimal), at: node)
            return nil
        }
        do throws(ShapeFault) {
            return try decimal(json.string(node), sign)
        } catch {
            problems.add(error, at: node)
            return nil
        }
    }

    private func decimal(_ written: String, _ sign: Sign) throws(ShapeFault) -> ExactDecimal {
        guard let syntax = DecimalSyntax(Array(written.utf8)[...]) else { throw .badNumber }
        guard syntax.exponent <= Self.mostExponent, let value = try? ExactDecimal(parsing: written) else {
            throw .tooManyDigits
        }
        switch sign {
        case .positive where value.isNegative || value.isZero: throw .notPositive
        case .notNegative where value.isNegative: throw .negative
        default: return value
        }
    }
}

extension ObjectShape {
    static let money = ObjectShape(
        en: "an object with amount and currency, such as {\"amount\": \"820.00\", \"currency\": \"USD\"}",
        zh: "含 amount 和 currency 的对象，例如 {\"amount\": \"820.00\", \"currency\": \"USD\"}",
        [
            .required("amount", en: "a decimal number such as \"820.00\"", zh: "十进制数，例如 \"820.00\""),
            .required("currency", en: "a currency such as \"USD\"", zh: "币种，例如 \"USD\""),
        ])
}

extension BilingualText {
    fileprivate static let text = BilingualText(en: "a text in double quotation marks", zh: "双引号括起的字符串")
    fileprivate static let flag = BilingualText(en: "true or false, without quotation marks", zh: "true 或 false，不加引号")
    fileprivate static let decimal = BilingualText(
        en: "a decimal number such as \"820.00\", without thousands separators, spaces or currency signs",
        zh: "十进制数，例如 \"820.00\"，不含千位分隔符、空格和货币符号")
}

extension ShapeFault {
    fileprivate static let emptyText = ShapeFault(
        "dossier.emptyText", BilingualText(en: "the text is empty", zh: "字符串是空的"),
        expected: BilingualText(en: "at least one character that is no space", zh: "至少一个非空格字符"))

    fileprivate static let controlCharacter = ShapeFault(
        "dossier.controlCharacter",
        BilingualText(
            en: "the text has a line break, tab or other control character", zh: "字符串中有换行、制表符或其他控制字符"),
        expected: BilingualText(en: "one line of plain text", zh: "单行普通文本"))

    fileprivate static let tooLong = ShapeFault(
        "dossier.tooLong",
        BilingualText(
            en: "the text is longer than \(DossierReader.longestText) characters",
            zh: "字符串超过 \(DossierReader.longestText) 个字符"))

    fileprivate static func unknownValue(_ word: String, among allowed: [String], _ list: BilingualText) -> ShapeFault {
        let shown = excerpt(of: word.utf8)
        guard allowed.contains(where: { $0.utf8.count > 1 }),
            let meant = NearestName.nearest(to: word, among: allowed)
        else {
            return ShapeFault(
                "dossier.unknownValue",
                BilingualText(en: "\"\(shown)\" is not one of the allowed values", zh: "\"\(shown)\" 不是允许的值"),
                expected: list)
        }
        return ShapeFault(
            "dossier.unknownValue",
            BilingualText(
                en: "\"\(shown)\" is not one of the allowed values; did you mean \"\(meant)\"?",
                zh: "\"\(shown)\" 不是允许的值；是否应为 \"\(meant)\"？"),
            expected: list)
    }

    fileprivate static let badCountry = ShapeFault(
        "dossier.badCountry", BilingualText(en: "this is not a country code", zh: "这不是国家（地区）代码"),
        expected: BilingualText(
            en: "two capital letters of ISO 3166, such as \"CN\"", zh: "ISO 3166 两位大写字母代码，例如 \"CN\""))

    fileprivate static let badCurrency = ShapeFault(
        "dossier.badCurrency", BilingualText(en: "this is not a currency code", zh: "这不是币种代码"),
        expected: BilingualText(
            en: "three capital letters of ISO 4217, such as \"USD\"", zh: "ISO 4217 三位大写字母代码，例如 \"USD\""))

    fileprivate static let badDate = ShapeFault(
        "dossier.badDate", BilingualText(en: "this is not a date of the calendar", zh: "这不是有效的日期"),
        expected: BilingualText(
            en: "year, month and day such as \"2026-11-01\"", zh: "年-月-日，例如 \"2026-11-01\""))

    fileprivate static let tooLate = ShapeFault(
        "dossier.dateTooLate",
        BilingualText(
            en: "the date lies after the year \(DossierReader.lastYear)", zh: "日期晚于\(DossierReader.lastYear)年"),
        expected: BilingualText(
            en: "a date up to \(DossierReader.lastYear)-12-31", zh: "不晚于\(DossierReader.lastYear)-12-31的日期"))

    private static let sixDigits = BilingualText(
        en: "six digits or eight to twelve, such as \"8711.20\" or \"87112010\"",
        zh: "六位或八至十二位数字，例如 \"8711.20\" 或 \"87112010\"")

    fileprivate static let badCode = ShapeFault(
        "dossier.badHSCode",
        BilingualText(en: "this is not an HS code of a subheading or a tariff line", zh: "这不是子目或税则号列的 HS 编码"),
        expected: sixDigits)

    fileprivate static let codeAsNumber = ShapeFault(
        "dossier.hsCodeAsNumber",
        BilingualText(
            en: "an HS code stands in quotation marks: a number loses leading and trailing zeros",
            zh: "HS 编码须加双引号：写成数字会丢失首尾的零"),
        expected: sixDigits)

    fileprivate static let badNumber = ShapeFault(
        "dossier.badNumber", BilingualText(en: "this is not a decimal number", zh: "这不是十进制数"), expected: .decimal)

    fileprivate static let tooManyDigits = ShapeFault(
        "dossier.tooManyDigits",
        BilingualText(en: "the number has more digits than are kept", zh: "数字的位数过多"),
        expected: BilingualText(
            en: "at most \(ExactDecimal.mostIntegerDigits) digits before the point and"
                + " \(ExactDecimal.mostFractionDigits) after it",
            zh: "小数点前最多 \(ExactDecimal.mostIntegerDigits) 位，小数点后最多 \(ExactDecimal.mostFractionDigits) 位"))

    fileprivate static let negative = ShapeFault(
        "dossier.negative", BilingualText(en: "the number is below zero", zh: "数字小于零"),
        expected: BilingualText(en: "zero or more", zh: "零或正数"))

    fileprivate static let notPositive = ShapeFault(
        "dossier.notPositive", BilingualText(en: "the number is not greater than zero", zh: "数字不大于零"),
        expected: BilingualText(en: "more than zero", zh: "大于零的数"))
}
