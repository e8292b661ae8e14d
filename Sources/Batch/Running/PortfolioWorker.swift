import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel

/// Judges goods out of the tables.
final class PortfolioWorker: ChunkWorker {
    /// Problems of a chunk that are kept for showing.
    private static let mostProblems = 50
    private let context: BatchContext
    private let goodsHeader: TableHeader
    private let produced: ProducedGoods?
    private var laws: WorkerLaws
    private var good: Fields
    private var material: Fields
    private var dossiers: DossierFromRows
    private var compact: CompactJudge
    private var result = ChunkResult()
    /// Of the good that was judged last; nil after errors.
    private var lastAnswer: (code: StatedHSCode, party: CountryCode, answer: CompactAnswer)?

    init(_ context: BatchContext, goods: TableHeader, materials: TableHeader, produced: ProducedGoods?) {
        self.context = context
        self.produced = produced
        goodsHeader = goods
        laws = WorkerLaws(context)
        good = Fields(goods)
        material = Fields(materials)
        dossiers = DossierFromRows(goods: goods, materials: materials)
        compact = CompactJudge(goods: goods, materials: materials)
    }

    func process(_ chunk: Chunk, into result: ChunkResult) {
        self.result = result
        result.number = chunk.number
        result.answers.reserveCapacity(chunk.entries.count * 96)
        var index = 0
        while index < chunk.entries.count {
            // Goods of the usual form need no dossier, where no determination is to be written.
            if context.explain == nil, let law = try? laws.usualLaw() {
                index = compact.judge(chunk, from: index, law, into: result)
                guard index < chunk.entries.count else { break }
            }
            judge(chunk.entries[index], chunk)
            index += 1
        }
        for problem in chunk.strayProblems { keep(problem) }
        result.tally.problems += chunk.strayCount
        result.tally.strays += chunk.strayCount
    }

    /// What a good is as a material of another.
    func status(of entry: Chunk.Entry, in chunk: Chunk) -> ProducedGoods.Answer {
        result = ChunkResult()
        lastAnswer = nil
        judge(entry, chunk)
        guard let (code, party, answer) = lastAnswer else { return .faulty }
        return .determined(ProducedStatus(code, from: party, answer.verdict, onEvidence: answer.verdictOnEvidence))
    }

    private func keep(_ problem: InputProblem) {
        if result.problems.count < Self.mostProblems { result.problems.append(problem) }
    }

    private func judge(_ entry: Chunk.Entry, _ chunk: Chunk) {
        result.tally.lines += entry.rowCount
        var problems = entry.problems
        var count = problems.count
        let isReadable = chunk.goodsBytes.withUnsafeBufferPointer { bytes -> Bool in
            guard let base = bytes.baseAddress, !entry.row.isCut else {
                problems.append(.recordTooLong(goodsHeader.file, entry.row.line))
                count += 1
                return false
            }
            do throws(Fields.Fault) {
                try good.read(base + entry.row.start, entry.row.count, isQuoted: entry.row.isQuoted)
                return true
            } catch {
                problems.append(DossierFromRows.problem(error, goodsHeader.file, entry.row.line))
                count += 1
                return false
            }
        }
        if isReadable, problems.isEmpty {
            (problems, count) = judgeReadable(entry, chunk)
            if count == 0 { return }
        }
        report(problems, count, entry, chunk, isReadable: isReadable)
    }

    private func report(
        _ problems: [InputProblem], _ count: Int, _ entry: Chunk.Entry, _ chunk: Chunk, isReadable: Bool
    ) {
        for problem in problems { keep(problem) }
        result.tally.problems += count
        let chapter = isReadable ? Self.chapter(good[GoodsColumn.hsCode.place]) : 0
        result.tally.countError(chapter: chapter)
        if isReadable {
            AnswerRow.error(good[0].bytes, to: &result.answers)
        } else {
            let row = entry.row
            let texts = chunk.goodsBytes.withUnsafeBufferPointer { bytes in
                bytes.baseAddress.map { Fields.texts($0 + row.start, min(row.count, 4096)) } ?? []
            }
            let field = goodsHeader.fields[0]
            AnswerRow.error((field < texts.count ? texts[field].excerpt : "").utf8, to: &result.answers)
        }
        if context.explain != nil {
            result.explanations += context.explainProblems(problems)
            result.explanations.append(AnswerRow.lineBreak)
        }
    }

