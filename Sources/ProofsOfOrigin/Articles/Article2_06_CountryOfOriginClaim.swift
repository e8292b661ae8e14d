import Bilingual
import OriginDetermination
import OriginModel

/// What box 11 states of a good: its RCEP country of origin, or one of the claims of Article 2.6.6.
struct CountryOfOriginClaim {
    let item: Shipment.Item
    let determination: Determination

    init(_ item: Shipment.Item, _ determination: Determination) {
        self.item = item
        self.determination = determination
    }

    /// - Throws: why none can be stated. An answer that rests on claims is stated only where the evidence gives the same.
    func stated() throws(Refusals) -> StatedCountryOfOrigin {
        // Without one the good does not originate or goes nowhere, which is refused elsewhere.
        guard let claimed = determination.countryOfOrigin, let evidenced = determination.countryOfOriginOnEvidence,
            let importing = determination.importingParty
        else { return StatedCountryOfOrigin(party: determination.exportingParty) }
        switch item.claim {
        case .countryOfOrigin:
            guard let party = claimed.party else { throw Refusals([.undecided(item.good, claimed.candidates)]) }
            guard evidenced.party == party else { throw Refusals([.notEvidenced(item.good, claimed.basis.rawValue)]) }
            return StatedCountryOfOrigin(party: party)
        case .highestOfContributors(let party):
            let contributors = claimed.contributions.map(\.party)
            guard contributors.contains(party), party != importing else {
                throw Refusals([.noContributor(item.good, party, contributors.filter { $0 != importing })])
            }
            // The rate is the highest among these Parties, so each of them matters, not only the one named.
            guard Set(contributors) == Set(evidenced.contributions.map(\.party)) else {
                throw Refusals([.notEvidenced(item.good, "2.6.6(a)")])
            }
            return StatedCountryOfOrigin(party: party, mark: .highestOfContributors)
        case .highestOfAll(let party):
            guard party != importing else { throw Refusals([.importingParty(item.good, party)]) }
            return StatedCountryOfOrigin(party: party, mark: .highestOfAll)
        }
    }
}

extension Refusal {
    fileprivate static func undecided(_ item: String, _ candidates: [CountryCode]) -> Refusal {
        let list = candidates.map { "\($0)" }
        return Refusal(
            "countryOfOrigin.undecided", article: "2.6", item: item,
            reason: BilingualText(
                en: "The RCEP country of origin is not decided" + (list.isEmpty ? "." : ": it may be \(list.joined(separator: " or "))."),
                zh: "RCEP原产国尚未确定" + (list.isEmpty ? "。" : "，可能为\(list.joined(separator: "或"))。")),
            cure: BilingualText(
                en: "Load the importing Party's Appendix list, state importingTariffLine, or claim the highest rate (2.6.6) "
                    + "with the mark * or **.",
                zh: "载入进口缔约方的附录清单、填写importingTariffLine，或者按第二章第六条第六款主张最高税率（标注*或**）。"))
    }

    fileprivate static func notEvidenced(_ item: String, _ article: String) -> Refusal {
        Refusal(
            "countryOfOrigin.notEvidenced", article: article, item: item,
            reason: BilingualText(
                en: "The RCEP country of origin rests on values of originating materials, not all of which are evidenced.",
                zh: "RCEP原产国依据原产材料的价值确定，而部分原产材料缺少有效证明文件。"),
            cure: BilingualText(
                en: "Obtain valid evidence for every originating material.", zh: "取得全部原产材料的有效证明文件。"))
    }

    fileprivate static func noContributor(
        _ item: String, _ party: CountryCode, _ contributors: [CountryCode]
    ) -> Refusal {
        let list = contributors.map { "\($0)" }
        return Refusal(
            "countryOfOrigin.noContributor", article: "2.6.6(a)", item: item,
            reason: BilingualText(
                en: "\(party) contributed no originating materials, so it cannot stand with *.",
                zh: "\(party)未提供原产材料，不能标注*。"),
            cure: list.isEmpty
                ? BilingualText(en: "Claim the highest rate of all Parties (**).", zh: "主张所有缔约方中的最高税率（**）。")
                : BilingualText(
                    en: "Name one of: \(list.joined(separator: ", ")).", zh: "填写下列缔约方之一：\(list.joined(separator: "、"))。"))
    }

    fileprivate static func importingParty(_ item: String, _ party: CountryCode) -> Refusal {
        Refusal(
            "countryOfOrigin.importingParty", article: "2.6.6(b)", item: item,
            reason: BilingualText(
                en: "\(party) is the importing Party, which has no rate for goods of its own.",
                zh: "\(party)为进口缔约方，对本方货物没有协定税率。"),
            cure: BilingualText(en: "Name the Party with the highest rate.", zh: "填写适用最高税率的缔约方。"))
    }
}
