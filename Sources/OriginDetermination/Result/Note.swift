import Bilingual

/// Something the reader must know beside the verdict: an assumption, a missing fact or a warning.
public struct Note: Sendable, Hashable {
    /// Stable name for programs: `operations.notStated`.
    public let code: String
    public let message: BilingualText
    /// JSON pointer into the dossier; nil where no single place is meant.
    public let place: String?

    public init(code: String, message: BilingualText, place: String? = nil) {
        self.code = code
        self.message = message
        self.place = place
    }
}
