import Bilingual
import OriginDetermination
import OriginModel
import Reporting
import Testing

@Suite("A determination for readers of one language")
struct ReaderLanguageTests {
    /// Of each kind of sentence: every way, both formulas, de minimis by value and by weight, intermediates, missing facts.
    static let dossiers = [
        "chemical-by-reaction", "citrus-to-singapore", "fails-just-below-40", "fails-repacked-tea", "garments-to-japan",
        "insect-sausage-undetermined", "laptop-evidence-expired", "lcd-panel-to-korea", "missing-weight-undetermined",
        "motorcycle-to-viet-nam", "pesticide-3808", "self-produced-intermediate", "self-produced-not-originating",
    ]

    @Test(arguments: dossiers, Language.allCases)
    func `says the same as one for readers of both`(dossier: String, language: Language) throws {
        let (bilingual, context) = try RealCase.determination(dossier)
        let (single, _) = try RealCase.determination(dossier, in: .only(language))
        var reader = context
        reader.language = language
        #expect(DeterminationJSON(reader).renderLine(single) == DeterminationJSON(reader).renderLine(bilingual))
    }

    @Test func `has no sentence in the other language`() throws {
        let (single, _) = try RealCase.determination("garments-to-japan", in: .only(.chinese))
        let reasons = single.alternatives.map(\.reason)
        #expect(!reasons.isEmpty && reasons.allSatisfy { $0.english == $0.chinese })
    }
}
