import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

extension CasePreparation {
    mutating func checkParties() {
        checkParty(dossier.exportingParty, place: "/exportingParty")
        guard let importing = dossier.importingParty else { return }
        checkParty(importing, place: "/importingParty")
        if importing == dossier.exportingParty {
            problems.append(.sameParty(importing, place: "/importingParty"))
        }
    }

    mutating func checkParty(_ code: CountryCode, place: String) {
        guard let party = consulted.party(code) else {
            problems.append(.notAParty(code, place: place))
            return
        }
        if date < party.inForce { problems.append(.notInForce(party, on: date, place: place)) }
        if let note = party.note { warnings.append(Note(code: "party.note", message: note, place: place)) }
    }

    /// The codes of the rule set's edition a stated code may be; empty after a problem.
    mutating func possibleCodes(_ code: StatedHSCode, place: @autoclosure () -> String) -> PossibleCodes {
        possibleCodes(code.subheading, code.edition, stated: code, place: place())
    }

    /// The same, with what is asked first apart: the text of a code is seldom wanted.
    @inline(__always)
    mutating func possibleCodes(
        _ subheading: HSCode, _ edition: HSEdition, stated: @autoclosure () -> StatedHSCode,
        place: @autoclosure () -> String
    ) -> PossibleCodes {
        if edition == law.ruleSet.edition, ownNomenclature?.contains(subheading) ?? false { return .one(subheading) }
        return PossibleCodes(candidates(stated(), place: place()))
    }

    /// A code that would be another one with a zero before it, and may have lost it in a spreadsheet.
    mutating func checkForLostZero(_ code: StatedHSCode, place: @autoclosure () -> String) {
        guard let other = HSCode(restoringZeroOf: code.text), let nomenclature = law.nomenclatures[code.edition],
            nomenclature.contains(other), nomenclature.contains(code.subheading)
        else { return }
        problems.append(.lostZero(code, other, place: place()))
    }

    private mutating func candidates(_ code: StatedHSCode, place: @autoclosure () -> String) -> [HSCode] {
        guard let nomenclature = law.nomenclatures[code.edition], nomenclature.contains(code.subheading) else {
            problems.append(.unknownCode(code, near: law.nomenclatures[code.edition]?.near(code.subheading) ?? [], place: place()))
            return []
        }
        let candidates = law.candidates(for: code)
        if candidates.isEmpty { problems.append(.noSuccessor(code, in: law.ruleSet.edition, place: place())) }
        return candidates
    }
}
