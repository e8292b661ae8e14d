import CPangoCairo

/// Writes pages as a PDF with embedded fonts. The same pages with the same description give the same bytes.
public struct PDFDocument {
    /// What a reader of PDF shows about the document.
    public struct Description: Sendable, Hashable {
        public var title: String
        public var author: String
        public var subject: String
        public var keywords: String
        /// Of the text, as a tag (`zh-CN`), for who has it read out.
        public var language: String
        /// `2026-06-01`; stands as the day of creation, at midnight of universal time.
        public var created: String

        public init(
            title: String, author: String, subject: String = "", keywords: String = "", language: String, created: String
        ) {
            self.title = title
            self.author = author
            self.subject = subject
            self.keywords = keywords
            self.language = language
            self.created = created
        }
    }

    public var pages: [Page]
    private let description: Description
    private let typesetter: Typesetter

    /// - Parameter typesetter: the one that all text of the pages was shaped with.
    public init(_ pages: [Page], _ description: Description, typesetter: Typesetter) {
        self.pages = pages
        self.description = description
        self.typesetter = typesetter
    }

    private final class Sink {
        var bytes: [UInt8] = []
    }

    /// - Throws: `missingCharacters`, `surface`.
    public func bytes() throws(TypesettingError) -> [UInt8] {
        try typesetter.complainOfMissingCharacters()
        let sink = Sink()
        let write: cairo_write_func_t = { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes
                .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
            return CAIRO_STATUS_SUCCESS
        }
        let status = withExtendedLifetime(sink) {
            let surface = cairo_pdf_surface_create_for_stream(
                write, Unmanaged.passUnretained(sink).toOpaque(), PageArea.a4.width, PageArea.a4.height)
            defer { cairo_surface_destroy(surface) }
            cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
            describe(surface)
            let painting = paint(on: surface)
            cairo_surface_finish(surface)
            return painting == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : painting
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .surface(cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status.rawValue)")
        }
        // Without a language the document is whole all the same.
        return DocumentCatalog(sink.bytes)?.bytes(language: description.language) ?? sink.bytes
    }

    private func describe(_ surface: OpaquePointer?) {
        let moment = description.created + "T00:00:00Z"
        for (key, value) in [
            (CAIRO_PDF_METADATA_TITLE, description.title), (CAIRO_PDF_METADATA_AUTHOR, description.author),
            (CAIRO_PDF_METADATA_SUBJECT, description.subject), (CAIRO_PDF_METADATA_KEYWORDS, description.keywords),
            (CAIRO_PDF_METADATA_CREATOR, "rcep"), (CAIRO_PDF_METADATA_CREATE_DATE, moment),
            (CAIRO_PDF_METADATA_MOD_DATE, moment),
        ] where !value.isEmpty {
            cairo_pdf_surface_set_metadata(surface, key, value.typesettable)
        }
    }

    /// - Returns: what went wrong, if anything did.
    private func paint(on surface: OpaquePointer?) -> cairo_status_t {
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        for page in pages {
            if let word = page.watermark { watermark(word, cairo) }
            for mark in page.marks { paint(mark, cairo) }
            cairo_show_page(cairo)
        }
        return cairo_status(cairo)
    }

    private func watermark(_ word: String, _ cairo: OpaquePointer?) {
        let text = typesetter.shape(word, TextStyle(size: 150, isBold: true))
        cairo_save(cairo)
        cairo_translate(cairo, PageArea.a4.width / 2, PageArea.a4.height / 2)
        cairo_rotate(cairo, -.pi / 4)
        set(.gray(0.935), cairo)
        for line in text.lines {
            cairo_move_to(cairo, -text.width / 2, line.baseline - text.height / 2)
            pango_cairo_layout_line_path(cairo, line.pointer)
        }
        cairo_fill(cairo)
        cairo_restore(cairo)
    }

    private func paint(_ mark: Page.Mark, _ cairo: OpaquePointer?) {
        switch mark {
        case .text(let text, let range, let x, let y):
            guard let first = range.first else { return }
            set(.black, cairo)
            for line in text.lines[range] {
                cairo_move_to(cairo, x + line.x, y + line.baseline - text.lines[first].top)
                pango_cairo_show_layout_line(cairo, line.pointer)
            }
        case .fill(let area, let ink):
            set(ink, cairo)
            cairo_rectangle(cairo, area.x, area.y, area.width, area.height)
            cairo_fill(cairo)
        case .frame(let area, let width, let ink):
            set(ink, cairo)
            cairo_set_line_width(cairo, width)
            cairo_rectangle(cairo, area.x, area.y, area.width, area.height)
            cairo_stroke(cairo)
        case .line(let x1, let y1, let x2, let y2, let width, let ink):
            set(ink, cairo)
            cairo_set_line_width(cairo, width)
            cairo_move_to(cairo, x1, y1)
            cairo_line_to(cairo, x2, y2)
            cairo_stroke(cairo)
        case .path(let points, let width, let dashes, let ink):
            set(ink, cairo)
            cairo_set_line_width(cairo, width)
            cairo_set_dash(cairo, dashes, Int32(dashes.count), 0)
            cairo_move_to(cairo, points[0].x, points[0].y)
            for point in points.dropFirst() { cairo_line_to(cairo, point.x, point.y) }
            cairo_stroke(cairo)
            cairo_set_dash(cairo, nil, 0, 0)
        }
    }

    private func set(_ ink: Ink, _ cairo: OpaquePointer?) {
        cairo_set_source_rgb(cairo, ink.red, ink.green, ink.blue)
    }
}
