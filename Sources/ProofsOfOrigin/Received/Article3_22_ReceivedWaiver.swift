import Bilingual
import OriginDetermination
import OriginModel

/// Article 3.22: where a consignment is worth little, its proof is not asked for.
struct ReceivedWaiver {
    let request: ProofCheckRequest

    init(_ request: ProofCheckRequest) {
        self.request = request
    }

    /// Only where every good has a FOB value, which the customs value is seldom below.
    func notes() -> [Note] {
        let waiver = request.requirements.waiver
        let values = request.proof.items.map(\.fob)
        guard !values.isEmpty, values.allSatisfy({ $0?.unit == waiver.currency.description }),
            let total = ExactDecimal.sum(values.compactMap { $0?.amount }), values.allSatisfy({ $0?.amount != nil }),
            !total.isNegative, total <= waiver.amount
        else { return [] }
        let worth = Money(total, waiver.currency)
        return [
            Note(
                code: "proof.waived",
                message: BilingualText(
                    en: "The goods are worth \(worth) FOB. Where the customs value does not exceed \(waiver), no proof of origin is "
                        + "asked for, unless importations are split to evade it (Article 3.22).",
                    zh: "货物离岸价格为\(worth)。完税价格不超过\(waiver)的，免于提交原产地证明，但为规避而拆分进口的除外（第三章第二十二条）。"))
        ]
    }
}
