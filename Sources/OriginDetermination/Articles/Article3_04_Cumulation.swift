import Bilingual
import OriginModel

/// Article 3.4: originating materials of another Party count as originating where the good is made.
enum Cumulation {
    static func remark(_ country: CountryCode?, in languages: LanguageChoice) -> BilingualText {
        let country = country?.description ?? ""
        return BilingualText(
            in: languages, en: "originating in \(country), counts as originating by cumulation (3.4)",
            zh: "原产于\(country)，按累积规则视为原产（3.4）")
    }

    /// Whether the good uses an originating material of another Party, at any depth; packaging and indirect materials
    /// are left out, as PE leaves them out.
    static func isUsed(_ facts: CompactCase, in range: Range<Int>, _ stance: Stance) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            let line = facts.lines[position]
            guard line.role == .material || line.role == .accessory else {
                position = line.end
                continue
            }
            if line.unit < 0, line.otherParty, !line.isNonOriginating(stance) { return true }
            // Into the inputs of an intermediate; a bought line ends right after itself.
            position += 1
        }
        return false
    }
}

extension Note {
    static func countryAssumed(_ material: Material, _ party: CountryCode, place: String) -> Note {
        Note(
            code: "material.countryAssumed",
            message: BilingualText(
                en: "Originating material \(material.id) names no country: it is taken to originate in the exporting Party, \(party).",
                zh: "原产材料\(material.id)未注明国别：视为原产于出口缔约方\(party)。"),
            place: place)
    }
}

extension Explainer {
    /// Whether ACU must stand beside the criterion that heads the answer (D11).
    var cumulation: Explanation? {
        guard prepared.compact.usesOtherParties,
            let paths = prepared.listedPaths(of: { prepared.compact.lines[$0].otherParty })
        else { return nil }
        let isNeeded = findings.chosen?.supplements.contains(.cumulation) ?? false
        return Explanation(
            article: "3.4; D11",
            statement: isNeeded
                ? BilingualText(
                    en: "The criterion rests on originating materials of other Parties: ACU is stated beside it.",
                    zh: "该标准依赖其他缔约方的原产材料：须同时注明ACU（累积）。")
                : BilingualText(
                    en: "The criterion would also be met without the originating materials of other Parties: ACU is not stated.",
                    zh: "即使不计其他缔约方的原产材料，该标准仍可满足：无须注明ACU（累积）。"),
            result: .information, inputs: [Explanation.Input(.materialsList, paths)])
    }
}
