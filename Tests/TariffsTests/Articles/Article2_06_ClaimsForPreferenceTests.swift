import OriginModel
import OriginRules
import Testing

@testable import OriginDetermination
@testable import Tariffs

/// Chinese goods sent to Japan, which treats Parties differently, in schedules small enough to work out by hand.
@Suite struct Article2_06_ClaimsForPreferenceTests {
    /// What the tariff says for goods of China, Korea and Viet Nam; nothing is loaded for other origins.
    struct Rates {
        var mfn = "10"
        var china = "5"
        var korea = "7"
        var vietNam = "0"
        /// For every other Party; nil: not loaded.
        var others: String?
    }

    static let everyOther = "AU BN ID KH LA MM MY NZ PH SG TH"

    func book(_ rates: Rates, secondLine: Rates? = nil) throws -> TariffBook {
        var columns = ["mfn", "cn=CN", "kr=KR", "vn=VN"]
        if rates.others != nil { columns.append("o=" + Self.everyOther.split(separator: " ").joined(separator: " ")) }
        func row(_ line: String, _ rates: Rates) -> String {
            ([line, rates.mfn, rates.china, rates.korea, rates.vietNam] + (rates.others.map { [$0] } ?? []))
                .joined(separator: ",")
        }
        let rows = [row("850980100", rates)] + (secondLine.map { [row("850980200", $0)] } ?? [])
        return try Small.book([Small.schedule("jp", "JP", columns: columns, rows: rows)])
    }

    /// - Parameter contributions: `CN 60 VN 40`, highest first.
    func origin(
        _ listing: CountryOfOriginFinding.Listing = .by(.notListed), ifNotListed: String = "CN", ifListed: String? = "CN",
        basis: CountryOfOriginFinding.Basis = .exportingParty, contributions: String = "CN 60 VN 40"
    ) throws -> CountryOfOriginFinding {
        let fields = contributions.split(separator: " ")
        let twenty = try Small.decimal("20")
        let threshold: Percentage = try #require(Percentage(twenty))
        func answer(
            _ parties: String, _ basis: CountryOfOriginFinding.Basis
        ) throws -> CountryOfOriginFinding.Answer {
            .init(basis: basis, parties: try parties.split(separator: " ").map { try Small.party(String($0)) })
        }
        return CountryOfOriginFinding(
            listing: listing, ifListed: try ifListed.map { try answer($0, .highestContributor) },
            ifNotListed: try answer(ifNotListed, basis),
            domesticValueAddition: .init(indirect: CutPercent(10, of: 100), direct: nil, threshold: threshold, isMet: false),
            contributions: try stride(from: 0, to: fields.count, by: 2).map { index in
                .init(
                    party: try Small.party(String(fields[index])), value: try money("\(fields[index + 1])"),
                    share: CutPercent(1, of: 2), units: Int128(String(fields[index + 1])) ?? 0)
            })
    }

    func money(_ amount: String) throws -> Money {
        let currency: CurrencyCode = try #require(CurrencyCode("USD"))
        return Money(try Small.decimal(amount), currency)
    }

    func claims(
        _ book: TariffBook, _ origin: CountryOfOriginFinding, to importing: String = "JP", value: String = "200",
        line: String? = nil
    ) throws -> [ClaimsForPreference.Claim] {
        book.claims(
            origin, from: try Small.party("CN"), to: try Small.party(importing), codes: [try Small.code("850980")],
            line: line.flatMap { TariffLineCode($0) }, on: try Small.date("2026-07-01"), customsValue: try money(value))
    }

    /// `basis stated due saved`, due as in `DutyDueTests`.
    func summary(_ claim: ClaimsForPreference.Claim) -> String {
        let duties = claim.duties.map { duty in
            let due = switch duty.due {
            case .exactly(let rate, _): rate.cell
            case .atMost(let percent, _): "<=\(percent)"
            case .unknown: "?"
            }
            return "\(due) saves \(duty.saved?.amount.description ?? "?")"
        }
        let conditions = claim.conditions.map { " if \($0)" }.joined()
        return "\(claim.basis.rawValue) \(claim.stated ?? "?")\(conditions): \(duties.joined(separator: ", "))"
    }

