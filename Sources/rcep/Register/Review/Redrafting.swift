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

/// Drafts kept proofs again, on any day and with any facts. The law of a day and the rates of a Party are read once.
struct Redrafting {
    private let directory: RuleDirectory
    private let register: ProofRegister
    private var dossierLaws = LawCache(servesOne: false)
    private var laws: [CalendarDate: LawInForce] = [:]
    private var claims: [HSEdition: ClaimsLookup] = [:]

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
        let law = try law(on: day)
        let sources = kept.dossiers.merging(dossiers) { _, newer in newer }
        var determinations: [String: Determination] = [:]
        for good in sources.keys.sorted() {
            determinations[good] = try sources[good].map { source throws(InputProblems) in try determine(source, on: day) }
        }
        var shipment = kept.shipment
        if let original = shipment.originalProof {
            shipment.originalProof?.uses = try uses(of: original, besides: kept.registered.number)
        }
        let request = ProofRequest(
            kind: kept.registered.kind == .declarationOfOrigin ? .declarationOfOrigin : .certificateOfOrigin,
            profile: profile ?? kept.profile, shipment: shipment, determinations: determinations,
            signatory: kept.registered.signatory, date: day, requirements: try directory.proofRequirements(on: day),
            law: law)
        let (items, refusals) = ProofDrafting(request).attempt()
        return ProofOutcome(
            goods: try goods(items, determinations, sources, shipment), refusals: refusals, ruleDigest: law.ruleSet.digest)
    }

    private mutating func law(on day: CalendarDate) throws(InputProblems) -> LawInForce {
        if let known = laws[day] { return known }
        let law = try directory.law(on: day)
        laws[day] = law
        return law
    }

    private mutating func determine(
        _ source: DossierFile, on day: CalendarDate
    ) throws(InputProblems) -> Determination {
        let law = try dossierLaws.law(directory, on: day, for: source.dossier)
        do {
            return try Determiner(law: law).determine(source.dossier, on: day)
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
