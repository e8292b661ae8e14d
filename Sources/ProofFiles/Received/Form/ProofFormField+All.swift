import ProofsOfOrigin

/// Every field of the form, in the order of the boxes of Form RCEP.
extension ProofFormField {
    private static let certificates: Set<ReceivedProof.Kind> = [.certificateOfOrigin]
    private static let declarations: Set<ReceivedProof.Kind> = [
        .declarationOfOrigin, .declarationByExporterOrProducer, .declarationByImporter,
    ]

    static let ofProof: [ProofFormField] =
        [
            ProofFormField("kind", .kind, en: "kind of proof", zh: "证明种类", meaning: (
                "Which of these it is", "下列之一")),
            ProofFormField("state", .draft, en: "draft", zh: "草稿", meaning: (
                "yes where the proof itself says that it is a draft, else no", "证明本身注明为草稿时填“是”，否则填“否”")),
            ProofFormField("number", en: "number", zh: "编号", meaning: (
                "The number of the proof", "证明的编号")),
            ProofFormField("issued", en: "issued on", zh: "签发日期", meaning: (
                "The day of issue or completion, as 2026-03-02", "签发或者填制日期，写作 2026-03-02")),
            ProofFormField("validUntil", en: "valid until", zh: "有效期至", meaning: (
                "The last day, if the proof states it, as 2027-03-02", "证明载明的截止日期，写作 2027-03-02")),
        ]
        + firm("exporter", en: "exporter", zh: "出口商", box: 1)
        + [
            ProofFormField("authorisationCode", en: "authorisation code", zh: "经核准出口商编码", meaning: (
                "The code of the approved exporter (Article 3.18.1(a))", "经核准出口商的编码（第3.18条第1款(a)项）"),
                of: declarations),
            ProofFormField("signatory.name", en: "signatory", zh: "签署人", meaning: (
                "The person named on the declaration as the one who signs", "声明上载明的签署人姓名"), of: declarations),
        ]
        + firm("consignee", en: "consignee", zh: "收货人", box: 2)
        + producer(meaning: ("Box 3", "第3栏"))
        + [
            ProofFormField("transport.departure", en: "departure", zh: "启运日期", meaning: (
                "Box 4. The day of departure, as 2026-03-04", "第4栏。启运日期，写作 2026-03-04")),
            ProofFormField("transport.vesselOrFlight", en: "vessel or flight", zh: "船舶或者航班", meaning: (
                "Box 4. The vessel's name or the flight number", "第4栏。船名航次或者航班号")),
            ProofFormField("transport.portOfDischarge", en: "port of discharge", zh: "卸货口岸", meaning: (
                "Box 4. The port of discharge", "第4栏。卸货口岸")),
            ProofFormField("exportingParty", en: "exporting Party", zh: "出口缔约方", meaning: (
                "Two letters of ISO 3166, as CN", "ISO 3166 两位字母代码，写作 CN")),
            ProofFormField("importingParty", en: "importing Party", zh: "进口缔约方", meaning: (
                "Box 5. Two letters of ISO 3166, as VN", "第5栏。ISO 3166 两位字母代码，写作 VN")),
            ProofFormField("remarks", .remark, en: "remark", zh: "备注", meaning: (
                "Box 14. One remark on a line; repeat the line for more", "第14栏。每行一项，多项时重复本行")),
            ProofFormField("signature.name", en: "signed by", zh: "签字人", meaning: (
                "Box 15. Whose signature it bears", "第15栏。签字人姓名")),
            ProofFormField("signature.date", en: "signed on", zh: "签字日期", meaning: (
                "Box 15. The day of the signature, as 2026-03-01", "第15栏。签字日期，写作 2026-03-01")),
            ProofFormField("certification.body", en: "issuing body", zh: "签证机构", meaning: (
                "Box 16. Who issued the certificate", "第16栏。签发证书的机构"), of: certificates),
            ProofFormField("certification.date", en: "certified on", zh: "证明日期", meaning: (
                "Box 16. The day of the certification, as 2026-03-02", "第16栏。证明日期，写作 2026-03-02"),
                of: certificates),
            ProofFormField("certification.seal", .yesOrNo, en: "seal", zh: "印章", meaning: (
                "Box 16. yes where it is sealed, no where it is not", "第16栏。已盖章填“是”，未盖章填“否”"),
                of: certificates),
            ProofFormField("ticks", .tick(.backToBack), en: "back-to-back", zh: "背对背", meaning: (
                "Box 17. yes where the box is ticked, else no", "第17栏。已勾选填“是”，否则填“否”")),
            ProofFormField("ticks", .tick(.thirdPartyInvoicing), en: "third-party invoicing", zh: "第三方发票", meaning: (
                "Box 17. yes where the box is ticked, else no", "第17栏。已勾选填“是”，否则填“否”")),
            ProofFormField("ticks", .tick(.issuedRetroactively), en: "issued retroactively", zh: "补发", meaning: (
                "Box 17. yes where the box is ticked, else no", "第17栏。已勾选填“是”，否则填“否”"), of: certificates),
            ProofFormField("invoicingCompany.name", en: "invoicing company", zh: "开票公司名称", meaning: (
                "Only with third-party invoicing (Article 3.20): the company's name", "仅限第三方发票（第3.20条）：公司名称")),
            ProofFormField("invoicingCompany.country", en: "invoicing company's country", zh: "开票公司国家", meaning: (
                "Its country, two letters of ISO 3166, as SG", "公司所在国家（地区），ISO 3166 两位字母代码，写作 SG")),
            ProofFormField("trueCopyOf.number", en: "true copy of", zh: "原证书编号", meaning: (
                "Only for a certified true copy (Article 3.17): the number of the certificate that was copied",
                "仅限经认证的真实副本（第3.17条）：原证书的编号"), of: certificates),
            ProofFormField("trueCopyOf.issued", en: "true copy of a certificate issued on", zh: "原证书签发日期", meaning: (
                "The day that certificate was issued, as 2026-01-20", "原证书的签发日期，写作 2026-01-20"), of: certificates),
        ]

