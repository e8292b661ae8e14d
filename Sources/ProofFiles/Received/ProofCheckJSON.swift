import Bilingual
import OriginDetermination
import OriginRules
import ProofsOfOrigin
import Reporting

/// A check of a received proof as `rcep-proof-check/1`. All words stand in both languages.
public struct ProofCheckJSON: Sendable {
    private let source: ReceivedProofFile
    private let check: ProofCheck
    private let ruleSet: RuleSet
    private let inputDigest: String

    /// - Parameter inputDigest: SHA-256 of the file, in hexadecimal.
    public init(_ source: ReceivedProofFile, _ check: ProofCheck, ruleSet: RuleSet, inputDigest: String) {
        self.source = source
        self.check = check
        self.ruleSet = ruleSet
        self.inputDigest = inputDigest
    }

    /// The whole document, ending in a line break.
    public func text() -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("format", "rcep-proof-check/1")
            json.member("file", source.file)
            json.member("kind", source.proof.kind?.rawValue)
            json.member("number", source.proof.number)
            json.member("date", check.date.description)
            json.member("validUntil", check.validUntil?.description)
            json.member("standing", check.standing?.rawValue ?? "nothingFound")
            let positions = source.positions(of: check.findings.map(\.place))
            json.arrayMember("findings", zip(check.findings, positions)) { json, entry in
                write(entry.0, line: entry.1.line, column: entry.1.column, &json)
            }
            json.arrayMember("notes", check.notes + source.notes) { json, note in
                json.object { json in
                    json.member("code", note.code)
                    words("message", note.message, &json)
                    json.member("place", note.place)
                }
            }
            json.objectMember("ruleSet") { json in
                json.member("id", ruleSet.id)
                json.member("edition", ruleSet.edition.rawValue)
                json.member("digest", ruleSet.digest)
            }
            json.member("inputDigest", inputDigest)
        }
        return json.text + "\n"
    }

    private func write(_ finding: ProofFinding, line: Int, column: Int, _ json: inout JSONWriter) {
        json.object { json in
            json.member("code", finding.code)
            json.member("grade", finding.grade.rawValue)
            json.member("article", finding.article)
            json.member("item", finding.item)
            json.member("place", finding.place)
            json.member("line", line)
            json.member("column", column)
            words("message", finding.message, &json)
            json.member("found", finding.found)
            words("expected", finding.expected, &json)
        }
    }

    private func words(_ name: StaticString, _ text: BilingualText?, _ json: inout JSONWriter) {
        guard let text else { return json.nullMember(name) }
        json.objectMember(name) { json in
            json.member("en", text.english)
            json.member("zh", text.chinese)
        }
    }
}
