import Foundation

/// The project on disk, and the program that was built with the tests.
enum Project {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `rcep`, beside the test bundle.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("rcep")

    /// Names of the files of a folder with an ending, in order; a folder that is gone makes a test fail by its lack.
    static func names(in folder: String, ending: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }

    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }

    /// Lines of a text file, their fields split at a separator; the line of headings is left out.
    static func rows(_ path: String, separator: Character, columns: Int) throws -> [[String]] {
        String(decoding: try data(path), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            line.split(separator: separator, maxSplits: columns - 1, omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// Dossiers with a known answer, as the command line names them.
enum Dossier {
    static let originating = "Fixtures/dossiers/motorcycle-to-viet-nam.json"
    static let alsoOriginating = "Fixtures/dossiers/citrus-to-singapore.json"
    static let notOriginating = "Fixtures/dossiers/fails-repacked-tea.json"
    static let undetermined = "Fixtures/dossiers/missing-weight-undetermined.json"
    static let twoCriteria = "Fixtures/dossiers/medical-device-to-malaysia.json"
    static let badShape = "Fixtures/bad-input/trailing-comma.json"
    static let badFacts = "Fixtures/bad-facts/unknown-code.json"
    static let missing = "Fixtures/dossiers/there-is-no-such-file.json"

    static func text(_ path: String) throws -> String {
        String(decoding: try Project.data(path), as: UTF8.self)
    }
}
