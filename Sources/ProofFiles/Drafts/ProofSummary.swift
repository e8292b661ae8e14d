import Bilingual
import OriginModel
import ProofsOfOrigin
import Reporting

/// What was drafted, for whoever drafted it, in the reader's language.
public struct ProofSummary: Sendable {
    private let draft: ProofDraft
    private let context: ReportContext

    public init(_ draft: ProofDraft, _ context: ReportContext) {
        self.draft = draft
        self.context = context
    }

    private var language: Language { context.language }

    public func document() -> ReportDocument {
        let kind = draft.kind.name
        let number = draft.number.map { BilingualText(same: $0) } ?? BilingualText(en: "no number", zh: "未编号")
        let title = BilingualText(
            en: "DRAFT \(kind.english), \(number.english)", zh: "\(kind.chinese)草稿，\(number.chinese)")
        var blocks: [ReportDocument.Block] = [.fields(fields), .table(goods)]
        if !draft.remarks.isEmpty { blocks += [.heading(word(en: "Remarks", zh: "备注")), .list(draft.remarks)] }
        if !draft.notes.isEmpty {
            blocks += [.heading(word(en: "Before it is signed", zh: "签署前须知")), .list(draft.notes.map { $0[language] })]
        }
        return ReportDocument(title: title[language], subtitle: word(
            en: "Not a proof of origin until a person has signed it.", zh: "经签署后方为原产地证明。"), blocks: blocks)
    }

    private func word(en: String, zh: String) -> String { BilingualText(en: en, zh: zh)[language] }

    private func country(_ code: CountryCode) -> String { context.partyName(code)?[language] ?? "\(code)" }

    private var fields: [ReportDocument.Field] {
        var fields = [
            field(en: "Exporter", zh: "出口商", draft.exporter.name),
            field(en: "From, to", zh: "出口方、进口方", "\(country(draft.exportingParty)) → \(country(draft.importingParty))"),
        ]
        if let code = draft.authorisationCode { fields.append(field(en: "Approved exporter", zh: "经核准出口商编码", code)) }
        if let signatory = draft.signatory { fields.append(field(en: "To be signed by", zh: "拟签字人", signatory.name)) }
        if let consignee = draft.shipment.consignee { fields.append(field(en: "Consignee", zh: "收货人", consignee.name)) }
        fields.append(field(en: "Producer", zh: "生产商", producer))
        fields.append(field(en: "Drafted", zh: "拟稿日期", "\(draft.drafted)"))
        fields.append(field(en: "Valid until", zh: "有效期至", "\(draft.validUntil)"))
        return fields
    }

    private func field(en: String, zh: String, _ value: String) -> ReportDocument.Field {
        ReportDocument.Field(word(en: en, zh: zh), value)
    }

    private var producer: String {
        switch draft.producerBox {
        case .named(let producer): producer.name
        case .seeBox8, .confidential, .notAvailable: draft.producerBox.words ?? ""
        }
    }

    private var goods: ReportDocument.Table {
        let titles = [
            word(en: "Item", zh: "项"), word(en: "Good", zh: "货物"), word(en: "HS code", zh: "HS编码"),
            word(en: "Criterion", zh: "原产地标准"), word(en: "RCEP country of origin", zh: "RCEP原产国"),
            word(en: "Quantity", zh: "数量"), "FOB",
        ]
        return ReportDocument.Table(
            columns: titles.enumerated().map { .init($0.element, isFlexible: $0.offset == 1) },
            rows: draft.items.map { item in
                [
                    "\(item.number)", item.description, item.hsCode.printed, item.criterionCode,
                    item.countryOfOrigin.description, "\(item.quantity.amount.description) \(item.quantity.unit)",
                    item.fob?.description ?? "",
                ]
            })
    }
}

extension ProofDraft.Kind {
    /// As the two proofs are called.
    public var name: BilingualText {
        switch self {
        case .certificateOfOrigin: BilingualText(en: "Certificate of Origin", zh: "原产地证书")
        case .declarationOfOrigin: BilingualText(en: "Declaration of Origin", zh: "原产地声明")
        }
    }
}
