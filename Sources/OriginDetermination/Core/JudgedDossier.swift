import Bilingual
import OriginModel
import OriginRules

/// A dossier that has been checked and judged: what a row of a batch says of it and the full determination are made
/// out of it, each only where it is asked for.
package struct JudgedDossier {
    let prepared: PreparedCase
    let evaluation: UnitEvaluation
    let claimed: Conclusion
    let onEvidence: Conclusion
    let route: Outcome?

    /// Without findings and explanation.
    package var summary: SummarizedDossier {
        var answer = CompactAnswer.of(
            prepared.compact, evaluation, prepared.consulted.deMinimis, route: route)
        answer.countryOfOrigin = claimed.countryOfOrigin(prepared).map(CompactAnswer.CountryOfOrigin.init)
        var rules: [String] = []
        for code in prepared.goodCodes {
            let rule = prepared.consulted.rule(for: code)
            if let rule, !rules.contains(rule.text) { rules.append(rule.text) }
        }
        let failing = answer.failing.map { prepared.lines[Int($0)].path }
        return SummarizedDossier(answer: answer, failing: failing, rules: rules)
    }

    /// - Parameter preferring: the criterion the exporter would like to state; used when it is met.
    package func determination(preferring: Criterion? = nil) -> Determination {
        Findings(
            prepared: prepared, claimed: claimed, onEvidence: onEvidence, route: route, preferring: preferring
        ).determination()
    }
}

/// The answer to a dossier with what a row of a batch says of it.
package struct SummarizedDossier: Sendable {
    package let answer: CompactAnswer
    /// Paths of the lines that fail, as in `CompactAnswer.failing`.
    package let failing: [String]
    /// The rows of the annex that may apply, as printed.
    package let rules: [String]
}

extension Determiner {
    /// - Parameter languages: those that the determination will be read in.
    /// - Throws: every fact of the dossier that cannot be right, with a JSON pointer to it.
    package func judge(
        _ dossier: Dossier, on date: CalendarDate, in languages: LanguageChoice = .both
    ) throws(InputProblems) -> JudgedDossier {
        var preparation = CasePreparation(dossier, on: date, consulted, in: languages)
        let prepared = try preparation.prepare()
        var evaluation = UnitEvaluation()
        evaluation.evaluate(prepared.compact, unit: 0, under: .all, consulted.deMinimis)
        let route = DirectConsignment.outcome(dossier.route)
        return JudgedDossier(
            prepared: prepared, evaluation: evaluation,
            claimed: Conclusion(evaluation, prepared, .claimed, route: route),
            onEvidence: Conclusion(evaluation, prepared, .onEvidence, route: route), route: route)
    }
}

extension Conclusion {
    /// Article 2.6, for a good that originates and an importing Party.
    func countryOfOrigin(_ prepared: PreparedCase) -> CountryOfOriginFinding? {
        guard verdict == .originating,
            let party = prepared.dossier.importingParty.flatMap(prepared.law.agreement.party)
        else { return nil }
        return TariffDifferentials(prepared, assessment, alone: alone, importingParty: party).finding()
    }
}
