import Bilingual
import OriginDetermination
import Reporting
import Typesetting

/// The sections of the report of a determination, in the order of every other layout.
struct DeterminationPages {
    private let content: DeterminationContent
    private let words: ReportWords
    private let typesetter: Typesetter
    private let style: PrintStyle

    init(_ content: DeterminationContent, _ words: ReportWords, _ typesetter: Typesetter) {
        self.content = content
        self.words = words
        self.typesetter = typesetter
        style = PrintStyle(size: 8.8)
    }

    func pages() -> [Page] {
        var pages = ReportPages(typesetter)
        title(&pages)
        VerdictPanel(content.verdict, words, style).draw(on: &pages)
        goodAndRule(&pages)
        materials(&pages)
        if let value = content.regionalValueContent { regionalValueContent(value, &pages) }
        alternatives(&pages)
        notes(.countryOfOrigin, content.countryOfOrigin, &pages)
        if let claims = content.claims { self.claims(claims, &pages) }
        evidence(&pages)
        notes(.assumptions, content.assumptions, &pages)
        notes(.missing, content.missing, &pages)
        notes(.warnings, content.warnings, &pages)
        explanation(&pages)
        colophon(&pages)
        return pages.finished(
            runningHead: "\(words(.determinationOfOrigin)) · \(content.subject)", foot: words(.notAProof)
        ) { words(.page($0, of: $1)) }
    }

    private func text(_ text: String, _ alignment: Paragraph.Alignment = .left) -> [Paragraph] {
        text.isEmpty ? [] : [Paragraph(text, style.small, alignment: alignment)]
    }

    private func title(_ pages: inout ReportPages) {
        pages.flow.paragraph(Paragraph("\(words(.agreementName)) · \(words(.determinationOfOrigin))", style.note))
        pages.flow.space(2)
        pages.flow.paragraph(Paragraph(content.goodDescription, style.title))
        pages.flow.paragraph(Paragraph(content.subject, style.note))
    }

    private func goodAndRule(_ pages: inout ReportPages) {
        pages.heading(words(.goodAndRule))
        var fields = content.fields.map { (name: $0.name, value: Paragraph($0.value.printedSigns, style.text)) }
        for rule in content.rules {
            fields.append((words(.ruleAsPrinted), Paragraph([
                TextSpan(rule.goods, style.text), TextSpan(rule.text, style.strong),
                TextSpan(words.bracketed(rule.place), style.text),
            ])))
            fields += rule.branches.map { branch in
                (words(.ruleInWords), Paragraph(
                    rule.goods + branch.words + (branch.isConsidered ? "" : words(.notConsidered)),
                    branch.isConsidered ? style.text : style.note))
            }
        }
        pages.fields(fields)
    }

    // MARK: Materials and numbers

    private func materials(_ pages: inout ReportPages) {
        guard !content.materials.isEmpty else { return }
        pages.heading(words(.materials))
        let columns = [
            words(.line), words(.itemDescription), words(.tariffCode), content.valueColumn, words(.from),
            words(.countsAs), words(.inVNM), words(.tariffChange),
        ]
        pages.table(columns, numbers: [3], content.materials.map(row))
        pages.paragraph(content.legend.printedSigns, style.note)
    }

    private func row(_ material: MaterialContent) -> PageTable.Row {
        var soft = style.small
        if material.isLeftOut { soft.ink = PrintStyle.soft }
        func cell(_ text: String, _ alignment: Paragraph.Alignment = .left) -> [Paragraph] {
            text.isEmpty ? [] : [Paragraph(text, soft, alignment: alignment)]
        }
        // A level of the bill of materials is a step to the right, up to where the column would grow too wide.
        let path = [Paragraph(material.path, soft, indent: Double(min(material.depth, 4)) * 5)]
        let description = cell(material.description)
            + material.remarks.map { Paragraph($0, style.caption, spaceBefore: 1) }
        return PageTable.Row(
            [
                path, description, cell(material.hsCode), cell(material.value, .right), cell(material.country),
                cell(material.standing), cell(material.countsInVNM ? "●" : ""), cell(material.change.printedSigns),
            ],
            bar: material.isFailing ? .notMet : nil)
    }

