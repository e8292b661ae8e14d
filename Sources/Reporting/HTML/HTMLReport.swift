import Bilingual
import OriginDetermination

/// A determination as one self-contained page: no script, nothing fetched, fit for A4 paper and for a phone.
public struct HTMLReport: Sendable {
    private let context: ReportContext

    public init(_ context: ReportContext) {
        self.context = context
    }

    /// The whole document.
    public func render(_ determination: Determination) -> String {
        let content = DeterminationContent(determination, words)
        return HTML.document(
            language: context.language.htmlTag,
            title: "\(words(.determinationOfOrigin)) · \(content.goodID)", style: HTMLStyle.sheet,
            body: [
                header(content), verdict(content.verdict),
                facts(content), materials(content), content.regionalValueContent.map(regionalValueContent) ?? .none,
                alternatives(content), notes(.countryOfOrigin, content.countryOfOrigin),
                content.claims.map(claims) ?? .none, evidence(content.evidence),
                notes(.assumptions, content.assumptions),
                notes(.missing, content.missing), notes(.warnings, content.warnings),
                section(.explanation, [.element("div.tree", [step(content.explanation)])]), footer(content),
            ])
    }

    private var words: ReportWords { ReportWords(context) }

    private func section(_ title: BilingualText, _ content: [HTML]) -> HTML {
        .element("section", [.element("h2", words(title))] + content)
    }

    // MARK: Head

    private func header(_ content: DeterminationContent) -> HTML {
        .element("header", [
            .element("div.kicker", [
                .element("span", words(.agreementName)), .element("span", words(.determinationOfOrigin)),
            ]),
            .element("h1", content.goodDescription),
            .element("p.subject", content.subject),
        ])
    }

    private func verdict(_ verdict: VerdictContent) -> HTML {
        let kind = verdict.verdict == .originating && !verdict.isEvidenced ? "claimed" : verdict.verdict.rawValue
        var statements: [HTML] = [.element("p.title", verdict.title)]
        if !verdict.criteria.isEmpty {
            statements.append(.element("p.names", words.list(verdict.criteria).capitalizedFirst))
        }
        if let evidence = verdict.evidence {
            statements.append(.element(verdict.isEvidenced ? "p.evidence" : "p.evidence.strong", evidence))
        }
        var parts: [HTML] = [
            .element("div.mark", [("aria-hidden", "true")], verdict.mark), .element("div", statements),
        ]
        let boxes = self.boxes(verdict)
        if !boxes.isEmpty { parts.append(.element("div.boxes", boxes)) }
        if !verdict.missing.isEmpty {
            parts.append(.element("div.facts", [
                .element("strong", words(.whatIsMissing)), list(verdict.missing),
            ]))
        }
        return .group([
            .element("section", [("class", "verdict \(kind)")], parts),
            .group(verdict.why.map { .element("p.why", $0) }),
        ])
    }

    /// Boxes 10 and 11 of the certificate as they would be filled in.
    private func boxes(_ verdict: VerdictContent) -> [HTML] {
        let label = verdict.isBox10Evidenced ? words(.box10Title) : verdict.box10Label
        let country = words(verdict.isBox10Evidenced ? .box11Title : .box11)
        return (verdict.box10.map { [box(label, .element("div.value", $0))] } ?? [])
            + (verdict.countryOfOrigin.map { [box(country, .element("div.value.words", $0))] } ?? [])
    }

    private func box(_ label: String, _ value: HTML) -> HTML {
        .element("div.box", [.element("div.label", label), value])
    }

    private func facts(_ content: DeterminationContent) -> HTML {
        var parts = [fields(content.fields)]
        parts += content.rules.map(rule)
        return section(.goodAndRule, parts)
    }

    private func fields(_ fields: [DeterminationContent.Field]) -> HTML {
        .element("dl", fields.flatMap { field -> [HTML] in
            [.element("dt", field.name), .element("dd", field.value)]
        })
    }

    private func rule(_ rule: RuleContent) -> HTML {
        var parts: [HTML] = [
            .element("dt", words(.ruleAsPrinted)),
            .element("dd", [
                .text(rule.goods), .element("span.printed", rule.text), .text(words.bracketed(rule.place)),
            ]),
        ]
        for branch in rule.branches {
            parts.append(.element("dt", words(.ruleInWords)))
            parts.append(.element(
                "dd", [("class", branch.isConsidered ? "" : "soft")],
                rule.goods + branch.words + (branch.isConsidered ? "" : words(.notConsidered))))
        }
        return .element("dl.one", parts)
    }

    // MARK: Materials

    private func materials(_ content: DeterminationContent) -> HTML {
        guard !content.materials.isEmpty else { return .none }
        let columns = [
            words(.line), words(.itemDescription), words(.tariffCode), content.valueColumn, words(.from),
            words(.countsAs), words(.inVNM), words(.tariffChange),
        ]
        return section(.materials, [
            .table(columns, numbers: [3], content.materials.map(row)),
            .element("p.legend", content.legend),
        ])
    }

    private func row(_ material: MaterialContent) -> HTML.Row {
        let remarks = material.remarks.map { HTML.element("span.remark", $0) }
        // Long identifiers must be free to break; short ones look better whole.
        let style = (material.depth > 0 ? "deep " : "") + (material.path.count <= 12 ? "nowrap" : "")
        let path = HTML.element("span", [("class", style)], [.text(material.path)])
        return HTML.Row(
            cells: [
                .init([path], .wide),
                .init([.element("span", [.text(material.description)] + remarks)], .wide),
                .init([.element("span.nowrap", material.hsCode)]), .init(material.value, .number),
                .init(material.country), .init([.element("span.nowrap", material.standing)]),
                .init(material.countsInVNM ? "●" : ""), .init([.element("span.nowrap", material.change)]),
            ],
            kind: material.isFailing ? "fails" : material.isLeftOut ? "out" : "")
    }

