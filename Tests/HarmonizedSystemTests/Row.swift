import Testing

/// One row of a table of tests: what is given and what must come of it.
struct Row<Given: Sendable, Expected: Sendable>: Sendable, CustomTestStringConvertible {
    let name: String
    let given: Given
    let expected: Expected

    init(_ name: String, _ given: Given, _ expected: Expected) {
        self.name = name
        self.given = given
        self.expected = expected
    }

    var testDescription: String { name }
}
