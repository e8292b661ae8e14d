import Bilingual
import PrintedReports
import ProofFiles
import ProofRegister
import ProofsOfOrigin
import RuleFiles

/// A registered proof on paper, laid out from what is kept of it.
struct PrintedCopy {
    private let proof: RegisteredProof
    private let register: ProofRegister
    private let directory: RuleDirectory

    init(_ proof: RegisteredProof, in register: ProofRegister, _ directory: RuleDirectory) {
        self.proof = proof
        self.register = register
        self.directory = directory
    }

    /// The draft as it was registered.
    /// - Throws: why what is kept does not hold it, which nothing done today can mend.
    func draft() throws(InputProblems) -> ProofDraft {
        guard let data = proof.attachments.first(where: { $0.role == .proof }) else {
            throw InputProblems([.notKept(.proof, proof.number)])
        }
        return try KeptProofFile.read(
            try register.bytes(of: data), file: "\(proof.number)/\(data.name)",
            shipment: try KeptProof.particulars(of: proof, in: register).1)
    }

    /// The same kept data give the same bytes on whatever day they are laid out, with the same fonts.
    /// - Throws: what this machine lacks.
    func pdf(of draft: ProofDraft) throws(InputProblems) -> [UInt8] {
        let agreement = try directory.agreement(on: draft.drafted)
        do {
            return try PrintedProof.pdf(draft, created: draft.drafted) { agreement.party($0)?.name.english }
        } catch {
            throw InputProblems([error])
        }
    }
}
