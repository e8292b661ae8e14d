import Bilingual

/// Problems of input as standard error shows them: where, what, what stands there, what should.
public struct ProblemReport: Sendable {
    private let language: Language
    private let color: Bool
    private let width: Int

    public init(language: Language, color: Bool = false, width: Int = 100) {
        self.language = language
        self.color = color
        self.width = width
    }

    /// One block a problem in the order given, every line ending in a line break.
    public func render(_ problems: [InputProblem]) -> String {
        var page = TextPage(width: width, color: color)
        for problem in problems { write(problem, &page) }
        return page.text
    }

    private func write(_ problem: InputProblem, _ page: inout TextPage) {
        // The first line is not wrapped, so that editors can find `file:line:column:` and the message in it.
        let place = TerminalStyle.bold.applied(to: location(problem).printable, color: color)
        page.line(place + (place.isEmpty ? "" : " ") + problem.message[language].printable)
        var details: [(BilingualText, String)] = []
        if case .pointer(let pointer, _, _) = problem.place {
            details.append((.pointerLabel, pointer.isEmpty ? BilingualText.root[language] : pointer))
        }
        if let found = problem.found { details.append((.foundLabel, found)) }
        if let expected = problem.expected { details.append((.expectedLabel, expected[language])) }
        let column = (details.map { $0.0[language].displayWidth }.max() ?? 0) + 2
        for (label, text) in details {
            page.paragraph(text, lead: label[language].padded(toWidth: column), indent: 2)
        }
    }

    /// `dossier.json:12:9:`, `bom.xlsx: Materials!C7:`
    private func location(_ problem: InputProblem) -> String {
        var parts = problem.file.isEmpty ? [] : [problem.file]
        switch problem.place {
        case .wholeFile: break
        case .line(let line, let column): parts += Self.numbers(line, column)
        case .pointer(_, let line, let column):
            if let line { parts += Self.numbers(line, column ?? 0) }
        case .cell(let sheet, let reference): parts.append((parts.isEmpty ? "" : " ") + "\(sheet)!\(reference)")
        }
        return parts.isEmpty ? "" : parts.joined(separator: ":") + ":"
    }

    private static func numbers(_ line: Int, _ column: Int) -> [String] {
        column > 0 ? ["\(line)", "\(column)"] : ["\(line)"]
    }
}

extension BilingualText {
    /// The JSON pointer of a whole document is empty.
    fileprivate static let root = BilingualText(en: "(root)", zh: "（根）")
    fileprivate static let pointerLabel = BilingualText(en: "at", zh: "位置")
    fileprivate static let foundLabel = BilingualText(en: "found", zh: "实际")
    fileprivate static let expectedLabel = BilingualText(en: "expected", zh: "应为")
}
