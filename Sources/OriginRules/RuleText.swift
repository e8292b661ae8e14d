import Bilingual

/// The words of a rule of Annex 3A and the structure they stand for.
///
/// ```
/// text         = branches | alternatives
/// branches     = "1." alternatives "for" condition { "2." alternatives "for" condition ... }
/// alternatives = alternative { ( ", or" | "or" ) alternative }
/// alternative  = "WO" | "CR" | "RVC" percentage | change [ "except from" codes ] [ proviso ]
/// change       = "CC" | "CTH" | "CTSH"
/// codes        = kind list { separator kind list }          list = range { separator range }
/// kind         = "Chapter(s)" | "heading(s)" | "subheading(s)"
/// range        = code [ "to" code ]                         both ends are included
/// separator    = "," | "or" | "and" | ", or" | ", and"
/// proviso      = "provided that at least" percentage
///                "% by weight of the active ingredient or ingredients is originating"
/// ```
public enum RuleText {
    /// Where a text leaves the grammar and what the grammar asks for there.
    public struct ParseError: Error, Sendable, Hashable {
        /// From 1; one past the last character where the text ends too soon.
        public let character: Int
        /// The word that stands there; empty at the end of the text.
        public let found: String
        public let expected: BilingualText
    }

    /// Reads the printed text of a row.
    /// - Returns: one branch without number and condition, or at least two with both.
    public static func parse(_ text: String) throws(ParseError) -> [RuleBranch] {
        var parser = RuleTextParser(text)
        return try parser.parse()
    }

    /// The one normal form of a structure: parsing it gives the same structure back.
    ///
    /// - Parameter branches: as `parse` returns them: one without number and condition, or several numbered from 1,
    ///   their conditions tidied and not holding the number of the next branch.
    public static func canonical(_ branches: [RuleBranch]) -> String {
        branches.map(RuleTextPrinter.branch).joined(separator: " ")
    }

    /// The words of a condition without the stray spaces and the closing comma of the print.
    public static func tidied(_ condition: some StringProtocol) -> String {
        var result: [Character] = []
        for character in condition {
            append(character, to: &result)
        }
        while let last = result.last, last == " " || last == "," { result.removeLast() }
        return String(result)
    }

    private static func append(_ character: Character, to result: inout [Character]) {
        guard !character.isWhitespace else {
            if let last = result.last, last != " ", last != "(" { result.append(" ") }
            return
        }
        if result.last == " ", ").,;".contains(character) { result.removeLast() }
        if character == "(", let last = result.last, last != " ", last != "(" { result.append(" ") }
        result.append(character)
    }
}
