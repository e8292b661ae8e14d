import OriginModel
import ProofsOfOrigin
import Typesetting

/// A Declaration of Origin by an approved exporter (Article 3.18), with everything Annex 3B asks, on A4.
struct DeclarationLayout {
    private static let sheet = PageArea.a4.inset(x: 36, y: 32)

    private let words: ProofWords
    private let typesetter: Typesetter
    private let style = PrintStyle(size: 8.5)

    init(_ words: ProofWords, _ typesetter: Typesetter) {
        self.words = words
        self.typesetter = typesetter
    }

    private var draft: ProofDraft { words.draft }

    func pages() -> [Page] {
        let sheet = Self.sheet
        var flow = PageFlow(typesetter: typesetter, watermark: "DRAFT") { index in
            // Continuation pages have a running head.
            let head = index == 0 ? 0.0 : 22
            return PageArea(x: sheet.x, y: sheet.y + head, width: sheet.width, height: sheet.height - head - 20)
        }
        title(&flow)
        particulars(&flow)
        goods(&flow)
        closing(&flow)
        var pages = flow.pages
        pages.addRunningHeads(
            "Declaration of Origin (RCEP), continued · Reference No. \(words.number)", style: style.note, in: sheet,
            typesetter: typesetter)
        pages.addFooters(ProofWords.notAProof, style: style.note, in: sheet, typesetter: typesetter) { "Page \($0) of \($1)" }
        return pages
    }

    private func title(_ flow: inout PageFlow) {
        flow.paragraph(Paragraph(ProofWords.agreement, style.note, alignment: .center))
        flow.paragraph(Paragraph("DECLARATION OF ORIGIN", style.title, alignment: .center))
        flow.paragraph(Paragraph(
            "by an approved exporter, under Article 3.18 of the Agreement", style.text, alignment: .center))
        flow.space(8)
    }

    // MARK: Boxes

    private func box(_ caption: String, _ lines: [String]) -> [Paragraph] {
        [Paragraph(caption, style.caption)] + lines.map { Paragraph($0, style.text, spaceBefore: 1) }
    }

    private func boxes(_ flow: inout PageFlow, _ boxes: [[Paragraph]], shares: [Double], height: Double = 0) {
        let width = flow.body.width
        var table = PageTable(
            columns: shares.map { PageTable.Column(width: width * $0) },
            rows: [PageTable.Row(boxes, minimumHeight: height)])
        table.padding = 4
        table.rule = nil
        table.grid = .black
        flow.table(table)
    }

    private func particulars(_ flow: inout PageFlow) {
        boxes(&flow, [
            box("1. Unique reference number", [words.number]),
            box("2. Approved exporter's authorisation code", [draft.authorisationCode ?? ""]),
        ], shares: [0.5, 0.5])
        boxes(&flow, [
            box("3. Exporter (name and address)", words.lines(draft.exporter)),
            box("4. Importer or consignee (name and address)", draft.shipment.consignee.map(words.lines) ?? []),
        ], shares: [0.5, 0.5])
        let transport = words.transport.filter { !$0.value.isEmpty }.map { "\($0.name): \($0.value)" }
        boxes(&flow, [
            box("5. Producer (name and address), if known", producer),
            box("6. Transport, as far as known", transport),
        ], shares: [0.5, 0.5])
        boxes(&flow, [
            box("7. Exporting Party", [words.country(draft.exportingParty)]),
            box("8. Importing Party", [words.country(draft.importingParty)]),
            box("9. Invoices (number and date)", draft.shipment.invoices.map { "\($0.number), \($0.date)" }),
        ], shares: [0.25, 0.25, 0.5])
        flow.space(8)
    }

    private var producer: [String] {
        switch draft.producerBox {
        case .named(let producer): words.lines(producer)
        case .seeBox8: ["Named with each item of box 10"]
        case .confidential, .notAvailable: [draft.producerBox.words ?? ""]
        }
    }

    // MARK: Goods

    /// Share of the width, and head of the column.
    private var columns: [(share: Double, head: String)] {
        let statesFOB = draft.items.contains { $0.fob != nil }
        let edition = draft.items.first.map { " (HS \($0.edition.rawValue), six digits)" } ?? ""
        return [
            (0.055, "Item"), (statesFOB ? 0.315 : 0.435, "Description of goods; packages, marks and numbers"),
            (0.115, "HS code\(edition)"), (0.115, "Origin conferring criterion"), (0.12, "RCEP country of origin"),
            (0.16, "Quantity"),
        ] + (statesFOB ? [(0.12, "FOB value (where RVC)")] : [])
    }

