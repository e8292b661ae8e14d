import Bilingual
import DossierFiles
import Testing

/// Whatever is done to a good file, reading it ends with a dossier or with problems that have a place.
struct DossierMutationTests {
    /// SplitMix64: the same damage on every run.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let fragments = [
        "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\", "null", "true", "-", "1e39", "1e-40", "0e40", "1e999", "-0",
        "99", "\0", "，", "\u{FEFF}", "/", "\"id\": \"10\",", "\"10\"", "\"\"", "\u{7F}", "\"1e++5\"", "\"e\"",
    ]

    private static func damage(_ bytes: inout [UInt8], _ generator: inout Generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.remove(at: place)
        case 4: bytes.insert(contentsOf: (fragments.randomElement(using: &generator) ?? "").utf8, at: place)
        default:
            let end = min(bytes.count, place + Int.random(in: 1..<40, using: &generator))
            let piece = Array(bytes[place..<end])
            bytes.insert(contentsOf: piece, at: Int.random(in: 0..<bytes.count, using: &generator))
        }
    }

    /// Whether a place can be found in the text it speaks of.
    private static func isLocated(_ problem: InputProblem, in bytes: [UInt8]) -> Bool {
        let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
        return switch problem.place {
        case .wholeFile: ["json.empty", "json.encoding", "dossier.moreProblems"].contains(problem.code)
        case .line(let line, column: let column): (1...lines).contains(line) && (1...(bytes.count + 1)).contains(column)
        case .pointer(let pointer, line: let line, column: let column):
            (pointer.isEmpty || pointer.hasPrefix("/")) && (1...lines).contains(line ?? 0)
                && (1...(bytes.count + 1)).contains(column ?? 0)
        case .cell: false
        }
    }

    @Test(arguments: 0..<20)
    func alwaysEndsInADossierOrInLocatedProblems(seed: UInt64) {
        var generator = Generator(state: seed)
        var kinds: Set<String> = []
        for _ in 0..<250 {
            var bytes = Array(SampleDossier.text.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
                Self.damage(&bytes, &generator)
            }
            do throws(InputProblems) {
                _ = try DossierFile.read(bytes, file: "x")
                kinds.insert("read")
            } catch {
                #expect(!error.problems.isEmpty)
                kinds.formUnion(error.codes)
                for problem in error.problems {
                    #expect(Self.isLocated(problem, in: bytes), "\(problem)")
                    #expect(problem.code != "dossier.unreadable")
                    #expect(problem.speaksBothLanguages, "\(problem)")
                }
            }
        }
        // The damage is not all of one kind.
        #expect(kinds.count > 15)
        #expect(kinds.contains("read"))
    }

    @Test func readsEveryBeginningOfAFile() {
        let bytes = Array(SampleDossier.text.utf8)
        for length in 0..<(bytes.count - 1) {
            let found = problems(of: Array(bytes.prefix(length)))
            #expect(found.count == 1 && found.allSatisfy { $0.code.hasPrefix("json.") }, "\(length)")
        }
    }

    @Test(arguments: ["1e39", "1e40", "0e39", "-1e40", "\"1e40\"", "1e-41", "1e99999999999999999999", "\"1e++5\""])
    func refusesExtremeExponents(number: String) throws {
        let text = try SampleDossier.text(replacing: "\"820.00\"", with: number)
        let codes = problems(of: text).map(\.code)
        #expect(codes == ["dossier.tooManyDigits"] || codes == ["dossier.badNumber"])
    }
}
