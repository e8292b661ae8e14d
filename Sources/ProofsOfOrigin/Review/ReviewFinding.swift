import Bilingual
import OriginModel

/// Something about a registered proof that is no longer as it was, or soon will not be.
public struct ReviewFinding: Sendable, Hashable {
    /// What follows from it; the gravest first.
    public enum Grade: String, Sendable, Hashable, CaseIterable {
        /// On the day the proof answers for, the same facts give another answer than it states.
        case wrongOnItsDay
        /// The proof could not be drafted again, so that nothing is known of it.
        case notReviewed
        /// Drafted today, it would come out otherwise.
        case otherwise
        case ranOut
        case runsOut
        /// Nothing has to be done about it.
        case noted
    }

    /// Why a proof would come out otherwise.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// The rules, rates or the program were put right.
        case correctedRules
        /// It was signed on another day than the one it was drafted for.
        case signedLater
        /// Time has passed: other rules or rates are in force, evidence has run out.
        case laterDay
        /// A dossier or a profile newer than the one kept with the proof.
        case newerFacts
    }

    public let grade: Grade
    /// Stable name for programs: `criterion.changed`; `refused.` before the code of a refusal; that of what is wrong with
    /// a proof that could not be drafted again.
    public let code: String
    /// `3.16`; the numbers alone.
    public let article: String
    /// Numbers of the proofs it is about; empty where it is about an exporter.
    public var proofs: [String]
    /// Short name of the profile.
    public let exporter: String
    /// The good it is about; nil for a whole proof.
    public let good: String?
    public let cause: Cause?
    public let was: BilingualText?
    public let wouldBe: BilingualText?
    public let why: BilingualText
    /// What would make it come out as before; nil where that is not a matter of stating or obtaining something.
    public let cure: BilingualText?
    /// The last day of what runs out.
    public let lastDay: CalendarDate?

    public init(
        _ grade: Grade, _ code: String, article: String, proofs: [String], exporter: String, good: String? = nil,
        cause: Cause? = nil, was: BilingualText? = nil, wouldBe: BilingualText? = nil, why: BilingualText,
        cure: BilingualText? = nil, lastDay: CalendarDate? = nil
    ) {
        self.grade = grade
        self.code = code
        self.article = article
        self.proofs = proofs
        self.exporter = exporter
        self.good = good
        self.cause = cause
        self.was = was
        self.wouldBe = wouldBe
        self.why = why
        self.cure = cure
        self.lastDay = lastDay
    }
}

extension ReviewFinding.Grade {
    /// Whether somebody has to do something now.
    public var isPressing: Bool {
        switch self {
        case .wrongOnItsDay, .notReviewed, .otherwise, .ranOut: true
        case .runsOut, .noted: false
        }
    }
}
