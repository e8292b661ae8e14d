import Bilingual
import HarmonizedSystem
import LocalFiles
import OriginModel
import OriginRules

/// Checks the rows of one rule set against the nomenclature, the agreement, and their own printed words.
struct RuleSetLint {
    let header: RuleSetFile
    let chapters: [ChapterFile]
    let nomenclature: HSNomenclature
    /// nil where the file cannot be read, which is reported elsewhere.
    let thresholds: ThresholdsFile?
    /// Files that could not be read as a whole; what they lack is no news.
    let flawedFiles: Set<String>
    /// Chinese of conditions; nil where the file cannot be read.
    let conditions: [String: String]?

    func check(_ log: inout ProblemLog) {
        for chapter in chapters {
            for row in chapter.rows { check(row, &log) }
        }
        if header.isComplete { checkCompleteness(&log) }
    }

    private func check(_ row: ChapterFile.Row, _ log: inout ProblemLog) {
        if !nomenclature.contains(row.rule.code) { log.add(.unknownCode(row.element, row.rule.code, nomenclature)) }
        RuleTextLint.check(row, &log)
        checkElements(row.element, &log)
        for condition in row.rule.branches.compactMap(\.condition) {
            if let conditions, conditions[condition] == nil { log.add(.missingChinese(row.element, condition)) }
        }
    }

    /// Codes of exceptions and thresholds, wherever in the rule they stand.
    private func checkElements(_ parent: XMLElement, _ log: inout ProblemLog) {
        for element in parent.children {
            if element.isNamed("except") {
                checkRange(element, &log)
            } else if element.isNamed("value-content") {
                checkThreshold(element, &log)
            } else {
                checkElements(element, &log)
            }
        }
    }

    private func checkRange(_ element: XMLElement, _ log: inout ProblemLog) {
        for name in ["from", "to"] as [StaticString] {
            guard let digits = element.attribute(name), let code = HSCode(digits: digits) else { continue }
            if !nomenclature.contains(code) { log.add(.unknownRangeCode(element, code, nomenclature.edition)) }
        }
    }

    private func checkThreshold(_ element: XMLElement, _ log: inout ProblemLog) {
        var ignored = ProblemLog()
        guard let stated = element.percentage("threshold", &ignored),
            let agreed = thresholds?.versions[.regionalValueContent]?.value(on: header.validity.first)
        else { return }
        if stated != agreed.threshold.percent { log.add(.otherThreshold(element, stated, agreed.threshold)) }
    }

    private func checkCompleteness(_ log: inout ProblemLog) {
        let codes = Set(chapters.flatMap { $0.rows.map { $0.rule.code } })
        let folder = FileSystem.parent(header.root.file) ?? "."
        for number in nomenclature.subheadings {
            let code = HSCode(number: number, level: .subheading)
            guard !HSCode.Level.allCases.contains(where: { codes.contains(code.prefix($0)) }) else { continue }
            let name = "\(folder)/\(ChapterFile.name(of: code.prefix(.chapter)))"
            guard !flawedFiles.contains(name) else { continue }
            log.add(.withoutRule(chapters.first { $0.file == name }?.root ?? header.root, code))
        }
    }
}

extension InputProblem {
    fileprivate static func unknownCode(
        _ element: XMLElement, _ code: HSCode, _ nomenclature: HSNomenclature
    ) -> InputProblem {
        let near = nomenclature.near(code).map(\.printed).joined(separator: ", ")
        return InputProblem(
            element, code: "lint.unknownCode", message: .notInEdition(nomenclature.edition), found: code.printed,
            expected: near.isEmpty ? nil : BilingualText(same: near))
    }

    fileprivate static func unknownRangeCode(
        _ element: XMLElement, _ code: HSCode, _ edition: HSEdition
    ) -> InputProblem {
        InputProblem(element, code: "lint.unknownRangeCode", message: .notInEdition(edition), found: code.printed)
    }

    fileprivate static func otherThreshold(
        _ element: XMLElement, _ stated: Percentage, _ agreed: Agreement.Threshold
    ) -> InputProblem {
        InputProblem(
            element, code: "lint.otherThreshold",
            message: BilingualText(
                en: "the threshold is not the one of the agreement (\(agreed.article))",
                zh: "门槛与协定（\(agreed.article)）不一致"),
            found: stated.description, expected: BilingualText(same: agreed.percent.description))
    }

    fileprivate static func missingChinese(_ element: XMLElement, _ condition: String) -> InputProblem {
        InputProblem(
            element, code: "lint.missingChinese",
            message: BilingualText(
                en: "\(ConditionsFile.name) has no Chinese for the condition", zh: "\(ConditionsFile.name) 中缺少该条件的中文"),
            found: condition)
    }

    fileprivate static func withoutRule(_ element: XMLElement, _ code: HSCode) -> InputProblem {
        InputProblem(
            element, code: "lint.withoutRule",
            message: BilingualText(en: "the subheading has no rule", zh: "该子目没有规则"), found: code.printed,
            expected: BilingualText(
                en: "a row of the subheading, its heading or its chapter", zh: "该子目、其品目或其章的一行规则"))
    }
}

extension BilingualText {
    fileprivate static func notInEdition(_ edition: HSEdition) -> BilingualText {
        BilingualText(
            en: "the code does not exist in HS \(edition.rawValue)", zh: "该编码在协调制度\(edition.rawValue)年版中不存在")
    }
}
