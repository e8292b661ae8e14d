import Bilingual
import HarmonizedSystem

/// Checks that every chapter and heading of the newest edition has a label, and no other code has one.
struct LabelLint {
    let files: NomenclatureFiles
    /// nil where it cannot be read, which is reported elsewhere.
    let nomenclature: HSNomenclature?

    func check(_ log: inout ProblemLog) {
        guard log.collect({ () throws(InputProblem) in try files.labels() }) != nil, let nomenclature else { return }
        let path = files.path(NomenclatureFiles.labelsName)
        guard let text = log.collect({ () throws(InputProblem) in try files.text(path) }) else { return }
        let labelled = Self.codes(in: text)
        for (code, line) in labelled where !nomenclature.contains(code) {
            log.add(.labelOfNothing(path, line, code, nomenclature.edition))
        }
        let known = Set(labelled.map(\.code))
        for code in Self.chaptersAndHeadings(of: nomenclature) where !known.contains(code) {
            // Where the label belongs: after the last one that comes before it.
            let line = labelled.last { $0.code < code }.map { $0.line } ?? 1
            log.add(.missingLabel(path, line, code))
        }
    }

    private static func codes(in text: String) -> [(code: HSCode, line: Int)] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in
                HSCode(digits: line.prefix { $0 != UInt8(ascii: "\t") }).map { ($0, index + 1) }
            }
    }

    private static func chaptersAndHeadings(of nomenclature: HSNomenclature) -> [HSCode] {
        let subheadings = nomenclature.subheadings.map { HSCode(number: $0, level: .subheading) }
        return Set(subheadings.flatMap { [$0.prefix(.chapter), $0.prefix(.heading)] }).sorted()
    }
}

extension InputProblem {
    fileprivate static func missingLabel(_ file: String, _ line: Int, _ code: HSCode) -> InputProblem {
        InputProblem(
            file: file, place: .line(line, column: 0), code: "lint.missingLabel",
            message: BilingualText(en: "a chapter or heading has no label after this line", zh: "此行之后缺少某章或品目的名称"),
            expected: BilingualText(same: code.digits))
    }

    fileprivate static func labelOfNothing(
        _ file: String, _ line: Int, _ code: HSCode, _ edition: HSEdition
    ) -> InputProblem {
        InputProblem(
            file: file, place: .line(line, column: 1), code: "lint.labelOfNothing",
            message: BilingualText(
                en: "the code does not exist in HS \(edition.rawValue)", zh: "该编码在协调制度\(edition.rawValue)年版中不存在"),
            found: code.digits)
    }
}
