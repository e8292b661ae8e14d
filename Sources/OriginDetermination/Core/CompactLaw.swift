import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// The law of one day in the shape a batch asks it: by integers, without searching. Made once for each worker; never
/// used from within itself.
package final class CompactLaw {
    package let determiner: Determiner
    package let date: CalendarDate
    private let limits: DeMinimis.Limits
    /// For each word of `existing` how many subheadings come before it.
    private let ranks: [UInt16]
    /// How many there are.
    let subheadingCount: Int
    /// Two words of bits for each heading, one bit for each subheading that exists: small enough to stay near the core.
    private let existing: UnsafeMutablePointer<UInt64>
    /// By Party and subheading.
    @exclusivity(unchecked) private var listings: [UInt64: CountryOfOriginFinding.Listing] = [:]
    /// By the two letters of a code: what it is, as in `CompactTables`.
    private let countries: UnsafeMutablePointer<UInt8>
    private static let (headings, letters) = (10_000, 1 << 16)

    package init(law: LawInForce, date: CalendarDate) {
        determiner = Determiner(law: law)
        self.date = date
        isOfNewestEdition = law.ruleSet.edition == .hs2022
        limits = DeMinimis.Limits(law.agreement)
        existing = .allocate(capacity: Self.headings * 2)
        existing.initialize(repeating: 0, count: Self.headings * 2)
        countries = .allocate(capacity: Self.letters)
        countries.initialize(repeating: 0, count: Self.letters)
        for first in 0x41...0x5A as ClosedRange<Int> {
            for second in 0x41...0x5A { countries[first << 8 | second] = CompactTables.country }
        }
        for code in law.nomenclatures[law.ruleSet.edition]?.subheadings ?? [] {
            existing[Self.word(code)] |= 1 << UInt64((code % 100) & 63)
        }
        var count = 0
        ranks = (0..<Self.headings * 2).map { [existing] word in
            defer { count += existing[word].nonzeroBitCount }
            return UInt16(count)
        }
        subheadingCount = count
        for party in law.agreement.parties where party.inForce <= date {
            countries[Int(party.code.packed)] = CompactTables.party
        }
    }

    package var law: LawInForce {
        _read { yield determiner.law }
    }

    deinit {
        existing.deallocate()
        countries.deallocate()
    }

    private static func word(_ code: UInt32) -> Int { Int(code / 100) * 2 + Int((code % 100) >> 6) }

    /// What exists, for looking up millions of codes and Parties without a call for each; good as long as the law is.
    package var tables: CompactTables { CompactTables(existing: existing, countries: countries) }

    /// Whether the two letters are those of a Party the Agreement is in force for on the day.
    package func isPartyInForce(_ packed: UInt16) -> Bool { countries[Int(packed)] == CompactTables.party }

    /// Whether codes are stated in the edition of the rule set where none is named.
    package let isOfNewestEdition: Bool

    /// How many subheadings come before one; nil where it does not exist.
    func rank(of code: UInt32) -> Int? {
        let word = Self.word(code)
        let bit: UInt64 = 1 << UInt64((code % 100) & 63)
        guard existing[word] & bit != 0 else { return nil }
        return Int(ranks[word]) + (existing[word] & (bit &- 1)).nonzeroBitCount
    }

    /// What the facts lead to: the same evaluator as for one dossier, without the reasons.
    package func answer(_ facts: CompactCase, in room: inout EvaluationRoom) -> CompactAnswer {
        room.evaluation.evaluate(facts, unit: 0, under: facts.neededStances, limits)
        return CompactAnswer.of(facts, room.evaluation, limits, route: nil)
    }
}

/// Codes and Parties of a law as bare memory.
package struct CompactTables {
    /// Word `code / 100 * 2 + code % 100 / 64`, bit `code % 100 % 64`: whether the rule set's edition has the subheading.
    package let existing: UnsafeMutablePointer<UInt64>
    /// By the two letters of a code: 0 where they are no letters, else `country` or `party`.
    package let countries: UnsafeMutablePointer<UInt8>

    /// Any two capital letters.
    package static var country: UInt8 { 1 }
    /// A Party the Agreement is in force for on the day.
    package static var party: UInt8 { 2 }
}

extension CompactLaw {
    /// The RCEP country of origin of a good whose answer has just been given; nil unless it originates.
    /// - Parameters:
    ///   - party: the importing Party.
    ///   - code: six digits of the good.
    ///   - decimals: of the unit of the case.
    ///   - country: the stated country of a line.
    package func countryOfOrigin(
        _ answer: CompactAnswer, _ facts: CompactCase, in room: borrowing EvaluationRoom, code: UInt32,
        exportingParty: CountryCode, party: CountryCode, currency: CurrencyCode, decimals: Int,
        country: (Int) -> CountryCode?
    ) -> CompactAnswer.CountryOfOrigin? {
        guard answer.verdict == .originating, let importing = law.agreement.party(party) else { return nil }
        let alone: Stance = facts.usesOtherParties ? .withoutOtherParties : .claimed
        let originating = room.evaluation.lines.filter {
            !$0.nonOriginating.contains(.claimed) && TariffDifferentials.contributes($0.role)
        }
        let differentials = TariffDifferentials(
            unit: facts.units[0], way: room.evaluation[.claimed].way, alone: room.evaluation[alone].values,
            contributors: originating.map { line in
                let index = Int(line.index)
                return .init(party: country(index) ?? exportingParty, value: facts.lines[index].value)
            },
            listing: listing(of: code, for: importing), exportingParty: exportingParty, importingParty: importing,
            threshold: law.agreement.domesticValueAddition.percent,
            money: { Money(ExactDecimal(significand: $0, scale: decimals), currency) })
        return CompactAnswer.CountryOfOrigin(differentials.finding())
    }

    /// A list is long, and many goods have the same code.
    private func listing(of number: UInt32, for party: Party) -> CountryOfOriginFinding.Listing {
        let key = UInt64(party.code.packed) << 32 | UInt64(number)
        if let known = listings[key] { return known }
        let code = HSCode(number: number, level: .subheading)
        let found = TariffDifferentials.listing(of: [code], line: nil, in: law, for: party)
        listings[key] = found
        return found
    }
}

/// Where good after good is evaluated, so that none has to take memory of its own.
package struct EvaluationRoom: ~Copyable {
    fileprivate var evaluation = UnitEvaluation()

    package init() {}
}

extension CompactCase {
    /// Those whose figures a row of a batch shows.
    fileprivate var neededStances: StanceSet {
        var stances = StanceSet.none
        stances.insert(.claimed)
        if usesOtherParties { stances.insert(.withoutOtherParties) }
        if restsOnClaims { stances.insert(.onEvidence) }
        return stances
    }
}
