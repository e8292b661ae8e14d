import Foundation
import GRDB
import OriginModel
import Testing

@testable import ProofRegister
import struct ProofRegister.Attachment

/// A folder that is gone after the body.
func withFolder<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory.path + "/rcep-register-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

func party(_ text: String) throws -> CountryCode { try #require(CountryCode(text)) }

func pieces(_ amount: String) throws -> Quantity {
    Quantity(amount: try ExactDecimal(parsing: amount), unit: "pieces")
}

/// A believable entry.
func newProof(
    exporter: String = "ACME", original: OriginalProofDrawing? = nil, supersedes: NewProof.Correction? = nil
) throws -> NewProof {
    NewProof(
        kind: .declarationOfOrigin, exporter: exporter, exporterName: "Chongqing Acme Co., Ltd.",
        exportingParty: try party("CN"), importingParty: try party("VN"), consignee: "Saigon Motor",
        authorisationCode: "AE1", signatory: "Zhang Wei", drafted: try day("2026-05-04"),
        validUntil: try day("2027-05-04"), keepUntil: try day("2029-05-04"),
        goods: [
            RegisteredGood(
                item: 1, good: "motorcycle-150", description: "Motorcycle, 149 cm³", hsCode: "871120", criterion: "RVC ACU",
                countryOfOrigin: "CN", quantity: try pieces("400"), fob: nil,
                dutySaved: Money(try ExactDecimal(parsing: "120.50"), try #require(CurrencyCode("USD")))),
        ],
        originalProof: original, ruleSet: "rs-2022", ruleDigest: "d1", programVersion: "0.1.0", by: "Li Na",
        supersedes: supersedes)
}

func attachments(_ number: String) -> [Attachment] {
    [
        Attachment(role: .dossier, name: "motorcycle.json", mediaType: "application/json", bytes: Array("{}".utf8)),
        Attachment(role: .proof, name: "proof.json", mediaType: "application/json", bytes: Array(number.utf8)),
    ]
}

extension ProofRegister {
    @discardableResult
    func issueOne(_ exporter: String = "ACME") throws -> IssuedProof {
        try issue(try newProof(exporter: exporter)) { attachments($0) }
    }
}
