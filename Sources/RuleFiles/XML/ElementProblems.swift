import Bilingual
import OriginModel

/// What can be wrong with an element of any rule file.
extension InputProblem {
    package init(
        _ element: XMLElement, code: String, message: BilingualText, found: String? = nil,
        expected: BilingualText? = nil
    ) {
        self.init(
            file: element.file, place: element.place, code: code, message: message, found: found, expected: expected)
    }

    package static func unexpectedElement(_ element: XMLElement, expected: [StaticString]) -> InputProblem {
        InputProblem(
            element, code: "rules.unexpectedElement",
            message: BilingualText(en: "the element does not belong here", zh: "此处不应出现该元素"), found: "<\(element.name)>",
            expected: BilingualText(same: expected.map { "<\($0)>" }.joined(separator: ", ")))
    }

    package static func missingElement(_ parent: XMLElement, _ names: [StaticString]) -> InputProblem {
        InputProblem(
            parent, code: "rules.missingElement",
            message: BilingualText(en: "<\(parent.name)> lacks an element", zh: "<\(parent.name)> 缺少元素"),
            expected: BilingualText(same: names.map { "<\($0)>" }.joined(separator: ", ")))
    }

    package static func repeatedElement(_ element: XMLElement) -> InputProblem {
        InputProblem(
            element, code: "rules.repeatedElement",
            message: BilingualText(en: "the element stands here twice", zh: "该元素重复出现"), found: "<\(element.name)>")
    }

    static func emptyElement(_ element: XMLElement) -> InputProblem {
        InputProblem(
            element, code: "rules.emptyElement",
            message: BilingualText(en: "<\(element.name)> holds no text", zh: "<\(element.name)> 没有文字"),
            expected: .notEmpty)
    }

    static func unexpectedText(_ element: XMLElement) -> InputProblem {
        InputProblem(
            element, code: "rules.unexpectedText",
            message: BilingualText(en: "<\(element.name)> holds text", zh: "<\(element.name)> 不应含有文字"),
            found: String(element.text.prefix(60)), expected: BilingualText(en: "elements only", zh: "仅含元素"))
    }

    static func missingLanguage(_ element: XMLElement, _ child: StaticString) -> InputProblem {
        InputProblem(
            element, code: "rules.missingLanguage",
            message: BilingualText(
                en: "<\(element.name)> lacks <\(child)> in a language", zh: "<\(element.name)> 缺少某一语言的 <\(child)>"),
            expected: BilingualText(same: "<\(child) lang=\"en\">, <\(child) lang=\"zh\">"))
    }

    static func unexpectedAttribute(_ element: XMLElement, _ name: String, allowed: [StaticString]) -> InputProblem {
        InputProblem(
            element, code: "rules.unexpectedAttribute",
            message: BilingualText(en: "<\(element.name)> has no such attribute", zh: "<\(element.name)> 没有该属性"),
            found: name, expected: BilingualText(same: allowed.map(\.description).joined(separator: ", ")))
    }

    package static func missingAttribute(_ element: XMLElement, _ name: StaticString) -> InputProblem {
        InputProblem(
            element, code: "rules.missingAttribute",
            message: BilingualText(en: "<\(element.name)> lacks an attribute", zh: "<\(element.name)> 缺少属性"),
            expected: BilingualText(same: name.description))
    }

    package static func badValue(
        _ element: XMLElement, _ name: StaticString, code: String = "rules.badValue", found: String,
        expected: BilingualText
    ) -> InputProblem {
        InputProblem(
            element, code: code,
            message: BilingualText(
                en: "the attribute \(name) of <\(element.name)> cannot be read",
                zh: "<\(element.name)> 的属性 \(name) 无法识别"),
            found: found, expected: expected)
    }

    static func badCode(_ element: XMLElement, _ name: StaticString, found: String) -> InputProblem {
        badValue(element, name, code: "rules.badCode", found: found, expected: .codeDigits)
    }

    package static func endsBeforeItBegins(
        _ element: XMLElement, _ first: CalendarDate, _ last: CalendarDate?
    ) -> InputProblem {
        InputProblem(
            element, code: "rules.invertedDates",
            message: BilingualText(en: "the last day comes before the first", zh: "截止日期早于起始日期"),
            found: "\(first) - \(last?.description ?? "")")
    }
}

extension BilingualText {
    package static let notEmpty = BilingualText(en: "text that is not empty", zh: "非空文字")
    static let codeDigits = BilingualText(
        en: "2, 4 or 6 digits without dots (`871120`)", zh: "2、4 或 6 位数字，不带点（如 `871120`）")
    package static let wholeNumber = BilingualText(en: "a whole number from 1 to 99999", zh: "1 至 99999 的整数")
    package static let day = BilingualText(en: "a day that exists, as YYYY-MM-DD", zh: "存在的日期，格式 YYYY-MM-DD")
    static let percentage = BilingualText(
        en: "a percentage from 0 to 100 with at most two decimals", zh: "0 至 100 之间、最多两位小数的百分比")
    static let eachLanguageOnce = BilingualText(en: "`en` once and `zh` once", zh: "`en` 与 `zh` 各一次")
}
