import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// One proof with its history and what it rests on.
struct ProofSheet {
    private let proof: RegisteredProof
    private let words: RegisterWords

    init(_ proof: RegisteredProof, _ context: ReportContext) {
        self.proof = proof
        words = RegisterWords(context.language)
    }

    func document() -> ReportDocument {
        ReportDocument(
            title: "\(words(proof.kind.label)) \(proof.number)", subtitle: words(proof.state.label),
            blocks: [
                .fields(fields()),
                .heading(words(.goods)), .table(goods()),
                .heading(words(.history)), .table(history()),
                .heading(words(.restsOn)), .table(attachments()),
            ])
    }

    private func fields() -> [ReportDocument.Field] {
        let values: [(BilingualText, String?)] = [
            (.exporter, "\(proof.exporterName) (\(proof.exporter))"), (.exportingParty, proof.exportingParty),
            (.importingParty, proof.importingParty), (.consignee, proof.consignee),
            (.authorisation, proof.authorisationCode), (.signatory, proof.signatory),
            (.drafted, "\(proof.drafted)"), (.signed, proof.signed?.description), (.sent, proof.sent?.description),
            (.validUntil, "\(proof.validUntil)"), (.keepUntil, "\(proof.keepUntil)"),
            (.originalProof, proof.originalProof), (.supersedes, proof.supersedes),
            (.supersededBy, proof.supersededBy), (.ruleSet, proof.ruleSet), (.ruleDigest, proof.ruleDigest),
            (.program, proof.programVersion),
        ]
        return values.compactMap { name, value in value.map { .init(words(name), $0) } }
    }

    private func goods() -> ReportDocument.Table {
        .init(
            columns: [
                .init("#", alignsRight: true), .init(words(.hsCode)), .init(words(.criterion)),
                .init(words(.countryOfOrigin)), .init(words(.quantity), alignsRight: true), .init("FOB", alignsRight: true),
                .init(words(.saved), alignsRight: true), .init(words(.description), isFlexible: true),
            ],
            rows: proof.goods.map { good in
                [
                    "\(good.item)", good.dottedCode, good.criterion, good.countryOfOrigin,
                    "\(good.quantity.amount.description) \(good.quantity.unit)", good.fob?.description ?? "–",
                    good.dutySaved?.description ?? "–", good.description,
                ]
            })
    }

    private func history() -> ReportDocument.Table {
        .init(
            columns: [
                .init(words(.entry), alignsRight: true), .init(words(.state)), .init(words(.day)), .init(words(.recorded)),
                .init(words(.by)), .init(words(.why), isFlexible: true),
            ],
            rows: proof.history.map { change in
                [
                    "\(change.sequence)", words(change.state.label), "\(change.date)", change.at, change.by,
                    [change.other.map { "→ \($0)" }, change.why].compactMap { $0 }.joined(separator: "  "),
                ]
            })
    }

    private func attachments() -> ReportDocument.Table {
        .init(
            columns: [
                .init(words(.role)), .init(words(.file), isFlexible: true), .init(words(.bytes), alignsRight: true),
                .init("SHA-256"),
            ],
            rows: proof.attachments.map { kept in
                [words(kept.role.label), kept.name, "\(kept.byteCount)", kept.sha256]
            })
    }
}
