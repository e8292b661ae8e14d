import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Puts bilingual words and values into the reader's language.
struct ReportWords {
    let context: ReportContext

    init(_ context: ReportContext) {
        self.context = context
    }

    var language: Language { context.language }

    func callAsFunction(_ text: BilingualText) -> String {
        text[language]
    }

    /// `China (CN)`; the code alone for a country that is no Party.
    func country(_ code: CountryCode) -> String {
        guard let name = context.partyName(code) else { return code.description }
        return self(BilingualText(en: "\(name.english) (\(code))", zh: "\(name.chinese)（\(code)）"))
    }

    func article(_ number: String) -> String {
        self(.article(number))
    }

    /// `a, b, c`
    func list(_ items: [String]) -> String {
        items.joined(separator: language == .chinese ? "、" : ", ")
    }

    /// Whole sentences one after the other.
    func sentences(_ sentences: [String]) -> String {
        sentences.joined(separator: language == .chinese ? "" : " ")
    }

    /// `name: value`
    func pair(_ name: String, _ value: String) -> String {
        language == .chinese ? "\(name)：\(value)" : "\(name): \(value)"
    }

    /// A remark behind a text, in the brackets of the language.
    func bracketed(_ text: String) -> String {
        language == .chinese ? "（\(text)）" : " (\(text))"
    }

    /// `CTC ACU DMI`, as box 10 of a certificate states it.
    func box10(_ criterion: Criterion, _ supplements: [Supplement]) -> String {
        ([criterion.rawValue] + supplements.map(\.rawValue)).joined(separator: " ")
    }

    /// The abbreviations of box 10 in full, each with its article.
    func fullNames(_ criterion: Criterion, _ supplements: [Supplement]) -> [String] {
        [self(criterion.name) + bracketed(article(criterion.article))]
            + supplements.map { self($0.name) + bracketed(article($0.article)) }
    }

    /// Name of the heading or chapter of a code; nil where no labels are at hand.
    func label(_ code: HSCode) -> String? {
        context.labels?.label(for: code).map { language == .chinese ? $0.chinese : $0.english }
    }
}

extension ExactDecimal {
    /// At least two digits after the point, thousands set apart by commas: `31,200.00`.
    var grouped: String {
        let text = fixed(decimals: 2)
        let integerEnd = text.firstIndex(of: ".") ?? text.endIndex
        var result = ""
        for (index, digit) in text[..<integerEnd].reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed()) + text[integerEnd...]
    }
}

extension Money {
    /// `USD 31,200.00`
    var grouped: String { "\(currency) \(amount.grouped)" }
}

extension CutPercent {
    /// `67.43 %` or, in Chinese, `67.43%`
    func shown(in language: Language) -> String {
        language == .chinese ? "\(self)%" : "\(self) %"
    }
}
