import Bilingual
import OriginModel
import ProofRegister
import Reporting

/// Where a firm gains by the Agreement, and where it gets stuck.
struct UtilisationReport {
    private let utilisation: Utilisation
    private let from: CalendarDate?
    private let to: CalendarDate?
    private let context: ReportContext

    init(_ utilisation: Utilisation, _ from: CalendarDate?, _ to: CalendarDate?, _ context: ReportContext) {
        self.utilisation = utilisation
        self.from = from
        self.to = to
        self.context = context
    }

    func text(_ format: RegisterFormat) -> String {
        if let layout = format.layout { return document().render(as: layout, in: context) }
        return format == .csv ? csv() : json()
    }

    private func document() -> ReportDocument {
        let words = RegisterWords(context.language)
        let period = BilingualText(
            en: "Drafted from \(from?.description ?? "the beginning") to \(to?.description ?? "today"); withdrawn and superseded proofs do not count",
            zh: "拟稿日期：\(from?.description ?? "最早")至\(to?.description ?? "今日")；已撤回和已被取代的证明不计")
        return ReportDocument(
            title: words(.utilisation), subtitle: words(period),
            blocks: [
                .heading(words(.byPartyAndMonth)), claims(words),
                .heading(words(.byCriterion)), bars(utilisation.criteria, words(.criterion), words),
                .heading(words(.whyRefused)), bars(utilisation.reasons, words(.reason), words),
                .paragraph(words(.refusedCount(utilisation.refusedDrafts))),
            ])
    }

    private func claims(_ words: RegisterWords) -> ReportDocument.Block {
        guard !utilisation.claims.isEmpty else { return .paragraph(words(.none)) }
        let columns: [ReportDocument.Table.Column] = [
            .init(words(.month)), .init(words(.importingParty)), .init(words(.proofCount), alignsRight: true),
            .init(words(.goods), alignsRight: true), .init(words(.saved), alignsRight: true),
        ]
        return .table(.init(columns: columns, rows: utilisation.claims.map { claim in
            [
                claim.month, claim.party, "\(claim.proofs)", "\(claim.goods)",
                claim.saved.isEmpty ? words(.notKnown) : claim.saved.map { "\($0.money)" }.joined(separator: " + ")
                    + (claim.goodsWithoutSaving > 0 ? words(.andUnknown(claim.goodsWithoutSaving)) : ""),
            ]
        }))
    }

    private func bars(_ counts: [Utilisation.Count], _ title: String, _ words: RegisterWords) -> ReportDocument.Block {
        guard !counts.isEmpty else { return .paragraph(words(.nothing)) }
        return .bars(BarChart(
            nameTitle: title, valueTitle: words(.times), bars: counts.map { .init(name: $0.name, value: $0.count) }))
    }

    private func csv() -> String {
        var csv = CSVWriter(header: ["table", "month", "importing_party", "name", "proofs", "goods", "saved", "currency"])
        for claim in utilisation.claims {
            for saved in claim.saved.map({ Optional($0) }) + (claim.saved.isEmpty ? [nil] : []) {
                for field in ["claims", claim.month, claim.party, "", "\(claim.proofs)", "\(claim.goods)"] { csv.field(field) }
                csv.field(saved?.money.amount.description)
                csv.field(saved?.money.currency.description)
                csv.endRow()
            }
        }
        for (table, counts) in [("criteria", utilisation.criteria), ("reasons", utilisation.reasons)] {
            for count in counts {
                for field in [table, "", ""] { csv.field(field) }
                csv.words(count.name)
                for field in ["", "\(count.count)", "", ""] { csv.field(field) }
                csv.endRow()
            }
        }
        return csv.take()
    }

    private func json() -> String {
        RegisterJSON.document("utilisation") { json in
            json.member("from", from?.description)
            json.member("to", to?.description)
            json.arrayMember("claims", utilisation.claims) { json, claim in
                json.object { json in
                    json.member("month", claim.month)
                    json.member("importingParty", claim.party)
                    json.member("proofs", claim.proofs)
                    json.member("goods", claim.goods)
                    json.member("goodsWithoutSaving", claim.goodsWithoutSaving)
                    json.arrayMember("saved", claim.saved) { json, saved in
                        json.object { json in
                            json.member("amount", saved.money.amount.description)
                            json.member("currency", saved.money.currency.description)
                        }
                    }
                }
            }
            for (name, counts) in [("criteria", utilisation.criteria), ("reasons", utilisation.reasons)] {
                json.arrayMember(name, counts) { json, count in
                    json.object { json in
                        json.member("name", count.name)
                        json.member("count", count.count)
                    }
                }
            }
            json.member("refusedDrafts", utilisation.refusedDrafts)
        }
    }
}

extension BilingualText {
    fileprivate static let utilisation = BilingualText(en: "Use made of the Agreement", zh: "协定利用情况")
    fileprivate static let byPartyAndMonth = BilingualText(en: "Claims by month and Party", zh: "按月份和缔约方统计")
    fileprivate static let byCriterion = BilingualText(en: "Goods by criterion", zh: "按原产地标准统计的货物")
    fileprivate static let whyRefused = BilingualText(en: "Why drafts were refused", zh: "未能拟稿的原因")
    fileprivate static let reason = BilingualText(en: "reason", zh: "原因代码")
    fileprivate static let month = BilingualText(en: "month", zh: "月份")
    fileprivate static let proofCount = BilingualText(en: "proofs", zh: "证明份数")
    fileprivate static let times = BilingualText(en: "times", zh: "次数")
    fileprivate static let notKnown = BilingualText(en: "not known", zh: "未知")
    fileprivate static let nothing = BilingualText(en: "None.", zh: "无。")

    fileprivate static func andUnknown(_ count: Int) -> BilingualText {
        BilingualText(en: " (\(count) not known)", zh: "（另有\(count)项未知）")
    }

    fileprivate static func refusedCount(_ count: Int) -> BilingualText {
        BilingualText(
            en: "\(count == 1 ? "1 draft was" : "\(count) drafts were") refused; a draft may be refused for several reasons.",
            zh: "共\(count)次未能拟稿；一次可能有多项原因。")
    }
}
