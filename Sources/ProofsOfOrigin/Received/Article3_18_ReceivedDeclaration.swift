import Bilingual

/// Articles 3.18 and 3.21: what a declaration holds beyond the data of the goods.
struct ReceivedDeclaration {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    func findings() -> [ProofFinding] {
        switch proof.kind {
        case .certificateOfOrigin?, nil: []
        case .declarationOfOrigin?: authorisation() + signature()
        case .declarationByExporterOrProducer?, .declarationByImporter?: signature()
        }
    }

    private func authorisation() -> [ProofFinding] {
        proof.authorisationCode == nil
            ? [.missing(
                "authorisationCode.missing", .invalid, article: "3.18.1(a), 3.21", at: .whole("/authorisationCode"),
                .authorisationCode)] : []
    }

    private func signature() -> [ProofFinding] {
        // A draft says of itself that nobody has signed it.
        guard !proof.isDraft else { return [] }
        guard let name = proof.signature?.name else {
            return [.missing("signature.missing", .invalid, article: "3.18.2", at: .whole("/signature"), .signature)]
        }
        var findings: [ProofFinding] = []
        if let signatory = proof.signatory, signatory.uppercased() != name.uppercased() {
            findings.append(.otherSignatory(name, signatory))
        }
        if proof.signature?.date == nil {
            findings.append(.missing(
                "signature.noDate", .minorDiscrepancy, article: "3.18.2", at: .whole("/signature/date"), .signatureDate))
        } else if let issued = proof.issued, let date = proof.signature?.date, issued != date {
            findings.append(.signedOn("\(date)", issued: "\(issued)"))
        }
        return findings
    }
}

extension BilingualText {
    fileprivate static let authorisationCode = BilingualText(
        en: "the authorisation code of the approved exporter", zh: "经核准出口商编码")
    fileprivate static let signature = BilingualText(
        en: "the name and signature of the certifying person", zh: "声明人的姓名和签字")
    fileprivate static let signatureDate = BilingualText(en: "the day of signing", zh: "签字日期")
}

extension ProofFinding {
    fileprivate static func otherSignatory(_ name: String, _ signatory: String) -> ProofFinding {
        ProofFinding(
            "signature.otherPerson", .minorDiscrepancy, article: "3.18.2", at: .whole("/signature/name"),
            BilingualText(
                en: "Another person has signed than the declaration names as signatory.", zh: "签字人与声明所列签字人不一致。"),
            found: name, expected: BilingualText(same: signatory))
    }

    fileprivate static func signedOn(_ date: String, issued: String) -> ProofFinding {
        ProofFinding(
            "signature.otherDate", .minorDiscrepancy, article: "3.18.2", at: .whole("/signature/date"),
            BilingualText(
                en: "The day of signing is another than that of completion; the latter counts.",
                zh: "签字日期与填制日期不一致，以填制日期为准。"),
            found: date, expected: BilingualText(same: issued))
    }
}
