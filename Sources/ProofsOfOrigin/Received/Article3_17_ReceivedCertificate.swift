import Bilingual
import OriginModel

/// Article 3.17 and the overleaf notes: what a certificate holds beyond Annex 3B, when it may be issued after shipment,
/// and as a true copy.
struct ReceivedCertificate {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    func findings() -> [ProofFinding] {
        guard proof.kind == .certificateOfOrigin else {
            return (proof.trueCopyOf == nil ? [] : [.copyOfDeclaration])
                + (proof.isTicked(.issuedRetroactively) ? [.declarationTicked] : [])
        }
        return certification() + consignment() + retroactive() + trueCopy()
    }

    // MARK: Boxes 15 and 16

    private func certification() -> [ProofFinding] {
        // A draft says of itself that nobody has certified it.
        guard !proof.isDraft else { return [] }
        var findings: [ProofFinding] = []
        if proof.signature == nil {
            findings.append(.missing(
                "signature.missing", .minorDiscrepancy, article: "3.17", at: .whole("/signature"), .exporterSignature))
        }
        guard let certification = proof.certification else {
            return findings + [.missing(
                "certification.missing", .invalid, article: "3.17", at: .whole("/certification"), .certification)]
        }
        if certification.body == nil {
            findings.append(.missing(
                "certification.noBody", .doubt, article: "3.17", at: .whole("/certification/body"), .issuingBody))
        }
        switch certification.isSealed {
        case true?: break
        case false?: findings.append(.noSeal)
        case nil:
            findings.append(.missing("certification.seal", .doubt, article: "3.17", at: .whole("/certification/seal"), .seal))
        }
        if let issued = proof.issued, let date = certification.date, issued != date {
            findings.append(.twoDates(date, issued))
        }
        return findings
    }

    // MARK: Boxes 4 and 13

    private func consignment() -> [ProofFinding] {
        var findings: [ProofFinding] = []
        if proof.invoices.isEmpty {
            findings.append(.missing("invoice.missing", .minorDiscrepancy, at: .whole("/invoices"), .invoice))
        }
        for (index, invoice) in proof.invoices.enumerated() where invoice.number == nil || invoice.date == nil {
            findings.append(.missing(
                "invoice.incomplete", .minorDiscrepancy, at: .whole("/invoices/\(index)"),
                invoice.number == nil ? .invoiceNumber : .invoiceDate))
        }
        if proof.transport.departure == nil {
            findings.append(.missing(
                "departure.missing", .minorDiscrepancy, at: .whole("/transport/departure"), .departure))
        }
        if proof.transport.vesselOrFlight == nil {
            findings.append(.missing(
                "vessel.missing", .minorDiscrepancy, at: .whole("/transport/vesselOrFlight"), .vessel))
        }
        if proof.transport.portOfDischarge == nil {
            findings.append(.missing(
                "portOfDischarge.missing", .minorDiscrepancy, at: .whole("/transport/portOfDischarge"), .port))
        }
        return findings
    }

    // MARK: Overleaf notes 12 and 13

    private func retroactive() -> [ProofFinding] {
        guard let departure = proof.transport.departure, let completed = proof.completed else { return [] }
        let isTicked = proof.isTicked(.issuedRetroactively)
        guard departure < completed else { return isTicked ? [.tickedInTime(completed, departure)] : [] }
        let last = request.requirements.retroactiveIssue.lastDay(from: departure)
        if last < completed { return [.tooLate(completed, departure, last)] }
        return isTicked || proof.remarks(hold: "ISSUED RETROACTIVELY") ? [] : [.notMarkedRetroactive(completed, departure)]
    }

    private func trueCopy() -> [ProofFinding] {
        guard let original = proof.trueCopyOf else { return [] }
        var findings: [ProofFinding] = []
        if !proof.remarks(hold: "CERTIFIED TRUE COPY") { findings.append(.copyWithoutWords) }
        if original.number == nil || original.date == nil {
            findings.append(.missing(
                "trueCopy.incomplete", .doubt, article: "3.17, overleaf note 13", at: .whole("/trueCopyOf"), .copied))
        }
        guard let issued = original.date, let completed = proof.completed else { return findings }
        let last = request.requirements.certifiedTrueCopy.lastDay(from: issued)
        if completed < issued { findings.append(.copyBeforeOriginal(completed, issued)) }
        if last < completed { findings.append(.copyTooLate(completed, last)) }
        return findings
    }
}

extension BilingualText {
    fileprivate static let exporterSignature = BilingualText(
        en: "the exporter's or producer's signature (box 15)", zh: "出口商或者生产商的签字（第15栏）")
    fileprivate static let certification = BilingualText(
        en: "the issuing body's certification (box 16)", zh: "签证机构的证明（第16栏）")
    fileprivate static let issuingBody = BilingualText(en: "the issuing body", zh: "签证机构")
    fileprivate static let seal = BilingualText(en: "whether the issuing body has sealed it", zh: "签证机构是否盖章")
    fileprivate static let invoice = BilingualText(en: "an invoice with its number and date (box 13)", zh: "发票编号和日期（第13栏）")
    fileprivate static let invoiceNumber = BilingualText(en: "the number of the invoice", zh: "发票编号")
    fileprivate static let invoiceDate = BilingualText(en: "the date of the invoice", zh: "发票日期")
    fileprivate static let departure = BilingualText(en: "the date of departure (box 4)", zh: "启运日期（第4栏）")
    fileprivate static let vessel = BilingualText(en: "the vessel or flight (box 4)", zh: "船舶或者航班（第4栏）")
    fileprivate static let port = BilingualText(en: "the port of discharge (box 4)", zh: "卸货口岸（第4栏）")
    fileprivate static let copied = BilingualText(
        en: "the number and date of the certificate that was copied", zh: "原证书的编号和签发日期")
}

