import Bilingual
import LocalFiles
import ProofFiles
import ProofRegister
import ProofsOfOrigin

/// One change of a profile by options: the last version is taken, changed, checked like a file, and kept as a new version.
struct ProfileChange {
    let id: String
    let options: RegisterOptions
    let change: ChangeOptions
    let shared: SharedOptions

    /// - Parameters:
    ///   - begins: whether a profile, and a register, that is not there is begun.
    ///   - option: the option that gives a field of a part, where it is of the command's own.
    ///   - edit: what to change.
    func run(
        begins: Bool, option: (ProfileEditing.Part, String?) -> String?,
        _ edit: (inout ProfileEditing) throws(InputProblems) -> Void
    ) throws {
        try shared.reportingProblems { () throws(InputProblems) in
            let register = try opened(begins: begins)
            let last = try self.last(register)
            guard last != nil || begins else { throw InputProblems([.noProfileToChange(id)]) }
            var editing = if let last { try ProfileEditing(last.bytes, file: id) } else { ProfileEditing(new: id) }
            try edit(&editing)
            let bytes = editing.bytes
            let profile = try Self.read(bytes, editing, option)
            let kept = if let register { register } else { try options.open(creates: true) }
            let version = try kept.addProfile(
                named: id, title: profile.exporter.name, bytes: bytes, by: try change.person(),
                changing: last?.version ?? 0)
            tell(version, isNew: version != last?.version)
        }
    }

    /// nil where there is no register and the change may begin one: not before all is known to be right.
    private func opened(begins: Bool) throws(InputProblems) -> ProofRegister? {
        if begins, !FileSystem.exists(try options.path()) { return nil }
        return try options.open()
    }

    private func last(_ register: ProofRegister?) throws(InputProblems) -> RegisteredProfile? {
        guard let register else { return nil }
        return try register.profiles().last { $0.name == id }
    }

    private func tell(_ version: Int, isNew: Bool) {
        let unchanged = BilingualText(en: " (nothing was changed)", zh: "（没有变化）")
        Terminal.print(BilingualText(
            en: "\(id), version \(version)\(isNew ? "" : unchanged.english)\n",
            zh: "\(id)，第\(version)版\(isNew ? "" : unchanged.chinese)\n")[shared.language])
    }

    /// A problem of the result is told of the option that gives the value.
    private static func read(
        _ bytes: [UInt8], _ editing: ProfileEditing, _ option: (ProfileEditing.Part, String?) -> String?
    ) throws(InputProblems) -> ExporterProfile {
        do throws(InputProblems) {
            return try ExporterFile.read(bytes, file: "")
        } catch {
            throw InputProblems(error.problems.map { problem in
                guard case .pointer(let pointer, _, _) = problem.place, let target = editing.target(of: pointer),
                    let option = option(target.part, target.field)
                else { return problem }
                return problem.ofOption(option)
            })
        }
    }
}

extension InputProblem {
    /// As a problem of an option: without a place in a text nobody wrote.
    fileprivate func ofOption(_ option: String) -> InputProblem {
        let isMissing = code.hasSuffix(".missingField") && !option.contains(" ")
        return InputProblem(
            file: option, place: .wholeFile, code: code,
            message: isMissing ? BilingualText(en: "this option is needed", zh: "须给出此选项") : message,
            found: found?.unquoted, expected: expected)
    }

    fileprivate static func noProfileToChange(_ id: String) -> InputProblem {
        InputProblem(
            file: "register", place: .wholeFile, code: "register.unknownProfile",
            message: BilingualText(en: "no profile of this name is in the register", zh: "登记簿中没有该出口商资料"), found: id,
            expected: BilingualText(
                en: "a profile begun with rcep register profile exporter, or add",
                zh: "先以rcep register profile exporter或者add存入的资料"))
    }

    static func severalOfOneName(_ option: String, _ name: String) -> InputProblem {
        InputProblem(
            file: option, place: .wholeFile, code: "exporter.severalOfOneName",
            message: BilingualText(en: "the profile has several of this name", zh: "档案中有多项使用该名称"), found: name,
            expected: BilingualText(
                en: "a file with the change: rcep register profile show, then add", zh: "先用rcep register profile show输出，修改后用add存入"))
    }

    /// - Parameter known: what could have been meant.
    static func nothingToRemove(_ option: String, _ name: String, known: [String]) -> InputProblem {
        InputProblem(
            file: option, place: .wholeFile, code: "exporter.nothingToRemove",
            message: BilingualText(en: "the profile has nothing of this name", zh: "档案中没有此项"), found: name,
            expected: known.isEmpty ? nil : BilingualText(same: known.map { "\"\($0)\"" }.joined(separator: ", ")))
    }
}

extension String {
    /// Without the quotation marks a JSON string is shown with.
    fileprivate var unquoted: String {
        count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
