import Bilingual
import DossierFiles

/// Where in a form each value of `rcep-proof/1` stands, and what a person reads there.
struct ProofFormPlaces: Sendable {
    struct Place: Sendable {
        let position: TextPosition
        let name: BilingualText
        /// What is filled in there.
        var value: String?
    }

    private var places: [String: Place] = [:]
    private let beginning = Place(
        position: TextPosition(line: 1, column: 1), name: BilingualText(en: "the form", zh: "表格"))

    /// The first place of a pointer is kept; objects around it without a place of their own get it too.
    mutating func note(_ pointer: String, line: Int, column: Int, _ name: BilingualText, value: String? = nil) {
        let place = Place(position: TextPosition(line: line, column: column), name: name, value: value)
        var pointer = Substring(pointer)
        while !pointer.isEmpty, places[String(pointer)] == nil {
            places[String(pointer)] = place
            pointer = pointer[..<(pointer.lastIndex(of: "/") ?? pointer.startIndex)]
        }
    }

    /// The place of a value, or, where it is absent, of the nearest one around it.
    func nearest(to pointer: String) -> Place {
        var pointer = Substring(pointer)
        while !pointer.isEmpty {
            if let place = places[String(pointer)] { return place }
            pointer = pointer[..<(pointer.lastIndex(of: "/") ?? pointer.startIndex)]
        }
        return beginning
    }
}
