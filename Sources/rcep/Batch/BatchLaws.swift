import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import RuleFiles
import Synchronization
import TariffFiles
import Tariffs

/// The laws a batch has asked for, shared by its threads.
final class BatchLaws: Sendable {
    private struct Key: Hashable {
        let date: CalendarDate
        let editions: Set<HSEdition>
    }

    private struct State {
        var laws: [Key: LawInForce] = [:]
        var lists: [AppendixList]?
        var claims: ClaimsLookup
    }

    private let directory: RuleDirectory
    /// Of the folder of the rules.
    var path: String { directory.path }
    private let state: Mutex<State>
    /// Laws of more days are read again when they are asked for again.
    private static let most = 32

    init(_ directory: RuleDirectory) {
        self.directory = directory
        state = Mutex(State(claims: ClaimsLookup(directory, servesOne: false)))
    }

    func law(on date: CalendarDate, editions: Set<HSEdition>) throws(InputProblems) -> LawInForce {
        let key = Key(date: date, editions: editions)
        let found: Result<LawInForce, InputProblems> = state.withLock { state in
            if let known = state.laws[key] { return .success(known) }
            do throws(InputProblems) {
                let law = try read(key, &state)
                if state.laws.count >= Self.most { state.laws.removeAll() }
                state.laws[key] = law
                return .success(law)
            } catch {
                return .failure(error)
            }
        }
        return try found.get()
    }

    private func read(_ key: Key, _ state: inout State) throws(InputProblems) -> LawInForce {
        // Before the law, which holds the codes of their editions too: reading it takes most of a short batch.
        if state.lists == nil { state.lists = try TariffLibrary(rules: directory).appendixLists() }
        let lists = state.lists ?? []
        var law = try directory.law(
            on: key.date, editions: key.editions, otherEditions: Set(lists.map(\.edition)))
        for list in lists { law.appendixLists[list.party] = list }
        return law
    }

    /// What may be claimed for a good at import; the schedules are read once. Threads wait for each other only to be
    /// handed one, and not for a good that has no claims.
    func claims(
        for determination: Determination, of dossier: Dossier
    ) throws(InputProblems) -> ClaimsForPreference? {
        guard let party = ClaimsLookup.party(for: determination) else { return nil }
        let book: Result<TariffBook, InputProblems> = state.withLock { state in
            do throws(InputProblems) {
                return .success(try state.claims.book(of: party, for: determination))
            } catch {
                return .failure(error)
            }
        }
        return ClaimsLookup.claims(for: determination, of: dossier, in: try book.get())
    }
}
