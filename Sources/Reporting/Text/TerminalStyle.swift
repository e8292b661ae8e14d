/// How a piece of text stands out on a terminal; says nothing that the words do not.
enum TerminalStyle: String {
    case plain = ""
    case bold = "1"
    case faint = "2"
    case good = "1;32"
    case bad = "1;31"
    case open = "1;33"

    /// The text between ANSI escape sequences where colour is wanted.
    func applied(to text: String, color: Bool) -> String {
        guard color, self != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}
