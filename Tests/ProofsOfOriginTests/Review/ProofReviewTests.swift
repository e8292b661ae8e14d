import Bilingual
import OriginModel
import Testing

@testable import ProofsOfOrigin

struct ProofReviewTests {
    private typealias Good = ProofOutcome.Good

    /// `grade code cause`
    private func codes(
        _ proof: ReviewedProof, onItsDay: ProofOutcome? = nil, asKept: ProofOutcome? = nil, today: ProofOutcome? = nil,
        day: String = "2026-11-24"
    ) throws -> [String] {
        try findings(proof, onItsDay: onItsDay, asKept: asKept, today: today, day: day).map { finding in
            [finding.grade.rawValue, finding.code, finding.cause?.rawValue].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// What is not given comes out as the proof states it.
    private func findings(
        _ proof: ReviewedProof, onItsDay: ProofOutcome? = nil, asKept: ProofOutcome? = nil, today: ProofOutcome? = nil,
        day: String = "2026-11-24"
    ) throws -> [ReviewFinding] {
        let same = ReviewSamples.drafted(proof.goods[0])
        return ProofReview(
            proof, onItsDay: onItsDay ?? same, todayAsKept: asKept ?? same, today: today ?? asKept ?? same,
            day: try ReviewSamples.date(day)
        ).findings()
    }

    @Test("nothing is found where nothing differs", arguments: ReviewedProof.Stage.allCases)
    func nothing(_ stage: ReviewedProof.Stage) throws {
        #expect(try codes(ReviewSamples.proof(stage)).isEmpty)
    }

    @Test("each thing a proof states is compared, was and would be told", arguments: [
        ("hsCode.changed", "Annex 3B", "8711.20", "8711.30"), ("criterion.changed", "3.2", "RVC", "CTC"),
        ("supplements.changed", "3.4, 3.7", "RVC", "RVC ACU"), ("countryOfOrigin.changed", "2.6", "CN", "JP *"),
    ])
    func statements(_ code: String, _ article: String, _ was: String, _ wouldBe: String) throws {
        var other = ReviewSamples.good()
        switch code {
        case "hsCode.changed": other.hsCode = wouldBe
        case "countryOfOrigin.changed": other.countryOfOrigin = wouldBe
        default: other.criterion = wouldBe
        }
        let found = try findings(ReviewSamples.proof(), asKept: ReviewSamples.drafted(other))
        let only = try #require(found.count == 1 ? found[0] : nil)
        #expect(only.grade == .otherwise && only.cause == .laterDay && only.code == code && only.article == article)
        #expect(only.was == .init(same: was) && only.wouldBe == .init(same: wouldBe))
        #expect(only.proofs == ["D-1"] && only.good == "CQ-150" && only.exporter == "jialing")
    }

    @Test("the FOB value appears, goes or differs", arguments: [nil, "820.00", "821.00"], [nil, "820.00", "821.00"])
    func fob(_ was: String?, _ now: String?) throws {
        var (stated, other) = (ReviewSamples.good(), ReviewSamples.good())
        stated.fob = try was.map { try ReviewSamples.usd($0) }
        other.fob = try now.map { try ReviewSamples.usd($0) }
        let found = try codes(ReviewSamples.proof(good: stated), onItsDay: ReviewSamples.drafted(stated), asKept: ReviewSamples.drafted(other))
        #expect(found == (was == now ? [] : ["otherwise fob.changed laterDay"]))
    }

    @Test("which of three drafts differs says why")
    func causes() throws {
        var other = ReviewSamples.good()
        other.criterion = "CTC"
        let (proof, changed) = (try ReviewSamples.proof(), ReviewSamples.drafted(other))
        let same = ReviewSamples.drafted(ReviewSamples.good())
        #expect(try codes(proof, asKept: same, today: changed) == ["otherwise criterion.changed newerFacts"])
        #expect(try codes(proof, asKept: changed, today: changed) == ["otherwise criterion.changed laterDay"])
        // The newer facts put it right again.
        #expect(try codes(proof, asKept: changed, today: same).isEmpty)
        // What was wrong from the beginning is told once.
        #expect(try codes(proof, onItsDay: changed, asKept: changed, today: changed)
            == ["wrongOnItsDay criterion.changed correctedRules"])
        // Wrong on its day, and wrong in another way today.
        other.criterion = "WO"
        #expect(try codes(proof, onItsDay: changed, asKept: ReviewSamples.drafted(other))
            == ["wrongOnItsDay criterion.changed correctedRules", "otherwise criterion.changed laterDay"])
    }

