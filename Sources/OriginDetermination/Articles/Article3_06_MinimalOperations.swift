import Bilingual

/// Article 3.6: minimal operations never confer origin on what is made with non-originating materials, alone or combined.
enum MinimalOperations {
    static func preventOrigin(_ operations: CompactUnit.Operations) -> Bool {
        operations == .allMinimal
    }
}

extension Note {
    static func operationsNotStated(place: String) -> Note {
        Note(
            code: "operations.notStated",
            message: BilingualText(
                en: "No operations are stated: more than the minimal operations of Article 3.6 is assumed. A declaration needs them stated.",
                zh: "未说明加工工序：假定所做加工超出第三章第六条的微小加工和处理。出具原产地声明时必须说明。"),
            place: place)
    }

    static func intermediateOperationsNotStated(_ path: String, place: String) -> Note {
        Note(
            code: "operations.notStated",
            message: BilingualText(
                en: "No operations are stated for self-produced material \(path): more than minimal operations is assumed.",
                zh: "未说明自产中间品\(path)的加工工序：假定超出微小加工和处理。"),
            place: place)
    }
}

extension Explainer {
    func minimalOperations(_ unit: CompactUnit) -> Explanation {
        switch unit.operations {
        case .allMinimal:
            Explanation(
                article: "3.6",
                statement: BilingualText(
                    en: "Every operation stated is minimal: none confers origin, alone or combined, whatever the rule.",
                    zh: "所述工序均属微小加工和处理：无论单独或组合，均不赋予原产资格，无论适用何种规则。"),
                result: .notMet, children: isGood(unit) ? operations : [])
        case .moreThanMinimal:
            Explanation(
                article: "3.6",
                statement: BilingualText(
                    en: "At least one operation stated is more than minimal.", zh: "所述工序中至少有一项超出微小加工和处理。"),
                result: .met, children: isGood(unit) ? operations : [])
        case .notStated:
            Explanation(
                article: "3.6; D5",
                statement: BilingualText(
                    en: "No operation is stated; more than minimal operations is assumed.", zh: "未说明工序；假定超出微小加工和处理。"),
                result: .met)
        }
    }

    private func isGood(_ unit: CompactUnit) -> Bool { unit.line < 0 }

    private var operations: [Explanation] {
        prepared.dossier.production.operations.map { operation in
            let item = operation.minimal.flatMap(agreement.minimalOperation)
            return Explanation(
                article: item?.article ?? "3.6",
                statement: item.map { item in
                    BilingualText(
                        en: "Minimal: \(operation.description) — \(item.text.english)",
                        zh: "微小加工：\(operation.description)——\(item.text.chinese)")
                }
                    ?? BilingualText(
                        en: "More than minimal: \(operation.description)", zh: "超出微小加工：\(operation.description)"),
                result: .information)
        }
    }
}
