import Bilingual
import Foundation
import HarmonizedSystem
import OriginModel
import TariffFiles
import Tariffs
import Testing

/// The files beside the tests, and the rules of the project.
enum Fixtures {
    private static let tests = String(#filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined())
    static let folder = tests + "/Fixtures"
    static let rules = String(tests.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()) + "/Rules"

    /// Names of what a folder of cases holds, without the ending where one is given.
    static func cases(_ kind: String, ending: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? [])
            .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    static func lines(of path: String) throws -> [String] {
        try text(path).split(separator: "\n").map(String.init)
    }

    /// The nomenclature, the schemas and the calendar of the project, two small schedules and a short Appendix list.
    static func smallTariffs() throws -> TemporaryFolder {
        let rules = try TemporaryFolder()
        try rules.overlay(Self.rules + "/harmonized-system", at: "harmonized-system")
        try rules.overlay(Self.rules + "/schema", at: "schema")
        try rules.write(try text(Self.rules + "/tariffs/calendar.xml"), to: "tariffs/calendar.xml")
        try rules.overlay(folder + "/base")
        return rules
    }

    static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    static func party(_ text: String) throws -> CountryCode { try #require(CountryCode(text)) }
    static func code(_ text: String) throws -> HSCode { try #require(HSCode(text)) }
}

/// A folder that lives as long as a test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/tariff-files-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Copies every file of a folder, over what is there already.
    func overlay(_ source: String, at target: String = "", except names: Set<String> = []) throws {
        let files = try #require(FileManager.default.enumerator(atPath: source))
        for case let name as String in files where !names.contains(name) {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(source)/\(name)", isDirectory: &isFolder)
            guard !isFolder.boolValue else { continue }
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(source)/\(name)"))
            try write(data, to: target.isEmpty ? name : "\(target)/\(name)")
        }
    }

    func write(_ data: Data, to name: String) throws {
        let file = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }

    /// Every file with its bytes, by name.
    func contents() throws -> [String: Data] {
        var all: [String: Data] = [:]
        let files = try #require(FileManager.default.enumerator(atPath: path))
        for case let name as String in files { all[name] = FileManager.default.contents(atPath: "\(path)/\(name)") }
        return all
    }
}

extension InputProblem {
    /// `tariff.badRate jp.csv 12:14`, with 0:0 for the whole file.
    func summary(in folder: String) -> String {
        var (line, column) = (0, 0)
        if case .line(let number, let character) = place { (line, column) = (number, character) }
        return "\(code) \(file.replacingOccurrences(of: folder + "/", with: "")) \(line):\(column)"
    }

    /// What every message keeps to.
    func checkWords() {
        #expect(!message.english.isEmpty && !message.english.hasSuffix("."))
        #expect(!message.chinese.isEmpty)
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
