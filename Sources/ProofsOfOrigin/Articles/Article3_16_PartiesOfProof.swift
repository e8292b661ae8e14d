import Bilingual
import OriginModel
import OriginRules

/// Article 3.16: a proof is for goods that go from one Party to another, and both are bound by the Agreement on the day.
struct PartiesOfProof {
    let request: ProofRequest

    init(_ request: ProofRequest) {
        self.request = request
    }

    func refusals() -> [Refusal] {
        var roles: [(CountryCode, BilingualText)] = [
            (request.exportingParty, BilingualText(en: "the exporting Party", zh: "出口缔约方")),
            (request.shipment.importingParty, BilingualText(en: "the importing Party", zh: "进口缔约方")),
        ]
        if let original = request.shipment.originalProof {
            roles.append((original.exportingParty, BilingualText(en: "the first exporting Party", zh: "首个出口缔约方")))
            roles += original.items.map {
                ($0.countryOfOrigin, BilingualText(en: "the RCEP country of origin of \($0.id)", zh: "\($0.id)的RCEP原产国"))
            }
        }
        roles += request.shipment.items.compactMap { item in
            switch item.claim {
            case .countryOfOrigin: nil
            case .highestOfContributors(let party), .highestOfAll(let party):
                (party, BilingualText(en: "the Party claimed for \(item.good)", zh: "\(item.good)所主张的缔约方"))
            }
        }
        return roles.compactMap { code, role in refusal(code, role) }
    }

    private func refusal(_ code: CountryCode, _ role: BilingualText) -> Refusal? {
        guard let party = request.law.agreement.party(code) else { return .notAParty(code, role) }
        return request.date < party.inForce ? .notInForce(party, role, request.date) : nil
    }
}

extension Refusal {
    fileprivate static func notAParty(_ code: CountryCode, _ role: BilingualText) -> Refusal {
        Refusal(
            "party.unknown", article: "3.16",
            reason: BilingualText(
                en: "\(code), given as \(role.english), is not a Party to RCEP.", zh: "\(role.chinese)填写的\(code)不是RCEP缔约方。"),
            cure: BilingualText(en: "Name a Party.", zh: "填写缔约方。"))
    }

    fileprivate static func notInForce(_ party: Party, _ role: BilingualText, _ date: CalendarDate) -> Refusal {
        Refusal(
            "party.notInForce", article: "3.16",
            reason: BilingualText(
                en: "The Agreement is in force for \(party.name.english), \(role.english), from \(party.inForce), after \(date).",
                zh: "协定自\(party.inForce)起对\(role.chinese)\(party.name.chinese)生效，晚于\(date)。"),
            cure: BilingualText(en: "None before that day.", zh: "该日之前无法补救。"))
    }
}
