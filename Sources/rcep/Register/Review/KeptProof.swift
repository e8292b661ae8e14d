import Bilingual
import DossierFiles
import OriginModel
import OriginRules
import ProofFiles
import ProofRegister
import ProofsOfOrigin

/// A registered proof with what is kept of the facts it rests on, read again.
struct KeptProof {
    let registered: RegisteredProof
    let profile: ExporterProfile
    let shipment: Shipment
    /// By the id of the good.
    let dossiers: [String: DossierFile]

    init(_ proof: RegisteredProof, in register: ProofRegister) throws(InputProblems) {
        registered = proof
        func bytes(_ kept: RegisteredProof.Kept) throws(InputProblems) -> [UInt8] { try register.bytes(of: kept) }
        func name(_ kept: RegisteredProof.Kept) -> String { "\(proof.number)/\(kept.name)" }
        (profile, shipment) = try Self.particulars(of: proof, in: register)
        var dossiers: [String: DossierFile] = [:]
        for kept in proof.attachments where kept.role == .dossier {
            let source = try DossierFile.read(try bytes(kept), file: name(kept))
            dossiers[source.dossier.good.id] = source
        }
        self.dossiers = dossiers
    }

    /// Who drafted and what is sent, as kept.
    static func particulars(
        of proof: RegisteredProof, in register: ProofRegister
    ) throws(InputProblems) -> (ExporterProfile, Shipment) {
        func first(_ role: Attachment.Role) throws(InputProblems) -> (bytes: [UInt8], file: String) {
            guard let kept = proof.attachments.first(where: { $0.role == role }) else {
                throw InputProblems([.notKept(role, proof.number)])
            }
            return (try register.bytes(of: kept), "\(proof.number)/\(kept.name)")
        }
        let (profileFile, shipmentFile) = (try first(.profile), try first(.shipment))
        let profile = try ExporterFile.read(profileFile.bytes, file: profileFile.file)
        return (profile, try ShipmentFile.read(shipmentFile.bytes, file: shipmentFile.file, profile: profile))
    }
}

extension ReviewedProof {
    /// nil for a proof that nobody relies on any more.
    init?(_ proof: RegisteredProof) {
        let stage: Stage
        switch proof.state {
        case .draft: stage = .draft
        case .signed: stage = .signed
        case .sent: stage = .sent
        case .withdrawn, .superseded: return nil
        }
        self.init(
            number: proof.number, exporter: proof.exporter, stage: stage, drafted: proof.drafted, day: proof.signed ?? proof.drafted,
            validUntil: proof.validUntil, keepUntil: proof.keepUntil, originalUntil: proof.notBeyond,
            signatory: proof.signatory,
            goods: proof.goods.map {
                .init(
                    item: $0.item, good: $0.good, hsCode: $0.dottedCode, criterion: $0.criterion,
                    countryOfOrigin: $0.countryOfOrigin, fob: $0.fob, saved: $0.dutySaved)
            },
            ruleDigest: proof.ruleDigest)
    }
}

extension InputProblem {
    static func notKept(_ role: Attachment.Role, _ number: String) -> InputProblem {
        InputProblem(
            file: number, place: .wholeFile, code: "review.notKept",
            message: BilingualText(
                en: "the register keeps no \(role.label.english) with this proof", zh: "登记簿未随该证明保存\(role.label.chinese)"))
    }
}
