import Typesetting

/// The hand all our documents are set in.
struct PrintStyle {
    /// Of running text, in points; the other sizes follow it.
    let size: Double

    init(size: Double = 8.5) {
        self.size = size
    }

    static let soft = Ink.gray(0.36)
    static let hairline = Ink.gray(0.75)
    static let shade = Ink.gray(0.94)

    var text: TextStyle { TextStyle(size: size) }
    var strong: TextStyle { TextStyle(size: size, isBold: true) }
    var small: TextStyle { TextStyle(size: size * 0.85) }
    var caption: TextStyle { TextStyle(size: size * 0.8, ink: Self.soft) }
    var columnHead: TextStyle { TextStyle(size: size * 0.85, isBold: true) }
    var note: TextStyle { TextStyle(size: size * 0.9, ink: Self.soft) }
    var digest: TextStyle { TextStyle(size: size * 0.78, isMonospaced: true, ink: Self.soft) }
    var heading: TextStyle { TextStyle(size: size * 1.25, isBold: true) }
    var title: TextStyle { TextStyle(size: size * 2, isBold: true) }
}
