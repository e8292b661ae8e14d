import Bilingual
import OriginDetermination

/// A determination for a terminal: verdict first, then why, then everything it rests on.
public struct TextReport: Sendable {
    private let context: ReportContext

    public init(_ context: ReportContext) {
        self.context = context
    }

    /// The whole report, every line ending in a line break.
    public func render(_ determination: Determination) -> String {
        let content = DeterminationContent(determination, ReportWords(context))
        var page = TextPage(width: context.width, color: context.color)
        verdict(content, &page)
        facts(content, &page)
        materials(content, &page)
        if let numbers = content.regionalValueContent { regionalValueContent(numbers, &page) }
        alternatives(content, &page)
        notes(.countryOfOrigin, content.countryOfOrigin, &page)
        if let claims = content.claims { self.claims(claims, &page) }
        evidence(content.evidence, &page)
        notes(.assumptions, content.assumptions, &page)
        notes(.missing, content.missing, &page)
        notes(.warnings, content.warnings, &page)
        if context.explain {
            page.heading(words(.explanation))
            step(content.explanation, depth: 0, &page)
        }
        colophon(content, &page)
        return page.text
    }

    private var words: ReportWords { ReportWords(context) }

    // MARK: Verdict

    private func verdict(_ content: DeterminationContent, _ page: inout TextPage) {
        let verdict = content.verdict
        page.paragraph("\(content.goodID)  \(content.goodDescription)".truncated(toWidth: page.width))
        page.blank()
        page.paragraph(
            verdict.title.uppercased(), lead: verdict.mark + " ", style: style(of: verdict))
        if let box10 = verdict.box10 { page.paragraph(words.pair(verdict.box10Label, box10), indent: 2, style: .bold) }
        if !verdict.criteria.isEmpty { page.paragraph(words.list(verdict.criteria).capitalizedFirst, indent: 2) }
        if let country = verdict.countryOfOrigin { page.paragraph(words.pair(words(.box11), country), indent: 2) }
        if let evidence = verdict.evidence {
            page.paragraph(evidence, indent: 2, style: verdict.isEvidenced ? .plain : .open)
        }
        if !verdict.missing.isEmpty {
            page.paragraph(words(.whatIsMissing), indent: 2, style: .bold)
            for fact in verdict.missing { page.paragraph(fact, lead: "? ", indent: 4) }
        }
        page.blank()
        for reason in verdict.why { page.paragraph(reason, indent: 2) }
    }

    private func style(of verdict: VerdictContent) -> TerminalStyle {
        switch verdict.verdict {
        case .originating: verdict.isEvidenced ? .good : .open
        case .notOriginating: .bad
        case .undetermined: .open
        }
    }

    private func facts(_ content: DeterminationContent, _ page: inout TextPage) {
        page.heading(words(.goodAndRule))
        var fields = content.fields.map { (name: $0.name, value: $0.value) }
        for rule in content.rules {
            fields.append((words(.ruleAsPrinted), rule.goods + rule.text + words.bracketed(rule.place)))
            for branch in rule.branches {
                fields.append((words(.ruleInWords), rule.goods + branch.words + (branch.isConsidered ? "" : words(.notConsidered))))
            }
        }
        page.fields(fields)
    }

    // MARK: Materials

    private func materials(_ content: DeterminationContent, _ page: inout TextPage) {
        guard !content.materials.isEmpty else { return }
        page.heading(words(.materials))
        page.table(table(content))
        page.paragraph(content.legend, style: .faint)
    }

    private func table(_ content: DeterminationContent) -> TextTable {
        TextTable(
            columns: [
                .init(title: words(.line)), .init(title: words(.itemDescription), isFlexible: true),
                .init(title: words(.tariffCode)), .init(title: content.valueColumn, alignsRight: true),
                .init(title: words(.from)), .init(title: words(.countsAs)), .init(title: words(.inVNM)),
                .init(title: words(.tariffChange)),
            ],
            rows: content.materials.map { material in
                TextTable.Row(
                    cells: [
                        indent(material) + material.path, material.description, material.hsCode, material.value,
                        material.country, material.standing, material.countsInVNM ? "●" : "", material.change,
                    ],
                    style: material.isFailing ? .bad : material.isLeftOut ? .faint : .plain,
                    remarks: material.remarks)
            })
    }

    private func indent(_ material: MaterialContent) -> String {
        String(repeating: " ", count: material.depth)
    }

