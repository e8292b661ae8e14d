import Bilingual
import HarmonizedSystem
import OriginModel
import Tariffs

/// What a report needs besides the determination: the reader's language, names, and where it will be read.
public struct ReportContext: Sendable {
    public var language: Language
    /// Names of chapters and headings; nil: codes stand alone.
    public var labels: HSLabels?
    /// SHA-256 of the dossier in hexadecimal, so that the report can be tied to what it was made from.
    public var inputDigest: String
    public var programVersion: String
    /// Name of a Party; nil for any other country, which is then shown by its code.
    public var partyName: @Sendable (CountryCode) -> BilingualText?
    /// Whether text for a terminal may use ANSI colours; nothing is ever said by colour alone.
    public var color: Bool
    /// Columns of the terminal, for text only.
    public var width: Int
    /// The file the dossier was read from, named in JSON where an answer stands among several; nil elsewhere.
    public var file: String?
    /// What may be claimed for the good at import; nil where it does not originate, no importing Party is named, or
    /// the rates were not looked up.
    public var claims: ClaimsForPreference?
    /// Whether the text report shows the whole reasoning; pages always do.
    public var explain: Bool

    public init(
        language: Language = .english, labels: HSLabels? = nil, inputDigest: String = "", programVersion: String = "",
        partyName: @escaping @Sendable (CountryCode) -> BilingualText? = { _ in nil }, color: Bool = false,
        width: Int = 100, explain: Bool = false
    ) {
        self.language = language
        self.labels = labels
        self.inputDigest = inputDigest
        self.programVersion = programVersion
        self.partyName = partyName
        self.color = color
        self.width = width
        self.explain = explain
    }
}
