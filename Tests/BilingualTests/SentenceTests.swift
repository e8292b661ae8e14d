import Testing

@testable import Bilingual

struct SentenceTests {
    private static func text(_ sentence: Sentence) -> String { sentence.text }

    @Test func isWhatAStringWouldBe() {
        let (name, chinese, number) = ("wheel", "车轮", -42)
        #expect(Self.text("") == "")
        #expect(Self.text("Nothing in it: 无") == "Nothing in it: 无")
        #expect(Self.text("\(name)") == name)
        #expect(Self.text("Material \(name) (\(chinese)), \(number) of \(7).") == "Material wheel (车轮), -42 of 7.")
        #expect(Self.text("\("")\(Int.min) \(Int.max)") == "\(Int.min) \(Int.max)")
        #expect(Self.text("\(ASCIINumber(7, digits: 3))") == "007")
    }

    /// Pieces are put down where there is room for 256 bytes.
    @Test(arguments: [0, 1, 254, 255, 256, 257, 511, 512, 513, 1000], [1, 3, 255, 256, 257, 600])
    func `pieces of any length are whole`(first: Int, second: Int) {
        let (before, piece) = (String(repeating: "a", count: first), String(repeating: "é", count: second))
        #expect(Self.text("\(before)材\(piece)\(12)料\(piece)") == "\(before)材\(piece)12料\(piece)")
    }
}
