import Bilingual
import OriginDetermination

/// A determination as a Markdown document with tables (GitHub flavour).
public struct MarkdownReport: Sendable {
    private let context: ReportContext

    public init(_ context: ReportContext) {
        self.context = context
    }

    /// The whole document, ending in one line break.
    public func render(_ determination: Determination) -> String {
        let content = DeterminationContent(determination, words)
        var page = MarkdownPage()
        page.heading("\(words(.determinationOfOrigin)) · \(content.goodID)", level: 1)
        verdict(content.verdict, &page)
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
        page.heading(words(.explanation), level: 2)
        step(content.explanation, depth: 0, &page)
        page.endList()
        page.paragraph(words(.notAProof))
        page.paragraph(words(.decisionsAreOurs))
        page.table(["", ""], content.colophon.map { [$0.name, $0.value] })
        return page.text.trimmingFinalBreaks + "\n"
    }

    private var words: ReportWords { ReportWords(context) }

    private func verdict(_ verdict: VerdictContent, _ page: inout MarkdownPage) {
        page.paragraph("\(verdict.mark) \(verdict.title)", isStrong: true)
        if let box10 = verdict.box10 { page.paragraph(words.pair(verdict.box10Label, box10), isStrong: true) }
        if !verdict.criteria.isEmpty { page.paragraph(words.list(verdict.criteria).capitalizedFirst) }
        if let country = verdict.countryOfOrigin { page.paragraph(words.pair(words(.box11), country)) }
        if let evidence = verdict.evidence { page.paragraph(evidence, isStrong: !verdict.isEvidenced) }
        if !verdict.missing.isEmpty {
            page.paragraph(words(.whatIsMissing), isStrong: true)
            for fact in verdict.missing { page.item(fact) }
            page.endList()
        }
        for reason in verdict.why { page.paragraph(reason) }
    }

    private func facts(_ content: DeterminationContent, _ page: inout MarkdownPage) {
        page.heading(words(.goodAndRule), level: 2)
        var rows = content.fields.map { [$0.name, $0.value] }
        for rule in content.rules {
            rows.append([words(.ruleAsPrinted), rule.goods + rule.text + words.bracketed(rule.place)])
            rows += rule.branches.map { branch in
                [words(.ruleInWords), rule.goods + branch.words + (branch.isConsidered ? "" : words(.notConsidered))]
            }
        }
        page.table(["", ""], rows)
    }

    private func materials(_ content: DeterminationContent, _ page: inout MarkdownPage) {
        guard !content.materials.isEmpty else { return }
        page.heading(words(.materials), level: 2)
        let columns = [
            words(.line), words(.itemDescription), words(.tariffCode), content.valueColumn, words(.from),
            words(.countsAs), words(.inVNM), words(.tariffChange), words(.remarks),
        ]
        let rows = content.materials.map { material in
            [
                material.path, material.description, material.hsCode, material.value, material.country,
                material.standing, material.countsInVNM ? "●" : "", material.change,
                material.remarks.joined(separator: context.language == .chinese ? "；" : "; "),
            ]
        }
        page.table(columns, rows, rightAligned: [3])
        page.paragraph(content.legend)
    }

    private func regionalValueContent(_ content: RegionalValueContent, _ page: inout MarkdownPage) {
        page.heading(words(.regionalValueContent), level: 2)
        for formula in content.formulas {
            page.paragraph(formula.title, isStrong: true)
            page.item(formula.symbolic)
            page.item(formula.calculated)
            if let note = formula.note { page.item(note) }
            page.endList()
        }
        page.paragraph(content.requirement)
    }

    private func alternatives(_ content: DeterminationContent, _ page: inout MarkdownPage) {
        guard !content.alternatives.isEmpty else { return }
        page.heading(words(.alternatives), level: 2)
        let rows = content.alternatives.map { alternative in
            [
                alternative.criterion, alternative.rule,
                "\(alternative.outcome.mark) \(alternative.outcomeLabel)"
                    + (alternative.isChosen ? words.bracketed(words(.chosen)) : ""),
                words.sentences(
                    [alternative.reason] + (alternative.failing.map { [$0] } ?? []) + alternative.missing),
            ]
        }
        page.table([words(.criterion), words(.rule), words(.outcome), words(.reason)], rows)
        for line in content.deMinimis { page.paragraph(line) }
    }

    private func claims(_ content: ClaimsContent, _ page: inout MarkdownPage) {
        page.heading(words(.claimsForPreference), level: 2)
        for sentence in content.summary { page.paragraph(sentence) }
        page.table(content.columns, content.rows.map(\.cells), rightAligned: ClaimsContent.numberColumns)
        page.paragraph(words(.proofNeeded), isStrong: true)
        for proof in content.proofs { page.item(proof) }
        page.endList()
        for remark in content.remarks { page.item(remark) }
        page.endList()
    }

    private func evidence(_ content: EvidenceContent, _ page: inout MarkdownPage) {
        page.heading(words(.evidence), level: 2)
        page.paragraph(content.statement)
        guard !content.rows.isEmpty else { return }
        let columns = [
            words(.line), words(.state), words(.itemDescription), words(.document), words(.reference), words(.issued),
            words(.validUntil),
        ]
        let rows = content.rows.map { row in
            [row.path, row.state, row.description, row.document, row.reference, row.date, row.validUntil]
        }
        page.table(columns, rows)
    }

    private func notes(_ title: BilingualText, _ notes: [String], _ page: inout MarkdownPage) {
        guard !notes.isEmpty else { return }
        page.heading(words(title), level: 2)
        for note in notes { page.item(note) }
        page.endList()
    }

    private func step(_ step: StepContent, depth: Int, _ page: inout MarkdownPage) {
        let article = step.article.isEmpty ? "" : words.bracketed(step.article)
        let inputs = step.inputs.isEmpty ? "" : " · " + step.inputs.joined(separator: " · ")
        page.item("\(step.mark) \(step.statement)\(article)\(inputs)", depth: depth)
        for child in step.children { self.step(child, depth: depth + 1, &page) }
    }
}

extension String {
    var trimmingFinalBreaks: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
