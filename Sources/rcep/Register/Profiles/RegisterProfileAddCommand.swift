import ArgumentParser
import Bilingual
import ProofFiles

/// `rcep register profile add`
struct RegisterProfileAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keeps a profile of an exporter (rcep-exporter/1). / 将出口商档案存入登记簿。",
        discussion: "Exit status: 0 kept, 64 wrong usage, 65 bad input data.")

    @Argument(help: "Profile (rcep-exporter/1, JSON). / 档案文件。", completion: .file())
    var file: String

    @OptionGroup var options: RegisterOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let bytes: [UInt8]
            do throws(InputProblem) {
                bytes = try InputFile(name: file).read()
            } catch {
                throw InputProblems([error])
            }
            let profile = try ExporterFile.read(bytes, file: file)
            let version = try options.open(creates: true).addProfile(
                named: profile.id, title: profile.exporter.name, bytes: bytes, by: try change.person())
            Terminal.print(BilingualText(
                en: "\(profile.id), version \(version)\n", zh: "\(profile.id)，第\(version)版\n")[shared.language])
        }
    }
}
