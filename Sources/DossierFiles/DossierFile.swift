import Bilingual
import OriginModel

/// A dossier as it was read from a file, with what is needed to say where in the file a thing stands.
public struct DossierFile: Sendable {
    public let dossier: Dossier
    /// As the user named it; "-" for standard input.
    public let file: String
    private let json: JSONText

    /// Reads one dossier of the format `rcep-dossier/1`.
    ///
    /// The shape is checked here: names, types, allowed values, dates, amounts. Whether a code exists in its edition
    /// or a country is a Party is for the determination to say.
    /// - Parameter firstLine: number of the first line, where the bytes are one line of a file of many dossiers.
    /// - Throws: one problem where the file is not JSON (`json.*`), else all problems of the shape, in the order of
    ///   the file (`dossier.*`).
    public static func read(
        _ bytes: [UInt8], file: String, firstLine: Int = 1
    ) throws(InputProblems) -> DossierFile {
        let json: JSONText
        do throws(InputProblem) {
            json = try JSONText(bytes, file: file, firstLine: firstLine)
        } catch {
            throw InputProblems([error])
        }
        let collector = ProblemCollector(json, file: file)
        let dossier = DossierReader(json, collector).dossier(json.root)
        if let problems = collector.problems { throw problems }
        guard let dossier else { throw InputProblems([.unreadable(file)]) }
        return DossierFile(dossier: dossier, file: file, json: json)
    }

    /// The problem with file, line and column filled in, where its place is a JSON pointer into this dossier.
    ///
    /// Where the pointer leads to something absent, line and column are those of the nearest value around it.
    public func located(_ problem: InputProblem) -> InputProblem {
        var problem = problem
        problem.file = file
        if case .pointer(let pointer, _, _) = problem.place {
            let position = json.position(ofByte: json.nearest(to: pointer).byteOffset)
            problem.place = .pointer(pointer, line: position.line, column: position.column)
        }
        return problem
    }
}

extension InputProblem {
    /// Stands for a value that was dropped without a word; kept so that reading can never fail in silence.
    fileprivate static func unreadable(_ file: String) -> InputProblem {
        InputProblem(
            file: file, place: .wholeFile, code: "dossier.unreadable",
            message: BilingualText(en: "the dossier cannot be read", zh: "无法读取该原产地资料"))
    }
}
