import Bilingual
import OriginDetermination
import Testing

/// What holds of every explanation, whatever the dossier.
@Suite struct ExplanationTests {
    /// The tables of the articles, each dossier once more.
    static let samples: [Row<Sketch, String>] =
        OriginatingGoodsTests.ways + CumulationTests.supplements + RegionalValueContentTests.thresholds
        + RegionalValueContentTests.currencies + MinimalOperationsTests.answers + DeMinimisTests.answers
        + PackagingTests.answers + AccessoriesTests.answers + IndirectMaterialsTests.answers
        + MaterialsUsedInProductionTests.answers + DirectConsignmentTests.routes
        + ChangeInTariffClassificationTests.answers + ChemicalReactionTests.answers + ActiveIngredientsTests.answers
        + ChoiceOfAlternativeTests.answers + ChoiceOfAlternativeTests.splits + EvidenceTests.answers
        + MaterialsUsedInProductionTests.depths.map { Row($0.name, $0.given, "") }

    @Test(arguments: samples) func rootIsTheVerdict(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        #expect(determination.explanation.result == Explanation.Result(determination.verdict))
    }

    @Test(arguments: samples) func evidenceStepIsTheVerdictOnEvidence(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        let steps = determination.explanation.children.filter { $0.cites("3.21") }
        #expect(steps.map(\.result) == [Explanation.Result(determination.verdictOnEvidence)])
    }

    /// The way that decides stands below the root with the result the verdict has, the route apart.
    @Test(arguments: samples) func oneWayDecides(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        let ways = ["3.2(a)", "3.2(b)", "3.2(c)"]
        let steps = determination.explanation.children.filter { step in ways.contains { step.cites($0) } }
        guard let last = steps.last else {
            #expect(determination.explanation.children.contains { $0.cites("3.2") && $0.result == .undetermined })
            return
        }
        #expect(steps.dropLast().allSatisfy { $0.result == .notMet })
        guard let route = determination.directConsignment else {
            #expect(last.result == Explanation.Result(determination.verdict))
            return
        }
        let outcome = try #require(Outcome(rawValue: last.result.rawValue))
        #expect(Verdict(outcome.and(route)) == determination.verdict)
        #expect(
            determination.explanation.children.filter { $0.cites("3.15") }.map(\.result.rawValue) == [route.rawValue])
    }

    /// Below 3.2(c) every alternative stands with its outcome, in the order of the findings.
    @Test(arguments: samples) func everyAlternativeAppears(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        guard let rule = determination.explanation.children.first(where: { $0.cites("3.2(c)") }) else {
            #expect(
                determination.alternatives.allSatisfy {
                    $0.criterion == .whollyObtained || $0.criterion == .producedExclusively
                })
            return
        }
        let below = rule.children.dropFirst().flatMap { $0.cites("D13") ? $0.children : [$0] }
        #expect(rule.children.first?.cites("3.6") ?? false)
        #expect(below.map(\.result.rawValue) == determination.alternatives.map(\.outcome.rawValue))
    }

    /// A value content holds where a formula does; de minimis where a test does.
    @Test(arguments: samples) func eitherIsEnough(_ row: Row<Sketch, String>) throws {
        let tree = try row.given.determined().explanation
        for step in tree.steps(citing: "3.5") + tree.steps(citing: "3.7") {
            #expect((step.result == .met) == step.children.contains { $0.result == .met })
        }
    }

    /// A tariff change holds where all changed or de minimis allows the rest, and never where the proviso fails.
    @Test(arguments: samples) func changeRestsOnItsLines(_ row: Row<Sketch, String>) throws {
        for step in try row.given.determined().explanation.steps(citing: "3A.5") where step.cites("3A.7") {
            let lines = step.children.filter { $0.cites("3A.5") }
            let isAllowed = step.children.contains { $0.cites("3.7") && $0.result == .met }
            let provisos = step.children.filter { $0.article.contains("38.08") }
            let changed = lines.allSatisfy { $0.result == .met } || isAllowed
            #expect((step.result == .met) == (changed && provisos.allSatisfy { $0.result == .met }))
        }
    }

    /// Only minimal operations: the rule is not satisfied, whatever its alternatives say.
    @Test(arguments: samples) func minimalOperationsOverride(_ row: Row<Sketch, String>) throws {
        for rule in try row.given.determined().explanation.steps(citing: "3.2(c)") {
            guard let operations = rule.children.first, operations.result == .notMet else { continue }
            #expect(rule.result == .notMet)
        }
    }

    @Test(arguments: samples) func bothLanguagesEverywhere(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        for step in determination.explanation.steps {
            #expect(!step.article.isEmpty)
            expectBothLanguages(step.statement)
            for input in step.inputs {
                expectBothLanguages(input.name)
                #expect(!input.value.isEmpty)
            }
        }
        for note in determination.assumptions + determination.missing + determination.warnings {
            expectBothLanguages(note.message)
        }
        determination.alternatives.forEach { expectBothLanguages($0.reason) }
        determination.materials.flatMap(\.remarks).forEach(expectBothLanguages)
    }

    private func expectBothLanguages(_ text: BilingualText) {
        #expect(!text.english.isEmpty && !text.english.isChinese)
        #expect(text.chinese.isChinese)
    }

    @Test(arguments: samples) func sameDossierSameAnswer(_ row: Row<Sketch, String>) throws {
        #expect(try row.given.determined() == row.given.determined())
    }

    /// Evidence can only take away: what originates on evidence originates as claimed.
    @Test(arguments: samples) func evidenceTakesAway(_ row: Row<Sketch, String>) throws {
        let determination = try row.given.determined()
        if determination.verdictOnEvidence == .originating { #expect(determination.verdict == .originating) }
        if determination.verdict == .notOriginating { #expect(determination.verdictOnEvidence == .notOriginating) }
    }

    @Test func factsOfTheGoodStandFirst() throws {
        let children = try Sketch("8711.20", .foreign("10", "8501.10", "60")).determined().explanation.children
        #expect(children.prefix(2).map(\.article) == ["3.13", "3A; D17"])
        #expect(children.first?.inputs.map(\.value) == ["8711.20", "USD 100.00"])
        #expect(
            children.dropFirst().first?.children.first?.statement.english
                == "The rule of 8711.20 stands at 87.11, page 1: RVC40")
    }

    @Test func groupsOfMaterials() throws {
        let tree = try Sketch(
            "8711.20", .foreign("10", "8501.10", "5"), .unknown("20", "8501.10", "5"), .claimed("30", "8501.10", "5"),
            .foreign("40", "8501.10", "5"), .made("50", "8483.40", "5", from: .foreign("1", "8501.10", "5"))
        ).determined().explanation
        #expect(tree.steps(citing: "3.1").flatMap(\.inputs).map(\.value) == ["10, 40"])
        #expect(tree.steps(citing: "3.5.4").flatMap(\.inputs).map(\.value) == ["20"])
        let originating = tree.children.filter { $0.article == "3.2" }
        #expect(originating.flatMap(\.inputs).map(\.value) == ["30"])
    }
}

extension Explanation.Result {
    init(_ verdict: Verdict) {
        switch verdict {
        case .originating: self = .met
        case .notOriginating: self = .notMet
        case .undetermined: self = .undetermined
        }
    }
}
