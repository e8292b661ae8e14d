import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// Writes the files of a rule set, always the same bytes for the same rules.
enum RuleWriter {
    static func ruleSet(_ set: RuleDirectory.Summary) -> String {
        var xml = XMLWriter(schema: "../../schema/rule-set.xsd")
        var attributes = [("id", set.id), ("edition", set.edition.rawValue)]
        attributes.append(("effectiveFrom", set.effectiveFrom.description))
        if let last = set.effectiveTo { attributes.append(("effectiveTo", last.description)) }
        if !set.isComplete { attributes.append(("complete", "false")) }
        xml.root("rule-set", attributes) { xml in
            xml.element("source") { xml in
                xml.element("name", [("lang", "en")], text: set.source.english)
                xml.element("name", [("lang", "zh")], text: set.source.chinese)
            }
        }
        return xml.text
    }

    /// - Parameter rules: of the chapter, in the order of the nomenclature.
    static func chapter(_ chapter: HSCode, _ rules: [ProductSpecificRule]) -> String {
        var xml = XMLWriter(schema: "../../schema/chapter.xsd")
        xml.root("chapter", [("number", chapter.digits)]) { xml in
            for rule in rules { write(rule, to: &xml) }
        }
        return xml.text
    }

    private static func write(_ rule: ProductSpecificRule, to xml: inout XMLWriter) {
        var attributes = [("code", rule.code.digits)]
        if rule.page > 0 { attributes.append(("page", String(rule.page))) }
        xml.element("rule", attributes) { xml in
            xml.element("text", text: rule.text)
            for branch in rule.branches { write(branch, to: &xml) }
        }
    }

    private static func write(_ branch: RuleBranch, to xml: inout XMLWriter) {
        guard let number = branch.number, let condition = branch.condition else {
            for alternative in branch.alternatives { write(alternative, to: &xml) }
            return
        }
        xml.element("branch", [("number", String(number))]) { xml in
            xml.element("condition", text: condition)
            for alternative in branch.alternatives { write(alternative, to: &xml) }
        }
    }

    private static func write(_ alternative: RuleAlternative, to xml: inout XMLWriter) {
        switch alternative {
        case .whollyObtained: xml.element("wholly-obtained")
        case .chemicalReaction: xml.element("chemical-reaction")
        case .regionalValueContent(let threshold):
            xml.element("value-content", [("threshold", threshold.description)])
        case .changeInTariffClassification(let change): write(change, to: &xml)
        }
    }

    private static func write(_ change: TariffChange, to xml: inout XMLWriter) {
        let attributes = [("level", change.symbol)]
        guard !change.exceptions.isEmpty || change.activeIngredientShare != nil else {
            return xml.element("change", attributes)
        }
        xml.element("change", attributes) { xml in
            for range in change.exceptions {
                let last = range.last == range.first ? [] : [("to", range.last.digits)]
                xml.element("except", [("from", range.first.digits)] + last)
            }
            if let share = change.activeIngredientShare {
                xml.element("active-ingredient-share", [("percent", share.description)])
            }
        }
    }
}
