import CPangoCairo

/// A paragraph broken into lines of a given width, ready to be put on a page.
public final class ShapedText {
    struct Line {
        let pointer: UnsafeMutablePointer<PangoLayoutLine>
        /// From the left edge of the text.
        let x: Double
        let top: Double
        let bottom: Double
        let baseline: Double

        var height: Double { bottom - top }
    }

    private let layout: OpaquePointer
    let lines: [Line]

    /// In points.
    public var height: Double { lines.last?.bottom ?? 0 }
    /// Of its longest line, in points.
    public let width: Double

    /// Takes over the reference to the layout.
    init(taking layout: OpaquePointer) {
        self.layout = layout
        var extents = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extents)
        width = Self.points(extents.width)
        lines = Self.lines(of: layout)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
    }

    private static func lines(of layout: OpaquePointer) -> [Line] {
        guard let iterator = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(iterator) }
        var lines: [Line] = []
        repeat {
            // The lines live as long as the layout, which is not changed any more.
            guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
            var extents = PangoRectangle()
            var top: Int32 = 0
            var bottom: Int32 = 0
            pango_layout_iter_get_line_extents(iterator, nil, &extents)
            pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            lines.append(Line(
                pointer: line, x: points(extents.x), top: points(top), bottom: points(bottom),
                baseline: points(pango_layout_iter_get_baseline(iterator))))
        } while pango_layout_iter_next_line(iterator) != 0
        return lines
    }

    private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
}
