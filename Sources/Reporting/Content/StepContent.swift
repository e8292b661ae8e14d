import OriginDetermination

/// One step of the reasoning in words.
struct StepContent {
    let mark: String
    let result: Explanation.Result
    let resultLabel: String
    let article: String
    let statement: String
    /// `FOB value: USD 820.00`
    let inputs: [String]
    let children: [StepContent]

    init(_ step: Explanation, _ words: ReportWords) {
        mark = step.result.mark
        result = step.result
        resultLabel = words(step.result.label)
        article = step.article.isEmpty ? "" : words.article(step.article)
        statement = words(step.statement)
        inputs = step.inputs.map { words.pair(words($0.name), $0.value) }
        children = step.children.map { StepContent($0, words) }
    }
}