    // MARK: The claims

    @Test func `the origin's own rate, the contributors' highest, everybody's highest`() throws {
        let claims = try claims(book(Rates(others: "8")), origin())
        #expect(claims.map(summary) == [
            "2.6.1 CN: 5 saves 10", "2.6.6(a) CN *: 5 saves 10", "2.6.6(b) AU **: 8 saves 4",
        ])
        #expect(claims[2].duties[0].parties.map(\.description) == Self.everyOther.split(separator: " ").map(String.init))
        #expect(claims[1].parties.map(\.description) == ["CN", "VN"])
        #expect(claims[2].parties.count == 14)
    }

    @Test func `a Party without differentials leaves one claim`() throws {
        let claims = try claims(book(Rates()), origin(.noDifferentials, ifListed: nil))
        #expect(claims.map(summary) == ["2.6.1 CN: 5 saves 10"])
    }

    @Test func `where the list is not loaded both answers stand with what they would pay`() throws {
        let origin = try origin(.notLoaded, ifNotListed: "CN", ifListed: "VN")
        let claims = try claims(book(Rates(others: "5")), origin)
        #expect(claims.map(summary) == [
            "2.6.1 CN if notListed: 5 saves 10", "2.6.1 VN if listed: 0 saves 20", "2.6.6(a) CN *: 5 saves 10",
            "2.6.6(b) KR **: 7 saves 6",
        ])
    }

    @Test func `a tie names each Party that shares it`() throws {
        let origin = try origin(
            .by(.listed), ifNotListed: "CN", ifListed: "KR VN", contributions: "KR 50 VN 50")
        let claims = try claims(book(Rates()), origin)
        #expect(claims.prefix(2).map(summary) == ["2.6.1 KR if tie: 7 saves 6", "2.6.1 VN if tie: 0 saves 20"])
        #expect(claims[2].parties.map(\.description) == ["KR", "VN"])
    }

    @Test func `the importing Party's own materials are no claim`() throws {
        let claims = try claims(book(Rates()), origin(contributions: "JP 60 VN 40"))
        #expect(claims[1].parties.map(\.description) == ["VN"])
        #expect(claims[1].stated == "VN *")
        #expect(claims[2].parties.allSatisfy { $0.description != "JP" })
    }

    @Test func `no Party contributed, so there is nothing to compare under 2.6.6 (a)`() throws {
        let claims = try claims(book(Rates()), origin(contributions: ""))
        #expect(claims.map(\.basis) == [.countryOfOrigin, .highestOfAll])
    }

    // MARK: Highest rates

    /// MFN, rates of China and Viet Nam, what is due under (a).
    static let highest: [(mfn: String, china: String, vietNam: String, due: String)] = [
        ("10", "5", "0", "5 saves 10"), ("10", "0", "0", "0 saves 20"), ("10", "5", "5", "5 saves 10"),
        // No preference for one of them: its goods pay MFN.
        ("10", "5", "U", "10 saves 0"), ("10", "5", "excluded", "10 saves 0"), ("10", "5", "(5.5)", "10 saves 0"),
        // A rate above MFN is never due.
        ("4", "5", "0", "4 saves 0"),
        // A rate that is not known may be as high as MFN.
        ("10", "5", "", "<=10 saves ?"), ("10", "5", "unconfirmed", "<=10 saves ?"), ("10", "10", "", "10 saves 0"),
        ("complex", "5", "0", "? saves ?"), ("complex", "0", "0", "0 saves ?"), ("0", "", "", "0 saves 0"),
    ]

    @Test(arguments: highest)
    func `the highest of what contributors pay`(mfn: String, china: String, vietNam: String, due: String) throws {
        let claims = try claims(book(Rates(mfn: mfn, china: china, vietNam: vietNam)), origin())
        let claim = try #require(claims.first { $0.basis == .highestOfContributors })
        #expect(summary(claim).hasSuffix(": " + due))
    }

    @Test func `a Party whose rate is not loaded is named, and nobody is said to have the highest`() throws {
        let claims = try claims(book(Rates()), origin())
        let claim = try #require(claims.last)
        #expect(claim.stated == nil)
        #expect(claim.duties[0].unknown.map(\.description) == Self.everyOther.split(separator: " ").map(String.init))
        #expect(summary(claim) == "2.6.6(b) ?: <=10 saves ?")
    }

    // MARK: Best

    static let best: [(china: String, others: String?, listing: CountryOfOriginFinding.Listing, best: ClaimsForPreference.Best)] = [
        // The country of origin costs least; (a) as much, but asks for more proof.
        ("5", "8", .by(.notListed), .claim(0)),
        // The country of origin is open: of the two claims that are not, (a) costs 5 and (b) 8.
        ("5", "8", .notLoaded, .claim(2)),
        ("10", "10", .by(.notListed), .noneSaves),
        // (b) is not known, and nothing is cheaper than zero.
        ("0", nil, .by(.notListed), .claim(0)),
        // (b) is not known to be dearer.
        ("5", nil, .by(.notListed), .unknown), ("", "8", .by(.notListed), .unknown),
    ]

    @Test(arguments: best)
    func `best is what certainly costs least of what may be claimed now`(
        china: String, others: String?, listing: CountryOfOriginFinding.Listing, best: ClaimsForPreference.Best
    ) throws {
        let book = try book(Rates(china: china, korea: "8", vietNam: "0", others: others))
        let origin = try origin(listing, ifNotListed: "CN", ifListed: listing == .notLoaded ? "VN" : "CN")
        let claims = try claims(book, origin)
        #expect(ClaimsForPreference.Best.among(claims) == best)
    }

    @Test func `two lines on which different claims cost least`() throws {
        let rates = Rates(mfn: "10", china: "8", korea: "2", vietNam: "0", others: "2")
        let origin = try origin(.by(.listed), ifListed: "KR", contributions: "KR 60 VN 40")
        let claims = try claims(book(rates, secondLine: Rates(korea: "9", vietNam: "0", others: "4")), origin)
        #expect(claims[0].duties.count == 2)
        #expect(ClaimsForPreference.Best.among(claims) == .claim(0))
    }

    @Test func `a stated line of the tariff leaves the others out`() throws {
        let book = try book(Rates(), secondLine: Rates(china: "1"))
        let (one, both) = (try claims(book, origin(), line: "850980200"), try claims(book, origin()))
        #expect(one[0].duties.map(\.line.digits) == ["850980200"])
        #expect(both[0].duties.count == 2)
    }

    // MARK: Without a tariff, amounts, proof

    @Test func `no tariff of the importing Party`() throws {
        let claims = try claims(book(Rates()), origin(.notLoaded, ifListed: "VN"), to: "KR")
        #expect(claims.allSatisfy { $0.duties.isEmpty })
        #expect(ClaimsForPreference.Best.among(claims) == .unknown)
    }

    @Test func `amounts are exact`() throws {
        let claims = try claims(book(Rates(mfn: "9.1", china: "5.7")), origin(), value: "1234.56")
        let (amount, saved) = (try money("70.36992"), try money("41.97504"))
        #expect(claims[0].duties[0].amount == amount)
        #expect(claims[0].duties[0].saved == saved)
    }

    @Test func `each claim says what proves it`() throws {
        let claims = try claims(
            book(Rates(others: "8")), origin(.by(.listed), ifListed: "VN", contributions: "CN 40 VN 60"))
        #expect(claims.map(\.proof.count) == [2, 2, 2])
        #expect(claims[0].proof[0].english.contains("states VN as"))
        #expect(claims[0].proof[1].english.contains("2.6.4"))
        #expect(claims[1].proof[1].english.contains("CN, VN"))
        #expect(claims[2].proof[0].english.contains("AU **"))
        #expect(claims.flatMap(\.proof).allSatisfy { $0.chinese.hasSuffix("。") && $0.english.hasSuffix(".") })
    }
}
