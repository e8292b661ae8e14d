import Bilingual
import DossierFiles
import OriginModel

/// A dossier in which every field of the format occurs, and texts made from it.
enum SampleDossier {
    static let text = #"""
        {
          "$schema": "dossier.schema.json",
          "format": "rcep-dossier/1",
          "good": {
            "id": "CQ-150", "description": "摩托车 motorcycle", "hsCode": "8711.20.10", "hsEdition": "2022",
            "fob": { "amount": "820.00", "currency": "USD" },
            "quantity": { "amount": 1, "unit": "台" }, "netWeightKg": 128.5, "ruleBranch": 1
          },
          "exportingParty": "CN",
          "importingParty": "VN",
          "date": "2026-11-01",
          "production": {
            "whollyObtained": "j",
            "operations": [ { "description": "welding" }, { "description": "packing", "minimal": "b" } ],
            "chemicalReaction": { "party": "CN", "description": "hardening of paint" }
          },
          "materials": [
            { "id": "10", "description": "发动机 engine", "hsCode": "8407.32", "hsEdition": "2017",
              "value": { "amount": "210.00", "currency": "USD" }, "status": "originating", "country": "CN",
              "evidence": { "type": "producerRecords", "reference": "ENG-7", "date": "2026-07-30",
                            "validUntil": "2027-07-29" },
              "selfProduced": {
                "operations": [ { "description": "casting" } ],
                "chemicalReaction": false,
                "materials": [
                  { "id": "1", "description": "铝 aluminium", "hsCode": "760110",
                    "value": { "amount": 40, "currency": "USD" }, "status": "nonOriginating", "country": "AE" },
                  { "id": "2", "description": "gas", "hsCode": "271121", "value": { "amount": 1, "currency": "USD" },
                    "status": "undetermined", "role": "indirect" }
                ]
              } },
            { "id": "20", "description": "shock absorbers", "hsCode": "8714.10",
              "value": { "amount": "95.50", "currency": "EUR" }, "status": "nonOriginating", "country": "IT",
              "netWeightKg": "4.2", "activeIngredient": false,
              "deductions": { "transport": { "amount": "3.10", "currency": "EUR", "evidence": "BL-77" },
                              "duties": { "amount": 2, "currency": "EUR" },
                              "waste": { "amount": "0.4", "currency": "EUR", "evidence": "" } } },
            { "id": "30", "description": "tool kit", "hsCode": "8206.00", "value": { "amount": "2", "currency": "USD" },
              "status": "undetermined", "role": "accessory",
              "accessory": { "invoicedSeparately": false, "customary": true } }
          ],
          "costs": {
            "directLabour": { "amount": "61.00", "currency": "USD" },
            "directOverhead": { "amount": "48.00", "currency": "USD" },
            "profit": { "amount": "90.00", "currency": "USD" },
            "other": { "amount": "22.00", "currency": "USD" }
          },
          "exchangeRates": [
            { "from": "EUR", "to": "USD", "rate": "1.17", "date": "2026-10-30", "source": "央行 bank" }
          ],
          "route": [
            { "country": "SG", "customsControl": true,
              "operations": [ { "description": "转船", "kind": "reloading" } ] },
            { "country": "MY" }
          ],
          "inventoryMethod": "FIFO"
        }
        """#

    /// The text with one piece exchanged; the piece has to occur once.
    static func text(replacing piece: String, with replacement: String) throws -> String {
        let parts = text.pieces(around: piece)
        guard parts.count == 2 else { throw SampleError.occurs(piece, times: parts.count - 1) }
        return parts[0] + replacement + parts[1]
    }

    static func read(_ text: String, file: String = "sample.json") throws(InputProblems) -> DossierFile {
        try DossierFile.read(Array(text.utf8), file: file)
    }
}

enum SampleError: Error {
    case occurs(String, times: Int)
    case noMark(String)
}

/// A text in which the mark `¤` says where a problem has to be reported; the mark itself is not part of the text.
struct MarkedText {
    let text: String
    /// Counted character by character, another way than the program does.
    let line: Int
    let column: Int

    init(_ marked: String) throws {
        let parts = marked.pieces(around: "¤")
        guard parts.count == 2 else { throw SampleError.noMark(marked) }
        text = parts[0] + parts[1]
        let lines = parts[0].pieces(around: "\n")
        line = lines.count
        column = (lines.last ?? "").unicodeScalars.count + 1
    }
}

extension String {
    /// What stands before, between and after the occurrences of a piece.
    func pieces(around piece: String) -> [String] {
        var parts: [String] = []
        var rest = Array(utf8)[...]
        let wanted = Array(piece.utf8)
        var current: [UInt8] = []
        while let byte = rest.first {
            if rest.starts(with: wanted) {
                parts.append(String(decoding: current, as: UTF8.self))
                current = []
                rest = rest.dropFirst(wanted.count)
            } else {
                current.append(byte)
                rest = rest.dropFirst()
            }
        }
        return parts + [String(decoding: current, as: UTF8.self)]
    }
}

extension InputProblems {
    var codes: [String] { problems.map(\.code) }
}

/// The problems of a text that has to have some.
func problems(of bytes: [UInt8], file: String = "sample.json") -> [InputProblem] {
    do throws(InputProblems) {
        _ = try DossierFile.read(bytes, file: file)
        return []
    } catch {
        return error.problems
    }
}

func problems(of text: String) -> [InputProblem] {
    problems(of: Array(text.utf8))
}

extension InputProblem {
    /// Says something in both languages, as every problem has to.
    var speaksBothLanguages: Bool {
        let texts = [message, expected].compactMap { $0 }
        return texts.allSatisfy { !$0.english.isEmpty && !$0.chinese.isEmpty }
            && message.english != message.chinese && !message.english.hasSuffix(".") && !message.chinese.hasSuffix("。")
    }
}
