import Bilingual
import HarmonizedSystem
import OriginModel

/// Recursive descent over the characters of one rule text.
struct RuleTextParser {
    private let characters: [Character]
    private var position = 0

    init(_ text: String) {
        characters = Array(text)
    }

    mutating func parse() throws(RuleText.ParseError) -> [RuleBranch] {
        guard isAt(branch: 1) else {
            let all = try alternatives()
            guard word().isEmpty else { throw failure(.orOrEnd) }
            return [RuleBranch(alternatives: all)]
        }
        var branches = [try branch(1)]
        repeat {
            branches.append(try branch(branches.count + 1))
        } while position < characters.count
        return branches
    }

    // MARK: Branches

    private mutating func branch(_ number: Int) throws(RuleText.ParseError) -> RuleBranch {
        guard isAt(branch: number) else { throw failure(.branchNumber(number)) }
        position += "\(number).".count
        let all = try alternatives()
        guard take("for") else { throw failure(.orOrFor) }
        skipSpaces()
        let start = position
        while position < characters.count, !isAt(branch: number + 1) { position += 1 }
        let condition = RuleText.tidied(String(characters[start..<position]))
        guard !condition.isEmpty else {
            position = start
            throw failure(.condition)
        }
        return RuleBranch(number: number, condition: condition, alternatives: all)
    }

    /// Whether `2.` stands here as a word of its own, not inside another.
    private mutating func isAt(branch number: Int) -> Bool {
        let opensWord = position == 0 || characters[position - 1].isWhitespace
        return opensWord && characters[position...].prefix { !$0.isWhitespace }.elementsEqual("\(number).")
    }

    // MARK: Alternatives

    private mutating func alternatives() throws(RuleText.ParseError) -> [RuleAlternative] {
        var all = [try alternative()]
        while try takeOr() { all.append(try alternative()) }
        return all
    }

    /// `or` or `, or`; a comma alone joins nothing here.
    private mutating func takeOr() throws(RuleText.ParseError) -> Bool {
        let hasComma = takeComma()
        if take("or") { return true }
        if hasComma { throw failure(.or) }
        return false
    }

    private mutating func alternative() throws(RuleText.ParseError) -> RuleAlternative {
        switch word() {
        case "WO": return accept(.whollyObtained)
        case "CR": return accept(.chemicalReaction)
        case "CC": return try change(.chapter)
        case "CTH": return try change(.heading)
        case "CTSH": return try change(.subheading)
        case let other where other.hasPrefix("RVC"):
            guard let threshold = percentage(other.dropFirst(3)) else { throw failure(.alternative) }
            return accept(.regionalValueContent(threshold))
        default: throw failure(.alternative)
        }
    }

    private mutating func accept(_ alternative: RuleAlternative) -> RuleAlternative {
        advance()
        return alternative
    }

    private mutating func change(_ level: HSCode.Level) throws(RuleText.ParseError) -> RuleAlternative {
        advance()
        var exceptions: [CodeRange] = []
        if take("except") {
            guard take("from") else { throw failure(.word("from")) }
            exceptions = try codes()
        }
        let share = try proviso()
        return .changeInTariffClassification(
            TariffChange(level: level, exceptions: exceptions, activeIngredientShare: share))
    }

    private mutating func proviso() throws(RuleText.ParseError) -> Percentage? {
        guard take("provided") else { return nil }
        try expect(["that", "at", "least"])
        guard let share = percentage(word()) else { throw failure(.percentage) }
        advance()
        try expect(RuleTextPrinter.provisoEnding)
        return share
    }

