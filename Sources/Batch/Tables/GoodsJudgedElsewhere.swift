import Bilingual
import LocalFiles
import OriginDetermination
import OriginModel

/// Goods that materials of the batch name and that have been judged before: those of another plant or another batch.
struct GoodsJudgedElsewhere {
    private(set) var answers: [String: ProducedGoods.Answer] = [:]
    private(set) var warnings: [InputProblem] = []
    private let file: String
    private let context: BatchContext

    /// - Parameter path: a table with `ProducedColumn`; nil for no such goods.
    /// - Throws: everything that is wrong with the table; a good of which nothing is known is not left out in silence.
    init(_ path: String?, _ context: BatchContext) throws(InputProblems) {
        file = path ?? ""
        self.context = context
        guard let path else { return }
        let stream = try problems { () throws(InputProblem) in try RecordStream(path) }
        let (header, strange) = try TableHeader.read(stream, ProducedColumn.self, required: ProducedColumn.required)
        warnings = strange
        var fields = Fields(header)
        var faults: [InputProblem] = []
        while let record = try problems({ () throws(InputProblem) in try stream.next() }) {
            read(record, of: stream, header, &fields, &faults)
        }
        guard faults.isEmpty else { throw InputProblems(faults) }
    }

    /// Refuses goods whose answer would be known twice.
    func requireNone(of goods: Set<String>) throws(InputProblems) {
        guard let twice = answers.keys.filter(goods.contains).min() else { return }
        throw InputProblems([.judgedTwice(file, twice)])
    }

    /// Refuses a table that would have no effect.
    func requireNothing(of materials: String) throws(InputProblems) {
        guard file.isEmpty else { throw InputProblems([.notNamed(materials, by: file)]) }
    }

    private mutating func read(
        _ record: RecordStream.Record, of stream: RecordStream, _ header: TableHeader, _ fields: inout Fields,
        _ faults: inout [InputProblem]
    ) {
        guard !record.isCut else { return faults.append(.recordTooLong(file, record.line)) }
        var bytes = Array(UnsafeBufferPointer(start: stream.bytes + record.start, count: record.count))
        let row = Chunk.Row(start: 0, count: bytes.count, line: record.line, isQuoted: record.isQuoted, isCut: false)
        bytes.append(AnswerRow.lineBreak)
        bytes.append(contentsOf: repeatElement(0, count: Chunk.padding))
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            do throws(Fields.Fault) {
                try fields.read(base, row.count, isQuoted: row.isQuoted)
            } catch {
                return faults.append(DossierFromRows.problem(error, file, row.line))
            }
            var found: [RowFault] = []
            let good = RowReader(names: ProducedColumn.allCases.map(\.rawValue)).producedGood(fields, &found)
            if let good { check(good.answer, &found) }
            if let good, answers.updateValue(good.answer, forKey: good.id) != nil {
                found.append(.repeatedProducedGood(good.id))
            }
            faults += found.map { $0.problem(in: row, bytes, header) }
        }
    }

    /// What only the law can tell.
    private func check(_ answer: ProducedGoods.Answer, _ faults: inout [RowFault]) {
        guard case .determined(let good) = answer, let law = try? context.law(context.date, [good.code.edition]) else {
            return
        }
        if law.agreement.party(good.party) == nil { faults.append(.noParty(good.party)) }
        if let codes = law.nomenclatures[good.code.edition], !codes.contains(good.code.subheading) {
            faults.append(.noCode(good.code))
        }
    }
}

extension RowFault {
    /// What is claimed without evidence is never less.
    static func moreOnEvidence(_ column: Int, onEvidence: Verdict, _ claimed: Verdict) -> RowFault {
        RowFault(
            column, "moreOnEvidence", en: "a good that is \(claimed.rawValue) does not originate on evidence",
            zh: "\(claimed.rawValue)的货物不可能依证明文件原产", found: onEvidence.rawValue,
            expected: .init(same: claimed.rawValue))
    }

    fileprivate static func noParty(_ party: CountryCode) -> RowFault {
        RowFault(
            ProducedColumn.exportingParty.place, "noParty", en: "\(party) is not a Party to RCEP",
            zh: "\(party)不是RCEP缔约方", found: "\(party)", expected: .countryAllowed)
    }

    fileprivate static func noCode(_ code: StatedHSCode) -> RowFault {
        RowFault(
            ProducedColumn.hsCode.place, "noCode",
            en: "\(code.subheading) does not exist in HS \(code.edition.rawValue)",
            zh: "HS \(code.edition.rawValue)中没有编码\(code.subheading)", found: code.text)
    }

    fileprivate static func repeatedProducedGood(_ id: String) -> RowFault {
        RowFault(
            ProducedColumn.goodID.place, "repeatedProducedGood", en: "good \(id.excerpt) stands in this table already",
            zh: "货物\(id.excerpt)在该表中重复", found: id, expected: .init(en: "each good once", zh: "每项货物只出现一次"))
    }
}

extension InputProblem {
    fileprivate static func notNamed(_ materials: String, by file: String) -> InputProblem {
        InputProblem(
            file: materials, place: .wholeFile, code: "batch.noProducedGoods",
            message: BilingualText(
                en: "there is no column produced_good_id, so nothing is made of the goods in \(file)",
                zh: "没有produced_good_id列，\(file)中的货物未被任何材料引用"),
            expected: BilingualText(en: "that column, or no --produced", zh: "该列，或不带--produced"))
    }

    fileprivate static func judgedTwice(_ file: String, _ id: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "batch.judgedTwice",
            message: BilingualText(
                en: "good \(id.excerpt) stands in this table, but is also a good of the batch, which judges it itself",
                zh: "货物\(id.excerpt)列于该表，但同时也是本批货物，将由本批判定"),
            found: id.excerpt, expected: BilingualText(en: "goods of other batches only", zh: "仅列其他批次的货物"))
    }
}