    // MARK: Numbers and alternatives

    private func regionalValueContent(_ content: RegionalValueContent) -> HTML {
        section(.regionalValueContent, content.formulas.map(formula) + [.element("p", content.requirement)])
    }

    private func formula(_ formula: FormulaContent) -> HTML {
        let terms = formula.terms.map { "\($0.name) \(formula.currency) \($0.amount)" }
        var parts: [HTML] = [
            .element("h3", formula.title),
            .element("div.equation", [
                .element("span", [.text("RVC ="), fraction(formula.numerator, "FOB"), .text("× 100")]),
                .element("span", [
                    .text("="), fraction(formula.numeratorValues, formula.denominatorValue), .text("× 100"),
                ]),
                .element("span", [.text("="), .element("span.result", formula.percent)]),
            ]),
            .element("p.legend", terms.joined(separator: " · ")),
        ]
        if let note = formula.note { parts.append(.element("p.legend", note)) }
        return .element("div.formula", parts)
    }

    private func fraction(_ numerator: String, _ denominator: String) -> HTML {
        .element("span.fraction", [.element("span", numerator), .element("span", denominator)])
    }

    private func alternatives(_ content: DeterminationContent) -> HTML {
        guard !content.alternatives.isEmpty else { return .none }
        let rows = content.alternatives.map { alternative in
            let chosen: [HTML] = alternative.isChosen ? [.element("span.remark", words(.chosen))] : []
            let more = ((alternative.failing.map { [$0] } ?? []) + alternative.missing)
                .map { HTML.element("span.remark", $0) }
            let label = HTML.text(" " + alternative.outcomeLabel)
            let outcome = [HTML.element("span.nowrap", [mark(alternative.outcome), label] + chosen)]
            return HTML.Row(
                cells: [
                    .init([.element("span.nowrap", alternative.criterion)], .wide),
                    .init([.element(alternative.rule.count > 12 ? "span" : "span.nowrap", alternative.rule)], .wide),
                    .init(outcome, .wide),
                    .init([.element("span", [.text(alternative.reason)] + more)], .wide),
                ],
                kind: alternative.isChosen ? "chosen" : "")
        }
        return section(.alternatives, [
            .table([words(.criterion), words(.rule), words(.outcome), words(.reason)], rows),
        ] + content.deMinimis.map { .element("p", $0) })
    }

    private func mark(_ outcome: Outcome) -> HTML {
        .element("span", [("class", "outcome \(outcome.rawValue)")], outcome.mark)
    }

    // MARK: Evidence and notes

    private func claims(_ content: ClaimsContent) -> HTML {
        let rows = content.rows.map { row in
            HTML.Row(cells: row.cells.enumerated().map { index, text in
                .init(text, ClaimsContent.numberColumns.contains(index) ? .number : .wide)
            })
        }
        return section(.claimsForPreference, content.summary.map { .element("p", $0) } + [
            .table(content.columns, numbers: ClaimsContent.numberColumns, rows),
            .element("p", [.element("strong", words(.proofNeeded))]), list(content.proofs),
            content.remarks.isEmpty ? .none : list(content.remarks),
        ])
    }

    private func evidence(_ content: EvidenceContent) -> HTML {
        let statement = HTML.element("p", content.statement)
        guard !content.rows.isEmpty else { return section(.evidence, [statement]) }
        let columns = [
            words(.line), words(.itemDescription), words(.document), words(.reference), words(.issued),
            words(.validUntil), words(.state),
        ]
        let rows = content.rows.map { row in
            HTML.Row(
                cells: [row.path, row.description, row.document, row.reference].map { .init($0, .wide) }
                    + [row.date, row.validUntil, row.state].map { .init([.element("span.nowrap", $0)]) },
                kind: row.isValid ? "" : "fails")
        }
        return section(.evidence, [statement, .table(columns, rows)])
    }

    private func notes(_ title: BilingualText, _ notes: [String]) -> HTML {
        notes.isEmpty ? .none : section(title, [list(notes)])
    }

    private func list(_ items: [String]) -> HTML {
        .element("ul", items.map { .element("li", $0) })
    }

    private func step(_ step: StepContent) -> HTML {
        let mark = HTML.element(
            "span", [("class", "outcome \(step.result.rawValue)"), ("title", step.resultLabel)], step.mark)
        var statement: [HTML] = [mark, .text(" " + step.statement)]
        if !step.article.isEmpty { statement += [.text(" "), .element("span.article", step.article)] }
        let inputs = step.inputs.isEmpty
            ? HTML.none : .element("div.inputs", step.inputs.map { .element("span", $0) })
        guard !step.children.isEmpty else { return .element("div.step", statement + [inputs]) }
        return .element(
            "details", [("open", "open")],
            [.element("summary", statement), inputs] + step.children.map { self.step($0) })
    }

    private func footer(_ content: DeterminationContent) -> HTML {
        .element("footer", [
            .element("p", words(.notAProof)), .element("p", words(.decisionsAreOurs)),
            .element("dl", content.colophon.flatMap { field -> [HTML] in
                [
                    .element("dt", field.name),
                    .element("dd", [("class", field.value.utf8.count == 64 ? "" : "words")], field.value),
                ]
            }),
        ])
    }
}

extension Language {
    /// As the `lang` attribute of a page names it.
    package var htmlTag: String {
        switch self {
        case .english: "en"
        case .chinese: "zh-Hans"
        }
    }
}
