import Bilingual

/// One step of the reasoning with the steps it rests on: the tree every report is rendered from.
public struct Explanation: Sendable, Hashable {
    public enum Result: String, Sendable, Hashable {
        case met, notMet, undetermined
        /// States a fact or a number; nothing was asked.
        case information
    }

    /// A fact or number the step used.
    public struct Input: Sendable, Hashable {
        public let name: BilingualText
        public let value: String

        public init(_ name: BilingualText, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// `3.5.1(a)`, `3A.7` for a headnote of Annex 3A.
    public let article: String
    public let statement: BilingualText
    public let result: Result
    public let inputs: [Input]
    public let children: [Explanation]

    public init(
        article: String, statement: BilingualText, result: Result, inputs: [Input] = [], children: [Explanation] = []
    ) {
        self.article = article
        self.statement = statement
        self.result = result
        self.inputs = inputs
        self.children = children
    }

    public init(
        article: String, statement: BilingualText, outcome: Outcome, inputs: [Input] = [],
        children: [Explanation] = []
    ) {
        let result: Result =
            switch outcome {
            case .met: .met
            case .notMet: .notMet
            case .undetermined: .undetermined
            }
        self.init(article: article, statement: statement, result: result, inputs: inputs, children: children)
    }
}
