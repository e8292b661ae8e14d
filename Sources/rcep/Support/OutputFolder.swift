import Bilingual
import LocalFiles

/// The folder reports are written to; each file appears whole or not at all.
struct OutputFolder {
    let path: String

    /// Makes the folder, and those above it, where they are not there.
    init(_ path: String) throws(InputProblem) {
        self.path = FileSystem.withoutTrailingSlash(path)
        try FileSystem.makeFolders(path)
    }

    /// Replaces an earlier report of the same name.
    /// - Returns: path of the file.
    func write(_ text: String, named name: String) throws(InputProblem) -> String {
        try write(Array(text.utf8), named: name)
    }

    /// Replaces an earlier report of the same name.
    /// - Returns: path of the file.
    func write(_ bytes: [UInt8], named name: String) throws(InputProblem) -> String {
        let target = path == "/" ? "/\(name)" : "\(path)/\(name)"
        try FileSystem.replace(target, with: bytes)
        return target
    }
}
