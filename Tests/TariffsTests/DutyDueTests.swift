import OriginModel
import Testing

@testable import Tariffs

@Suite struct DutyDueTests {
    /// `due` is the cell due, `<=` before a bound, `?` where unknown; `saving` is `?` where unknown.
    static let rows: [(mfn: String, rcep: String, due: String, basis: String, saving: String)] = [
        // Both known: the lower is due.
        ("9.1", "5.7", "5.7", "preference", "3.4"), ("5", "0", "0", "preference", "5"),
        ("5", "5", "5", "either", "0"), ("0", "0", "0", "either", "0"), ("4", "5", "4", "mfn", "0"),
        ("0", "4", "0", "mfn", "0"), ("0.3", "0.1", "0.1", "preference", "0.2"),
        // It is known that there is no preference: MFN is due.
        ("5", "U", "5", "mfn", "0"), ("5", "excluded", "5", "mfn", "0"), ("5", "MFN", "5", "mfn", "0"),
        ("3", "(5.5)", "3", "mfn", "0"), ("8", "(5.5)", "8", "mfn", "0"), ("0", "U", "0", "mfn", "0"),
        ("complex", "U", "complex", "mfn", "0"), ("complex", "(29.8)", "complex", "mfn", "0"),
        ("complex", "excluded", "complex", "mfn", "0"), ("unconfirmed", "MFN", "?", "", "0"),
        ("nil", "U", "?", "", "0"),
        ("", "excluded", "?", "", "0"),
        // The preference is not known.
        ("5", "", "<=5", "mfn", "?"), ("5", "unconfirmed", "<=5", "mfn", "?"), ("5", "complex", "<=5", "mfn", "?"),
        ("5", "nil", "<=5", "mfn", "?"), ("0", "", "0", "mfn", "0"), ("0", "nil", "0", "mfn", "0"),
        ("0", "unconfirmed", "0", "mfn", "0"), ("0", "complex", "0", "mfn", "0"),
        // MFN is not known.
        ("nil", "5", "<=5", "preference", "?"), ("complex", "5", "<=5", "preference", "?"),
        ("unconfirmed", "5", "<=5", "preference", "?"), ("", "5", "<=5", "preference", "?"),
        ("nil", "0", "0", "preference", "?"), ("complex", "0", "0", "preference", "?"),
        ("", "0", "0", "preference", "?"),
        // Neither is.
        ("nil", "nil", "?", "", "?"), ("complex", "complex", "?", "", "?"), ("", "", "?", "", "?"),
        ("complex", "nil", "?", "", "?"), ("unconfirmed", "unconfirmed", "?", "", "?"),
    ]

    @Test(arguments: rows)
    func `the lower is due and nothing unknown is a zero`(
        mfn: String, rcep: String, due: String, basis: String, saving: String
    ) throws {
        let duty = DutyDue(mfn: try Small.rate(mfn), preference: try Small.rate(rcep))
        let (found, foundBasis): (String, String) = switch duty.due {
        case .exactly(let rate, let basis): (rate.cell, basis.rawValue)
        case .atMost(let percent, let basis): ("<=\(percent)", basis.rawValue)
        case .unknown: ("?", "")
        }
        #expect(found == due)
        #expect(foundBasis == basis)
        #expect((duty.saving?.description ?? "?") == saving)
        #expect(duty.dutyFalls == (saving == "?" ? nil : saving != "0"))
        #expect(!duty.explanation.english.isEmpty && !duty.explanation.english.hasSuffix("."))
        #expect(!duty.explanation.chinese.isEmpty)
        if due == "?" || due.hasPrefix("<=") || saving == "?" { #expect(!duty.caveats.words.isEmpty) }
    }

    static let toZero: [(mfn: String, rcep: String, answer: Bool?)] = [
        ("5", "0", true), ("0", "0", false), ("5", "2", false), ("5", "U", false), ("nil", "2", false),
        ("nil", "0", nil), ("complex", "0", nil), ("5", "", nil), ("0", "", false),
    ]

    @Test(arguments: toZero)
    func `a fall to zero is known or not`(mfn: String, rcep: String, answer: Bool?) throws {
        #expect(DutyDue(mfn: try Small.rate(mfn), preference: try Small.rate(rcep)).fallsToZero == answer)
    }

    static let caveats: [(mfn: String, rcep: String, caveats: DutyCaveats)] = [
        ("5", "2", []), ("nil", "2", .mfnNotLoaded), ("", "2", .mfnNotStated), ("complex", "2", .mfnComplex),
        ("unconfirmed", "2", .mfnUnconfirmed), ("5", "nil", .preferenceNotLoaded), ("5", "", .preferenceNotStated),
        ("5", "complex", .preferenceComplex), ("5", "unconfirmed", .preferenceUnconfirmed),
        ("5", "(2)", .statedNotApplied), ("5", "U", []), ("5", "excluded", []), ("5", "MFN", []),
    ]

    @Test(arguments: caveats)
    func `everything unknown is said`(mfn: String, rcep: String, caveats: DutyCaveats) throws {
        let duty = DutyDue(mfn: try Small.rate(mfn), preference: try Small.rate(rcep))
        #expect(duty.caveats == caveats)
        #expect(duty.caveats.words.count == (caveats.isEmpty ? 0 : 1))
    }

    @Test func `every caveat has words in both languages`() {
        let all = (0..<18).map { DutyCaveats(rawValue: 1 << $0) }
        #expect(all.allSatisfy { $0.words.count == 1 })
        #expect(Set(all.flatMap { $0.words.map(\.english) }).count == 18)
        #expect(Set(all.flatMap { $0.words.map(\.chinese) }).count == 18)
    }

    static let values: [(mfn: String, rcep: String, value: String, saving: String?, duty: String?)] = [
        ("9.1", "5.7", "1000", "34", "57"), ("9.1", "5.7", "0.01", "0.00034", "0.00057"),
        ("10", "0", "123456789012345678", "12345678901234567.8", "0"), ("5", "5", "100", "0", "5"),
        ("0.7", "0.1", "333.33", "1.99998", "0.33333"), ("complex", "0", "100", nil, "0"),
        ("5", "", "100", nil, nil), ("complex", "U", "100", "0", nil),
    ]

    @Test(arguments: values)
    func `what is saved on a value is exact`(
        mfn: String, rcep: String, value: String, saving: String?, duty: String?
    ) throws {
        let due = DutyDue(mfn: try Small.rate(mfn), preference: try Small.rate(rcep))
        let money = Money(try Small.decimal(value), try #require(CurrencyCode("USD")))
        #expect(due.saving(on: money.amount)?.description == saving)
        #expect(due.saving(on: money)?.amount.description == saving)
        #expect(due.duty(on: money)?.amount.description == duty)
    }

    static let falls: [(base: String, rcep: String, fall: String?)] = [
        ("30", "8", "22"), ("8", "8", "0"), ("5", "8", "0"), ("complex", "0", nil), ("30", "U", nil), ("nil", "0", nil),
    ]

    @Test(arguments: falls)
    func `the fall from the base rate is no saving`(base: String, rcep: String, fall: String?) throws {
        let due = DutyDue(mfn: nil, preference: try Small.rate(rcep), base: try Small.rate(base))
        #expect(due.fallFromBase?.description == fall)
        #expect(due.saving == (rcep == "U" ? .zero : nil))
    }
}
