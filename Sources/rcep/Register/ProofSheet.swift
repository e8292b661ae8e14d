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
            title: "\(words(proof.kind.label)) \(proof.number)", subtitle: words(.stateOf(proof.state)),
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

    /// No column gives way: a reason is not cut.
    private func history() -> ReportDocument.Table {
        .init(
            columns: [
                .init(words(.entry), alignsRight: true), .init(words(.state), isWhole: true), .init(words(.day), isWhole: true),
                .init(words(.recorded), isWhole: true),
                .init(words(.by)), .init(words(.why)),
            ],
            rows: proof.history.map { change in
                [
                    "\(change.sequence)", words(change.state.label), "\(change.date)", RegisterWords.time(change.at),
                    change.by, why(change),
                ]
            })
    }

    /// What took its place, and why.
    private func why(_ change: RegisteredProof.Change) -> String {
        guard let other = change.other else { return change.why ?? "" }
        guard let why = change.why else { return "→ \(other)" }
        return words(BilingualText(en: "→ \(other): \(why)", zh: "→ \(other)：\(why)"))
    }

    /// No column gives way: neither names nor digests are cut.
    private func attachments() -> ReportDocument.Table {
        .init(
            columns: [
                .init(words(.role)), .init(words(.file), isWhole: true), .init(words(.bytes), alignsRight: true),
                .init("SHA-256"),
            ],
            rows: proof.attachments.map { kept in
                [words(kept.role.label), kept.name, "\(kept.byteCount)", kept.sha256]
            })
    }
}
