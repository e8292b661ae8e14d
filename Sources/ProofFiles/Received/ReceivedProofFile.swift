import Bilingual
import DossierFiles
import OriginDetermination
import OriginModel
import ProofsOfOrigin

/// A proof of origin as it was received, read from a file of the format `rcep-proof/1` or from a form filled in by hand,
/// with what is needed to say where in the file a thing stands.
///
/// What the proof does not state is absent and not a fault of the file: whether it matters is for the check to say.
public struct ReceivedProofFile: Sendable {
    public static let format = "rcep-proof/1"

    public let proof: ReceivedProof
    /// As the user named it; "-" for standard input.
    public let file: String
    /// Members of the file that are not of the format and were passed over.
    public let notes: [Note]
    private let source: Source

    /// What places are looked up in.
    private enum Source {
        case json(JSONText)
        case form(ProofFormPlaces)
    }

    /// More than any proof needs; a larger file is something else.
    private static let limits = JSONLimits(bytes: 4 << 20, depth: 16, elements: 200_000)
    /// What a form of the most bytes becomes as JSON is within these.
    private static let limitsOfForms = JSONLimits(bytes: 64 << 20, depth: 16, elements: 4_000_000)

    /// - Throws: what is neither JSON nor a form, or of another type than the format has: all faults of types together,
    ///   in the order of the file (`json.*`, `proof.*`, `proofForm.*`).
    public static func read(_ bytes: [UInt8], file: String) throws(InputProblems) -> ReceivedProofFile {
        switch ProofForm.input(bytes, file: file) {
        case .json: try read(json: bytes, file: file, limits)
        case .form: try read(form: bytes, file: file)
        case .neither: throw InputProblems([.neitherFormNorJSON(file)])
        }
    }

    private static func read(
        json bytes: [UInt8], file: String, _ limits: JSONLimits
    ) throws(InputProblems) -> ReceivedProofFile {
        let json: JSONText
        do throws(InputProblem) {
            json = try JSONText(bytes, file: file, limits: limits)
        } catch {
            throw InputProblems([error])
        }
        let faults = ReceivedProofFaults(json, file: file)
        let proof = ReceivedProofReader(json, faults).proof(json.root)
        guard let proof, faults.problems.isEmpty else { throw InputProblems(faults.problems) }
        return ReceivedProofFile(proof: proof, file: file, notes: faults.notes, source: .json(json))
    }

    /// The form as JSON, read as such; problems of its lines and of its values come together, in the order of the lines.
    private static func read(form bytes: [UInt8], file: String) throws(InputProblems) -> ReceivedProofFile {
        guard bytes.count <= ProofForm.mostBytes else { throw InputProblems([.tooLargeForm(file)]) }
        if let problem = TextEncoding.problem(of: bytes, file: file) { throw InputProblems([problem]) }
        var form = ProofFormReader(file: file)
        let json = form.json(bytes)
        var problems = form.problems
        do throws(InputProblems) {
            let proof = try read(json: json, file: file, limitsOfForms).proof
            if problems.isEmpty {
                return ReceivedProofFile(proof: proof, file: file, notes: [], source: .form(form.places))
            }
        } catch {
            problems += error.problems.map { $0.moved(to: form.places) }
        }
        throw InputProblems(problems.sorted { $0.positionInForm < $1.positionInForm })
    }

    private init(proof: ReceivedProof, file: String, notes: [Note], source: Source) {
        self.proof = proof
        self.file = file
        self.notes = notes
        self.source = source
    }

    /// Line and column of each pointer; where something is absent, those of the nearest value around it.
    public func positions(of pointers: [String]) -> [TextPosition] {
        switch source {
        case .form(let places): pointers.map { places.nearest(to: $0).position }
        case .json(let json): Self.positions(of: pointers, in: json)
        }
    }

    private static func positions(of pointers: [String], in json: JSONText) -> [TextPosition] {
        var finder = json.positionFinder()
        let offsets = pointers.map { json.nearest(to: $0).byteOffset }
        var positions: [Int: TextPosition] = [:]
        for offset in Set(offsets).sorted() { positions[offset] = finder.position(ofByte: offset) }
        return offsets.compactMap { positions[$0] }
    }

    /// What a person finds at a pointer: the pointer itself in JSON, in a form the words that stand there.
    func name(of pointer: String) -> BilingualText {
        switch source {
        case .json: BilingualText(same: pointer)
        case .form(let places): places.nearest(to: pointer).name
        }
    }
}