    private static func chapter(_ code: Fields.Slot) -> Int {
        guard code.count >= 2 else { return 0 }
        let (tens, ones) = (Int(code.start[0]) - 0x30, Int(code.start[1]) - 0x30)
        return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : 0
    }

    // MARK: Any good

    /// Through the dossier the rows stand for; problems with their number, none where the good was judged.
    private func judgeReadable(_ entry: Chunk.Entry, _ chunk: Chunk) -> ([InputProblem], Int) {
        let rows = chunk.rows(of: entry)
        let dossier = dossiers.read(
            good, entry.row, goodsBytes: chunk.goodsBytes, materialRows: rows, materialBytes: chunk.materialBytes,
            fields: &material, produced: produced, date: context.date)
        guard let dossier else { return (dossiers.problems, dossiers.problemCount) }
        let date = dossier.date ?? context.date
        do throws(InputProblems) {
            let judged = try laws.law(on: date, for: dossier).determiner
                .judge(dossier, on: date, in: context.languages)
            let summary = judged.summary
            if let explain = context.explain {
                try explain(
                    .init(dossier: dossier, judged: consume judged, source: source(entry, rows, chunk)),
                    &result.explanations)
                result.explanations.append(AnswerRow.lineBreak)
            }
            append(summary, to: good[0])
            lastAnswer = (dossier.good.hsCode, dossier.exportingParty, summary.answer)
            return ([], 0)
        } catch {
            let located = error.problems.map {
                dossiers.located(
                    $0, entry.row, goodsBytes: chunk.goodsBytes, materialRows: rows, materialBytes: chunk.materialBytes)
            }
            return (located, located.count)
        }
    }

    private func append(_ summary: SummarizedDossier, to id: Fields.Slot) {
        AnswerRow.answer(id.bytes, summary, to: &result.answers)
        result.tally.count(summary.answer, chapter: Self.chapter(good[GoodsColumn.hsCode.place]))
    }

    /// The rows of a good with a line break after each.
    private func source(_ entry: Chunk.Entry, _ materials: [Chunk.Row], _ chunk: Chunk) -> [UInt8] {
        let length = materials.reduce(entry.row.count + 1) { $0 + $1.count + 1 }
        return [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
            chunk.goodsBytes.withUnsafeBufferPointer { Self.append(entry.row, of: $0, to: bytes, &count) }
            chunk.materialBytes.withUnsafeBufferPointer { rows in
                for row in materials { Self.append(row, of: rows, to: bytes, &count) }
            }
        }
    }

    private static func append(
        _ row: Chunk.Row, of rows: UnsafeBufferPointer<UInt8>, to bytes: UnsafeMutableBufferPointer<UInt8>,
        _ count: inout Int
    ) {
        let target = UnsafeMutableBufferPointer(rebasing: bytes[count..<count + row.count])
        _ = target.initialize(fromContentsOf: rows[row.start..<row.start + row.count])
        count += row.count
        bytes[count] = AnswerRow.lineBreak
        count += 1
    }
}

extension Dossier {
    /// Whether all codes are of the edition where none is named, and no intermediate has inputs of its own to look at.
    var isOfNewestEdition: Bool {
        guard good.hsCode.edition == .hs2022 else { return false }
        for place in materials.indices
        where materials[place].hsCode.edition != .hs2022 || materials[place].selfProduced != nil { return false }
        return true
    }

    /// Editions of all codes in it.
    var editions: Set<HSEdition> {
        var editions: Set<HSEdition> = [good.hsCode.edition]
        func visit(_ materials: [Material]) {
            // By place: a material is large, and is not to be copied for this.
            for place in materials.indices {
                editions.insert(materials[place].hsCode.edition)
                if let inputs = materials[place].selfProduced?.materials { visit(inputs) }
            }
        }
        visit(materials)
        return editions
    }
}
