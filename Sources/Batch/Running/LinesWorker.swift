import Bilingual
import DossierFiles
import OriginDetermination
import OriginModel

/// Judges dossiers, one a line.
final class LinesWorker: ChunkWorker {
    private static let mostProblems = 50
    private let context: BatchContext
    private let name: String
    private var laws: WorkerLaws
    private var result = ChunkResult()

    init(_ context: BatchContext, file: String) {
        self.context = context
        name = file
        laws = WorkerLaws(context)
    }

    func process(_ chunk: Chunk, into result: ChunkResult) {
        self.result = result
        result.number = chunk.number
        for entry in chunk.entries { judge(entry.row, chunk) }
    }

    private func judge(_ row: Chunk.Row, _ chunk: Chunk) {
        let bytes = Array(chunk.goodsBytes[row.start..<row.start + row.count])
        guard !row.isCut else { return report([.lineTooLong(name, row.line)], id: "") }
        let reading = DossierFile.inspect(bytes, file: name, firstLine: row.line)
        guard let source = reading.source else { return report(reading.problems.map(\.ofOneLine), id: "") }
        let dossier = source.dossier
        do throws(InputProblems) {
            let judged = try judged(dossier)
            guard reading.problems.isEmpty else { return report(reading.problems, id: dossier.good.id, dossier) }
            try append(judged, of: dossier, bytes)
        } catch {
            // The facts are looked at in spite of faults of the shape, so that both are told at once.
            let all = ProblemMerging().merged(reading.problems, ofFacts: error.problems, in: source)
            report(all, id: dossier.good.id, dossier)
        }
    }

    private func judged(_ dossier: Dossier) throws(InputProblems) -> JudgedDossier {
        let date = dossier.date ?? context.date
        return try laws.law(on: date, for: dossier).determiner.judge(dossier, on: date, in: context.languages)
    }

    private func append(_ judged: JudgedDossier, of dossier: Dossier, _ bytes: [UInt8]) throws(InputProblems) {
        let summary = judged.summary
        if let explain = context.explain {
            try explain(.init(dossier: dossier, judged: judged, source: bytes), &result.explanations)
            result.explanations.append(AnswerRow.lineBreak)
        }
        AnswerRow.answer(dossier.good.id.utf8, summary, to: &result.answers)
        result.tally.lines += dossier.materials.count
        result.tally.count(summary.answer, chapter: Self.chapter(dossier))
    }

    private static func chapter(_ dossier: Dossier) -> Int {
        Int(dossier.good.hsCode.subheading.prefix(.chapter).number)
    }

    private func report(_ problems: [InputProblem], id: String, _ dossier: Dossier? = nil) {
        for problem in problems where result.problems.count < Self.mostProblems { result.problems.append(problem) }
        result.tally.problems += problems.count
        result.tally.countError(chapter: dossier.map(Self.chapter) ?? 0)
        AnswerRow.error(id.utf8, to: &result.answers)
        if context.explain != nil {
            result.explanations += context.explainProblems(problems)
            result.explanations.append(AnswerRow.lineBreak)
        }
    }
}

extension InputProblem {
    /// What is no JSON in itself may be a piece of a dossier that stands on several lines.
    fileprivate var ofOneLine: InputProblem {
        guard code.hasPrefix("json.") else { return self }
        let text = BilingualText(
            en: "\(message.english); every line has to be a whole dossier", zh: "\(message.chinese)；每行须为一份完整的资料")
        return InputProblem(file: file, place: place, code: code, message: text, found: found, expected: expected)
    }

    fileprivate static func lineTooLong(_ file: String, _ line: Int) -> InputProblem {
        InputProblem(
            file: file, place: .line(line, column: 0), code: "batch.lineTooLong",
            message: BilingualText(
                en: "the line is longer than \(LinesReader.longestLine >> 20) MiB", zh: "该行超过\(LinesReader.longestLine >> 20) MiB"),
            expected: BilingualText(en: "one dossier (rcep-dossier/1) in a line", zh: "每行一份资料（rcep-dossier/1）"))
    }
}
