/// A table whose rows break over pages, each with the heads of the columns again.
public struct PageTable {
    public struct Column: Sendable, Hashable {
        /// In points.
        public var width: Double

        public init(width: Double) {
            self.width = width
        }
    }

    public struct Row: Sendable, Hashable {
        /// One list of paragraphs a column, below each other.
        public var cells: [[Paragraph]]
        public var fill: Ink?
        /// A thick line before the row that makes it stand out.
        public var bar: Ink?
        /// In points, however little stands in it.
        public var minimumHeight: Double

        public init(_ cells: [[Paragraph]], fill: Ink? = nil, bar: Ink? = nil, minimumHeight: Double = 0) {
            self.cells = cells
            self.fill = fill
            self.bar = bar
            self.minimumHeight = minimumHeight
        }
    }

    public var columns: [Column]
    /// nil for a table without heads.
    public var head: Row?
    public var rows: [Row]
    /// Between the text of a cell and its border, in points.
    public var padding: Double = 3
    /// Between rows; nil for none.
    public var rule: Ink? = .gray(0.8)
    /// Around every cell; nil for none.
    public var grid: Ink?

    public init(columns: [Column], head: Row? = nil, rows: [Row]) {
        self.columns = columns
        self.head = head
        self.rows = rows
    }
}

/// One cell with what of it has not been drawn yet.
private struct ShapedCell {
    var texts: [(text: ShapedText, paragraph: Paragraph)]
    /// The lines still to be drawn: index of the text, and lines of it.
    var next = 0
    var line = 0

    init(_ paragraphs: [Paragraph], width: Double, _ typesetter: Typesetter) {
        texts = paragraphs.map { (typesetter.shape($0, width: width), $0) }
    }

    var isDone: Bool { next >= texts.count }

    /// Draws as much as fits into a height.
    /// - Returns: the height drawn.
    mutating func draw(in height: Double, _ put: (Range<Int>, ShapedText, _ x: Double, _ y: Double) -> Void) -> Double {
        var y = 0.0
        while next < texts.count {
            let (text, paragraph) = texts[next]
            let gap = y > 0 ? paragraph.spaceBefore : 0
            let fitting = text.lines.fitting(line..<text.lines.count, in: height - y - gap)
            if fitting.isEmpty, line < text.lines.count { return y }
            if !fitting.isEmpty {
                put(fitting, text, paragraph.indent, y + gap)
                y += gap + text.lines[fitting.upperBound - 1].bottom - text.lines[fitting.lowerBound].top
            }
            line = fitting.upperBound
            guard line >= text.lines.count else { return y }
            next += 1
            line = 0
        }
        return y
    }

    /// Of everything still to be drawn.
    var height: Double {
        var copy = self
        return copy.draw(in: .greatestFiniteMagnitude) { _, _, _, _ in }
    }

    /// Of the first line still to be drawn.
    var firstHeight: Double { isDone ? 0 : texts[next].text.lines[line...].first?.height ?? 0 }
}

extension PageFlow {
    public mutating func table(_ table: PageTable) {
        let head = table.head.map { shaped($0, table) } ?? []
        let headHeight = head.isEmpty ? 0 : height(head, table)
        var isFirst = true
        for row in table.rows {
            var cells = shaped(row, table)
            let whole = max(height(cells, table), row.minimumHeight)
            if isFirst {
                need(headHeight + min(whole, body.height / 3))
                drawHead(head, table)
                isFirst = false
            } else if whole > remaining, whole <= body.height * 0.6 {
                breakPage()
                drawHead(head, table)
            }
            repeat {
                let least = (cells.map(\.firstHeight).max() ?? 0) + 2 * table.padding
                if remaining < least, y > body.y + headHeight + 0.01 {
                    breakPage()
                    drawHead(head, table)
                }
                drawPiece(&cells, row, table, available: max(remaining, least))
            } while cells.contains { !$0.isDone }
        }
        if table.rows.isEmpty {
            need(headHeight)
            drawHead(head, table)
        }
    }

    private func shaped(_ row: PageTable.Row, _ table: PageTable) -> [ShapedCell] {
        zip(table.columns, row.cells).map { column, paragraphs in
            ShapedCell(paragraphs, width: column.width - 2 * table.padding, typesetter)
        }
    }

    private func height(_ cells: [ShapedCell], _ table: PageTable) -> Double {
        (cells.map(\.height).max() ?? 0) + 2 * table.padding
    }

    private mutating func drawHead(_ cells: [ShapedCell], _ table: PageTable) {
        guard let head = table.head else { return }
        var cells = cells
        drawPiece(&cells, head, table, available: .greatestFiniteMagnitude)
    }

    /// Draws what fits of a row, with its rule below.
    private mutating func drawPiece(
        _ cells: inout [ShapedCell], _ row: PageTable.Row, _ table: PageTable, available: Double
    ) {
        let inner = available - 2 * table.padding
        var drawn: [(Range<Int>, ShapedText, x: Double, y: Double)] = []
        var left = body.x
        var height = 0.0
        for index in cells.indices {
            let x = left + table.padding
            let top = y + table.padding
            height = max(height, cells[index].draw(in: inner) { drawn.append(($0, $1, x + $2, top + $3)) })
            left += table.columns[index].width
        }
        height += 2 * table.padding
        if available >= row.minimumHeight { height = max(height, row.minimumHeight) }
        let area = PageArea(x: body.x, y: y, width: left - body.x, height: height)
        if let fill = row.fill { pages[pages.count - 1].fill(area, fill) }
        if let bar = row.bar {
            pages[pages.count - 1].fill(PageArea(x: area.x - 3, y: area.y, width: 2.4, height: area.height), bar)
        }
        for (lines, text, x, y) in drawn { pages[pages.count - 1].lines(lines, of: text, x: x, y: y) }
        if let grid = table.grid { drawGrid(area, table, grid) }
        y = area.bottom
        if let rule = table.rule {
            pages[pages.count - 1].horizontal(y: y, from: area.x, to: area.right, width: 0.5, ink: rule)
        }
    }

    private mutating func drawGrid(_ area: PageArea, _ table: PageTable, _ ink: Ink) {
        var x = area.x
        for column in table.columns {
            pages[pages.count - 1].frame(
                PageArea(x: x, y: area.y, width: column.width, height: area.height), ink: ink)
            x += column.width
        }
    }
}
