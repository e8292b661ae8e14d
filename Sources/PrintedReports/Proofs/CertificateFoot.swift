import ProofsOfOrigin
import Typesetting

/// Boxes 14 to 17 of Form RCEP. Places of signatures and seals stay empty.
struct CertificateFoot {
    private let layout: CertificateLayout
    private let remarks: TextBlock
    private let declaration: TextBlock
    private let certification: TextBlock
    private let ticks: [(tick: ProofDraft.Tick, words: ShapedText)]

    init(_ layout: CertificateLayout) {
        self.layout = layout
        let half = layout.sheet.width / 2
        remarks = layout.block(layout.box("14. Remarks", layout.draft.remarks), width: layout.sheet.width)
        declaration = layout.block(Self.declaration(layout), width: half)
        certification = layout.block(Self.certification(layout), width: half)
        ticks = ProofDraft.Tick.allCases.map { ($0, layout.typesetter.shape($0.words, layout.style.text)) }
    }

    private static let signatureHeight = 62.0
    private static let tickHeight = 22.0

    private var remarksHeight: Double { max(remarks.height, 40) }
    private var signaturesHeight: Double { max(declaration.height, certification.height) + Self.signatureHeight }

    var height: Double { remarksHeight + signaturesHeight + Self.tickHeight }

    private static func declaration(_ layout: CertificateLayout) -> [Paragraph] {
        let style = layout.style
        return [
            Paragraph("15. Declaration by the exporter or producer", style.caption),
            Paragraph(
                "The undersigned declares that the details and statements above are correct, and that the goods covered "
                    + "by this certificate meet the requirements of origin of the Agreement. They are exported to:",
                style.text, spaceBefore: 2),
            Paragraph(layout.words.country(layout.draft.importingParty), style.strong, alignment: .center, spaceBefore: 3),
            Paragraph("(importing country)", style.caption, alignment: .center),
        ]
    }

    private static func certification(_ layout: CertificateLayout) -> [Paragraph] {
        let style = layout.style
        return [
            Paragraph("16. Certification", style.caption),
            Paragraph(
                "On the basis of the control carried out, it is certified that the information herein is correct and "
                    + "that the goods described meet the requirements of origin of the Agreement.",
                style.text, spaceBefore: 2),
        ]
    }

    func draw(on page: inout Page, y top: Double) {
        let sheet = layout.sheet
        let half = sheet.width / 2
        page.frame(PageArea(x: sheet.x, y: top, width: sheet.width, height: remarksHeight))
        remarks.draw(on: &page, x: sheet.x, y: top)
        let signatures = top + remarksHeight
        let captions = [
            "Place and date, name and signature of authorised signatory", "Place and date, signature and seal or stamp of issuing body",
        ]
        for (index, block) in [declaration, certification].enumerated() {
            let x = sheet.x + Double(index) * half
            page.frame(PageArea(x: x, y: signatures, width: half, height: signaturesHeight))
            block.draw(on: &page, x: x, y: signatures)
            let caption = layout.block([Paragraph(captions[index], layout.style.caption, alignment: .center)], width: half)
            let y = signatures + signaturesHeight - caption.height
            page.horizontal(y: y + 1, from: x + 16, to: x + half - 16, width: 0.4, ink: .gray(0.5))
            caption.draw(on: &page, x: x, y: y)
        }
        drawTicks(on: &page, y: signatures + signaturesHeight)
    }

    private func drawTicks(on page: inout Page, y: Double) {
        let sheet = layout.sheet
        page.frame(PageArea(x: sheet.x, y: y, width: sheet.width, height: Self.tickHeight))
        layout.block([Paragraph("17.", layout.style.caption)], width: 30).draw(on: &page, x: sheet.x, y: y)
        let size = layout.style.size
        let width = (sheet.width - 24) / Double(ticks.count)
        for (index, tick) in ticks.enumerated() {
            let x = sheet.x + 24 + Double(index) * width
            let middle = y + Self.tickHeight / 2
            page.tickBox(x: x, y: middle - size / 2, size: size, isTicked: layout.draft.ticks.contains(tick.tick))
            page.text(tick.words, x: x + size + 5, y: middle - tick.words.height / 2)
        }
    }
}

extension ProofDraft.Tick {
    fileprivate var words: String {
        switch self {
        case .backToBack: "Back-to-back Certificate of Origin"
        case .thirdPartyInvoicing: "Third-party invoicing"
        case .issuedRetroactively: "ISSUED RETROACTIVELY"
        }
    }
}
