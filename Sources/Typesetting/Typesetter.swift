import CPangoCairo

/// Breaks paragraphs into lines with the fonts of this machine. One typesetter serves one document.
public final class Typesetter {
    /// Tried in this order; the first has Simplified Chinese, Latin and the signs of our reports in one hand.
    private static let families = "Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Zen Hei, sans-serif"
    /// For Latin letters: another face of the same file, with the same outlines (see `LetterRuns`).
    private static let latinFamilies = "Noto Sans CJK JP, Source Han Sans, \(families)"
    private static let monospacedFamilies = "Noto Sans Mono CJK SC, Source Han Mono SC, monospace"

    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var missing: Set<Unicode.Scalar> = []

    /// - Throws: `noLibrary`, `noFonts`.
    public init() throws(TypesettingError) {
        guard rcep_pango_library() != nil else { throw .noLibrary }
        guard let fontMap = pango_cairo_font_map_new() else { throw .noFonts }
        guard Self.hasFonts(fontMap), let context = pango_font_map_create_context(fontMap) else {
            g_object_unref(fontMap)
            throw .noFonts
        }
        self.fontMap = fontMap
        self.context = context
        // One unit of the page is one point, and nothing is moved to fit the pixels of a screen.
        pango_cairo_font_map_set_resolution(OpaquePointer(fontMap), 72)
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        // Han characters are drawn as in mainland China, in reports of either language.
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(fontMap)
    }

    private static func hasFonts(_ fontMap: UnsafeMutablePointer<PangoFontMap>) -> Bool {
        var families: UnsafeMutablePointer<OpaquePointer?>?
        var count: Int32 = 0
        withUnsafeMutablePointer(to: &families) { pointer in
            pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?.self, capacity: 1) {
                pango_font_map_list_families(fontMap, $0, &count)
            }
        }
        g_free(families)
        // Pango itself invents the generic families, whether or not a font stands behind them.
        let font = pango_font_description_from_string("sans 10")
        defer { pango_font_description_free(font) }
        guard count > 0, let context = pango_font_map_create_context(fontMap) else { return false }
        defer { g_object_unref(UnsafeMutableRawPointer(context)) }
        guard let loaded = pango_font_map_load_font(fontMap, context, font) else { return false }
        g_object_unref(loaded)
        return true
    }

    /// Breaks a paragraph into lines that are at most `width` points wide; words that are wider are broken.
    public func shape(_ paragraph: Paragraph, width: Double) -> ShapedText {
        let layout = self.layout(paragraph.spans)
        pango_layout_set_width(layout, Int32((max(width - paragraph.indent, 1) * Double(PANGO_SCALE)).rounded(.down)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_alignment(layout, paragraph.alignment.pango)
        return ShapedText(taking: layout)
    }

    /// A text in one line, as wide as it is.
    public func shape(_ text: String, _ style: TextStyle) -> ShapedText {
        ShapedText(taking: layout([TextSpan(text, style)]))
    }

    private func layout(_ spans: [TextSpan]) -> OpaquePointer {
        // GLib ends the program rather than return nothing.
        let layout: OpaquePointer = pango_layout_new(context)!
        let attributes = pango_attr_list_new()
        defer { pango_attr_list_unref(attributes) }
        var text = ""
        for span in spans {
            let start = text.utf8.count
            text += span.text.typesettable
            for attribute in span.style.attributes {
                attribute?.pointee.start_index = guint(start)
                attribute?.pointee.end_index = guint(text.utf8.count)
                pango_attr_list_insert(attributes, attribute)
            }
            setFamilies(attributes, of: span, from: start)
        }
        // A broken number or digest must not get a hyphen that is not its own.
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        // The line of an empty text is as high as its style would make it.
        if let style = spans.first?.style {
            let font = pango_font_description_from_string(style.isMonospaced ? Self.monospacedFamilies : Self.families)
            pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
            pango_layout_set_font_description(layout, font)
            pango_font_description_free(font)
        }
        pango_layout_set_line_spacing(layout, 0.9)
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        if pango_layout_get_unknown_glyphs_count(layout) > 0 { noteMissing(in: text, layout) }
        return layout
    }

    private func setFamilies(_ attributes: OpaquePointer?, of span: TextSpan, from start: Int) {
        var start = start
        for run in LetterRuns(span.text.typesettable).runs {
            let families = span.style.isMonospaced ? Self.monospacedFamilies : run.isLatin ? Self.latinFamilies : Self.families
            // Whoever copies "official" or a dash of two characters gets these, not the sign that is drawn for them.
            let features = run.isLatin ? "liga=0" : "liga=0,ccmp=0"
            for attribute in [pango_attr_family_new(families), pango_attr_font_features_new(features)] {
                attribute?.pointee.start_index = guint(start)
                attribute?.pointee.end_index = guint(start + run.length)
                pango_attr_list_insert(attributes, attribute)
            }
            start += run.length
        }
    }

    /// Finds which characters no font has.
    private func noteMissing(in text: String, _ layout: OpaquePointer) {
        guard let probe = pango_layout_copy(layout) else { return }
        defer { g_object_unref(UnsafeMutableRawPointer(probe)) }
        for scalar in Set(text.unicodeScalars).subtracting(missing) {
            let character = String(scalar)
            pango_layout_set_text(probe, character, Int32(character.utf8.count))
            if pango_layout_get_unknown_glyphs_count(probe) > 0 { missing.insert(scalar) }
        }
    }

    /// - Throws: `missingCharacters`, if anything that was shaped has some.
    func complainOfMissingCharacters() throws(TypesettingError) {
        guard !missing.isEmpty else { return }
        var characters = ""
        for scalar in missing.sorted().prefix(20) { characters.unicodeScalars.append(scalar) }
        throw .missingCharacters(characters)
    }
}

extension TextStyle {
    /// All but the family.
    fileprivate var attributes: [UnsafeMutablePointer<PangoAttribute>?] {
        [
            pango_attr_size_new_absolute(Int32((size * Double(PANGO_SCALE)).rounded())),
            pango_attr_weight_new(isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
            pango_attr_foreground_new(Self.part(ink.red), Self.part(ink.green), Self.part(ink.blue)),
        ]
    }

    private static func part(_ value: Double) -> guint16 { guint16((min(max(value, 0), 1) * 65535).rounded()) }
}

extension Paragraph.Alignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left: PANGO_ALIGN_LEFT
        case .center: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }
}
