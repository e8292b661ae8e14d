import Batch
import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel
import OriginRules
import Reporting

/// The lines of `--explain`: what `rcep check --format json` prints for the same dossier, on one line.
struct BatchExplanations: Sendable {
    let command: BatchCommand
    let laws: BatchLaws

    func context(date: CalendarDate) -> BatchContext {
        let laws = self.laws
        let language = command.shared.language
        let law: @Sendable (CalendarDate, Set<HSEdition>) throws(InputProblems) -> LawInForce = {
            day, editions throws(InputProblems) in try laws.law(on: day, editions: editions)
        }
        guard command.explain != nil else {
            return BatchContext(date: date, digest: InputDigest.hexadecimal, law: law)
        }
        return BatchContext(
            date: date, digest: InputDigest.hexadecimal, law: law,
            explain: { judged, bytes throws(InputProblems) in try Self.append(judged, laws, language, to: &bytes) },
            languages: .only(language),
            explainProblems: { Array(ProblemsJSON(language: language).line($0).utf8) })
    }

    private static func append(
        _ judged: BatchContext.Judged, _ laws: BatchLaws, _ language: Language, to bytes: inout [UInt8]
    ) throws(InputProblems) {
        let determination = judged.judged.determination()
        var context = ReportContext(
            language: language, inputDigest: InputDigest.hexadecimal(judged.source), programVersion: Program.version)
        context.claims = try laws.claims(for: determination, of: judged.dossier)
        DeterminationJSON(context).appendLine(determination, to: &bytes)
    }
}
