import Bilingual
import OriginModel
import Reporting

/// What a review found, proof by proof.
struct ReviewReport {
    private let reviewed: [ReviewedProof]
    private let day: CalendarDate
    private let context: ReportContext

    init(_ reviewed: [ReviewedProof], on day: CalendarDate, _ context: ReportContext) {
        self.reviewed = reviewed
        self.day = day
        self.context = context
    }

    func text(_ format: ReportFormat) -> String {
        format.layout.map { document().render(as: $0, in: context) } ?? json()
    }

    private func document() -> ReportDocument {
        let words = RegisterWords(context.language)
        let found = reviewed.filter { !$0.findings.isEmpty }
        var blocks: [ReportDocument.Block] = []
        for reviewed in found {
            let proof = reviewed.proof
            blocks.append(.heading("\(proof.number) · \(words(proof.state.label)) · \(proof.importingParty)"))
            blocks.append(.list(reviewed.findings.map { finding in
                (finding.good.map { "\($0): " } ?? "") + words(finding.message)
            }))
        }
        if found.isEmpty { blocks.append(.paragraph(words(.nothingFound))) }
        return ReportDocument(
            title: words(.review), subtitle: words(.looked(reviewed.count, found.count, day)), blocks: blocks)
    }

    private func json() -> String {
        RegisterJSON.document("review") { json in
            json.member("date", "\(day)")
            json.arrayMember("reviewed", reviewed) { json, reviewed in
                json.object { json in
                    json.member("number", reviewed.proof.number)
                    json.member("state", reviewed.proof.state.rawValue)
                    json.arrayMember("findings", reviewed.findings) { json, finding in
                        json.object { json in
                            json.member("code", finding.code)
                            json.member("good", finding.good)
                            json.member("message", finding.message[context.language])
                        }
                    }
                }
            }
        }
    }
}

extension BilingualText {
    fileprivate static let review = BilingualText(en: "Review of live proofs", zh: "现有证明复核")
    fileprivate static let nothingFound = BilingualText(
        en: "Every proof would come out as it is, and nothing runs out.", zh: "各份证明结果不变，无到期事项。")

    fileprivate static func looked(_ count: Int, _ found: Int, _ day: CalendarDate) -> BilingualText {
        BilingualText(
            en: "As of \(day): \(count == 1 ? "1 proof" : "\(count) proofs") looked at, \(found) with findings",
            zh: "截至\(day)：复核\(count)份，其中\(found)份有发现")
    }
}
