import Bilingual
import DossierFiles
import LocalFiles
import OriginDetermination
import OriginModel
import ProofFiles
import ProofRegister
import ProofsOfOrigin
import RuleFiles

/// A proof with what a review found about it.
struct ReviewedProof {
    struct Finding {
        /// Stable name for programs: `changed.criterion`, `expires.evidence`, or the code of a refusal.
        let code: String
        let good: String?
        let message: BilingualText
    }

    let proof: RegisteredProof
    let findings: [Finding]
}

/// Drafts registered proofs again from the bytes they rest on, with the law of another day.
struct ProofReview {
    private let register: ProofRegister
    private let directory: RuleDirectory
    private let day: CalendarDate
    private let horizon: CalendarDate
    /// By the id of the good.
    private let newer: [String: DossierFile]
    private var laws = LawCache(servesOne: false)

    /// Reasons that speak of the day of issue. A proof that was signed is not issued again.
    private static let ofIssue: Set<String> = [
        "retroactive.noCause", "retroactive.tooLate", "trueCopy.tooLate", "trueCopy.beforeOriginal", "original.expired",
        "authorisation.expired", "authorisation.notYetValid", "signatory.noLonger",
    ]

    /// - Parameter newer: folder of dossiers that take the place of those that were kept.
    init(
        _ register: ProofRegister, _ directory: RuleDirectory, on day: CalendarDate, within days: Int, newer: String?
    ) throws(InputProblems) {
        self.register = register
        self.directory = directory
        self.day = day
        horizon = day.adding(days: days)
        self.newer = try newer.map { folder throws(InputProblems) in try Self.dossiers(folder) } ?? [:]
    }

