@testable import Reporting
import Testing

@Suite("JSON as bytes")
struct JSONWriterTests {
    private static func written(_ text: String) -> String {
        var json = JSONWriter()
        json.value(text)
        return json.text
    }

    /// Strings are looked at sixteen bytes at a time, so that every place within sixteen matters.
    @Test(arguments: 0..<20)
    func `what needs an escape is found at every place`(place: Int) {
        let escapes = [
            ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{0}", "\\u0000"), ("\u{1F}", "\\u001f"),
        ]
        let (before, after) = (String(repeating: "x", count: place), String(repeating: "y", count: 19 - place))
        for (character, escape) in escapes {
            #expect(Self.written(before + character + after) == "\"\(before)\(escape)\(after)\"")
        }
    }

    /// Texts of every length, as they are copied in pieces of sixteen, eight, four and one.
    @Test(arguments: 0..<50)
    func `a text of any length is whole`(length: Int) {
        let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(0x61 + $0 % 26))) })
        #expect(Self.written(text) == "\"\(text)\"")
        for place in 0..<length {
            var characters = Array(text)
            characters[place] = "\""
            let expected = characters.map { $0 == "\"" ? "\\\"" : String($0) }.joined()
            #expect(Self.written(String(characters)) == "\"\(expected)\"", "\(place)")
        }
    }

    /// What is longer than the room it starts in moves, and is whole.
    @Test(arguments: 0..<90)
    func `a text that starts in the memory of somebody else is whole`(room: Int) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: room)
        defer { memory.deallocate() }
        var json = JSONWriter(startingIn: memory)
        json.object { json in
            json.member("name", "a text of some length, with \"quotes\"")
            json.member("code", word: "originating")
        }
        let expected = #"{"name":"a text of some length, with \"quotes\"","code":"originating"}"#
        var bytes: [UInt8] = []
        json.append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        #expect(json.count == expected.utf8.count)
        if !json.hasMoved { #expect(String(decoding: memory[..<json.count], as: UTF8.self) == expected) }
        // A name asks for a little more than it needs.
        #expect(json.hasMoved ? room < expected.utf8.count + 4 : room >= expected.utf8.count)
    }

    @Test func `a name of any length is whole`() {
        let names: [StaticString] = [
            "", "a", "ab", "abc", "abcd", "abcde", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmno",
            "abcdefghijklmnop", "abcdefghijklmnopq", "abcdefghijklmnopqrstuvwxyzabcdefghijkl",
        ]
        for layout in [JSONWriter.Layout.compact, .pretty] {
            for name in names {
                var json = JSONWriter(layout)
                json.object { json in json.member(name, 1) }
                #expect(json.text == (layout == .compact ? "{\"\(name)\":1}" : "{\n  \"\(name)\": 1\n}"))
            }
        }
    }

    @Test(arguments: [" !#[]~\u{7F}", "¡ÿĀ原产资格€😀", "\u{A0}\u{85}"])
    func `what needs none stays as it is`(text: String) {
        let long = String(repeating: text, count: 9)
        #expect(Self.written(long) == "\"\(long)\"")
    }

    @Test func `a text longer than the room at the start is whole`() {
        let long = String(repeating: "区域价值成分 ", count: 20_000)
        var json = JSONWriter(.pretty)
        json.array { json in
            json.value(long)
            json.value(long + "\t")
        }
        #expect(json.text == "[\n  \"\(long)\",\n  \"\(long)\\t\"\n]")
    }

    @Test func `bytes are appended to what is there`() {
        var json = JSONWriter()
        json.object { json in
            json.member("a", 1)
            json.name(of: "b\"")
            json.null()
        }
        var bytes = Array("> ".utf8)
        json.append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"> {"a":1,"b\"":null}"#)
    }
}