    private func goods(_ flow: inout PageFlow) {
        flow.need(90)
        flow.paragraph(Paragraph("10. Goods covered by this declaration", style.strong))
        flow.space(3)
        let width = flow.body.width
        var table = PageTable(
            columns: columns.map { PageTable.Column(width: width * $0.share) },
            head: PageTable.Row(columns.map { [Paragraph($0.head, style.columnHead)] }, fill: PrintStyle.shade),
            rows: draft.items.map(row))
        table.rule = nil
        table.grid = .gray(0.3)
        flow.table(table)
        flow.space(2)
        flow.paragraph(Paragraph("*** End of goods: \(draft.items.count) \(draft.items.count == 1 ? "item" : "items") ***", style.note, alignment: .center))
        flow.space(8)
    }

    private func row(_ item: ProofItem) -> PageTable.Row {
        var description = [Paragraph(item.description, style.text)]
        if let packages = item.packages, !packages.isEmpty { description.append(Paragraph("Packages: \(packages)", style.small, spaceBefore: 1)) }
        if let marks = item.marks, !marks.isEmpty { description.append(Paragraph("Marks: \(marks)", style.small, spaceBefore: 1)) }
        if let producer = words.producer(item) { description.append(Paragraph(producer, style.small, spaceBefore: 1)) }
        let quantity = [words.quantity(item), words.grossWeight(item)].compactMap { $0 }.map { Paragraph($0, style.text) }
        let cells = [
            [Paragraph("\(item.number)", style.text)], description, [Paragraph(item.hsCode.printed, style.text)],
            [Paragraph(item.criterionCode, style.text)], [Paragraph(words.countryOfOrigin(item), style.text)], quantity,
        ]
        let fob = Paragraph(words.fob(item) ?? "", style.text, alignment: .right)
        return PageTable.Row(columns.count > cells.count ? cells + [[fob]] : cells)
    }

    // MARK: End

    private func closing(_ flow: inout PageFlow) {
        if let original = draft.shipment.originalProof { boxes(&flow, [backToBack(original)], shares: [1]) }
        if !draft.remarks.isEmpty { boxes(&flow, [box("Remarks", draft.remarks)], shares: [1]) }
        flow.space(6)
        // The statement and the signature under it stay on one page.
        flow.need(190)
        boxes(&flow, [[
            Paragraph("Certification", style.strong),
            Paragraph(
                "The undersigned, authorised to sign for the exporter named above, certifies that the goods described in "
                    + "this declaration qualify as originating goods under Chapter 3 (Rules of Origin) of the "
                    + "\(ProofWords.agreement), and that their RCEP country of origin is as stated.",
                style.text, spaceBefore: 2),
        ]], shares: [1])
        let china = CountryCode("CN")
        let signatory = draft.signatory
        let name = signatory.map { person in [person.name] + (person.position.map { [$0] } ?? []) } ?? []
        var signature = [
            box("Name and position of the certifying person", name),
            box("Signature (left empty in a draft)", []), box("Date of completion (left empty in a draft)", []),
        ]
        var shares = [0.34, 0.36, 0.3]
        if draft.exportingParty == china {
            signature.append(box("Seal of the exporter (left empty in a draft)", []))
            shares = [0.25, 0.27, 0.2, 0.28]
        }
        boxes(&flow, signature, shares: shares, height: 78)
        flow.space(6)
        flow.paragraph(Paragraph(validity, style.note))
    }

    private func backToBack(_ original: OriginalProof) -> [Paragraph] {
        var lines = [
            "Original proof: \(original.kind == .certificateOfOrigin ? "Certificate of Origin" : "Declaration of Origin")"
                + " No. \(original.number), issued on \(original.issued)",
            "First exporting Party: \(words.country(original.exportingParty))",
        ]
        let origins = original.items.map { words.country($0.countryOfOrigin) }
            .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        lines.append("RCEP country of origin of the first exporting Party: \(origins.joined(separator: ", "))")
        if let code = original.authorisationCode { lines.append("Approved exporter's authorisation code: \(code)") }
        return box("Back-to-back Declaration of Origin (Article 3.19)", lines)
    }

    private var validity: String {
        "Drafted on \(draft.drafted). If completed on that day, it is valid until \(draft.validUntil) (Article 3.16), and "
            + "the exporter keeps its records until \(draft.keepUntil) at least (Article 3.27)."
    }
}
