import Bilingual
import OriginModel

/// Where an outcome differs from what a proof states.
struct OutcomeDifference: Hashable {
    let code: String
    let article: String
    let good: String?
    let was: BilingualText
    let wouldBe: BilingualText
    let why: BilingualText
    /// What would cure a refusal.
    let cure: BilingualText?

    /// Differences of what a proof states from what comes out.
    /// - Parameters:
    ///   - rates: the outcome that says what was due when the proof was completed; nil: rates are not compared.
    ///   - isCompleted: whether a person has signed. Then the proof answers for the day of signing, and whether it could
    ///     be completed on another day (Articles 3.17, 3.18, 3.21) is not asked.
    static func all(
        _ stated: [ProofOutcome.Good], _ outcome: ProofOutcome, rates: ProofOutcome? = nil, isCompleted: Bool = false
    ) -> [OutcomeDifference] {
        let refused = outcome.refusals.filter { !isCompleted || !$0.isAboutCompletion }.map(Self.init)
        return refused + stated.flatMap { good -> [OutcomeDifference] in
            guard let now = outcome.goods.first(where: { $0.item == good.item }) else { return [] }
            let duties = rates?.goods.first { $0.item == good.item }?.duties
            return differences(good, now) + [duties.flatMap { duty($0, now) }].compactMap { $0 }
        }
    }

    private init(
        _ code: String, _ article: String, _ good: String?, was: BilingualText, wouldBe: BilingualText, why: BilingualText,
        cure: BilingualText? = nil
    ) {
        self.code = code
        self.article = article
        self.good = good
        self.was = was
        self.wouldBe = wouldBe
        self.why = why
        self.cure = cure
    }

    private init(_ refusal: Refusal) {
        self.init(
            "refused.\(refusal.code)", refusal.article, refusal.item, was: .drafted, wouldBe: .refused, why: refusal.reason,
            cure: refusal.cure)
    }

    // MARK: What is stated

    private static func differences(_ was: ProofOutcome.Good, _ now: ProofOutcome.Good) -> [OutcomeDifference] {
        func difference(
            _ code: String, _ article: String, _ old: String?, _ new: String?, _ why: BilingualText
        ) -> OutcomeDifference? {
            guard old != new else { return nil }
            return OutcomeDifference(
                code, article, was.good, was: old.map { .init(same: $0) } ?? .notStated,
                wouldBe: new.map { .init(same: $0) } ?? .notStated, why: why)
        }
        return [
            difference("hsCode.changed", "Annex 3B", was.hsCode, now.hsCode, .otherCode),
            criterion(was, now),
            difference("countryOfOrigin.changed", "2.6", was.countryOfOrigin, now.countryOfOrigin, .otherOrigin),
            difference(
                "fob.changed", "Annex 3B, overleaf note 9", was.fob?.description, now.fob?.description, .otherFOB),
        ].compactMap { $0 }
    }

    /// The criterion, or only what stands beside it.
    private static func criterion(_ was: ProofOutcome.Good, _ now: ProofOutcome.Good) -> OutcomeDifference? {
        guard was.criterion != now.criterion else { return nil }
        let isSame = was.criterion.split(separator: " ").first == now.criterion.split(separator: " ").first
        return OutcomeDifference(
            isSame ? "supplements.changed" : "criterion.changed", isSame ? "3.4, 3.7" : "3.2", was.good,
            was: .init(same: was.criterion), wouldBe: .init(same: now.criterion),
            why: isSame ? .otherSupplements : .otherCriterion)
    }

    // MARK: Rates

    /// nil where the same is due and saved on every line.
    private static func duty(_ then: [ProofOutcome.Duty], _ now: ProofOutcome.Good) -> OutcomeDifference? {
        let changed = Set(then).symmetricDifference(now.duties).map(\.line)
        guard !changed.isEmpty else { return nil }
        func words(_ duties: [ProofOutcome.Duty]) -> BilingualText {
            .duties(duties.filter { changed.contains($0.line) }.sorted { $0.line < $1.line })
        }
        return OutcomeDifference(
            "duty.changed", "2.4", now.good, was: words(then), wouldBe: words(now.duties), why: .otherDuty)
    }
}

extension Refusal {
    /// Whether it is about the day a proof is completed on, and who completes it, not about the goods.
    fileprivate var isAboutCompletion: Bool {
        ["3.17", "3.18.1(a)", "3.18.2", "3.21"].contains(article) || code == "original.expired"
    }
}
