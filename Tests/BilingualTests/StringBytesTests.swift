import Testing

@testable import Bilingual

struct StringBytesTests {
    @Test(arguments: ["", "a", "fifteen letters", "sixteen letters!", "名称", String(repeating: "long ", count: 100)])
    func `the bytes of a string are read where they lie`(text: String) {
        #expect(text.withBytes { Array($0) } == Array(text.utf8))
    }
}
