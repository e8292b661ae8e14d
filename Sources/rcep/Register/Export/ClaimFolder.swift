import Bilingual
import OriginModel
import ProofRegister
import ProofsOfOrigin
import Reporting
import RuleFiles
import ZipArchives

/// What customs gets of one claim, all in one folder: every attachment, the proof on paper, the register's own entry, a
/// list of the files in both forms, and `SHA256SUMS` that `sha256sum -c` checks.
struct ClaimFolder {
    /// One file of the folder, and where it comes from.
    struct File {
        enum Origin: String {
            /// Bytes that are kept with the proof.
            case kept
            /// Laid out for this export from data that are kept.
            case laidOut
        }

        let entry: ZipArchive.Entry
        let origin: Origin
        let role: Attachment.Role

        var sha256: String { InputDigest.hexadecimal(entry.bytes) }
    }

    private let proof: RegisteredProof
    private let register: ProofRegister
    private let directory: RuleDirectory
    private let language: Language

    init(_ proof: RegisteredProof, _ register: ProofRegister, _ directory: RuleDirectory, language: Language) {
        self.proof = proof
        self.register = register
        self.directory = directory
        self.language = language
    }

    /// - Returns: the files, and why there is no PDF of the proof among them, if there is none.
    func files() throws(InputProblems) -> (files: [ZipArchive.Entry], lack: [InputProblem]) {
        let (printed, lack) = try printed()
        let files = try kept() + printed
        let context = ReportContext(language: language, programVersion: Program.version)
        var sheet = ProofSheet(proof, context).document()
        sheet.blocks += ClaimList(files, lack, language).blocks()
        var entries = files.map(\.entry)
        entries.append(.init(name: "register.json", bytes: Array(RegisterJSON.proof(proof, exporting: files).utf8)))
        entries.append(.init(name: "register.html", bytes: Array(sheet.render(as: .html, in: context).utf8)))
        let sums = entries.map { "\(InputDigest.hexadecimal($0.bytes))  \($0.name)\n" }.joined()
        entries.append(.init(name: "SHA256SUMS", bytes: Array(sums.utf8)))
        return (entries, lack)
    }

    /// Each attachment once: a draft in JSON has the very bytes of the proof as data.
    private var attachments: [RegisteredProof.Kept] {
        let proofs = Set(proof.attachments.filter { $0.role == .proof }.map(\.sha256))
        return proof.attachments.filter { $0.role == .proof || !proofs.contains($0.sha256) }
    }

    private func kept() throws(InputProblems) -> [File] {
        var files: [File] = []
        for (index, kept) in attachments.enumerated() {
            files.append(File(
                entry: .init(name: Self.name(of: kept.name, kept.role, index + 1), bytes: try register.bytes(of: kept)),
                origin: .kept, role: kept.role))
        }
        return files
    }

    /// The proof on paper, where none was made when it was drafted. What was kept then is the document that somebody
    /// signed, and no other takes its place.
    ///
    /// A machine that cannot print stops the export: that can be mended. Data that do not hold a proof any more do not:
    /// customs gets what there is, and is told.
    private func printed() throws(InputProblems) -> ([File], lack: [InputProblem]) {
        guard !attachments.contains(where: \.isPrinted) else { return ([], []) }
        let copy = PrintedCopy(proof, in: register, directory)
        let draft: ProofDraft
        do {
            draft = try copy.draft()
        } catch {
            return ([], error.problems)
        }
        let name = Self.name(of: "proof.pdf", .document, attachments.count + 1)
        return ([File(entry: .init(name: name, bytes: try copy.pdf(of: draft)), origin: .laidOut, role: .document)], [])
    }

    /// `03-dossier-motorcycle.json`: no name from outside leads out of the folder or hides in it.
    private static func name(of name: String, _ role: Attachment.Role, _ number: Int) -> String {
        let plain = String(name.map { character in
            character.isLetter || character.isNumber || "-._".contains(character) ? character : "_"
        }.suffix(100))
        return "\(number < 10 ? "0" : "")\(number)-\(role.rawValue)-\(plain)"
    }
}

extension RegisteredProof.Kept {
    fileprivate var isPrinted: Bool { role == .document && mediaType == DraftFormat.pdf.mediaType }
}
