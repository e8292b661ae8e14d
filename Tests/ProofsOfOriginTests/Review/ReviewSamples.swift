import Bilingual
import OriginModel
import Testing

@testable import ProofsOfOrigin

/// A signed declaration of one good, and outcomes to set beside it.
enum ReviewSamples {
    static let rules = "digest-of-the-rules"

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func usd(_ text: String) throws -> Money {
        Money(try ExactDecimal(parsing: text), try #require(CurrencyCode("USD")))
    }

    static func good() -> ProofOutcome.Good {
        .init(item: 1, good: "CQ-150", hsCode: "8711.20", criterion: "RVC", countryOfOrigin: "CN")
    }

    static func proof(
        _ stage: ReviewedProof.Stage = .signed, validUntil: String = "2027-05-04", keepUntil: String = "2029-05-04",
        originalUntil: String? = nil, good: ProofOutcome.Good = good()
    ) throws -> ReviewedProof {
        ReviewedProof(
            number: "D-1", exporter: "jialing", stage: stage, drafted: try date("2026-05-02"), day: try date("2026-05-04"),
            validUntil: try date(validUntil), keepUntil: try date(keepUntil),
            originalUntil: try originalUntil.map { try date($0) }, signatory: "Li Wei", goods: [good], ruleDigest: rules)
    }

    static func drafted(_ good: ProofOutcome.Good, rules: String = rules) -> ProofOutcome {
        ProofOutcome(goods: [good], ruleDigest: rules)
    }

    /// - Parameter good: what can be stated all the same.
    static func refused(
        _ code: String, _ article: String, item: String? = "CQ-150", good: ProofOutcome.Good? = nil
    ) -> ProofOutcome {
        ProofOutcome(
            goods: [good].compactMap { $0 },
            refusals: [Refusal(
                code, article: article, item: item, reason: .init(en: "Why \(code).", zh: "\(code)的原因。"),
                cure: .init(same: "-"))],
            ruleDigest: rules)
    }

    static func duty(_ line: String, _ percent: String?, saves: String?) throws -> ProofOutcome.Duty {
        .init(line: line, percent: try percent.map { try ExactDecimal(parsing: $0) }, saved: try saves.map { try usd($0) })
    }
}
