import Bilingual
import DossierFiles
import OriginModel
import OriginRules
import ProofsOfOrigin

/// The original proof of a back-to-back proof (Article 3.19).
extension ShipmentReader {
    func originalProof(_ node: JSONNode) -> OriginalProof? {
        guard let fields = values.fields(of: node, .originalProof) else { return nil }
        let kind = fields["kind"].flatMap { values.choice($0, of: OriginalProof.Kind.self) }
        let number = fields["number"].flatMap(values.text)
        let issued = fields["issued"].flatMap(values.date)
        let validUntil = fields["validUntil"].flatMap(values.date)
        let party = fields["exportingParty"].flatMap(values.country)
        let code = fields["authorisationCode"].flatMap(values.text)
        let items = fields["items"].flatMap(originalItems)
        let uses = fields["uses"].flatMap { values.list($0, .uses, of: use) }
        let operations = fields["operations"].flatMap { list in
            values.list(list, .operations) { values.choice($0, of: OriginalProof.Operation.self) }
        }
        guard let kind, let number, let issued, let party, let items else { return nil }
        return OriginalProof(
            kind: kind, number: number, issued: issued, validUntil: validUntil, exportingParty: party,
            authorisationCode: code, items: items, uses: uses ?? [], operations: operations ?? [])
    }

    /// An item that stands twice could be used up twice, so each name stands once.
    private func originalItems(_ node: JSONNode) -> [OriginalProof.Item]? {
        var seen: Set<String> = []
        return values.list(node, .originalItems) { element -> OriginalProof.Item? in
            guard let item = originalItem(element) else { return nil }
            if !seen.insert(item.id).inserted { values.problems.add(.twice(.item), at: element) }
            return item
        }
    }

    private func originalItem(_ node: JSONNode) -> OriginalProof.Item? {
        guard let fields = values.fields(of: node, .originalItem) else { return nil }
        let id = fields["id"].flatMap(values.text)
        let description = fields["description"].flatMap(values.text)
        let code = firms.annexCode(fields)
        let criterion = fields["criterion"].flatMap { values.choice($0, of: Criterion.self) }
        let supplements = fields["supplements"].flatMap { list in
            values.list(list, .supplements) { values.choice($0, of: Supplement.self) }
        }
        let party = fields["countryOfOrigin"].flatMap(values.country)
        let quantity = fields["quantity"].flatMap(values.quantity)
        let fob = fields["fob"].flatMap { values.money($0, .positive) }
        guard let id, let description, let code, let criterion, let party, let quantity else { return nil }
        return OriginalProof.Item(
            id: id, description: description, hsCode: code, criterion: criterion, supplements: supplements ?? [],
            countryOfOrigin: party, quantity: quantity, fob: fob)
    }

    private func use(_ node: JSONNode) -> OriginalProof.Use? {
        guard let fields = values.fields(of: node, .use) else { return nil }
        let proof = fields["proof"].flatMap(values.text)
        let item = fields["item"].flatMap(values.text)
        let quantity = fields["quantity"].flatMap(values.quantity)
        guard let proof, let item, let quantity else { return nil }
        return .init(proof: proof, item: item, quantity: quantity)
    }
}

extension BilingualText {
    fileprivate static let originalItems = BilingualText(en: "a list of the goods of the original", zh: "原始证明所列货物的数组")
    fileprivate static let uses = BilingualText(en: "a list of earlier uses", zh: "此前使用情况的数组")
    fileprivate static let operations = BilingualText(
        en: "a list of \"repacking\", \"logistics\", \"splitting\", \"labelling\", \"preservation\", \"other\"",
        zh: "\"repacking\"、\"logistics\"、\"splitting\"、\"labelling\"、\"preservation\"、\"other\" 的数组")
    fileprivate static let supplements = BilingualText(en: "a list of \"ACU\", \"DMI\"", zh: "\"ACU\"、\"DMI\" 的数组")
    fileprivate static let item = BilingualText(en: "an item of this id", zh: "该编号的货物项")
}
