/// A text cut into runs of Latin letters, digits and signs, and of everything else.
///
/// The two are set in two faces of one family. Cairo 1.16 leaves the subroutines of a CFF font that no glyph needs out of
/// a PDF; but it loses count of hints where Latin glyphs that share subroutines come after Chinese ones, and then embeds
/// the subroutines of all 65,535 glyphs. Apart, both stay small.
struct LetterRuns {
    struct Run {
        let isLatin: Bool
        /// In UTF-8.
        var length: Int
    }

    private(set) var runs: [Run] = []

    init(_ text: String) {
        for scalar in text.unicodeScalars {
            let (isLatin, length) = (Self.isLatin(scalar), Unicode.UTF8.width(scalar))
            if let last = runs.indices.last, runs[last].isLatin == isLatin {
                runs[last].length += length
            } else {
                runs.append(Run(isLatin: isLatin, length: length))
            }
        }
    }

    /// What looks the same in the faces of a Chinese, Japanese or Korean font: no dashes, quotation marks or signs such as
    /// \u{D7}, which are wider in some.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x1E00...0x1EFF: true
        // Marks stay with the letter they stand on.
        case 0x300...0x36F: true
        default: false
        }
    }
}
