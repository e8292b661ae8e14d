import ArgumentParser

/// `rcep proof`: proofs of origin that somebody received.
struct ProofCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: "Works with proofs of origin that were received. / 处理收到的原产地证明。",
        subcommands: [ProofCheckCommand.self, ProofFormCommand.self])
}
