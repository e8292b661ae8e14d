extension String {
    /// The text without what could steer a terminal or turn the reading order: control characters, line and paragraph
    /// separators and bidirectional controls. White space among them becomes a space, the rest a replacement character.
    var printable: String {
        guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if !scalar.isUnprintable {
                scalars.append(scalar)
            } else {
                scalars.append(scalar.properties.isWhitespace ? " " : "\u{FFFD}")
            }
        }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
