import OriginModel
import ProofRegister
import Reporting

/// `rcep-register/1`: what the register has, for other programs.
enum RegisterJSON {
    static func list(_ proofs: [RegisteredProof]) -> String {
        document("proofs") { json in
            json.arrayMember("proofs", proofs) { json, proof in json.object { write(proof, to: &$0) } }
        }
    }

    /// - Parameter files: those it is exported with; nil where it is only shown.
    static func proof(_ proof: RegisteredProof, exporting files: [ClaimFolder.File]? = nil) -> String {
        document("proof") { json in
            json.objectMember("proof") { write(proof, to: &$0) }
            guard let files else { return }
            json.arrayMember("files", files) { json, file in
                json.object { json in
                    json.member("name", file.entry.name)
                    json.member("role", file.role.rawValue)
                    json.member("origin", file.origin.rawValue)
                    json.member("sha256", file.sha256)
                }
            }
        }
    }

    /// One object of the format with what it holds.
    static func document(_ content: String, _ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("format", "rcep-register/1")
            json.member("content", content)
            body(&json)
        }
        return json.text + "\n"
    }

    private static func write(_ proof: RegisteredProof, to json: inout JSONWriter) {
        json.member("number", proof.number)
        json.member("kind", proof.kind.rawValue)
        json.member("state", proof.state.rawValue)
        json.member("exporter", proof.exporter)
        json.member("exporterName", proof.exporterName)
        json.member("exportingParty", proof.exportingParty)
        json.member("importingParty", proof.importingParty)
        json.member("consignee", proof.consignee)
        json.member("authorisation", proof.authorisationCode)
        json.member("signatory", proof.signatory)
        json.member("drafted", "\(proof.drafted)")
        json.member("signed", proof.signed?.description)
        json.member("sent", proof.sent?.description)
        json.member("validUntil", "\(proof.validUntil)")
        json.member("keepUntil", "\(proof.keepUntil)")
        json.member("originalProof", proof.originalProof)
        json.member("supersedes", proof.supersedes)
        json.member("supersededBy", proof.supersededBy)
        json.member("ruleSet", proof.ruleSet)
        json.member("ruleDigest", proof.ruleDigest)
        json.member("program", proof.programVersion)
        json.arrayMember("goods", proof.goods) { json, good in write(good, to: &json) }
        json.arrayMember("history", proof.history) { json, change in write(change, to: &json) }
        json.arrayMember("attachments", proof.attachments) { json, kept in write(kept, to: &json) }
    }

    private static func write(_ good: RegisteredGood, to json: inout JSONWriter) {
        json.object { json in
            json.member("item", good.item)
            json.member("good", good.good)
            json.member("description", good.description)
            json.member("hsCode", good.hsCode)
            json.member("criterion", good.criterion)
            json.member("countryOfOrigin", good.countryOfOrigin)
            json.objectMember("quantity") { json in
                json.member("amount", good.quantity.amount.description)
                json.member("unit", good.quantity.unit)
            }
            write(good.fob, named: "fob", to: &json)
            write(good.dutySaved, named: "dutySaved", to: &json)
        }
    }

    static func write(_ money: Money?, named name: StaticString, to json: inout JSONWriter) {
        guard let money else { return json.nullMember(name) }
        json.objectMember(name) { json in
            json.member("amount", money.amount.description)
            json.member("currency", money.currency.description)
        }
    }

    private static func write(_ change: RegisteredProof.Change, to json: inout JSONWriter) {
        json.object { json in
            json.member("entry", change.sequence)
            json.member("state", change.state.rawValue)
            json.member("date", "\(change.date)")
            json.member("recorded", change.at)
            json.member("by", change.by)
            json.member("why", change.why)
            json.member("other", change.other)
        }
    }

    private static func write(_ kept: RegisteredProof.Kept, to json: inout JSONWriter) {
        json.object { json in
            json.member("role", kept.role.rawValue)
            json.member("name", kept.name)
            json.member("mediaType", kept.mediaType)
            json.member("bytes", kept.byteCount)
            json.member("sha256", kept.sha256)
        }
    }
}
