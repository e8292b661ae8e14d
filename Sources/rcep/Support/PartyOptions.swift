import ArgumentParser
import Bilingual
import OriginModel
import OriginRules
import Tariffs

/// Parties named on the command line, checked against those of the Agreement.
enum PartyOptions {
    /// Every code that is no Party is a problem of the option it was given to; nil stands for an option not given.
    static func check(
        _ named: [(option: String, code: CountryCode?)], in agreement: Agreement
    ) throws(InputProblems) {
        let problems = named.compactMap { option, code in
            code.flatMap { agreement.party($0) == nil ? InputProblem.notAParty($0, option: option, agreement) : nil }
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
    }
}

/// What an option such as `--to JP,VN` or `--from ASEAN` names: codes and names of groups with commas between them.
struct PartyList: Sendable, Equatable {
    let words: [String]

    /// Reads the words; whether they name Parties only the Agreement can tell.
    init(parsing text: String) throws(ValidationError) {
        words = text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            word.split(separator: " ").joined(separator: " ").uppercased()
        }
        let isShaped = words.allSatisfy { CountryCode($0) != nil || OriginGroup.parties(named: $0) != nil }
        guard isShaped else {
            throw ValidationError(
                "expected codes of Parties, ASEAN or ALL with commas between them, such as JP,VN; found \(text)"
                    + " / 应为以逗号分隔的缔约方代码、ASEAN或ALL，例如JP,VN；实际为\(text)")
        }
    }

    /// The Parties named, each once.
    func parties(option: String, in agreement: Agreement) throws(InputProblems) -> Set<CountryCode> {
        var found: Set<CountryCode> = []
        var unknown: [(String, CountryCode?)] = []
        for word in words {
            if let parties = OriginGroup.parties(named: word) {
                found.formUnion(parties)
            } else {
                unknown.append((option, CountryCode(word)))
            }
        }
        try PartyOptions.check(unknown + found.sorted().map { (option, $0) }, in: agreement)
        return found
    }
}

extension InputProblem {
    fileprivate static func notAParty(_ code: CountryCode, option: String, _ agreement: Agreement) -> InputProblem {
        let parties = agreement.parties.map(\.code.description).joined(separator: " ")
        return InputProblem(
            file: option, place: .wholeFile, code: "party.unknown",
            message: BilingualText(en: "\(code) is not a Party to RCEP", zh: "\(code)不是RCEP缔约方"), found: "\(code)",
            expected: BilingualText(en: "one of \(parties)", zh: "\(parties)之一"))
    }
}
