import OriginModel
import ProofRegister
import ProofsOfOrigin

/// The uses of an original proof: those the register knows, and those a shipment states besides (Article 3.19).
struct RegisteredUses {
    /// Stated, of proofs the register does not know: drawn by others, or before the register was begun.
    let foreign: [OriginalProof.Use]
    /// Every use once.
    let all: [OriginalProof.Use]

    init(stated: [OriginalProof.Use], registered: [OriginalProofUse]) {
        let known = Set(registered.map(\.proof))
        foreign = stated.filter { !known.contains($0.proof) }
        all = registered.map { .init(proof: $0.proof, item: $0.item, quantity: $0.quantity) } + foreign
    }

    /// What is left of a quantity; nothing less than zero, and the quantity itself where units differ, which drafting
    /// refuses.
    static func remaining(of quantity: Quantity, after used: [Quantity]) -> Quantity {
        var left = quantity.amount
        for use in used where use.unit == quantity.unit {
            let scale = max(left.scale, use.amount.scale)
            guard let whole = left.significand(atScale: scale), let part = use.amount.significand(atScale: scale) else {
                return Quantity(amount: .zero, unit: quantity.unit)
            }
            left = ExactDecimal(significand: max(whole - part, 0), scale: scale)
        }
        return Quantity(amount: left, unit: quantity.unit)
    }
}
