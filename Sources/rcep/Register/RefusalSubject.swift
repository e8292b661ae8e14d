import Bilingual

/// What a reason against a draft is about, by `Utilisation`: the part of its code before the point, or a verdict.
enum RefusalSubject {
    /// The subject itself where it has no words.
    static func words(_ subject: String) -> BilingualText { known[subject] ?? BilingualText(same: subject) }

    private static let known: [String: BilingualText] = [
        "assumption": .init(en: "determination rests on assumptions", zh: "判定依据了假定"),
        "authorisation": .init(en: "authorisation of the approved exporter", zh: "经核准出口商资格"),
        "consignee": .init(en: "importer or consignee", zh: "进口商或者收货人"),
        "countryOfOrigin": .init(en: "RCEP country of origin", zh: "RCEP原产国"),
        "criterion": .init(en: "criterion not settled", zh: "原产地标准未确定"),
        "departure": .init(en: "day of departure", zh: "离港日期"),
        "determination": .init(en: "determined for another day", zh: "判定日期不符"),
        "dossier": .init(en: "no dossier", zh: "缺少资料"),
        "exporter": .init(en: "exporter in another Party", zh: "出口商不在出口缔约方"),
        "exportingParty": .init(en: "exporting Party", zh: "出口缔约方"),
        "fact": .init(en: "facts missing", zh: "缺少事实"),
        "fob": .init(en: "FOB value", zh: "离岸价格"),
        "good": .init(en: "good not on file", zh: "货物未备案"),
        "hsCode": .init(en: "HS code", zh: "HS编码"),
        "importingParty": .init(en: "importing Party", zh: "进口缔约方"),
        "invoice": .init(en: "invoice", zh: "发票"),
        "items": .init(en: "no goods stated", zh: "未列货物"),
        "language": .init(en: "not in English", zh: "未用英文填写"),
        "original": .init(en: "original proof (back-to-back)", zh: "原始原产地证明（背对背）"),
        "party": .init(en: "not a Party, or not yet in force", zh: "非缔约方或者协定尚未生效"),
        "quantity": .init(en: "quantity", zh: "数量"),
        "retroactive": .init(en: "issued after shipment", zh: "装运后补发"),
        "route": .init(en: "direct consignment", zh: "直接运输"),
        "signatory": .init(en: "signatory", zh: "签字人"),
        "trueCopy": .init(en: "certified true copy", zh: "经认证的真实副本"),
        "verdict.notOnEvidence": .init(en: "evidence of origin lacking or expired", zh: "缺少有效的原产证明文件"),
        "verdict.notOriginating": .init(en: "does not originate", zh: "不具备原产资格"),
        "verdict.undetermined": .init(en: "undetermined: facts missing", zh: "无法确定（缺少事实）"),
    ]
}
