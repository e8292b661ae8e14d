import Bilingual
import OriginModel

/// Whether a registered proof would come out otherwise, by drafting it again.
public struct ProofReview: Sendable {
    public let proof: ReviewedProof
    /// The facts that are kept with it, on its own day.
    public let onItsDay: ProofOutcome
    /// The same facts on the day it was drafted; nil where that is its own day.
    public let onDrafting: ProofOutcome?
    /// The same facts today.
    public let todayAsKept: ProofOutcome
    /// The newest facts today.
    public let today: ProofOutcome
    public let day: CalendarDate

    public init(
        _ proof: ReviewedProof, onItsDay: ProofOutcome, onDrafting: ProofOutcome? = nil, todayAsKept: ProofOutcome,
        today: ProofOutcome, day: CalendarDate
    ) {
        self.onDrafting = onDrafting
        self.proof = proof
        self.onItsDay = onItsDay
        self.todayAsKept = todayAsKept
        self.today = today
        self.day = day
    }

    private var isCompleted: Bool { proof.stage != .draft }

    /// What differs, and why. A completed proof that is no longer valid is compared on its own day alone: nobody can use
    /// it today, but it may still be verified.
    public func findings() -> [ReviewFinding] {
        let wrong = OutcomeDifference.all(proof.goods, onItsDay)
        let isOver = isCompleted && proof.validUntil < day
        let now = isOver ? [] : differences(today).filter { !wrong.contains($0) }
        let asKept = isOver ? [] : Set(differences(todayAsKept).map { [$0.code, $0.good ?? ""] })
        return wrong.map { finding(.wrongOnItsDay, $0, cause(of: $0)) }
            + savings()
            + now.map { finding(.otherwise, $0, asKept.contains([$0.code, $0.good ?? ""]) ? .laterDay : .newerFacts) }
            + rules(isOver: isOver)
    }

    /// Why a proof is wrong on its own day.
    private func cause(of difference: OutcomeDifference) -> ReviewFinding.Cause {
        guard let onDrafting else { return .correctedRules }
        let then = OutcomeDifference.all(proof.goods, onDrafting)
        return then.contains { $0.code == difference.code && $0.good == difference.good } ? .correctedRules : .signedLater
    }

    private func differences(_ outcome: ProofOutcome) -> [OutcomeDifference] {
        OutcomeDifference.all(proof.goods, outcome, rates: onItsDay, isCompleted: isCompleted)
    }

    /// What the register says was saved, against the rates now loaded for the day of the proof.
    private func savings() -> [ReviewFinding] {
        proof.goods.compactMap { stated in
            guard let saved = stated.saved, let good = onItsDay.goods.first(where: { $0.item == stated.item }),
                let first = good.duties.first?.saved, good.duties.allSatisfy({ $0.saved == first }), first != saved
            else { return nil }
            return ReviewFinding(
                .wrongOnItsDay, "saving.changed", article: "2.4", proofs: [proof.number], exporter: proof.exporter,
                good: stated.good, cause: .correctedRules, was: .init(same: "\(saved)"), wouldBe: .init(same: "\(first)"),
                why: .otherSaving)
        }
    }

    /// Other rules that change nothing are only noted.
    private func rules(isOver: Bool) -> [ReviewFinding] {
        let now = isOver ? onItsDay.ruleDigest : today.ruleDigest
        guard now != proof.ruleDigest else { return [] }
        return [ReviewFinding(
            .noted, "rules.changed", article: "3A", proofs: [proof.number], exporter: proof.exporter,
            was: .init(same: proof.ruleDigest), wouldBe: .init(same: now), why: .otherRules)]
    }

    private func finding(
        _ grade: ReviewFinding.Grade, _ difference: OutcomeDifference, _ cause: ReviewFinding.Cause
    ) -> ReviewFinding {
        ReviewFinding(
            grade, difference.code, article: difference.article, proofs: [proof.number], exporter: proof.exporter,
            good: difference.good, cause: cause, was: difference.was, wouldBe: difference.wouldBe, why: difference.why,
            cure: difference.cure)
    }
}
