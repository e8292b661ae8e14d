import Bilingual

/// Why a text is not JSON that we read, and at which byte.
struct JSONFault: Error {
    /// nil when the whole file is meant.
    let offset: Int?
    let code: String
    let message: BilingualText
    let found: String?
    let expected: BilingualText?

    init(
        at offset: Int?, _ code: String, _ message: BilingualText, found: String? = nil, expected: BilingualText? = nil
    ) {
        self.offset = offset
        self.code = code
        self.message = message
        self.found = found
        self.expected = expected
    }

    /// The fault as it is reported to a user.
    func problem(in bytes: [UInt8], file: String, firstLine: Int) -> InputProblem {
        var place = InputProblem.Place.wholeFile
        if let offset {
            var finder = PositionFinder(bytes, start: TextEncoding.start(of: bytes), firstLine: firstLine)
            let position = finder.position(ofByte: offset)
            place = .line(position.line, column: position.column)
        }
        return InputProblem(
            file: file, place: place, code: code, message: message, found: found, expected: expected)
    }
}

/// A short piece of a text, fit to stand in a message: one line, cut where it is long.
package func excerpt(of bytes: some Collection<UInt8>, most: Int = 60) -> String {
    // Four bytes is the most a character takes; reading further could not change what is shown.
    let head = String(decoding: bytes.prefix(4 * most + 4), as: UTF8.self)
    var shown = String.UnicodeScalarView()
    var lastWasSpace = false
    for scalar in head.unicodeScalars {
        guard shown.count < most else {
            shown.append("…")
            break
        }
        let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        if !(isSpace && lastWasSpace) { shown.append(isSpace ? " " : scalar) }
        lastWasSpace = isSpace
    }
    return String(shown)
}