    @Test("what was right when it was drafted and wrong when it was signed")
    func signedLater() throws {
        let late = ReviewSamples.refused("retroactive.noCause", "3.17", item: nil, good: ReviewSamples.good())
        for (then, cause) in [(ReviewSamples.drafted(ReviewSamples.good()), "signedLater"), (late, "correctedRules")] {
            let found = ProofReview(
                try ReviewSamples.proof(), onItsDay: late, onDrafting: then, todayAsKept: late, today: late,
                day: try ReviewSamples.date("2026-11-24")
            ).findings()
            #expect(found.map { "\($0.grade) \($0.code) \($0.cause?.rawValue ?? "")" }
                == ["wrongOnItsDay refused.retroactive.noCause \(cause)"])
        }
    }

    @Test("a refusal is a finding with its article", arguments: [
        (ReviewedProof.Stage.draft, "verdict.notOnEvidence", "3.2", true), (.signed, "verdict.notOnEvidence", "3.2", true),
        (.sent, "route.broken", "3.15", true),
        // Whether it may be completed today is asked of drafts alone.
        (.draft, "authorisation.expired", "3.21", true), (.signed, "authorisation.expired", "3.21", false),
        (.draft, "signatory.noLonger", "3.18.2", true), (.sent, "signatory.noLonger", "3.18.2", false),
        (.draft, "retroactive.noCause", "3.17", true), (.sent, "retroactive.noCause", "3.17", false),
        (.draft, "original.expired", "3.19", true), (.signed, "original.expired", "3.19", false),
        (.signed, "original.operations", "3.19", true),
    ])
    func refusals(_ stage: ReviewedProof.Stage, _ code: String, _ article: String, _ isFound: Bool) throws {
        let refused = ReviewSamples.refused(code, article)
        let found = try findings(ReviewSamples.proof(stage), asKept: refused)
        #expect(found.map(\.code) == (isFound ? ["refused.\(code)"] : []))
        #expect(found.allSatisfy { $0.article == article && $0.good == "CQ-150" && $0.grade == .otherwise && $0.cure != nil })
        // On its own day the same is asked of every proof.
        #expect(try codes(ReviewSamples.proof(stage), onItsDay: refused) == ["wrongOnItsDay refused.\(code) correctedRules"])
    }

    @Test("goods are compared though the proof as a whole could not be completed today", arguments: [
        (ReviewedProof.Stage.draft, ["refused.retroactive.tooLate", "criterion.changed"]), (.signed, ["criterion.changed"]),
        (.sent, ["criterion.changed"]),
    ])
    func goodsOfRefused(_ stage: ReviewedProof.Stage, _ expected: [String]) throws {
        var other = ReviewSamples.good()
        other.criterion = "CTC"
        let refused = ReviewSamples.refused("retroactive.tooLate", "3.17", item: nil, good: other)
        #expect(try findings(ReviewSamples.proof(stage), asKept: refused).map(\.code) == expected)
    }

    @Test("a completed proof that is over is asked only of its own day", arguments: [
        (ReviewedProof.Stage.sent, "2027-05-04", 1), (.sent, "2027-05-05", 0), (.signed, "2027-05-05", 0), (.draft, "2027-05-05", 1),
    ])
    func over(_ stage: ReviewedProof.Stage, _ day: String, _ count: Int) throws {
        let refused = ReviewSamples.refused("verdict.notOnEvidence", "3.2")
        #expect(try codes(ReviewSamples.proof(stage), asKept: refused, day: day).count == count)
        #expect(try codes(ReviewSamples.proof(stage), onItsDay: refused, day: day).count == 1)
    }

    @Test("another rule set is noted, and no more")
    func rules() throws {
        let other = ReviewSamples.drafted(ReviewSamples.good(), rules: "another")
        let found = try findings(ReviewSamples.proof(), today: other)
        #expect(found.map(\.code) == ["rules.changed"] && found.map(\.grade) == [.noted])
        #expect(found[0].was == .init(same: ReviewSamples.rules) && found[0].wouldBe == .init(same: "another"))
    }

    // MARK: Rates

    @Test("rates and savings are compared line by line; what is not known differs from zero", arguments: [
        ("5.7", "34.00", "5.7", "34.00", false), ("5.7", "34.00", "4.8", "34.00", true), ("5.7", "34.00", "5.7", "43.00", true),
        ("0", "0", nil, nil, true), (nil, nil, "0", "0", true), (nil, nil, nil, nil, false), ("5.70", nil, "5.7", nil, false),
    ] as [(String?, String?, String?, String?, Bool)])
    func duties(_ was: String?, _ saved: String?, _ now: String?, _ saves: String?, _ differs: Bool) throws {
        var (then, today) = (ReviewSamples.good(), ReviewSamples.good())
        let untouched = try ReviewSamples.duty("8711.20.90", "10", saves: nil)
        then.duties = [try ReviewSamples.duty("8711.20.10", was, saves: saved), untouched]
        today.duties = [try ReviewSamples.duty("8711.20.10", now, saves: saves), untouched]
        let found = try findings(
            ReviewSamples.proof(), onItsDay: ReviewSamples.drafted(then), asKept: ReviewSamples.drafted(today))
        #expect(found.map(\.code) == (differs ? ["duty.changed"] : []))
        #expect(found.allSatisfy { !($0.was?.english.contains("8711.20.90") ?? true) })
    }

    @Test("at most so much is not exactly so much")
    func atMost() throws {
        var (then, today) = (ReviewSamples.good(), ReviewSamples.good())
        let five = try ExactDecimal(parsing: "5")
        then.duties = [.init(line: "8708.30.12", percent: five, isAtMost: true, saved: nil)]
        today.duties = [.init(line: "8708.30.12", percent: five, saved: nil)]
        let found = try findings(
            ReviewSamples.proof(), onItsDay: ReviewSamples.drafted(then), asKept: ReviewSamples.drafted(today))
        #expect(found.map(\.was?.english) == ["8708.30.12: at most 5%, saving not known"])
        #expect(found.map(\.was?.chinese) == ["8708.30.12：至多5%，节省额未知"])
        #expect(found.map(\.wouldBe?.english) == ["8708.30.12: 5%, saving not known"])
    }

    @Test("no rate known any more is said, not taken as none")
    func ratesLost() throws {
        var then = ReviewSamples.good()
        then.duties = [try ReviewSamples.duty("8711.20.10", "5.7", saves: "34")]
        let found = try findings(ReviewSamples.proof(), onItsDay: ReviewSamples.drafted(then))
        #expect(found.map(\.was?.english) == ["8711.20.10: 5.7%, saves USD 34.00"])
        #expect(found.map(\.wouldBe?.english) == ["no rate known"])
        #expect(found.map(\.wouldBe?.chinese) == ["税率未知"])
    }

    @Test("the saving in the register against the rates of its own day", arguments: [
        ("34.00", ["34.00"], false), ("34.00", ["33.99"], true), ("34.00", ["34.00", "35.00"], false), ("34.00", [], false),
        (nil, ["34.00"], false),
    ] as [(String?, [String], Bool)])
    func savings(_ registered: String?, _ saved: [String], _ differs: Bool) throws {
        var (stated, then) = (ReviewSamples.good(), ReviewSamples.good())
        stated.saved = try registered.map { try ReviewSamples.usd($0) }
        then.duties = try saved.enumerated().map { try ReviewSamples.duty("8711.20.\(10 + $0.offset)", "5", saves: $0.element) }
        let outcome = ReviewSamples.drafted(then)
        let found = try codes(ReviewSamples.proof(good: stated), onItsDay: outcome, asKept: outcome)
        #expect(found == (differs ? ["wrongOnItsDay saving.changed correctedRules"] : []))
    }
}
