import Bilingual
import ProofsOfOrigin

/// One thing a form asks for: what it is called, what it means, and where it stands in `rcep-proof/1`.
struct ProofFormField: Sendable {
    /// How what is filled in is read.
    enum Value: Sendable, Hashable {
        case text
        case kind
        case yesOrNo
        /// Yes makes the form a draft.
        case draft
        /// Yes is one box ticked in box 17.
        case tick(ProofDraft.Tick)
        /// Several, with commas between them.
        case list
        /// A key that may stand several times, one remark each.
        case remark
    }

    /// The members that lead to it from the object of its block: `["exporter", "name"]`.
    let path: [String]
    let key: BilingualText
    /// What to fill in, as a sentence without a full stop.
    let meaning: BilingualText
    let value: Value
    /// Whether a blank form of this kind has the field; nil for a form of any kind.
    let isOf: Set<ReceivedProof.Kind>

    init(
        _ path: String, _ value: Value = .text, en: String, zh: String, meaning: (en: String, zh: String),
        of kinds: Set<ReceivedProof.Kind> = Set(ReceivedProof.Kind.allCases)
    ) {
        self.path = path.split(separator: ".").map(String.init)
        self.key = BilingualText(en: en, zh: zh)
        self.meaning = BilingualText(en: meaning.en, zh: meaning.zh)
        self.value = value
        self.isOf = kinds
    }
}

/// A part of a form, under a heading in square brackets; what stands above the first heading is of the whole proof.
enum ProofFormBlock: CaseIterable, Sendable, Hashable {
    case proof, invoice, good, original, originalGood

    /// nil for the part above the first heading.
    var heading: BilingualText? {
        switch self {
        case .proof: nil
        case .invoice: BilingualText(en: "invoice", zh: "发票")
        case .good: BilingualText(en: "good", zh: "货物")
        case .original: BilingualText(en: "original proof", zh: "原始证明")
        case .originalGood: BilingualText(en: "good of the original proof", zh: "原始证明的货物")
        }
    }

    /// Whether it may stand several times, one block an invoice or good.
    var repeats: Bool { self == .invoice || self == .good || self == .originalGood }

    /// Whether it counts although nothing is filled in below its heading. A good does, for a proof is of goods; an
    /// original proof or an invoice nobody wrote a word about is none.
    var countsWhenBlank: Bool { self == .good }

    var fields: [ProofFormField] {
        switch self {
        case .proof: ProofFormField.ofProof
        case .invoice: ProofFormField.ofInvoice
        case .good, .originalGood: ProofFormField.ofGood
        case .original: ProofFormField.ofOriginal
        }
    }

    /// What to know of the block as a whole.
    var meaning: BilingualText? {
        switch self {
        case .proof: nil
        case .invoice: BilingualText(en: "Box 13. One such block for each invoice", zh: "第13栏。每份发票填写一个这样的段落")
        case .good: BilingualText(en: "Boxes 6 to 12. One such block for each good", zh: "第6至12栏。每项货物填写一个这样的段落")
        case .original:
            BilingualText(
                en: "Only where the proof is back-to-back (Article 3.19): the proof of the first exporting Party",
                zh: "仅限背对背原产地证明（第3.19条）：首个出口缔约方的原产地证明")
        case .originalGood:
            BilingualText(
                en: "One such block for each good of the original proof, as far as it is known",
                zh: "原始证明的每项货物填写一个这样的段落（如已知）")
        }
    }
}

/// Words of a form compared: case and the number of spaces between words do not matter, nothing else is passed over.
struct ProofFormWords {
    static func folded(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    static let kinds: [String: ReceivedProof.Kind] = {
        var kinds: [String: ReceivedProof.Kind] = [:]
        for kind in ReceivedProof.Kind.allCases {
            for word in [kind.rawValue, kind.name.english, kind.name.chinese] { kinds[folded(word)] = kind }
        }
        return kinds
    }()

    static let yesOrNo = ["yes": true, "no": false, "是": true, "否": false]
}
