import Foundation

/// Files of the project that the tests read.
enum Files {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// Names of the files of a folder with an ending, in order; a folder that is gone makes a test fail by its lack.
    static func names(in folder: String, ending: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent(folder).path)
        return (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
    }
}
