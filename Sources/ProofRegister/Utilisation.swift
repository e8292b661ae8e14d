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

    /// By month, then Party.
    public let claims: [Claims]
    /// Goods by what box 10 says; most first.
    public let criteria: [Count]
    /// Refusals by the code of their reasons; most first. A reason counts once a draft.
    public let reasons: [Count]
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
        criteria = Self.counts(live.flatMap(\.goods).map(\.criterion))
        reasons = Self.counts(refusals.flatMap { Set($0.reasons.map(\.code)) })
        refusedDrafts = refusals.count
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
