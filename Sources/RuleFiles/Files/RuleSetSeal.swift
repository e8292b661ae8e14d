import Bilingual
import HarmonizedSystem
import LocalFiles

/// `seal.sha256` in the folder of a rule set: the digest of its files when the lint last found nothing in them.
///
/// While it matches, a single determination may read just the chapters it needs, since all others are known to be good;
/// as soon as any file differs, or there is no seal, every chapter is read and any conflict stops the load.
enum RuleSetSeal {
    static let name = "seal.sha256"

    /// The text of the seal of these files, wherever their folder stands.
    static func text(of files: [SourceFile]) -> String {
        SourceFile.digest(of: files, named: \.entry) + "\n"
    }

    enum State {
        case absent, current, outdated
    }

    /// - Parameter folder: path of the folder of the rule set.
    static func state(_ folder: String, _ files: [SourceFile]) throws(InputProblem) -> State {
        let path = "\(folder)/\(name)"
        guard FileSystem.exists(path) else { return .absent }
        return try FileSystem.read(path) == Array(text(of: files).utf8) ? .current : .outdated
    }
}

extension InputProblem {
    static func outdatedSeal(_ folder: String) -> InputProblem {
        InputProblem(
            file: "\(folder)/\(RuleSetSeal.name)", place: .wholeFile, code: "lint.outdatedSeal",
            message: BilingualText(en: "the rules have changed since they were sealed", zh: "规则在封签之后已有改动"),
            expected: BilingualText(
                en: "`rcep rules lint --seal` once nothing else is found",
                zh: "确认没有其他问题后运行`rcep rules lint --seal`"))
    }
}
