import Bilingual
import DossierFiles
import OriginDetermination
import OriginModel
import ProofsOfOrigin

/// A proof of origin as it was received, read from a file of the format `rcep-proof/1`, with what is needed to say where
/// in the file a thing stands.
///
/// What the proof does not state is absent and not a fault of the file: whether it matters is for the check to say.
public struct ReceivedProofFile: Sendable {
    public static let format = "rcep-proof/1"

    public let proof: ReceivedProof
    /// As the user named it; "-" for standard input.
    public let file: String
    /// Members of the file that are not of the format and were passed over.
    public let notes: [Note]
    private let json: JSONText

    /// More than any proof needs; a larger file is something else.
    private static let limits = JSONLimits(bytes: 4 << 20, depth: 16, elements: 200_000)

    /// - Throws: what is no JSON or of another type than the format has: all faults of types together, in the order of
    ///   the file (`json.*`, `proof.*`).
    public static func read(_ bytes: [UInt8], file: String) throws(InputProblems) -> ReceivedProofFile {
        let json: JSONText
        do throws(InputProblem) {
            json = try JSONText(bytes, file: file, limits: limits)
        } catch {
            throw InputProblems([error])
        }
        let faults = ReceivedProofFaults(json, file: file)
        let proof = ReceivedProofReader(json, faults).proof(json.root)
        guard let proof, faults.problems.isEmpty else { throw InputProblems(faults.problems) }
        return ReceivedProofFile(proof: proof, file: file, notes: faults.notes, json: json)
    }

    private init(proof: ReceivedProof, file: String, notes: [Note], json: JSONText) {
        self.proof = proof
        self.file = file
        self.notes = notes
        self.json = json
    }

    /// Line and column of each pointer; where something is absent, those of the nearest value around it.
    public func positions(of pointers: [String]) -> [TextPosition] {
        var finder = json.positionFinder()
        let offsets = pointers.map { json.nearest(to: $0).byteOffset }
        var positions: [Int: TextPosition] = [:]
        for offset in Set(offsets).sorted() { positions[offset] = finder.position(ofByte: offset) }
        return offsets.compactMap { positions[$0] }
    }
}
