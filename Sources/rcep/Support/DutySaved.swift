import Bilingual
import OriginDetermination
import OriginModel
import ProofsOfOrigin
import Tariffs

/// What the importer of a good pays, and pays less, under the country of origin a proof states.
struct DutySaved {
    private let item: ProofItem
    private let sent: Shipment.Item

    init(_ item: ProofItem, _ sent: Shipment.Item) {
        self.item = item
        self.sent = sent
    }

    /// By line of the importing Party's tariff; empty where no rate is loaded. What is saved is known only where the
    /// value of what is sent is.
    func duties(
        _ determination: Determination, _ dossier: Dossier, _ lookup: inout ClaimsLookup
    ) throws(InputProblems) -> [ProofOutcome.Duty] {
        var dossier = dossier
        let isAllOfIt = sent.quantity == nil || sent.quantity == dossier.good.quantity
        let isValueKnown = isAllOfIt || sent.fob != nil
        if let fob = sent.fob, fob != dossier.good.fob { dossier.good.customsValue = fob }
        let claims = try lookup.claims(for: determination, of: dossier)?.claims ?? []
        let claim = claims.first { $0.isOpen && $0.stated == item.countryOfOrigin.description }
        return (claim?.duties ?? []).map { duty in
            let saved = isValueKnown ? duty.saved : nil
            return switch duty.due {
            case .exactly(let rate, _): .init(line: duty.line.description, percent: rate.adValorem, saved: saved)
            case .atMost(let percent, _): .init(line: duty.line.description, percent: percent, isAtMost: true, saved: saved)
            case .unknown: .init(line: duty.line.description, percent: nil, saved: saved)
            }
        }
    }

    /// What is saved, where it is known and the same on every line the good may fall under.
    func amount(
        _ determination: Determination, _ dossier: Dossier, _ lookup: inout ClaimsLookup
    ) throws(InputProblems) -> Money? {
        let duties = try duties(determination, dossier, &lookup)
        guard let saved = duties.first?.saved, duties.allSatisfy({ $0.saved == saved }) else { return nil }
        return saved
    }
}
