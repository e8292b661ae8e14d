/// A word of a query or a label.
struct SearchWord: Hashable {
    /// Small letters; for Chinese the run of characters itself.
    let text: String
    /// The same for singular and plural: `battery` for batteries.
    let normal: String
    let isChinese: Bool
}

/// Takes text apart into words: runs of letters and digits, runs of Chinese characters, each for itself.
enum SearchWords {
    /// Words that say nothing of a good.
    private static let stopWords: Set<String> = [
        "a", "an", "and", "any", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "other", "than",
        "that", "the", "their", "to", "whether", "which", "with",
    ]

    /// Characters that join Chinese words and belong to none.
    private static let chineseJoints: Set<Unicode.Scalar> = ["的", "及", "与", "、", "或"]

    /// The words of a query without those that say nothing.
    static func meaningful(in text: String) -> [SearchWord] {
        all(in: text).filter { !stopWords.contains($0.text) }
    }

    static func all(in text: String) -> [SearchWord] {
        var words: [SearchWord] = []
        var run = String.UnicodeScalarView()
        var runIsChinese = false
        func close() {
            if !run.isEmpty { words.append(word(String(run), isChinese: runIsChinese)) }
            run = String.UnicodeScalarView()
        }
        for scalar in text.lowercased().unicodeScalars {
            let isChinese = scalar.properties.isIdeographic && !chineseJoints.contains(scalar)
            let isLetter = !isChinese && isLetterOrDigit(scalar)
            if isChinese || isLetter {
                if isChinese != runIsChinese { close() }
                runIsChinese = isChinese
                run.append(scalar)
            } else if !isApostrophe(scalar) {
                close()
            }
        }
        close()
        return words
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
        return scalar.properties.isAlphabetic && !scalar.properties.isIdeographic
    }

    /// Inside a word it is passed over: `men's`.
    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}"
    }

    private static func word(_ text: String, isChinese: Bool) -> SearchWord {
        SearchWord(text: text, normal: isChinese ? text : singular(text), isChinese: isChinese)
    }

    /// One form for singular and plural, not always the singular of the dictionary.
    private static func singular(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        let rules: [(ending: String, replacement: String)] = [
            ("ies", "y"), ("ves", "f"), ("ve", "f"), ("fe", "f"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"),
            ("xes", "x"), ("zzes", "zz"), ("oes", "o"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
        ]
        guard let rule = rules.first(where: { word.hasSuffix($0.ending) }) else { return word }
        return word.dropLast(rule.ending.count) + rule.replacement
    }
}
