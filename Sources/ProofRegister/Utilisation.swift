import OriginModel

/// Claims, criteria and duty saved, and the reasons of refusals, counted.
public struct Utilisation: Sendable, Hashable {
    /// Of one month and importing Party.
    public struct Claims: Sendable, Hashable {
        /// `2026-05`, of drafting.
        public let month: String
        public let party: String
        public let proofs: Int
        public let goods: Int
        /// One sum a currency, by its code; never added across currencies.
        public let saved: [Sum]
        /// Goods whose saving is not known.
        public let goodsWithoutSaving: Int
    }

    public struct Sum: Sendable, Hashable {
        public let money: Money
    }

    public struct Count: Sendable, Hashable {
        public let name: String
        public let count: Int
    }

    /// Of one importing Party, over all months.
    public struct PartyTotal: Sendable, Hashable {
        public let party: String
        public let goods: Int
        /// One sum a currency, by its code.
        public let saved: [Sum]
        public let goodsWithoutSaving: Int
    }

    /// One reason for which drafts were refused.
    public struct Reason: Sendable, Hashable {
        /// `verdict.notOnEvidence`
        public let code: String
        public let article: String
        /// How many drafts it stopped; it counts once a draft.
        public let drafts: Int
        /// Ids of the goods it was about, in alphabetical order; empty where it was about the whole draft.
        public let goods: [String]

        /// What a reason is about: the part of its code before the point. Verdicts are told apart: a good that does not
        /// originate, one whose facts are not known and one without evidence ask for different things.
        static func subject(of code: String) -> String {
            let family = code.prefix { $0 != "." }
            return family == "verdict" ? code : String(family)
        }
    }

    /// By month, then Party.
    public let claims: [Claims]
    /// Most goods first.
    public let parties: [PartyTotal]
    /// Goods by what box 10 says; most first.
    public let criteria: [Count]
    /// Most drafts first.
    public let reasons: [Reason]
    /// What the reasons are about; most drafts first. A subject counts once a draft.
    public let subjects: [Count]
    public let refusedDrafts: Int

    /// Proofs that were withdrawn or superseded are no claims.
    public init(proofs: [RegisteredProof], refusals: [RefusedDraft]) {
        let live = proofs.filter(\.state.isLive)
        let groups = Dictionary(grouping: live) { [String($0.drafted.description.prefix(7)), $0.importingParty] }
        claims = groups.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { key in
            let proofs = groups[key] ?? []
            let goods = proofs.flatMap(\.goods)
            return Claims(
                month: key[0], party: key[1], proofs: proofs.count, goods: goods.count,
                saved: Self.sums(goods.compactMap(\.dutySaved)),
                goodsWithoutSaving: goods.filter { $0.dutySaved == nil }.count)
        }
        parties = Self.parties(live)
        criteria = Self.counts(live.flatMap(\.goods).map(\.criterion))
        reasons = Self.reasons(refusals)
        subjects = Self.counts(refusals.flatMap { refusal in
            Set(refusal.reasons.map { Reason.subject(of: $0.code) })
        })
        refusedDrafts = refusals.count
    }

    private static func parties(_ proofs: [RegisteredProof]) -> [PartyTotal] {
        Dictionary(grouping: proofs, by: \.importingParty).map { party, proofs in
            let goods = proofs.flatMap(\.goods)
            return PartyTotal(
                party: party, goods: goods.count, saved: sums(goods.compactMap(\.dutySaved)),
                goodsWithoutSaving: goods.filter { $0.dutySaved == nil }.count)
        }.sorted { ($1.goods, $0.party) < ($0.goods, $1.party) }
    }

    private static func reasons(_ refusals: [RefusedDraft]) -> [Reason] {
        struct Key: Hashable { let code, article: String }
        var drafts: [Key: Int] = [:]
        var goods: [Key: Set<String>] = [:]
        for refusal in refusals {
            for key in Set(refusal.reasons.map({ Key(code: $0.code, article: $0.article) })) { drafts[key, default: 0] += 1 }
            for reason in refusal.reasons {
                if let good = reason.good { goods[Key(code: reason.code, article: reason.article), default: []].insert(good) }
            }
        }
        return drafts.map { key, count in
            Reason(code: key.code, article: key.article, drafts: count, goods: (goods[key] ?? []).sorted())
        }.sorted { ($1.drafts, $0.code, $0.article) < ($0.drafts, $1.code, $1.article) }
    }

    private static func counts(_ names: [String]) -> [Count] {
        Dictionary(grouping: names) { $0 }.map { Count(name: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    private static func sums(_ amounts: [Money]) -> [Sum] {
        Dictionary(grouping: amounts, by: \.currency.description).sorted { $0.key < $1.key }.compactMap { _, amounts in
            guard let first = amounts.first else { return nil }
            let scale = amounts.map(\.amount.scale).max() ?? 0
            let total = amounts.reduce(Int128(0)) { $0 + ($1.amount.significand(atScale: scale) ?? 0) }
            return Sum(money: Money(ExactDecimal(significand: total, scale: scale), first.currency))
        }
    }
}