    private func regionalValueContent(_ content: RegionalValueContent, _ pages: inout ReportPages) {
        pages.heading(words(.regionalValueContent))
        for formula in content.formulas {
            pages.subheading(formula.title)
            pages.paragraph(formula.symbolic, style.text, indent: 12)
            pages.paragraph("RVC = " + formula.calculated, style.strong, indent: 12)
            let terms = formula.terms.map { "\($0.name) \(formula.currency) \($0.amount)" }
            pages.paragraph(terms.joined(separator: " · "), style.note, indent: 12)
            if let note = formula.note { pages.paragraph(note, style.note, indent: 12) }
        }
        pages.paragraph(content.requirement)
    }

    private func alternatives(_ pages: inout ReportPages) {
        guard !content.alternatives.isEmpty else { return }
        pages.heading(words(.alternatives))
        let rows = content.alternatives.map { alternative in
            var mark = style.small
            mark.isBold = true
            mark.ink = Ink(alternative.outcome)
            let outcome = Paragraph([
                TextSpan(alternative.outcome.mark.printedSigns, mark), TextSpan(" " + alternative.outcomeLabel, style.small),
            ])
            let chosen = alternative.isChosen ? [Paragraph(words(.chosen), style.caption)] : []
            let more = (alternative.failing.map { [$0] } ?? []) + alternative.missing
            return PageTable.Row(
                [
                    text(alternative.criterion), text(alternative.rule), [outcome] + chosen,
                    text(alternative.reason) + more.map { Paragraph($0, style.caption, spaceBefore: 1) },
                ],
                fill: alternative.isChosen ? .gray(0.965) : nil)
        }
        pages.table([words(.criterion), words(.rule), words(.outcome), words(.reason)], rows)
        for line in content.deMinimis { pages.paragraph(line) }
    }

    // MARK: Claims, evidence and notes

    private func claims(_ content: ClaimsContent, _ pages: inout ReportPages) {
        pages.heading(words(.claimsForPreference))
        for line in content.summary { pages.paragraph(line) }
        let rows = content.rows.map { row in
            PageTable.Row(row.cells.enumerated().map { index, cell in
                text(cell, ClaimsContent.numberColumns.contains(index) ? .right : .left)
            }, fill: row.isBest ? .gray(0.965) : nil)
        }
        pages.table(content.columns, numbers: ClaimsContent.numberColumns, rows)
        pages.subheading(words(.proofNeeded))
        pages.list(content.proofs)
        pages.list(content.remarks)
    }

    private func evidence(_ pages: inout ReportPages) {
        pages.heading(words(.evidence))
        pages.paragraph(content.evidence.statement)
        guard !content.evidence.rows.isEmpty else { return }
        let columns = [
            words(.line), words(.itemDescription), words(.document), words(.reference), words(.issued),
            words(.validUntil), words(.state),
        ]
        pages.table(columns, content.evidence.rows.map { row in
            PageTable.Row(
                [row.path, row.description, row.document, row.reference, row.date, row.validUntil, row.state.printedSigns]
                    .map { text($0) },
                bar: row.isValid ? nil : .notMet)
        })
    }

    private func notes(_ title: BilingualText, _ notes: [String], _ pages: inout ReportPages) {
        guard !notes.isEmpty else { return }
        pages.heading(words(title))
        pages.list(notes)
    }

    // MARK: Reasoning and sources

    private func explanation(_ pages: inout ReportPages) {
        pages.heading(words(.explanation))
        step(content.explanation, depth: 0, &pages)
    }

    private func step(_ step: StepContent, depth: Int, _ pages: inout ReportPages) {
        // Deeper levels would leave no room for text.
        let indent = Double(min(depth, 10)) * 13
        var mark = style.strong
        mark.ink = Ink(step.result)
        var article = style.note
        article.size = style.small.size
        var statement = [Paragraph([
            TextSpan(step.statement, depth == 0 ? style.strong : style.text),
            TextSpan(step.article.isEmpty ? "" : "  " + step.article, article),
        ])]
        if !step.inputs.isEmpty { statement.append(Paragraph(step.inputs.joined(separator: " · "), style.caption)) }
        pages.item(Paragraph(step.mark.printedSigns, mark, indent: indent), statement, width: indent + 13)
        for child in step.children { self.step(child, depth: depth + 1, &pages) }
    }

    private func colophon(_ pages: inout ReportPages) {
        pages.heading(words(.source))
        pages.fields(content.colophon.map { field in
            (field.name, Paragraph(field.value, field.value.utf8.count == 64 ? style.digest : style.note))
        })
        pages.paragraph(words.sentences([words(.notAProof), words(.decisionsAreOurs)]), style.note)
    }
}
