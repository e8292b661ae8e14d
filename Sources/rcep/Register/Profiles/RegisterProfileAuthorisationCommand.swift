import ArgumentParser
import Bilingual
import ProofFiles

/// `rcep register profile authorisation`
struct RegisterProfileAuthorisationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorisation",
        abstract: "Enters or changes the authorisation of an approved exporter. / 填写或者修改经核准出口商的认定信息。",
        discussion: """
            Only what is given is changed; a good or signatory of a name that is there is changed, another added. The result \
            is a new version. Exit status: 0 kept, 64 wrong usage, 65 bad input data.
            """)

    @Argument(help: "Short name of the exporter. / 出口商简称。")
    var id: String

    @Option(help: "The approved exporter's unique code. / 经核准出口商编码。")
    var code: String?

    @Option(help: "First day, YYYY-MM-DD. / 起始日期。")
    var issued: String?

    @Option(help: "Last day, YYYY-MM-DD. / 截止日期。")
    var validUntil: String?

    @Option(help: "A good on file: 'name=...; chineseName=...; hsCode=8711.20; parties=VN,TH'. / 备案货物。")
    var good: [String] = []

    @Option(help: "English name of a good to take off the file. / 删除备案货物（英文名称）。")
    var removeGood: [String] = []

    @Option(help: "Who may sign: 'name=...; position=...; until=2026-06-30'. / 授权签字人。")
    var signatory: [String] = []

    @Option(help: "Name of a signatory to take out. / 删除授权签字人。")
    var removeSignatory: [String] = []

    @Flag(help: "Takes the whole authorisation out. / 删除全部认定信息。")
    var remove = false

    @OptionGroup var options: RegisterOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var shared: SharedOptions

    private var values: ProfileEditing.Values {
        [("code", code), ("issued", issued), ("validUntil", validUntil)].compactMap { field, given in
            given.map { (field, $0.isBlank ? nil : .text($0)) }
        }
    }

    private var namesParts: Bool { !(good + removeGood + signatory + removeSignatory).isEmpty }

    func validate() throws {
        if remove, !values.isEmpty || namesParts {
            throw ValidationError("--remove stands alone / --remove不能与其他内容同时使用")
        }
    }

    func run() throws {
        try ProfileChange(id: id, options: options, change: change, shared: shared).run(begins: false, option: Self.option) {
            editing throws(InputProblems) in
            if remove { return try take(out: [.authorisation], "--remove", [id], of: &editing) }
            try take(out: removeGood.map { .good($0) }, "--remove-good", removeGood, of: &editing)
            try take(out: removeSignatory.map { .signatory($0) }, "--remove-signatory", removeSignatory, of: &editing)
            if !values.isEmpty { editing.set(values, of: .authorisation) }
            try enterParts(in: &editing)
        }
    }

    private func take(
        out parts: [ProfileEditing.Part], _ option: String, _ names: [String], of editing: inout ProfileEditing
    ) throws(InputProblems) {
        for (part, name) in zip(parts, names) {
            guard editing.count(of: part) < 2 else { throw InputProblems([.severalOfOneName(option, name)]) }
            if let known = editing.remove(part) { throw InputProblems([.nothingToRemove(option, name, known: known)]) }
        }
    }

    /// Goods and signatories, all that is wrong with how they are written told together.
    private func enterParts(in editing: inout ProfileEditing) throws(InputProblems) {
        var problems: [InputProblem] = []
        func enter(_ text: String, _ option: String, _ fields: [String], _ part: (String) -> ProfileEditing.Part) {
            do throws(InputProblems) {
                let specification = try ProfileSpecification(text, option: option, fields: fields)
                let part = part(specification.name)
                if editing.count(of: part) > 1 {
                    problems.append(.severalOfOneName(option, specification.name))
                } else {
                    editing.set(specification.values, of: part)
                }
            } catch {
                problems += error.problems
            }
        }
        for text in good { enter(text, "--good", ProfileEditing.Part.fieldsOfGood) { .good($0) } }
        for text in signatory { enter(text, "--signatory", ProfileEditing.Part.fieldsOfSignatory) { .signatory($0) } }
        if !problems.isEmpty { throw InputProblems(problems) }
    }

    /// `--good "Motorcycle, 150 cc" hsCode`: which of several it is, and which field of it.
    private static func option(_ part: ProfileEditing.Part, _ field: String?) -> String? {
        switch part {
        case .authorisation:
            switch field {
            case "issued": "--issued"
            case "validUntil": "--valid-until"
            case "goods": "--good"
            case "signatories": "--signatory"
            default: "--code"
            }
        case .good(let name): "--good \"\(name)\"" + (field.map { " \($0)" } ?? "")
        case .signatory(let name): "--signatory \"\(name)\"" + (field.map { " \($0)" } ?? "")
        case .exporter, .producer, .consignee: nil
        }
    }
}
