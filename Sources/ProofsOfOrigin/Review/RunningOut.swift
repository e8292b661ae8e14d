import Bilingual
import OriginModel

/// What has run out on a day, and what will within some days: the last day itself still counts.
public struct RunningOut: Sendable {
    public let day: CalendarDate
    /// Not below 0.
    public let within: Int

    public init(on day: CalendarDate, within: Int) {
        self.day = day
        self.within = max(0, within)
    }

    /// nil where the last day is further away.
    public func grade(of lastDay: CalendarDate) -> ReviewFinding.Grade? {
        let days = day.days(until: lastDay)
        return days < 0 ? .ranOut : days <= within ? .runsOut : nil
    }

    // MARK: Proofs

    /// Validity (Article 3.16), that of an original proof (3.19), and the time records are kept (3.27).
    public func findings(of proof: ReviewedProof) -> [ReviewFinding] {
        var findings: [ReviewFinding] = []
        func add(_ grade: ReviewFinding.Grade?, _ code: String, _ article: String, _ last: CalendarDate, _ why: BilingualText) {
            guard let grade else { return }
            findings.append(ReviewFinding(
                grade, code, article: article, proofs: [proof.number], exporter: proof.exporter, why: why, lastDay: last))
        }
        switch proof.stage {
        // The validity of a draft begins when it is signed; only an original proof ends it before.
        case .draft:
            if let last = proof.originalUntil { add(grade(of: last), "original.validity", "3.19", last, .originalEnds) }
        case .signed: add(grade(of: proof.validUntil), "proof.validity", "3.16", proof.validUntil, .validityEnds(isSent: false))
        // A proof that served its time is no matter for anybody.
        case .sent:
            if grade(of: proof.validUntil) == .runsOut {
                add(.runsOut, "proof.validity", "3.16", proof.validUntil, .validityEnds(isSent: true))
            }
        }
        // What may go by now stands in the list of retention.
        if grade(of: proof.keepUntil) == .runsOut {
            add(.runsOut, "records.keeping", "3.27", proof.keepUntil, .keepingEnds)
        }
        return findings
    }

    // MARK: Exporters

    /// The authorisation and the periods of those who sign (Articles 3.18 and 3.21).
    /// - Parameter pending: drafts of the exporter; a person whose period is over matters only where one names them.
    public func findings(of profile: ExporterProfile, pending: [ReviewedProof]) -> [ReviewFinding] {
        guard let authorisation = profile.authorisation else { return [] }
        var findings: [ReviewFinding] = []
        if let grade = grade(of: authorisation.validUntil) {
            findings.append(ReviewFinding(
                grade, "authorisation.validity", article: "3.21", proofs: [], exporter: profile.id,
                why: .authorisationEnds(authorisation.code), lastDay: authorisation.validUntil))
        }
        for person in authorisation.signatories {
            guard let last = person.until, let grade = grade(of: last) else { continue }
            let named = pending.filter { $0.signatory == person.name }.map(\.number)
            if grade == .ranOut, named.isEmpty { continue }
            findings.append(ReviewFinding(
                grade, "signatory.period", article: "3.18.2", proofs: named, exporter: profile.id,
                why: .signatoryEnds(person.name), lastDay: last))
        }
        return findings
    }

    // MARK: Evidence

    /// Evidence of originating materials that states a last day, down to the inputs of intermediates; the same paper for
    /// the same material of several proofs is told once.
    public func findings(of dossiers: [(proof: ReviewedProof, dossier: Dossier)]) -> [ReviewFinding] {
        var order: [[String]] = []
        var found: [[String]: ReviewFinding] = [:]
        for (proof, dossier) in dossiers {
            for (path, evidence) in Self.evidence(dossier.materials) {
                guard let last = evidence.validUntil, let grade = grade(of: last) else { continue }
                let key = [proof.exporter, dossier.good.id, path, evidence.reference, "\(last)"]
                if found[key] == nil {
                    order.append(key)
                    found[key] = ReviewFinding(
                        grade, "evidence.validity", article: "D4", proofs: [], exporter: proof.exporter,
                        good: dossier.good.id, why: .evidenceEnds(evidence.reference, material: path), lastDay: last)
                }
                if found[key]?.proofs.contains(proof.number) == false { found[key]?.proofs.append(proof.number) }
            }
        }
        return order.compactMap { found[$0] }
    }

    private static func evidence(_ materials: [Material], under path: String = "") -> [(String, Evidence)] {
        materials.flatMap { material -> [(String, Evidence)] in
            let own = path + material.id
            let evidence = material.status == .originating ? material.evidence.map { [(own, $0)] } ?? [] : []
            return evidence + Self.evidence(material.selfProduced?.materials ?? [], under: own + "/")
        }
    }
}
