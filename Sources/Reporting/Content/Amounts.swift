import Bilingual
import OriginModel
import OriginRules

extension ExactDecimal {
    /// At least two digits after the point and as many as it has, thousands set apart by commas: `31,200.00`.
    var grouped: String {
        let text = fixed(decimals: 2)
        let integerEnd = text.firstIndex(of: ".") ?? text.endIndex
        return String(text[..<integerEnd]).groupingThousands + text[integerEnd...]
    }

    /// Whether more digits may follow than are shown: an amount that does not end is cut to six (D16).
    var mayBeCut: Bool { scale == 6 }
}

extension Money {
    /// `USD 31,200.00`
    package var grouped: String { "\(currency) \(amount.grouped)" }
}

extension CutPercent {
    /// `67.43 %` or, in Chinese, `67.43%`
    func shown(in language: Language) -> String {
        language == .chinese ? "\(self)%" : "\(self) %"
    }
}

extension String {
    /// The sentence with its amounts of money written as everywhere in a report: `USD 31820.00` as `USD 31,820.00`.
    var groupingAmounts: String {
        var words = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for index in words.indices.dropFirst() where words[index - 1].endsInCurrency {
            let digits = words[index].prefix { $0.isASCIIDigit }
            guard digits.count > 3, words[index].dropFirst(digits.count).first == "." else { continue }
            words[index] = String(digits).groupingThousands + words[index].dropFirst(digits.count)
        }
        return words.joined(separator: " ")
    }

    /// `40 %` as Chinese writes it: `40%`.
    var closingPercents: String {
        var result = ""
        var rest = self[...]
        while let space = rest.firstIndex(of: " ") {
            let next = rest.index(after: space)
            let belongs = rest[next...].first == "%" && rest[..<space].last?.isASCIIDigit ?? false
            result += rest[..<space] + (belongs ? "" : " ")
            rest = rest[next...]
        }
        return result + rest
    }

    /// Digits, perhaps behind a sign.
    fileprivate var groupingThousands: String {
        var result = ""
        for (index, digit) in reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed())
    }

    /// `USD`, `(USD`, but no longer word.
    private var endsInCurrency: Bool {
        let code = suffix(3)
        let before = dropLast(code.count).last
        return code.count == 3 && code.allSatisfy { $0.isASCII && $0.isUppercase }
            && !(before.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension BilingualText {
    /// Where an amount with six decimals is shown.
    static let amountsAreCut = BilingualText(
        en: "Amounts that do not end are cut to six decimals.", zh: "除不尽的金额截取至六位小数。")
}
