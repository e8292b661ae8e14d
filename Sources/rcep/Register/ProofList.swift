import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// Proofs as a table.
struct ProofList {
    private let proofs: [RegisteredProof]
    private let context: ReportContext

    init(_ proofs: [RegisteredProof], _ context: ReportContext) {
        self.proofs = proofs
        self.context = context
    }

    func text(_ format: RegisterFormat) -> String {
        if let layout = format.layout { return document().render(as: layout, in: context) }
        return format == .csv ? csv() : RegisterJSON.list(proofs)
    }

    private func document() -> ReportDocument {
        let words = RegisterWords(context.language)
        let columns: [ReportDocument.Table.Column] = [
            .init(words(.number), isWhole: true), .init(words(.state), isWhole: true), .init(words(.kind)),
            .init(words(.importingParty)), .init(words(.drafted), isWhole: true), .init(words(.validUntil), isWhole: true),
            .init(words(.goods), isFlexible: true),
        ]
        let rows = proofs.map { proof in
            [
                proof.number, words(proof.state.label), words(proof.kind.label), proof.importingParty, "\(proof.drafted)",
                "\(proof.validUntil)", proof.goods.map { "\($0.description) (\($0.dottedCode))" }.joined(separator: "; "),
            ]
        }
        let blocks: [ReportDocument.Block] = rows.isEmpty
            ? [.paragraph(words(.none))] : [.table(.init(columns: columns, rows: rows))]
        return ReportDocument(title: words(.register), subtitle: words(.count(proofs.count)), blocks: blocks)
    }

    /// One row a good.
    private func csv() -> String {
        var csv = CSVWriter(header: [
            "number", "state", "kind", "exporter", "exporting_party", "importing_party", "consignee", "drafted", "signed",
            "sent", "valid_until", "keep_until", "item", "good", "hs_code", "criterion", "country_of_origin", "quantity",
            "unit", "description",
        ])
        for proof in proofs {
            for good in proof.goods {
                csv.field(proof.number)
                csv.field(proof.state.rawValue)
                csv.field(proof.kind.rawValue)
                csv.words(proof.exporter)
                csv.field(proof.exportingParty)
                csv.field(proof.importingParty)
                csv.words(proof.consignee ?? "")
                for day in [proof.drafted, proof.signed, proof.sent, proof.validUntil, proof.keepUntil] {
                    csv.field(day?.description)
                }
                csv.field("\(good.item)")
                csv.words(good.good)
                csv.field(good.hsCode)
                csv.field(good.criterion)
                csv.field(good.countryOfOrigin)
                csv.field(good.quantity.amount.description)
                csv.words(good.quantity.unit)
                csv.words(good.description)
                csv.endRow()
            }
        }
        return csv.take()
    }
}
