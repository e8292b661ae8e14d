import Bilingual

/// Annex 3A, headnote 7: CR asks for a chemical reaction in a Party.
enum ChemicalReactionRule {
    static func outcome(_ reaction: CompactUnit.Reaction) -> Outcome {
        switch reaction {
        case .inParty: .met
        case .absent, .outsideParties: .notMet
        case .notStated: .undetermined
        }
    }
}

extension ChemicalReactionRule {
    static let notStated = Note(
        code: "production.chemicalReaction",
        message: BilingualText(
            en: "It is not stated whether the good is made by a chemical reaction in a Party.",
            zh: "未说明货物是否在缔约方经化学反应生产。"),
        place: "/production/chemicalReaction")

    static func reason(_ reaction: CompactUnit.Reaction) -> BilingualText {
        switch reaction {
        case .inParty:
            BilingualText(en: "A chemical reaction in a Party is stated.", zh: "已说明在缔约方发生化学反应。")
        case .absent:
            BilingualText(en: "It is stated that there was no chemical reaction.", zh: "已说明没有化学反应。")
        case .outsideParties:
            BilingualText(
                en: "The chemical reaction stated took place outside the Parties.", zh: "所述化学反应不在缔约方境内进行。")
        case .notStated:
            notStated.message
        }
    }
}
