import ArgumentParser

/// `rcep register`: the proofs of origin a firm has drafted, and what they rest on.
struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Keeps the register of drafted proofs of origin. / 管理原产地证明登记簿。",
        subcommands: [
            RegisterListCommand.self, RegisterSearchCommand.self, RegisterShowCommand.self, RegisterSignCommand.self,
            RegisterSendCommand.self, RegisterWithdrawCommand.self, RegisterSupersedeCommand.self,
            RegisterExportCommand.self, RegisterRetentionCommand.self, RegisterReviewCommand.self,
            RegisterUtilisationCommand.self, RegisterVerifyCommand.self, RegisterBackupCommand.self,
            RegisterRestoreCommand.self, RegisterProfileCommand.self, RegisterNumberingCommand.self,
        ])
}
