import ArgumentParser
import Bilingual
import LocalFiles
import ProofRegister
import ZipArchives

/// `rcep register export`
struct RegisterExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hands over a claim for customs: proof, determinations, evidence, digests. / 导出一份证明的全部资料供海关核查。",
        discussion: "Exit status: 0 written, 64 wrong usage, 65 no such proof, something stands there already, or no PDF can be made.")

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
            let claim = ClaimFolder(
                try register.proof(number), register, try shared.ruleDirectory(), language: shared.language)
            let (files, lack) = try claim.files()
            do throws(InputProblem) {
                if let zip { try ZipArchive.write(files, to: zip) }
                if let output { try Self.write(files, to: FileSystem.withoutTrailingSlash(output)) }
            } catch {
                throw InputProblems([error])
            }
            if !lack.isEmpty { Terminal.complain(shared.problemReport.render(lack)) }
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
