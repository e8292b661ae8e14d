import Typesetting

extension [Page] {
    /// Puts a line at the foot of every page: words to the left, `Page n of m` to the right, as `pageOf` writes it.
    mutating func addFooters(
        _ words: String, style: TextStyle, in area: PageArea, typesetter: Typesetter,
        pageOf: (_ number: Int, _ count: Int) -> String
    ) {
        for index in indices {
            let page = typesetter.shape(
                Paragraph(pageOf(index + 1, count), style, alignment: .right), width: area.width)
            self[index].text(page, x: area.x, y: area.bottom - page.height)
            let left = typesetter.shape(Paragraph(words, style), width: area.width - page.width - 12)
            self[index].text(left, x: area.x, y: area.bottom - left.height)
        }
    }

    /// Puts a line at the head of every page but the first.
    mutating func addRunningHeads(_ words: String, style: TextStyle, in area: PageArea, typesetter: Typesetter) {
        let head = typesetter.shape(Paragraph(words, style), width: area.width)
        for index in indices.dropFirst() {
            self[index].text(head, x: area.x, y: area.y)
            self[index].horizontal(y: area.y + head.height + 2, from: area.x, to: area.right, width: 0.5, ink: PrintStyle.hairline)
        }
    }
}
