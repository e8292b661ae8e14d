import Bilingual
import OriginModel

/// How numbers of proofs are formed: `{exporter}-{year}-{seq:6}`.
///
/// The count runs in a series of its own for each text around it, so that a number never comes twice, whatever
/// exporters share a scheme.
public struct NumberScheme: Sendable, Hashable, CustomStringConvertible {
    public static let standard = NumberScheme(parts: [
        .exporter, .text("-"), .year, .text("-"), .sequence(digits: 6),
    ])
    /// No number is longer, in characters.
    public static let mostCharacters = 64

    private enum Part: Sendable, Hashable {
        case text(String)
        case exporter, year
        case sequence(digits: Int)
    }

    private let parts: [Part]

    private init(parts: [Part]) {
        self.parts = parts
    }

    /// nil unless it holds `{seq:N}` (N from 1 to 12) once, and else only `{exporter}`, `{year}`, letters, digits and
    /// `-`, `.`, `_`, `/`.
    public init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let first = rest.first {
            if first == "{" {
                guard let end = rest.firstIndex(of: "}") else { return nil }
                guard let part = Self.placeholder(rest[rest.index(after: rest.startIndex)..<end]) else { return nil }
                parts.append(part)
                rest = rest[rest.index(after: end)...]
            } else {
                let literal = rest.prefix { $0 != "{" }
                guard literal.allSatisfy(Self.isPlain) else { return nil }
                parts.append(.text(String(literal)))
                rest = rest[literal.endIndex...]
            }
        }
        let counts = parts.filter { if case .sequence = $0 { true } else { false } }
        guard counts.count == 1, text.count <= Self.mostCharacters else { return nil }
        self.init(parts: parts)
    }

    private static func placeholder(_ name: Substring) -> Part? {
        switch name {
        case "exporter": return .exporter
        case "year": return .year
        case "seq": return .sequence(digits: 1)
        default:
            guard name.hasPrefix("seq:"), let digits = Int(name.dropFirst(4)), (1...12).contains(digits) else {
                return nil
            }
            return .sequence(digits: digits)
        }
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "-._/".contains(character))
    }

    public var description: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .exporter: "{exporter}"
            case .year: "{year}"
            case .sequence(let digits): "{seq:\(digits)}"
            }
        }.joined()
    }

    /// The series a number is counted in: the number with `{seq}` in the place of its count.
    func series(exporter: String, date: CalendarDate) -> String {
        filled(exporter, date) { _ in "{seq}" }
    }

    /// nil where it would be too long or the exporter's short name has characters no number may have.
    func number(_ count: Int, exporter: String, date: CalendarDate) -> String? {
        let number = filled(exporter, date) { digits in
            let plain = String(count)
            return String(repeating: "0", count: max(0, digits - plain.count)) + plain
        }
        return number.count <= Self.mostCharacters && number.allSatisfy(Self.isPlain) ? number : nil
    }

    private func filled(_ exporter: String, _ date: CalendarDate, _ count: (Int) -> String) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .exporter: exporter
            case .year: String(date.year)
            case .sequence(let digits): count(digits)
            }
        }.joined()
    }
}
