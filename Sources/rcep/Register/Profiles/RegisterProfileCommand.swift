import ArgumentParser
import Bilingual
import ProofRegister
import Reporting

/// `rcep register profile`: who exports, as it was known at each time.
struct RegisterProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Keeps profiles of exporters, every version. / 管理出口商资料的各个版本。",
        subcommands: [
            RegisterProfileAddCommand.self, RegisterProfileExporterCommand.self, RegisterProfileAuthorisationCommand.self,
            RegisterProfileProducerCommand.self, RegisterProfileConsigneeCommand.self, RegisterProfileListCommand.self,
            RegisterProfileShowCommand.self,
        ])
}

/// `rcep register profile list`
struct RegisterProfileListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists every version of every profile. / 列出出口商资料的所有版本。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 no register or a damaged one.")

    @Option(help: "text, json, html or markdown. / 格式。")
    var format: ReportFormat = .text

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let profiles = try options.open().profiles()
            let context = shared.registerContext
            Terminal.print(
                format.layout.map { document(profiles).render(as: $0, in: context) } ?? Self.json(profiles))
        }
    }

    private func document(_ profiles: [RegisteredProfile]) -> ReportDocument {
        let words = RegisterWords(shared.language)
        let table = ReportDocument.Table(
            columns: [
                .init(words(.shortName), isWhole: true), .init(words(.version), alignsRight: true), .init(words(.exporter), isFlexible: true),
                .init(words(.recorded), isWhole: true), .init(words(.by)), .init("SHA-256", isWhole: true),
            ],
            rows: profiles.map { [$0.name, "\($0.version)", $0.title, RegisterWords.time($0.at), $0.by, String($0.sha256.prefix(16)) + "…"] })
        return ReportDocument(
            title: words(.profiles), blocks: profiles.isEmpty ? [.paragraph(words(.noProfile))] : [.table(table)])
    }

    private static func json(_ profiles: [RegisteredProfile]) -> String {
        RegisterJSON.document("profiles") { json in
            json.arrayMember("profiles", profiles) { json, profile in
                json.object { json in
                    json.member("name", profile.name)
                    json.member("version", profile.version)
                    json.member("title", profile.title)
                    json.member("recorded", profile.at)
                    json.member("by", profile.by)
                    json.member("sha256", profile.sha256)
                }
            }
        }
    }
}

/// `rcep register profile show`
struct RegisterProfileShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a profile as it was given. / 按原样输出出口商资料。",
        discussion: "Exit status: 0 shown, 64 wrong usage, 65 no such profile.")

    @Argument(help: "Short name of the exporter. / 出口商简称。")
    var name: String

    @Option(help: "Version; default the last. / 版本，默认最新。")
    var version: Int?

    @OptionGroup var options: RegisterOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let profile = try options.open().profile(named: name, version: version)
            Terminal.print(String(decoding: profile.bytes, as: UTF8.self))
        }
    }
}

extension BilingualText {
    fileprivate static let profiles = BilingualText(en: "Profiles of exporters", zh: "出口商资料")
    fileprivate static let noProfile = BilingualText(en: "No profile.", zh: "没有出口商资料。")
    fileprivate static let shortName = BilingualText(en: "Short name", zh: "简称")
    fileprivate static let version = BilingualText(en: "Version", zh: "版本")
}
