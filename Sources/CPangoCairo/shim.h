#pragma once
// Pango and Cairo come with some forty libraries, and most runs print nothing: they are loaded when the first page is
// laid out, not when the program starts. Only types and constants are taken from their headers; each function is found
// by name, with the type its header declares.
#include <cairo-pdf.h>
#include <cairo.h>
#include <dlfcn.h>
#include <pango/pangocairo.h>
#include <stddef.h>

/// The library and, through it, those it depends on; NULL where it is not installed.
static inline void *rcep_pango_library(void) {
    return dlopen("libpangocairo-1.0.so.0", RTLD_LAZY | RTLD_GLOBAL);
}

static inline void *rcep_pango_symbol(const char *name) {
    void *library = rcep_pango_library();
    return library ? dlsym(library, name) : NULL;
}

#define RCEP_LATE(name)                                                          \
    static inline __typeof__(&name) late_##name(void) {                          \
        return (__typeof__(&name))rcep_pango_symbol(#name);                      \
    }

RCEP_LATE(cairo_create)
RCEP_LATE(cairo_destroy)
RCEP_LATE(cairo_fill)
RCEP_LATE(cairo_font_options_create)
RCEP_LATE(cairo_font_options_destroy)
RCEP_LATE(cairo_font_options_set_hint_metrics)
RCEP_LATE(cairo_font_options_set_hint_style)
RCEP_LATE(cairo_line_to)
RCEP_LATE(cairo_move_to)
RCEP_LATE(cairo_pdf_surface_create_for_stream)
RCEP_LATE(cairo_pdf_surface_restrict_to_version)
RCEP_LATE(cairo_pdf_surface_set_metadata)
RCEP_LATE(cairo_rectangle)
RCEP_LATE(cairo_restore)
RCEP_LATE(cairo_rotate)
RCEP_LATE(cairo_save)
RCEP_LATE(cairo_set_dash)
RCEP_LATE(cairo_set_line_width)
RCEP_LATE(cairo_set_source_rgb)
RCEP_LATE(cairo_show_page)
RCEP_LATE(cairo_status)
RCEP_LATE(cairo_status_to_string)
RCEP_LATE(cairo_stroke)
RCEP_LATE(cairo_surface_destroy)
RCEP_LATE(cairo_surface_finish)
RCEP_LATE(cairo_surface_status)
RCEP_LATE(cairo_translate)
RCEP_LATE(g_free)
RCEP_LATE(g_object_unref)
RCEP_LATE(pango_attr_family_new)
RCEP_LATE(pango_attr_font_features_new)
RCEP_LATE(pango_attr_foreground_new)
RCEP_LATE(pango_attr_insert_hyphens_new)
RCEP_LATE(pango_attr_list_insert)
RCEP_LATE(pango_attr_list_new)
RCEP_LATE(pango_attr_list_unref)
RCEP_LATE(pango_attr_size_new_absolute)
RCEP_LATE(pango_attr_weight_new)
RCEP_LATE(pango_cairo_context_set_font_options)
RCEP_LATE(pango_cairo_context_set_resolution)
RCEP_LATE(pango_cairo_font_map_new)
RCEP_LATE(pango_cairo_font_map_set_resolution)
RCEP_LATE(pango_cairo_layout_line_path)
RCEP_LATE(pango_cairo_show_layout_line)
RCEP_LATE(pango_context_set_language)
RCEP_LATE(pango_context_set_round_glyph_positions)
RCEP_LATE(pango_font_description_free)
RCEP_LATE(pango_font_description_from_string)
RCEP_LATE(pango_font_description_set_absolute_size)
RCEP_LATE(pango_font_map_create_context)
RCEP_LATE(pango_font_map_list_families)
RCEP_LATE(pango_font_map_load_font)
RCEP_LATE(pango_language_from_string)
RCEP_LATE(pango_layout_copy)
RCEP_LATE(pango_layout_get_extents)
RCEP_LATE(pango_layout_get_iter)
RCEP_LATE(pango_layout_get_unknown_glyphs_count)
RCEP_LATE(pango_layout_iter_free)
RCEP_LATE(pango_layout_iter_get_baseline)
RCEP_LATE(pango_layout_iter_get_line_extents)
RCEP_LATE(pango_layout_iter_get_line_readonly)
RCEP_LATE(pango_layout_iter_get_line_yrange)
RCEP_LATE(pango_layout_iter_next_line)
RCEP_LATE(pango_layout_new)
RCEP_LATE(pango_layout_set_alignment)
RCEP_LATE(pango_layout_set_attributes)
RCEP_LATE(pango_layout_set_font_description)
RCEP_LATE(pango_layout_set_line_spacing)
RCEP_LATE(pango_layout_set_text)
RCEP_LATE(pango_layout_set_width)
RCEP_LATE(pango_layout_set_wrap)

#undef RCEP_LATE
