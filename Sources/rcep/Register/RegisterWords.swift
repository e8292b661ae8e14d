import Bilingual
import ProofRegister

/// Words of the register in the reader's language.
struct RegisterWords {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    func callAsFunction(_ text: BilingualText) -> String { text[language] }
}

extension BilingualText {
    static let register = BilingualText(en: "Register of proofs of origin", zh: "原产地证明登记簿")
    static let none = BilingualText(en: "No proof.", zh: "没有证明。")
    static let number = BilingualText(en: "number", zh: "编号")
    static let state = BilingualText(en: "state", zh: "状态")
    static let kind = BilingualText(en: "kind", zh: "种类")
    static let exporter = BilingualText(en: "Exporter", zh: "出口商")
    static let exportingParty = BilingualText(en: "exporting Party", zh: "出口缔约方")
    static let importingParty = BilingualText(en: "importing Party", zh: "进口缔约方")
    static let consignee = BilingualText(en: "Importer or consignee", zh: "进口商或收货人")
    static let authorisation = BilingualText(en: "Authorisation code", zh: "经核准出口商编号")
    static let signatory = BilingualText(en: "Signatory", zh: "签字人")
    static let drafted = BilingualText(en: "drafted", zh: "拟稿日期")
    static let signed = BilingualText(en: "signed", zh: "签字日期")
    static let sent = BilingualText(en: "sent", zh: "发出日期")
    static let validUntil = BilingualText(en: "valid until", zh: "有效期至")
    static let keepUntil = BilingualText(en: "records kept until", zh: "记录保存至")
    static let originalProof = BilingualText(en: "Original proof", zh: "原始原产地证明")
    static let supersedes = BilingualText(en: "Takes the place of", zh: "取代")
    static let supersededBy = BilingualText(en: "Superseded by", zh: "被取代于")
    static let ruleSet = BilingualText(en: "Rule set", zh: "规则集")
    static let ruleDigest = BilingualText(en: "Digest of the rules", zh: "规则摘要")
    static let program = BilingualText(en: "rcep version", zh: "rcep版本")
    static let goods = BilingualText(en: "goods", zh: "货物")
    static let history = BilingualText(en: "History", zh: "沿革")
    static let restsOn = BilingualText(en: "Rests on", zh: "依据")
    static let hsCode = BilingualText(en: "HS code", zh: "HS编码")
    static let criterion = BilingualText(en: "criterion", zh: "原产地标准")
    static let countryOfOrigin = BilingualText(en: "origin", zh: "原产国")
    static let quantity = BilingualText(en: "quantity", zh: "数量")
    static let saved = BilingualText(en: "duty saved", zh: "节省关税")
    static let description = BilingualText(en: "description", zh: "货物描述")
    static let entry = BilingualText(en: "entry", zh: "日志号")
    static let day = BilingualText(en: "day", zh: "日期")
    static let recorded = BilingualText(en: "recorded (UTC)", zh: "记录时间（UTC）")
    static let by = BilingualText(en: "by", zh: "操作人")
    static let why = BilingualText(en: "why", zh: "原因")
    static let role = BilingualText(en: "what", zh: "类别")
    static let file = BilingualText(en: "file", zh: "文件")
    static let bytes = BilingualText(en: "bytes", zh: "字节数")

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
