import Bilingual
import OriginModel

/// Brings amounts of several currencies to whole numbers of one unit, exactly (decision on currency: only rates given in
/// the dossier, forwards or inverted).
struct CommonScale {
    /// An amount in the currency of the FOB value as a fraction: in lowest terms where a rate is applied, over a power of
    /// ten where none is.
    struct Fraction: Equatable {
        var numerator: Int128
        var denominator: Int128

        static let one = Fraction(numerator: 1, denominator: 1)
    }

    /// Sums must stay below this, so that a threshold of five digits can still be multiplied in.
    static let largestSum: Int128 = ExactDecimal.powerOfTen(34)

    let currency: CurrencyCode
    /// Units in one unit of the currency.
    private(set) var unitsPerOne: Int128 = 1
    /// Digits of the unit after the point, where the unit is a power of ten: whenever there is one currency only.
    private var decimals: Int? = 0

    init(currency: CurrencyCode) {
        self.currency = currency
    }

    /// nil when the numbers are too long to compute with exactly.
    static func fraction(_ amount: ExactDecimal, _ rate: Fraction) -> Fraction? {
        let denominator = ExactDecimal.powerOfTen(amount.scale)
        if rate == .one { return Fraction(numerator: amount.significand, denominator: denominator) }
        let a = gcd(amount.significand, rate.denominator)
        let b = gcd(rate.numerator, denominator)
        let (top, topOverflows) = (amount.significand / a).multipliedReportingOverflow(by: rate.numerator / b)
        let (bottom, bottomOverflows) = (denominator / b).multipliedReportingOverflow(by: rate.denominator / a)
        return topOverflows || bottomOverflows ? nil : reduced(top, bottom)
    }

    /// Makes the unit fine enough for the fraction; false when that is impossible.
    mutating func include(_ fraction: Fraction) -> Bool {
        if fraction.denominator == 1 || unitsPerOne % fraction.denominator == 0 { return true }
        let factor = fraction.denominator / Self.gcd(fraction.denominator, unitsPerOne)
        let (finer, overflow) = unitsPerOne.multipliedReportingOverflow(by: factor)
        guard !overflow, finer < Self.largestSum else { return false }
        unitsPerOne = finer
        decimals = (0...ExactDecimal.mostFractionDigits).first { ExactDecimal.powerOfTen($0) == finer }
        return true
    }

    /// Whether the unit is fine enough already for an amount of the currency itself; told without a division.
    func holds(_ amount: ExactDecimal) -> Bool { decimals.map { amount.scale <= $0 } ?? false }

    /// An amount of the currency itself in units; nil where that takes more than a power of ten.
    func units(_ amount: ExactDecimal) -> Int128? {
        guard let decimals, let units = amount.significand(atScale: decimals), units < Self.largestSum else { return nil }
        return units
    }

    /// The fraction in units; nil when it is too large.
    func units(_ fraction: Fraction) -> Int128? {
        let (units, overflow) = fraction.numerator.multipliedReportingOverflow(by: unitsPerOne / fraction.denominator)
        return overflow || units >= Self.largestSum ? nil : units
    }

    /// Digits after the point of an amount that has no end.
    static let digitsShown = 6

    /// For showing: exact where the amount ends within twelve digits after the point, else cut to six.
    func money(_ units: Int128) -> Money {
        if let decimals { return Money(ExactDecimal(significand: units, scale: decimals), currency) }
        let (whole, rest) = units.quotientAndRemainder(dividingBy: unitsPerOne)
        var significand = whole
        var remainder = rest
        var scale = 0
        var cut: (significand: Int128, scale: Int) = (whole, 0)
        while remainder != 0, scale < ExactDecimal.mostFractionDigits {
            let (digit, next) = (remainder * 10).quotientAndRemainder(dividingBy: unitsPerOne)
            let (shifted, overflow) = significand.multipliedReportingOverflow(by: 10)
            if overflow { break }
            significand = shifted + digit
            remainder = next
            scale += 1
            if scale <= Self.digitsShown { cut = (significand, scale) }
        }
        if remainder == 0 { cut = (significand, scale) }
        return Money(ExactDecimal(significand: cut.significand, scale: cut.scale), currency)
    }

    static func reduced(_ numerator: Int128, _ denominator: Int128) -> Fraction {
        let divisor = gcd(numerator, denominator)
        return Fraction(numerator: numerator / divisor, denominator: denominator / divisor)
    }

    /// At least 1.
    static func gcd(_ a: Int128, _ b: Int128) -> Int128 {
        var (a, b) = (a < 0 ? -a : a, b < 0 ? -b : b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}
