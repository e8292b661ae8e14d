import Foundation
import PDFInspection
import Testing
import Typesetting

private let text = TextStyle(size: 9)
private let description = PDFDocument.Description(
    title: "Title 标题", author: "重庆嘉陵", subject: "Subject", keywords: "language zh", language: "zh-CN", created: "2026-06-01")

/// A document that a flow was filled into.
private func document(
    watermark: String? = nil, _ fill: (inout PageFlow) -> Void
) throws(TypesettingError) -> [UInt8] {
    let typesetter = try Typesetter()
    var flow = PageFlow(typesetter: typesetter, watermark: watermark) { _ in PageArea.a4.inset(x: 40, y: 40) }
    fill(&flow)
    return try PDFDocument(flow.pages, description, typesetter: typesetter).bytes()
}

@Suite("PDF documents")
struct PDFDocumentTests {
    private static func sample() throws -> [UInt8] {
        try document(watermark: "DRAFT") { $0.paragraph(Paragraph("Exporter 重庆嘉陵摩托车配件有限公司 ≥ 40 % ✓", text)) }
    }

    @Test("is sound, with every font embedded and a table back to characters")
    func sound() throws {
        let pdf = InspectedPDF(try Self.sample())
        #expect(try pdf.isSound())
        let fonts = try pdf.fonts()
        #expect(!fonts.isEmpty && fonts.allSatisfy(\.isEmbedded))
    }

    @Test("gives its text back, without the watermark")
    func extraction() throws {
        let letters = try InspectedPDF(try Self.sample()).letters()
        #expect(letters == "Exporter重庆嘉陵摩托车配件有限公司≥40%✓")
    }

    @Test("copying gives the characters, not the signs that are drawn for several of them", arguments: [
        "official affidavit of flawless office stuffing", "Việt Nam Société Générale Ångström", "说明——为运输而包装：labelling——包装",
        "重KL重\"'", "A重B庆C",
    ])
    func copied(_ words: String) throws {
        let pdf = InspectedPDF(try document { $0.paragraph(Paragraph(words, text)) })
        #expect(try pdf.letters().precomposedStringWithCanonicalMapping == words.letters.precomposedStringWithCanonicalMapping)
    }

    /// Cairo 1.16 gave up leaving out what no glyph needs for each of these, and embedded 900 kB.
    @Test("a page in Chinese is small", arguments: ["重KL", "重\"'", "Exporter 重庆嘉陵摩托车配件有限公司 KLMN \"ABC\" 'x' 1234567890"])
    func size(_ words: String) throws {
        let bytes = try document {
            $0.paragraph(Paragraph(words, text))
            $0.paragraph(Paragraph(words, TextStyle(size: 9, isBold: true)))
        }
        #expect(bytes.count < 250_000)
    }

    @Test("states the language of its text and has its title shown", arguments: [("zh-CN", "zh-CN"), ("en", "en"), ("e)n>>", "en")])
    func language(_ given: String, _ stated: String) throws {
        let typesetter = try Typesetter()
        var flow = PageFlow(typesetter: typesetter) { _ in PageArea.a4.inset(x: 40, y: 40) }
        flow.paragraph(Paragraph("重庆", text))
        var described = description
        described.language = given
        let pdf = InspectedPDF(try PDFDocument(flow.pages, described, typesetter: typesetter).bytes())
        #expect(try pdf.isSound() && pdf.language() == stated)
        #expect(try pdf.info("Title") == "Title 标题" && pdf.letters() == "重庆")
        #expect(try pdf.catalog().contains("/DisplayDocTitle true"))
    }

    @Test("is the same to the last byte every time")
    func deterministic() throws {
        #expect(try Self.sample() == Self.sample())
    }

    @Test(arguments: [
        ("Title", "Title 标题"), ("Author", "重庆嘉陵"), ("Subject", "Subject"), ("Keywords", "language zh"),
        ("CreationDate", "2026-06-01T00:00:00Z"), ("Pages", "1"),
    ])
    func metadata(_ key: String, _ value: String) throws {
        #expect(try InspectedPDF(try Self.sample()).info(key) == value)
    }

    @Test("is A4")
    func size() throws {
        #expect(try InspectedPDF(try Self.sample()).info("Page size")?.hasSuffix("(A4)") == true)
    }

    @Test("refuses characters that no font has, and names them")
    func missingCharacters() throws {
        // No character at all, so no font will ever have it.
        let error = #expect(throws: TypesettingError.self) {
            try document { $0.paragraph(Paragraph("known \u{10FFFD} known", text)) }
        }
        #expect(error == .missingCharacters("\u{10FFFD}"))
    }

    @Test("control characters and those that turn the reading order are blanks", arguments: ["\u{1B}", "\u{202E}", "\u{0}"])
    func controls(_ character: String) throws {
        let pdf = InspectedPDF(try document { $0.paragraph(Paragraph("one\(character)two", text)) })
        #expect(try pdf.text().hasPrefix("one two"))
    }
}

@Suite("Text and tables over pages")
struct PageFlowTests {
    private static let head = PageTable.Row([[Paragraph("HeadOfNumber", text)], [Paragraph("HeadOfText", text)]])

    private static func table(_ rows: [String]) throws -> InspectedPDF {
        InspectedPDF(try document { flow in
            flow.table(PageTable(
                columns: [.init(width: 90), .init(width: 300)], head: head,
                rows: rows.enumerated().map { PageTable.Row([[Paragraph("\($0)", text)], [Paragraph($1, text)]]) }))
        })
    }

    @Test("every page repeats the heads of the columns")
    func heads() throws {
        let pdf = try Self.table((0..<120).map { "row\($0)" })
        let count = try pdf.pageCount()
        #expect(count > 2)
        for page in 1...count {
            #expect(try pdf.text(page: page).components("HeadOfText") == 1)
        }
        let letters = try pdf.letters()
        #expect((0..<120).allSatisfy { letters.contains("row\($0)") })
    }

    @Test("a row higher than a page goes on over pages, and no word is lost")
    func highRow() throws {
        let words = (0..<4000).map { "w\($0)" }
        let pdf = try Self.table([words.joined(separator: " "), "last"])
        #expect(try pdf.pageCount() > 2)
        let letters = try pdf.letters().replacing("HeadOfNumberHeadOfText", with: "").replacing("HeadOfText", with: "")
        #expect(words.allSatisfy { letters.contains($0) } && letters.contains("last"))
        #expect(try pdf.wordsOutside(margin: 39).isEmpty)
    }

    @Test("a word wider than its column is broken, without a hyphen")
    func longWord() throws {
        let word = String(repeating: "Abcdefghij", count: 40)
        let pdf = try Self.table([word])
        #expect(try pdf.letters().contains(word))
        #expect(try pdf.wordsOutside(margin: 39).isEmpty)
    }

    @Test("a long paragraph goes on over pages")
    func paragraph() throws {
        let words = (0..<3000).map { "w\($0)" }
        let pdf = InspectedPDF(try document { $0.paragraph(Paragraph(words.joined(separator: " "), text)) })
        #expect(try pdf.letters() == words.joined())
        #expect(try pdf.pageCount() > 1)
        #expect(try pdf.wordsOutside(margin: 39).isEmpty)
    }

    @Test("an empty table shows its heads")
    func emptyTable() throws {
        #expect(try Self.table([]).letters() == "HeadOfNumberHeadOfText")
    }
}

extension String {
    /// How often a word stands in it.
    fileprivate func components(_ word: String) -> Int { split(separator: word, omittingEmptySubsequences: false).count - 1 }
}
