/// A language that everything a person reads is written in.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    /// Simplified Chinese, with the terms of China Customs.
    case chinese = "zh"
}
