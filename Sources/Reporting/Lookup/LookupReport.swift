import Bilingual
import HarmonizedSystem
import OriginRules

/// What `rcep lookup` says of a code, or of the codes a search for words found.
public struct LookupReport: Sendable {
    private let ruleSet: RuleSet
    private let context: ReportContext

    /// - Parameter context: its labels name the codes.
    public init(_ ruleSet: RuleSet, _ context: ReportContext) {
        self.ruleSet = ruleSet
        self.context = context
    }

    private var words: ReportWords { ReportWords(context) }

    /// The rule of a code with its reading; for a chapter or heading, also the rows below it.
    public func document(for code: HSCode) -> ReportDocument {
        var document = ReportDocument(
            title: "\(code.printed)" + (words.label(code).map { " \($0)" } ?? ""), subtitle: words(.ruleOf(code)))
        document.blocks.append(.heading(words(.rule)))
        document.blocks.append(.fields(names(code) + ruleFields(code)))
        document.blocks += rowsBelow(code)
        document.blocks.append(.paragraph(words(.openToEveryLine)))
        return document
    }

    /// One row a code: name and rule.
    /// - Parameters:
    ///   - query: what was searched for, as the user wrote it.
    ///   - total: how many were found, where not all of them are shown.
    public func list(_ codes: [HSCode], query: String, total: Int? = nil) -> ReportDocument {
        let title = words(.found(total ?? codes.count, query))
        guard !codes.isEmpty else { return ReportDocument(title: title) }
        return ReportDocument(title: title, blocks: [.table(table(codes.map { ($0, ruleSet.rule(for: $0)?.text) }))])
    }

    // MARK: One code

    private func names(_ code: HSCode) -> [ReportDocument.Field] {
        let edition = words.bracketed(words(ruleSet.edition.label))
        var fields = [ReportDocument.Field(words(.tariffCode), code.printed + edition)]
        if let label = context.labels?.label(for: code) {
            fields.append(.init(words(.englishName), label.english))
            fields.append(.init(words(.chineseName), label.chinese))
        }
        return fields
    }

    private func ruleFields(_ code: HSCode) -> [ReportDocument.Field] {
        var fields: [ReportDocument.Field] = []
        if let rule = ruleSet.rule(for: code) {
            let content = RuleContent(rule, in: ruleSet, words)
            fields.append(.init(words(.ruleAsPrinted), content.text + words.bracketed(content.place)))
            fields += content.branches.map { .init(words(.ruleInWords), $0.words) }
            fields.append(.init(words(.source), words(.page(ruleSet.source, content.page))))
        } else {
            fields.append(.init(words(.rule), words(.noSingleRule)))
            fields.append(.init(words(.source), words(ruleSet.source)))
        }
        fields.append(.init(words(.ruleSet), words(.ruleSetSince(ruleSet.id, ruleSet.effectiveFrom))))
        return fields
    }

    private func rowsBelow(_ code: HSCode) -> [ReportDocument.Block] {
        let rows = ruleSet.rows.filter { $0.code.level > code.level && $0.code.prefix(code.level) == code }
        guard !rows.isEmpty else { return [] }
        return [.heading(words(.rowsBelow)), .table(table(rows.map { ($0.code, $0.text) }))]
    }

    private func table(_ rows: [(code: HSCode, text: String?)]) -> ReportDocument.Table {
        ReportDocument.Table(
            columns: [
                .init(words(.tariffCode)), .init(words(.itemDescription), isFlexible: true), .init(words(.rule)),
            ],
            rows: rows.map { [$0.code.printed, words.label($0.code) ?? "–", $0.text ?? words(.severalRules)] })
    }
}

extension BilingualText {
    fileprivate static let englishName = BilingualText(en: "Name (English)", zh: "名称（英文）")
    fileprivate static let chineseName = BilingualText(en: "Name (Chinese)", zh: "名称（中文）")
    fileprivate static let rowsBelow = BilingualText(en: "Rules below it", zh: "其下各行规则")
    fileprivate static let severalRules = BilingualText(en: "several", zh: "多项规则")
    fileprivate static let noSingleRule = BilingualText(
        en: "no single rule; see the rows below", zh: "没有统一规则，见下列各行")

    /// Headnote 2 of Annex 3A.
    fileprivate static let openToEveryLine = BilingualText(
        en: """
            Whatever the rule, a good also originates when it is wholly obtained (WO) or produced exclusively from \
            originating materials (PE).
            """,
        zh: "无论适用何种规则，完全获得的货物（WO）或者完全使用原产材料生产的货物（PE）均具备原产资格。")

    fileprivate static func page(_ source: BilingualText, _ page: Int) -> BilingualText {
        BilingualText(en: "\(source.english), page \(page)", zh: "\(source.chinese)，第\(page)页")
    }

    fileprivate static func found(_ count: Int, _ query: String) -> BilingualText {
        switch count {
        case 0: BilingualText(en: "Nothing found for “\(query)”", zh: "未找到“\(query)”")
        case 1: BilingualText(en: "1 code found for “\(query)”", zh: "“\(query)”：找到1个编码")
        default: BilingualText(en: "\(count) codes found for “\(query)”", zh: "“\(query)”：找到\(count)个编码")
        }
    }
}
