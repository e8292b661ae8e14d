import Bilingual
import OriginModel

/// Article 3.17 and the overleaf notes: what a certificate asks beyond Annex 3B, and what stands in boxes 14 and 17 of
/// both kinds of proof.
struct CertificateOfOrigin {
    let request: ProofRequest

    init(_ request: ProofRequest) {
        self.request = request
    }

    private var shipment: Shipment { request.shipment }
    private var isCertificate: Bool { request.kind == .certificateOfOrigin }

    func refusals() -> [Refusal] {
        guard isCertificate else { return shipment.trueCopyOf == nil ? [] : [.copyOfDeclaration] }
        return (shipment.invoices.isEmpty ? [.noInvoice] : []) + retroactive() + trueCopy()
    }

    /// A true copy says what its original says, so the day the original was issued is the one that counts.
    private var issued: CalendarDate { min(shipment.trueCopyOf?.issued ?? request.date, request.date) }

    /// Whether the goods left before the certificate (note 12).
    private var isAfterShipment: Bool { shipment.transport.departure.map { $0 < issued } ?? false }

    private func retroactive() -> [Refusal] {
        guard let departure = shipment.transport.departure else {
            return shipment.lateBecause == nil ? [] : [.noDeparture]
        }
        guard isAfterShipment else { return [] }
        let period = request.requirements.retroactiveIssue
        let last = period.lastDay(from: departure)
        var refusals: [Refusal] = []
        if last < issued { refusals.append(.tooLate(departure, last)) }
        if shipment.lateBecause == nil { refusals.append(.noCause(departure)) }
        return refusals
    }

    private func trueCopy() -> [Refusal] {
        guard let original = shipment.trueCopyOf else { return [] }
        let last = request.requirements.certifiedTrueCopy.lastDay(from: original.issued)
        if request.date < original.issued { return [.copyBeforeOriginal(original)] }
        return last < request.date ? [.copyTooLate(original, last)] : []
    }

    // MARK: Boxes

    /// Box 17.
    var ticks: Set<ProofDraft.Tick> {
        var ticks: Set<ProofDraft.Tick> = []
        if shipment.originalProof != nil { ticks.insert(.backToBack) }
        if shipment.invoicingCompany != nil { ticks.insert(.thirdPartyInvoicing) }
        if isCertificate, isAfterShipment { ticks.insert(.issuedRetroactively) }
        return ticks
    }

    /// Box 14, in English.
    var remarks: [String] {
        var remarks: [String] = []
        if let company = shipment.invoicingCompany {
            remarks.append("Third-party invoicing: \(company.name), \(company.country)")
        }
        if let original = shipment.originalProof { remarks.append(BackToBackProof(original, request).remark) }
        if isCertificate, isAfterShipment { remarks.append("ISSUED RETROACTIVELY") }
        if let original = shipment.trueCopyOf {
            remarks.append("CERTIFIED TRUE COPY of \(original.number), issued on \(original.issued)")
        }
        return remarks + shipment.remarks
    }
}

extension Refusal {
    fileprivate static let noInvoice = Refusal(
        "invoice.missing", article: "Annex 3B",
        reason: BilingualText(
            en: "A certificate states the number and date of the invoice (box 13), and none is given.",
            zh: "原产地证书须填写发票编号和日期（第13栏），但未提供。"),
        cure: BilingualText(en: "State invoices in the shipment.", zh: "在运输资料中填写invoices。"))

    fileprivate static let noDeparture = Refusal(
        "departure.missing", article: "3.17",
        reason: BilingualText(
            en: "Issue after shipment is asked for, but the date of departure is not stated.",
            zh: "申请补发证书，但未填写启运日期。"),
        cure: BilingualText(en: "State transport.departure.", zh: "填写transport.departure。"))

    fileprivate static let copyOfDeclaration = Refusal(
        "trueCopy.declaration", article: "3.17",
        reason: BilingualText(
            en: "Certified true copies are made of certificates, not of declarations.", zh: "经认证的真实副本仅适用于原产地证书，不适用于原产地声明。"),
        cure: BilingualText(
            en: "Leave trueCopyOf out, or draft a certificate.", zh: "删除trueCopyOf，或者改为拟制原产地证书。"))

    fileprivate static func tooLate(_ departure: CalendarDate, _ last: CalendarDate) -> Refusal {
        Refusal(
            "retroactive.tooLate", article: "3.17",
            reason: BilingualText(
                en: "The goods left on \(departure); a certificate could be issued until \(last).",
                zh: "货物于\(departure)启运，可补发证书的最后日期为\(last)。"),
            cure: BilingualText(
                en: "None: the year after shipment is over.", zh: "无法补救：已超过装运之日起一年。"))
    }

    fileprivate static func noCause(_ departure: CalendarDate) -> Refusal {
        Refusal(
            "retroactive.noCause", article: "3.17",
            reason: BilingualText(
                en: "The goods left on \(departure), before the certificate; it may be issued afterwards only for a valid cause.",
                zh: "货物已于\(departure)启运，早于证书；仅因合理原因方可补发。"),
            cure: BilingualText(en: "State the cause as lateBecause.", zh: "在lateBecause中填写原因。"))
    }

    fileprivate static func copyBeforeOriginal(_ original: Shipment.OriginalCertificate) -> Refusal {
        Refusal(
            "trueCopy.beforeOriginal", article: "3.17",
            reason: BilingualText(
                en: "The original \(original.number) is dated \(original.issued), after the day of the copy.",
                zh: "原证书\(original.number)的签发日期\(original.issued)晚于副本日期。"),
            cure: BilingualText(en: "Correct the date of the original.", zh: "更正原证书的签发日期。"))
    }

    fileprivate static func copyTooLate(_ original: Shipment.OriginalCertificate, _ last: CalendarDate) -> Refusal {
        Refusal(
            "trueCopy.tooLate", article: "3.17",
            reason: BilingualText(
                en: "A true copy of \(original.number) could be issued until \(last).",
                zh: "\(original.number)的真实副本最迟可于\(last)签发。"),
            cure: BilingualText(
                en: "None: the year after the original is over.", zh: "无法补救：已超过原证书签发之日起一年。"))
    }
}
