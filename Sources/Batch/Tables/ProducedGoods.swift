import OriginModel

/// What a good of the batch is as a material of another.
struct ProducedStatus: Sendable, Equatable {
    var status: Material.Status
    /// Where it originates, if it does.
    var party: CountryCode
    /// Whether it also originates on evidence.
    var isEvidenced: Bool
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

    init(_ answers: [String: Answer]) { self.answers = answers }

    /// nil where no good is named, or after a fault.
    func status(_ slot: Fields.Slot, _ column: Int, _ faults: inout [RowFault]) -> ProducedStatus? {
        guard !slot.isEmpty else { return nil }
        let id = slot.text
        switch answers[id] {
        case .determined(let status): return status
        case .faulty: faults.append(.producedFaulty(column, id))
        case .cycle(let ids): faults.append(.producedInCycle(column, id, ids))
        case .tooDeep: faults.append(.producedTooDeep(column, id))
        case nil: faults.append(.producedUnknown(column, id))
        }
        return nil
    }
}

extension RowFault {
    fileprivate static func producedUnknown(_ column: Int, _ id: String) -> RowFault {
        RowFault(
            column, "producedUnknown", en: "there is no good \(id.excerpt) in this batch", zh: "本批中没有货物\(id.excerpt)",
            found: id, expected: .init(en: "the good_id of a good of the same batch", zh: "同批货物的good_id"))
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

    fileprivate static func producedInCycle(_ column: Int, _ id: String, _ ids: [String]) -> RowFault {
        let circle = ids.map(\.excerpt).joined(separator: " → ")
        return RowFault(
            column, "producedCycle", en: "these goods are made of each other: \(circle)", zh: "这些货物互为材料：\(circle)",
            found: id, expected: .init(en: "goods that do not contain themselves", zh: "货物不得直接或间接以自身为材料"))
    }
}
