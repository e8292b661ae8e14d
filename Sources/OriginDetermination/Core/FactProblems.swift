import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// What can be wrong with the facts of a dossier once its shape is right.
extension InputProblem {
    private static func at(
        _ place: String, _ code: String, en: String, zh: String, found: String?, expected: BilingualText?
    ) -> InputProblem {
        InputProblem(
            place: .pointer(place, line: nil, column: nil), code: code, message: BilingualText(en: en, zh: zh),
            found: found, expected: expected)
    }

    // MARK: Parties and dates

    static func notAParty(_ code: CountryCode, place: String) -> InputProblem {
        at(
            place, "party.unknown", en: "\(code) is not a Party to RCEP", zh: "\(code)不是RCEP缔约方", found: "\(code)",
            expected: BilingualText(
                en: "one of AU BN KH CN ID JP KR LA MY MM NZ PH SG TH VN", zh: "AU BN KH CN ID JP KR LA MY MM NZ PH SG TH VN之一"))
    }

    static func notInForce(_ party: Party, on date: CalendarDate, place: String) -> InputProblem {
        at(
            place, "party.notInForce",
            en: "the Agreement was not in force for \(party.name.english) on \(date)",
            zh: "\(date)时协定尚未对\(party.name.chinese)生效", found: "\(date)",
            expected: BilingualText(en: "\(party.inForce) or later", zh: "\(party.inForce)或之后的日期"))
    }

    static func sameParty(_ code: CountryCode, place: String) -> InputProblem {
        at(
            place, "party.same", en: "the exporting and the importing Party are the same", zh: "出口缔约方与进口缔约方相同",
            found: "\(code)", expected: BilingualText(en: "another Party", zh: "另一个缔约方"))
    }

    static func originOfNonParty(_ code: CountryCode, place: String) -> InputProblem {
        at(
            place, "material.originOfNonParty",
            en: "an originating material cannot originate in \(code), which is not a Party to RCEP",
            zh: "原产材料的原产国不能是\(code)，它不是RCEP缔约方", found: "\(code)",
            expected: BilingualText(
                en: "the Party where the material originates, or status nonOriginating",
                zh: "材料原产的缔约方，或将状态改为nonOriginating"))
    }

    // MARK: Codes and rules

    static func unknownCode(_ code: StatedHSCode, near: [HSCode], place: String) -> InputProblem {
        let suggestions = near.map(\.printed).joined(separator: ", ")
        return at(
            place, "hs.unknownCode",
            en: "\(code.subheading.printed) does not exist in HS \(code.edition.rawValue)",
            zh: "HS \(code.edition.rawValue)中没有编码\(code.subheading.printed)", found: code.text,
            expected: near.isEmpty
                ? BilingualText(
                    en: "a subheading of HS \(code.edition.rawValue)", zh: "HS \(code.edition.rawValue)的子目")
                : BilingualText(
                    en: "a subheading of HS \(code.edition.rawValue); near: \(suggestions)",
                    zh: "HS \(code.edition.rawValue)的子目；相近编码：\(suggestions)"))
    }

    static func lostZero(_ code: StatedHSCode, _ other: HSCode, place: String) -> InputProblem {
        at(
            place, "hs.lostZero",
            en: "this may be \(code.subheading.printed), or \(other.printed) without the zero it began with, which spreadsheets drop",
            zh: "这可能是\(code.subheading.printed)，也可能是被电子表格去掉首位零的\(other.printed)", found: code.text,
            expected: BilingualText(
                en: "six digits with a dot, \(code.subheading.printed) or \(other.printed)",
                zh: "带点的六位数字：\(code.subheading.printed)或\(other.printed)"))
    }

    static func noSuccessor(_ code: StatedHSCode, in edition: HSEdition, place: String) -> InputProblem {
        at(
            place, "hs.noSuccessor",
            en: "\(code.subheading.printed) of HS \(code.edition.rawValue) has no counterpart in HS \(edition.rawValue)",
            zh: "HS \(code.edition.rawValue)编码\(code.subheading.printed)在HS \(edition.rawValue)中没有对应编码",
            found: code.text,
            expected: BilingualText(en: "the code in HS \(edition.rawValue)", zh: "HS \(edition.rawValue)中的编码"))
    }

    static func noRule(_ code: HSCode, _ ruleSet: RuleSet, place: String) -> InputProblem {
        at(
            place, "rule.none", en: "rule set \(ruleSet.id) has no rule for \(code.printed)",
            zh: "规则集\(ruleSet.id)中没有\(code.printed)的规则", found: code.printed, expected: nil)
    }

    static func unknownBranch(_ branch: Int, _ rule: ProductSpecificRule, place: String) -> InputProblem {
        let numbers = rule.branches.compactMap { $0.number.map(String.init) }.joined(separator: ", ")
        return at(
            place, "rule.unknownBranch", en: "the rule of \(rule.code.printed) has no branch \(branch)",
            zh: "\(rule.code.printed)的规则没有第\(branch)分支", found: "\(branch)",
            expected: BilingualText(en: "one of \(numbers)", zh: "\(numbers)之一"))
    }

    // MARK: Values and weights

    static func deductionsExceedValue(_ material: Material, place: String) -> InputProblem {
        at(
            place, "material.deductionsExceedValue", en: "the deductions of material \(material.id) exceed its value",
            zh: "材料\(material.id)的扣减额超过其价值", found: nil,
            expected: BilingualText(
                en: "at most \(material.value)", zh: "不超过\(material.value)"))
    }

    static func intermediateWithoutValue(_ path: String, place: String) -> InputProblem {
        at(
            place, "material.intermediateWithoutValue",
            en: "self-produced material \(path) has no value, so its own rule cannot be applied",
            zh: "自产中间品\(path)没有价值，无法适用其自身的规则", found: "0",
            expected: BilingualText(en: "an amount above zero", zh: "大于零的金额"))
    }

    static func noWeight(place: String) -> InputProblem {
        at(
            place, "good.noWeight", en: "the net weight of the good is zero", zh: "货物净重为零", found: "0",
            expected: BilingualText(
                en: "a weight above zero, or no netWeightKg at all", zh: "大于零的重量，或不填netWeightKg"))
    }
}

extension Note {
    static func ruleSetNotYetInForce(_ ruleSet: RuleSet, _ date: CalendarDate) -> Note {
        Note(
            code: "ruleSet.notYetInForce",
            message: BilingualText(
                en: "Rule set \(ruleSet.id) applies from \(ruleSet.effectiveFrom), after \(date); the annex of that day is not loaded, so its text may differ.",
                zh: "规则集\(ruleSet.id)自\(ruleSet.effectiveFrom)起适用，晚于\(date)；当日适用的附件未载入，其文本可能不同。"),
            place: "/date")
    }

    static func branchIgnored(_ branch: Int, _ rule: ProductSpecificRule, place: String) -> Note {
        Note(
            code: "rule.branchIgnored",
            message: BilingualText(
                en: "Branch \(branch) is named, but the rule of \(rule.code.printed) is not split; it is ignored.",
                zh: "指定了第\(branch)分支，但\(rule.code.printed)的规则不分支；该项不予考虑。"),
            place: place)
    }
}