    // MARK: Numbers and alternatives

    private func regionalValueContent(_ content: RegionalValueContent, _ page: inout TextPage) {
        page.heading(words(.regionalValueContent))
        for formula in content.formulas {
            page.paragraph(formula.title, style: .bold)
            page.paragraph(formula.symbolic, indent: 2)
            page.paragraph(formula.calculated, lead: "    = ", indent: 2)
            if let note = formula.note { page.paragraph(note, indent: 2, style: .faint) }
        }
        page.paragraph(content.requirement)
    }

    private func alternatives(_ content: DeterminationContent, _ page: inout TextPage) {
        guard !content.alternatives.isEmpty else { return }
        page.heading(words(.alternatives))
        for alternative in content.alternatives {
            let chosen = alternative.isChosen ? " ← \(words(.chosen))" : ""
            page.paragraph(
                "\(alternative.criterion)  \(alternative.rule)  \(alternative.outcomeLabel)\(chosen)",
                lead: alternative.outcome.mark + " ", style: style(of: alternative.outcome))
            page.paragraph(alternative.reason, indent: 2)
            if let failing = alternative.failing { page.paragraph(failing, indent: 2) }
            for fact in alternative.missing { page.paragraph(fact, lead: "? ", indent: 2) }
        }
        for line in content.deMinimis { page.paragraph(line) }
    }

    private func style(of outcome: Outcome) -> TerminalStyle {
        switch outcome {
        case .met: .good
        case .notMet: .bad
        case .undetermined: .open
        }
    }

    // MARK: Claims, evidence and notes

    private func claims(_ content: ClaimsContent, _ page: inout TextPage) {
        page.heading(words(.claimsForPreference))
        for sentence in content.summary { page.paragraph(sentence) }
        page.table(TextTable(
            columns: content.columns.enumerated().map { index, title in
                .init(title: title, alignsRight: ClaimsContent.numberColumns.contains(index), isFlexible: index == 0)
            },
            rows: content.rows.map { .init(cells: $0.cells, style: $0.isBest ? .good : .plain) }))
        page.paragraph(words(.proofNeeded), style: .bold)
        for proof in content.proofs { page.paragraph(proof, lead: "• ") }
        for remark in content.remarks { page.paragraph(remark, lead: "? ") }
    }

    private func evidence(_ content: EvidenceContent, _ page: inout TextPage) {
        page.heading(words(.evidence))
        page.paragraph(content.statement)
        guard !content.rows.isEmpty else { return }
        page.table(TextTable(
            columns: [
                .init(title: words(.line)), .init(title: words(.state)),
                .init(title: words(.itemDescription), isFlexible: true), .init(title: words(.document)),
                .init(title: words(.reference)), .init(title: words(.issued)), .init(title: words(.validUntil)),
            ],
            rows: content.rows.map { row in
                TextTable.Row(
                    cells: [
                        row.path, row.state, row.description, row.document, row.reference.truncated(toWidth: 24),
                        row.date, row.validUntil,
                    ],
                    style: row.isValid ? .plain : .open)
            }))
    }

    private func notes(_ title: BilingualText, _ notes: [String], _ page: inout TextPage) {
        guard !notes.isEmpty else { return }
        page.heading(words(title))
        for note in notes { page.paragraph(note, lead: "• ") }
    }

    private func step(_ step: StepContent, depth: Int, _ page: inout TextPage) {
        let article = step.article.isEmpty ? "" : words.cited(step.article)
        page.paragraph(step.statement + article, lead: step.mark + " ", indent: 2 * depth)
        if !step.inputs.isEmpty {
            page.paragraph(step.inputs.joined(separator: " · "), indent: 2 * depth + 4, style: .faint)
        }
        for child in step.children { self.step(child, depth: depth + 1, &page) }
    }

    private func colophon(_ content: DeterminationContent, _ page: inout TextPage) {
        page.blank()
        page.paragraph(words(.notAProof), style: .faint)
        if context.explain { page.paragraph(words(.decisionsAreOurs), style: .faint) }
        for field in content.colophon {
            page.paragraph(words.pair(field.name, field.value), style: .faint)
        }
    }
}

extension BilingualText {
    /// Behind a branch of a split rule the dossier did not choose.
    package static let notConsidered = BilingualText(en: " (not the branch named)", zh: "（非所选分支）")
}
