import Bilingual
import Foundation
import OriginModel
import ProofsOfOrigin
import Testing

@testable import ProofFiles

/// Profiles and shipments as users write them.
struct ParticularsFileTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/proofs")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("\(name).json"), encoding: .utf8)
    }

    static func profile(_ name: String = "exporter-motorcycles") throws -> ExporterProfile {
        try ExporterFile.read(Array(try text(name).utf8), file: name)
    }

    static func shipment(_ text: String) throws -> Shipment {
        try ShipmentFile.read(Array(text.utf8), file: "shipment", profile: try profile())
    }

    // MARK: What can be read

    @Test func aProfile() throws {
        let profile = try Self.profile()
        #expect(profile.id == "yubei-motor")
        #expect(profile.exporter.chineseName == "重庆渝北摩托车有限公司")
        let authorisation = try #require(profile.authorisation)
        #expect("\(authorisation.issued)" == "2025-03-01" && "\(authorisation.validUntil)" == "2028-02-29")
        #expect(authorisation.goods.map(\.hsCode.printed) == ["8711.20", "8714.10"])
        #expect(authorisation.goods[0].parties == Set(["VN", "TH"].compactMap { CountryCode($0) }))
        #expect(authorisation.signatories.map(\.until?.description) == [nil, "2026-06-30"])
        #expect(profile.consignees["song-hong"]?.name == "Song Hong Motor JSC")
    }

    @Test func aShipment() throws {
        let shipment = try Self.shipment(try Self.text("shipment-motorcycles"))
        #expect(shipment.consignee?.name == "Song Hong Motor JSC")
        #expect(shipment.items.first?.quantity?.amount.description == "40")
        #expect(shipment.items.first?.fob?.description == "USD 32800.00")
        #expect(shipment.items.first?.claim == .countryOfOrigin)
    }

    @Test func aProducerDeclaration() throws {
        let text = try Self.text("shipment-motorcycles").replacingOccurrences(
            of: "\"good\": \"CQ-150\",",
            with: "\"good\": \"CQ-150\", \"producerDeclaration\": {\"reference\": \"BS-44\", \"date\": \"2026-10-01\"},")
        let declaration = try #require(try Self.shipment(text).items.first?.producerDeclaration)
        #expect(declaration.reference == "BS-44" && "\(declaration.date)" == "2026-10-01")
    }

    @Test func anOriginalProof() throws {
        let text = try Self.text("shipment-tyres-back-to-back")
        let shipment = try ShipmentFile.read(
            Array(text.utf8), file: "shipment", profile: try Self.profile("exporter-logistics"))
        let original = try #require(shipment.originalProof)
        #expect(original.kind == .certificateOfOrigin && original.validUntil == nil)
        #expect(original.uses.map(\.quantity.amount.description) == ["400"])
        #expect(original.operations == [.logistics, .splitting])
    }

    @Test(arguments: [
        ("\"CONFIDENTIAL\"", ProducerStatement.confidential), ("\"NOT AVAILABLE\"", .notAvailable),
    ])
    func producerWords(word: String, statement: ProducerStatement) throws {
        let shipment = try Self.shipment(
            #"{"format":"rcep-shipment/1","importingParty":"VN","items":[{"good":"A","producer":\#(word)}]}"#)
        #expect(shipment.items.first?.producer == statement)
    }

    @Test func marksOfClaims() throws {
        let shipment = try Self.shipment(#"""
            {"format":"rcep-shipment/1","importingParty":"VN","items":[{"good":"A","claim":{"mark":"*","party":"JP"}},
            {"good":"B","claim":{"mark":"**","party":"NZ"}}]}
            """#)
        #expect(shipment.items.map(\.claim) == [
            .highestOfContributors(try #require(CountryCode("JP"))), .highestOfAll(try #require(CountryCode("NZ"))),
        ])
    }

    // MARK: What cannot

    /// Every problem of a file at once, by code, place and line.
    @Test(arguments: [
        ("bad/exporter-not-json", ["json.unexpectedCharacter"]),
        ("bad/exporter-shape", [
            "exporter.unsupportedFormat /format", "exporter.unknownField /exporter/adress", "exporter.badCountry /exporter/country",
            "exporter.badDate /authorisation/issued", "exporter.hsCodeAsNumber /authorisation/goods/0/hsCode",
            "exporter.badCountry /authorisation/goods/0/parties/0", "exporter.wrongType /authorisation/signatories",
            "exporter.twice /producers/1", "exporter.wrongType /consignees",
        ]),
    ])
    func profileProblems(name: String, expected: [String]) throws {
        let problems = Self.problems { () throws(InputProblems) in
            _ = try ExporterFile.read(Array((try? Self.text(name))?.utf8 ?? "".utf8), file: name)
        }
        if expected.count == 1 {
            #expect(problems.count == 1 && problems[0].code.hasPrefix("json."))
        } else {
            #expect(problems.map(Self.place) == expected)
        }
    }

    @Test func shipmentProblems() throws {
        let profile = try Self.profile()
        let text = try Self.text("bad/shipment-shape")
        let problems = Self.problems { () throws(InputProblems) in
            _ = try ShipmentFile.read(Array(text.utf8), file: "s", profile: profile)
        }
        #expect(problems.map(Self.place) == [
            "shipment.badCountry /importingParty", "shipment.unknownFirm /consignee", "shipment.badDate /transport/departure",
            "shipment.emptyText /invoices/0/number", "shipment.notPositive /items/0/quantity/amount",
            "shipment.badNumber /items/0/grossWeightKg", "shipment.missingField /items/0/fob/currency",
            "shipment.unknownFirm /items/0/producer", "shipment.unknownValue /items/0/claim/mark",
            "shipment.missingField /items/1/good", "shipment.unknownValue /originalProof/kind",
            "shipment.badHSCode /originalProof/items/0/hsCode", "shipment.unknownValue /originalProof/items/0/criterion",
            "shipment.unknownValue /originalProof/operations/0", "shipment.wrongType /remarks/0",
        ])
        for problem in problems {
            guard case .pointer(_, let line, let column) = problem.place else {
                Issue.record("no place")
                continue
            }
            #expect((line ?? 0) > 1 && (column ?? 0) > 0)
            #expect(problem.message.chinese.contains { !$0.isASCII })
        }
    }

    /// An authorisation that ends before it begins, an item of an original that stands twice, a name that stands twice.
    @Test(arguments: [
        (#"{"format":"rcep-exporter/1","id":"x","exporter":{"name":"A","address":"B","country":"CN"},"authorisation":{"code":"A","issued":"2026-01-02","validUntil":"2026-01-01","goods":[],"signatories":[]}}"#,
         "exporter.endsBeforeItBegins /authorisation/validUntil"),
        (#"{"format":"rcep-exporter/1","id":"x","id":"y","exporter":{"name":"A","address":"B","country":"CN"}}"#,
         "json.repeatedName /id"),
    ])
    func contradictions(text: String, expected: String) {
        let problems = Self.problems { () throws(InputProblems) in
            _ = try ExporterFile.read(Array(text.utf8), file: "e")
        }
        #expect(problems.map(Self.place) == [expected])
    }

    @Test func anItemOfAnOriginalStandsOnce() throws {
        let item = #"{"id":"T","description":"d","hsCode":"401140","criterion":"CTC","countryOfOrigin":"TH","quantity":{"amount":1,"unit":"pcs"}}"#
        let profile = try Self.profile()
        let text = #"{"format":"rcep-shipment/1","importingParty":"JP","items":[{"good":"T"}],"originalProof":{"kind":"certificateOfOrigin","number":"N","issued":"2026-01-01","exportingParty":"TH","items":[\#(item),\#(item)]}}"#
        let problems = Self.problems { () throws(InputProblems) in
            _ = try ShipmentFile.read(Array(text.utf8), file: "s", profile: profile)
        }
        #expect(problems.map(Self.place) == ["shipment.twice /originalProof/items/1"])
    }

    /// A file beyond the limits is refused before it is looked into; problems are kept up to a bound.
    @Test func hostileFiles() throws {
        let huge = [UInt8](repeating: UInt8(ascii: " "), count: 5 << 20)
        #expect(Self.problems { () throws(InputProblems) in _ = try ExporterFile.read(huge, file: "e") }.count == 1)
        let many = Array(repeating: "1", count: 500).joined(separator: ",")
        let profile = try Self.profile()
        let problems = Self.problems { () throws(InputProblems) in
            _ = try ShipmentFile.read(
                Array(#"{"format":"rcep-shipment/1","importingParty":"JP","items":[\#(many)]}"#.utf8), file: "s", profile: profile)
        }
        #expect(problems.count == 101)
        #expect(problems.last?.code == "shipment.moreProblems")
    }

    private static func place(_ problem: InputProblem) -> String {
        guard case .pointer(let pointer, _, _) = problem.place else { return problem.code }
        return "\(problem.code) \(pointer)"
    }

    private static func problems(_ body: () throws(InputProblems) -> Void) -> [InputProblem] {
        do throws(InputProblems) {
            try body()
            return []
        } catch {
            return error.problems
        }
    }
}