    private static func dossiers(_ folder: String) throws(InputProblems) -> [String: DossierFile] {
        var found: [String: DossierFile] = [:]
        var problems: [InputProblem] = []
        do throws(InputProblem) {
            for name in try FileSystem.entries(of: folder) where name.hasSuffix(".json") {
                let path = "\(folder)/\(name)"
                let bytes = try InputFile(name: path).read()
                do throws(InputProblems) {
                    let source = try DossierFile.read(bytes, file: path)
                    if let other = found.updateValue(source, forKey: source.dossier.good.id) {
                        problems.append(.sameGood(source.dossier.good.id, path, other.file))
                    }
                } catch {
                    problems += error.problems
                }
            }
        } catch {
            problems.append(error)
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        return found
    }

    mutating func review(_ proofs: [RegisteredProof]) throws(InputProblems) -> [ReviewedProof] {
        var reviewed: [ReviewedProof] = []
        for proof in proofs {
            reviewed.append(ReviewedProof(proof: proof, findings: try findings(proof)))
        }
        return reviewed
    }

    private mutating func findings(_ proof: RegisteredProof) throws(InputProblems) -> [ReviewedProof.Finding] {
        let kept = try attachments(proof)
        guard let profileBytes = kept[.profile]?.first, let shipmentBytes = kept[.shipment]?.first else {
            return [.init(code: "review.notPossible", good: nil, message: .notPossible)]
        }
        let profile = try ExporterFile.read(profileBytes, file: "\(proof.number) exporter.json")
        var shipment = try ShipmentFile.read(shipmentBytes, file: "\(proof.number) shipment.json", profile: profile)
        if let original = shipment.originalProof {
            let others = try register.usesOfOriginalProof(number: original.number).filter { $0.proof != proof.number }
            shipment.originalProof?.uses = RegisteredUses(stated: original.uses, registered: others).all
        }
        var sources: [DossierFile] = []
        for (index, bytes) in (kept[.dossier] ?? []).enumerated() {
            let old = try DossierFile.read(bytes, file: "\(proof.number) dossier-\(index + 1).json")
            sources.append(newer[old.dossier.good.id] ?? old)
        }
        var findings = try outcome(proof, profile, shipment, sources)
        findings += expiring(proof, profile, sources)
        return findings
    }

    private func attachments(_ proof: RegisteredProof) throws(InputProblems) -> [Attachment.Role: [[UInt8]]] {
        var kept: [Attachment.Role: [[UInt8]]] = [:]
        for attachment in proof.attachments {
            kept[attachment.role, default: []].append(try register.bytes(of: attachment))
        }
        return kept
    }

    // MARK: Drafting again

    private mutating func outcome(
        _ proof: RegisteredProof, _ profile: ExporterProfile, _ shipment: Shipment, _ sources: [DossierFile]
    ) throws(InputProblems) -> [ReviewedProof.Finding] {
        var determinations: [String: Determination] = [:]
        for source in sources {
            let law = try laws.law(directory, on: day, for: source.dossier)
            do {
                let determination = try Determiner(law: law).determine(source.dossier, on: day)
                determinations[determination.good.id] = determination
            } catch {
                throw InputProblems(error.problems.map { $0.file.isEmpty ? source.located($0) : $0 })
            }
        }
        let request = ProofRequest(
            kind: proof.kind == .declarationOfOrigin ? .declarationOfOrigin : .certificateOfOrigin, profile: profile,
            shipment: shipment, determinations: determinations, signatory: proof.signatory, date: day,
            requirements: try directory.proofRequirements(on: day), law: try directory.law(on: day))
        do throws(Refusals) {
            return differences(try ProofDrafting(request).draft(), proof)
        } catch {
            let isIssued = proof.state != .draft
            return error.reasons.filter { !isIssued || !Self.ofIssue.contains($0.code) }.map {
                .init(code: $0.code, good: $0.item, message: $0.reason)
            }
        }
    }

    private func differences(_ draft: ProofDraft, _ proof: RegisteredProof) -> [ReviewedProof.Finding] {
        draft.items.flatMap { item -> [ReviewedProof.Finding] in
            guard let good = proof.goods.first(where: { $0.item == item.number }) else { return [] }
            let pairs: [(String, BilingualText, String, String)] = [
                ("criterion", .criterion, good.criterion, item.criterionCode),
                ("countryOfOrigin", .countryOfOrigin, good.countryOfOrigin, item.countryOfOrigin.description),
                ("hsCode", .hsCode, good.hsCode, item.hsCode.digits),
            ]
            return pairs.filter { $0.2 != $0.3 }.map { name, words, old, new in
                .init(code: "changed.\(name)", good: good.good, message: .changed(words, old, new))
            }
        }
    }

    // MARK: What runs out

    private func expiring(
        _ proof: RegisteredProof, _ profile: ExporterProfile, _ sources: [DossierFile]
    ) -> [ReviewedProof.Finding] {
        var findings: [ReviewedProof.Finding] = []
        func look(_ code: String, _ good: String?, _ last: CalendarDate?, _ what: BilingualText) {
            guard let last, last <= horizon else { return }
            findings.append(.init(code: "expires.\(code)", good: good, message: .runsOut(what, last, isPast: last < day)))
        }
        // A proof that has served its time needs nothing any more; a draft was forgotten.
        if proof.state == .draft || proof.validUntil >= day { look("proof", nil, proof.validUntil, .thisProof) }
        // What a proof was signed with may run out afterwards.
        if proof.state == .draft, let authorisation = profile.authorisation, proof.kind == .declarationOfOrigin {
            look("authorisation", nil, authorisation.validUntil, .theAuthorisation(authorisation.code))
            for person in authorisation.signatories where person.name == proof.signatory {
                look("signatory", nil, person.until, .theSignatory(person.name))
            }
        }
        for source in sources {
            for evidence in Self.evidence(source.dossier.materials) {
                look("evidence", source.dossier.good.id, evidence.validUntil, .theEvidence(evidence.reference))
            }
        }
        return findings
    }

    /// Each once, in the order of the dossier, with that of materials of self-produced ones.
    private static func evidence(_ materials: [Material]) -> [Evidence] {
        var found: [Evidence] = []
        for material in materials {
            let own = material.evidence.map { [$0] } ?? []
            for evidence in own + (material.selfProduced.map { Self.evidence($0.materials) } ?? [])
            where !found.contains(evidence) {
                found.append(evidence)
            }
        }
        return found
    }
}

extension CalendarDate {
    /// The day so many days later.
    func adding(days: Int) -> CalendarDate {
        var (date, left) = (self, days)
        while left > 0 {
            date = CalendarDate(year: date.year, month: date.month, day: date.day + 1)
                ?? CalendarDate(year: date.year, month: date.month + 1, day: 1)
                ?? CalendarDate(year: date.year + 1, month: 1, day: 1) ?? date
            left -= 1
        }
        return date
    }
}

extension InputProblem {
    fileprivate static func sameGood(_ id: String, _ file: String, _ other: String) -> InputProblem {
        InputProblem(
            file: file, place: .pointer("/good/id", line: nil, column: nil), code: "review.sameGood",
            message: BilingualText(en: "\(other) is of the same good", zh: "\(other)为同一货物"), found: id)
    }
}

extension BilingualText {
    fileprivate static let notPossible = BilingualText(
        en: "The register does not hold the profile and shipment it was drafted from, so it cannot be drafted again.",
        zh: "登记簿中没有拟稿所依据的出口商资料和发运资料，无法重新判定。")

    fileprivate static func changed(_ what: BilingualText, _ old: String, _ new: String) -> BilingualText {
        BilingualText(
            en: "The \(what.english) would be \(new); the proof states \(old).",
            zh: "\(what.chinese)应为\(new)，证明上为\(old)。")
    }

    fileprivate static func runsOut(_ what: BilingualText, _ last: CalendarDate, isPast: Bool) -> BilingualText {
        BilingualText(
            en: "\(what.english) \(isPast ? "ran out on" : "is valid until") \(last).",
            zh: "\(what.chinese)\(isPast ? "已于\(last)到期" : "有效期至\(last)")。")
    }

    fileprivate static let thisProof = BilingualText(en: "This proof", zh: "本证明")

    fileprivate static func theAuthorisation(_ code: String) -> BilingualText {
        BilingualText(en: "Authorisation \(code)", zh: "经核准出口商\(code)的认定")
    }

    fileprivate static func theSignatory(_ name: String) -> BilingualText {
        BilingualText(en: "The right to sign of \(name)", zh: "\(name)的签字授权")
    }

    fileprivate static func theEvidence(_ reference: String) -> BilingualText {
        BilingualText(en: "Evidence \(reference)", zh: "证明文件\(reference)")
    }
}
