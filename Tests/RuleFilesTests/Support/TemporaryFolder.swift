import Foundation
import Testing

/// A folder that lives as long as a test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/rule-files-" + UUID().uuidString
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
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func write(_ text: String, to name: String) throws {
        try write(Data(text.utf8), to: name)
    }
}
