import Bilingual

/// A reason why no proof of origin may be drafted, with its article and what would cure it.
public struct Refusal: Sendable, Hashable {
    /// Stable name for programs: `authorisation.expired`.
    public let code: String
    /// `3.21`; the number alone.
    public let article: String
    /// The good it is about; nil for the whole proof.
    public let item: String?
    public let reason: BilingualText
    public let cure: BilingualText

    public init(_ code: String, article: String, item: String? = nil, reason: BilingualText, cure: BilingualText) {
        self.code = code
        self.article = article
        self.item = item
        self.reason = reason
        self.cure = cure
    }
}

/// All reasons at once; never empty.
public struct Refusals: Error, Sendable, Hashable {
    public let reasons: [Refusal]

    public init(_ reasons: [Refusal]) {
        self.reasons = reasons
    }
}
