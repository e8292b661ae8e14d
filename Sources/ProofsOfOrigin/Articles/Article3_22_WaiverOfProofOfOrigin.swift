import Bilingual
import OriginModel

/// Article 3.22: small consignments need no proof; whoever is about to draft one should know.
struct Waiver {
    let request: ProofRequest

    init(_ request: ProofRequest) {
        self.request = request
    }

    /// nil unless the FOB values at hand, which the customs value is seldom below, do not exceed the amount.
    var note: BilingualText? {
        let waiver = request.requirements.waiver
        var total = ExactDecimal.zero
        for item in request.shipment.items {
            guard let fob = item.fob ?? value(of: item), fob.currency == waiver.currency, let sum = Self.sum(total, fob.amount)
            else { return nil }
            total = sum
        }
        guard !request.shipment.items.isEmpty, total <= waiver.amount else { return nil }
        return BilingualText(
            en: "The goods are worth \(Money(total, waiver.currency)) FOB. Where the customs value does not exceed "
                + "\(waiver), no proof of origin is asked for, unless importations are split to evade it (Article 3.22).",
            zh: "货物离岸价格为\(Money(total, waiver.currency))。完税价格不超过\(waiver)的，免于提交原产地证明，但为规避而拆分进口的除外（第三章第二十二条）。")
    }

    /// As the dossier or the original proof has it, where the whole of it is sent: it stands for no other quantity.
    private func value(of item: Shipment.Item) -> Money? {
        if let original = request.shipment.originalProof {
            return original.items.first { $0.id == item.good && $0.quantity == item.quantity }?.fob
        }
        guard let good = request.determinations[item.good]?.good else { return nil }
        return item.quantity == nil || item.quantity == good.quantity ? good.fob : nil
    }

    private static func sum(_ one: ExactDecimal, _ other: ExactDecimal) -> ExactDecimal? {
        let scale = max(one.scale, other.scale)
        guard let left = one.significand(atScale: scale), let right = other.significand(atScale: scale) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactDecimal(significand: sum, scale: scale)
    }
}
