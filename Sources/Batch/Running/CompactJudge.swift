import OriginDetermination
import OriginModel

/// Judges goods whose rows are of the usual form, one after the other, without a dossier in between.
struct CompactJudge: ~Copyable {
    private var good: Fields
    private var material: Fields
    private var rows: CompactRows
    private var room = EvaluationRoom()
    /// The rules as fields of the output, one after the other.
    private var ruleFields: [UInt8] = []
    /// By place in the index of rules: where each ends among them.
    private var ruleEnds: [Int] = []

    init(goods: TableHeader, materials: TableHeader) {
        good = Fields(goods)
        material = Fields(materials)
        rows = CompactRows(materials)
    }

    /// Judges from the entry at `first` on until one is not of the usual form.
    /// - Parameter law: always the same.
    /// - Returns: the place of that entry, or how many entries there are.
    mutating func judge(
        _ chunk: Chunk, from first: Int, _ law: CompactLaw, into result: ChunkResult
    ) -> Int {
        chunk.goodsBytes.withUnsafeBufferPointer { goods in
            chunk.materialBytes.withUnsafeBufferPointer { bytes in
                chunk.entries.withUnsafeBufferPointer { entries in
                    chunk.runs.withUnsafeBufferPointer { runs in
                        guard let goods = goods.baseAddress, let bytes = bytes.baseAddress,
                            let entry = entries.baseAddress
                        else { return first }
                        var index = first
                        while index < entries.count,
                            judge(entry + index, goods, runs, bytes, law, result)
                        {
                            index += 1
                        }
                        return index
                    }
                }
            }
        }
    }

    private mutating func judge(
        _ entry: UnsafePointer<Chunk.Entry>, _ goods: UnsafePointer<UInt8>,
        _ runs: UnsafeBufferPointer<Chunk.Run>, _ bytes: UnsafePointer<UInt8>, _ law: CompactLaw,
        _ result: ChunkResult
    ) -> Bool {
        let row = entry.pointee.row
        guard !row.isCut, !row.isQuoted, entry.pointee.problems.isEmpty, entry.pointee.runs.count <= 1,
            good.readLine(goods + row.start) != nil, good[GoodsColumn.date.place].isEmpty
        else { return false }
        let run = entry.pointee.runs.first.map { runs[$0] }
        guard run?.isQuoted != true,
            rows.read(good, bytes + (run?.start ?? 0), count: entry.pointee.rowCount, &material, law)
        else { return false }
        var answer = law.answer(rows.facts, in: &room)
        if let parties = rows.parties {
            guard let currency = CurrencyCode(good[GoodsColumn.currency.place].text) else { return false }
            let countries = material.column(MaterialColumn.country.place)
            answer.countryOfOrigin = law.countryOfOrigin(
                answer, rows.facts, in: room, code: rows.code, exportingParty: parties.exporting,
                party: parties.importing, currency: currency, decimals: AmountScale.money.decimals,
                country: { countries[$0].twoLetters.map(CountryCode.init(packed:)) })
        }
        write(answer, to: &result.answers)
        result.tally.lines += entry.pointee.rowCount
        result.tally.count(answer, chapter: Int(rows.code / 10_000))
        return true
    }

    /// Ids of rows of the usual form need no quotation marks.
    private mutating func write(_ answer: borrowing CompactAnswer, to output: inout [UInt8]) {
        addRuleField()
        let place = rows.place
        let range = (place == 0 ? 0 : ruleEnds[place - 1])..<ruleEnds[place]
        ruleFields.withUnsafeBufferPointer {
            AnswerRow.answer(good[0].bytes, answer, rule: UnsafeBufferPointer(rebasing: $0[range]), to: &output)
        }
        let ids = material.column(MaterialColumn.materialID.place)
        for (index, line) in answer.failing.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ";")) }
            output.append(contentsOf: ids[Int(line)].bytes)
        }
        output.append(AnswerRow.lineBreak)
    }

    private mutating func addRuleField() {
        while ruleEnds.count <= rows.place {
            AnswerRow.field(rows.index.text(at: ruleEnds.count).utf8, to: &ruleFields)
            ruleEnds.append(ruleFields.count)
        }
    }
}