    static let ofInvoice = [
        ProofFormField("number", en: "invoice number", zh: "发票编号", meaning: ("The number of the invoice", "发票编号")),
        ProofFormField("date", en: "invoice date", zh: "发票日期", meaning: (
            "The date of the invoice, as 2026-02-26", "发票日期，写作 2026-02-26")),
    ]

    static let ofGood: [ProofFormField] =
        [
            ProofFormField("number", en: "item number", zh: "项目号", meaning: ("Box 6. 1, 2 ...", "第6栏。1、2……")),
            ProofFormField("good", en: "good", zh: "货物代号", meaning: (
                "What other papers know it by, to find it in an original proof; may be left blank",
                "其他资料中所用的货物代号，用于与原始证明对应；可留空")),
            ProofFormField("description", en: "description", zh: "货物名称", meaning: (
                "Box 8. The description of the good, in English", "第8栏。货物的英文名称")),
            ProofFormField("hsCode", en: "HS code", zh: "HS编码", meaning: (
                "Box 9. Six digits, as 8711.20", "第9栏。六位编码，写作 8711.20")),
            ProofFormField("hsEdition", en: "HS edition", zh: "HS版本", meaning: (
                "2012, 2017 or 2022; may be left blank", "2012、2017或者2022；可留空")),
            ProofFormField("criterion", en: "criterion", zh: "原产地标准", meaning: (
                "Box 10. WO, PE, CTC, RVC or CR", "第10栏。WO、PE、CTC、RVC或者CR")),
            ProofFormField("supplements", .list, en: "supplements", zh: "附加标注", meaning: (
                "Box 10. ACU, DMI, or both with a comma between them", "第10栏。ACU、DMI，两者都有时以逗号分隔")),
            ProofFormField("countryOfOrigin.party", en: "country of origin", zh: "RCEP原产国", meaning: (
                "Box 11. Two letters of ISO 3166, as CN", "第11栏。ISO 3166 两位字母代码，写作 CN")),
            ProofFormField("countryOfOrigin.mark", en: "mark of the country of origin", zh: "原产国标注", meaning: (
                "Box 11. * or ** where it stands there (Article 2.6.6)", "第11栏。所载的*或者**（第2.6条第6款）")),
            ProofFormField("quantity.amount", en: "quantity", zh: "数量", meaning: (
                "Box 12. The quantity, as 1200.5", "第12栏。数量，写作 1200.5")),
            ProofFormField("quantity.unit", en: "unit", zh: "计量单位", meaning: ("Box 12. Its unit, as pcs or kg", "第12栏。计量单位，写作 pcs 或者 kg")),
            ProofFormField("grossWeightKg", en: "gross weight in kg", zh: "毛重（千克）", meaning: (
                "Box 12. The gross weight, where it stands there", "第12栏。所载的毛重")),
            ProofFormField("fob.amount", en: "FOB value", zh: "离岸价格", meaning: (
                "Box 12. Only with RVC: the value, as 98400.00", "第12栏。仅限RVC标准：价格，写作 98400.00")),
            ProofFormField("fob.currency", en: "FOB currency", zh: "离岸价格币种", meaning: (
                "Box 12. Its currency, as USD", "第12栏。币种，写作 USD")),
        ] + producer(meaning: ("Box 8. Only where box 3 says SEE BOX 8", "第8栏。仅限第3栏填写SEE BOX 8时"))

