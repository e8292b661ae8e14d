import Bilingual
import HarmonizedSystem
import OriginRules
import Reporting

/// A code somebody asks the rule of.
enum CodeQuery {
    /// The code a text means, which has to exist: chapter, heading, subheading, or the subheading of a national code.
    static func code(
        _ text: String, in nomenclature: HSNomenclature?, of edition: HSEdition
    ) throws(InputProblems) -> HSCode {
        guard let code = HSCode(text) ?? HSCode(firstSixOf: text) else { throw InputProblems([.notACode(text)]) }
        guard let nomenclature, nomenclature.contains(code) else {
            throw InputProblems([.unknownCode(text, edition, near: nomenclature?.near(code) ?? [])])
        }
        return code
    }

    /// A code with the row whose rule holds for it.
    typealias Answer = (code: HSCode, rule: ProductSpecificRule)

    /// The rule that holds for a code, if there is one.
    static func own(_ code: HSCode, in ruleSet: RuleSet) -> Answer? {
        HSCode.Level.allCases.reversed().filter { $0 <= code.level }
            .lazy.compactMap { ruleSet.row(code.prefix($0)) }.first.map { (code, $0) }
    }

    /// Every row under a chapter or heading.
    static func below(_ code: HSCode, in ruleSet: RuleSet) -> [Answer] {
        ruleSet.rows.filter { $0.code.level > code.level && $0.code.prefix(code.level) == code }.map { ($0.code, $0) }
    }

    /// `rcep-rule/1`: one object, or an array of them.
    static func json(
        _ answers: [Answer], asArray: Bool, _ render: RuleJSON, rates: (HSCode) -> [TariffComparison] = { _ in [] }
    ) -> String {
        var json = JSONWriter(.pretty)
        func write(_ json: inout JSONWriter) {
            for answer in answers {
                render.write(answer.code, answer.rule, rates: rates(answer.code), to: &json)
            }
        }
        if asArray { json.array(write) } else { write(&json) }
        return json.text + "\n"
    }
}

extension InputProblem {
    fileprivate static func notACode(_ text: String) -> InputProblem {
        InputProblem(
            file: text, place: .wholeFile, code: "hs.notACode",
            message: BilingualText(en: "this is not an HS code", zh: "这不是HS编码"), found: text,
            expected: BilingualText(
                en: "2, 4, 6 or 8 to 12 digits, with or without dots", zh: "2位、4位、6位或8至12位数字，可带点"))
    }

    fileprivate static func unknownCode(_ text: String, _ edition: HSEdition, near: [HSCode]) -> InputProblem {
        let codes = near.map(\.printed).joined(separator: ", ")
        return InputProblem(
            file: text, place: .wholeFile, code: "hs.unknownCode",
            message: BilingualText(
                en: "this code does not exist in HS \(edition.rawValue)", zh: "HS \(edition.rawValue)中没有该编码"),
            found: text,
            expected: near.isEmpty
                ? nil : BilingualText(en: "a code that exists; near: \(codes)", zh: "存在的编码；相近编码：\(codes)"))
    }
}
