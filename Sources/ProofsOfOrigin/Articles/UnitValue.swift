import OriginModel

/// A value with the quantity it is of, to be compared a unit at a time without dividing.
struct UnitValue {
    let fob: Money
    let quantity: Quantity?

    /// Whether a unit is worth less than one of another value; nil where currency or unit differ or the numbers are too
    /// large to compare.
    func isLower(than other: UnitValue) -> Bool? {
        guard let own = quantity, let others = other.quantity, own.unit == others.unit,
            fob.currency == other.fob.currency,
            let left = Self.product(fob.amount, others.amount), let right = Self.product(other.fob.amount, own.amount)
        else { return nil }
        return left < right
    }

    /// nil where the product does not fit.
    private static func product(_ one: ExactDecimal, _ other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = one.significand.multipliedReportingOverflow(by: other.significand)
        return overflow ? nil : ExactDecimal(significand: product, scale: one.scale + other.scale)
    }
}
