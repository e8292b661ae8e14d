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

    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
