import Bilingual
import ProofFiles
import ProofRegister
import ProofsOfOrigin

/// A draft in one format.
struct DraftDocument {
    let format: DraftFormat
    let stem: String
    let bytes: [UInt8]

    var name: String { "\(stem).\(format.fileExtension)" }

    /// The number, or the kind of a draft without one, as a name of a file.
    static func stem(of draft: ProofDraft) -> String {
        (draft.number ?? (draft.kind == .certificateOfOrigin ? "certificate-draft" : "declaration-draft"))
            .replacing("/", with: "-")
    }

    var attachment: Attachment {
        Attachment(role: .document, name: "draft.\(format.fileExtension)", mediaType: format.mediaType, bytes: bytes)
    }

    /// What the register always keeps.
    static func proof(_ draft: ProofDraft, _ language: Language) -> Attachment {
        Attachment(
            role: .proof, name: "proof.json", mediaType: "application/json",
            bytes: Array(ProofJSON(draft, language: language).text().utf8))
    }
}
