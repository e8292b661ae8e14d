import Bilingual
import ProofsOfOrigin

extension ProofFinding.Grade {
    /// As a heading.
    public var title: BilingualText {
        switch self {
        case .minorDiscrepancy:
            BilingualText(en: "Minor discrepancies: they do not defeat the proof", zh: "微小差错：不影响原产地证明的效力")
        case .doubt: BilingualText(en: "Doubts: to be verified", zh: "存疑：须予核查")
        case .invalid: BilingualText(en: "Reasons why it cannot be accepted", zh: "不予接受的理由")
        }
    }

    /// The article that says what follows.
    public var article: String {
        switch self {
        case .minorDiscrepancy: "3.26"
        case .doubt: "3.24"
        case .invalid: "3.25"
        }
    }
}

extension ProofCheck {
    /// The answer in one line.
    public var statement: BilingualText {
        switch standing {
        case nil:
            BilingualText(en: "Nothing is found against the proof of origin", zh: "未发现原产地证明存在问题")
        case .minorDiscrepancy?:
            BilingualText(en: "Minor discrepancies only: the proof of origin stands", zh: "仅有微小差错：原产地证明有效")
        case .doubt?:
            BilingualText(en: "In doubt: the proof of origin is to be verified", zh: "存疑：原产地证明须予核查")
        case .invalid?:
            BilingualText(en: "Invalid: the proof of origin cannot be accepted", zh: "无效：不能接受该原产地证明")
        }
    }
}

extension ReceivedProof.Kind {
    public var name: BilingualText {
        switch self {
        case .certificateOfOrigin: BilingualText(en: "Certificate of Origin", zh: "原产地证书")
        case .declarationOfOrigin: BilingualText(en: "Declaration of Origin by an approved exporter", zh: "经核准出口商的原产地声明")
        case .declarationByExporterOrProducer:
            BilingualText(en: "Declaration of Origin by an exporter or producer", zh: "出口商或者生产商的原产地声明")
        case .declarationByImporter: BilingualText(en: "declaration of origin by the importer", zh: "进口商的原产地声明")
        }
    }
}

extension BilingualText {
    static let notStated = BilingualText(en: "not stated", zh: "未填写")
    static let proofField = BilingualText(en: "proof of origin", zh: "原产地证明")
    static let numberField = BilingualText(en: "number", zh: "编号")
    static let routeField = BilingualText(en: "from, to", zh: "出口与进口缔约方")
    static let issuedField = BilingualText(en: "issued or completed", zh: "签发或者填制日期")
    static let lastDayField = BilingualText(en: "last day", zh: "有效期至")
    static let importedField = BilingualText(en: "day of importation", zh: "进口日期")
    static let rulesField = BilingualText(en: "rules", zh: "规则")
    static let legalBasis = BilingualText(en: "basis", zh: "依据")
    static let foundField = BilingualText(en: "found", zh: "实际")
    static let expectedField = BilingualText(en: "expected", zh: "应为")
    static let placeField = BilingualText(en: "place", zh: "位置")
    static let notesHeading = BilingualText(en: "Notes", zh: "提示")
    static let seesOnlyWords = BilingualText(
        en: "The check sees what the proof says, not whether it is true: seals, signatures and goods are for people to look "
            + "at. It decides nothing for customs.",
        zh: "本核对仅针对原产地证明所载内容，不能判断其真实性；印章、签字和货物须由人工审核。核对结果不代替海关决定。")
}
