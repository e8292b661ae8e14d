import DossierFiles
import Testing

struct JSONPointerTests {
    private static let text = #"{"a": [10, {"b/c": 20, "d~e": [30]}], "": 40, "中": {"f": null}}"#

    @Test(arguments: [
        ("", "{\"a\""), ("/a", "[10,"), ("/a/0", "10"), ("/a/1/b~1c", "20"), ("/a/1/d~0e/0", "30"), ("/", "40"),
        ("/中/f", "null"),
    ])
    func leadsToAValueAndBack(pointer: String, beginning: String) throws {
        let json = try JSONText(Array(Self.text.utf8))
        let node = json.nearest(to: pointer)
        #expect(json.source(node).hasPrefix(beginning))
        #expect(json.pointer(to: node) == pointer)
    }

    @Test(arguments: [
        ("/x", ""), ("/a/2", "/a"), ("/a/01", "/a"), ("/a/-", "/a"), ("/a/0/b", "/a/0"), ("/a/1/x/y", "/a/1"),
        ("/中/g", "/中"), ("a", ""), ("/a/99999999999999999999", "/a"), ("/a/1/d~2e", "/a/1"),
    ])
    func fallsBackToTheNearestValueAround(pointer: String, nearest: String) throws {
        let json = try JSONText(Array(Self.text.utf8))
        #expect(json.pointer(to: json.nearest(to: pointer)) == nearest)
    }

    @Test func pointsFromANameToItsValue() throws {
        let json = try JSONText(Array(Self.text.utf8))
        let names = json.members(of: json.root).map(\.name)
        #expect(names.map { json.pointer(to: $0) } == ["/a", "/", "/中"])
    }
}
