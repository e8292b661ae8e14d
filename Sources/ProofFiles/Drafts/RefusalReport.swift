import Bilingual
import ProofsOfOrigin
import Reporting

/// Every reason against a draft, with its article and what would cure it.
public struct RefusalReport: Sendable {
    private let kind: ProofDraft.Kind
    private let refusals: Refusals
    private let context: ReportContext

    public init(_ kind: ProofDraft.Kind, _ refusals: Refusals, _ context: ReportContext) {
        self.kind = kind
        self.refusals = refusals
        self.context = context
    }

    private var language: Language { context.language }

    public func document() -> ReportDocument {
        let count = refusals.reasons.count
        let title = BilingualText(
            en: "No \(kind.name.english) can be drafted: \(count) \(count == 1 ? "reason" : "reasons")",
            zh: "不能拟制\(kind.name.chinese)，原因共\(count)项")
        let blocks = refusals.reasons.enumerated().flatMap { index, refusal -> [ReportDocument.Block] in
            let item = refusal.item.map { "\($0): " } ?? ""
            return [
                .paragraph("\(index + 1). \(item)\(refusal.reason[language])"),
                .fields([
                    .init(BilingualText(en: "Article", zh: "依据")[language], BilingualText.article(refusal.article)[language]),
                    .init(BilingualText(en: "Cure", zh: "补救办法")[language], refusal.cure[language]),
                    .init(BilingualText(en: "Code", zh: "代码")[language], refusal.code),
                ]),
            ]
        }
        return ReportDocument(title: title[language], blocks: blocks)
    }

    /// `rcep-refusal/1`: the same for programs.
    public func json() -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.member("format", "rcep-refusal/1")
            json.member("language", language.rawValue)
            json.member("kind", kind.rawValue)
            json.arrayMember("reasons", refusals.reasons) { json, refusal in
                json.object { json in
                    json.member("code", refusal.code)
                    json.member("article", refusal.article)
                    json.member("good", refusal.item)
                    json.member("reason", refusal.reason[language])
                    json.member("cure", refusal.cure[language])
                }
            }
        }
        return json.text + "\n"
    }
}
