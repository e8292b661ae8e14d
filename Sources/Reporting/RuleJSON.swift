import HarmonizedSystem
import OriginModel
import OriginRules

/// The rule of a code as `rcep-rule/1`.
public struct RuleJSON: Sendable {
    private let ruleSet: RuleSet
    private let labels: HSLabels

    public init(ruleSet: RuleSet, labels: HSLabels) {
        self.ruleSet = ruleSet
        self.labels = labels
    }

    /// - Parameters:
    ///   - code: the code that was asked for.
    ///   - rule: the row that holds for it, its own or that of its heading or chapter.
    ///   - rates: what goods of each of some origins pay; left out where nobody asked.
    public func write(
        _ code: HSCode, _ rule: ProductSpecificRule, rates: [TariffComparison] = [], to json: inout JSONWriter
    ) {
        let label = labels.label(for: code)
        json.object { json in
            json.member("format", "rcep-rule/1")
            json.member("code", code.digits)
            json.member("ruleCode", rule.code.digits)
            json.member("level", Self.name(of: rule.code.level))
            json.member("text", rule.text)
            json.arrayMember("branches", rule.branches) { json, branch in Self.write(branch, to: &json) }
            json.objectMember("labels") { json in
                json.member("en", label?.english)
                json.member("zh", label?.chinese)
            }
            json.objectMember("source") { json in
                json.member("document", ruleSet.source.english)
                if rule.page > 0 { json.member("page", rule.page) } else { json.nullMember("page") }
            }
            guard !rates.isEmpty else { return }
            json.arrayMember("rates", rates) { json, comparison in
                ComparisonJSON(comparison, rules: [], ruleSet: ruleSet, labels: labels).write(to: &json)
            }
        }
    }

    /// The same as text.
    public func text(_ code: HSCode, _ rule: ProductSpecificRule, layout: JSONWriter.Layout) -> String {
        var json = JSONWriter(layout)
        write(code, rule, to: &json)
        return json.text
    }

    /// `chapter`, `heading`, `subheading`
    public static func name(of level: HSCode.Level) -> String {
        switch level {
        case .chapter: "chapter"
        case .heading: "heading"
        case .subheading: "subheading"
        }
    }

    private static func write(_ branch: RuleBranch, to json: inout JSONWriter) {
        json.object { json in
            if let number = branch.number { json.member("number", number) } else { json.nullMember("number") }
            json.member("condition", branch.condition)
            json.arrayMember("alternatives", branch.alternatives) { json, alternative in
                Self.write(alternative, to: &json)
            }
        }
    }

    private static func write(_ alternative: RuleAlternative, to json: inout JSONWriter) {
        json.object { json in
            json.member("criterion", alternative.criterion.rawValue)
            switch alternative {
            case .whollyObtained, .chemicalReaction: break
            case .regionalValueContent(let threshold): json.member("threshold", threshold.description)
            case .changeInTariffClassification(let change): Self.write(change, to: &json)
            }
        }
    }

    private static func write(_ change: TariffChange, to json: inout JSONWriter) {
        json.member("level", change.symbol)
        if !change.exceptions.isEmpty {
            json.arrayMember("exceptions", change.exceptions) { json, range in
                json.object { json in
                    json.member("from", range.first.digits)
                    json.member("to", range.last.digits)
                }
            }
        }
        if let share = change.activeIngredientShare {
            json.objectMember("proviso") { json in json.member("activeIngredientShare", share.description) }
        }
    }
}
