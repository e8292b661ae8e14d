import Bilingual
import Foundation
import OriginModel
import RuleFiles
import Testing

/// The files beside the tests, and the rules of the project.
enum Fixtures {
    private static let tests = String(#filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined())
    static let folder = tests + "/Fixtures"
    static let rules = String(tests.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()) + "/Rules"

    /// Names of the cases in `accept` or `reject`.
    static func cases(_ kind: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? []).sorted()
    }

    static func lines(of path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The small rules every case starts from: the agreement and the schemas of the project, an annex of three rows.
    static func smallRules() throws -> TemporaryFolder {
        let rules = try TemporaryFolder()
        try rules.overlay(Self.rules + "/agreement", at: "agreement")
        try rules.overlay(Self.rules + "/schema", at: "schema")
        try rules.overlay(folder + "/base")
        return rules
    }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
}

extension InputProblem {
    /// `xml.doctype annex-3a/hs2022/chapter-01.xml 2`, with 0 for the whole file and `.` for the folder itself.
    func summary(in folder: TemporaryFolder) -> String {
        var line = 0
        if case .line(let number, _) = place { line = number }
        let name = file == folder.path ? "." : file.replacingOccurrences(of: folder.path + "/", with: "")
        return "\(code) \(name) \(line)"
    }
}

/// What a step reports; empty where it succeeds.
func problems(_ step: () throws -> Void) -> [InputProblem] {
    do {
        try step()
        return []
    } catch let error as InputProblems {
        return error.problems
    } catch {
        return [InputProblem(place: .wholeFile, code: "\(error)", message: BilingualText(same: ""))]
    }
}
