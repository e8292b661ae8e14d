import Bilingual
import OriginModel

/// The exchange rates of a dossier, seen from the currency of its FOB value.
struct ExchangeTable {
    let base: CurrencyCode
    private var factors: [CurrencyCode: CommonScale.Fraction]
    /// The rates that were looked up, for the explanation.
    private(set) var used: Set<ExchangeRate> = []
    private var rates: [CurrencyCode: ExchangeRate] = [:]

    init(base: CurrencyCode, rates given: [ExchangeRate], problems: inout [InputProblem]) {
        self.base = base
        factors = [:]
        for (index, rate) in given.enumerated() {
            guard rate.from == base || rate.to == base, rate.from != rate.to else { continue }
            let other = rate.from == base ? rate.to : rate.from
            guard rates[other] == nil else {
                problems.append(.twoRates(other, base, place: "/exchangeRates/\(index)"))
                continue
            }
            let ten = ExactDecimal.powerOfTen(rate.rate.scale)
            let significand = rate.rate.significand
            factors[other] =
                rate.to == base ? CommonScale.reduced(significand, ten) : CommonScale.reduced(ten, significand)
            rates[other] = rate
        }
    }

    /// Units of the base currency for one unit of `currency`; nil when no rate is given.
    mutating func factor(_ currency: CurrencyCode) -> CommonScale.Fraction? {
        if currency == base { return .one }
        if let rate = rates[currency] { used.insert(rate) }
        return factors[currency]
    }
}

extension InputProblem {
    static func missingRate(_ currency: CurrencyCode, _ base: CurrencyCode, place: String) -> InputProblem {
        InputProblem(
            place: .pointer(place, line: nil, column: nil), code: "exchangeRate.missing",
            message: BilingualText(
                en: "no exchange rate between \(currency) and \(base), the currency of the FOB value",
                zh: "缺少\(currency)与离岸价格币种\(base)之间的汇率"),
            found: "\(currency)",
            expected: BilingualText(
                en: "an entry in exchangeRates from \(currency) to \(base) or the other way round, with date and source",
                zh: "在exchangeRates中给出\(currency)与\(base)之间的汇率，并注明日期和来源"))
    }

    static func twoRates(_ currency: CurrencyCode, _ base: CurrencyCode, place: String) -> InputProblem {
        InputProblem(
            place: .pointer(place, line: nil, column: nil), code: "exchangeRate.duplicate",
            message: BilingualText(
                en: "a second exchange rate between \(currency) and \(base)", zh: "\(currency)与\(base)之间的汇率重复给出"),
            found: "\(currency)/\(base)",
            expected: BilingualText(en: "one rate for each pair of currencies", zh: "每对币种只给出一个汇率"))
    }

    static func tooLongToCompute(place: String) -> InputProblem {
        InputProblem(
            place: .pointer(place, line: nil, column: nil), code: "amount.tooLong",
            message: BilingualText(
                en: "amounts and exchange rates have too many digits together to be computed exactly",
                zh: "金额与汇率的位数过多，无法精确计算"),
            expected: BilingualText(en: "shorter exchange rates or amounts", zh: "位数较少的汇率或金额"))
    }
}
