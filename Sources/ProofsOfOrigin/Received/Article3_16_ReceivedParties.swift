import Bilingual
import OriginDetermination
import OriginModel
import OriginRules

/// Article 3.16: a proof is for goods sent from one Party to another, both of them bound by the Agreement on the day.
struct ReceivedParties {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    func findings() -> [ProofFinding] {
        var findings = party(proof.exportingParty, known: proof.exporting, "exportingParty", .exportingParty)
        findings += party(proof.importingParty, known: proof.importing, "importingParty", .importingParty)
        if let exporting = proof.exporting, exporting == proof.importing { findings.append(.same(exporting)) }
        if let exporting = proof.exporting, let country = proof.exporter?.country, country != exporting.description {
            findings.append(.exporterElsewhere(country, exporting))
        }
        if let importing = proof.importing, let country = proof.consignee?.country, country != importing.description {
            findings.append(.consigneeElsewhere(country, importing))
        }
        return findings
    }

    /// What the Agreement's entry into force is subject to for a Party.
    func notes() -> [Note] {
        [proof.exporting, proof.importing].compactMap { code in
            guard let code, let party = request.law.agreement.party(code), let note = party.note else { return nil }
            return Note(
                code: "party.note",
                message: BilingualText(
                    en: "\(party.name.english): \(note.english).", zh: "\(party.name.chinese)：\(note.chinese)。"))
        }
    }

    private func party(
        _ stated: String?, known: CountryCode?, _ member: String, _ role: BilingualText
    ) -> [ProofFinding] {
        let place = ProofPlace.whole("/\(member)")
        var findings: [ProofFinding] = []
        if stated == nil {
            findings.append(.missing(
                "\(member).missing", known == nil ? .doubt : .minorDiscrepancy, article: "3.16", at: place, role))
        }
        guard let written = stated ?? known?.description else { return findings }
        guard let party = CountryCode(written).flatMap(request.law.agreement.party) else {
            return findings + [.notAParty(written, "\(member).notAParty", role, at: place)]
        }
        if request.date < party.inForce { findings.append(.notInForce(party, "\(member).notInForce", request.date, at: place)) }
        return findings
    }
}

extension BilingualText {
    fileprivate static let exportingParty = BilingualText(en: "the exporting Party", zh: "出口缔约方")
    fileprivate static let importingParty = BilingualText(en: "the importing Party", zh: "进口缔约方")
}

extension ProofFinding {
    fileprivate static func notAParty(
        _ written: String, _ code: String, _ role: BilingualText, at place: ProofPlace
    ) -> ProofFinding {
        ProofFinding(
            code, .invalid, article: "3.16", at: place,
            BilingualText(
                en: "What is stated as \(role.english) is no Party to the Agreement.", zh: "所填\(role.chinese)不是协定缔约方。"),
            found: written, expected: BilingualText(en: "the code of a Party, such as CN", zh: "缔约方代码，例如CN"))
    }

    fileprivate static func notInForce(
        _ party: Party, _ code: String, _ date: CalendarDate, at place: ProofPlace
    ) -> ProofFinding {
        ProofFinding(
            code, .invalid, article: "3.16, 3.30", at: place,
            BilingualText(
                en: "The Agreement was not yet in force for \(party.name.english) on the day of importation.",
                zh: "进口当日协定尚未对\(party.name.chinese)生效。"),
            found: "\(date)",
            expected: BilingualText(
                en: "\(party.inForce) or later; goods in transit on that day have 180 days",
                zh: "不早于\(party.inForce)；当日在途货物有180天期限"))
    }

    fileprivate static func same(_ party: CountryCode) -> ProofFinding {
        ProofFinding(
            "importingParty.same", .invalid, article: "3.16", at: .whole("/importingParty"),
            BilingualText(
                en: "The exporting and the importing Party are the same.", zh: "出口缔约方与进口缔约方相同。"),
            found: "\(party)", expected: BilingualText(en: "two Parties", zh: "两个不同的缔约方"))
    }

    fileprivate static func exporterElsewhere(_ country: String, _ exporting: CountryCode) -> ProofFinding {
        ProofFinding(
            "exporter.elsewhere", .doubt, article: "3.16", at: .whole("/exporter/country"),
            BilingualText(
                en: "The exporter is not in the exporting Party; a firm elsewhere may invoice, but not export.",
                zh: "出口商不在出口缔约方境内；其他国家的公司可以开具发票，但不能作为出口商。"),
            found: country, expected: BilingualText(same: exporting.description))
    }

    fileprivate static func consigneeElsewhere(_ country: String, _ importing: CountryCode) -> ProofFinding {
        ProofFinding(
            "consignee.elsewhere", .minorDiscrepancy, article: "3.26", at: .whole("/consignee/country"),
            BilingualText(
                en: "The importer or consignee is not in the importing Party.", zh: "进口商或者收货人不在进口缔约方境内。"),
            found: country, expected: BilingualText(same: importing.description))
    }
}
