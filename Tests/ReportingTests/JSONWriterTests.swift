import Reporting
import Testing

@Suite("JSON as bytes")
struct JSONWriterTests {
    private static func written(_ text: String) -> String {
        var json = JSONWriter()
        json.value(text)
        return json.text
    }

    /// Strings are looked at eight bytes at a time and the rest singly, so that every place within eight matters.
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

    /// Texts of every length, as they are copied in pieces of eight, four and one.
    @Test(arguments: 0..<40)
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
