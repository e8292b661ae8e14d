import HarmonizedSystem
import OriginModel
import Testing

@testable import Tariffs

@Suite struct TariffCatalogueTests {
    static func catalogue(
        to: String = "VN", from: String = "CN", _ filter: TariffCatalogue.Filter = .init()
    ) throws -> TariffCatalogue {
        let tariff = try Small.schedule(
            "vn", "VN", columns: ["mfn", "cn=CN"], stray: [851010],
            rows: [
                "01012100,5,0", "01012900,5,4", "01013010,5,5", "85098010,25,22.5", "85098020,25,",
                "85099000,complex,0",
                "85100000,0,0", "87112011,75,75", "87112012,75,U", "87119000,3,excluded", "85101000,9,0",
            ])
        let path = try Small.schedule(
            "au", "AU", .path, from: "2022-01-01", to: nil, origins: "CN", columns: ["base", "y1"],
            rows: ["85098010,5,0", "85098020,5,2", "85099000,5,U", "85100000,complex,0", "87112011,0,0"])
        return try Small.book([tariff, path]).catalogue(
            to: try Small.party(to), from: try Small.party(from), on: try Small.date("2026-07-01"), filter: filter)
    }

    static func lines(_ catalogue: TariffCatalogue) -> String {
        catalogue.entries.map { "\($0.line.digits):\($0.fall?.description ?? "?")" }.joined(separator: " ")
    }

    @Test func `the lines whose duty falls are listed`() throws {
        let catalogue = try Self.catalogue()
        #expect(Self.lines(catalogue) == "01012100:5 01012900:1 85098010:2.5")
        #expect(catalogue.total.lines == 10)
        #expect(catalogue.total.falling == 3)
        #expect(catalogue.total.toZero == 1)
        #expect(catalogue.total.undetermined == 2)
        #expect(catalogue.total.largestFall.description == "5")
        #expect(catalogue.strayLines == 1)
        #expect(catalogue.totals.map(\.chapter) == [1, 85, 87])
        #expect(catalogue.totals.map(\.totals.falling) == [2, 1, 0])
        #expect(catalogue.totals.map(\.totals.undetermined) == [0, 2, 0])
        #expect(catalogue.entries.allSatisfy { $0.reference == .mfn })
    }

    private static func codes(_ texts: String...) -> Set<HSCode> { Set(texts.compactMap { HSCode($0) }) }

    static let filters: [(name: String, filter: TariffCatalogue.Filter, lines: String)] = [
        ("chapter", .init(chapters: [1]), "01012100:5 01012900:1"),
        ("chapter by code", .init(codes: codes("85")), "85098010:2.5"),
        ("heading", .init(codes: codes("8509", "0101")), "01012100:5 01012900:1 85098010:2.5"),
        ("subheading", .init(codes: codes("010121")), "01012100:5"), ("no codes", .init(codes: []), ""),
        ("least saving", .init(leastSaving: ExactDecimal(significand: 25, scale: 1)), "01012100:5 85098010:2.5"),
        ("to zero", .init(fallsToZero: true), "01012100:5"),
        ("undetermined", .init(chapters: [85], includesUndetermined: true), "85098010:2.5 85098020:? 85099000:?"),
    ]

    @Test(arguments: filters)
    func `the list can be narrowed`(name: String, filter: TariffCatalogue.Filter, lines: String) throws {
        #expect(Self.lines(try Self.catalogue(filter)) == lines)
    }

    static let orders: [(order: TariffCatalogue.Order, lines: String)] = [
        (.code, "01012100:5 01012900:1 85098010:2.5"), (.fall, "01012100:5 85098010:2.5 01012900:1"),
        (.due, "01012100:5 01012900:1 85098010:2.5"),
    ]

    @Test(arguments: orders)
    func `the list can be sorted`(order: TariffCatalogue.Order, lines: String) throws {
        #expect(Self.lines(try Self.catalogue().sorted(by: order)) == lines)
    }

    @Test func `without MFN rates the fall is from the base rate and says so`() throws {
        let catalogue = try Self.catalogue(to: "AU")
        #expect(Self.lines(catalogue) == "85098010:5 85098020:3")
        #expect(catalogue.entries.allSatisfy { $0.reference == .base && $0.duty.saving == nil })
        #expect(catalogue.total.toZero == 1)
        #expect(catalogue.total.undetermined == 1)
    }

    @Test(arguments: [("VN", "JP", false), ("KR", "CN", false), ("VN", "VN", false), ("VN", "CN", true)])
    func `without a preference nothing is listed`(to: String, from: String, hasPreference: Bool) throws {
        let catalogue = try Self.catalogue(to: to, from: from)
        #expect(catalogue.hasPreference == hasPreference)
        #expect(catalogue.entries.isEmpty != hasPreference)
    }
}
