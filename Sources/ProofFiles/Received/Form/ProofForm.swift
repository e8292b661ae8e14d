import Bilingual
import DossierFiles

/// The form of a proof of origin that a person fills in by hand: lines of a key and a value, one block a good.
public enum ProofForm {
    public static let format = "rcep-proof-form/1"
    /// What the line that names the format begins with.
    static let formatKey = BilingualText(en: "form", zh: "表格")
    static let formatKeys = [formatKey.english, formatKey.chinese]

    /// The most bytes a form may have.
    static let mostBytes = 4 << 20

    /// What a file of a received proof is, by what it says and, where that leaves it open, by its name.
    enum Input {
        case json, form, neither
    }

    /// A text that begins as JSON is JSON, whatever its name; one that names the form is a form.
    static func input(_ bytes: [UInt8], file: String) -> Input {
        let start = TextEncoding.start(of: bytes)
        let first = bytes[start...].first { ![UInt8(ascii: " "), 9, 10, 13].contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
        let name = file.lowercased()
        if name.hasSuffix(".txt") || name.hasSuffix(".form") { return .form }
        // Text of another encoding, which the reader of JSON names.
        if name.hasSuffix(".json") || first == nil || TextEncoding.problem(of: bytes, file: file) != nil { return .json }
        var lines = ProofFormLines(bytes)
        guard case .entry(let key, _, _)? = lines.next()?.content else { return .neither }
        return formatKeys.contains(ProofFormWords.folded(key)) ? .form : .neither
    }

    // MARK: Names

    static func block(_ heading: String) -> ProofFormBlock? {
        blocks[ProofFormWords.folded(heading)]
    }

    /// The place among the fields of a block, by key in either language.
    static func fields(of block: ProofFormBlock) -> [String: Int] {
        fields[block] ?? [:]
    }

    private static let blocks: [String: ProofFormBlock] = {
        var blocks: [String: ProofFormBlock] = [:]
        for block in ProofFormBlock.allCases {
            guard let heading = block.heading else { continue }
            for name in [heading.english, heading.chinese] { blocks[ProofFormWords.folded(name)] = block }
        }
        return blocks
    }()

    private static let fields: [ProofFormBlock: [String: Int]] = {
        var fields: [ProofFormBlock: [String: Int]] = [:]
        for block in ProofFormBlock.allCases {
            for (index, field) in block.fields.enumerated() {
                for key in [field.key.english, field.key.chinese] {
                    fields[block, default: [:]][ProofFormWords.folded(key)] = index
                }
            }
        }
        return fields
    }()
}
