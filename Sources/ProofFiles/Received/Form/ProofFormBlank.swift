import Bilingual
import ProofsOfOrigin

/// A blank form, with a word on everything it asks for.
public struct ProofFormBlank: Sendable {
    private let language: Language
    private let kind: ReceivedProof.Kind?

    /// - Parameter kind: what is filled in already; the form then leaves out what such a proof does not have.
    public init(language: Language, kind: ReceivedProof.Kind?) {
        self.language = language
        self.kind = kind
    }

    public func text() -> String {
        var lines = [entry(ProofForm.formatKey, ProofForm.format), ""] + BilingualText.howTo.map { "# \($0[language])" }
        for block in ProofFormBlock.allCases {
            lines.append("")
            if let meaning = block.meaning { lines.append(comment(meaning)) }
            if let heading = block.heading { lines.append("[\(heading[language])]") }
            for field in block.fields where kind.map(field.isOf.contains) ?? true {
                lines += comments(field, block) + [entry(field.key, filled(field, block))]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The words that are accepted are listed where they are asked for first.
    private func comments(_ field: ProofFormField, _ block: ProofFormBlock) -> [String] {
        let kinds = block == .proof && field.value == .kind ? ReceivedProof.Kind.allCases.map { "#   \($0.name[language])" } : []
        return [comment(field.meaning)] + kinds
    }

    private func comment(_ text: BilingualText) -> String { "# \(text[language])" }

    private func entry(_ key: BilingualText, _ value: String?) -> String {
        "\(key[language]):" + (value.map { " \($0)" } ?? "")
    }

    private func filled(_ field: ProofFormField, _ block: ProofFormBlock) -> String? {
        block == .proof && field.value == .kind ? kind?.name[language] : nil
    }
}

extension BilingualText {
    fileprivate static let howTo = [
        BilingualText(
            en: "Fill in behind the colons what the proof of origin says; leave blank what it does not say.",
            zh: "在冒号之后填写原产地证明所载的内容；证明未载明的留空。"),
        BilingualText(
            en: "Lines that begin with # are explanations. Keys may stand in English or in Chinese.",
            zh: "以 # 开头的行为说明。栏目名称可用英文或者中文。"),
        BilingualText(
            en: "Then: rcep proof check THIS-FILE --date DAY-OF-IMPORTATION", zh: "填好后运行：rcep proof check 本文件 --date 进口日期"),
    ]
}
