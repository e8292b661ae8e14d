/// A colour of print, each part from 0 to 1.
public struct Ink: Sendable, Hashable {
    public let red: Double
    public let green: Double
    public let blue: Double

    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A shade between black (0) and white (1).
    public static func gray(_ shade: Double) -> Ink { Ink(red: shade, green: shade, blue: shade) }

    public static let black = gray(0)
}

/// How characters look.
public struct TextStyle: Sendable, Hashable {
    /// In points.
    public var size: Double
    public var isBold: Bool
    /// Every character equally wide, for digests and the like.
    public var isMonospaced: Bool
    public var ink: Ink

    public init(size: Double, isBold: Bool = false, isMonospaced: Bool = false, ink: Ink = .black) {
        self.size = size
        self.isBold = isBold
        self.isMonospaced = isMonospaced
        self.ink = ink
    }
}

/// Characters of one style.
public struct TextSpan: Sendable, Hashable {
    public let text: String
    public let style: TextStyle

    public init(_ text: String, _ style: TextStyle) {
        self.text = text
        self.style = style
    }
}

/// Text that is broken into lines.
public struct Paragraph: Sendable, Hashable {
    public enum Alignment: Sendable, Hashable {
        case left, center, right
    }

    public var spans: [TextSpan]
    public var alignment: Alignment
    /// Of every line from the left, in points.
    public var indent: Double
    /// Before the paragraph where another stands above it, in points.
    public var spaceBefore: Double

    public init(_ spans: [TextSpan], alignment: Alignment = .left, indent: Double = 0, spaceBefore: Double = 0) {
        self.spans = spans
        self.alignment = alignment
        self.indent = indent
        self.spaceBefore = spaceBefore
    }

    public init(
        _ text: String, _ style: TextStyle, alignment: Alignment = .left, indent: Double = 0, spaceBefore: Double = 0
    ) {
        self.init([TextSpan(text, style)], alignment: alignment, indent: indent, spaceBefore: spaceBefore)
    }
}
