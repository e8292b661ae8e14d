/// Why no document could be set.
public enum TypesettingError: Error, Sendable, Hashable {
    /// Pango is not installed on this machine.
    case noLibrary
    /// Fontconfig knows no font at all.
    case noFonts
    /// No font at hand has these characters; they would have been printed as empty boxes.
    case missingCharacters(String)
    /// What has to stand on one page, named here, is too long for it even in the smallest type.
    case doesNotFit(String)
    /// The PDF could not be made; in the words of Cairo.
    case surface(String)
}