    static let ofOriginal = [
        ProofFormField("kind", .kind, en: "kind of proof", zh: "证明种类", meaning: (
            "Which kind it is; the words are those above", "证明的种类，用词同上")),
        ProofFormField("number", en: "number", zh: "编号", meaning: ("Its number", "其编号")),
        ProofFormField("issued", en: "issued on", zh: "签发日期", meaning: (
            "Its day of issue or completion, as 2026-01-20", "签发或者填制日期，写作 2026-01-20")),
        ProofFormField("validUntil", en: "valid until", zh: "有效期至", meaning: (
            "Its last day, as 2027-01-20", "截止日期，写作 2027-01-20")),
        ProofFormField("exportingParty", en: "exporting Party", zh: "出口缔约方", meaning: (
            "The first exporting Party, as TH", "首个出口缔约方，写作 TH")),
        ProofFormField("countryOfOrigin", en: "country of origin", zh: "RCEP原产国", meaning: (
            "The RCEP country of origin it states, as TH", "所载的RCEP原产国，写作 TH")),
        ProofFormField("authorisationCode", en: "authorisation code", zh: "经核准出口商编码", meaning: (
            "Of a declaration of an approved exporter", "仅限经核准出口商的原产地声明")),
    ]

    private static func firm(_ path: String, en: String, zh: String, box: Int) -> [ProofFormField] {
        [
            ProofFormField("\(path).name", en: "\(en) name", zh: "\(zh)名称", meaning: (
                "Box \(box). The name, in English", "第\(box)栏。英文名称")),
            ProofFormField("\(path).address", en: "\(en) address", zh: "\(zh)地址", meaning: (
                "Box \(box). The address, in English", "第\(box)栏。英文地址")),
            ProofFormField("\(path).country", en: "\(en) country", zh: "\(zh)国家", meaning: (
                "Box \(box). Two letters of ISO 3166, as CN", "第\(box)栏。ISO 3166 两位字母代码，写作 CN")),
        ]
    }

    /// The words that stand for a producer, or the producer.
    private static func producer(meaning: (en: String, zh: String)) -> [ProofFormField] {
        [
            ProofFormField("producer", en: "producer", zh: "生产商", meaning: (
                "\(meaning.en). SEE BOX 8, CONFIDENTIAL or NOT AVAILABLE; where the producer is named, use the next lines",
                "\(meaning.zh)。SEE BOX 8、CONFIDENTIAL或者NOT AVAILABLE；载明生产商的，改填以下各行")),
            ProofFormField("producer.name", en: "producer name", zh: "生产商名称", meaning: (
                "\(meaning.en). The name, in English", "\(meaning.zh)。英文名称")),
            ProofFormField("producer.address", en: "producer address", zh: "生产商地址", meaning: (
                "\(meaning.en). The address, in English", "\(meaning.zh)。英文地址")),
            ProofFormField("producer.country", en: "producer country", zh: "生产商国家", meaning: (
                "\(meaning.en). Two letters of ISO 3166, as CN", "\(meaning.zh)。ISO 3166 两位字母代码，写作 CN")),
        ]
    }
}
