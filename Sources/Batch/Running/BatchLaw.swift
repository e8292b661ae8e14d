import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules

/// What a batch asks of whoever runs it.
package struct BatchContext: Sendable {
    /// A dossier with what is known of it, for the explanation of its determination.
    package struct Judged {
        package let dossier: Dossier
        package let judged: JudgedDossier
        /// The bytes it was read from: its rows with a line break after each, or its line.
        package let source: [UInt8]
    }

    /// The day of goods that state none.
    package let date: CalendarDate
    /// The law of a day, with every edition in `editions` and the Appendix lists of the Parties.
    package let law: @Sendable (CalendarDate, _ editions: Set<HSEdition>) throws(InputProblems) -> LawInForce
    /// Appends the determination as one line without its line break; nil where none is wanted.
    package let explain: (@Sendable (Judged, inout [UInt8]) throws(InputProblems) -> Void)?
    /// Languages of the determinations.
    package let languages: LanguageChoice
    /// The line that stands in the place of a determination that could not be made.
    package let explainProblems: @Sendable ([InputProblem]) -> [UInt8]

    /// A digest of bytes in hexadecimal.
    package let digest: @Sendable ([UInt8]) -> String

    package init(
        date: CalendarDate, digest: @escaping @Sendable ([UInt8]) -> String,
        law: @escaping @Sendable (CalendarDate, _ editions: Set<HSEdition>) throws(InputProblems) -> LawInForce,
        explain: (@Sendable (Judged, inout [UInt8]) throws(InputProblems) -> Void)? = nil,
        languages: LanguageChoice = .both,
        explainProblems: @escaping @Sendable ([InputProblem]) -> [UInt8] = { _ in [] }
    ) {
        self.date = date
        self.digest = digest
        self.law = law
        self.explain = explain
        self.languages = languages
        self.explainProblems = explainProblems
    }

    /// The same for goods whose determination is not to be written.
    var withoutExplanations: BatchContext { BatchContext(date: date, digest: digest, law: law) }
}

/// The laws one worker has asked for.
struct WorkerLaws {
    private struct Key: Hashable {
        let date: CalendarDate
        let editions: Set<HSEdition>
    }

    private let context: BatchContext
    private var laws: [Key: CompactLaw] = [:]
    /// The one that was asked for last.
    private var last: (key: Key, law: CompactLaw)?
    /// Of the day of the batch and codes of the newest edition alone: what nearly every good asks for.
    private var usual: CompactLaw?
    /// More days than these are no portfolio of one day; the laws of earlier ones are let go.
    private static let most = 16

    init(_ context: BatchContext) { self.context = context }

    mutating func usualLaw() throws(InputProblems) -> CompactLaw {
        if let usual { return usual }
        let law = try law(on: context.date)
        usual = law
        return law
    }

    /// The law a dossier is judged under.
    mutating func law(on date: CalendarDate, for dossier: Dossier) throws(InputProblems) -> CompactLaw {
        date == context.date && dossier.isOfNewestEdition
            ? try usualLaw() : try law(on: date, editions: dossier.editions)
    }

    mutating func law(
        on date: CalendarDate, editions: Set<HSEdition> = [.hs2022]
    ) throws(InputProblems) -> CompactLaw {
        let key = Key(date: date, editions: editions)
        if let last, last.key == key { return last.law }
        if let known = laws[key] {
            last = (key, known)
            return known
        }
        if laws.count >= Self.most { laws.removeAll() }
        let law = CompactLaw(law: try context.law(date, editions), date: date)
        laws[key] = law
        last = (key, law)
        return law
    }
}
