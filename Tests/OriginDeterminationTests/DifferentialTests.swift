import OriginDetermination
import OriginModel
import OriginRules
import Testing

/// The engine against a slow second evaluator written from the law alone, on random dossiers.
struct DifferentialTests {
    static let chunks: [UInt64] = Array(0..<120)
    static let casesPerChunk: UInt64 = 100

    @Test(arguments: chunks)
    func engineAgreesWithTheLiteralEvaluator(chunk: UInt64) throws {
        let pools = try TestLaw.pools.get()
        let determiner = Determiner(law: pools.law)
        for seed in chunk * Self.casesPerChunk..<(chunk + 1) * Self.casesPerChunk {
            let drawn = try #require(DossierGenerator.draw(seed: seed, pools: pools))
            let found = Comparison(determiner: determiner).differences(drawn)
            guard !found.isEmpty else { continue }
            let smallest = Comparison(determiner: determiner).shrunk(drawn)
            Issue.record(
                """
                seed \(seed), preferring \(drawn.preferring?.rawValue ?? "nothing")
                \(Comparison(determiner: determiner).differences(smallest).joined(separator: "\n"))
                rule: \(pools.law.candidates(for: drawn.dossier.good.hsCode).map { "\($0) \(pools.text($0))" })
                \(DossierDump(dossier: smallest.dossier))
                """)
        }
    }

    /// Over the very same dossiers: a part of the law that is hardly reached is hardly tested.
    @Test func everyPartOfTheLawIsReached() throws {
        let pools = try TestLaw.pools.get()
        var counts: [LawPoint: Int] = [:]
        for seed in 0..<UInt64(Self.chunks.count) * Self.casesPerChunk {
            let drawn = try #require(DossierGenerator.draw(seed: seed, pools: pools))
            let evaluator = LiteralEvaluator(law: pools.law, dossier: drawn.dossier, on: drawn.date)
            for point in try evaluator.answer().reached { counts[point, default: 0] += 1 }
        }
        for point in LawPoint.allCases {
            let count = counts[point, default: 0]
            #expect(count >= point.leastCount, "\(point) was reached \(count) times only")
        }
    }
}

extension LawPoint {
    /// How many of the dossiers must go through it.
    var leastCount: Int {
        switch self {
        case .criterionDiffersByReading: 1
        case .goodCandidatesDisagree: 10
        default: 20
        }
    }
}

/// Holds both answers to one dossier against each other.
struct Comparison {
    let determiner: Determiner

    func differences(_ drawn: RandomCase) -> [String] {
        let reference: ReferenceAnswer
        do {
            let evaluator = LiteralEvaluator(law: determiner.law, dossier: drawn.dossier, on: drawn.date)
            reference = try evaluator.answer(preferring: drawn.preferring)
        } catch {
            return ["the reference refuses: \(error)"]
        }
        do {
            let determination = try determiner.determine(drawn.dossier, on: drawn.date, preferring: drawn.preferring)
            return reference.differences(from: ReferenceAnswer(determination))
        } catch {
            return ["the engine refuses: \(error)"]
        }
    }

    /// Leaves out of the dossier whatever the difference does not need.
    func shrunk(_ drawn: RandomCase) -> RandomCase {
        var smallest = drawn
        let original = differences(drawn).map(kind)
        var shrinking = true
        while shrinking {
            shrinking = false
            for smaller in Shrinking.steps(smallest.dossier) {
                var candidate = smallest
                candidate.dossier = smaller
                guard differences(candidate).map(kind) == original else { continue }
                smallest = candidate
                shrinking = true
                break
            }
        }
        return smallest
    }

    /// The name of the part that differs.
    private func kind(_ difference: String) -> Substring { difference.prefix { $0 != ":" } }
}

/// Every dossier that is one step simpler.
enum Shrinking {
    static func steps(_ dossier: Dossier) -> [Dossier] {
        let changes: [(inout Dossier) -> Void] = [
            { $0.route = [] }, { $0.costs = nil }, { $0.production.operations = [] },
            { $0.production.chemicalReaction = nil }, { $0.production.whollyObtained = nil },
            { $0.importingParty = nil }, { $0.good.netWeightKg = nil }, { $0.good.ruleBranch = nil },
        ]
        let whole = changes.map { change in
            var copy = dossier
            change(&copy)
            return copy
        }
        let lists = lists(simplerThan: dossier.materials).map { materials in
            var copy = dossier
            copy.materials = materials
            return copy
        }
        return (lists + whole).filter { $0 != dossier }
    }

    private static func lists(simplerThan materials: [Material]) -> [[Material]] {
        materials.indices.flatMap { index in
            var without = materials
            without.remove(at: index)
            return [without] + simpler(materials[index]).map { material in
                var copy = materials
                copy[index] = material
                return copy
            }
        }
    }

    private static func simpler(_ material: Material) -> [Material] {
        let changes: [(inout Material) -> Void] = [
            { $0.selfProduced = nil }, { $0.deductions = nil }, { $0.evidence = nil }, { $0.netWeightKg = nil },
            { $0.activeIngredient = nil }, { $0.country = nil }, { $0.selfProduced?.operations = [] },
            { $0.selfProduced?.chemicalReaction = nil },
        ]
        let plain = changes.map { change in
            var copy = material
            change(&copy)
            return copy
        }
        guard let made = material.selfProduced else { return plain }
        let inner = lists(simplerThan: made.materials).filter { !$0.isEmpty }.map { materials in
            var copy = material
            copy.selfProduced?.materials = materials
            return copy
        }
        return plain + inner
    }
}
