import Bilingual
import OriginDetermination
import OriginModel

/// Which papers stand behind the claims of origin.
package struct EvidenceContent {
    package struct Row {
        package let path: String
        package let description: String
        package let document: String
        package let reference: String
        package let date: String
        package let validUntil: String
        package let state: String
        package let isValid: Bool
    }

    /// The verdict on evidence and what it would be stated with.
    package let statement: String
    /// Every line that is claimed to originate and needs a paper.
    package let rows: [Row]

    init(_ determination: Determination, _ words: ReportWords) {
        statement = words(.verdictOnEvidence(determination, words))
        rows = determination.materials.filter(\.needsEvidence).map { Row($0, on: determination.date, words) }
    }

    fileprivate enum State {
        case none, expired, valid

        init(_ material: Material, on date: CalendarDate) {
            if material.hasValidEvidence(on: date) {
                self = .valid
            } else {
                self = material.evidence == nil ? .none : .expired
            }
        }
    }
}

extension EvidenceContent.Row {
    fileprivate init(_ finding: MaterialFinding, on date: CalendarDate, _ words: ReportWords) {
        let evidence = finding.material.evidence
        let state = EvidenceContent.State(finding.material, on: date)
        path = finding.path
        description = finding.material.description
        document = evidence.map { words($0.kind.label) } ?? "–"
        reference = evidence?.reference ?? "–"
        self.date = evidence?.date.description ?? "–"
        validUntil = evidence?.validUntil?.description ?? "–"
        isValid = state == .valid
        self.state = words(.evidenceState(state))
    }
}

extension BilingualText {
    fileprivate static func evidenceState(_ state: EvidenceContent.State) -> BilingualText {
        switch state {
        case .none: BilingualText(en: "✗ missing", zh: "✗ 缺少")
        case .expired: BilingualText(en: "✗ expired", zh: "✗ 已失效")
        case .valid: BilingualText(en: "✓ held", zh: "✓ 已备")
        }
    }

    fileprivate static func verdictOnEvidence(_ determination: Determination, _ words: ReportWords) -> BilingualText {
        let label = determination.verdictOnEvidence.label
        let box10 = determination.criterionOnEvidence.map { words.box10($0, determination.supplementsOnEvidence) }
        return BilingualText(
            en: "Verdict on evidence: \(label.english.lowercased())" + (box10.map { ", \($0)" } ?? "") + ".",
            zh: "依据证明文件的结论：\(label.chinese)" + (box10.map { "，\($0)" } ?? "") + "。")
    }
}
