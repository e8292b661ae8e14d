/// Finds chapters and headings by words of their labels, in English or Chinese.
///
/// Every word of the query must be found: an English one at the beginning of a word of the label, singular or plural,
/// a Chinese one anywhere. Words such as `of` and `the` are passed over.
public struct LabelSearch: Sendable {
    /// A label made ready for searching.
    private struct Target: Sendable {
        let code: HSCode
        let chinese: String
        let englishLength: Int
        /// Words of the English label, then those of the Chinese one that are not Chinese (`LED`).
        let words: [SearchWord]
    }

    /// One thing asked for: the words of the query, or what a synonym of them means; each all of its words.
    private typealias Wish = [[SearchWord]]

    /// How well a label answers; the smaller, the better.
    private struct Rank: Comparable {
        /// Words that are only the beginning of one of the label's, or stand inside a longer Chinese one.
        var parts = 0
        /// Words that do not begin the label.
        var inside = 0
        var length = 0
        var code: HSCode

        static func < (left: Rank, right: Rank) -> Bool {
            (left.parts, left.inside, left.length, left.code) < (right.parts, right.inside, right.length, right.code)
        }
    }

    private let targets: [Target]
    private let synonyms: SearchSynonyms

    public init(labels: HSLabels, synonyms: SearchSynonyms = SearchSynonyms()) {
        self.synonyms = synonyms
        targets = labels.codes.compactMap { code in
            guard let label = labels[code] else { return nil }
            let foreign = SearchWords.all(in: label.chinese).filter { !$0.isChinese }
            return Target(
                code: code, chinese: label.chinese, englishLength: label.english.count,
                words: SearchWords.all(in: label.english) + foreign)
        }
    }

    /// The codes whose labels answer, best first: whole words before beginnings of words, words at the beginning of
    /// the label before words inside it, short labels before long ones. None for a query without a word that says
    /// something.
    public func codes(describedBy query: String) -> [HSCode] {
        let wishes = wishes(SearchWords.meaningful(in: query))
        guard !wishes.isEmpty else { return [] }
        return targets.compactMap { rank($0, wishes) }.sorted().map(\.code)
    }

    // MARK: What is asked

    /// Goes through the words of the query; the longest synonym that begins at a word stands for all of its words.
    private func wishes(_ words: [SearchWord]) -> [Wish] {
        var wishes: [Wish] = []
        var rest = words[...]
        while let first = rest.first {
            let known = synonyms.byFirstWord[first.normal]?.first { rest.map(\.normal).starts(with: $0.words) }
            let own = Array(rest.prefix(known?.words.count ?? 1))
            wishes.append([own] + (known?.meant ?? []).map { SearchWords.meaningful(in: $0) })
            rest = rest.dropFirst(own.count)
        }
        return wishes
    }

    // MARK: What answers

    /// nil where the label leaves a wish open.
    private func rank(_ target: Target, _ wishes: [Wish]) -> Rank? {
        var rank = Rank(length: 0, code: target.code)
        var isChinese = false
        for wish in wishes {
            guard let best = wish.compactMap({ match($0, target) }).min(by: <) else { return nil }
            rank.parts += best.parts
            rank.inside += best.inside
            isChinese = isChinese || (wish.first?.contains(where: \.isChinese) ?? false)
        }
        rank.length = isChinese ? target.chinese.count : target.englishLength
        return rank
    }

    private func match(_ words: [SearchWord], _ target: Target) -> (parts: Int, inside: Int)? {
        var sum = (parts: 0, inside: 0)
        for word in words {
            guard let one = word.isChinese ? chineseMatch(word, target) : englishMatch(word, target) else { return nil }
            sum.parts += one.parts
            sum.inside += one.inside
        }
        return sum
    }

    private func englishMatch(_ word: SearchWord, _ target: Target) -> (parts: Int, inside: Int)? {
        var best: (parts: Int, inside: Int)?
        for (place, candidate) in target.words.enumerated() {
            let isWhole = candidate.normal == word.normal
            guard isWhole || candidate.text.hasPrefix(word.text) || candidate.normal.hasPrefix(word.normal) else { continue }
            let found = (parts: isWhole ? 0 : 1, inside: place == 0 ? 0 : 1)
            if best.map({ found < $0 }) ?? true { best = found }
        }
        return best
    }

    private func chineseMatch(_ word: SearchWord, _ target: Target) -> (parts: Int, inside: Int)? {
        let wanted = Array(word.text.unicodeScalars)
        let label = Array(target.chinese.unicodeScalars)
        guard label.count >= wanted.count else { return nil }
        var best: (parts: Int, inside: Int)?
        for start in 0...(label.count - wanted.count) where label[start..<(start + wanted.count)].elementsEqual(wanted) {
            let end = start + wanted.count
            let isWhole = (start == 0 || Self.isBoundary(label[start - 1])) && (end == label.count || Self.isBoundary(label[end]))
            let found = (parts: isWhole ? 0 : 1, inside: start == 0 ? 0 : 1)
            if best.map({ found < $0 }) ?? true { best = found }
        }
        return best
    }

    private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isIdeographic || scalar == "及" || scalar == "或"
    }
}
