import Bilingual
import ProofRegister

/// Words of the register in the reader's language.
struct RegisterWords {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// A moment of the log as people write it, under a heading that says UTC: `2026-05-04 08:15:30`.
    static func time(_ at: String) -> String {
        at.hasSuffix("Z") ? String(at.dropLast()).replacing("T", with: " ") : at
    }

    func callAsFunction(_ text: BilingualText) -> String { text[language] }
}

extension BilingualText {
    static let register = BilingualText(en: "Register of proofs of origin", zh: "原产地证明登记簿")
    static let none = BilingualText(en: "No proof.", zh: "没有证明。")
    static let number = BilingualText(en: "Number", zh: "编号")
    static let state = BilingualText(en: "State", zh: "状态")
    static let kind = BilingualText(en: "Kind", zh: "种类")
    static let exporter = BilingualText(en: "Exporter", zh: "出口商")
    static let exportingParty = BilingualText(en: "Exporting Party", zh: "出口缔约方")
    static let importingParty = BilingualText(en: "Importing Party", zh: "进口缔约方")
    static let consignee = BilingualText(en: "Importer or consignee", zh: "进口商或收货人")
    static let authorisation = BilingualText(en: "Authorisation code", zh: "经核准出口商编号")
    static let signatory = BilingualText(en: "Signatory", zh: "签字人")
    static let drafted = BilingualText(en: "Drafted", zh: "拟稿日期")
    static let signed = BilingualText(en: "Signed", zh: "签字日期")
    static let sent = BilingualText(en: "Sent", zh: "发出日期")
    static let validUntil = BilingualText(en: "Valid until", zh: "有效期至")
    static let keepUntil = BilingualText(en: "Records kept until", zh: "记录保存至")
    static let originalProof = BilingualText(en: "Original proof", zh: "原始原产地证明")
    static let supersedes = BilingualText(en: "Takes the place of", zh: "取代")
    static let supersededBy = BilingualText(en: "Superseded by", zh: "被取代于")
    static let ruleSet = BilingualText(en: "Rule set", zh: "规则集")
    static let ruleDigest = BilingualText(en: "Digest of the rules", zh: "规则摘要")
    static let program = BilingualText(en: "Version of rcep", zh: "rcep版本")
    static let goods = BilingualText(en: "Goods", zh: "货物")
    static let history = BilingualText(en: "History", zh: "沿革")
    static let restsOn = BilingualText(en: "Rests on", zh: "依据")
    static let hsCode = BilingualText(en: "HS code", zh: "HS编码")
    static let criterion = BilingualText(en: "Criterion", zh: "原产地标准")
    static let countryOfOrigin = BilingualText(en: "Origin", zh: "原产国")
    static let quantity = BilingualText(en: "Quantity", zh: "数量")
    static let saved = BilingualText(en: "Duty saved", zh: "节省关税")
    static let description = BilingualText(en: "Description", zh: "货物描述")
    static let entry = BilingualText(en: "Entry", zh: "日志号")
    static let day = BilingualText(en: "Day", zh: "日期")
    static let recorded = BilingualText(en: "Recorded (UTC)", zh: "记录时间（UTC）")
    static let by = BilingualText(en: "By whom", zh: "操作人")
    static let why = BilingualText(en: "Why", zh: "原因")
    static let role = BilingualText(en: "Kind", zh: "类别")
    static let file = BilingualText(en: "File", zh: "文件")
    static let bytes = BilingualText(en: "Bytes", zh: "字节数")

    static func stateOf(_ proof: ProofState) -> BilingualText {
        BilingualText(en: "State: \(proof.label.english)", zh: "状态：\(proof.label.chinese)")
    }

    static func count(_ count: Int) -> BilingualText {
        BilingualText(en: count == 1 ? "1 proof" : "\(count) proofs", zh: "共\(count)份")
    }
}

extension ProofState {
    /// Alone in a cell.
    var label: BilingualText {
        switch self {
        case .draft: BilingualText(en: "draft", zh: "草稿")
        case .signed, .sent, .withdrawn, .superseded: words
        }
    }
}

extension ProofKind {
    var label: BilingualText {
        switch self {
        case .certificateOfOrigin: BilingualText(en: "Certificate of Origin", zh: "原产地证书")
        case .declarationOfOrigin: BilingualText(en: "Declaration of Origin", zh: "原产地声明")
        }
    }
}

extension Attachment.Role {
    var label: BilingualText {
        switch self {
        case .profile: BilingualText(en: "profile", zh: "出口商资料")
        case .shipment: BilingualText(en: "shipment", zh: "发运资料")
        case .dossier: BilingualText(en: "dossier", zh: "原产地资料")
        case .determination: BilingualText(en: "determination", zh: "判定")
        case .proof: BilingualText(en: "proof as data", zh: "证明数据")
        case .document: BilingualText(en: "document", zh: "文书")
        case .other: BilingualText(en: "other", zh: "其他")
        }
    }
}
