import Bilingual
import OriginModel

/// Article 3.15: origin is kept if nothing but logistics happens on the way and customs keeps control.
enum DirectConsignment {
    static func outcome(_ route: [RouteStop]) -> Outcome? {
        guard !route.isEmpty else { return nil }
        return route.reduce(.met) { $0.and(outcome($1)) }
    }

    static func outcome(_ stop: RouteStop) -> Outcome {
        let control: Outcome = stop.customsControl.map { Outcome($0) } ?? .undetermined
        return stop.operations.reduce(control) { result, operation in
            result.and(operation.kind.map { Outcome($0 != .other) } ?? .undetermined)
        }
    }
}

extension DirectConsignment {
    /// What the route leaves unsaid.
    static func missing(_ route: [RouteStop]) -> [Note] {
        route.enumerated().flatMap { index, stop -> [Note] in
            var notes: [Note] = []
            if stop.customsControl == nil {
                notes.append(Note(
                    code: "route.customsControl",
                    message: BilingualText(
                        en: "It is not stated whether the good stayed under customs control in \(stop.country).",
                        zh: "未说明货物在\(stop.country)期间是否处于海关监管之下。"),
                    place: "/route/\(index)/customsControl"))
            }
            for (position, operation) in stop.operations.enumerated() where operation.kind == nil {
                notes.append(Note(
                    code: "route.operationKind",
                    message: BilingualText(
                        en: "It is not stated what kind of operation \"\(operation.description)\" in \(stop.country) is.",
                        zh: "未说明在\(stop.country)进行的“\(operation.description)”属于何种处理。"),
                    place: "/route/\(index)/operations/\(position)/kind"))
            }
            return notes
        }
    }
}

extension Explainer {
    func directConsignment(_ outcome: Outcome) -> Explanation {
        let statement =
            switch outcome {
            case .met:
                BilingualText(
                    en: "On its way the good undergoes nothing but logistics and stays under customs control: origin is kept.",
                    zh: "运输途中货物仅经物流操作并处于海关监管之下：保持原产资格。")
            case .notMet:
                BilingualText(
                    en: "On its way the good leaves customs control or undergoes more than logistics: origin is lost.",
                    zh: "运输途中货物脱离海关监管或经过物流以外的处理：丧失原产资格。")
            case .undetermined:
                BilingualText(
                    en: "Whether origin is kept on the way cannot be decided.", zh: "无法确定运输途中是否保持原产资格。")
            }
        return Explanation(
            article: "3.15", statement: statement, outcome: outcome,
            children: prepared.dossier.route.map { stop in
                Explanation(
                    article: "3.15", statement: DirectConsignment.statement(stop), outcome: DirectConsignment.outcome(stop))
            })
    }
}

extension DirectConsignment {
    static func statement(_ stop: RouteStop) -> BilingualText {
        let operations = stop.operations.map(\.description).joined(separator: "; ")
        let control =
            switch stop.customsControl {
            case true: BilingualText(en: "under customs control", zh: "处于海关监管之下")
            case false: BilingualText(en: "not under customs control", zh: "未处于海关监管之下")
            case nil: BilingualText(en: "customs control not stated", zh: "未说明是否处于海关监管之下")
            }
        return operations.isEmpty
            ? BilingualText(en: "\(stop.country): \(control.english)", zh: "\(stop.country)：\(control.chinese)")
            : BilingualText(
                en: "\(stop.country): \(control.english); \(operations)",
                zh: "\(stop.country)：\(control.chinese)；\(operations)")
    }
}
