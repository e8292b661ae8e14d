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
        guard let party = determination.importingParty, determination.countryOfOrigin != nil else { return nil }
        let book = try book(of: party, determination)
        return book.claims(
            for: determination, customsValue: dossier.good.customsValue,
            line: dossier.importingTariffLine.flatMap { TariffLineCode($0) })
    }

    private mutating func book(
        of party: CountryCode, _ determination: Determination
    ) throws(InputProblems) -> TariffBook {
        if let known = books[party] { return known }
        let book = try TariffLibrary(rules: directory).book(
            parties: [party], editions: [determination.ruleSet.edition],
            under: servesOne ? determination.codesInRuleEdition : nil)
        books[party] = book
        return book
    }
}
