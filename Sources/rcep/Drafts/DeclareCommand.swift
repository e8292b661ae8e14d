import ArgumentParser

/// `rcep declare`: drafts a Declaration of Origin of an approved exporter.
struct DeclareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Drafts a Declaration of Origin, or says all that stands against it. / 拟制原产地声明，或者列明不能拟制的全部原因。",
        discussion: """
            The draft enters the register and is given its number. Exit status: 0 drafted, 1 refused, 64 wrong usage, 65 bad \
            input data.
            """)

    @Option(help: "Who is to sign, as on file. / 拟签字人，须已备案。")
    var signatory: String?

    @OptionGroup var options: DraftOptions

    func run() throws {
        throw DraftRun(kind: .declarationOfOrigin, options: options, signatory: signatory).execute()
    }
}

/// `rcep certificate`: drafts Form RCEP for an issuing body to issue.
struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Drafts a Certificate of Origin (Form RCEP), or says all that stands against it. / 拟制原产地证书，或者列明不能拟制的全部原因。",
        discussion: """
            The draft enters the register and is given its number. Exit status: 0 drafted, 1 refused, 64 wrong usage, 65 bad \
            input data.
            """)

    @OptionGroup var options: DraftOptions

    func run() throws {
        throw DraftRun(kind: .certificateOfOrigin, options: options, signatory: nil).execute()
    }
}
