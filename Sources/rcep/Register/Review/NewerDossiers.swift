import Bilingual
import DossierFiles
import LocalFiles

/// Dossiers that take the place of those kept with proofs of the same goods.
struct NewerDossiers {
    private var byGood: [String: DossierFile] = [:]

    init() {}

    /// Every file of a folder that ends in `.json`; nothing is left out silently.
    init(folder: String) throws(InputProblems) {
        var problems: [InputProblem] = []
        for name in try Self.names(in: folder) {
            do throws(InputProblems) {
                let source = try DossierFile.read(try Self.bytes(name), file: name)
                let id = source.dossier.good.id
                if let other = byGood[id] { throw InputProblems([.twice(id, name, other.file)]) }
                byGood[id] = source
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
    }

    func of(_ good: String) -> DossierFile? { byGood[good] }

    private static func names(in folder: String) throws(InputProblems) -> [String] {
        do {
            let path = FileSystem.withoutTrailingSlash(folder)
            return try FileSystem.entries(of: path).filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
        } catch {
            throw InputProblems([error])
        }
    }

    private static func bytes(_ name: String) throws(InputProblems) -> [UInt8] {
        do {
            return try InputFile(name: name).read()
        } catch {
            throw InputProblems([error])
        }
    }
}

extension InputProblem {
    fileprivate static func twice(_ id: String, _ file: String, _ other: String) -> InputProblem {
        InputProblem(
            file: file, place: .pointer("/good/id", line: nil, column: nil), code: "good.twice",
            message: BilingualText(
                en: "\(other) has a good of this id too; which is the newer cannot be told",
                zh: "\(other)中已有相同编号的货物，无法判断哪一份较新"),
            found: id)
    }
}