    private func percentage(_ text: some StringProtocol) -> Percentage? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }),
            let value = try? ExactDecimal(parsing: text)
        else { return nil }
        return Percentage(value)
    }

    // MARK: Codes

    private mutating func codes() throws(RuleText.ParseError) -> [CodeRange] {
        guard var level = kind(word()) else { throw failure(.kind) }
        advance()
        var ranges = [try range(level)]
        while takeSeparator() {
            if let next = kind(word()) {
                level = next
                advance()
            }
            ranges.append(try range(level))
        }
        return ranges
    }

    /// A comma, `or`, `and`, or a comma and one of them, when a code or a kind of code follows; else nothing is taken.
    private mutating func takeSeparator() -> Bool {
        let start = position
        let hasComma = takeComma()
        let hasWord = take("or") || take("and")
        let next = word()
        if hasComma || hasWord, kind(next) != nil || next.first?.isNumber == true { return true }
        position = start
        return false
    }

    private mutating func range(_ level: HSCode.Level) throws(RuleText.ParseError) -> CodeRange {
        let first = try code(level)
        guard take("to") else {
            guard let range = CodeRange(from: first, to: first) else { throw failure(.code(level)) }
            return range
        }
        guard let last = HSCode(word()), let range = CodeRange(from: first, to: last) else {
            throw failure(.code(level, notBefore: first))
        }
        advance()
        return range
    }

    private mutating func code(_ level: HSCode.Level) throws(RuleText.ParseError) -> HSCode {
        guard let code = HSCode(word()), code.level == level else { throw failure(.code(level)) }
        advance()
        return code
    }

    private func kind(_ word: String) -> HSCode.Level? {
        switch word {
        case "Chapter", "Chapters": .chapter
        case "heading", "headings": .heading
        case "subheading", "subheadings": .subheading
        default: nil
        }
    }

    // MARK: Words

    private mutating func skipSpaces() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    /// The word that comes next, up to a space or comma; a comma by itself; empty at the end.
    private mutating func word() -> String {
        skipSpaces()
        let letters = characters[position...].prefix { !$0.isWhitespace && $0 != "," }
        return letters.isEmpty && position < characters.count ? "," : String(letters)
    }

    private mutating func advance() {
        position += word().count
    }

    private mutating func take(_ expected: String) -> Bool {
        guard word() == expected else { return false }
        advance()
        return true
    }

    private mutating func takeComma() -> Bool { take(",") }

    private mutating func expect(_ words: [String]) throws(RuleText.ParseError) {
        for expected in words {
            guard take(expected) else { throw failure(.word(expected)) }
        }
    }

    private mutating func failure(_ expected: BilingualText) -> RuleText.ParseError {
        let found = word()
        return RuleText.ParseError(character: position + 1, found: found, expected: expected)
    }
}

extension BilingualText {
    fileprivate static let alternative = BilingualText(
        en: "WO, CC, CTH, CTSH, CR, or RVC with its percentage (`RVC40`)",
        zh: "WO、CC、CTH、CTSH、CR，或带百分比的 RVC（如 `RVC40`）")
    fileprivate static let orOrEnd = BilingualText(
        en: "`or` and another alternative, or the end of the text", zh: "`or` 及另一可选标准，或文本结束")
    fileprivate static let orOrFor = BilingualText(
        en: "`or` and another alternative, or `for` and a condition", zh: "`or` 及另一可选标准，或 `for` 及适用条件")
    fileprivate static let or = word("or")
    fileprivate static let condition = BilingualText(en: "the goods the branch is for", zh: "该分支所适用的货物")
    fileprivate static let percentage = BilingualText(
        en: "a percentage from 0 to 100 with at most two decimals", zh: "0 至 100 之间、最多两位小数的百分比")
    fileprivate static let kind = BilingualText(
        en: "`Chapter`, `heading(s)` or `subheading(s)`", zh: "`Chapter`、`heading(s)` 或 `subheading(s)`")

    fileprivate static func word(_ word: String) -> BilingualText {
        BilingualText(same: "`\(word)`")
    }

    fileprivate static func branchNumber(_ number: Int) -> BilingualText {
        BilingualText(en: "`\(number).` and the next branch", zh: "`\(number).` 及下一分支")
    }

    fileprivate static func code(_ level: HSCode.Level) -> BilingualText {
        switch level {
        case .chapter: BilingualText(en: "a chapter of two digits (`10`)", zh: "两位数的章号（如 `10`）")
        case .heading: BilingualText(en: "a heading of four digits (`72.08`)", zh: "四位数的品目号（如 `72.08`）")
        case .subheading: BilingualText(en: "a subheading of six digits (`8504.21`)", zh: "六位数的子目号（如 `8504.21`）")
        }
    }

    fileprivate static func code(_ level: HSCode.Level, notBefore first: HSCode) -> BilingualText {
        let code = code(level)
        return BilingualText(en: "\(code.english), not before \(first)", zh: "\(code.chinese)，且不在 \(first) 之前")
    }
}
