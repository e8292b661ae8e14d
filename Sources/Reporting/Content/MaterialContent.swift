import Bilingual
import HarmonizedSystem
import OriginDetermination
import OriginModel

/// One line of the table of materials, in words.
package struct MaterialContent {
    package let path: String
    /// Inputs of an intermediate stand one level deeper.
    package let depth: Int
    package let description: String
    package let hsCode: String
    /// In the currency of the FOB value, which the column names.
    package let value: String
    package let country: String
    package let standing: String
    package let isNonOriginating: Bool
    /// Neither counted as originating nor as non-originating.
    package let isLeftOut: Bool
    package let countsInVNM: Bool
    package let change: String
    /// Did not undergo the tariff change, or nobody knows.
    package let isFailing: Bool
    package let remarks: [String]
    /// Whether the value may go on behind the digits shown.
    package let isCut: Bool

    init(_ finding: MaterialFinding, _ words: ReportWords) {
        let material = finding.material
        path = finding.path
        depth = finding.path.utf8.count { $0 == UInt8(ascii: "/") }
        description = material.description
        hsCode = material.hsCode.subheading.printed
        value = finding.value.amount.grouped
        isCut = finding.value.amount.mayBeCut
        country = material.country?.description ?? "–"
        standing = words(finding.standing.label)
        isNonOriginating = finding.standing == .nonOriginating || finding.standing == .undetermined
        isLeftOut = [.ignored, .replacedByInputs, .withinIntermediate].contains(finding.standing)
        countsInVNM = finding.countsInVNM
        change = finding.tariffChange.map { "\($0.mark) \(words(.tariffChange($0)))" } ?? "–"
        isFailing = finding.tariffChange == .notMet || finding.tariffChange == .undetermined
        remarks = finding.remarks.map { words.sentence($0) }
    }
}

extension BilingualText {
    fileprivate static func tariffChange(_ outcome: Outcome) -> BilingualText {
        switch outcome {
        case .met: BilingualText(en: "changed", zh: "已改变")
        case .notMet: BilingualText(en: "no change", zh: "未改变")
        case .undetermined: BilingualText(en: "unknown", zh: "无法确定")
        }
    }

    /// What the marks of the table of materials mean.
    static let changeLegend = BilingualText(
        en: """
            ✓ changed, ✗ no change, ? cannot be told, – the change is not asked of it; ● counted in VNM, the value of \
            non-originating materials.
            """,
        zh: "✓ 已改变；✗ 未改变；? 无法确定；– 不要求改变；● 计入非原产材料价值（VNM）。")
}
