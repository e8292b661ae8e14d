import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules
import Reporting
import RuleFiles
import TariffFiles
import Tariffs

/// The rates `rcep lookup --to --from` adds to a rule.
struct LookupRates {
    private let book: TariffBook
    private let agreement: Agreement
    private let edition: HSEdition
    private let date: CalendarDate
    private let importingParties: [Party]
    private let origins: [CountryCode]

    /// - Parameters:
    ///   - importingParty: nil for all.
    ///   - origin: nil for all but the importing Party itself; at least one of the two is named.
    init(
        _ directory: RuleDirectory, _ law: LawInForce, to importingParty: CountryCode?, from origin: CountryCode?,
        on date: CalendarDate
    ) throws(InputProblems) {
        agreement = law.agreement
        edition = law.ruleSet.edition
        self.date = date
        importingParties = agreement.parties.filter { importingParty == nil || $0.code == importingParty }
        origins = origin.map { [$0] } ?? agreement.parties.map(\.code).filter { $0 != importingParty }
        book = try TariffLibrary(rules: directory).book(
            parties: importingParty.map { [$0] }, origins: origin.map { [$0] }, editions: [edition])
    }

    /// One for each origin.
    func comparisons(of code: HSCode) -> [TariffComparison] {
        origins.map { origin in
            TariffComparison(
                .init(code: code, edition: edition, origin: origin, date: date), importingParties: importingParties,
                agreement: agreement, book: book)
        }
    }
}
