import Bilingual
import DossierFiles
import Testing

/// Problems that are found later, by the determination, get their place in the file here.
struct LocatedProblemTests {
    private static func problem(at place: InputProblem.Place) -> InputProblem {
        InputProblem(
            place: place, code: "hs.unknownCode", message: BilingualText(en: "no such code", zh: "没有该编码"),
            found: "8714.10", expected: BilingualText(en: "8714.10", zh: "8714.10"))
    }

    @Test(arguments: [
        ("/materials/1/country", "\"country\": ¤\"IT\""), ("/good/hsCode", "\"hsCode\": ¤\"8711.20.10\""),
        ("/materials/0/selfProduced/materials/0/hsCode", "\"hsCode\": ¤\"760110\""),
        ("/materials/2/country", "¤{ \"id\": \"30\""), ("/exchangeRates/1", "\"exchangeRates\": ¤["),
        ("/route/1/customsControl", "¤{ \"country\": \"MY\""),
        ("/exchangeRates/0/source", "\"source\": ¤\"央行 bank\""),
        ("/route/0/operations/0/kind", "\"kind\": ¤\"reloading\""),
    ])
    func fillsInFileLineAndColumn(pointer: String, spot: String) throws {
        let marked = try MarkedText(
            SampleDossier.text(replacing: spot.pieces(around: "¤").joined(), with: spot))
        let file = try SampleDossier.read(marked.text, file: "a.json")
        let found = file.located(Self.problem(at: .pointer(pointer, line: nil, column: nil)))
        #expect(found.file == "a.json")
        #expect(found.place == .pointer(pointer, line: marked.line, column: marked.column))
        #expect(found.code == "hs.unknownCode")
        #expect(found.found == "8714.10")
        #expect(found.expected == Self.problem(at: .wholeFile).expected)
    }

    @Test func keepsAPlaceThatIsNoPointer() throws {
        let file = try SampleDossier.read(SampleDossier.text, file: "-")
        let found = file.located(Self.problem(at: .wholeFile))
        #expect(found.file == "-")
        #expect(found.place == .wholeFile)
    }

    @Test func countsLinesOfAFileOfManyDossiers() throws {
        let bytes = SampleDossier.text.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        let file = try DossierFile.read(bytes, file: "many.jsonl", firstLine: 40)
        let found = file.located(Self.problem(at: .pointer("/format", line: nil, column: nil)))
        guard case .pointer(_, line: let line, column: let column) = found.place else {
            Issue.record("the place is no pointer")
            return
        }
        #expect(line == 40)
        #expect(column == 51)
    }
}
