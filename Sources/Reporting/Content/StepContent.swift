import OriginDetermination

/// One step of the reasoning in words.
package struct StepContent {
    package let mark: String
    package let result: Explanation.Result
    package let resultLabel: String
    package let article: String
    package let statement: String
    /// `FOB value: USD 820.00`
    package let inputs: [String]
    package let children: [StepContent]

    init(_ step: Explanation, _ words: ReportWords) {
        mark = step.result.mark
        result = step.result
        resultLabel = words(step.result.label)
        article = step.article.isEmpty ? "" : words.article(step.article)
        statement = words.sentence(step.statement)
        inputs = step.inputs.map { words.pair(words($0.name), Self.value($0, words)) }
        children = step.children.map { StepContent($0, words) }
    }

    /// A lone number is written in the style of the report; anything else, such as a rule as printed, stays.
    private static func value(_ input: Explanation.Input, _ words: ReportWords) -> String {
        let parts = input.value.split(separator: " ")
        let isPercentage = parts.count == 2 && parts[1] == "%"
        if isPercentage { return words.language == .chinese ? input.value.closingPercents : input.value }
        return parts.count == 2 ? input.value.groupingAmounts : input.value
    }
}
