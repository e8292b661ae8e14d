import Bilingual
import OriginModel
import ProofsOfOrigin
import Typesetting

/// A draft of a proof of origin on paper, in English, the language of a proof (Article 3.16.4).
public enum PrintedProof {
    /// A declaration with all of Annex 3B, or Form RCEP, as the kind of the draft asks.
    ///
    /// - Parameters:
    ///   - created: stands as the day of creation of the file; the same draft and day give the same bytes.
    ///   - countryName: English name of a country; nil leaves its code alone.
    /// - Throws: what is missing on this machine, or what does not fit on the form.
    public static func pdf(
        _ draft: ProofDraft, created: CalendarDate, countryName: (CountryCode) -> String? = { _ in nil }
    ) throws(InputProblem) -> [UInt8] {
        let words = ProofWords(draft, countryName: countryName)
        do throws(TypesettingError) {
            let typesetter = try Typesetter()
            let pages =
                switch draft.kind {
                case .declarationOfOrigin: DeclarationLayout(words, typesetter).pages()
                case .certificateOfOrigin: try CertificateLayout.pages(words, typesetter)
                }
            return try PDFDocument(pages, words.description(created: created), typesetter: typesetter).bytes()
        } catch {
            throw InputProblem(error)
        }
    }
}
