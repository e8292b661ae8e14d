import DossierFiles
import Testing

/// What the guides print can be read, and both guides speak of the same things.
struct DocumentationTests {
    private static func text(_ path: String) throws -> String {
        String(decoding: try Files.bytes(path), as: UTF8.self)
    }

    @Test(arguments: ["docs/dossier.md", "docs/dossier.zh.md"])
    func theExampleCanBeRead(path: String) throws {
        let blocks = try Self.text(path).pieces(around: "```json\n").dropFirst()
        #expect(blocks.count == 1)
        for block in blocks {
            let dossier = try SampleDossier.read(block.pieces(around: "```")[0]).dossier
            #expect(dossier.materials.map(\.id) == ["10", "20"])
        }
    }

    /// Names in backquotes: fields, values and codes of messages.
    private static func names(_ path: String) throws -> Set<String> {
        let pieces = try text(path).pieces(around: "`")
        return Set(pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
            .filter { name in name.unicodeScalars.allSatisfy { $0.isASCII && !"{ ".unicodeScalars.contains($0) } }
    }

    @Test func bothLanguagesNameTheSame() throws {
        let english = try Self.names("docs/dossier.md")
        #expect(english == (try Self.names("docs/dossier.zh.md")))
        #expect(english.isSuperset(of: ["whollyObtained", "\"shippingPackaging\"", "dossier.hsCodeAsNumber"]))
    }
}
