import OriginModel
import Testing

@testable import Tariffs

@Suite struct DutyRateTests {
    static let cells: [(cell: String, kind: String, percent: String?)] = [
        ("0", "free", "0"), ("0.0", "free", "0"), ("free", "free", "0"), ("5", "percent", "5"),
        ("12.5", "percent", "12.5"), ("12.50", "percent", "12.5"), ("0.7", "percent", "0.7"),
        ("3000", "percent", "3000"), ("3.1234", "percent", "3.1234"), ("2999.9999", "percent", "2999.9999"),
        ("complex", "complex", nil), ("U", "unbound", nil), ("excluded", "excluded", nil),
        ("unconfirmed", "unconfirmed", nil), ("MFN", "mfnOnly", nil), ("(5.5)", "statedNotApplied", nil),
        ("(0)", "statedNotApplied", nil), ("", "notStated", nil),
    ]

    @Test(arguments: cells)
    func `a cell says one thing`(cell: String, kind: String, percent: String?) throws {
        let rate = try #require(DutyRate(cell: cell))
        #expect(Self.kind(rate) == kind)
        #expect(rate.adValorem?.description == percent)
        #expect(DutyRate(cell: rate.cell) == rate)
    }

    @Test func `all kinds have words of their own`() {
        let rates = Self.cells.compactMap { DutyRate(cell: $0.cell) }
        let kinds = Dictionary(grouping: rates, by: Self.kind).values.compactMap(\.first)
        #expect(kinds.count == 9)
        #expect(Set(kinds.map(\.words.english)).count == 9)
        #expect(Set(kinds.map(\.words.chinese)).count == 9)
        #expect(Set(kinds.map(\.meaning.english)).count == 9)
        #expect(Set(kinds.map(\.meaning.chinese)).count == 9)
    }

    static let refused = [
        "u", "mfn", "-1", "5%", "1,5", "1.", ".5", "1..2", "(5", "5)", "()", "( 5)", " 5", "3000.1", "3001", "1.12345",
        "99999999999", "excl", "Complex", "free ", "１", "(U)",
    ]

    @Test(arguments: refused)
    func `anything else is no rate`(cell: String) {
        #expect(DutyRate(cell: cell) == nil)
    }

    @Test func `a rate of zero is free and nothing else`() throws {
        #expect(DutyRate(percent: .zero) == .free)
        #expect(DutyRate(percent: try ExactDecimal(parsing: "0.00")) == .free)
        #expect(DutyRate(cell: "") != .free)
    }

    @Test func `a packed rate takes four bytes`() {
        #expect(MemoryLayout<PackedRate>.stride == 4)
    }

    private static func kind(_ rate: DutyRate) -> String {
        switch rate {
        case .free: "free"
        case .percent: "percent"
        case .complex: "complex"
        case .unbound: "unbound"
        case .excluded: "excluded"
        case .unconfirmed: "unconfirmed"
        case .mfnOnly: "mfnOnly"
        case .statedNotApplied: "statedNotApplied"
        case .notStated: "notStated"
        }
    }
}
