import Bilingual
import OriginModel

/// Article 3.19 and overleaf note 11: a proof of an intermediate Party, the data of the original it carries, and what is
/// the same in both.
struct ReceivedBackToBackProof {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    private var proof: ReceivedProof { request.proof }

    /// What is known of the original: what the proof carries, and for what it does not carry the original itself.
    private var original: ReceivedProof.Original? {
        guard var known = proof.originalProof ?? (request.original == nil ? nil : ReceivedProof.Original()) else { return nil }
        guard let whole = request.original else { return known }
        known.number = known.number ?? whole.number
        known.issued = known.issued ?? whole.completed
        known.validUntil = known.validUntil ?? whole.validUntil
        known.exportingParty = known.exportingParty ?? whole.exporting?.description
        known.items = whole.items
        return known
    }

    /// nil where the proof is no back-to-back one, or nothing says when its original ends.
    var lastDayOfOriginal: CalendarDate? {
        guard let original else { return nil }
        return [original.validUntil, original.issued.map(request.requirements.validity.lastDay)].compactMap { $0 }.min()
    }

    func findings() -> [ProofFinding] {
        guard let carried = proof.originalProof else {
            return proof.isTicked(.backToBack) || request.original != nil ? [.noOriginal] : []
        }
        return marks(carried) + data(carried) + order() + whole(carried) + goods() + quantities()
    }

    // MARK: What the proof carries

    private func marks(_ carried: ReceivedProof.Original) -> [ProofFinding] {
        var findings: [ProofFinding] = proof.isTicked(.backToBack) ? [] : [.originalNotTicked]
        if let number = carried.number, !proof.remarks(hold: number) { findings.append(.notInRemarks(number)) }
        return findings
    }

    private func data(_ carried: ReceivedProof.Original) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        func missing(_ code: String, _ member: String, _ element: BilingualText) {
            findings.append(.missing(
                "original.\(code)", .doubt, article: "3.19, overleaf note 11", at: .whole("/originalProof/\(member)"), element))
        }
        if carried.number == nil { missing("noNumber", "number", .originalNumber) }
        if carried.issued == nil { missing("noDate", "issued", .originalDate) }
        if carried.exportingParty == nil { missing("noParty", "exportingParty", .firstParty) }
        if carried.countryOfOrigin == nil, carried.items.isEmpty {
            missing("noCountryOfOrigin", "countryOfOrigin", .originalCountry)
        }
        if carried.kind == .declarationOfOrigin, carried.authorisationCode == nil {
            missing("noAuthorisationCode", "authorisationCode", .originalCode)
        }
        return findings
    }

    // MARK: Days and Parties

    private func order() -> [ProofFinding] {
        guard let original else { return [] }
        var findings: [ProofFinding] = []
        if let written = original.exportingParty {
            if CountryCode(written).flatMap(request.law.agreement.party) == nil { findings.append(.originalOfNoParty(written)) }
            if written == proof.exporting?.description { findings.append(.sameParty(written)) }
        }
        guard let last = lastDayOfOriginal else { return findings }
        if let completed = proof.completed {
            if let issued = original.issued, completed < issued { findings.append(.beforeOriginal(completed, issued)) }
            if last < completed { findings.append(.originalExpired(completed, last)) }
        }
        if let stated = proof.validUntil, last < stated { findings.append(.beyondOriginal(stated, last)) }
        return findings
    }

    /// Against the original itself, where it is at hand.
    private func whole(_ carried: ReceivedProof.Original) -> [ProofFinding] {
        guard let whole = request.original else { return [] }
        var findings: [ProofFinding] = []
        if let number = carried.number, let own = whole.number, number != own { findings.append(.otherNumber(number, own)) }
        if let issued = carried.issued, let own = whole.completed, issued != own { findings.append(.otherDate(issued, own)) }
        if let party = carried.exportingParty, let own = whole.exporting, party != own.description {
            findings.append(.otherParty(party, own))
        }
        return findings
    }

    // MARK: Goods

    private func goods() -> [ProofFinding] {
        guard let original else { return [] }
        return proof.items.enumerated().flatMap { index, item -> [ProofFinding] in
            let origins = Set(original.items.isEmpty
                ? [original.countryOfOrigin].compactMap { $0 } : original.items.compactMap { $0.countryOfOrigin?.party })
            var findings: [ProofFinding] = []
            if let party = item.countryOfOrigin?.party, !origins.isEmpty, !origins.contains(party) {
                findings.append(.otherCountry(party, origins.sorted(), at: .item(index, item, "countryOfOrigin")))
            }
            guard !original.items.isEmpty else { return findings }
            guard let source = Self.source(of: item, in: original.items) else {
                return findings + [.notInOriginal(item, at: .item(index, item))]
            }
            if let criterion = item.criterion, let own = source.criterion, criterion != own {
                findings.append(.otherCriterion(criterion, own, at: .item(index, item, "criterion")))
            }
            return findings
        }
    }

    /// The item of the original that an item of this proof is of: by what it is known by, else by its code.
    private static func source(of item: ReceivedProof.Item, in items: [ReceivedProof.Item]) -> ReceivedProof.Item? {
        if let good = item.good, let named = items.first(where: { $0.good == good }) { return named }
        return item.subheading.flatMap { code in items.first { $0.subheading == code } }
    }

    /// This proof and those made earlier on the same original may not together take more than it covers.
    private func quantities() -> [ProofFinding] {
        guard let original, !original.items.isEmpty else { return [] }
        let others = request.others.filter { other in
            original.number != nil && other.originalProof?.number == original.number && other.number != proof.number
                && isNotLater(other)
        }
        let drawn = (others + [proof]).flatMap(\.items)
        return original.items.enumerated().compactMap { index, source in
            let used = drawn.filter { item in
                Self.source(of: item, in: original.items).map { $0 == source } ?? false
            }
            let isOurs = proof.items.contains { Self.source(of: $0, in: original.items) == source }
            guard isOurs, let covered = source.quantity?.amount, let unit = source.quantity?.unit else { return nil }
            let place = proof.items.enumerated().first { Self.source(of: $0.element, in: original.items) == source }
                .map { ProofPlace.item($0.offset, $0.element, "quantity") } ?? .whole("/items/\(index)")
            if let other = used.compactMap(\.quantity?.unit).first(where: { $0 != unit }) {
                return .otherUnit(other, unit, at: place)
            }
            guard let sum = ExactDecimal.sum(used.compactMap(\.quantity?.amount)), sum > covered else { return nil }
            return .tooMuch(sum, covered, unit, earlier: others.count, at: place)
        }
    }

    /// What was drawn later is not held against this proof.
    private func isNotLater(_ other: ReceivedProof) -> Bool {
        guard let theirs = other.completed, let ours = proof.completed else { return true }
        return theirs <= ours
    }
}
