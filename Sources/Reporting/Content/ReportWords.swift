import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Puts bilingual words and values into the reader's language.
package struct ReportWords {
    package let context: ReportContext

    package init(_ context: ReportContext) {
        self.context = context
    }

    package var language: Language { context.language }

    package func callAsFunction(_ text: BilingualText) -> String {
        text[language]
    }

    /// `China (CN)`; the code alone for a country that is no Party.
    func country(_ code: CountryCode) -> String {
        guard let name = context.partyName(code) else { return code.description }
        return self(BilingualText(en: "\(name.english) (\(code))", zh: "\(name.chinese)（\(code)）"))
    }

    /// A sentence of the determination, its numbers written as everywhere in the report.
    func sentence(_ text: BilingualText) -> String {
        let words = self(text).groupingAmounts
        return language == .chinese ? words.closingPercents : words
    }

    func article(_ number: String) -> String {
        self(.article(number))
    }

    /// `a, b, c`
    package func list(_ items: [String]) -> String {
        items.joined(separator: language == .chinese ? "、" : ", ")
    }

    /// Parts of one statement: `China (CN), Article 2.6.2`
    func clauses(_ parts: [String]) -> String {
        parts.joined(separator: language == .chinese ? "，" : ", ")
    }

    /// Whole sentences one after the other.
    package func sentences(_ sentences: [String]) -> String {
        sentences.joined(separator: language == .chinese ? "" : " ")
    }

    /// `name: value`
    package func pair(_ name: String, _ value: String) -> String {
        language == .chinese ? "\(name)：\(value)" : "\(name): \(value)"
    }

    /// `name: ` before what is said of it.
    package func introducing(_ name: String) -> String {
        language == .chinese ? "\(name)：" : "\(name): "
    }

    /// A remark behind a text, in the brackets of the language.
    package func bracketed(_ text: String) -> String {
        language == .chinese ? "（\(text)）" : " (\(text))"
    }

    /// Where a sentence is found, behind its full stop.
    func cited(_ place: String) -> String {
        language == .chinese ? "（\(place)）" : " [\(place)]"
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
