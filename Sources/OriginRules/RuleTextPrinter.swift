import HarmonizedSystem

/// Prints the structure of a rule in the normal form of `RuleText.canonical`.
enum RuleTextPrinter {
    /// What follows the percentage of the proviso of 38.08.
    static let provisoEnding = [
        "%", "by", "weight", "of", "the", "active", "ingredient", "or", "ingredients", "is", "originating",
    ]

    static func branch(_ branch: RuleBranch) -> String {
        let words = alternatives(branch.alternatives)
        guard let number = branch.number, let condition = branch.condition else { return words }
        return "\(number). \(words) for \(condition)"
    }

    /// `A or B` where both are bare; `A, or B, or C` where there are more, or where codes or a proviso follow a change.
    private static func alternatives(_ all: [RuleAlternative]) -> String {
        let isSimple = all.count == 2 && all.allSatisfy { !$0.hasQualification }
        return all.map(alternative).joined(separator: isSimple ? " or " : ", or ")
    }

    static func alternative(_ alternative: RuleAlternative) -> String {
        switch alternative {
        case .whollyObtained: "WO"
        case .chemicalReaction: "CR"
        case .regionalValueContent(let threshold): "RVC\(threshold)"
        case .changeInTariffClassification(let change): self.change(change)
        }
    }

    private static func change(_ change: TariffChange) -> String {
        var words = change.symbol
        if !change.exceptions.isEmpty { words += " except from \(codes(change.exceptions))" }
        if let share = change.activeIngredientShare {
            words += " provided that at least \(share) \(provisoEnding.joined(separator: " "))"
        }
        return words
    }

    /// `heading 72.13 or 72.14`, `Chapter 10 or headings 12.01 to 12.07`: neighbours of one level under one word.
    static func codes(_ ranges: [CodeRange]) -> String {
        var groups: [[CodeRange]] = []
        for range in ranges {
            if let level = groups.last?.first?.first.level, level == range.first.level {
                groups[groups.count - 1].append(range)
            } else {
                groups.append([range])
            }
        }
        return groups.map(group).joined(separator: " or ")
    }

    private static func group(_ ranges: [CodeRange]) -> String {
        let isPlural = ranges.count > 1 || ranges.contains { $0.first != $0.last }
        let codes = ranges.map { $0.first == $0.last ? $0.first.printed : "\($0.first) to \($0.last)" }
        let last = codes.count > 1 ? " or " + codes[codes.count - 1] : ""
        let list = codes.prefix(max(1, codes.count - 1)).joined(separator: ", ") + last
        return "\(kind(ranges.first?.first.level ?? .chapter))\(isPlural ? "s" : "") \(list)"
    }

    private static func kind(_ level: HSCode.Level) -> String {
        switch level {
        case .chapter: "Chapter"
        case .heading: "heading"
        case .subheading: "subheading"
        }
    }
}

extension RuleAlternative {
    /// Whether words follow the symbol, so that a plain `or` after them could be misread.
    fileprivate var hasQualification: Bool {
        guard case .changeInTariffClassification(let change) = self else { return false }
        return !change.exceptions.isEmpty || change.activeIngredientShare != nil
    }
}
