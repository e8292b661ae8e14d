import Bilingual

/// Article 3.20 and overleaf note 10: a third party may invoice, which is said in boxes 14 and 17. Nothing about it is
/// reason enough to refuse preference.
struct ReceivedInvoicing {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    func findings() -> [ProofFinding] {
        let isTicked = proof.isTicked(.thirdPartyInvoicing)
        guard let company = proof.invoicingCompany else { return isTicked ? [.noCompany] : [] }
        var findings: [ProofFinding] = isTicked ? [] : [.notTicked]
        if company.name == nil {
            findings.append(.missing(
                "invoicing.noName", .minorDiscrepancy, article: "3.20, overleaf note 10", at: .whole("/invoicingCompany/name"),
                .companyName))
        }
        if company.country == nil {
            findings.append(.missing(
                "invoicing.noCountry", .minorDiscrepancy, article: "3.20, overleaf note 10",
                at: .whole("/invoicingCompany/country"), .companyCountry))
        }
        if let name = company.name, name.uppercased() == proof.exporter?.name?.uppercased() {
            findings.append(.exporterItself(name))
        }
        return findings
    }
}

extension BilingualText {
    fileprivate static let companyName = BilingualText(en: "the name of the invoicing company", zh: "开具发票公司的名称")
    fileprivate static let companyCountry = BilingualText(en: "the country of the invoicing company", zh: "开具发票公司所在国")
}

extension ProofFinding {
    fileprivate static let noCompany = ProofFinding(
        "invoicing.noCompany", .minorDiscrepancy, article: "3.20, overleaf note 10", at: .whole("/ticks"),
        BilingualText(
            en: "Third-party invoicing is ticked, but no company is named.", zh: "勾选了第三方发票，但未填写开具发票的公司。"),
        expected: BilingualText(en: "its name and country in box 14", zh: "在第14栏填写其名称和所在国"))

    fileprivate static let notTicked = ProofFinding(
        "invoicing.notTicked", .minorDiscrepancy, article: "3.20, overleaf note 10", at: .whole("/invoicingCompany"),
        BilingualText(
            en: "A third party invoices, but third-party invoicing is not ticked in box 17.",
            zh: "发票由第三方开具，但第17栏未勾选第三方发票。"),
        expected: BilingualText(same: "thirdPartyInvoicing"))

    fileprivate static func exporterItself(_ name: String) -> ProofFinding {
        ProofFinding(
            "invoicing.exporterItself", .minorDiscrepancy, article: "3.20, overleaf note 10",
            at: .whole("/invoicingCompany/name"),
            BilingualText(en: "The invoicing company is the exporter itself.", zh: "开具发票的公司即为出口商本身。"), found: name,
            expected: BilingualText(en: "another company, or none", zh: "其他公司，或者不填"))
    }
}
