/// A language that everything a person reads is written in.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    /// Simplified Chinese, with the terms of China Customs.
    case chinese = "zh"
}

/// The languages texts are made in. Both, unless it is known that one alone will be read.
public enum LanguageChoice: Sendable, Hashable {
    case both
    case only(Language)
}
