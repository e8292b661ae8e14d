import Testing

@testable import Batch

/// Where a record with quotation marks ends.
struct QuotedRecordTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// Bytes of the record if it has two fields; nil where more are needed to tell.
        let length: Int?
        var endsThere = false
        var testDescription: String { "\(text.debugDescription)\(endsThere ? " and no more" : "")" }
    }

    @Test(arguments: [
        Case(text: "\"a\",b\nc", length: 5), Case(text: "\"a\",\"b\"\r\n", length: 8), Case(text: "a,\"b\nc\"\nd", length: 7),
        Case(text: "\"a\"\"\nb\",c\nd", length: 9),
        // A mark inside a field opens nothing.
        Case(text: "a,5\" x\nb,6\" y\n", length: 6), Case(text: "a,5\"\n\"b\",c\n", length: 4),
        // Something beside a field in quotation marks: the first line alone.
        Case(text: "\"a\"x,b\nc\n", length: 6), Case(text: "\"a\nb\"x,c\nd\n", length: 2),
        Case(text: "a,\"5 in\nb,\"c\"\n", length: 7),
        // Closed in a later row, with as many fields as no row has, or a whole row inside.
        Case(text: "a,\"5 in\nb,c,\"\n", length: 7), Case(text: "a,\"b\nc\",d\n", length: 4),
        Case(text: "\"a\nb\"\n", length: 2), Case(text: "a,\"x\nb,y\"\n", length: 4),
        Case(text: "\"a\",b", length: nil), Case(text: "\"a\",b", length: 5, endsThere: true),
        Case(text: "\"a\nb", length: nil), Case(text: "\"a\nb", length: nil, endsThere: true),
        Case(text: "\"a\nb\",\"c\"", length: 9, endsThere: true), Case(text: "\"a\"", length: nil),
    ])
    func ends(_ example: Case) {
        let length = Array(example.text.utf8).withUnsafeBufferPointer {
            QuotedRecord($0, endsThere: example.endsThere).length(of: 2)
        }
        #expect(length == example.length)
    }
}
