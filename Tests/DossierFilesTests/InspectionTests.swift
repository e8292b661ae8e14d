import Bilingual
import DossierFiles
import Testing

/// What can be read of a faulty dossier, and where what remains stands in the file.
struct InspectionTests {
    private static func inspect(_ text: String) -> DossierFile.Reading {
        DossierFile.inspect(Array(text.utf8), file: "sample.json")
    }

    private static func place(of pointer: String, in source: DossierFile) -> InputProblem.Place {
        source.located(
            InputProblem(
                place: .pointer(pointer, line: nil, column: nil), code: "x", message: BilingualText(same: "x"))
        ).place
    }

    @Test func aFaultlessDossierIsWhole() throws {
        let reading = Self.inspect(SampleDossier.text)
        #expect(reading.problems.isEmpty)
        #expect(try #require(reading.source).dossier == SampleDossier.read(SampleDossier.text).dossier)
    }

    /// A piece is exchanged; which materials and rates are left.
    static let faults: [(piece: String, replacement: String, materials: [String], rates: Int)] = [
        ("\"210.00\"", "\"x\"", ["20", "30"], 1),
        ("\"95.50\"", "\"x\"", ["10", "30"], 1),
        ("\"accessory\",", "\"packaging\",", ["10", "20"], 1),
        ("\"chemicalReaction\": false,\n        \"materials\"", "\"material\"", ["20", "30"], 1),
        ("\"1.17\"", "\"x\"", ["10", "20", "30"], 0),
        ("\"date\": \"2026-11-01\"", "\"date\": \"1 May\"", ["10", "20", "30"], 1),
        ("\"FIFO\"", "\"LOFO\"", ["10", "20", "30"], 1),
    ]

    @Test(arguments: faults)
    func theRestIsRead(piece: String, replacement: String, materials: [String], rates: Int) throws {
        let reading = Self.inspect(try SampleDossier.text(replacing: piece, with: replacement))
        #expect(!reading.problems.isEmpty)
        let dossier = try #require(reading.source).dossier
        #expect(dossier.materials.map(\.id) == materials)
        #expect(dossier.exchangeRates.count == rates)
    }

    /// Without these nothing can be asked.
    @Test(arguments: [
        ("\"exportingParty\": \"CN\",", ""), ("\"fob\":", "\"fob\": 1, \"x\":"), ("\"format\"", "format"),
    ])
    func withoutWhatIsNeededThereIsOnlyTheShape(piece: String, replacement: String) throws {
        let reading = Self.inspect(try SampleDossier.text(replacing: piece, with: replacement))
        #expect(reading.source == nil)
        #expect(!reading.problems.isEmpty)
    }

    /// Where the first material is faulty, the first that was read is the second of the file.
    @Test func placesAreThoseOfTheFile() throws {
        let faulty = try SampleDossier.text(replacing: "\"210.00\"", with: "\"x\"")
        let marked = try MarkedText(faulty.pieces(around: "\"IT\"").joined(separator: "¤\"IT\""))
        let source = try #require(Self.inspect(marked.text).source)
        #expect(
            Self.place(of: "/materials/0/country", in: source)
                == .pointer("/materials/1/country", line: marked.line, column: marked.column))
        guard case .pointer(let last, _, _) = Self.place(of: "/materials/1/accessory/customary", in: source) else {
            Issue.record("the place is no pointer")
            return
        }
        #expect(last == "/materials/2/accessory/customary")
    }

    @Test func placesInsideAreThoseOfTheFileToo() throws {
        let faulty = try SampleDossier.text(replacing: "\"amount\": 40,", with: "\"amount\": -40,")
        let source = try #require(Self.inspect(faulty).source)
        #expect(source.dossier.materials[0].selfProduced?.materials.map(\.id) == ["2"])
        let place = Self.place(of: "/materials/0/selfProduced/materials/0/hsCode", in: source)
        guard case .pointer(let pointer, _, _) = place else {
            Issue.record("the place is no pointer")
            return
        }
        #expect(pointer == "/materials/0/selfProduced/materials/1/hsCode")
    }

    // MARK: The number of materials

    private static func dossier(materials count: Int, inside: Int = 0) throws -> String {
        func material(_ id: Int) -> String {
            "{\"id\":\"\(id)\",\"description\":\"x\",\"hsCode\":\"760110\","
                + "\"value\":{\"amount\":1,\"currency\":\"USD\"},\"status\":\"nonOriginating\""
        }
        var list = (0..<count).map { material($0) + "}" }
        if inside > 0 {
            let inputs = (0..<inside).map { material($0) + "}" }.joined(separator: ",")
            list.append(material(-1) + ",\"selfProduced\":{\"materials\":[\(inputs)]}}")
        }
        return "{\"format\":\"rcep-dossier/1\",\"good\":{\"id\":\"g\",\"description\":\"x\",\"hsCode\":\"871120\","
            + "\"fob\":{\"amount\":1,\"currency\":\"USD\"}},\"exportingParty\":\"CN\",\"materials\":["
            + list.joined(separator: ",") + "]}"
    }

    /// Materials at the top, inside a self-produced one, and the pointer to the list that is one too many.
    static let counts: [(top: Int, inside: Int, pointer: String?)] = [
        (20_000, 0, nil), (20_001, 0, "/materials"), (10_000, 9_999, nil),
        (10_000, 10_000, "/materials/10000/selfProduced/materials"),
    ]

    @Test(arguments: counts)
    func materialsAreLimitedAtAllLevelsTogether(top: Int, inside: Int, pointer: String?) throws {
        let found = problems(of: try Self.dossier(materials: top, inside: inside))
        #expect(found.map(\.code) == (pointer == nil ? [] : ["dossier.tooManyMaterials"]))
        #expect(found.allSatisfy { $0.speaksBothLanguages })
        for problem in found {
            guard case .pointer(let place, _, _) = problem.place else { continue }
            #expect(place == pointer)
        }
    }
}
