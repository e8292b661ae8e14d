import ArgumentParser
import Bilingual
import LocalFiles
import ProofRegister
import Reporting
import ZipArchives

/// `rcep register export`
struct RegisterExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hands over a claim for customs: proof, determinations, evidence, digests. / 导出一份证明的全部资料供海关核查。",
        discussion: "Exit status: 0 written, 64 wrong usage, 65 no such proof, or something stands there already.")

    @Argument(help: "Number of the proof. / 证明编号。")
    var number: String

    @Option(help: "Folder to make; it must not exist yet. / 新建文件夹。")
    var output: String?

    @Option(help: "ZIP archive to make; it must not exist yet. / 新建ZIP压缩包。")
    var zip: String?

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if (output == nil) == (zip == nil) {
            throw ValidationError("give --output DIR or --zip FILE, one of them / 请使用--output DIR或--zip FILE之一")
        }
    }

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try options.open()
            let files = try ClaimFolder(try register.proof(number), register, shared.language).files()
            do throws(InputProblem) {
                if let zip { try ZipArchive.write(files, to: zip) }
                if let output { try Self.write(files, to: FileSystem.withoutTrailingSlash(output)) }
            } catch {
                throw InputProblems([error])
            }
            Terminal.complain("\(zip ?? output ?? "")\n")
        }
    }

    /// The folder appears whole or not at all.
    private static func write(_ files: [ZipArchive.Entry], to path: String) throws(InputProblem) {
        if let above = FileSystem.parent(path) { try FileSystem.makeFolders(above) }
        let draft = "\(path).part"
        try FileSystem.makeFolder(draft)
        do throws(InputProblem) {
            for file in files { try FileSystem.write(file.bytes, to: "\(draft)/\(file.name)") }
            try FileSystem.move(draft, to: path)
        } catch {
            FileSystem.removeFolder(draft)
            throw error
        }
    }
}

/// What customs gets of one claim, all in one folder: every attachment, the register's own entry, a list of the evidence
/// in both forms, and `SHA256SUMS` that `sha256sum -c` checks.
struct ClaimFolder {
    private let proof: RegisteredProof
    private let register: ProofRegister
    private let language: Language

    init(_ proof: RegisteredProof, _ register: ProofRegister, _ language: Language) {
        self.proof = proof
        self.register = register
        self.language = language
    }

    func files() throws(InputProblems) -> [ZipArchive.Entry] {
        var files: [ZipArchive.Entry] = []
        for (index, kept) in proof.attachments.enumerated() {
            files.append(.init(name: Self.name(of: kept, index + 1), bytes: try register.bytes(of: kept)))
        }
        let context = ReportContext(language: language, programVersion: Program.version)
        let sheet = ProofSheet(proof, context).document()
        files.append(.init(name: "register.json", bytes: Array(RegisterJSON.proof(proof).utf8)))
        files.append(.init(name: "register.html", bytes: Array(sheet.render(as: .html, in: context).utf8)))
        let sums = files.map { "\(InputDigest.hexadecimal($0.bytes))  \($0.name)\n" }.joined()
        files.append(.init(name: "SHA256SUMS", bytes: Array(sums.utf8)))
        return files
    }

    /// `03-dossier-motorcycle.json`: no name from outside leads out of the folder or hides in it.
    private static func name(of kept: RegisteredProof.Kept, _ number: Int) -> String {
        let plain = String(kept.name.map { character in
            character.isLetter || character.isNumber || "-._".contains(character) ? character : "_"
        }.suffix(100))
        return "\(number < 10 ? "0" : "")\(number)-\(kept.role.rawValue)-\(plain)"
    }
}
