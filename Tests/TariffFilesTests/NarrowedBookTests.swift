import HarmonizedSystem
import OriginModel
import TariffFiles
import Tariffs
import Testing

/// A book of the lines of one subheading answers for it as the whole does.
@Suite struct NarrowedBookTests {
    static let whole = try? TariffLibrary(path: Fixtures.rules).book()

    /// Codes that changed between editions, whole chapters' worth of national lines, and lines without a preference.
    static let codes = ["620342", "850980", "850990", "871120", "854370", "854911", "030475", "160419", "999999"]
    static let parties = ["JP", "VN", "AU", "CN", "TH", "ID", "KR", "SG", "MM"]

    @Test(arguments: codes)
    func `as the whole`(code: String) throws {
        let whole = try #require(Self.whole)
        let asked = HSCode(number: try #require(UInt32(code)), level: .subheading)
        let date = try #require(CalendarDate("2026-07-01"))
        for name in Self.parties {
            let party = try #require(CountryCode(name))
            let narrow = try TariffLibrary(path: Fixtures.rules).book(parties: [party], under: [asked])
            for origin in OriginGroup.everyParty {
                let (one, other) = (
                    whole.answer(to: party, from: origin, code: asked, on: date),
                    narrow.answer(to: party, from: origin, code: asked, on: date))
                #expect(one.groups.map(\.lines) == other.groups.map(\.lines), "\(name) from \(origin)")
                #expect(one.groups.map(\.mapping) == other.groups.map(\.mapping))
                #expect(one.status == other.status, "\(name) from \(origin)")
            }
        }
    }
}