extension ProofFinding {
    fileprivate static let noSeal = ProofFinding(
        "certification.noSeal", .invalid, article: "3.17", at: .whole("/certification/seal"),
        BilingualText(en: "The issuing body has not sealed the certificate.", zh: "签证机构未在原产地证书上盖章。"),
        found: "false", expected: BilingualText(en: "its seal", zh: "签证机构印章"))

    fileprivate static func twoDates(_ certified: CalendarDate, _ issued: CalendarDate) -> ProofFinding {
        ProofFinding(
            "issued.twoDates", .minorDiscrepancy, article: "3.17", at: .whole("/certification/date"),
            BilingualText(
                en: "The certification is of another day than the issue; the day of issue counts.",
                zh: "证明日期与签发日期不一致，以签发日期为准。"),
            found: "\(certified)", expected: BilingualText(same: "\(issued)"))
    }

    fileprivate static func tickedInTime(_ completed: CalendarDate, _ departure: CalendarDate) -> ProofFinding {
        ProofFinding(
            "retroactive.needless", .minorDiscrepancy, article: "3.17, overleaf note 12", at: .whole("/ticks"),
            BilingualText(
                en: "ISSUED RETROACTIVELY is ticked, but the certificate is not later than the departure of the goods.",
                zh: "勾选了ISSUED RETROACTIVELY，但证书签发日期不晚于货物启运日期。"),
            found: "\(completed)", expected: BilingualText(en: "after \(departure)", zh: "晚于\(departure)"))
    }

    fileprivate static func tooLate(
        _ completed: CalendarDate, _ departure: CalendarDate, _ last: CalendarDate
    ) -> ProofFinding {
        ProofFinding(
            "retroactive.tooLate", .invalid, article: "3.17, overleaf note 12", at: .whole("/issued"),
            BilingualText(
                en: "The certificate was issued more than one year after the goods left on \(departure).",
                zh: "证书签发日期距货物启运日期\(departure)已超过一年。"),
            found: "\(completed)", expected: BilingualText(en: "\(last) at the latest", zh: "不晚于\(last)"))
    }

    fileprivate static func notMarkedRetroactive(_ completed: CalendarDate, _ departure: CalendarDate) -> ProofFinding {
        ProofFinding(
            "retroactive.notMarked", .doubt, article: "3.17, overleaf note 12", at: .whole("/ticks"),
            BilingualText(
                en: "The certificate was issued on \(completed), after the goods left on \(departure), and does not say so.",
                zh: "证书于\(completed)签发，晚于货物启运日期\(departure)，但未注明补发。"),
            expected: BilingualText(same: "ISSUED RETROACTIVELY"))
    }

    fileprivate static let copyWithoutWords = ProofFinding(
        "trueCopy.notMarked", .minorDiscrepancy, article: "3.17, overleaf note 13", at: .whole("/remarks"),
        BilingualText(
            en: "A certified true copy bears these words and the date in box 14.", zh: "经认证的真实副本应在第14栏注明相应字样和日期。"),
        expected: BilingualText(same: "CERTIFIED TRUE COPY"))

    fileprivate static func copyBeforeOriginal(_ completed: CalendarDate, _ issued: CalendarDate) -> ProofFinding {
        ProofFinding(
            "trueCopy.beforeOriginal", .doubt, article: "3.17, overleaf note 13", at: .whole("/trueCopyOf"),
            BilingualText(en: "The copy is older than the certificate it is of.", zh: "副本的签发日期早于原证书。"),
            found: "\(completed)", expected: BilingualText(en: "\(issued) or later", zh: "不早于\(issued)"))
    }

    fileprivate static func copyTooLate(_ completed: CalendarDate, _ last: CalendarDate) -> ProofFinding {
        ProofFinding(
            "trueCopy.tooLate", .invalid, article: "3.17, overleaf note 13", at: .whole("/issued"),
            BilingualText(
                en: "The true copy was issued more than one year after the certificate it is of.",
                zh: "真实副本的签发日期距原证书签发日期已超过一年。"),
            found: "\(completed)", expected: BilingualText(en: "\(last) at the latest", zh: "不晚于\(last)"))
    }

    fileprivate static let copyOfDeclaration = ProofFinding(
        "trueCopy.declaration", .doubt, article: "3.17", at: .whole("/trueCopyOf"),
        BilingualText(
            en: "Certified true copies are made of certificates, not of declarations.",
            zh: "经认证的真实副本仅适用于原产地证书，不适用于原产地声明。"))

    fileprivate static let declarationTicked = ProofFinding(
        "retroactive.declaration", .minorDiscrepancy, article: "3.17, overleaf note 12", at: .whole("/ticks"),
        BilingualText(
            en: "ISSUED RETROACTIVELY is said of certificates, not of declarations.",
            zh: "ISSUED RETROACTIVELY仅适用于原产地证书，不适用于原产地声明。"),
        found: "issuedRetroactively")
}
