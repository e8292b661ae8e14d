import Bilingual
import DossierFiles
import OriginModel
import ProofFiles
import ProofRegister
import ProofsOfOrigin
import RuleFiles

/// One run of `rcep register review`: reads the register, drafts again, compares. It writes nothing.
struct ReviewRun {
    let register: ProofRegister
    let newer: NewerDossiers
    let runningOut: RunningOut
    private var redrafting: Redrafting

    init(register: ProofRegister, directory: RuleDirectory, newer: NewerDossiers, runningOut: RunningOut) {
        self.register = register
        self.newer = newer
        self.runningOut = runningOut
        redrafting = Redrafting(directory, register)
    }

    private var day: CalendarDate { runningOut.day }

    /// - Throws: what makes the register as a whole unreadable; what is wrong with one proof is a finding.
    mutating func review() throws(InputProblems) -> RegisterReview {
        let live = try register.proofs().compactMap { proof in ReviewedProof(proof).map { (proof, $0) } }
        let profiles = try newestProfiles()
        var findings: [ReviewFinding] = []
        var dossiers: [(proof: ReviewedProof, dossier: Dossier)] = []
        for (registered, proof) in live {
            findings += runningOut.findings(of: proof)
            do throws(InputProblems) {
                let kept = try KeptProof(registered, in: register)
                let newest = newest(kept)
                findings += try compare(proof, kept, newest, profiles[proof.exporter]?.profile)
                if proof.stage == .draft || day <= proof.validUntil {
                    dossiers += newest.sorted { $0.key < $1.key }.map { (proof, $0.value.dossier) }
                }
            } catch {
                findings += error.problems.map { .notReviewed(proof, $0) }
            }
        }
        findings += runningOut.findings(of: dossiers)
        for (name, version) in profiles.sorted(by: { $0.key < $1.key }) {
            let pending = live.map(\.1).filter { $0.exporter == name && $0.stage == .draft }
            findings += runningOut.findings(of: version.profile, pending: pending)
        }
        return RegisterReview(day: day, within: runningOut.within, proofCount: live.count, findings: findings)
    }

    // MARK: Facts

    /// Last version of each profile, by short name.
    private func newestProfiles() throws(InputProblems) -> [String: (profile: ExporterProfile, sha256: String)] {
        var newest: [String: (profile: ExporterProfile, sha256: String)] = [:]
        for version in try register.profiles() {
            let profile = try ExporterFile.read(version.bytes, file: "\(version.name)/\(version.version)")
            newest[version.name] = (profile, version.sha256)
        }
        return newest
    }

    private func newest(_ kept: KeptProof) -> [String: DossierFile] {
        var dossiers = kept.dossiers
        for good in dossiers.keys { if let newer = newer.of(good) { dossiers[good] = newer } }
        return dossiers
    }

    // MARK: Comparing

    private mutating func compare(
        _ proof: ReviewedProof, _ kept: KeptProof, _ dossiers: [String: DossierFile], _ profile: ExporterProfile?
    ) throws(InputProblems) -> [ReviewFinding] {
        let onItsDay = try redrafting.outcome(kept, on: proof.day)
        let onDrafting = proof.drafted == proof.day ? nil : try redrafting.outcome(kept, on: proof.drafted)
        let todayAsKept = try redrafting.outcome(kept, on: day)
        let isNewer = profile.map { $0 != kept.profile } ?? false
            || dossiers.contains { $0.value.dossier != kept.dossiers[$0.key]?.dossier }
        let today = isNewer
            ? try redrafting.outcome(kept, on: day, profile: profile, dossiers: dossiers) : todayAsKept
        return ProofReview(
            proof, onItsDay: onItsDay, onDrafting: onDrafting, todayAsKept: todayAsKept, today: today, day: day
        ).findings()
    }
}

extension ReviewFinding {
    fileprivate static func notReviewed(_ proof: ReviewedProof, _ problem: InputProblem) -> ReviewFinding {
        ReviewFinding(
            .notReviewed, problem.code, article: "3.27", proofs: [proof.number], exporter: proof.exporter,
            why: .cannotBeReviewed(problem))
    }
}
