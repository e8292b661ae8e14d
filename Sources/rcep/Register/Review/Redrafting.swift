import Bilingual
import DossierFiles
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import ProofRegister
import ProofsOfOrigin
import RuleFiles
import Tariffs

/// Drafts kept proofs again, on any day and with any facts. The rates of a Party are read once.
struct Redrafting {
    /// The law of one day, as dossiers of that day asked for it.
    private struct Day {
        let date: CalendarDate
        let law: LawInForce
        let requirements: ProofRequirements
        var dossierLaws = LawCache(servesOne: false)
    }

    private let directory: RuleDirectory
    private let register: ProofRegister
    /// The last days asked for. A register may hold proofs of a thousand days; proofs of one day stand together in it,
    /// and only the day of the review comes again and again.
    private var days: [Day] = []
    private var claims: [HSEdition: ClaimsLookup] = [:]

    private static let mostDays = 2

    init(_ directory: RuleDirectory, _ register: ProofRegister) {
        self.directory = directory
        self.register = register
    }

    /// - Parameters:
    ///   - profile: instead of the one kept.
    ///   - dossiers: by the id of the good, instead of those kept.
    mutating func outcome(
        _ kept: KeptProof, on day: CalendarDate, profile: ExporterProfile? = nil, dossiers: [String: DossierFile] = [:]
    ) throws(InputProblems) -> ProofOutcome {
        var laws = try take(day)
        defer { days.append(laws) }
        let sources = kept.dossiers.merging(dossiers) { _, newer in newer }
        var determinations: [String: Determination] = [:]
        for good in sources.keys.sorted() {
            determinations[good] = try sources[good].map { source throws(InputProblems) in try determine(source, &laws) }
        }
        var shipment = kept.shipment
        if let original = shipment.originalProof {
            shipment.originalProof?.uses = try uses(of: original, besides: kept.registered.number)
        }
        let request = ProofRequest(
            kind: kept.registered.kind == .declarationOfOrigin ? .declarationOfOrigin : .certificateOfOrigin,
            profile: profile ?? kept.profile, shipment: shipment, determinations: determinations,
            signatory: kept.registered.signatory, date: day, requirements: laws.requirements, law: laws.law)
        let (items, refusals) = ProofDrafting(request).attempt()
        return ProofOutcome(
            goods: try goods(items, determinations, sources, shipment), refusals: refusals, ruleDigest: laws.law.ruleSet.digest)
    }

    /// The law of a day, out of those at hand where it is among them; the day longest not asked for gives way.
    private mutating func take(_ date: CalendarDate) throws(InputProblems) -> Day {
        if let index = days.firstIndex(where: { $0.date == date }) { return days.remove(at: index) }
        let day = Day(
            date: date, law: try directory.law(on: date), requirements: try directory.proofRequirements(on: date))
        if days.count >= Self.mostDays { days.removeFirst() }
        return day
    }

    private func determine(_ source: DossierFile, _ day: inout Day) throws(InputProblems) -> Determination {
        let law = try day.dossierLaws.law(directory, on: day.date, for: source.dossier)
        do {
            return try Determiner(law: law).determine(source.dossier, on: day.date)
        } catch {
            throw InputProblems(error.problems.map { $0.file.isEmpty ? source.located($0) : $0 })
        }
    }

    /// All that was drawn on an original proof by others.
    private func uses(of original: OriginalProof, besides number: String) throws(InputProblems) -> [OriginalProof.Use] {
        RegisteredUses(
            stated: original.uses, registered: try register.usesOfOriginalProof(number: original.number)
        ).all.filter { $0.proof != number }
    }

    // MARK: What is stated, and what it costs

    private mutating func goods(
        _ items: [ProofItem], _ determinations: [String: Determination], _ sources: [String: DossierFile],
        _ shipment: Shipment
    ) throws(InputProblems) -> [ProofOutcome.Good] {
        var goods: [ProofOutcome.Good] = []
        for item in items {
            goods.append(.init(
                item: item.number, good: item.good, hsCode: item.hsCode.printed, criterion: item.criterionCode,
                countryOfOrigin: item.countryOfOrigin.description, fob: item.fob,
                duties: try duties(item, determinations[item.good], sources[item.good]?.dossier, shipment)))
        }
        return goods
    }

    private mutating func duties(
        _ item: ProofItem, _ determination: Determination?, _ dossier: Dossier?, _ shipment: Shipment
    ) throws(InputProblems) -> [ProofOutcome.Duty] {
        guard let determination, let dossier, let sent = shipment.items.first(where: { $0.good == item.good }) else {
            return []
        }
        let edition = determination.ruleSet.edition
        var lookup = claims[edition] ?? ClaimsLookup(directory, servesOne: false)
        defer { claims[edition] = lookup }
        return try DutySaved(item, sent).duties(determination, dossier, &lookup)
    }
}
