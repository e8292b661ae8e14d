import Bilingual
import HarmonizedSystem
import OriginModel
import OriginRules

/// The law of one day in the shape a batch asks it: by integers, without searching. Made once for each worker, so that
/// no two of them count references to the same rules; never used from within itself.
package final class CompactLaw {
    package let determiner: Determiner
    package let date: CalendarDate
    private let limits: DeMinimis.Limits
    /// By the rank of a subheading among those that exist: -1 not looked up yet, -2 without a rule, else an index into
    /// `readings`.
    @exclusivity(unchecked) private var places: [Int32]
    /// For each word of `existing` how many subheadings come before it.
    private var ranks: [UInt16]
    /// Two words of bits for each heading, one bit for each subheading that exists: small enough to stay near the core.
    private let existing: UnsafeMutablePointer<UInt64>
    @exclusivity(unchecked) private var readings: [[RuleReadingCase]] = []
    @exclusivity(unchecked) private var numbers: [UInt32] = []
    @exclusivity(unchecked) private var texts: [String] = []
    /// By Party and place of a rule.
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
        places = Array(repeating: -1, count: count)
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

    /// Where the rule of a subheading stands in this table; nil where the code or its rule does not exist.
    package func place(of code: UInt32) -> Int? {
        let word = Self.word(code)
        let bit: UInt64 = 1 << UInt64((code % 100) & 63)
        guard existing[word] & bit != 0 else { return nil }
        let rank = Int(ranks[word]) + (existing[word] & (bit &- 1)).nonzeroBitCount
        if places[rank] == -1 { places[rank] = read(code).map { Int32($0) } ?? -2 }
        return places[rank] < 0 ? nil : Int(places[rank])
    }

    /// The six digits whose rule stands there.
    package func code(at place: Int) -> UInt32 { numbers[place] }

    /// Every branch of the rule for a good of the code.
    package func readings(at place: Int) -> [RuleReadingCase] { readings[place] }

    /// The rule as the annex prints it.
    package func text(at place: Int) -> String { texts[place] }

    private func read(_ number: UInt32) -> Int? {
        let code = HSCode(number: number, level: .subheading)
        guard let rule = law.ruleSet.rule(for: code) else { return nil }
        readings.append(rule.branches.map {
            RuleReadingCase(code: code, branch: $0.number, alternatives: $0.alternatives.map(\.ownCopy))
        })
        numbers.append(number)
        texts.append(rule.text)
        return readings.count - 1
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
    ///   - place: of the good's rule.
    ///   - decimals: of the unit of the case.
    ///   - country: the stated country of a line.
    package func countryOfOrigin(
        _ answer: CompactAnswer, _ facts: CompactCase, in room: borrowing EvaluationRoom, place: Int,
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
            listing: listing(at: place, for: importing), exportingParty: exportingParty, importingParty: importing,
            threshold: law.agreement.domesticValueAddition.percent,
            money: { Money(ExactDecimal(significand: $0, scale: decimals), currency) })
        return CompactAnswer.CountryOfOrigin(differentials.finding())
    }

    /// A list is long, and many goods have the same code.
    private func listing(at place: Int, for party: Party) -> CountryOfOriginFinding.Listing {
        let key = UInt64(party.code.packed) << 32 | UInt64(place)
        if let known = listings[key] { return known }
        let code = HSCode(number: code(at: place), level: .subheading)
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

extension RuleAlternative {
    /// The same with a list of exceptions of its own.
    fileprivate var ownCopy: RuleAlternative {
        guard case .changeInTariffClassification(let change) = self else { return self }
        return .changeInTariffClassification(TariffChange(
            level: change.level, exceptions: change.exceptions.map { $0 },
            activeIngredientShare: change.activeIngredientShare))
    }
}
