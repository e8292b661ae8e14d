import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Typed values of attributes and elements. Each returns nil after it has logged what is wrong.
extension XMLElement {
    /// Refuses attributes other than these.
    package func allow(_ names: [StaticString], _ log: inout ProblemLog) {
        guard !hasOnlyAttributes(names) else { return }
        for name in attributeNames where !names.contains(where: { $0.description == name }) {
            log.add(.unexpectedAttribute(self, name, allowed: names))
        }
    }

    /// A required attribute, not empty.
    package func string(_ name: StaticString, _ log: inout ProblemLog) -> String? {
        guard let bytes = attribute(name) else {
            log.add(.missingAttribute(self, name))
            return nil
        }
        guard !bytes.isEmpty else {
            log.add(.badValue(self, name, found: "", expected: .notEmpty))
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A required code of 2, 4 or 6 digits without dots.
    package func code(_ name: StaticString, _ log: inout ProblemLog) -> HSCode? {
        guard let bytes = attribute(name) else {
            log.add(.missingAttribute(self, name))
            return nil
        }
        guard let code = HSCode(digits: bytes) else {
            log.add(.badCode(self, name, found: String(decoding: bytes, as: UTF8.self)))
            return nil
        }
        return code
    }

    /// A required whole number from 1 to 99999.
    package func number(_ name: StaticString, _ log: inout ProblemLog) -> Int? {
        guard let text = string(name, &log) else { return nil }
        guard text.utf8.count <= 5, text.utf8.allSatisfy(isDigit), let number = Int(text), number > 0 else {
            log.add(.badValue(self, name, found: text, expected: .wholeNumber))
            return nil
        }
        return number
    }

    /// A required day.
    package func date(_ name: StaticString, _ log: inout ProblemLog) -> CalendarDate? {
        guard let text = string(name, &log) else { return nil }
        guard let date = CalendarDate(text) else {
            log.add(.badValue(self, name, code: "rules.badDate", found: text, expected: .day))
            return nil
        }
        return date
    }

    /// A required percentage.
    package func percentage(_ name: StaticString, _ log: inout ProblemLog) -> Percentage? {
        // Nearly every percentage is of two digits; those need no general parser.
        if let bytes = attribute(name), bytes.count == 2, bytes.allSatisfy(isDigit) {
            let value = bytes.reduce(0) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
            return Percentage(ExactDecimal(significand: value, scale: 0))
        }
        guard let text = string(name, &log) else { return nil }
        guard let value = try? ExactDecimal(parsing: text), let percentage = Percentage(value) else {
            log.add(.badValue(self, name, code: "rules.badPercentage", found: text, expected: .percentage))
            return nil
        }
        return percentage
    }

    /// `effectiveFrom` and, where present, `effectiveTo`.
    package func validity(_ log: inout ProblemLog) -> Validity? {
        let last = attribute("effectiveTo") == nil ? nil : date("effectiveTo", &log)
        guard let first = date("effectiveFrom", &log) else { return nil }
        guard let validity = Validity(from: first, to: last) else {
            log.add(.endsBeforeItBegins(self, first, last))
            return nil
        }
        return validity
    }

    /// The text of the element, not blank.
    package func words(_ log: inout ProblemLog) -> String? {
        guard hasText else {
            log.add(.emptyElement(self))
            return nil
        }
        return text
    }

    /// The text of two children with this name, one in English, one in Chinese.
    package func bilingual(_ child: StaticString, _ log: inout ProblemLog) -> BilingualText? {
        var (english, chinese): (String?, String?)
        for element in children where element.isNamed(child) {
            element.allow(["lang"], &log)
            guard let name = element.string("lang", &log) else { continue }
            switch Language(rawValue: name) {
            case .english where english == nil: english = element.words(&log)
            case .chinese where chinese == nil: chinese = element.words(&log)
            default: log.add(.badValue(element, "lang", found: name, expected: .eachLanguageOnce))
            }
        }
        guard let english, let chinese else {
            log.add(.missingLanguage(self, child))
            return nil
        }
        return BilingualText(en: english, zh: chinese)
    }

    /// Refuses children other than these.
    package func allow(children names: [StaticString], _ log: inout ProblemLog) {
        for child in children where !names.contains(where: child.isNamed) {
            log.add(.unexpectedElement(child, expected: names))
        }
        if hasText { log.add(.unexpectedText(self)) }
    }
}

extension HSCode {
    /// Exactly 2, 4 or 6 ASCII digits.
    init?(digits: some Collection<UInt8>) {
        guard let level = Level(rawValue: UInt8(clamping: digits.count)), digits.allSatisfy(isDigit) else { return nil }
        self.init(number: digits.reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }, level: level)
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9")
}
