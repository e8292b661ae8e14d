import ArgumentParser
import OriginDetermination

/// What the program says to the shell.
enum ExitStatus {
    static let someNotOriginating = ExitCode(1)
    static let someUndetermined = ExitCode(2)
    /// Bad input data.
    static let badData = ExitCode(65)
    static let internalError = ExitCode(70)

    /// 0 all originating, 1 some not, 2 none of those but some undetermined.
    static func of(_ verdicts: [Verdict]) -> ExitCode {
        if verdicts.contains(.notOriginating) { return someNotOriginating }
        return verdicts.contains(.undetermined) ? someUndetermined : .success
    }
}
