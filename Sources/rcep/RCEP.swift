import ArgumentParser

/// The command line: one subcommand a file.
@main
struct RCEP: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rcep",
        abstract: "Determines whether goods originate under RCEP, and shows why. / 判定货物是否具备RCEP原产资格并说明理由。",
        version: Program.version,
        subcommands: [
            CheckCommand.self, BatchCommand.self, LookupCommand.self, RulesCommand.self, TariffCommand.self,
            ProofCommand.self, DeclareCommand.self, CertificateCommand.self, RegisterCommand.self,
        ]
    )
}
