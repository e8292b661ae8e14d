import OriginModel
import ProofsOfOrigin
import Typesetting

/// Form RCEP: a certificate of origin with its 17 boxes, and continuation sheets that repeat boxes 6 to 13 (Article 3.17).
struct CertificateLayout {
    static let sheet = PageArea.a4.inset(x: 30, y: 28)
    /// Types to be tried one after the other, until everything of the first page has room.
    private static let sizes = [8, 7.4, 6.8, 6.2, 5.6]
    /// The least that boxes 6 to 13 get on the first page, in points.
    private static let leastGoods = 130.0

    let words: ProofWords
    let typesetter: Typesetter
    let style: PrintStyle

    /// - Throws: `doesNotFit` where boxes that have to stand on the first page leave no room for goods.
    static func pages(_ words: ProofWords, _ typesetter: Typesetter) throws(TypesettingError) -> [Page] {
        for size in sizes {
            let layout = CertificateLayout(words: words, typesetter: typesetter, style: PrintStyle(size: size))
            if layout.goodsOnFirstPage.height >= leastGoods { return layout.pages() }
        }
        throw .doesNotFit("boxes 1 to 5 and 14 to 17")
    }

    var draft: ProofDraft { words.draft }
    var sheet: PageArea { Self.sheet }

    private var head: CertificateHead { CertificateHead(self) }
    private var foot: CertificateFoot { CertificateFoot(self) }
    private var goods: CertificateGoods { CertificateGoods(self) }
    /// Below the last box, for the number of the page.
    private var footerHeight: Double { 14 }

    private var goodsOnFirstPage: PageArea {
        let top = sheet.y + head.height
        let bottom = sheet.bottom - footerHeight - foot.height
        return PageArea(x: sheet.x, y: top, width: sheet.width, height: bottom - top)
    }

    private func pages() -> [Page] {
        let first = goodsOnFirstPage
        let continuation = PageArea(
            x: sheet.x, y: sheet.y + ContinuationHead.height, width: sheet.width,
            height: sheet.height - ContinuationHead.height - footerHeight)
        var pages = goods.pages { $0 == 0 ? first : continuation }
        head.draw(on: &pages[0])
        foot.draw(on: &pages[0], y: first.bottom)
        for index in pages.indices.dropFirst() { ContinuationHead(self).draw(on: &pages[index]) }
        pages.addFooters(ProofWords.notAProof, style: style.note, in: sheet, typesetter: typesetter) { "Page \($0) of \($1)" }
        return pages
    }

    // MARK: Boxes

    /// The caption of a box and its lines below.
    func box(_ caption: String, _ lines: [String]) -> [Paragraph] {
        [Paragraph(caption, style.caption)] + lines.map { Paragraph($0, style.text, spaceBefore: 1) }
    }

    func block(_ paragraphs: [Paragraph], width: Double) -> TextBlock {
        TextBlock(paragraphs, width: width, padding: 3.5, typesetter)
    }
}
