import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import RuleFiles
import TariffFiles
import Tariffs

/// The claims for determined goods, out of the schedules of their importing Parties, each read once.
struct ClaimsLookup {
    private let directory: RuleDirectory
    /// Whether only one good will be asked about, so that the lines of its subheading are enough.
    private let servesOne: Bool
    private var books: [CountryCode: TariffBook] = [:]

    init(_ directory: RuleDirectory, servesOne: Bool) {
        self.directory = directory
        self.servesOne = servesOne
    }

    /// nil unless the good originates and an importing Party is named.
    mutating func claims(
        for determination: Determination, of dossier: Dossier
    ) throws(InputProblems) -> ClaimsForPreference? {
        guard let party = Self.party(for: determination) else { return nil }
        return Self.claims(for: determination, of: dossier, in: try book(of: party, for: determination))
    }

    /// Whose schedule the claims are looked up in; nil where there are none.
    static func party(for determination: Determination) -> CountryCode? {
        determination.countryOfOrigin == nil ? nil : determination.importingParty
    }

    static func claims(
        for determination: Determination, of dossier: Dossier, in book: TariffBook
    ) -> ClaimsForPreference? {
        book.claims(
            for: determination, customsValue: dossier.good.customsValue,
            line: dossier.importingTariffLine.flatMap { TariffLineCode($0) })
    }

    mutating func book(
        of party: CountryCode, for determination: Determination
    ) throws(InputProblems) -> TariffBook {
        if let known = books[party] { return known }
        let book = try TariffLibrary(rules: directory).book(
            parties: [party], editions: [determination.ruleSet.edition],
            under: servesOne ? determination.codesInRuleEdition : nil)
        books[party] = book
        return book
    }
}
