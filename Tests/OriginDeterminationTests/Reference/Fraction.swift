import OriginModel

/// An exact fraction. Arithmetic that leaves `Int128` traps, so the generated amounts are kept small enough.
struct Fraction: Hashable {
    let numerator: Int128
    /// More than zero; the two have no common divisor.
    let denominator: Int128

    static let zero = Fraction(0)

    init(_ numerator: Int128, over denominator: Int128 = 1) {
        let divisor = Self.greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    init(_ decimal: ExactDecimal) {
        self.init(decimal.significand, over: ExactDecimal.powerOfTen(decimal.scale))
    }

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    static func - (left: Fraction, right: Fraction) -> Fraction {
        left + Fraction(-right.numerator, over: right.denominator)
    }

    static func * (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    static func / (left: Fraction, right: Fraction) -> Fraction {
        Fraction(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    /// This as a percentage of `whole`, cut after two decimals (decision 1: never rounded).
    func cutPercent(of whole: Fraction) -> String {
        let share = self / whole
        let hundredths = share.numerator * 10_000 / share.denominator
        let size = hundredths.magnitude
        let cents = String(size % 100)
        return "\(hundredths < 0 ? "-" : "")\(size / 100).\(cents.count < 2 ? "0" : "")\(cents)"
    }

    private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (a, b) = (left < 0 ? -left : left, right < 0 ? -right : right)
        while b != 0 { (a, b) = (b, a % b) }
        return a == 0 ? 1 : a
    }
}

extension Fraction: Comparable {
    static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Sequence<Fraction> {
    func total() -> Fraction { reduce(.zero, +) }
}
