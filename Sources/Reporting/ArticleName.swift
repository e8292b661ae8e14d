import Bilingual

extension BilingualText {
    /// Names of what a step of the reasoning cites, in full: `3.5.1(a)` is Article 3.5.1(a), 第三章第五条第一款(a)项;
    /// `3A.7` a headnote of Annex 3A and `3A 38.08` a row of it; `D12` a decision of docs/interpretation.md, which is
    /// this program's own and no interpretation by the Parties; `overleaf note 9` and `box 9` are of Form RCEP.
    /// Several are separated by commas or semicolons; anything else is taken as it stands.
    public static func article(_ citation: String) -> BilingualText {
        let names = citation.split { $0 == ";" || $0 == "," }.map { single($0.drop { $0 == " " }) }
        return BilingualText(
            en: names.map(\.english).joined(separator: "; "), zh: names.map(\.chinese).joined(separator: "；"))
    }

    private static func single(_ citation: Substring) -> BilingualText {
        if citation.hasPrefix("3A") { return annex(citation.dropFirst(2)) }
        if citation.first == "D", let number = Int(citation.dropFirst()) {
            return BilingualText(en: "this program's decision D\(number)", zh: "本程序处理原则D\(number)")
        }
        if citation == "Annex 3B" { return BilingualText(en: "Annex 3B", zh: "附件3B") }
        if let form = ofForm(citation) { return form }
        guard let chinese = ChineseArticle(citation) else { return BilingualText(same: String(citation)) }
        return BilingualText(en: "Article \(citation)", zh: chinese.text)
    }

    /// A note or box of Form RCEP.
    private static func ofForm(_ citation: Substring) -> BilingualText? {
        let words = citation.split(separator: " ")
        guard words.count > 1, let number = words.last.flatMap({ Int($0) }) else { return nil }
        switch words.dropLast().joined(separator: " ") {
        case "overleaf note": return BilingualText(en: "overleaf note \(number)", zh: "证书背页说明\(number)")
        case "box": return BilingualText(en: "box \(number)", zh: "第\(number)栏")
        default: return nil
        }
    }

    /// What stands behind `3A`: nothing, `.7` or ` 38.08`.
    private static func annex(_ rest: Substring) -> BilingualText {
        let place = rest.dropFirst()
        switch rest.first {
        case ".": return BilingualText(en: "Annex 3A, headnote \(place)", zh: "附件3A注释\(place)")
        case " ": return BilingualText(en: "Annex 3A, \(place)", zh: "附件3A \(place)")
        default: return BilingualText(en: "Annex 3A\(rest)", zh: "附件3A\(rest)")
        }
    }
}

/// An article of the Agreement as the Chinese text cites it.
private struct ChineseArticle {
    let text: String

    init?(_ number: Substring) {
        let opening = number.firstIndex(of: "(") ?? number.endIndex
        let numbers = number[..<opening].split(separator: ".", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard number[..<opening].utf8.count(where: { $0 == UInt8(ascii: ".") }) == numbers.count - 1,
            (2...3).contains(numbers.count), numbers.allSatisfy((1...99).contains)
        else { return nil }
        let places = zip(numbers, ["章", "条", "款"]).map { "第\(Self.numeral($0))\($1)" }
        let item = number[opening...]
        text = places.joined() + (item.isEmpty ? "" : "\(item)项")
    }

    /// From 1 to 99.
    private static func numeral(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let tens = number / 10
        guard tens > 0 else { return digits[number] }
        return (tens == 1 ? "" : digits[tens]) + "十" + digits[number % 10]
    }
}
