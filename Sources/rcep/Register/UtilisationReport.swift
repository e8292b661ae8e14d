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

    func document() -> ReportDocument {
        let words = RegisterWords(context.language)
        let period = BilingualText(
            en: "Drafted from \(from?.description ?? "the beginning") to \(to?.description ?? "today"); withdrawn and superseded proofs do not count",
            zh: "拟稿日期：\(from?.description ?? "最早")至\(to?.description ?? "今日")；已撤回和已被取代的证明不计")
        return ReportDocument(
            title: words(.utilisation), subtitle: words(period),
            blocks: [
                .heading(words(.byPartyAndMonth)), claims(words),
            ] + months(words) + [
                .heading(words(.byParty)), parties(words),
            ] + savings(words) + [
                .heading(words(.byCriterion)), bars(utilisation.criteria.map { ($0.name, $0.count) }, words(.criterion), words(.goodsCount), words),
                .heading(words(.whyRefused)),
            ] + refusals(words))
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

    // MARK: Charts

    private func bars(
        _ counts: [(name: String, count: Int)], _ title: String, _ value: String, _ words: RegisterWords
    ) -> ReportDocument.Block {
        guard !counts.isEmpty else { return .paragraph(words(.nothing)) }
        return .bars(BarChart(
            nameTitle: title, valueTitle: value, bars: counts.map { .init(name: $0.name, value: $0.count) }))
    }

    private func parties(_ words: RegisterWords) -> ReportDocument.Block {
        bars(
            utilisation.parties.map { ($0.party, $0.goods) }, words(.importingParty), words(.goodsCount),
            words)
    }

    /// Goods, and the duty saved in each currency, month by month: a panel for each Party.
    private func months(_ words: RegisterWords) -> [ReportDocument.Block] {
        guard !utilisation.claims.isEmpty else { return [] }
        let goods = columns(words, words(.goodsCount)) { .init(value: $0.goods, label: nil) }
        return [.heading(words(.goodsByMonth)), .columns(goods)] + currencies.flatMap { currency in
            [
                .heading(words(.savedByMonth(currency))),
                .columns(columns(words, words(.saved(in: currency))) { Self.saved(currency, $0) }),
            ]
        }
    }

    /// What a column shows.
    private struct Amount {
        let value: Int?
        let label: String?
    }

    /// - Parameter amount: of one month and Party; nil where there is nothing to show.
    private func columns(
        _ words: RegisterWords, _ value: String, _ amount: (Utilisation.Claims) -> Amount?
    ) -> ColumnChart {
        let panels = utilisation.parties.map { total in
            ColumnChart.Panel(title: total.party, columns: utilisation.claims.filter { $0.party == total.party }.compactMap { claim in
                guard let month = ColumnChart.Month(claim.month), let amount = amount(claim) else { return nil }
                return .init(month: month, value: amount.value, label: amount.label)
            })
        }
        return ColumnChart(
            monthTitle: words(.month), panelTitle: words(.importingParty), valueTitle: value,
            panels: panels.filter { !$0.columns.isEmpty })
    }

    /// A month of which no saving is known at all has a question mark; one saved in another currency has nothing here.
    private static func saved(_ currency: String, _ claim: Utilisation.Claims) -> Amount? {
        guard let sum = claim.saved.first(where: { $0.money.currency.description == currency }) else {
            return claim.saved.isEmpty ? Amount(value: nil, label: nil) : nil
        }
        return Amount(value: wholeUnits(sum.money), label: sum.money.amount.fixed(decimals: 2))
    }

    private var currencies: [String] {
        Set(utilisation.parties.flatMap { $0.saved.map(\.money.currency.description) }).sorted()
    }

    /// A chart for each currency: amounts of different currencies have no common length. Whose saving is not known is
    /// told beside it and is no bar of nothing.
    private func savings(_ words: RegisterWords) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = currencies.isEmpty ? [] : [.heading(words(.savedByParty))]
        for currency in currencies {
            let sums = utilisation.parties.compactMap { total in
                total.saved.first { $0.money.currency.description == currency }.map { (total.party, $0.money) }
            }
            blocks.append(.bars(BarChart(
                nameTitle: words(.importingParty), valueTitle: words(.saved),
                bars: sums.map { .init(name: $0.0, value: Self.wholeUnits($0.1), label: "\($0.1)") })))
        }
        let unknown = utilisation.parties.filter { $0.goodsWithoutSaving > 0 }
        if !unknown.isEmpty { blocks.append(.paragraph(words(.savingUnknown(unknown)))) }
        return blocks
    }

    /// For the length of a bar alone.
    private static func wholeUnits(_ money: Money) -> Int {
        Int(clamping: money.amount.significand / ExactDecimal.powerOfTen(money.amount.scale))
    }

    private func refusals(_ words: RegisterWords) -> [ReportDocument.Block] {
        guard !utilisation.reasons.isEmpty else { return [.paragraph(words(.nothing))] }
        let subjects = utilisation.subjects.map { subject in
            (name: words(RefusalSubject.words(subject.name)), count: subject.count)
        }
        let columns: [ReportDocument.Table.Column] = [
            .init(words(.reason)), .init(words(.legalBasis)), .init(words(.draftCount), alignsRight: true),
            .init(words(.goods), isFlexible: true),
        ]
        let rows = utilisation.reasons.map { reason in
            [
                reason.code, words(.article(reason.article)), "\(reason.drafts)",
                reason.goods.isEmpty ? words(.wholeDraft) : reason.goods.joined(separator: ", "),
            ]
        }
        return [
            .paragraph(words(.refusedCount(utilisation.refusedDrafts))),
            bars(subjects, words(.subject), words(.draftCount), words), .table(.init(columns: columns, rows: rows)),
        ]
    }

    func csv() -> String {
        var csv = CSVWriter(header: [
            "table", "month", "importing_party", "name", "proofs", "goods", "saved", "currency", "article",
        ])
        for claim in utilisation.claims {
            for saved in claim.saved.map({ Optional($0) }) + (claim.saved.isEmpty ? [nil] : []) {
                for field in ["claims", claim.month, claim.party, "", "\(claim.proofs)", "\(claim.goods)"] { csv.field(field) }
                csv.field(saved?.money.amount.description)
                csv.field(saved?.money.currency.description)
                csv.field("")
                csv.endRow()
            }
        }
        for count in utilisation.criteria {
            row("criteria", count.name, ["", "\(count.count)", "", "", ""], &csv)
        }
        for reason in utilisation.reasons {
            row("reasons", reason.code, ["\(reason.drafts)", "", "", "", reason.article], &csv)
        }
        return csv.take()
    }

    private func row(_ table: String, _ name: String, _ rest: [String], _ csv: inout CSVWriter) {
        for field in [table, "", ""] { csv.field(field) }
        csv.words(name)
        for field in rest { csv.field(field) }
        csv.endRow()
    }

    func json() -> String {
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
                    Self.write(claim.saved, to: &json)
                }
            }
            json.arrayMember("parties", utilisation.parties) { json, total in
                json.object { json in
                    json.member("importingParty", total.party)
                    json.member("goods", total.goods)
                    json.member("goodsWithoutSaving", total.goodsWithoutSaving)
                    Self.write(total.saved, to: &json)
                }
            }
            json.arrayMember("reasons", utilisation.reasons) { json, reason in
                json.object { json in
                    json.member("name", reason.code)
                    json.member("article", reason.article)
                    json.member("count", reason.drafts)
                    json.arrayMember("goods", reason.goods)
                }
            }
            let countsByName: [(StaticString, [Utilisation.Count])] = [
                ("criteria", utilisation.criteria), ("subjects", utilisation.subjects),
            ]
            for (name, counts) in countsByName {
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

extension UtilisationReport {
    fileprivate static func write(_ sums: [Utilisation.Sum], to json: inout JSONWriter) {
        json.arrayMember("saved", sums) { json, saved in
            json.object { json in
                json.member("amount", saved.money.amount.description)
                json.member("currency", saved.money.currency.description)
            }
        }
    }
}

extension BilingualText {
    fileprivate static let byParty = BilingualText(en: "Goods by importing Party", zh: "按进口缔约方统计的货物")
    fileprivate static let goodsByMonth = BilingualText(en: "Goods by month, for each importing Party", zh: "各进口缔约方逐月货物项数")

    fileprivate static func saved(in currency: String) -> BilingualText {
        BilingualText(en: "\(saved.english), \(currency)", zh: "\(saved.chinese)（\(currency)）")
    }

    fileprivate static func savedByMonth(_ currency: String) -> BilingualText {
        BilingualText(en: "Duty saved by month, \(currency), for each importing Party", zh: "各进口缔约方逐月节省关税（\(currency)）")
    }

    fileprivate static let savedByParty = BilingualText(en: "Duty saved by importing Party", zh: "按进口缔约方统计的节省关税")
    fileprivate static let subject = BilingualText(en: "Where it got stuck", zh: "受阻环节")
    fileprivate static let legalBasis = BilingualText(en: "Legal basis", zh: "法律依据")
    fileprivate static let draftCount = BilingualText(en: "Drafts", zh: "次数")
    fileprivate static let goodsCount = BilingualText(en: "Goods", zh: "项数")
    fileprivate static let wholeDraft = BilingualText(en: "(the whole draft)", zh: "（整份）")

    fileprivate static func savingUnknown(_ totals: [Utilisation.PartyTotal]) -> BilingualText {
        let list = totals.map { "\($0.party) \($0.goodsWithoutSaving)" }
        return BilingualText(
            en: "Goods whose saving is not known, and which are in no sum: \(list.joined(separator: ", ")).",
            zh: "节省额未知、未计入合计的货物项数：\(list.joined(separator: "、"))。")
    }

    fileprivate static let utilisation = BilingualText(en: "Use made of the Agreement", zh: "协定利用情况")
    fileprivate static let byPartyAndMonth = BilingualText(en: "Claims by month and Party", zh: "按月份和缔约方统计")
    fileprivate static let byCriterion = BilingualText(en: "Goods by criterion", zh: "按原产地标准统计的货物")
    fileprivate static let whyRefused = BilingualText(en: "Why drafts were refused", zh: "未能拟稿的原因")
    fileprivate static let reason = BilingualText(en: "Reason", zh: "原因代码")
    fileprivate static let month = BilingualText(en: "Month", zh: "月份")
    fileprivate static let proofCount = BilingualText(en: "Proofs", zh: "证明份数")
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
