import OriginDetermination
import OriginModel
import Testing

@testable import ProofsOfOrigin

/// What somebody about to sign is told beside a draft.
struct NotesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let words: String
        let isNoted: Bool
        let start: @Sendable () throws -> Drafting
        let change: @Sendable (inout Drafting) throws -> Void

        var testDescription: String { name }

        init(
            _ name: String, _ words: String, _ isNoted: Bool,
            _ start: @escaping @Sendable () throws -> Drafting = Drafting.declaration,
            change: @escaping @Sendable (inout Drafting) throws -> Void
        ) {
            self.name = name
            self.words = words
            self.isNoted = isNoted
            self.start = start
            self.change = change
        }
    }

    private static let waiver = "(Article 3.22)"
    private static let filed = "is on file with customs as"
    private static let ownOrigin = "the importing Party itself"

    static let cases: [Case] = [
        Case("worth 200 dollars in two items", waiver, true, Drafting.certificate) { drafting in
            try drafting.send("citrus-to-singapore")
            drafting.request.shipment.items.append(drafting.request.shipment.items[0])
            drafting.request.shipment.items[0].fob = try Drafting.usd("199.995")
            drafting.request.shipment.items[1].fob = try Drafting.usd("0.005")
        },
        Case("worth a cent more", waiver, false, Drafting.certificate) { drafting in
            try drafting.send("citrus-to-singapore")
            drafting.request.shipment.items.append(drafting.request.shipment.items[0])
            drafting.request.shipment.items[0].fob = try Drafting.usd("199.99")
            drafting.request.shipment.items[1].fob = try Drafting.usd("0.02")
        },
        Case("the dossier's value, of all of it", waiver, true, Drafting.certificate) { drafting in
            try drafting.send("citrus-to-singapore") { $0.good.fob = try Drafting.usd("150") }
        },
        Case("the dossier's value, of another quantity", waiver, false, Drafting.certificate) { drafting in
            try drafting.send("citrus-to-singapore") { $0.good.fob = try Drafting.usd("150") }
            drafting.request.shipment.items[0].quantity = try Drafting.quantity("99999", "kg")
        },
        Case("in another currency", waiver, false, Drafting.certificate) { drafting in
            try drafting.send("citrus-to-singapore")
            drafting.request.shipment.items[0].fob = Money(
                try Drafting.decimal("100"), try #require(CurrencyCode("CNY")))
        },
        Case("filed under another name", filed, true) { _ in },
        Case("filed under this name", filed, false) { $0.request.shipment.items[0].description = "MOTORCYCLE" },
        Case("nothing is filed for certificates", filed, false, Drafting.certificate) { _ in },
        Case("made of the importing Party's materials", ownOrigin, true, Drafting.certificate) { drafting in
            try drafting.makeOfJapaneseMaterials()
            try drafting.loadList("8711201000")
            drafting.dossiers[0].importingTariffLine = "8711201000"
            for index in drafting.dossiers[0].materials.indices {
                drafting.dossiers[0].materials[index].country = try Drafting.party("VN")
            }
        },
        Case("made of another Party's materials", ownOrigin, false, Drafting.certificate) { drafting in
            try drafting.makeOfJapaneseMaterials()
            try drafting.loadList("8711201000")
            drafting.dossiers[0].importingTariffLine = "8711201000"
        },
        Case("a code of another edition", "of HS 2017 is stated as 8711.20", true) {
            $0.dossiers[0].good.hsCode.edition = .hs2017
        },
        Case("a code of the annex", "is stated as", false) { _ in },
        Case("a declaration is signed by a person", "becomes a declaration when", true) { _ in },
        Case("a certificate is issued", "becomes a declaration when", false, Drafting.certificate) { _ in },
    ]

    @Test(arguments: cases) func notes(given: Case) throws {
        var drafting = try given.start()
        try given.change(&drafting)
        let notes = try drafting.draft().notes
        #expect(notes.contains { $0.english.contains(given.words) } == given.isNoted, "\(notes.map(\.english))")
        for note in notes { #expect(note.english.hasSuffix(".") && note.chinese.hasSuffix("。"), "\(note)") }
    }

    /// Whatever the determination warns of, who signs is told too.
    @Test func everyWarningIsPassedOn() throws {
        var drafting = try Drafting.certificate()
        drafting.dossiers[0].exportingParty = try Drafting.party("MM")
        drafting.dossiers[0].materials[0].country = try Drafting.party("MM")
        drafting.request.profile.exporter.country = try Drafting.party("MM")
        let determination = try #require(try drafting.determinations().values.first)
        #expect(!determination.warnings.isEmpty)
        let notes = try drafting.draft().notes.map(\.english)
        for warning in determination.warnings { #expect(notes.contains("Item 1: \(warning.message.english)")) }
    }
}
