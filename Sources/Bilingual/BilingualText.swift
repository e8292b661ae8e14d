/// One statement in English and in Simplified Chinese.
///
/// The two are made together, where the rule they speak of stands, so that neither can be forgotten.
public struct BilingualText: Sendable, Hashable {
    public let english: String
    public let chinese: String

    public init(en english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The same characters in both languages: a code, a number, a name.
    public init(same text: String) {
        self.init(en: text, zh: text)
    }

    /// A text for a reader of one language is made in that language alone, and says the same whichever is read.
    @inlinable
    public init(
        in languages: LanguageChoice, en english: @autoclosure () -> Sentence, zh chinese: @autoclosure () -> Sentence
    ) {
        switch languages {
        case .both: self.init(en: english().text, zh: chinese().text)
        case .only(.english): self.init(same: english().text)
        case .only(.chinese): self.init(same: chinese().text)
        }
    }

    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
