/// Something wrong with what the user gave: which file, where in it, what was found, what was expected.
public struct InputProblem: Error, Sendable, Hashable {
    /// Where in a file the problem stands.
    public enum Place: Sendable, Hashable {
        case wholeFile
        /// Line and column, both from 1; the column counts characters, 0 when only the line is known.
        case line(Int, column: Int)
        /// A JSON pointer (RFC 6901), with line and column where they are known.
        case pointer(String, line: Int?, column: Int?)
        case cell(sheet: String, reference: String)
    }

    /// As the user named it; "-" for standard input; empty while no file is known.
    public var file: String
    public var place: Place
    /// Stable name of the kind of problem, for programs: `hs.unknownCode`.
    public let code: String
    /// What is wrong, in one sentence without a full stop.
    public let message: BilingualText
    /// What stands there; nil where something is absent.
    public let found: String?
    public let expected: BilingualText?

    public init(
        file: String = "", place: Place, code: String, message: BilingualText, found: String? = nil,
        expected: BilingualText? = nil
    ) {
        self.file = file
        self.place = place
        self.code = code
        self.message = message
        self.found = found
        self.expected = expected
    }
}

/// Every problem found in one reading; never empty.
public struct InputProblems: Error, Sendable {
    public let problems: [InputProblem]

    public init(_ problems: [InputProblem]) {
        self.problems = problems
    }
}
