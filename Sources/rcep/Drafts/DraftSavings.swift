import Bilingual
import OriginModel
import ProofsOfOrigin
import RuleFiles

extension DraftInput {
    /// What the importer pays less under the country of origin each item states, by the number of the item; an item
    /// whose saving is not known is not among them.
    func savings(of draft: ProofDraft, _ directory: RuleDirectory) throws(InputProblems) -> [Int: Money] {
        var lookup = ClaimsLookup(directory, servesOne: goods.count == 1)
        var savings: [Int: Money] = [:]
        for item in draft.items {
            guard let good = goods.first(where: { $0.determination.good.id == item.good }),
                let sent = draft.shipment.items.first(where: { $0.good == item.good })
            else { continue }
            savings[item.number] = try DutySaved(item, sent).amount(good.determination, good.dossier, &lookup)
        }
        return savings
    }
}
