import Bilingual
import OriginModel

/// A dossier as it was read from a file, with what is needed to say where in the file a thing stands.
public struct DossierFile: Sendable {
    public let dossier: Dossier
    /// As the user named it; "-" for standard input.
    public let file: String
    private let json: JSONText
    /// Elements of lists that are in the file but, for their faults, not in the dossier.
    private let dropped: DroppedElements

    /// What could be read of a file, and what could not.
    public struct Reading: Sendable {
        /// The dossier without what is faulty in it; nil where the file is not JSON, or its good, its exporting Party or
        /// its materials cannot be read. Not to be judged unless `problems` is empty; its facts can be checked.
        public let source: DossierFile?
        /// In the order of the file (`json.*`, `dossier.*`); never empty without a source.
        public let problems: [InputProblem]
    }

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
        let reading = inspect(bytes, file: file, firstLine: firstLine)
        guard let source = reading.source, reading.problems.isEmpty else { throw InputProblems(reading.problems) }
        return source
    }

    /// Reads what can be read of a dossier in spite of faults, so that its facts can be reported together with them.
    /// - Parameter firstLine: number of the first line, where the bytes are one line of a file of many dossiers.
    public static func inspect(_ bytes: [UInt8], file: String, firstLine: Int = 1) -> Reading {
        let json: JSONText
        do throws(InputProblem) {
            json = try JSONText(bytes, file: file, firstLine: firstLine)
        } catch {
            return Reading(source: nil, problems: [error])
        }
        let collector = ProblemCollector(json, file: file)
        let dossier = DossierReader(json, collector).dossier(json.root)
        let problems = collector.problems?.problems ?? []
        guard let dossier else {
            return Reading(source: nil, problems: problems.isEmpty ? [.unreadable(file)] : problems)
        }
        let source = DossierFile(dossier: dossier, file: file, json: json, dropped: collector.dropped)
        return Reading(source: source, problems: problems)
    }

    /// The problem with file, line and column filled in, where its place is a JSON pointer into this dossier; a list
    /// with faulty elements is counted as it stands in the file.
    ///
    /// Where the pointer leads to something absent, line and column are those of the nearest value around it.
    public func located(_ problem: InputProblem) -> InputProblem {
        var problem = problem
        problem.file = file
        if case .pointer(let inDossier, _, _) = problem.place {
            let pointer = dropped.isEmpty ? inDossier : json.pointer(inDossier, without: dropped)
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
