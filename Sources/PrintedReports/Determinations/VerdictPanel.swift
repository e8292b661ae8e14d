import OriginDetermination
import Reporting
import Typesetting

/// The answer, as the report opens with it: verdict and evidence to the left, boxes 10 and 11 to the right.
struct VerdictPanel {
    private let content: VerdictContent
    private let words: ReportWords
    private let style: PrintStyle

    init(_ content: VerdictContent, _ words: ReportWords, _ style: PrintStyle) {
        self.content = content
        self.words = words
        self.style = style
    }

    private var ink: Ink {
        switch content.verdict {
        case .originating: content.isEvidenced ? .met : .undetermined
        case .notOriginating: .notMet
        case .undetermined: .undetermined
        }
    }

    func draw(on pages: inout ReportPages) {
        pages.flow.space(8)
        let width = pages.flow.body.width
        let markWidth = 34.0
        let boxWidth = boxes.isEmpty ? 0 : width * 0.34
        var mark = style.title
        mark.size = 22
        mark.ink = ink
        var table = PageTable(
            columns: [.init(width: markWidth), .init(width: width - markWidth - boxWidth)]
                + (boxes.isEmpty ? [] : [.init(width: boxWidth)]),
            rows: [
                PageTable.Row(
                    [[Paragraph(content.mark.printedSigns, mark, alignment: .center)], statements]
                        + (boxes.isEmpty ? [] : [boxes]),
                    fill: .gray(0.965), bar: ink),
            ])
        table.padding = 7
        table.rule = nil
        pages.flow.table(table)
        for reason in content.why {
            pages.flow.space(3)
            pages.paragraph(reason)
        }
    }

    private var statements: [Paragraph] {
        var title = style.heading
        title.size = 15
        title.ink = ink
        var statements = [Paragraph(content.title, title)]
        if !content.criteria.isEmpty {
            statements.append(Paragraph(words.list(content.criteria).capitalizedFirst, style.text, spaceBefore: 2))
        }
        if let evidence = content.evidence {
            statements.append(Paragraph(evidence, content.isEvidenced ? style.note : style.strong, spaceBefore: 3))
        }
        if !content.missing.isEmpty {
            statements.append(Paragraph(words(.whatIsMissing), style.strong, spaceBefore: 5))
            statements += content.missing.map { Paragraph("• " + $0, style.text, spaceBefore: 2) }
        }
        return statements
    }

    /// Boxes 10 and 11 of the certificate as they would be filled in.
    private var boxes: [Paragraph] {
        var boxes: [Paragraph] = []
        if let box10 = content.box10 {
            let label = content.isBox10Evidenced ? words(.box10Title) : content.box10Label
            boxes += [Paragraph(label, style.caption), Paragraph(box10, style.heading)]
        }
        if let country = content.countryOfOrigin {
            let label = words(content.isBox10Evidenced ? .box11Title : .box11)
            boxes += [Paragraph(label, style.caption, spaceBefore: 5), Paragraph(country, style.strong)]
        }
        return boxes
    }
}
