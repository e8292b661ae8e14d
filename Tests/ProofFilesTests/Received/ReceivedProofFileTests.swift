import Bilingual
import ProofsOfOrigin
import Testing

@testable import ProofFiles

/// What a file lacks is no fault of it; what is of another type is.
struct ReceivedProofFileTests {
    private static func read(_ text: String) throws(InputProblems) -> ReceivedProofFile {
        try ReceivedProofFile.read(Array(text.utf8), file: "proof.json")
    }

    private static func faults(_ text: String) -> [String] {
        do throws(InputProblems) {
            _ = try read(text)
            return []
        } catch {
            return error.problems.map { problem in
                switch problem.place {
                case .pointer(let pointer, let line?, let column?): "\(problem.code) \(pointer) \(line):\(column)"
                default: problem.code
                }
            }
        }
    }

    private static let format = #""format": "rcep-proof/1""#

    @Test func nothingButTheFormat() throws {
        let file = try Self.read("{\(Self.format)}")
        #expect(file.proof == ReceivedProof())
        #expect(file.notes.isEmpty)
    }

    @Test func nullAndBlankAreAbsent() throws {
        let file = try Self.read(
            #"{\#(Self.format), "number": null, "exporter": {"name": "  ", "address": null}, "items": null, "ticks": null}"#)
        #expect(file.proof.number == nil)
        #expect(file.proof.exporter == .init())
        #expect(file.proof.items.isEmpty)
    }

    @Test func everythingIsRead() throws {
        let file = try Self.read("""
            {\(Self.format), "$schema": "x", "kind": "declarationOfOrigin", "state": "draft", "number": "N", "drafted": "2026-01-01",
             "issued": "2026-01-02", "validUntil": "2027-01-02", "keepUntil": "2029-01-02",
             "exporter": {"name": "E", "chineseName": "出", "address": "A", "country": "CN", "registration": "1"},
             "authorisationCode": "C", "signatory": {"name": "S", "position": "P"},
             "signature": {"name": "S", "date": "2026-01-03"},
             "certification": {"body": "B", "date": "2026-01-04", "seal": false},
             "consignee": {"name": "I"}, "producer": "SEE BOX 8", "exportingParty": "CN", "importingParty": "JP",
             "transport": {"departure": "2026-01-05", "vesselOrFlight": "V", "portOfLoading": "L", "portOfDischarge": "D"},
             "invoices": [{"number": "1", "date": "2026-01-06"}], "invoicingCompany": {"name": "T", "country": "SG"},
             "items": [{"number": 1, "good": "G", "marks": "M", "packages": "K", "description": "D", "hsCode": "8711.20",
                        "hsEdition": "2022", "criterion": "RVC", "supplements": ["ACU"],
                        "countryOfOrigin": {"party": "CN", "mark": "*"}, "quantity": {"amount": "1.50", "unit": "pcs"},
                        "grossWeightKg": 12, "fob": {"amount": 3, "currency": "USD"}, "producer": {"name": "P"}}],
             "originalProof": {"kind": "certificateOfOrigin", "number": "O", "issued": "2025-12-01",
                               "validUntil": "2026-12-01", "exportingParty": "TH", "countryOfOrigin": "TH",
                               "authorisationCode": "H", "items": [{"id": "G"}]},
             "ticks": ["backToBack"], "remarks": ["R"], "notes": ["N"], "trueCopyOf": {"number": "Y", "issued": "2025-01-01"}}
            """)
        let proof = file.proof
        #expect(file.notes.isEmpty)
        #expect(proof.kind == .declarationOfOrigin && proof.isDraft && proof.number == "N")
        #expect(proof.issued?.description == "2026-01-02" && proof.validUntil?.description == "2027-01-02")
        #expect(proof.exporter == .init(name: "E", address: "A", country: "CN"))
        #expect(proof.authorisationCode == "C" && proof.signatory == "S" && proof.signature?.name == "S")
        #expect(proof.signature?.date?.description == "2026-01-03")
        #expect(proof.certification?.body == "B" && proof.certification?.isSealed == false)
        #expect(proof.certification?.date?.description == "2026-01-04")
        #expect(proof.consignee?.name == "I" && proof.producer == .words("SEE BOX 8"))
        #expect(proof.exportingParty == "CN" && proof.importingParty == "JP")
        #expect(proof.transport.departure?.description == "2026-01-05" && proof.transport.vesselOrFlight == "V")
        #expect(proof.transport.portOfDischarge == "D")
        #expect(proof.invoices.map(\.number) == ["1"] && proof.invoices[0].date?.description == "2026-01-06")
        #expect(proof.invoicingCompany == .init(name: "T", country: "SG"))
        #expect(proof.ticks == ["backToBack"] && proof.remarks == ["R"])
        #expect(proof.trueCopyOf?.number == "Y" && proof.trueCopyOf?.date?.description == "2025-01-01")
        let item = try #require(proof.items.first)
        #expect(item.number == 1 && item.good == "G" && item.description == "D" && item.hsCode == "8711.20")
        #expect(item.hsEdition == "2022" && item.criterion == "RVC" && item.supplements == ["ACU"])
        #expect(item.countryOfOrigin == .init(party: "CN", mark: "*"))
        #expect(item.quantity?.amount?.description == "1.5" && item.quantity?.unit == "pcs")
        #expect(item.grossWeightKg?.description == "12")
        #expect(item.fob?.amount?.description == "3" && item.fob?.unit == "USD")
        #expect(item.producer == .named(.init(name: "P")))
        let original = try #require(proof.originalProof)
        #expect(original.kind == .certificateOfOrigin && original.number == "O" && original.exportingParty == "TH")
        #expect(original.issued?.description == "2025-12-01" && original.validUntil?.description == "2026-12-01")
        #expect(original.countryOfOrigin == "TH" && original.authorisationCode == "H")
        #expect(original.items.map(\.good) == ["G"])
    }

    @Test func membersOfNoFormatAreNoted() throws {
        let file = try Self.read(#"{\#(Self.format), "issuedd": "2026-01-02", "items": [{"hs_code": "1"}]}"#)
        #expect(file.notes.map(\.place) == ["/items/0/hs_code", "/issuedd"] || file.notes.map(\.place) == ["/issuedd", "/items/0/hs_code"])
        #expect(file.notes.contains { $0.message.english.contains("perhaps issued is meant") })
        #expect(file.notes.contains { $0.message.chinese.contains("可能应为hsCode") })
    }

    static let faulty: [(text: String, faults: [String])] = [
        ("", ["json.empty"]), ("{", ["json.unexpectedEnd"]), ("null", ["proof.wrongType  1:1"]),
        ("[]", ["proof.wrongType  1:1"]), ("{}", ["proof.unsupportedFormat  1:1"]),
        (#"{"format": "rcep-dossier/1"}"#, ["proof.unsupportedFormat /format 1:12"]),
        (#"{"format": "rcep-proof/1", "kind": "letter"}"#, ["proof.unknownKind /kind 1:36"]),
        (#"{"format": "rcep-proof/1", "issued": "2026-02-29"}"#, ["proof.badDate /issued 1:38"]),
        (#"{"format": "rcep-proof/1", "issued": "2101-01-01"}"#, ["proof.badDate /issued 1:38"]),
        (#"{"format": "rcep-proof/1", "number": 12}"#, ["proof.wrongType /number 1:38"]),
        (#"{"format": "rcep-proof/1", "exporter": "Firm"}"#, ["proof.wrongType /exporter 1:40"]),
        (#"{"format": "rcep-proof/1", "items": {}}"#, ["proof.wrongType /items 1:37"]),
        (
            #"{"format": "rcep-proof/1", "items": [{"quantity": {"amount": "1,000"}, "number": "one"}]}"#,
            ["proof.badNumber /items/0/number 1:82", "proof.badNumber /items/0/quantity/amount 1:62"]
        ),
        (#"{"format": "rcep-proof/1", "certification": {"seal": "yes"}}"#, ["proof.wrongType /certification/seal 1:54"]),
        (#"{"format": "rcep-proof/1", "number": "1", "number": "2"}"#, ["json.repeatedName /number 1:43"]),
        (#"{"format": "rcep-proof/1", "remarks": ["\#(String(repeating: "a", count: 8001))"]}"#, ["proof.tooLong /remarks/0 1:40"]),
        (
            #"{"format": "rcep-proof/1", "items": [\#(Array(repeating: "{}", count: 1001).joined(separator: ","))]}"#,
            ["proof.tooMany /items 1:37"]
        ),
    ]

    @Test(arguments: faulty)
    func isRefused(text: String, faults: [String]) throws {
        #expect(Self.faults(text) == faults)
    }

    @Test func placesAreFound() throws {
        let file = try Self.read("{\n  \(Self.format),\n  \"items\": [\n    {\"hsCode\": \"1\"}\n  ]\n}")
        let positions = file.positions(of: ["/items/0/hsCode", "/number", "/items/0/quantity", "/items/0/hsCode"])
        #expect(positions.map { "\($0.line):\($0.column)" } == ["4:16", "1:1", "4:5", "4:16"])
    }
}
