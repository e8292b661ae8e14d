import OriginDetermination
import OriginModel

/// What a good of the batch, or one judged before, is as a material of another.
struct ProducedStatus: Sendable, Equatable {
    let code: StatedHSCode
    let status: Material.Status
    /// Where it originates, if it does.
    let party: CountryCode
    /// Whether it also originates on evidence.
    let isEvidenced: Bool

    init(_ code: StatedHSCode, from party: CountryCode, _ verdict: Verdict, onEvidence: Verdict) {
        self.code = code
        self.party = party
        status =
            switch verdict {
            case .originating: .originating
            case .notOriginating: .nonOriginating
            case .undetermined: .undetermined
            }
        isEvidenced = verdict == .originating && onEvidence == .originating
    }

}

/// The determined status of the goods that are materials of others, by their ids.
final class ProducedGoods: Sendable {
    enum Answer: Sendable, Equatable {
        case determined(ProducedStatus)
        /// Its own rows are wrong.
        case faulty
        /// It is made of itself; the ids of the circle.
        case cycle([String])
        /// Too many goods inside goods.
        case tooDeep
    }

    private let answers: [String: Answer]
    private let context: BatchContext

    init(_ answers: [String: Answer], _ context: BatchContext) {
        self.answers = answers
        self.context = context
    }

    /// Whether a material may have a code if it is a good of another; codes of two editions where the correlation of the
    /// editions has one for both.
    func agree(_ code: StatedHSCode, _ other: StatedHSCode) -> Bool {
        if code.edition == other.edition { return code.subheading == other.subheading }
        guard let law = try? context.law(context.date, [code.edition, other.edition]) else { return true }
        return !Set(law.candidates(for: code)).isDisjoint(with: law.candidates(for: other))
    }

    /// nil where no good is named, or after a fault.
    func status(_ slot: Fields.Slot, _ column: Int, _ faults: inout [RowFault]) -> ProducedStatus? {
        guard !slot.isEmpty else { return nil }
        let id = slot.text
        switch answers[id] {
        case .determined(let status): return status
        case .faulty: faults.append(.producedFaulty(column, id))
        case .cycle(let ids) where !ids.contains(id): faults.append(.producedOfCycle(column, id, ids))
        case .cycle(let ids): faults.append(.producedInCycle(column, id, ids))
        case .tooDeep: faults.append(.producedTooDeep(column, id))
        case nil: faults.append(.producedUnknown(column, id))
        }
        return nil
    }
}

extension RowFault {
    static func producedOfOtherCode(_ column: Int, _ id: String, _ code: StatedHSCode, found: String) -> RowFault {
        RowFault(
            column, "producedOfOtherCode", en: "this material is good \(id.excerpt), whose row has another HS code",
            zh: "该材料即货物\(id.excerpt)，而该货物所列HS编码与此不同", found: found,
            expected: .init(same: code.text.excerpt))
    }

    fileprivate static func producedUnknown(_ column: Int, _ id: String) -> RowFault {
        RowFault(
            column, "producedUnknown", en: "there is no good \(id.excerpt) in this batch", zh: "本批中没有货物\(id.excerpt)",
            found: id,
            expected: .init(
                en: "the good_id of a good of the same batch, or of one in the table of --produced",
                zh: "同批货物的good_id，或--produced表中的货物"))
    }

    fileprivate static func producedFaulty(_ column: Int, _ id: String) -> RowFault {
        RowFault(
            column, "producedFaulty", en: "good \(id.excerpt) could not be determined because of errors of its own",
            zh: "货物\(id.excerpt)自身数据有误，未能判定", found: id)
    }

    fileprivate static func producedTooDeep(_ column: Int, _ id: String) -> RowFault {
        RowFault(
            column, "producedTooDeep",
            en: "good \(id.excerpt) contains goods of the batch to more than \(ProducedGoodsRun.deepest) levels",
            zh: "货物\(id.excerpt)所含本批货物超过\(ProducedGoodsRun.deepest)层", found: id)
    }

    fileprivate static func producedOfCycle(_ column: Int, _ id: String, _ ids: [String]) -> RowFault {
        let circle = ids.map(\.excerpt).joined(separator: " → ")
        return RowFault(
            column, "producedCycle", en: "good \(id.excerpt) is made of goods that are made of each other: \(circle)",
            zh: "货物\(id.excerpt)由互为材料的货物制成：\(circle)", found: id)
    }

    fileprivate static func producedInCycle(_ column: Int, _ id: String, _ ids: [String]) -> RowFault {
        let circle = ids.map(\.excerpt).joined(separator: " → ")
        return RowFault(
            column, "producedCycle", en: "these goods are made of each other: \(circle)", zh: "这些货物互为材料：\(circle)",
            found: id, expected: .init(en: "goods that do not contain themselves", zh: "货物不得直接或间接以自身为材料"))
    }
}
