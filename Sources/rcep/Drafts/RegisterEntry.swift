import Bilingual
import OriginModel
import OriginRules
import ProofFiles
import ProofRegister
import ProofsOfOrigin

/// A draft as the register keeps it: what to search by, and the bytes it rests on.
struct RegisterEntry {
    private let draft: ProofDraft
    private let request: ProofRequest
    private let input: DraftInput
    private let person: String
    /// Uses of the original proof that the shipment states and the register does not know.
    private let foreignUses: [OriginalProof.Use]
    /// What the importer pays less, by the number of the item; only where it is known.
    private let savings: [Int: Money]
    private let correction: NewProof.Correction?

    init(
        _ draft: ProofDraft, _ request: ProofRequest, _ input: DraftInput, foreignUses: [OriginalProof.Use],
        savings: [Int: Money], by person: String, correction: NewProof.Correction?
    ) {
        self.correction = correction
        self.savings = savings
        self.foreignUses = foreignUses
        self.draft = draft
        self.request = request
        self.input = input
        self.person = person
    }

    func proof() -> NewProof {
        NewProof(
            kind: draft.kind == .declarationOfOrigin ? .declarationOfOrigin : .certificateOfOrigin,
            exporter: request.profile.id, exporterName: draft.exporter.name, exportingParty: draft.exportingParty,
            importingParty: draft.importingParty, consignee: draft.shipment.consignee?.name,
            authorisationCode: draft.authorisationCode, signatory: draft.signatory?.name, drafted: draft.drafted,
            validUntil: draft.validUntil, keepUntil: draft.keepUntil, goods: draft.items.map(good),
            originalProof: draft.shipment.originalProof.map(drawing), ruleSet: request.law.ruleSet.id,
            ruleDigest: request.law.ruleSet.digest, programVersion: Program.version, by: person, supersedes: correction)
    }

    private func good(_ item: ProofItem) -> RegisteredGood {
        RegisteredGood(
            item: item.number, good: item.good, description: item.description, hsCode: item.hsCode.printed,
            criterion: item.criterionCode, countryOfOrigin: item.countryOfOrigin.description, quantity: item.quantity,
            fob: item.fob, dutySaved: savings[item.number])
    }

    /// What is available is the quantity of the original less what the shipment says was used under proofs that this
    /// register does not know.
    private func drawing(_ original: OriginalProof) -> OriginalProofDrawing {
        let validity = request.requirements.validity
        let items = draft.items.compactMap { item -> OriginalProofDrawing.Item? in
            guard let source = original.items.first(where: { $0.id == item.good }) else { return nil }
            let foreign = foreignUses.filter { $0.item == source.id }.map(\.quantity)
            return .init(
                item: source.id, quantity: item.quantity,
                available: RegisteredUses.remaining(of: source.quantity, after: foreign))
        }
        return OriginalProofDrawing(
            number: original.number, validUntil: original.validUntil ?? validity.lastDay(from: original.issued),
            items: items)
    }

    func attachments() -> [Attachment] {
        var attachments = [
            attachment(.profile, "exporter.json", input.profileBytes), attachment(.shipment, "shipment.json", input.shipmentBytes),
        ]
        for (index, good) in input.goods.enumerated() {
            attachments.append(attachment(.dossier, "dossier-\(index + 1).json", good.bytes))
            attachments.append(attachment(.determination, "determination-\(index + 1).json", Array(good.json.utf8)))
        }
        return attachments
    }

    private func attachment(_ role: Attachment.Role, _ name: String, _ bytes: [UInt8]) -> Attachment {
        Attachment(role: role, name: name, mediaType: "application/json", bytes: bytes)
    }
}
